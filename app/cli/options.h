#pragma once

#include "app/cli/command.h"
#include "core/services/session.h"

#include <map>

namespace meterhall::app {

/// The words of a call: `--name value`, `--flag` and arguments.
class Options {
public:
    /// `valued` take a value, `flags` do not; both without the dashes. CallError names what is wrong.
    static Result<Options> parse(const QStringList& words, const QStringList& valued, const QStringList& flags);

    bool has(const QString& name) const { return m_values.contains(name); }
    QString value(const QString& name, const QString& otherwise = {}) const;
    Result<int> number(const QString& name, int otherwise) const;
    const QStringList& arguments() const { return m_arguments; }
    /// The one argument a command needs.
    Result<QString> onlyArgument(const QString& what) const;

private:
    std::map<QString, QString> m_values;
    QStringList m_arguments;
};

/// Names of the options that say where to work: --db, --seat, --operator, --password-file, --folder.
QStringList workplaceOptions();

/// The workplace of the options. The folder (~/.local/share/meterhall unless --folder) keeps the key file, the seat's
/// notes and, without --db, the database.
Result<services::Workplace> workplaceFrom(const Options& options);

/// Signs in as --operator with the password in the file or in METERHALL_PASSWORD.
Result<services::Session> signInFrom(const Options& options);

/// The file's content, or of standard input for "-"; at most 64 MiB.
Result<QByteArray> readInput(const QString& path);

} // namespace meterhall::app
