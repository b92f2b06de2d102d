#include "ui/pages/billing/run_words.h"

#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

namespace meterhall::ui {

using services::RunRow;
using services::RunRowState;
using services::RunStage;

namespace {

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

constexpr std::int64_t muchMore = 2; // times the bill before

QString dialText(const Decimal& dial) {
    return numberText(dial);
}

QString doubtWord(Doubt doubt) {
    switch (doubt) {
    case Doubt::LowerThanPrevious:
        return RunWords::tr("lower than before");
    case Doubt::HighUse:
        return RunWords::tr("much more use than usual");
    case Doubt::ZeroUse:
        return RunWords::tr("no use where there was some");
    case Doubt::WrongClock:
        return RunWords::tr("the meter's clock is wrong");
    case Doubt::FrameDoubt:
        return RunWords::tr("something odd in the answer");
    case Doubt::UnknownUnit:
        return RunWords::tr("another unit");
    case Doubt::Rollover:
        return RunWords::tr("the dial began again");
    }
    return {};
}

QString doubtWords(Doubts doubts) {
    QStringList words;
    for (const Doubt doubt : {Doubt::LowerThanPrevious, Doubt::HighUse, Doubt::ZeroUse, Doubt::WrongClock,
                              Doubt::FrameDoubt, Doubt::UnknownUnit, Doubt::Rollover}) {
        if (doubts.has(doubt))
            words << doubtWord(doubt);
    }
    return words.join(RunWords::tr(", "));
}

QString holdTodo(const QString& code) {
    if (code == QLatin1String("doubtful-reading"))
        return RunWords::tr("The supervisor decides under Readings review; then compute again.");
    if (code == QLatin1String("not-read"))
        return RunWords::tr("It is billed once a reading is in; then compute again.");
    if (code == QLatin1String("rejected-reading"))
        return RunWords::tr("The reading was rejected: it wants a new one.");
    if (code == QLatin1String("no-tariff"))
        return RunWords::tr("No price is in force for it on that day: finance activates one.");
    if (code == QLatin1String("already-billed"))
        return RunWords::tr("There is nothing newer than its last bill.");
    if (code == QLatin1String("dial-backwards"))
        return RunWords::tr("The dial stands below what was billed: have it read again.");
    if (code == QLatin1String("divided-interval"))
        return RunWords::tr(
            "Its prices contradict each other about the days between its two readings: see their policies.");
    if (code == QLatin1String("missing-fact"))
        return RunWords::tr("The tariff asks for something the account does not say: add it to its terms.");
    if (code == QLatin1String("no-sub-reading"))
        return RunWords::tr(
            "Its tariff wants the meter read on the day of the new price: bring in that day's reading.");
    if (code == QLatin1String("prepaid"))
        return RunWords::tr("It pays when it buys: there is nothing to bill.");
    if (code == QLatin1String("suspended"))
        return RunWords::tr("Its supply is suspended and billed until then: there is nothing to bill.");
    if (code == QLatin1String("loss-not-read"))
        return RunWords::tr("It shares the loss of a master meter: have that meter, and all behind it, read.");
    if (code == QLatin1String("loss-shared"))
        return RunWords::tr("What its meter counts is billed to those behind it.");
    return {};
}

// What a person would look at twice: nothing used, much more than before, billed for the first time.
Cell oddCell(const RunRow& row) {
    if (row.use && row.use->isZero())
        return {.text = RunWords::tr("No use"), .badge = State::Warn};
    if (!row.previousTotal)
        return {.text = RunWords::tr("First bill"), .badge = State::Info};
    if (row.total && row.previousTotal->isPositive() && row.total->minor() / muchMore >= row.previousTotal->minor()) {
        const std::int64_t tenths = row.total->minor() / (row.previousTotal->minor() / 10 + 1);
        return {.text = RunWords::tr("%1 times the last").arg(numberText(Decimal{tenths, 1})), .badge = State::Warn};
    }
    return {};
}

Cell noteCell(const RunRow& row) {
    switch (row.state) {
    case RunRowState::Held:
        return {.text = holdText(row.heldBecause),
                .badge = row.heldBecause == QLatin1String("already-billed") ? State::Off : State::Warn};
    case RunRowState::Refused:
        return {.text = RunWords::tr("Input changed"), .badge = State::Danger};
    case RunRowState::Issued:
        return {.text = RunWords::tr("Posted"), .badge = State::Ok};
    case RunRowState::Ready:
        return oddCell(row);
    }
    return {};
}

QString differenceText(const RunRow& row) {
    if (!row.total || !row.previousTotal)
        return {};
    const auto more = row.total->minus(*row.previousTotal);
    if (!more.ok())
        return {};
    return changeText(*more);
}

} // namespace

StageLook stageLook(RunStage stage) {
    switch (stage) {
    case RunStage::None:
        return {State::Off, RunWords::tr("Not begun")};
    case RunStage::Drafted:
        return {State::Waiting, RunWords::tr("Computed")};
    case RunStage::Checked:
        return {State::Info, RunWords::tr("Checked")};
    case RunStage::Issuing:
        return {State::Running, RunWords::tr("Posting")};
    case RunStage::Issued:
        return {State::Ok, RunWords::tr("Posted")};
    }
    Q_UNREACHABLE();
}

QString holdText(const QString& code) {
    if (code == QLatin1String("not-read"))
        return RunWords::tr("Not read");
    if (code == QLatin1String("doubtful-reading"))
        return RunWords::tr("Doubtful reading");
    if (code == QLatin1String("rejected-reading"))
        return RunWords::tr("Rejected reading");
    if (code == QLatin1String("no-tariff"))
        return RunWords::tr("No price");
    if (code == QLatin1String("already-billed"))
        return RunWords::tr("Billed already");
    if (code == QLatin1String("dial-backwards"))
        return RunWords::tr("Dial went back");
    if (code == QLatin1String("inputs-changed"))
        return RunWords::tr("Input changed");
    if (code == QLatin1String("divided-interval"))
        return RunWords::tr("Interval divided");
    if (code == QLatin1String("missing-fact"))
        return RunWords::tr("Fact missing");
    if (code == QLatin1String("no-sub-reading"))
        return RunWords::tr("Not read on the day of change");
    if (code == QLatin1String("prepaid"))
        return RunWords::tr("Prepaid");
    if (code == QLatin1String("suspended"))
        return RunWords::tr("Suspended");
    if (code == QLatin1String("loss-not-read"))
        return RunWords::tr("Master not read");
    if (code == QLatin1String("loss-shared"))
        return RunWords::tr("Billed to others");
    return code;
}

QString holdSentence(const RunRow& row) {
    QString said;
    if (row.about && !row.about->meterNumber.isEmpty()) {
        const services::HeldAbout& about = *row.about;
        if (about.dial && about.receivedOn && about.doubts.any())
            said = RunWords::tr("Meter %1 stood at %2 on %3: %4.")
                       .arg(about.meterNumber, dialText(*about.dial), dayText(*about.receivedOn),
                            doubtWords(about.doubts));
        else if (about.dial && about.receivedOn)
            said = RunWords::tr("Meter %1 stood at %2 on %3.")
                       .arg(about.meterNumber, dialText(*about.dial), dayText(*about.receivedOn));
        else if (about.billedTo)
            said = RunWords::tr("Meter %1 has no reading since %2.").arg(about.meterNumber, dayText(*about.billedTo));
    } else {
        said = RunWords::tr("No meter hangs there.");
    }
    const QString todo = holdTodo(row.heldBecause);
    if (said.isEmpty() || todo.isEmpty())
        return said + todo;
    return RunWords::tr("%1 %2", "one sentence after another").arg(said, todo);
}

std::vector<Column> runColumns() {
    return {{.title = RunWords::tr("Account"), .width = 120},
            {.title = RunWords::tr("Holder"), .width = 80, .flexible = true, .mayElide = true},
            {.title = RunWords::tr("Use"), .width = 68, .number = true},
            {.title = RunWords::tr("This bill"), .width = 96, .number = true},
            {.title = RunWords::tr("Bill before"), .width = 96, .number = true},
            {.title = RunWords::tr("Difference"), .width = 96, .number = true},
            {.title = RunWords::tr("What to know"), .width = 168}};
}

LedgerRow runLine(const RunRow& row) {
    const QString none = QStringLiteral("—");
    return {.id = row.ordinal,
            .cells = {{.text = row.accountNumber},
                      {.text = row.holder},
                      {.text = row.use ? numberText(Decimal{row.use->micro(), 6}) : none},
                      {.text = row.total ? amountText(*row.total) : none},
                      {.text = row.previousTotal ? amountText(*row.previousTotal) : none, .tone = Token::Text2},
                      {.text = differenceText(row)},
                      noteCell(row)}};
}

QString byWhom(const services::StaffName& who, std::optional<Instant> at, const UtilityZone& zone) {
    return at ? RunWords::tr("%1, %2").arg(who.name, momentText(*at, zone)) : who.name;
}

} // namespace meterhall::ui
