#pragma once

#include "core/services/bill_summary.h"
#include "core/services/correction.h"
#include "core/services/customer_file.h"
#include "ui/pages/parts/form_card.h"

#include <functional>

class QComboBox;
class QLineEdit;

namespace meterhall::ui {

class DayEdit;
class DigitsEdit;
class QuantityEdit;

/// What turned out to be true of a bill: a dial, the terms, whose meter it was, or that the meter counted wrong.
class CorrectionForm : public FormCard {
    Q_OBJECT

public:
    explicit CorrectionForm(const services::BillSummary& bill, QWidget* parent = nullptr);
    void showMeters(const std::vector<services::MeterAtPlace>& meters);
    void showTerms(const AccountTerms& terms);

    /// Puts the truth together in the session that prepares the correction: the other account of two crossed meters is
    /// only known there.
    using Truth = std::function<Result<services::Truth>(services::Session&)>;
    /// Empty when something is missing, which is said then.
    std::optional<Truth> truth();
    QString reason() const;

private:
    enum Kind : std::uint8_t { Dial, Terms, Fault, Crossed };

    void showFields(int kind);
    QWidget* buildDial();
    QWidget* buildTerms();
    QWidget* buildFault();
    QWidget* buildCrossed();
    std::optional<Truth> dialTruth();
    std::optional<Truth> termsTruth();
    std::optional<Truth> faultTruth();
    std::optional<Truth> crossedTruth();

    services::BillSummary m_bill;
    AccountTerms m_before;
    QComboBox* m_kind;
    std::vector<QWidget*> m_fields; ///< by kind
    QuantityEdit* m_dial;
    DayEdit* m_termsFrom;
    QuantityEdit* m_people;
    QLineEdit* m_tariff;
    QComboBox* m_meter;
    DayEdit* m_faultFrom;
    DayEdit* m_faultTo;
    QComboBox* m_direction;
    QuantityEdit* m_percent;
    DigitsEdit* m_other;
    DayEdit* m_crossedFrom;
    QLineEdit* m_reason;
};

} // namespace meterhall::ui
