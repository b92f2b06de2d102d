#pragma once

#include "tests/app/cli/cli_process.h"
#include "tests/small_town/small_town_test.h"

#include <QTest>

namespace meterhall::tests {

/// Base of tests of commands that work on a database: the staff of the small town use the command line. The town's day
/// is today, because the program asks no other clock.
class CliTownTest : public SmallTownTest {
    Q_OBJECT

protected:
    void prepare() override;

    bool isSqlite() const { return town().onSqlite(); }
    /// The call at this person's own seat, signed in. Ends the town's own sessions before.
    CliRun cli(Person person, const QStringList& words, const QByteArray& input = {});
    /// What cli() adds to the words.
    QStringList workplaceOf(Person person, const QString& url) const;
    /// The town's database as --db takes it, or another one beside it.
    QString url() const;
    QString urlBeside(const QString& name) const;
    QString inFolder(const QString& name) const { return town().folder() + u'/' + name; }
    /// Writes a file into the town's folder and gives its name.
    QString file(const QString& name, const QByteArray& content) const;
};

} // namespace meterhall::tests

/// QCOMPARE of the exit code that prints the messages when it differs.
#define VERIFY_EXIT(run, expected)                                                                                     \
    QVERIFY2((run).exitCode == (expected), ((run).messages + "\n" + (run).output.left(2000)).constData())
