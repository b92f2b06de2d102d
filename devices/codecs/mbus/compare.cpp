#include "devices/codecs/mbus/compare.h"

#include "core/base/bytes.h"
#include "core/base/decimal.h"

#include <QDate>
#include <QJsonArray>

#include <cmath>
#include <set>

namespace meterhall::mbus {

using devices::VectorDifference;

namespace {
using Differences = std::vector<VectorDifference>;

struct Alias {
    std::string_view theirs;
    std::string_view ours;
};

QString mapped(const QString& name, std::span<const Alias> aliases) {
    for (const Alias& alias : aliases) {
        if (name == QLatin1StringView(alias.theirs.data(), qsizetype(alias.theirs.size())))
            return QString::fromLatin1(alias.ours.data(), qsizetype(alias.ours.size()));
    }
    return name;
}

// "Flow temperature" and "flow_temperature" are one name.
QString bare(const QString& name) {
    QString letters;
    for (const QChar c : name.toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            letters += c;
    }
    return letters;
}

constexpr std::array quantityAliases = std::to_array<Alias>({
    {"hca", "heatcostunits"},
    {"timepointdate", "timepoint"},
    {"timepointdatetime", "timepoint"},
    {"fabricationno", "fabricationnumber"},
    {"enhancedidentification", "identification"},
    {"accessnumbertransmissioncount", "accessnumber"},
    {"parametersetidentification", "parameterset"},
    {"modelversion", "model"},
    {"baudrate", "baudrate"},
    {"responsedelaytime", "responsedelay"},
    {"firststorageforcyclicstorage", "firststorage"},
    {"laststorageforcyclicstorage", "laststorage"},
    {"sizeofstorageblock", "storageblocksize"},
    {"durationsincelastreadout", "durationsincereadout"},
    {"periodoftariff", "tariffperiod"},
    {"timepointofdaychange", "daychangetime"},
    {"stateofparameteractivation", "parameteractivation"},
    {"specialsupplierinformation", "supplierinformation"},
    {"durationsincelastcumulation", "durationsincecumulation"},
    {"operatingtimebattery", "batteryoperatingtime"},
    {"dateandtimeofbatterychange", "batterychange"},
    {"coldwarmtemperaturelimit", "temperaturelimit"},
    {"cumulcountmaxpower", "maximumpowercumulated"},
});

constexpr std::array functionAliases = std::to_array<Alias>({
    {"instantaneousvalue", "instant"},
    {"actualvalue", "instant"},
    {"storedvalue", "instant"},
    {"maximumvalue", "maximum"},
    {"minimumvalue", "minimum"},
    {"valueduringerrorstate", "error"},
});

constexpr std::array unitAliases = std::to_array<Alias>({
    {"m^3", "m3"},
    {"m^3/h", "m3/h"},
    {"m^3/min", "m3/min"},
    {"m^3/s", "m3/s"},
    {"Units for H.C.A.", "HCA"},
    {"feet^3", "ft3"},
    {"American gallon", "gal"},
    {"American gallon/min", "gal/min"},
    {"American gallon/h", "gal/h"},
    {"Currency units", "currency"},
    {"Bittimes", "bit_time"},
    {"Baud", "Bd"},
});

QString unitOf(const QString& theirs) {
    // The degree sign was stored twice encoded.
    if (theirs.endsWith(u"\u00B0C"))
        return QStringLiteral("Cel");
    if (theirs.endsWith(u"\u00B0F"))
        return QStringLiteral("degF");
    return mapped(theirs, unitAliases);
}

// "Warm water (30-90°C)", "Cooling load meter: Outlet".
QString mediumOf(const QString& theirs) {
    QString name = bare(theirs.section(u'(', 0, 0));
    name.remove(QStringLiteral("loadmeter"));
    if (name.startsWith(QStringLiteral("unknown")))
        return QStringLiteral("unknown");
    return name;
}

bool isNear(double expected, double got) {
    constexpr double relative = 1e-6;
    constexpr double printed = 1e-6; // libmbus prints six decimals
    return std::abs(expected - got) <= std::max(relative * std::abs(expected), printed);
}

// What one of our units is in the one libmbus uses.
double factorTo(const QString& theirUnit, const QString& ourUnit) {
    constexpr double month = 2629743.83;
    constexpr double year = 31556926.0;
    if (theirUnit == u"s" && ourUnit == u"month")
        return month;
    if (theirUnit == u"s" && ourUnit == u"year")
        return year;
    return 1.0;
}

// "m^3 * 10", "l", "kWh": spellings of the fixed data structure's units, in our base units.
std::optional<double> fixedFactor(const QString& unit) {
    struct Factor {
        std::u16string_view name;
        double factor;
    };
    constexpr std::array factors = std::to_array<Factor>({
        {u"Wh", 1},
        {u"kWh", 1e3},
        {u"MWh", 1e6},
        {u"kJ", 1e3},
        {u"MJ", 1e6},
        {u"GJ", 1e9},
        {u"W", 1},
        {u"kW", 1e3},
        {u"MW", 1e6},
        {u"kJ/h", 1e3},
        {u"MJ/h", 1e6},
        {u"GJ/h", 1e9},
        {u"ml", 1e-6},
        {u"l", 1e-3},
        {u"m^3", 1},
        {u"ml/h", 1e-6},
        {u"l/h", 1e-3},
        {u"m^3/h", 1},
    });
    const QString name = unit.section(u'*', 0, 0).trimmed();
    const QString multiplier = unit.section(u'*', 1).trimmed();
    for (const Factor& factor : factors) {
        if (name == QStringView(factor.name.data(), qsizetype(factor.name.size())))
            return factor.factor * (multiplier.isEmpty() ? 1.0 : multiplier.toDouble());
    }
    return std::nullopt;
}

bool isDateText(const QString& text) {
    constexpr qsizetype dateSize = 10;
    return text.size() >= dateSize && text[4] == u'-' && text[7] == u'-';
}

// The code that means "not available": 80 00 …, FF FF … of a duration, F or A..E among decimal digits.
bool isCodeForNothing(const QJsonObject& record) {
    return record[QStringLiteral("absent")].isString();
}

bool agreesOnDate(const QString& expected, const QJsonObject& record) {
    const QJsonValue value = record[QStringLiteral("value")];
    if (value.isString())
        return expected.chopped(expected.endsWith(u'Z') ? 1 : 0) == value.toString();
    const bool isReal = QDate::fromString(expected.left(10), Qt::ISODate).isValid();
    const QString absent = record[QStringLiteral("absent")].toString();
    return absent == u"date_recurring" || (!isReal && absent == u"date_invalid");
}

// Counters, as libmbus takes dates of a length it does not expect: low byte first, signed.
double integerOf(const QString& raw) {
    const auto bytes = fromHex(raw);
    if (!bytes.ok() || bytes->empty() || bytes->size() > sizeof(std::uint64_t))
        return 0;
    std::uint64_t bits = 0;
    for (std::size_t i = bytes->size(); i > 0; --i)
        bits = bits << 8 | (*bytes)[i - 1];
    const unsigned unusedBits = 64 - 8 * unsigned(bytes->size());
    return double(static_cast<std::int64_t>(bits << unusedBits) >> unusedBits);
}

bool agreesOnNumber(double expected, const QJsonObject& theirs, const QJsonObject& record) {
    const QJsonValue value = record[QStringLiteral("value")];
    if (!value.isString())
        return isCodeForNothing(record);
    const QString unit = record[QStringLiteral("unit")].toString();
    const QString theirUnit = unitOf(theirs[QStringLiteral("Unit")].toString());
    if (isDateText(value.toString()))
        return isNear(expected, integerOf(record[QStringLiteral("raw")].toString()));
    const double got = value.toString().toDouble();
    if (isNear(expected, got * factorTo(theirUnit, unit)))
        return true;
    // libmbus takes counters and flags for signed ones.
    const int bits = int(record[QStringLiteral("raw")].toString().size()) * 4;
    return expected < 0 && bits <= 32 && isNear(expected, got - std::ldexp(1.0, bits));
}

bool agreesOnValue(const QJsonObject& theirs, const QJsonObject& record) {
    const QString expected = theirs[QStringLiteral("Value")].toString();
    const QString value = record[QStringLiteral("value")].toString();
    const bool isMakers = record[QStringLiteral("function")].toString().contains(u'_');
    if (isMakers)
        return QString(expected).remove(u' ').toLower() == record[QStringLiteral("raw")].toString();
    // libmbus does not follow the modifiers that make a date, duration or count of a value (its issue 82).
    for (const auto& modifier : record[QStringLiteral("modifiers")].toArray()) {
        const QString name = modifier.toString();
        if (name.contains(u"duration") || name.contains(u"begin") || name.contains(u"_end") ||
            name.contains(u"exceeds") || name == u"start_of")
            return true;
    }
    if (isDateText(expected))
        return agreesOnDate(expected, record);
    bool isNumber = false;
    const double number = expected.toDouble(&isNumber);
    if (isNumber && expected != value)
        return agreesOnNumber(number, theirs, record);
    return expected == value || QString(expected).remove(u' ').toLower() == value ||
           (expected.isEmpty() && value.isEmpty());
}

bool agreesOnUnit(const QJsonObject& theirs, const QJsonObject& record) {
    const QString expected = unitOf(theirs[QStringLiteral("Unit")].toString());
    const QString unit = record[QStringLiteral("unit")].toString();
    const bool isSilent = expected.isEmpty() || expected == u"-" || expected == u"Reserved";
    const bool isModified = !record[QStringLiteral("modifiers")].toArray().isEmpty();
    return isSilent || isModified || expected == unit || factorTo(expected, unit) != 1.0 ||
           (expected == u"J" && unit == u"J/h");
}

QString keyOf(const QJsonObject& record) {
    return QStringLiteral("%1/%2/%3/%4")
        .arg(record[QStringLiteral("function")].toString())
        .arg(record[QStringLiteral("storage")].toInteger())
        .arg(record[QStringLiteral("tariff")].toInteger())
        .arg(record[QStringLiteral("subunit")].toInteger());
}

QString expectedKey(const QJsonObject& theirs) {
    const QString function = bare(theirs[QStringLiteral("Function")].toString());
    QString ours = mapped(function, functionAliases);
    if (function == u"manufacturerspecific")
        ours = QStringLiteral("manufacturer_specific");
    if (function == u"morerecordsfollow")
        ours = QStringLiteral("more_records_follow");
    const QString stored = function == u"storedvalue" ? QStringLiteral("1") : QStringLiteral("0");
    const auto number = [&](const char* name, const QString& none) {
        const QString text = theirs[QLatin1StringView(name)].toString();
        return text.isEmpty() ? none : text;
    };
    return ours + u'/' + number("StorageNumber", stored) + u'/' + number("Tariff", QStringLiteral("0")) + u'/' +
           number("Device", QStringLiteral("0"));
}

bool isQuantity(const QJsonObject& theirs, const QJsonObject& record) {
    const QString expected = theirs[QStringLiteral("Quantity")].toString();
    const QString ours = record[QStringLiteral("quantity")].toString();
    if (expected.isEmpty())
        return true;
    if (ours == u"plain_text")
        return expected == record[QStringLiteral("unit")].toString();
    const QString name = mapped(bare(expected), quantityAliases);
    if (name == u"devicetype")
        return ours == u"medium" || ours == u"model";
    const bool isTariff = ours == u"tariff_start" || ours == u"tariff_duration";
    if (isTariff && (name == u"reserved" || name == u"storageinterval"))
        return true;
    if (ours == u"actuality_duration" && name == u"averagingduration")
        return true;
    if (name == u"reserved" || name == u"unknown")
        return ours != u"energy" && ours != u"volume";
    return name == bare(ours);
}

// Our record for each of theirs: the first one not taken yet that is about the same.
Differences compareRecords(const QJsonArray& expected, const QJsonArray& got) {
    Differences differences;
    std::set<qsizetype> taken;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QJsonObject theirs = expected[i].toObject();
        const QString field = QStringLiteral("records[%1]").arg(i);
        const QString wanted = expectedKey(theirs) + u' ' + theirs[QStringLiteral("Quantity")].toString();
        const QString wantedValue =
            theirs[QStringLiteral("Value")].toString() + u' ' + theirs[QStringLiteral("Unit")].toString();
        qsizetype found = 0;
        while (found < got.size() && (taken.contains(found) || keyOf(got[found].toObject()) != expectedKey(theirs) ||
                                      !isQuantity(theirs, got[found].toObject())))
            ++found;
        if (found == got.size()) {
            differences.push_back({{}, {}, field, wanted, QStringLiteral("(absent)")});
            continue;
        }
        taken.insert(found);
        const QJsonObject ours = got[found].toObject();
        if (!agreesOnValue(theirs, ours) || !agreesOnUnit(theirs, ours))
            differences.push_back({{},
                                   {},
                                   field + u' ' + wanted,
                                   wantedValue,
                                   ours[QStringLiteral("value")].toString(QStringLiteral("null")) + u' ' +
                                       ours[QStringLiteral("unit")].toString()});
    }
    return differences;
}

// "Actual value" in units of their own spelling; a historic value without one is compared digit for digit.
bool agreesOnFixed(const QJsonObject& theirs, const QJsonObject& record) {
    const QString expected = theirs[QStringLiteral("Value")].toString();
    const QString value = record[QStringLiteral("value")].toString();
    if (const auto factor = fixedFactor(theirs[QStringLiteral("Unit")].toString()))
        return isNear(expected.toDouble() * *factor, value.toDouble());
    const auto digits = Decimal::parse(value);
    return !digits.ok() || value.isEmpty() || QString::number(digits->digits) == expected ||
           isNear(expected.toDouble(), value.toDouble());
}

Differences compareFixed(const QJsonArray& expected, const QJsonArray& got) {
    Differences differences;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QJsonObject theirs = expected[i].toObject();
        const QJsonObject ours = i < got.size() ? got[i].toObject() : QJsonObject();
        if (keyOf(ours) != expectedKey(theirs) || !agreesOnFixed(theirs, ours))
            differences.push_back(
                {{},
                 {},
                 QStringLiteral("records[%1]").arg(i),
                 theirs[QStringLiteral("Value")].toString() + u' ' + theirs[QStringLiteral("Unit")].toString(),
                 ours[QStringLiteral("value")].toString() + u' ' + ours[QStringLiteral("unit")].toString()});
    }
    return differences;
}

QString withoutLeadingZeros(QString text) {
    while (text.size() > 1 && text.startsWith(u'0'))
        text.remove(0, 1);
    return text;
}

Differences compareHeader(const QJsonObject& slave, const QJsonObject& frame) {
    Differences differences;
    const auto check = [&](const QString& name, const QString& got) {
        if (const QJsonValue expected = slave[name]; expected.isString() && expected.toString() != got)
            differences.push_back({{}, {}, name, expected.toString(), got});
    };
    check(QStringLiteral("Id"), withoutLeadingZeros(frame[QStringLiteral("id")].toString()));
    check(QStringLiteral("Manufacturer"), frame[QStringLiteral("manufacturer")].toString());
    check(QStringLiteral("Version"), QString::number(frame[QStringLiteral("version")].toInt()));
    check(QStringLiteral("AccessNumber"), QString::number(frame[QStringLiteral("access_number")].toInt()));
    check(QStringLiteral("Status"), frame[QStringLiteral("status")].toString());
    check(QStringLiteral("Signature"), frame[QStringLiteral("signature")].toString());
    const QString medium = slave[QStringLiteral("Medium")].toString();
    if (!medium.isEmpty() && mediumOf(medium) != bare(frame[QStringLiteral("medium")].toString()))
        differences.push_back({{}, {}, QStringLiteral("Medium"), medium, frame[QStringLiteral("medium")].toString()});
    return differences;
}
} // namespace

std::optional<Differences> comparePublished(const QJsonObject& expect, const QJsonObject& decoded) {
    const bool isOutcome = expect.contains(QStringLiteral("libmbus_exit"));
    if (!isOutcome && !expect.contains(QStringLiteral("slave")))
        return std::nullopt;
    const QJsonObject frame = decoded[QStringLiteral("frame")].toObject();
    if (const QJsonValue error = expect[QStringLiteral("application_error")]; error.isString()) {
        const QString got = frame[QStringLiteral("application_error")].toString();
        const bool isNameless = bare(error.toString()).startsWith(QStringLiteral("unknown"));
        if (bare(error.toString()) == bare(got) || (isNameless && got == QStringLiteral("reserved")))
            return Differences();
        return Differences{{{}, {}, QStringLiteral("application_error"), error.toString(), got}};
    }
    Differences differences = compareHeader(expect[QStringLiteral("slave")].toObject(), frame);
    const QJsonArray theirs = expect[QStringLiteral("records_normalized")].toArray();
    const QJsonArray ours = decoded[QStringLiteral("records")].toArray();
    const bool isFixed = frame[QStringLiteral("ci_name")].toString().startsWith(QStringLiteral("fixed"));
    const Differences records = isFixed ? compareFixed(theirs, ours) : compareRecords(theirs, ours);
    differences.insert(differences.end(), records.begin(), records.end());
    return differences;
}

} // namespace meterhall::mbus
