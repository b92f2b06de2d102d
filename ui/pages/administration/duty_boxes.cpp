#include "ui/pages/administration/duty_boxes.h"

#include "ui/errors/error_text.h"
#include "ui/errors/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

namespace meterhall::ui {

namespace {

constexpr int dutyColumns = 2;

QString spokenDuty(Duty duty) {
    return errors::spoken(errors::Words::Duties, codeOf(duty));
}

} // namespace

QString dutyText(Duty duty) {
    QString text = spokenDuty(duty);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString dutiesText(const Duties& duties) {
    QStringList texts;
    for (const Duty duty : duties)
        texts << (texts.isEmpty() ? dutyText(duty) : spokenDuty(duty));
    return texts.isEmpty() ? QStringLiteral("—") : texts.join(DutyBoxes::tr(", "));
}

DutyBoxes::DutyBoxes(QWidget* parent)
    : QWidget(parent)
    , m_problem(makeLabel(TextRole::Label, {}, "danger")) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    const int rows = (int(allDuties().size()) + dutyColumns - 1) / dutyColumns;
    for (const Duty duty : allDuties()) {
        const int at = int(m_boxes.size());
        auto* box = new QCheckBox(dutyText(duty));
        grid->addWidget(box, at % rows, at / rows);
        m_boxes.push_back({duty, box});
        connect(box, &QCheckBox::toggled, this, [this] {
            showProblem(false);
            Q_EMIT changed();
        });
    }
    m_problem->setWordWrap(true);
    m_problem->hide();
    grid->addWidget(m_problem, rows, 0, 1, dutyColumns);
}

void DutyBoxes::setDuties(const Duties& duties) {
    for (const Box& box : m_boxes) {
        const QSignalBlocker quiet(box.box);
        box.box->setChecked(duties.contains(box.duty));
    }
    m_problem->hide();
    Q_EMIT changed();
}

Duties DutyBoxes::duties() const {
    Duties held;
    for (const Box& box : m_boxes) {
        if (box.box->isChecked())
            held.insert(box.duty);
    }
    return held;
}

void DutyBoxes::showProblem(bool always) {
    const auto may = mayHold(duties());
    const bool shown = !may.ok() && (always || !may.failedWith(SecurityError::NoDuty));
    if (shown) {
        const ErrorText text = presented(may.error());
        m_problem->setText(text.happened + u' ' + text.todo);
    }
    m_problem->setVisible(shown);
}

void DutyBoxes::focusFirst() {
    m_boxes.front().box->setFocus();
}

} // namespace meterhall::ui
