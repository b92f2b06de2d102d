#pragma once

#include "core/commands/command_outcome.h"
#include "core/commands/released_command.h"
#include "devices/codecs/cjt188/session.h"
#include "devices/profiles/device_profile.h"
#include "devices/transports/clock.h"

#include <optional>
#include <vector>

namespace meterhall::devices {

struct CommandPolicy {
    Duration answerWithin = Duration::seconds(5);
    /// From the meter's answer, or the lack of one, to the first look: a valve takes its time to turn.
    Duration settleFor = Duration::seconds(3);
    int looks = 3; ///< until the command is seen to hold
    Duration betweenLooks = Duration::seconds(2);
    Duration clockTolerance = Duration::minutes(2);
    /// Meters keep the civil time of the utility and send no zone.
    Duration meterZone = Duration::hours(8);
};

/// One command to one meter on one line: told once, never twice, then looked at until it is seen to hold or the looks
/// are used up. Sans-I/O.
class CommandDialog {
public:
    struct Step {
        enum class Kind : std::uint8_t {
            Tell, ///< send `frame`: the command itself
            Look, ///< send `frame`: a question
            Done, ///< `outcome`; the dialog is over
        };
        Kind kind = Kind::Look;
        Bytes frame;
        CommandOutcome outcome;
    };
    using Steps = std::vector<Step>;

    /// `profile` may be null (then it is impossible) and outlives the dialog. `firstSerial`: see cjt188::Session.
    CommandDialog(ReleasedCommand released, const DeviceProfile* profile, const CommandPolicy& policy,
                  std::uint8_t firstSerial);

    const DeviceRoute& route() const { return m_released.route; }
    int baud() const { return m_profile->serial.baud; }
    Duration answerWithin() const { return m_policy.answerWithin; }

    Steps begin(const Now& now);
    Steps receive(ByteView bytes, const Now& now);
    /// The terminal says that no answer will come.
    Steps nothingCame(const Now& now);
    Steps tick(const Now& now);
    std::optional<Instant> deadline() const;
    /// The line is gone: what is known so far.
    CommandOutcome abandon(const QString& why);

private:
    enum class Phase : std::uint8_t { Idle, Telling, Settling, Looking };

    QString whyImpossible() const;
    Result<cjt188::Request> order(const Now& now);
    Result<cjt188::Request> question() const;
    Step send(const cjt188::Request& request, Step::Kind kind, const Now& now);
    Steps follow(cjt188::Session::Event event, const Now& now);
    Steps stepsOf(const cjt188::Session::Event& event, const Now& now);
    Steps told(DeviceAnswer answer, const Now& now);
    Steps looked(const Now& now);
    Step look(const Now& now);
    Step done();
    Step ended(DeviceAnswer answer, const QString& evidence);
    Effect seen(const Now& now) const;
    void settle(Duration wait, const Now& now);

    ReleasedCommand m_released;
    const DeviceProfile* m_profile;
    CommandPolicy m_policy;
    cjt188::Session m_session;
    Phase m_phase = Phase::Idle;
    Instant m_lookAt = Instant::fromMicroseconds(0);
    int m_looksLeft = 0;
    CommandOutcome m_outcome;
};

} // namespace meterhall::devices
