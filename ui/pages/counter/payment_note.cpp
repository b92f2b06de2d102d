#include "ui/pages/counter/payment_note.h"

#include <QFile>
#include <QSaveFile>

namespace meterhall::ui {

PaymentNote::PaymentNote(const services::Workplace& workplace) {
    if (!workplace.witnessFolder.isEmpty())
        m_file = QStringLiteral("%1/seat-%2.payment").arg(workplace.witnessFolder).arg(workplace.seat);
}

void PaymentNote::write(const OnItsWay& payment) const {
    if (m_file.isEmpty())
        return;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return; // the payment itself is safe without it
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QStringLiteral("%1 %2 %3 %4\n")
                   .arg(payment.key)
                   .arg(payment.account.raw())
                   .arg(payment.amount.minor())
                   .arg(QString(payment.amount.currency().code()))
                   .toLatin1());
    file.commit();
}

void PaymentNote::clear() const {
    if (!m_file.isEmpty())
        QFile::remove(m_file);
}

std::optional<PaymentNote::OnItsWay> PaymentNote::read() const {
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QStringList words = QString::fromLatin1(file.read(200)).trimmed().split(u' ');
    if (words.size() != 4)
        return {};
    const std::int64_t key = words[0].toLongLong();
    const auto amount = Money::fromStored(words[2].toLongLong(), words[3]);
    if (key == 0 || !amount.ok())
        return {};
    return OnItsWay{key, AccountId::fromRaw(words[1].toLongLong()), *amount};
}

} // namespace meterhall::ui
