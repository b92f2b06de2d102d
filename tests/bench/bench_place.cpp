#include "tests/bench/bench_place.h"

#include "core/storage/database.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QProcess>

namespace meterhall::bench {

METERHALL_ERRORS(BenchPlaceError, "bench-place", CannotSeed, CannotCopy)

// A small server as somebody would install it: durable as it comes, with room for the indexes of some days.
BenchPlace::BenchPlace()
    : m_folder(QDir::tempPath() + QStringLiteral("/meterhall-bench-XXXXXX")) {}

Result<std::unique_ptr<BenchPlace>> BenchPlace::make(bool sqlite, const Size& size) {
    std::unique_ptr<BenchPlace> place(new BenchPlace);
    if (!sqlite) {
        place->m_cluster = std::make_unique<tests::PostgresCluster>(
            QDir::tempPath(), QStringList{QStringLiteral("shared_buffers=1GB"), QStringLiteral("max_wal_size=8GB")});
        MH_TRY(const auto server, place->m_cluster->asSuperuser());
        MH_CHECK(server->executeUnaudited("CREATE DATABASE bench"));
    }
    MH_CHECK(place->seed(size));
    if (!sqlite) {
        MH_TRY(const auto server, storage::Database::open(place->superuserUrl(), {}));
        MH_CHECK(server->driver().script("ANALYZE"));
    }
    return place;
}

QString BenchPlace::file() const {
    return m_folder.filePath(QStringLiteral("bench.db"));
}

QString BenchPlace::superuserUrl() const {
    return m_cluster->url(tests::PostgresCluster::superuserLogin(), QStringLiteral("bench"));
}

QString BenchPlace::copyFile() const {
    return m_folder.filePath(QStringLiteral("copy.db"));
}

QString BenchPlace::copyUrl(const QString& login) const {
    return m_cluster->url(login.isEmpty() ? tests::PostgresCluster::superuserLogin() : login, QStringLiteral("copy"));
}

Result<void> BenchPlace::copyDatabase() const {
    if (onSqlite())
        return QFile::copy(file(), copyFile()) ? Result<void>() : Error(BenchPlaceError::CannotCopy, {copyFile()});
    MH_TRY(const auto server, m_cluster->asSuperuser());
    MH_CHECK(server->executeUnaudited("CREATE DATABASE copy TEMPLATE bench STRATEGY FILE_COPY"));
    return {};
}

QString BenchPlace::url() const {
    if (onSqlite())
        return QStringLiteral("sqlite:") + file();
    return m_cluster->url(QString(), QStringLiteral("bench"));
}

Result<void> BenchPlace::seed(const Size& size) const {
    QStringList call{QStringLiteral("seed"),        QStringLiteral("--db"),          url(),
                     QStringLiteral("--customers"), QString::number(size.customers), QStringLiteral("--months"),
                     QString::number(size.months),  QStringLiteral("--folder"),      m_folder.path()};
    if (!size.billed)
        call += QStringLiteral("--without-bills");
    if (!size.searchable)
        call += QStringLiteral("--without-search");
    QProcess program;
    program.setStandardOutputFile(QProcess::nullDevice());
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/meterhall-cli"), call);
    const bool done = program.waitForFinished(-1) && program.exitCode() == 0;
    return done ? Result<void>() : Error(BenchPlaceError::CannotSeed, {call.join(u' ')});
}

services::Workplace BenchPlace::workplace(SeatNumber seat, std::function<Instant()> clock) const {
    if (!clock)
        clock = [] { return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000); };
    return {.url = url(),
            .seat = seat,
            .keyFile = m_folder.filePath(QStringLiteral("sealing.keys")),
            .witnessFolder = m_folder.path(),
            .hall = {},
            .clock = std::move(clock)};
}

Result<services::Session> BenchPlace::signIn(const char* number, SeatNumber seat,
                                             std::function<Instant()> clock) const {
    return services::signIn(workplace(seat, std::move(clock)), QString::fromLatin1(number),
                            QByteArray("Sandbox-Town-") + number);
}

QString optionOf(const QStringList& options, const QString& name, const QString& otherwise) {
    const auto at = options.indexOf(name);
    return at >= 0 && at + 1 < options.size() ? options.at(at + 1) : otherwise;
}

bool wants(const QStringList& options, bool sqlite) {
    const QString engine = optionOf(options, QStringLiteral("--engine"));
    return engine.isEmpty() || engine == (sqlite ? QLatin1String("sqlite") : QLatin1String("postgresql"));
}

} // namespace meterhall::bench
