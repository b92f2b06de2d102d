#pragma once

#include <cstdint>
#include <initializer_list>

namespace meterhall::town {

/// Numbers that depend only on the seed and on what they are drawn for, never on what was drawn before elsewhere:
/// the third request to a meter meets the same fault in every run, whatever happened to its neighbours.
class Dice {
public:
    Dice(std::uint64_t seed, std::initializer_list<std::uint64_t> purpose)
        : m_state(scrambled(seed)) {
        for (const std::uint64_t key : purpose)
            m_state = scrambled(m_state ^ scrambled(key + weyl));
    }

    std::uint64_t next() {
        m_state += weyl;
        return scrambled(m_state);
    }
    /// 0 to count - 1.
    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(count));
    }
    std::int64_t between(std::int64_t lowest, std::int64_t highest) { return lowest + below(highest - lowest + 1); }
    bool oneIn(std::int64_t count) { return below(count) == 0; }

private:
    static constexpr std::uint64_t weyl = 0x9E3779B97F4A7C15ULL;

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    static constexpr std::uint64_t scrambled(std::uint64_t x) {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }

    std::uint64_t m_state;
};

/// What dice are thrown for; values are part of what a seed means and never change.
namespace purpose {
constexpr std::uint64_t household = 1;
constexpr std::uint64_t customer = 2;
constexpr std::uint64_t meter = 3;
constexpr std::uint64_t dayUse = 4;
constexpr std::uint64_t latency = 5;
constexpr std::uint64_t fault = 6;
constexpr std::uint64_t picking = 7;
constexpr std::uint64_t reader = 8;
constexpr std::uint64_t redial = 9;
} // namespace purpose

} // namespace meterhall::town
