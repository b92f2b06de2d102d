#pragma once

#include "tests/small_town/small_town.h"

#include <QObject>

namespace meterhall::tests {

/// Base of test classes that work in a small town: every test function runs on both engines, each time in a fresh town.
class SmallTownTest : public QObject {
    Q_OBJECT

protected:
    using Person = SmallTown::Person;

    /// For what a subclass would do in init().
    virtual void prepare() {}

    SmallTown& town() const { return *m_town; }
    services::Session& as(Person person) { return m_town->session(person); }
    /// How many things verify finds wrong; each is printed. Fails the program when the books cannot be verified.
    int violations();

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

private:
    std::unique_ptr<SmallTown> m_town;
};

} // namespace meterhall::tests
