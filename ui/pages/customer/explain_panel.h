#pragma once

#include "core/services/open_bills.h"

#include <QWidget>

class QAction;
class QLabel;

namespace meterhall::ui {

class Card;
class WhyCard;

/// How one bill came about, at the side of the page, which stays as it is.
class ExplainPanel : public QWidget {
    Q_OBJECT

public:
    explicit ExplainPanel(QAction* print, QWidget* parent = nullptr);
    void show(const services::BillArithmetic& bill);
    void clear();

Q_SIGNALS:
    void closeWanted();

private:
    WhyCard* m_why;
    Card* m_facts;
    QLabel* m_words;
};

} // namespace meterhall::ui
