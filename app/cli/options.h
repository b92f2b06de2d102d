#pragma once

#include "app/cli/command.h"
#include "core/money/money.h"
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
    /// Of an option that was given several times, in the order of the call.
    QStringList values(const QString& name) const;
    Result<int> number(const QString& name, int otherwise) const;
    /// MissingValue when the option was not given.
    Result<QString> required(const QString& name) const;
    /// "2026-11-20"; BadValue otherwise.
    Result<std::optional<Date>> date(const QString& name) const;
    /// "12.34"; MissingValue, BadValue.
    Result<Money> money(const QString& name) const;
    /// A number without sign that fits 63 bits; MissingValue, NotANumber.
    Result<std::int64_t> key(const QString& name) const;
    const QStringList& arguments() const { return m_arguments; }
    /// The one argument a command needs.
    Result<QString> onlyArgument(const QString& what) const;
    /// Argument `place`; `what` names it when it is missing. Commands that take more than one say so in `most`.
    Result<QString> argument(qsizetype place, const QString& what, qsizetype most) const;

private:
    std::map<QString, QStringList> m_values;
    QStringList m_arguments;
};

/// Names of the options that say where to work and who: --db, --seat, --operator, --password-file, --folder,
/// --key-file.
QStringList workplaceOptions();

/// The workplace of the options. The folder (~/.local/share/meterhall unless --folder) keeps the key file, the seat's
/// notes and, without --db, the database.
Result<services::Workplace> workplaceFrom(const Options& options);

/// Who signs in: --operator, with the password in the file, in METERHALL_PASSWORD, or typed at the terminal unseen.
struct SignIn {
    QString number;
    QByteArray password;
};
Result<SignIn> signInOf(const Options& options);

/// --admin LOGIN with the password in PGPASSWORD; for what an operator's login may not do on PostgreSQL.
services::PostgresAdmin adminFrom(const Options& options);

/// Signs in as signInOf() says.
Result<services::Session> signInFrom(const Options& options);

constexpr qint64 usuallyLargest = 64 * 1024 * 1024;
/// The file's content, or of standard input for "-"; at most so many bytes.
Result<QByteArray> readInput(const QString& path, qint64 largest = usuallyLargest);

} // namespace meterhall::app
