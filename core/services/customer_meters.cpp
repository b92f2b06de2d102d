#include "core/services/customer_file.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/readings_at_place.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/command_store.h"

namespace meterhall::services {

using storage::ReadView;
using storage::RegistryStore;

Result<ReadingsPage> readingsPage(Session& session, AccountId id, const PageMark& after, int limit) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    MH_TRY(const storage::AccountRow row, knownAccount(session, id));
    MH_TRY(const ReadingsAtPlace readings, ReadingsAtPlace::of(database, row.account));
    return readings.page(after, limit);
}

namespace {

Result<MeterAtPlace> meterAt(storage::Database& database, const ReadingsAtPlace& readings,
                             const RegistryStore::Segment& stretch) {
    MeterAtPlace meter{.meter = stretch.meter,
                       .installation = stretch.installation.id,
                       .from = stretch.installation.from,
                       .startDial = stretch.installation.startDial,
                       .until = {},
                       .endDial = {},
                       .unit = billedUnit(stretch.meter.commodity),
                       .lastReading = {},
                       .lastCommand = {},
                       .lastCommandState = {}};
    if (stretch.removal) {
        meter.until = stretch.removal->on;
        meter.endDial = stretch.removal->endDial;
    }
    MH_TRY(meter.lastReading, readings.newest(stretch));
    MH_TRY(const auto commands,
           storage::CommandStore(database).newestOf(stretch.meter.id, stretch.installation.servicePoint, 1));
    if (!commands.empty()) {
        meter.lastCommand = commands.front().command;
        meter.lastCommandState = commands.front().life.state();
    }
    return meter;
}

} // namespace

Result<std::vector<MeterAtPlace>> metersAtPlace(Session& session, AccountId id) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    MH_TRY(const storage::AccountRow row, knownAccount(session, id));
    MH_TRY(const ReadingsAtPlace readings, ReadingsAtPlace::of(database, row.account));
    std::vector<MeterAtPlace> meters;
    for (const RegistryStore::Segment& stretch : readings.stretches()) {
        MH_TRY(MeterAtPlace meter, meterAt(database, readings, stretch));
        meters.push_back(std::move(meter));
    }
    std::stable_partition(meters.begin(), meters.end(), [](const MeterAtPlace& meter) { return !meter.until; });
    return meters;
}

} // namespace meterhall::services
