#pragma once

#include "core/services/billing_overview.h"
#include "ui/widgets/card.h"

class QLabel;

namespace meterhall::ui {

/// What is to be said of one account of a run that has no bill yet: how much and against what, or what it waits for.
class RowCard : public Card {
    Q_OBJECT

public:
    explicit RowCard(QWidget* parent = nullptr);
    void show(const services::RunRow& row);
    void clear();
    QString text() const;

private:
    QLabel* m_line;
};

} // namespace meterhall::ui
