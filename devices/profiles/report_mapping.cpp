#include "devices/profiles/report_mapping.h"

namespace meterhall::devices {

namespace {
constexpr std::int64_t microsecondsPerSecond = 1'000'000;

QString text(std::string_view latin1) {
    return QString::fromLatin1(latin1.data(), qsizetype(latin1.size()));
}

Result<Decimal> withDecimals(std::int64_t digits, int decimals) {
    if (decimals >= 0)
        return Decimal{digits, decimals};
    MH_TRY(const std::int64_t scaled, checkedMultiply(digits, powerOfTen(-decimals)));
    return Decimal{scaled, 0};
}

QString unitOnTheWire(const cjt188::Item& item) {
    if (const auto unit = item.unit())
        return unit->toString();
    return QStringLiteral("code %1").arg(item.unitCode, 2, 16, QChar(u'0')).toUpper();
}

std::optional<int> decimalsOf(const RegisterMapping& mapping, const cjt188::Item& item) {
    if (!item.hasUnit)
        return mapping.fixedDecimals;
    const auto listed = mapping.decimalsByUnitCode.find(item.unitCode);
    return listed == mapping.decimalsByUnitCode.end() ? std::nullopt : std::optional(listed->second);
}

/// Collects the report's values and remembers what the profile could not vouch for.
class Mapper {
public:
    explicit Mapper(MeterReport& report)
        : m_report(report) {}

    void map(const RegisterMapping& mapping, const QString& code, const cjt188::Data& data) {
        const cjt188::Item* item = data.find(mapping.field);
        if (item == nullptr) {
            m_missing = true;
            return;
        }
        if (!item->available)
            return; // the codec's doubt says so; the raw bytes are in the report's frame
        const std::optional<int> decimals = decimalsOf(mapping, *item);
        const Result<Decimal> value =
            decimals ? withDecimals(item->value.digits, *decimals) : Result<Decimal>(BaseError::NotANumber);
        if (value.ok()) {
            m_report.values.push_back({code, *value, mapping.unit, mapping.billable, false});
            return;
        }
        m_unlisted = true;
        m_report.values.push_back({code, item->value, unitOnTheWire(*item), false, false});
    }

    bool unlisted() const { return m_unlisted; }
    bool missing() const { return m_missing; }

private:
    MeterReport& m_report;
    bool m_unlisted = false;
    bool m_missing = false;
};

// The profile knows the model's units better than the standard does: it overrules the codec in both directions.
bool isAboutUnits(cjt188::Doubt doubt) {
    return doubt == cjt188::Doubt::UnitUnknown || doubt == cjt188::Doubt::UnitUnexpected;
}

QStringList doubtsOf(const cjt188::Data& data, const Mapper& mapper) {
    QStringList doubts;
    for (unsigned i = 0; i <= unsigned(cjt188::Doubt::MoreFollows); ++i) {
        const auto doubt = cjt188::Doubt(i);
        if (data.doubts.has(doubt) && !isAboutUnits(doubt))
            doubts.append(text(key(doubt)));
    }
    if (mapper.unlisted())
        doubts.append(QStringLiteral("unit_code"));
    if (mapper.missing())
        doubts.append(QStringLiteral("register_missing"));
    doubts.sort();
    return doubts;
}

void mapClock(MeterReport& report, const cjt188::ClockReading& clock, const Reception& reception) {
    if (!clock.sent || !clock.valid)
        return;
    const Instant civil = Instant::fromMicroseconds(clock.civilSeconds() * microsecondsPerSecond);
    report.meterTime = civil - reception.meterZone;
    const std::int64_t off = (*report.meterTime - reception.at).inMicroseconds();
    const bool isNear = std::abs(off) <= reception.clockTolerance.inMicroseconds();
    report.clockTrust = isNear ? ClockTrust::Plausible : ClockTrust::Wrong;
}

ValveState valveOf(cjt188::Valve valve) {
    switch (valve) {
    case cjt188::Valve::Open:
        return ValveState::Open;
    case cjt188::Valve::Closed:
        return ValveState::Closed;
    case cjt188::Valve::Fault:
        return ValveState::Fault;
    case cjt188::Valve::Reserved:
        return ValveState::Unknown;
    }
    Q_UNREACHABLE();
}

void mapStatus(MeterReport& report, const cjt188::StatusReading& status, bool hasValve) {
    if (!status.sent)
        return;
    report.batteryLow = status.batteryLow;
    if (hasValve)
        report.valve = valveOf(status.valve);
}
} // namespace

Result<MeterReport> mapAnswer(const DeviceProfile& profile, const cjt188::Address& address, ByteView frame,
                              const cjt188::Data& data, const Reception& reception) {
    if (!data.interpreted || !data.hasDi)
        return Error(ProfileError::NotAnAnswer, {toHex(frame)});
    MeterReport report;
    Mapper mapper(report);
    if (data.monthsBack > 0) {
        if (profile.history)
            mapper.map(profile.history->value,
                       profile.history->value.registerCode + u'_' + QString::number(data.monthsBack), data);
    } else {
        for (const RegisterMapping& mapping : profile.registers) {
            if (mapping.di == data.di)
                mapper.map(mapping, mapping.registerCode, data);
        }
    }
    if (report.values.empty())
        return Error(ProfileError::NotAnAnswer, {toHex(frame)});
    report.protocol = profile.protocol;
    report.deviceAddress = address.toString();
    report.terminal = reception.terminal;
    report.profile = profile.id;
    report.receivedAt = reception.at;
    report.source = reception.source;
    report.doubts = doubtsOf(data, mapper);
    report.frame.assign(frame.begin(), frame.end());
    mapClock(report, data.clock, reception);
    mapStatus(report, data.status, profile.wire.hasValve);
    return report;
}

} // namespace meterhall::devices
