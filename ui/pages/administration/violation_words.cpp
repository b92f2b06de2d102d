#include "ui/pages/administration/violation_words.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <array>

namespace meterhall::ui {

using services::Violation;

namespace {

struct ViolationKind {
    const char* kind;
    const char* text;
};
constexpr std::array violationKinds = std::to_array<ViolationKind>({
    {"audit", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Audit chain, %1")},
    {"schema", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Structure of the database, %1")},
    {"journal-unbalanced", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Journal %1 does not balance")},
    {"bill-not-posted", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Bill %1 differs from its journal")},
    {"bill-not-reproduced", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Bill %1 does not come out again")},
    {"balance", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Balance of account %1 differs from its entries")},
    {"ladder", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Ladder of bill %1")},
    {"shift", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Shift %1")},
    {"command", QT_TRANSLATE_NOOP("meterhall::ui::ViolationBar", "Device command %1")},
});

} // namespace

QString violationText(const Violation& violation) {
    const auto* const known = std::ranges::find_if(
        violationKinds, [&](const ViolationKind& kind) { return violation.kind == QLatin1String(kind.kind); });
    const QString what =
        (known == violationKinds.end() ? violation.kind + QStringLiteral(" %1") : ViolationBar::tr(known->text))
            .arg(violation.subject);
    return violation.detail.isEmpty() ? what : ViolationBar::tr("%1: %2").arg(what, violation.detail);
}

ViolationBar::ViolationBar(QWidget* parent)
    : QFrame(parent)
    , m_happened(makeLabel(TextRole::Emphasis, {}, "danger"))
    , m_first(makeLabel(TextRole::Body))
    , m_todo(makeLabel(TextRole::Label, tr("Change nothing. Keep the database and the last backups as they are, and "
                                           "call the auditor and support: meterhall-cli verify lists everything."))) {
    setProperty("role", "problem");
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    for (QLabel* label : {m_happened, m_first, m_todo}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    m_first->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(12, 10, 12, 10);
    across->setSpacing(10);
    across->addWidget(new IconLabel("danger", 22, Token::Danger), 0, Qt::AlignTop);
    across->addLayout(words, 1);
    hide();
}

void ViolationBar::show(const QString& happened, const std::vector<Violation>& violations) {
    m_happened->setText(happened);
    const QString first = violations.empty() ? QString() : violationText(violations.front());
    m_first->setText(violations.size() > 1 ? tr("First: %1").arg(first) : first);
    setAccessibleName(happened);
    setAccessibleDescription(m_first->text());
    setVisible(!violations.empty());
}

} // namespace meterhall::ui
