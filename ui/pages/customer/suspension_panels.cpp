#include "ui/pages/customer/suspension_panels.h"

#include "ui/theme/theme.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int suspensionDialDecimals = 6;
constexpr int longestWish = 120;

QString documentWanted() {
    return SuspensionPanel::tr("Name the document: \"application 17\".");
}

} // namespace

SuspensionPanel::SuspensionPanel(QAction* post, bool mayRead, QWidget* parent)
    : FormCard(tr("Suspend the supply"), parent)
    , m_what(makeLabel(TextRole::Label, {}, "text2"))
    , m_day(new DayEdit)
    , m_dial(new QuantityEdit({}, suspensionDialDecimals))
    , m_document(new QLineEdit) {
    m_what->setWordWrap(true);
    m_document->setMaxLength(longestWish);
    connect(m_document, &QLineEdit::textEdited, this, &SuspensionPanel::clearMissing);
    body()->addWidget(m_what);
    addField(tr("Last day of supply"), m_day);
    if (mayRead)
        addField(tr("Dial of today, if it was not read"), m_dial);
    else
        m_dial->setParent(this);
    m_dial->setVisible(mayRead);
    addField(tr("Document"), m_document);
    finish(post);
}

void SuspensionPanel::show(const services::CustomerHead& head, Date today) {
    m_account = head.account.account.id;
    m_what->setText(tr("Account %1 of %2 is billed to that day, and not again until its supply is resumed.")
                        .arg(head.account.account.number, head.account.holder));
    m_day->setValue(today);
    m_dial->clear();
    m_document->clear();
    clearMissing();
    m_document->setFocus();
}

std::optional<services::SuspensionRequest> SuspensionPanel::request() {
    const auto day = m_day->value();
    if (!day.ok())
        return missing(m_day->problem(), m_day);
    services::SuspensionRequest request{.account = *m_account, .on = *day, .document = m_document->text().trimmed()};
    if (!take(m_dial, request.dial))
        return std::nullopt;
    if (request.document.isEmpty())
        return missing(documentWanted(), m_document);
    return request;
}

ResumptionPanel::ResumptionPanel(QAction* post, QWidget* parent)
    : FormCard(tr("Resume the supply"), parent)
    , m_what(makeLabel(TextRole::Label, {}, "text2"))
    , m_day(new DayEdit)
    , m_document(new QLineEdit) {
    m_what->setWordWrap(true);
    m_document->setMaxLength(longestWish);
    connect(m_document, &QLineEdit::textEdited, this, &ResumptionPanel::clearMissing);
    body()->addWidget(m_what);
    addField(tr("First day of supply"), m_day);
    addField(tr("Document"), m_document);
    finish(post);
}

void ResumptionPanel::show(const services::CustomerHead& head, Date today) {
    m_account = head.account.account.id;
    m_what->setText(tr("Suspended on %1. Bills begin again on that day; what was used meanwhile is on the first one.")
                        .arg(head.suspendedOn ? dayText(*head.suspendedOn) : QString()));
    m_day->setValue(today);
    m_document->clear();
    clearMissing();
    m_document->setFocus();
}

std::optional<services::ResumptionRequest> ResumptionPanel::request() {
    const auto day = m_day->value();
    if (!day.ok())
        return missing(m_day->problem(), m_day);
    services::ResumptionRequest request{.account = *m_account, .on = *day, .document = m_document->text().trimmed()};
    if (request.document.isEmpty())
        return missing(documentWanted(), m_document);
    return request;
}

} // namespace meterhall::ui
