#include "ui/pages/readings/reading_queue.h"

#include "ui/pages/readings/reason_words.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

#include <algorithm>

namespace meterhall::ui {

namespace {

class QueueWords {
    Q_DECLARE_TR_FUNCTIONS(QueueWords)
};

constexpr int dialScale = 6;

bool shows(const services::ExceptionItem& item, const QString& reason) {
    return reason.isEmpty() || item.doubts.names().contains(reason);
}

/// District and street stand on the card; here it is the estate that tells places apart.
QString estateOf(const QString& address) {
    const QString street = QStringLiteral("街道");
    const qsizetype at = address.indexOf(street);
    return at < 0 || at + street.size() == address.size() ? address : address.mid(at + street.size());
}

/// How far the dial went back, for a use that is none.
QString backText(const services::ReadingCard& card) {
    if (!card.previousDial)
        return QStringLiteral("—");
    const auto now = card.dial.scaledTo(dialScale);
    const auto before = card.previousDial->scaledTo(dialScale);
    if (!now.ok() || !before.ok())
        return QStringLiteral("—");
    const auto difference = checkedSubtract(*now, *before);
    return difference.ok() ? numberText(Decimal{*difference, dialScale}) : QStringLiteral("—");
}

Cell useCell(const services::ReadingCard& card) {
    Cell cell{.text = card.use ? numberText(*card.use) + u' ' + unitText(card.unit) : backText(card)};
    if (card.plausible)
        cell.second = QueueWords::tr("expected %1").arg(bandText(*card.plausible));
    const Result<std::int64_t> use = card.use ? card.use->scaledTo(dialScale) : Result<std::int64_t>(-1);
    const bool inside = use.ok() && *use >= 0 &&
                        (!card.plausible || (*use >= card.plausible->leastMicro && *use <= card.plausible->mostMicro));
    cell.tone = inside ? Token::Text : Token::Danger;
    cell.order = use.ok() ? *use : -1;
    return cell;
}

Cell reasonCell(const std::vector<DoubtReason>& reasons) {
    if (reasons.empty())
        return {.text = QStringLiteral("—")};
    const bool wrong = leansToWrong(reasons.front());
    return {.text = reasonTitle(reasons.front().kind),
            .second = wrong ? QueueWords::tr("more likely wrong") : QueueWords::tr("more likely right"),
            .icon = wrong ? "danger" : "warn",
            .iconTone = wrong ? Token::Danger : Token::Warn,
            .order = weightOf(reasons)};
}

} // namespace

std::vector<Column> queueColumns() {
    return {{.title = QueueWords::tr("Holder and address"), .width = 190, .flexible = true, .mayElide = true},
            {.title = QueueWords::tr("Reading"), .width = 96, .number = true},
            {.title = QueueWords::tr("Use"), .width = 124, .number = true},
            {.title = QueueWords::tr("Likeliest reason"), .width = 166}};
}

void ReadingQueue::setItems(std::vector<services::ExceptionItem> items) {
    std::stable_sort(items.begin(), items.end(),
                     [](const services::ExceptionItem& a, const services::ExceptionItem& b) {
                         return weightOf(a.reasons) < weightOf(b.reasons);
                     });
    m_items = std::move(items);
    m_cards.clear();
}

void ReadingQueue::remove(ReadingId reading) {
    std::erase_if(m_items, [&](const services::ExceptionItem& item) { return item.reading == reading; });
    m_cards.erase(reading);
}

void ReadingQueue::addCard(services::ReadingCard card) {
    const ReadingId reading = card.reading;
    m_cards.insert_or_assign(reading, std::move(card));
}

const services::ReadingCard* ReadingQueue::card(ReadingId reading) const {
    const auto found = m_cards.find(reading);
    return found == m_cards.end() ? nullptr : &found->second;
}

std::vector<ReadingId> ReadingQueue::withoutCard(const QString& reason, std::size_t most) const {
    std::vector<ReadingId> missing;
    for (const bool shown : {true, false}) {
        for (const services::ExceptionItem& item : m_items) {
            if (missing.size() == most)
                return missing;
            if (shows(item, reason) == shown && !m_cards.contains(item.reading))
                missing.push_back(item.reading);
        }
    }
    return missing;
}

std::vector<LedgerRow> ReadingQueue::rows(const QString& reason) const {
    std::vector<LedgerRow> rows;
    for (const services::ExceptionItem& item : m_items) {
        if (shows(item, reason))
            rows.push_back(row(item));
    }
    return rows;
}

LedgerRow ReadingQueue::row(const services::ExceptionItem& item) const {
    LedgerRow row{.id = item.reading.raw(), .cells = {}};
    const services::ReadingCard* known = card(item.reading);
    if (!known) {
        row.cells = {{.text = item.accountNumber, .second = item.meterNumber},
                     {.text = numberText(item.value)},
                     {.text = {}},
                     reasonCell(item.reasons)};
        return row;
    }
    Cell dial{.text = numberText(known->dial)};
    if (known->previousDial)
        dial.second = QueueWords::tr("last %1").arg(numberText(*known->previousDial));
    row.cells = {
        {.text = known->holder, .second = estateOf(known->address)}, dial, useCell(*known), reasonCell(item.reasons)};
    return row;
}

const services::ExceptionItem* ReadingQueue::item(ReadingId reading) const {
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const services::ExceptionItem& item) { return item.reading == reading; });
    return found == m_items.end() ? nullptr : &*found;
}

std::map<QString, int> ReadingQueue::byReason() const {
    std::map<QString, int> counts;
    for (const services::ExceptionItem& item : m_items) {
        for (const QString& name : item.doubts.names())
            ++counts[name];
    }
    return counts;
}

ReadingQueue::Uses ReadingQueue::uses(const std::set<std::int64_t>& readings) const {
    std::map<QString, std::int64_t> sums;
    Uses uses;
    for (const std::int64_t raw : readings) {
        const services::ReadingCard* known = card(ReadingId::fromRaw(raw));
        if (!known || !known->use) {
            ++uses.without;
            continue;
        }
        std::int64_t& sum = sums[known->unit];
        const auto micro = known->use->scaledTo(dialScale);
        const auto added = micro.ok() ? checkedAdd(sum, *micro) : micro;
        if (added.ok())
            sum = *added;
        else
            ++uses.without;
    }
    QStringList words;
    for (const auto& [unit, micro] : sums)
        words << numberText(Decimal{micro, dialScale}) + u' ' + unitText(unit);
    uses.text = words.join(QStringLiteral(", "));
    return uses;
}

} // namespace meterhall::ui
