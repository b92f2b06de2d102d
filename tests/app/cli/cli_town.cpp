#include "tests/app/cli/cli_town.h"

#include <QDateTime>
#include <QFile>

namespace meterhall::tests {

namespace {
Date today() {
    const auto zone = UtilityZone::of(u"Asia/Shanghai", 0);
    return *zone->businessDate(Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000));
}
} // namespace

void CliTownTest::prepare() {
    town().moveTo(today());
}

QString CliTownTest::url() const {
    return town().workplaceFor(Person::Administrator).url;
}

QString CliTownTest::urlBeside(const QString& name) const {
    if (isSqlite())
        return QStringLiteral("sqlite:") + inFolder(name + QStringLiteral(".db"));
    const QString own = url();
    const qsizetype slash = own.indexOf(u'/', QStringLiteral("postgresql://").size());
    const qsizetype question = own.indexOf(u'?');
    return own.left(slash + 1) + own.mid(slash + 1, question - slash - 1) + u'_' + name + own.mid(question);
}

QStringList CliTownTest::workplaceOf(Person person, const QString& url) const {
    return {QStringLiteral("--db"),       url,
            QStringLiteral("--seat"),     QString::number(town().workplaceFor(person).seat),
            QStringLiteral("--operator"), town().numberOf(person),
            QStringLiteral("--folder"),   town().folder(),
            QStringLiteral("--key-file"), town().workplaceFor(person).keyFile};
}

CliRun CliTownTest::cli(Person person, const QStringList& words, const QByteArray& input) {
    town().signOut();
    return runCli(words + workplaceOf(person, url()), input,
                  {{QStringLiteral("METERHALL_PASSWORD"), QString::fromLatin1(SmallTown::password())}});
}

QString CliTownTest::file(const QString& name, const QByteArray& content) const {
    QFile written(inFolder(name));
    if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return written.fileName();
}

} // namespace meterhall::tests
