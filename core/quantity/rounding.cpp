#include "core/quantity/rounding.h"

#include "core/quantity/quantity_error.h"

namespace meterhall {

QLatin1StringView roundingModeCode(RoundingMode mode) {
    switch (mode) {
    case RoundingMode::HalfUp:
        return QLatin1StringView("half_up");
    case RoundingMode::HalfEven:
        return QLatin1StringView("half_even");
    case RoundingMode::HalfDown:
        return QLatin1StringView("half_down");
    case RoundingMode::Up:
        return QLatin1StringView("up");
    case RoundingMode::Down:
        return QLatin1StringView("down");
    case RoundingMode::Floor:
        return QLatin1StringView("floor");
    case RoundingMode::Ceiling:
        return QLatin1StringView("ceiling");
    }
    return {};
}

Result<RoundingMode> parseRoundingMode(QStringView code) {
    for (const auto mode : {RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::HalfDown, RoundingMode::Up,
                            RoundingMode::Down, RoundingMode::Floor, RoundingMode::Ceiling}) {
        if (code == roundingModeCode(mode))
            return mode;
    }
    return Error(QuantityError::UnknownRounding, {code.left(40).toString()});
}

} // namespace meterhall
