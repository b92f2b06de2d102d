#pragma once

#include "core/registry/ids.h"

#include <QWidget>

class QHBoxLayout;

namespace meterhall::ui {

class WorkAtHand;

/// Who was set aside at this seat, the last one first; a click brings one back. Nothing is shown when there is nobody.
class ParkedBar : public QWidget {
    Q_OBJECT

public:
    explicit ParkedBar(const WorkAtHand& work, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(meterhall::AccountId account);

private:
    void rebuild();

    const WorkAtHand& m_work;
    QHBoxLayout* m_layout;
};

} // namespace meterhall::ui
