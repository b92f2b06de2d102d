#include "tests/storage_support/postgres_cluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QStorageInfo>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace meterhall::tests {

namespace {
constexpr int port = 5432; // names the socket file only: the server listens on no network address

[[noreturn]] void giveUp(const QString& why) {
    std::fprintf(stderr, "PostgreSQL for the tests: %s\n", qUtf8Printable(why));
    std::exit(1);
}

/// The newest installed server.
QString binFolder() {
    const QDir root(QStringLiteral("/usr/lib/postgresql"));
    QString newest;
    int newestVersion = 0;
    for (const QString& version : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = root.filePath(version) + QStringLiteral("/bin");
        if (version.toInt() > newestVersion && QFile::exists(folder + QStringLiteral("/initdb"))) {
            newest = folder;
            newestVersion = version.toInt();
        }
    }
    if (newest.isEmpty())
        giveUp(QStringLiteral("no server below /usr/lib/postgresql; installer/setup.sh installs it"));
    return newest;
}

/// Hundreds of small databases are made and dropped, each with hundreds of files: in memory where there is enough of
/// it.
QString folderForClusters() {
    const QString memory = QStringLiteral("/dev/shm");
    constexpr qint64 enough = 2LL << 30;
    const QStorageInfo storage(memory);
    const bool isMemory = storage.isValid() && storage.fileSystemType() == "tmpfs" && storage.rootPath() == memory;
    return isMemory && storage.bytesAvailable() > enough ? memory : QDir::tempPath();
}

/// Folders of test runs that were killed: nobody else removes them.
void removeLeftovers(const QString& folder) {
    const QDir temp(folder);
    for (const QString& name : temp.entryList({QStringLiteral("meterhall-pg-*")}, QDir::Dirs)) {
        const int process = name.section(u'-', 2, 2).toInt();
        if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH)
            QDir(temp.filePath(name)).removeRecursively();
    }
}
} // namespace

PostgresCluster& PostgresCluster::shared() {
    static PostgresCluster cluster(folderForClusters(), {QStringLiteral("shared_buffers=64MB"),
                                                         QStringLiteral("autovacuum=off"), QStringLiteral("jit=off")});
    return cluster;
}

PostgresCluster::PostgresCluster(const QString& folder, const QStringList& settings)
    : m_folder(folder + QStringLiteral("/meterhall-pg-%1-XXXXXX").arg(QCoreApplication::applicationPid())) {
    removeLeftovers(folder);
    initialise();
    start(settings);
}

// A static of the executable: it ends before QCoreApplication would mind, and without the event loop.
PostgresCluster::~PostgresCluster() {
    if (m_server.processId() > 0)
        ::kill(pid_t(m_server.processId()), SIGQUIT); // at once: the data goes away anyway
    m_server.waitForFinished(5000);
}

QStringList PostgresCluster::asServerUser(const QString& program, const QStringList& arguments) const {
    QStringList command{QStringLiteral("--pdeathsig"), QStringLiteral("QUIT")};
    if (::geteuid() == 0)
        command +=
            {QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"), QStringLiteral("--init-groups")};
    return command + QStringList{binFolder() + u'/' + program} + arguments;
}

void PostgresCluster::initialise() {
    if (!m_folder.isValid())
        giveUp(QStringLiteral("no temporary folder"));
    if (::geteuid() == 0) {
        const passwd* user = ::getpwnam("postgres");
        if (!user || ::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) != 0)
            giveUp(QStringLiteral("there is no user postgres, and a server does not run as root"));
    }
    QProcess initdb;
    initdb.setWorkingDirectory(m_folder.path());
    initdb.setProcessChannelMode(QProcess::MergedChannels);
    initdb.start(QStringLiteral("setpriv"),
                 asServerUser(QStringLiteral("initdb"),
                              {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-U"),
                               QStringLiteral("postgres"), QStringLiteral("-A"), QStringLiteral("trust"),
                               QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C"),
                               QStringLiteral("--no-sync"), QStringLiteral("--no-instructions")}));
    if (!initdb.waitForFinished(120000) || initdb.exitCode() != 0)
        giveUp(QStringLiteral("initdb: ") + QString::fromUtf8(initdb.readAll()));
    // One login must give a password, so that signing in can be tested; the others are trusted.
    QFile rules(m_folder.filePath(QStringLiteral("data/pg_hba.conf")));
    if (!rules.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        rules.write("local all needs_password scram-sha-256\nlocal all all trust\n") < 0)
        giveUp(QStringLiteral("pg_hba.conf"));
}

void PostgresCluster::start(const QStringList& settings) {
    m_server.setWorkingDirectory(m_folder.path());
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(m_folder.filePath(QStringLiteral("server.log")));
    // Durable as the program demands; the rest is made small for a short life.
    QStringList arguments{QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")),
                          QStringLiteral("-k"), m_folder.path(),
                          QStringLiteral("-p"), QString::number(port),
                          QStringLiteral("-h"), QString()};
    for (const QString& setting : settings)
        arguments += {QStringLiteral("-c"), setting};
    m_server.start(QStringLiteral("setpriv"), asServerUser(QStringLiteral("postgres"), arguments));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60000) {
        if (asSuperuser().ok())
            return;
        if (m_server.waitForFinished(20))
            break;
    }
    QFile log(m_folder.filePath(QStringLiteral("server.log")));
    giveUp(log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QStringLiteral("did not start"));
}

QString PostgresCluster::url(const QString& login, const QString& database) const {
    const QString at = login.isEmpty() ? QString() : login + u'@';
    return QStringLiteral("postgresql://%1/%2?host=%3&port=%4").arg(at, database, m_folder.path()).arg(port);
}

Result<std::unique_ptr<storage::Database>> PostgresCluster::asSuperuser(const QString& database) const {
    return storage::Database::open(url(superuserLogin(), database), {});
}

void PostgresCluster::script(const QString& statements) const {
    const auto server = asSuperuser();
    if (!server.ok())
        giveUp(server.error().toString());
    const auto done = (*server)->driver().script(statements.toStdString());
    if (!done.ok())
        giveUp(done.error().toString());
}

} // namespace meterhall::tests
