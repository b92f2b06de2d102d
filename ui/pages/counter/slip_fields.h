#pragma once

#include "core/ledger/tender.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace meterhall::ui {

class DayEdit;

/// What stands for money that is not in the drawer: the number of the terminal's slip, or number, bank and date of a
/// transfer or a cheque.
class SlipFields : public QWidget {
    Q_OBJECT

public:
    explicit SlipFields(QWidget* parent = nullptr);

    /// `today` is the date until another one is typed.
    void show(PaymentMethod method, Date today);
    void clear();
    void setTender(const Tender& tender);
    void setReference(const QString& reference);
    Tender tender() const;
    void setReadOnly(bool readOnly);
    /// What to do is said in a line, where there is room.
    void showHow(bool shown);

    enum class Field : std::uint8_t { Reference, Bank, Day };
    /// The first one that is still to be filled in.
    std::optional<Field> missing() const;
    void focus(Field field);

Q_SIGNALS:
    void edited();

private:
    PaymentMethod m_method = PaymentMethod::WeChat;
    QLabel* m_title;
    QLabel* m_how;
    QLineEdit* m_reference;
    QWidget* m_ofBank;
    QLineEdit* m_bank;
    QLabel* m_dayLabel;
    DayEdit* m_day;
};

} // namespace meterhall::ui
