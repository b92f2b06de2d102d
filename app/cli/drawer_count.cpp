#include "app/cli/drawer_count.h"

#include "core/money/money.h"

namespace meterhall::app {

Result<std::map<std::int64_t, int>> drawerCount(const QString& option, const QString& text) {
    std::map<std::int64_t, int> pieces;
    for (const QString& word : text.split(u',')) {
        const auto denomination = Money::parse(word.section(u'x', 0, 0), Currency::cny());
        bool isNumber = false;
        const int count = word.section(u'x', 1).toInt(&isNumber);
        const bool good = denomination.ok() && denomination->isPositive() && isNumber && count >= 0;
        if (!good || !pieces.emplace(denomination->minor(), count).second)
            return Error(CallError::BadValue, {option, word, QStringLiteral("DENOMINATIONxPIECES, each once")});
    }
    return pieces;
}

} // namespace meterhall::app
