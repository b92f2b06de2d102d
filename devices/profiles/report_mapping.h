#pragma once

#include "devices/codecs/cjt188/session.h"
#include "devices/profiles/device_profile.h"

namespace meterhall::devices {

/// What the channel knows about an answer and the meter does not say.
struct Reception {
    QString terminal;
    ReportSource source = ReportSource::Concentrator;
    Instant at = Instant::fromMicroseconds(0);
    /// The civil time of meters, east of UTC.
    Duration meterZone = Duration::hours(8);
    /// A clock farther than this from `at` is ClockTrust::Wrong.
    Duration clockTolerance = Duration::hours(1);
};

/// Maps what one answer said to standard registers. Total: what the profile does not name is left out, what it
/// cannot vouch for is not billable. The codec's doubts are carried over under their keys, and two are added:
/// "unit_code" (a unit the profile does not list) and "register_missing" (a mapped value was not in the answer).
/// NotAnAnswer when nothing in the frame can be mapped at all: then there is no reading.
Result<MeterReport> mapAnswer(const DeviceProfile& profile, const cjt188::Address& address, ByteView frame,
                              const cjt188::Data& data, const Reception& reception);

} // namespace meterhall::devices
