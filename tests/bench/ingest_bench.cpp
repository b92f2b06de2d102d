// A utility reads every meter once a day: so many reports in random order, in batches as concentrators hand them over,
// through services::ingest, for eight days; every meter was read a month before, so each value has one to be judged by
// from the first day on. The last day must be nearly as fast as the first. The floor inserts the
// rows of one day with the C library alone: the same columns, keys and batches, but no meter looked up, nothing judged.
//
// --scale 1 is 3,000,000 meters (two hours, 60 GB); without it a twentieth of that, which fits in about 15 minutes.
// --engine sqlite|postgresql measures one of them, --days N fewer days.

#include "core/services/ingest.h"
#include "tests/bench/bench.h"
#include "tests/bench/bench_place.h"
#include "tests/bench/plain_readings.h"

#include <QDateTime>

#include <cstdio>
#include <ctime>
#include <numeric>
#include <random>

namespace meterhall::bench {

namespace {

METERHALL_ERRORS(IngestBenchError, "ingest-bench", BadOption, NotAllStored)

constexpr int metersOfAllScale = 3'000'000;
constexpr std::size_t batchSize = 2'000;
constexpr int lateDuplicatesPerMille = 20;
constexpr std::int64_t microsecondsPerDay = 86'400'000'000;
constexpr double leastOfDayOne = 0.8;

struct IngestScale {
    int meters = 0;
    int days = 8;
};

Result<IngestScale> scaleOf(const QStringList& options) {
    bool isNumber = false;
    const double scale = optionOf(options, QStringLiteral("--scale"), QStringLiteral("0.05")).toDouble(&isNumber);
    IngestScale wanted{int(metersOfAllScale * scale)};
    wanted.days = optionOf(options, QStringLiteral("--days"), QStringLiteral("8")).toInt();
    if (!isNumber || wanted.meters < 1'000 || scale > 1 || wanted.days < 2)
        return Error(IngestBenchError::BadOption, {QStringLiteral("--scale or --days")});
    return wanted;
}

/// The meters of the town by number (app/cli/seed/invented_town): what they say on a day.
class Day {
public:
    Day(int day, const std::vector<QString>& addresses, Instant start)
        : m_day(day)
        , m_addresses(addresses)
        , m_start(start)
        , m_order(addresses.size()) {
        std::iota(m_order.begin(), m_order.end(), 0);
        std::shuffle(m_order.begin(), m_order.end(), std::mt19937_64(std::uint64_t(day)));
    }
    std::size_t size() const { return m_order.size(); }
    MeterReport report(std::size_t place) const {
        const int meter = m_order[place];
        const Instant at = m_start + Duration::microseconds(std::int64_t(place) * (microsecondsPerDay / 2) /
                                                            std::int64_t(m_order.size()));
        MeterReport report;
        report.protocol = QStringLiteral("cjt188");
        report.deviceAddress = m_addresses[std::size_t(meter)];
        report.profile = QStringLiteral("beichuan_g4");
        report.values = {{QStringLiteral("volume"), {dial(meter), 2}, QStringLiteral("m3")}};
        report.meterTime = at - Duration::seconds(meter % 300);
        report.clockTrust = ClockTrust::Plausible;
        report.receivedAt = at;
        report.frame.assign(40, std::uint8_t(meter));
        return report;
    }

private:
    std::int64_t dial(int meter) const { return std::int64_t(5'000 + meter % 3'000) * 100 + m_day * 37; }

    int m_day;
    const std::vector<QString>& m_addresses;
    Instant m_start;
    std::vector<int> m_order;
};

/// Of a batch, now and then a report comes twice.
std::vector<MeterReport> batchOf(const Day& day, std::size_t first) {
    std::vector<MeterReport> batch;
    batch.reserve(batchSize + batchSize / 10);
    for (std::size_t place = first; place < std::min(first + batchSize, day.size()); ++place) {
        batch.push_back(day.report(place));
        if (place >= batchSize && int(place % 1000) < lateDuplicatesPerMille)
            batch.push_back(day.report(place - batchSize));
    }
    return batch;
}

void say(const QString& text) {
    std::fputs(qPrintable(QStringLiteral("ingest: ") + text + u'\n'), stderr);
}

class IngestRun {
public:
    IngestRun(BenchPlace& place, const IngestScale& scale)
        : m_place(place)
        , m_scale(scale)
        , m_now(QDateTime::currentMSecsSinceEpoch() * 1000) {}

    Result<Figures> run() {
        MH_TRY(const auto addresses, deviceAddresses(m_place));
        MH_TRY(services::Session station,
               m_place.signIn("h01", 8, [this] { return Instant::fromMicroseconds(m_now); }));
        m_now += microsecondsPerDay - (m_now + 8 * 3'600'000'000) % microsecondsPerDay; // midnight in Shanghai
        for (int day = 1; day <= m_scale.days; ++day, m_now += microsecondsPerDay)
            MH_CHECK(ingestDay(station, Day(day, addresses, Instant::fromMicroseconds(m_now))));
        const QString engine = m_place.onSqlite() ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL");
        MH_TRY(const double plain, plainRate(addresses));
        double seconds = 0;
        for (const double rate : m_rates)
            seconds += double(m_scale.meters) / rate;
        const QString unit = QStringLiteral("readings/s");
        const QString name = QStringLiteral("ingest, %1, %2 readings a day, ").arg(engine).arg(m_scale.meters);
        return Figures{{name + QStringLiteral("day %1").arg(m_scale.days), m_rates.back(), unit,
                        Floor{QStringLiteral("day 1 of the same run"), m_rates.front()},
                        Goal::ratioAtLeast(leastOfDayOne)},
                       {name + QStringLiteral("all days"), double(m_scale.meters) * m_scale.days / seconds, unit,
                        Floor{QStringLiteral("one day's rows by the C library, same keys and batches"), plain}}};
    }

private:
    Result<void> ingestDay(services::Session& station, const Day& day) {
        services::IngestResult total;
        double seconds = 0;
        const std::clock_t began = std::clock();
        for (std::size_t first = 0; first < day.size(); first += batchSize) {
            const auto batch = batchOf(day, first);
            Result<services::IngestResult> taken = services::IngestResult();
            seconds += secondsOf([&] { taken = services::ingest(station, batch); });
            MH_TRY(const services::IngestResult result, std::move(taken));
            total.stored += result.stored;
            total.known += result.known;
        }
        m_rates.push_back(double(day.size()) / seconds);
        const double processor = double(std::clock() - began) / CLOCKS_PER_SEC / double(day.size());
        say(QStringLiteral("day %1: %2 readings/s (%3 us of this process each), %4 stored, %5 known")
                .arg(m_rates.size())
                .arg(m_rates.back(), 0, 'f', 0)
                .arg(1e6 * processor, 0, 'f', 1)
                .arg(total.stored)
                .arg(total.known));
        return total.stored == int(day.size()) ? Result<void>() : Result<void>(IngestBenchError::NotAllStored);
    }

    Result<double> plainRate(const std::vector<QString>& addresses) const {
        const Day day(1, addresses, Instant::fromMicroseconds(m_now));
        MH_TRY(const auto plain, PlainReadings::open(m_place));
        double seconds = 0;
        for (std::size_t first = 0; first < day.size(); first += batchSize) {
            const auto batch = batchOf(day, first);
            bool stored = false;
            seconds += secondsOf([&] { stored = plain->store(batch); });
            if (!stored)
                return Error(IngestBenchError::NotAllStored, {plain->why()});
        }
        return double(day.size()) / seconds;
    }

    BenchPlace& m_place;
    IngestScale m_scale;
    std::int64_t m_now;
    std::vector<double> m_rates;
};

} // namespace

Result<Figures> runIngestBench(const QStringList& options) {
    MH_TRY(const IngestScale scale, scaleOf(options));
    Figures figures;
    for (const bool sqlite : {true, false}) {
        if (!wants(options, sqlite))
            continue;
        say(QStringLiteral("%1 meters; --scale 1 is the full form").arg(scale.meters));
        MH_TRY(const auto place,
               BenchPlace::make(sqlite, {.customers = scale.meters, .months = 1, .searchable = false}));
        MH_TRY(const Figures measured, IngestRun(*place, scale).run());
        tell(measured);
        figures.insert(figures.end(), measured.begin(), measured.end());
    }
    return figures;
}

} // namespace meterhall::bench
