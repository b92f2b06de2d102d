#pragma once

#include "core/registry/ids.h"
#include "ui/pages/counter/pay_panel.h"

#include <QWidget>

class QHBoxLayout;

namespace meterhall::ui {

/// A customer who was set aside half-way (挂起), with what was typed for him.
struct ParkedCustomer {
    AccountId account;
    QString holder;
    PayPanel::Typed typed;
    std::set<std::int64_t> unticked; ///< bills he does not pay today
};

/// Who was set aside at this seat, the last one first; a click brings one back. Nothing is shown when there is nobody.
class ParkedBar : public QWidget {
    Q_OBJECT

public:
    explicit ParkedBar(QWidget* parent = nullptr);
    void park(ParkedCustomer customer);
    bool isEmpty() const { return m_parked.empty(); }
    /// Not while isEmpty().
    AccountId last() const { return m_parked.back().account; }
    /// Somebody stands there again: what was typed for him.
    std::optional<ParkedCustomer> take(AccountId account);

Q_SIGNALS:
    void chosen(meterhall::AccountId account);

private:
    void rebuild();

    QHBoxLayout* m_layout;
    std::vector<ParkedCustomer> m_parked;
};

} // namespace meterhall::ui
