#pragma once

#include "core/base/canonical.h"
#include "core/money/price.h"
#include "core/money/rate.h"

namespace meterhall {

inline QByteArray latin1(QLatin1StringView code) {
    return QByteArray(code.data(), code.size());
}

template <class Unit>
struct NumberForm<Quantity<Unit>> {
    static std::int64_t toNumber(Quantity<Unit> quantity) { return quantity.micro(); }
    static Result<Quantity<Unit>> fromNumber(std::int64_t number) { return Quantity<Unit>::fromStored(number); }
};

template <class Unit>
struct NumberForm<Price<Unit>> {
    static std::int64_t toNumber(Price<Unit> price) { return price.micro(); }
    static Result<Price<Unit>> fromNumber(std::int64_t number) { return Price<Unit>::ofMicro(number); }
};

template <>
struct NumberForm<Rate> {
    static std::int64_t toNumber(Rate rate) { return rate.micro(); }
    static Result<Rate> fromNumber(std::int64_t number) { return Rate::ofMicro(number); }
};

template <>
struct TextForm<RoundingRule> {
    static QByteArray toUtf8(RoundingRule rule) { return rule.toString().toUtf8(); }
    static Result<RoundingRule> fromUtf8(std::string_view utf8) { return RoundingRule::parse(textOf(utf8)); }
};

template <>
struct TextForm<RoundingMode> {
    static QByteArray toUtf8(RoundingMode mode) { return latin1(roundingModeCode(mode)); }
    static Result<RoundingMode> fromUtf8(std::string_view utf8) { return parseRoundingMode(textOf(utf8)); }
};

template <>
struct TextForm<Currency> {
    static QByteArray toUtf8(Currency currency) { return latin1(currency.code()); }
    static Result<Currency> fromUtf8(std::string_view utf8) { return Currency::parse(textOf(utf8)); }
};

template <>
struct TextForm<MeasureUnit> {
    static QByteArray toUtf8(MeasureUnit unit) { return latin1(unitCode(unit)); }
    static Result<MeasureUnit> fromUtf8(std::string_view utf8) { return parseUnit(textOf(utf8)); }
};

} // namespace meterhall
