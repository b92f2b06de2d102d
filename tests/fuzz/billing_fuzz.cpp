// Stored tariffs, inputs and bills: whatever the bytes are, they are refused or mean one thing and are written the same
// way again; and what is accepted can be rated without a fault.

#include "core/billing/rate.h"
#include "core/proof/proof.h"

#include <cstdlib>

using namespace meterhall;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

BillingInputs inputsFor(const TariffVersion& version, ByteView bytes) {
    const Date from = *Date::of(2026, 1, 1);
    const auto number = [&](std::size_t at) {
        return BilledQuantity::ofMicro(at < bytes.size() ? bytes[at] * 1'777'777LL : 0);
    };
    return {AccountId::fromRaw(1),
            ServicePointId::fromRaw(1),
            AccountingMonth::containing(from),
            *ReadingInterval::of(from, from.addDays(1)),
            version.id,
            currentRuleVersion,
            {{MeterId::fromRaw(1), "volume", number(0), number(1)}},
            {},
            number(2)};
}

void rateIt(const TariffVersion& version, ByteView bytes) {
    Bill bill = Bill::empty(version.currency);
    Trace trace;
    if (rate(inputsFor(version, bytes), version, bill, &trace).ok())
        require(proveTotal(trace, bill.total.toString()).ok());
}

bool same(const Bytes& written, ByteView read) {
    return std::equal(written.begin(), written.end(), read.begin(), read.end());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    if (const auto inputs = decodeBillingInputs(bytes); inputs.ok())
        require(same(encodeBillingInputs(*inputs), bytes));
    if (const auto bill = decodeBill(bytes); bill.ok())
        require(same(encodeBill(*bill), bytes));
    if (const auto version = decodeTariffVersion(bytes); version.ok()) {
        require(same(encodeTariffVersion(*version), bytes));
        rateIt(*version, bytes);
    }
    return 0;
}
