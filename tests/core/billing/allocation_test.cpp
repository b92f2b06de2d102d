// Counts every allocation of this executable: rating runs over a million accounts and may make none.

#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <cstdlib>
#include <new>

namespace {
std::size_t allocations = 0;
}

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

using namespace meterhall;
using namespace meterhall::tests;

class AllocationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ratingAllocatesNothing_data() {
        QTest::addColumn<bool>("water");
        QTest::newRow("gas, one component in three tiers") << false;
        QTest::newRow("water, three components in three tiers") << true;
    }
    void ratingAllocatesNothing() {
        QFETCH(bool, water);
        const TariffVersion version = water ? waterTariff() : gasTariff();
        const BillingInputs inputs = inputsOf(version, {segment("1000", "1400"), segment("0", "300.5")}, "100");
        Bill bill = Bill::empty(version.currency);
        QVERIFY(rate(inputs, version, bill).ok()); // the reused bill's first time
        QCOMPARE(bill.lines.size(), water ? std::size_t(9) : std::size_t(3));
        const std::size_t before = allocations;
        const bool ok = rate(inputs, version, bill).ok();
        QCOMPARE(allocations - before, std::size_t(0));
        QVERIFY(ok);
    }

    void theCounterCounts() {
        const std::size_t before = allocations;
        const auto one = std::make_unique<int>(1);
        QVERIFY(allocations > before);
    }
};
METERHALL_TEST_CASE(AllocationTest)

#include "allocation_test.moc"
