#pragma once

#include "tests/ui/pages/page_town.h"

#include <QObject>

namespace meterhall::tests {

/// Base of the tests of pages: every test function runs on both engines, each time in a fresh town with a workstation.
class PageTest : public QObject {
    Q_OBJECT

protected:
    using Person = SmallTown::Person;
    PageTown& at() const { return *m_town; }
    SmallTown& town() const { return m_town->town(); }
    /// How many things verify finds wrong; ends the session at the window.
    int violations();

private Q_SLOTS:
    void initTestCase_data();
    void init();

protected Q_SLOTS:
    void cleanup();

private:
    std::unique_ptr<PageTown> m_town;
};

} // namespace meterhall::tests
