#pragma once

#include "app/cli/options.h"
#include "core/services/counter.h"

namespace meterhall::app {

/// --key: below every key that a seat makes (core/base/id.h), so that the two never meet.
Result<std::optional<std::int64_t>> callersKey(const Options& options);

/// What became of a payment or a reversal, as one JSON line.
Result<int> printPayment(services::Session& session, std::int64_t key, const services::PaymentResult& result);

} // namespace meterhall::app
