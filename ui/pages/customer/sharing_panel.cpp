#include "ui/pages/customer/sharing_panel.h"

#include "core/quantity/commodity.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

using services::SharedUse;
using services::Sharer;

namespace {

constexpr int shareDecimals = 4;
constexpr int longestDocument = 120;
constexpr std::int64_t hundred = 100;

enum Kind : std::uint8_t { Percent, Quantity };

Sharer asBefore(const SharedUse& use) {
    if (use.accountId)
        return {*use.accountId, use.share};
    return {services::SubMeter{use.subMeter}, use.share};
}

} // namespace

QString shareText(const SharedUse& use, Commodity commodity) {
    if (use.isRest)
        return SharingPanel::tr("the rest");
    if (!use.subMeter.isEmpty())
        return SharingPanel::tr("sub-meter %1").arg(use.subMeter);
    if (use.share.kind == UseShare::Kind::ByRatio)
        return SharingPanel::tr("%1 %").arg(BilledQuantity::ofMicro(use.share.ratio.micro() * hundred).toString());
    return use.share.quantity.toString() + u' ' + unitText(billedUnit(commodity));
}

SharingPanel::SharingPanel(QAction* post, QWidget* parent)
    : FormCard(tr("Share the meter"), parent)
    , m_what(makeLabel(TextRole::Label, {}, "text2"))
    , m_day(new DayEdit)
    , m_number(new DigitsEdit)
    , m_tariff(new QLineEdit)
    , m_kind(new Combo)
    , m_value(new QuantityEdit({}, shareDecimals))
    , m_document(new QLineEdit) {
    m_what->setWordWrap(true);
    m_kind->addItems({tr("per cent"), tr("quantity of each bill")});
    m_document->setMaxLength(longestDocument);
    body()->addWidget(m_what);
    addFields({{tr("Account that shares"), m_number}, {tr("Tariff of a new one"), m_tariff}});
    addFields({{tr("Its share"), m_kind}, {tr("How much"), m_value}});
    addFields({{tr("Last day as it was; the meter was read"), m_day}});
    addFields({{tr("Document"), m_document}});
    connect(m_number, &QLineEdit::editingFinished, this, &SharingPanel::showSharer);
    connect(m_document, &QLineEdit::textEdited, this, &SharingPanel::clearMissing);
    finish(post);
}

void SharingPanel::show(const services::CustomerHead& head, Date today) {
    const Account& account = head.account.account;
    m_account = account.id;
    m_shares = head.shares;
    QStringList shares;
    for (const SharedUse& use : m_shares)
        shares += tr("%1: %2").arg(use.account, shareText(use, account.commodity));
    m_what->setText(shares.isEmpty() ? tr("Account %1 is billed all that its meter counts.").arg(account.number)
                                     : shares.join(tr("; ")));
    for (QLineEdit* field : {static_cast<QLineEdit*>(m_number), m_tariff, m_document})
        field->clear();
    m_value->clear();
    m_kind->setCurrentIndex(Percent);
    m_day->setValue(today);
    clearMissing();
    m_number->setFocus();
}

void SharingPanel::showSharer() {
    const auto known = std::ranges::find(m_shares, m_number->digits(), &SharedUse::account);
    const bool isKnown = known != m_shares.end() && known->accountId;
    m_tariff->setEnabled(!isKnown);
    if (!isKnown)
        return;
    const bool byRatio = known->share.kind == UseShare::Kind::ByRatio;
    m_kind->setCurrentIndex(byRatio ? Percent : Quantity);
}

std::optional<UseShare> SharingPanel::share() {
    const auto value = m_value->value();
    const auto micro = value.ok() ? value->scaledTo(6) : value.error();
    if (!micro.ok() || *micro <= 0)
        return missing(tr("Type how much of the use it is."), m_value);
    if (m_kind->currentIndex() == Quantity)
        return UseShare{.kind = UseShare::Kind::Fixed, .quantity = BilledQuantity::ofMicro(*micro)};
    if (*micro > hundred * Ratio::microPerUnit)
        return missing(tr("More than all of the use cannot be shared."), m_value);
    return UseShare{.ratio = Ratio::ofMicro(*micro / hundred)};
}

std::optional<Sharer> SharingPanel::sharer() {
    const QString number = m_number->digits();
    if (number.isEmpty())
        return missing(tr("Type the account number of who shares."), m_number);
    const auto how = share();
    if (!how)
        return {};
    const auto known = std::ranges::find(m_shares, number, &SharedUse::account);
    if (known != m_shares.end() && known->accountId)
        return Sharer{*known->accountId, *how};
    if (m_tariff->text().trimmed().isEmpty())
        return missing(tr("Type the tariff of the new account."), m_tariff);
    return Sharer{services::NewSharer{number, m_tariff->text().trimmed(), UseClass::NonResidential}, *how};
}

std::optional<services::SharingRequest> SharingPanel::request() {
    const auto own = sharer();
    if (!own)
        return {};
    const auto day = m_day->value();
    if (!day.ok())
        return missing(m_day->problem(), m_day);
    services::SharingRequest request{
        .account = *m_account, .on = *day, .sharers = {}, .document = m_document->text().trimmed()};
    const AccountId* replaced = std::get_if<AccountId>(&own->who);
    bool isPlaced = false;
    for (const SharedUse& use : m_shares) {
        if (use.accountId == m_account)
            continue;
        const bool isOwn = replaced != nullptr && use.accountId == *replaced;
        request.sharers.push_back(isOwn ? *own : asBefore(use));
        isPlaced = isPlaced || isOwn;
    }
    if (!isPlaced)
        request.sharers.push_back(*own);
    if (request.document.isEmpty())
        return missing(tr("Write on what it rests: \"agreement 12\"."), m_document);
    return request;
}

} // namespace meterhall::ui
