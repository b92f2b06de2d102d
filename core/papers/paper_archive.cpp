#include "core/papers/paper_archive.h"

#include "core/papers/paper_fields.h"

#include <array>

namespace meterhall::papers {

namespace {

template <class Enum>
struct EnumCode {
    Enum value;
    const char* code;
};

constexpr std::array commodityCodes{
    EnumCode<Commodity>{Commodity::Gas, "gas"},
    EnumCode<Commodity>{Commodity::Water, "water"},
    EnumCode<Commodity>{Commodity::Heat, "heat"},
    EnumCode<Commodity>{Commodity::Electricity, "electricity"},
};

constexpr std::array originCodes{
    EnumCode<PrintedOrigin>{PrintedOrigin::Actual, "actual"},
    EnumCode<PrintedOrigin>{PrintedOrigin::Estimated, "estimated"},
    EnumCode<PrintedOrigin>{PrintedOrigin::Remote, "remote"},
    EnumCode<PrintedOrigin>{PrintedOrigin::SelfReported, "self"},
};

template <class Codes, class Enum>
QString codeIn(const Codes& codes, Enum value) {
    for (const auto& entry : codes)
        if (entry.value == value)
            return QString::fromLatin1(entry.code);
    return {};
}

template <class Codes, class Enum>
bool valueIn(const Codes& codes, const QString& code, Enum& value) {
    for (const auto& entry : codes)
        if (code == QLatin1StringView(entry.code)) {
            value = entry.value;
            return true;
        }
    return false;
}

template <class T, class Target>
bool assign(const Result<T>& parsed, Target& target) {
    if (parsed.ok())
        target = *parsed;
    return parsed.ok();
}

} // namespace

QString codeOf(Commodity commodity) {
    return codeIn(commodityCodes, commodity);
}

QString codeOf(PrintedOrigin origin) {
    return codeIn(originCodes, origin);
}

bool fromCode(const QString& code, Commodity& commodity) {
    return valueIn(commodityCodes, code, commodity);
}

bool fromCode(const QString& code, PrintedOrigin& origin) {
    return valueIn(originCodes, code, origin);
}

QJsonValue FieldWriter::toJson(const Money& money) {
    return money.toString() + QLatin1Char(' ') + money.currency().code();
}

QJsonValue FieldWriter::toJson(const AccountingMonth& month) {
    return month.number();
}

bool FieldReader::fromJson(const QJsonValue& json, QString& text) {
    text = json.toString();
    return json.isString();
}

bool FieldReader::fromJson(const QJsonValue& json, bool& flag) {
    flag = json.toBool();
    return json.isBool();
}

bool FieldReader::fromJson(const QJsonValue& json, int& number) {
    const qint64 wide = json.toInteger(std::numeric_limits<qint64>::max());
    if (wide > std::numeric_limits<int>::max() || wide < std::numeric_limits<int>::min())
        return false;
    number = static_cast<int>(wide);
    return true;
}

bool FieldReader::fromJson(const QJsonValue& json, QStringList& texts) {
    texts.clear();
    for (const auto& item : json.toArray()) {
        if (!item.isString())
            return false;
        texts.append(item.toString());
    }
    return json.isArray();
}

bool FieldReader::fromJson(const QJsonValue& json, Money& money) {
    const QStringList parts = json.toString().split(QLatin1Char(' '));
    if (parts.size() != 2)
        return false;
    const auto currency = Currency::parse(parts[1]);
    return currency.ok() && assign(Money::parse(parts[0], *currency), money);
}

bool FieldReader::fromJson(const QJsonValue& json, Decimal& decimal) {
    return assign(Decimal::parse(json.toString()), decimal);
}

bool FieldReader::fromJson(const QJsonValue& json, Date& date) {
    return assign(Date::parse(json.toString()), date);
}

bool FieldReader::fromJson(const QJsonValue& json, AccountingMonth& month) {
    return assign(AccountingMonth::fromNumber(json.toInteger(0)), month);
}

bool FieldReader::fromJson(const QJsonValue& json, Instant& instant) {
    bool isNumber = false;
    const qlonglong microseconds = json.toString().toLongLong(&isNumber);
    if (isNumber)
        instant = Instant::fromMicroseconds(microseconds);
    return isNumber;
}

} // namespace meterhall::papers
