#pragma once

#include "devices/codecs/mbus/request.h"

#include <vector>

namespace meterhall::mbus {

struct SearchOptions {
    bool hexDigits = false; ///< also the digits A..E, which some meters have in their id (15 tries a digit for 10)
    int tries = 2;          ///< silence is believed after so many questions
};

/// Search of a line for meters by their secondary addresses, EN 13757-3, 12: a selection with wildcards is answered by
/// every meter that fits. Silence ends a branch; E5 and one whole answer behind it name a meter; anything else means
/// several at once, and the next digit is opened, 0 to 9; behind the last digit the medium, then the version.
///
///     while (!search.isFinished()) { send(search.next()); search.take(all that came until the line fell silent); }
class Search {
public:
    enum class Heard : std::uint8_t { Nothing, One, Collision };

    explicit Search(const SecondaryAddress& pattern = {}, const SearchOptions& options = {});

    bool isFinished() const { return m_phase == Phase::Finished; }
    /// The frame to send, valid until `take`; empty when finished.
    ByteView next();
    /// What came, echo and all. Says how it was understood.
    Heard take(ByteView heard);

    const SecondaryAddress& pattern() const { return m_pattern; }
    const std::vector<SecondaryAddress>& found() const { return m_found; }
    /// Patterns without a wildcard left to open under which still several meters answer at once.
    const std::vector<SecondaryAddress>& unresolved() const { return m_unresolved; }
    int probes() const { return m_probes; } ///< frames sent so far

private:
    enum class Phase : std::uint8_t { Selecting, Asking, Finished };
    enum class Place : std::uint8_t { Digit, Medium, Version };
    struct Level {
        Place place = Place::Digit;
        int shift = 0; ///< of a digit in the id
        int value = 0;
    };

    Heard classify(ByteView heard, std::optional<Header>& header) const;
    void descend();
    void nextSibling();
    void put(const Level& level, int value);
    int lastValue(const Level& level) const;
    void begin();

    SearchOptions m_options;
    SecondaryAddress m_pattern;
    std::vector<Level> m_places; ///< wildcards of the first pattern, in the order they are opened
    std::size_t m_depth = 0;     ///< how many of them are open
    Phase m_phase = Phase::Selecting;
    int m_triesLeft = 0;
    int m_probes = 0;
    FrameBuffer m_out;
    std::vector<SecondaryAddress> m_found;
    std::vector<SecondaryAddress> m_unresolved;
};

} // namespace meterhall::mbus
