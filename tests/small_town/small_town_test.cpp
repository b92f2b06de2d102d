#include "tests/small_town/small_town_test.h"

#include "core/services/verify.h"

#include <QTest>

namespace meterhall::tests {

int SmallTownTest::violations() {
    const auto result = services::verifyBooks(as(Person::Administrator));
    if (!result.ok())
        qFatal("verify: %s", qPrintable(result.error().toString()));
    for (const services::Violation& violation : result->violations)
        qWarning("%s %s %s", qPrintable(violation.kind), qPrintable(violation.subject), qPrintable(violation.detail));
    return int(result->violations.size());
}

void SmallTownTest::initTestCase_data() {
    QTest::addColumn<bool>("sqlite");
    QTest::newRow("sqlite") << true;
    QTest::newRow("postgresql") << false;
}

void SmallTownTest::init() {
    QFETCH_GLOBAL(bool, sqlite);
    m_town = std::make_unique<SmallTown>(sqlite);
    prepare();
}

void SmallTownTest::cleanup() {
    m_town.reset();
}

} // namespace meterhall::tests
