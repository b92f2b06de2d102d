#include "ui/pages/administration/operator_words.h"

#include "ui/pages/administration/duty_boxes.h"
#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

#include <algorithm>

namespace meterhall::ui {

using services::OperatorRow;

namespace {

struct OperatorWords {
    Q_DECLARE_TR_FUNCTIONS(OperatorWords)
};

constexpr int dutiesInFirstLine = 2;

// More than two go into the second line.
Cell dutiesCell(const Duties& duties) {
    const auto cut = std::next(duties.begin(), std::min<std::ptrdiff_t>(dutiesInFirstLine, std::ssize(duties)));
    Cell cell{.text = dutiesText(Duties(duties.begin(), cut))};
    if (cut != duties.end())
        cell.second = dutiesText(Duties(cut, duties.end()));
    return cell;
}

} // namespace

StateWords wordsOf(const OperatorRow& row, const UtilityZone& zone) {
    if (row.deactivatedAt)
        return {State::Off, OperatorWords::tr("Deactivated")};
    if (row.lockedUntil)
        return {State::Danger, OperatorWords::tr("Locked until %1").arg(clockText(*row.lockedUntil, zone))};
    if (row.mustChangePassword)
        return {State::Waiting, OperatorWords::tr("Must change password")};
    return {State::Ok, OperatorWords::tr("Active")};
}

QString lastSignInText(const OperatorRow& row, const UtilityZone& zone) {
    return row.lastSignInAt ? momentText(*row.lastSignInAt, zone) : OperatorWords::tr("Never");
}

std::vector<Column> operatorColumns() {
    return {{.title = OperatorWords::tr("Operator"), .width = 130},
            {.title = OperatorWords::tr("Duties"), .width = 120, .flexible = true},
            {.title = OperatorWords::tr("State"), .width = 196},
            {.title = OperatorWords::tr("Last sign-in"), .width = 144}};
}

LedgerRow operatorLine(const OperatorRow& row, const UtilityZone& zone) {
    const StateWords state = wordsOf(row, zone);
    const Token ink = row.deactivatedAt ? Token::Text2 : Token::Text;
    Cell duties = dutiesCell(row.duties);
    duties.tone = ink;
    return {.id = row.who.id.raw(),
            .cells = {{.text = row.who.name, .second = row.who.number, .tone = ink},
                      duties,
                      {.text = state.text, .badge = state.state},
                      {.text = lastSignInText(row, zone), .tone = Token::Text2}}};
}

} // namespace meterhall::ui
