#pragma once

#include "core/base/decimal.h"
#include "core/calendar/accounting_month.h"
#include "core/money/money.h"

#include <QLineEdit>

#include <optional>

class QLabel;

namespace meterhall::ui {

/// What every typed editor shares: the input method is off, full-width digits are taken, everything is selected on
/// focus so that typing replaces, and a message in words stands under the field once it was left with something wrong.
class TypedEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit TypedEdit(QWidget* parent = nullptr);
    /// Where the reason is shown; the form owns it.
    void setMessageLabel(QLabel* label);
    /// What is wrong with the text, in words; empty when nothing is.
    virtual QString problem() const = 0;
    bool isEmpty() const { return text().trimmed().isEmpty(); }

Q_SIGNALS:
    void valueEdited(); ///< by the user, the text has changed

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void showProblem(const QString& problem);

private:
    QLabel* m_message = nullptr;
};

/// An amount. "￥1,234.50元" may be pasted; a third decimal is refused with the reason.
class MoneyEdit : public TypedEdit {
    Q_OBJECT

public:
    explicit MoneyEdit(Currency currency, QWidget* parent = nullptr);
    Result<Money> value() const;
    void setValue(const Money& money);
    QString problem() const override;

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    Currency m_currency;
};

/// A quantity or dial with its unit inside the field, at the right.
class QuantityEdit : public TypedEdit {
    Q_OBJECT

public:
    QuantityEdit(QString unit, int decimals, QWidget* parent = nullptr);
    Result<Decimal> value() const;
    void setValue(const Decimal& value);
    QString problem() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_unit;
    int m_decimals;
};

/// Numbers that are names: meters, accounts, telephones. Digits only, shown in groups, kept without gaps.
class DigitsEdit : public TypedEdit {
    Q_OBJECT

public:
    explicit DigitsEdit(int group = 4, QWidget* parent = nullptr);
    QString digits() const;
    void setDigits(const QString& digits);
    QString problem() const override { return {}; }

private:
    void regroup();
    int m_group;
};

/// An accounting month: "2026-11", "202611" or "11" of this year; the arrows step.
class MonthEdit : public TypedEdit {
    Q_OBJECT

public:
    explicit MonthEdit(AccountingMonth start, QWidget* parent = nullptr);
    Result<AccountingMonth> value() const;
    void setValue(AccountingMonth month);
    QString problem() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    AccountingMonth m_last;
};

/// A day: "2026-11-20", "20261120", or "1120" and "11-20" of the year of the day shown before.
class DayEdit : public TypedEdit {
    Q_OBJECT

public:
    explicit DayEdit(QWidget* parent = nullptr);
    Result<Date> value() const;
    void setValue(Date day);
    QString problem() const override;

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::optional<Date> m_last;
};

} // namespace meterhall::ui
