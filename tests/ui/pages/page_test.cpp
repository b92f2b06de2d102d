#include "tests/ui/pages/page_test.h"

#include "core/services/verify.h"

#include <QTest>

namespace meterhall::tests {

int PageTest::violations() {
    at().standUp();
    const auto result = services::verifyBooks(town().session(Person::Administrator));
    if (!result.ok())
        qFatal("verify: %s", qPrintable(result.error().toString()));
    for (const services::Violation& violation : result->violations)
        qWarning("%s %s %s", qPrintable(violation.kind), qPrintable(violation.subject), qPrintable(violation.detail));
    return int(result->violations.size());
}

void PageTest::initTestCase_data() {
    QTest::addColumn<bool>("sqlite");
    QTest::newRow("sqlite") << true;
    QTest::newRow("postgresql") << false;
}

void PageTest::init() {
    QFETCH_GLOBAL(bool, sqlite);
    m_town = std::make_unique<PageTown>(sqlite);
}

void PageTest::cleanup() {
    m_town.reset();
}

} // namespace meterhall::tests
