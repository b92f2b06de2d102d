#include "devices/profiles/profile_catalog.h"

#include "devices/profiles/profile_reader.h"

#include <QDir>
#include <QFile>

// Outside any namespace, as the macro wants it; a static library's resources are not there without it.
static void initProfileResources() {
    Q_INIT_RESOURCE(meterhall_profiles);
}

namespace meterhall::devices {

namespace {
Result<std::vector<ProfileFile>> filesIn(const QString& path) {
    initProfileResources();
    constexpr qint64 largest = 256 * 1024;
    const QDir folder(path);
    std::vector<ProfileFile> files;
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
            return Error(ProfileError::CannotRead, {name});
        files.push_back({name, file.readAll()});
    }
    if (files.empty())
        return Error(ProfileError::CannotRead, {folder.path()});
    return files;
}
} // namespace

Result<std::vector<ProfileFile>> builtInProfileFiles() {
    return filesIn(QStringLiteral(":/meterhall/profiles"));
}

Result<std::vector<ProfileFile>> builtInModemFiles() {
    return filesIn(QStringLiteral(":/meterhall/profiles/dtu"));
}

Result<ProfileCatalog> ProfileCatalog::builtIn() {
    MH_TRY(const std::vector<ProfileFile> files, builtInProfileFiles());
    ProfileCatalog catalog;
    for (const ProfileFile& file : files) {
        auto document = readProfile(file.json);
        if (!document.ok())
            return std::move(document).error().within(file.name);
        MH_CHECK(catalog.add(std::move(document->profile)).within(file.name));
    }
    return catalog;
}

namespace {
bool isBefore(const DeviceProfile& profile, QStringView id) {
    return profile.id < id;
}
} // namespace

Result<void> ProfileCatalog::add(DeviceProfile profile) {
    const auto place = std::lower_bound(m_profiles.begin(), m_profiles.end(), QStringView(profile.id), isBefore);
    if (place != m_profiles.end() && place->id == profile.id)
        return Error(ProfileError::DoubleId, {profile.id});
    m_profiles.insert(place, std::move(profile));
    return {};
}

const DeviceProfile* ProfileCatalog::find(QStringView id) const {
    const auto place = std::lower_bound(m_profiles.begin(), m_profiles.end(), id, isBefore);
    return place != m_profiles.end() && place->id == id ? &*place : nullptr;
}

std::vector<const DeviceProfile*> ProfileCatalog::detect(std::uint8_t meterType, QStringView deviceAddress) const {
    std::vector<const DeviceProfile*> fitting;
    for (const DeviceProfile& profile : m_profiles) {
        const bool fits = std::any_of(profile.detect.begin(), profile.detect.end(), [&](const Detection& detection) {
            return detection.meterType == meterType && deviceAddress.startsWith(detection.vendor);
        });
        if (fits)
            fitting.push_back(&profile);
    }
    return fitting;
}

} // namespace meterhall::devices
