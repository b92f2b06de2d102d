#pragma once

#include "core/services/reading_work.h"

#include <QObject>

#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace meterhall::ui {

/// A frame as it crossed a line, told by what it says.
struct HeardFrame {
    enum class Kind : std::uint8_t {
        LogIn,
        LogOut,
        Heartbeat,
        Confirmation,
        Denial,
        Question,   ///< a meter is asked for `detail`, a data identifier
        Order,      ///< a meter is told something: `detail` is the identifier
        Answer,     ///< of a meter: `values`
        MeterError, ///< a meter answers that it will not or cannot
        NoAnswer,   ///< a terminal says that the meter was silent
        Other,      ///< of a terminal: `detail` is what the standard calls it
        ModemWords, ///< text of a modem: `detail`
        Bytes,      ///< nothing that was understood
    };
    struct Value {
        QString quantity; ///< "current", "settlement", "clock", "status": as the decoder calls it
        QString value;    ///< empty: the meter has none
        QString unit;
    };

    std::int64_t number = 0; ///< counts up while the program runs
    Instant at = Instant::fromMicroseconds(0);
    QString terminal; ///< where it came from or went; an address of the network before it has said who it is
    bool fromTerminal = false;
    Kind kind = Kind::Bytes;
    QString meter{}; ///< address of the meter it is about; empty when about none
    QString detail{};
    std::vector<Value> values{};
    QString hex{};
};

/// The master station that works beside this window, as pages see it: what it does, and how a reading run is begun.
/// Lives in the interface thread and never blocks it. Whoever implements it works in a thread of its own and tells
/// what it did through the functions below `protected`.
class ReadingStation : public QObject {
    Q_OBJECT

public:
    enum class Phase : std::uint8_t { Closed, Opening, Open };
    struct Place {
        QString address;
        std::uint16_t gdwPort = 0;
        std::uint16_t dtuPort = 0;
    };
    struct Run {
        services::ReadingScope scope;
        int total = 0;
        int read = 0;
        int failed = 0;
        bool cancelled = false; ///< somebody wants it to end; what is on its way is waited for
    };
    static constexpr std::size_t framesKept = 200;

    using QObject::QObject;

    Phase phase() const { return m_phase; }
    /// Where it listens; only while open.
    const Place& place() const { return m_place; }
    /// Why it did not open when it last should.
    const std::optional<Error>& trouble() const { return m_trouble; }
    /// Terminals of the archive that are connected now.
    const std::set<QString>& online() const { return m_online; }
    /// What is read now; its numbers are 0 until it has really begun.
    const std::optional<Run>& run() const { return m_run; }
    /// The latest, oldest first.
    const std::deque<HeardFrame>& frames() const { return m_frames; }

    /// Begins a run; opens the station before, if it is not open. Ends in `finished` or `failed`. Only when no run is
    /// under way.
    void start(const services::ReadingScope& scope);
    /// Ends the run early with what is known.
    void cancel();

Q_SIGNALS:
    void changed();    ///< phase, place, trouble, online
    void started();    ///< run() is there
    void progressed(); ///< of run()
    void finished(const meterhall::ui::ReadingStation::Run& run);
    void failed(const meterhall::Error& error);
    void framesHeard();

protected:
    virtual void beginRun(const services::ReadingScope& scope) = 0;
    virtual void endRun() = 0;

    void tellOpening();
    void tellOpen(const Place& place);
    void tellClosed(const std::optional<Error>& trouble = {});
    void tellOnline(std::set<QString> online);
    void tellProgress(int total, int read, int failed);
    void tellFinished(int total, int read, int failed);
    void tellFailed(const Error& error);
    void tellFrames(std::vector<HeardFrame> frames);

private:
    Phase m_phase = Phase::Closed;
    Place m_place;
    std::optional<Error> m_trouble;
    std::set<QString> m_online;
    std::optional<Run> m_run;
    std::deque<HeardFrame> m_frames;
    std::int64_t m_lastFrame = 0;
};

} // namespace meterhall::ui
