#pragma once

#include "tests/app/cli/cli_process.h"
#include "tests/core/services/small_town.h"

#include <QTest>

namespace meterhall::tests {

/// Base of tests of commands that work on a database: every test function runs on both engines, each time in a small
/// town of its own whose staff use the command line. The town's day is today, because the program asks no other clock.
class CliTownTest : public QObject {
    Q_OBJECT

protected:
    using Person = SmallTown::Person;

    bool isSqlite() const { return m_town->onSqlite(); }
    SmallTown& town() { return *m_town; }
    /// The call at this person's own seat, signed in. Ends the town's own sessions before.
    CliRun cli(Person person, const QStringList& words, const QByteArray& input = {});
    /// What cli() adds to the words.
    QStringList workplaceOf(Person person, const QString& url) const;
    /// The town's database as --db takes it, or another one beside it.
    QString url() const;
    QString urlBeside(const QString& name) const;
    QString inFolder(const QString& name) const { return m_town->folder() + u'/' + name; }
    /// Writes a file into the town's folder and gives its name.
    QString file(const QString& name, const QByteArray& content) const;

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

private:
    std::unique_ptr<SmallTown> m_town;
};

} // namespace meterhall::tests

/// QCOMPARE of the exit code that prints the messages when it differs.
#define VERIFY_EXIT(run, expected)                                                                                     \
    QVERIFY2((run).exitCode == (expected), ((run).messages + "\n" + (run).output.left(2000)).constData())
