#pragma once

#include "devices/profiles/device_profile.h"
#include "devices/profiles/test_telegram.h"

namespace meterhall::devices {

/// A profile file: the profile and the telegrams that prove it.
struct ProfileDocument {
    DeviceProfile profile;
    std::vector<TestTelegram> tests;
};

/// Reads one file of resources/profiles. Every field is required, none may be added, and a profile without a test
/// of its request and of an answer is refused. The form is described in resources/profiles/README.md.
Result<ProfileDocument> readProfile(const QByteArray& json);

} // namespace meterhall::devices
