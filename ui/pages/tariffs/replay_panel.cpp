#include "ui/pages/tariffs/replay_panel.h"

#include "ui/pages/parts/quantity_text.h"
#include "ui/pages/parts/watched_work.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace meterhall::ui {

using services::ReplayedAccountRow;
using services::ReplayMoney;
using services::TariffReplay;

namespace {

std::vector<Column> replayColumns() {
    return {{.title = ReplayPanel::tr("What"), .width = 200, .flexible = true, .mayElide = true},
            {.title = ReplayPanel::tr("As billed"), .width = 140, .number = true},
            {.title = ReplayPanel::tr("By the draft"), .width = 140, .number = true},
            {.title = ReplayPanel::tr("Difference"), .width = 130, .number = true}};
}

/// With its sign, because what is more and what is less is the question.
QString signedAmount(const Money& money) {
    return money.isPositive() ? QLatin1Char('+') + amountText(money) : amountText(money);
}

QString differenceOf(const ReplayMoney& money) {
    const auto difference = money.difference();
    return difference.ok() ? signedAmount(*difference) : QString();
}

class ReplayLines {
public:
    void add(const QString& what, const QString& second, const QString& before, const QString& after,
             const QString& difference) {
        const auto id = std::int64_t(m_lines.size()) + 1;
        m_lines.push_back({.id = id,
                           .cells = {{.text = what, .second = second, .order = id},
                                     {.text = before},
                                     {.text = after},
                                     {.text = difference}}});
    }
    void add(const QString& what, const ReplayMoney& money, const QString& second = {}) {
        add(what, second, amountText(money.before), amountText(money.after), differenceOf(money));
    }
    void addUnlessNothing(const QString& what, const ReplayMoney& money, const QString& second = {}) {
        if (!money.before.isZero() || !money.after.isZero())
            add(what, money, second);
    }
    std::vector<LedgerRow> take() { return std::move(m_lines); }

private:
    std::vector<LedgerRow> m_lines;
};

void addRevenue(ReplayLines& lines, const TariffReplay& replay) {
    lines.add(ReplayPanel::tr("Revenue"), replay.total,
              ReplayPanel::tr("of it tax %1, then %2")
                  .arg(amountText(replay.taxWithin.before), amountText(replay.taxWithin.after)));
    lines.add(ReplayPanel::tr("Own income"), replay.ownIncome);
    lines.addUnlessNothing(ReplayPanel::tr("Collected on behalf"), replay.onBehalf);
    lines.addUnlessNothing(ReplayPanel::tr("Levied by law"), replay.levies);
    lines.addUnlessNothing(ReplayPanel::tr("Rounding"), replay.rounding);
}

void addTiers(ReplayLines& lines, const TariffReplay& replay, const QString& unit) {
    for (const services::ReplayTier& tier : replay.tiers) {
        const QString what = tier.tier == 0 ? ReplayPanel::tr("Use without a ladder (%1)").arg(unit)
                                            : ReplayPanel::tr("Use in tier %1 (%2)").arg(tier.tier).arg(unit);
        const QString reached = tier.tier == 0 ? QString()
                                               : ReplayPanel::tr("reached by %1 accounts, then by %2")
                                                     .arg(countText(tier.reachedBefore), countText(tier.reachedAfter));
        const auto difference = tier.after.minus(tier.before);
        lines.add(what, reached, quantityText(tier.before), quantityText(tier.after),
                  difference.ok() ? quantityText(*difference) : QString());
    }
}

void addAccounts(ReplayLines& lines, const std::vector<ReplayedAccountRow>& rows) {
    for (const ReplayedAccountRow& row : rows)
        lines.add(QStringLiteral("%1 %2").arg(row.number, row.holder), row.total,
                  ReplayPanel::tr("use %1").arg(quantityText(row.use)));
}

QString groupText(const TariffReplay& replay) {
    return ReplayPanel::tr("%1 accounts, %2 to %3: %4 pay more (together %5, at most %6), %7 pay less (together %8, at "
                           "most %9)")
        .arg(countText(replay.accounts), replay.first.toString(), replay.last.toString(),
             countText(replay.losers.accounts), amountText(replay.losers.sum), amountText(replay.losers.largest),
             countText(replay.winners.accounts), amountText(replay.winners.sum), amountText(replay.winners.largest));
}

QString endedText(const TariffReplay& replay) {
    QStringList sentences{ReplayPanel::tr("%1, %2 the same.").arg(groupText(replay), countText(replay.same))};
    if (replay.fromReadings > 0)
        sentences += ReplayPanel::tr("%1 were never billed and are rated by their readings.")
                         .arg(countText(replay.fromReadings));
    if (replay.notRated > 0)
        sentences += ReplayPanel::tr("%1 could not be rated and are in no sum.").arg(countText(replay.notRated));
    return sentences.join(QLatin1Char(' '));
}

/// A tenth of a percent is the finest; cut, so that 79.99 is not 80.
QString shareText(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? QStringLiteral("—") : numberText(Decimal{part * 1000 / whole, 1});
}

bool isPaused(const WatchedWork& work) {
    return work.run().phase() == LongRun::Phase::Paused;
}

} // namespace

ReplayPanel::ReplayPanel(QAction* replay, const UtilityZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_state(new Badge)
    , m_sentence(makeLabel(TextRole::Body))
    , m_progress(new QProgressBar)
    , m_table(new LedgerTable(replayColumns(), RowHeight::TwoLine)) {
    auto* button = new KeyButton(replay);
    button->setFocusPolicy(Qt::NoFocus);
    m_sentence->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Replay"));
    m_table->setName(tr("Replay"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(14, 8, 14, 0);
    head->setSpacing(10);
    head->addWidget(m_state, 0, Qt::AlignTop);
    head->addWidget(m_sentence, 1);
    head->addWidget(button, 0, Qt::AlignTop);
    auto* cover = new QHBoxLayout;
    cover->setContentsMargins(14, 0, 14, 0);
    cover->setSpacing(8);
    for (int i = 0; i < 3; ++i)
        cover->addWidget(m_coverage.emplace_back(new Badge));
    cover->addStretch();
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(6);
    down->addLayout(head);
    down->addLayout(cover);
    down->addWidget(m_progress);
    down->addWidget(m_table, 1);
    show(nullptr, {}, {});
}

QString ReplayPanel::sentence() const {
    return m_sentence->text();
}

void ReplayPanel::focusTable() {
    m_table->setFocus();
}

void ReplayPanel::show(const WatchedWork* work, const QJsonObject& file, const QString& unit) {
    const auto* found = work ? work->answer<ReplayedTariff>() : nullptr;
    m_progress->setVisible(work && work->isAtWork());
    if (found) {
        showEnded(*work, *found, found->file != file, unit);
        return;
    }
    m_shown = nullptr;
    m_table->model().setRows({});
    m_table->setEmptyText(tr("Nothing was replayed yet."));
    showCoverage(nullptr);
    if (!work) {
        m_state->show(State::Waiting, tr("Not replayed"));
        m_sentence->setText(
            tr("A replay rates all bills of the last twelve months again by this version: who pays more, "
               "what it brings, and whom each tier covers. It changes nothing."));
    } else if (work->isAtWork()) {
        showAtWork(*work);
    } else {
        m_state->show(State::Warn, tr("Stopped"));
        m_sentence->setText(tr("The replay was stopped before its end: it says nothing about this version."));
    }
}

void ReplayPanel::showAtWork(const WatchedWork& work) {
    m_state->show(isPaused(work) ? State::Waiting : State::Running, isPaused(work) ? tr("Paused") : tr("Replaying"));
    const WorkStep& step = work.step();
    const QString far =
        step.total ? tr("%1 of %2 accounts").arg(countText(step.done), countText(*step.total)) : tr("reading");
    m_sentence->setText(tr("Replaying: %1. Esc stops it; you may leave this page.").arg(far));
    const int percent = work.run().percent();
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(std::max(0, percent));
}

void ReplayPanel::showEnded(const WatchedWork& work, const ReplayedTariff& found, bool isOld, const QString& unit) {
    const TariffReplay& replay = found.replay;
    m_state->show(isOld ? State::Warn : State::Ok, isOld ? tr("Of an earlier draft") : tr("Replayed"));
    const QString at = momentText(*work.endedAt(), m_zone);
    m_sentence->setText(isOld ? tr("The draft has changed since %1; replay it again. %2").arg(at, endedText(replay))
                              : endedText(replay));
    showCoverage(&replay);
    if (m_shown == &found)
        return;
    m_shown = &found;
    ReplayLines lines;
    addRevenue(lines, replay);
    addTiers(lines, replay, unit);
    addAccounts(lines, replay.mostRisen);
    addAccounts(lines, replay.mostFallen);
    m_table->model().setRows(lines.take());
}

void ReplayPanel::showCoverage(const TariffReplay* replay) {
    for (std::size_t i = 0; i < 2; ++i) {
        const bool known = replay && i < replay->coverage.size() && replay->households > 0;
        m_coverage[i]->setVisible(known);
        if (!known)
            continue;
        const services::ReplayCoverage& cover = replay->coverage[i];
        const QString words =
            cover.tier == 1 ? tr("Tier 1 covers %1 % (wanted %2)") : tr("Tiers 1 and 2 cover %1 % (wanted %2)");
        m_coverage[i]->show(cover.holds() ? State::Ok : State::Warn,
                            words.arg(shareText(cover.within, cover.households)).arg(cover.wantedPercent));
    }
    const bool hard = replay && replay->hardHit > 0;
    m_coverage[2]->setVisible(hard);
    if (hard)
        m_coverage[2]->show(State::Warn, tr("%1 accounts pay over 20 more a month").arg(countText(replay->hardHit)));
}

void showReplayed(Badge& badge, const WatchedWork* work, const QJsonObject& file) {
    const auto* found = work ? work->answer<ReplayedTariff>() : nullptr;
    if (found && found->file == file)
        badge.show(State::Ok, ReplayPanel::tr("Replayed: %1").arg(differenceOf(found->replay.total)));
    else if (found)
        badge.show(State::Warn, ReplayPanel::tr("Changed since the replay"));
    else if (work && work->isAtWork())
        badge.show(State::Running, work->run().percent() < 0
                                       ? ReplayPanel::tr("Replaying")
                                       : ReplayPanel::tr("Replaying, %1 %").arg(work->run().percent()));
    else
        badge.show(State::Waiting, ReplayPanel::tr("Not replayed"));
}

} // namespace meterhall::ui
