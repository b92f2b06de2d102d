#pragma once

#include "devices/codecs/cjt188/session.h"
#include "devices/hub/reading_plan.h"
#include "devices/profiles/report_mapping.h"

namespace meterhall::devices {

/// Reads one meter after the other on one line: the protocol's session, the profile's questions in their order, and
/// their answers as one report. Sans-I/O; `now` is the steady time.
class MeterDialog {
public:
    struct Step {
        enum class Kind : std::uint8_t {
            Ask,    ///< send `frame` to the meter
            Done,   ///< `report` says what the meter said
            Failed, ///< `why` nothing it said can be used
        };
        Kind kind = Kind::Ask;
        Bytes frame;
        MeterReport report;
        NotRead why;
    };
    using Steps = std::vector<Step>;

    struct Counters {
        std::int64_t garbageBytes = 0;
        std::int64_t duplicates = 0;
        std::int64_t strangers = 0;
    };

    /// Address and profile have been checked; the profile outlives the dialog. `reception` without its time.
    Steps begin(const ReadingTarget& target, const DeviceProfile& profile, const ReadingPolicy& policy,
                Reception reception, Instant now);
    Steps receive(ByteView bytes, const Instant& wall, Instant now);
    /// The terminal says that it will get no answer, so waiting on makes no sense.
    Steps giveUpTry(NotReadCause cause, const QString& evidence, const Instant& wall, Instant now);
    Steps tick(const Instant& wall, Instant now);
    std::optional<Instant> deadline() const { return m_session.deadline(); }
    void cancel();

    /// Since the last call.
    Counters takeCounters();

private:
    Steps follow(cjt188::Session::Event event, const Instant& wall, Instant now);
    Step ask(Instant now);
    Step concluded(const Instant& wall, Instant now);
    Step failed();
    void remember(ByteView bytes);

    cjt188::Session m_session;
    cjt188::Session::Counters m_told;
    const DeviceProfile* m_profile = nullptr;
    cjt188::Address m_address;
    cjt188::ReadPolicy m_policy;
    Reception m_reception;
    std::size_t m_question = 0; ///< index in the profile's requests
    std::optional<MeterReport> m_report;
    Bytes m_lastBytes; ///< evidence, bounded
    std::uint32_t m_garbageBefore = 0;
    std::optional<NotRead> m_terminalSaid;
};

} // namespace meterhall::devices
