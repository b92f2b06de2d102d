#pragma once

#include "devices/profiles/device_profile.h"

namespace meterhall::devices {

/// All device profiles of the program. Immutable once loaded, so any thread may read it.
class ProfileCatalog {
public:
    /// The data files built into the program, each with its test telegrams checked for form (not run).
    static Result<ProfileCatalog> builtIn();

    /// DoubleId when the catalog has one of that name.
    Result<void> add(DeviceProfile profile);

    /// Null when there is none. Valid as long as the catalog, until the next `add`.
    const DeviceProfile* find(QStringView id) const;
    /// The profiles whose detection fits the type byte and shown address of an answer, in order of id.
    std::vector<const DeviceProfile*> detect(std::uint8_t meterType, QStringView deviceAddress) const;
    /// In order of id.
    const std::vector<DeviceProfile>& all() const { return m_profiles; }

private:
    std::vector<DeviceProfile> m_profiles;
};

/// The texts of the profiles built into the program: file name and content.
struct ProfileFile {
    QString name;
    QByteArray json;
};
Result<std::vector<ProfileFile>> builtInProfileFiles();
/// The same for the modems of resources/profiles/dtu, which devices/codecs/dtu reads.
Result<std::vector<ProfileFile>> builtInModemFiles();

} // namespace meterhall::devices
