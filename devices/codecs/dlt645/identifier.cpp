#include "devices/codecs/dlt645/identifier.h"

#include <algorithm>
#include <numeric>

namespace meterhall::dlt645 {

namespace {
constexpr unsigned partBits(Edition edition) {
    return edition == Edition::Of2007 ? 8 : 4;
}

constexpr std::uint32_t partOf(std::uint32_t di, unsigned index, unsigned bits) {
    return di >> (index * bits) & ((1U << bits) - 1);
}

// The highest bit of each part: set by a subtraction that did not need to borrow.
constexpr std::uint64_t allParts = 0x8000800080008000;

constexpr bool isWithin(const RowKey& key, std::uint64_t parts, std::uint64_t wanted) {
    return (((parts | allParts) - key.first) & ((key.last | allParts) - parts) & wanted) == wanted;
}
} // namespace

std::size_t Row::size() const {
    const auto all = fields();
    return std::accumulate(all.begin(), all.end(), std::size_t(0),
                           [](std::size_t sum, const Field& field) { return sum + field.size; });
}

Row::Told Row::told(Edition edition, std::uint32_t di) const {
    const unsigned bits = partBits(edition);
    Told told{.phase = phase};
    const auto tell = [&told](Role role, std::uint32_t part) {
        const auto value = static_cast<std::uint8_t>(part);
        switch (role) {
        case Role::None:
            break;
        case Role::Tariff:
            told.tariff = value;
            break;
        case Role::Storage:
            told.storage = value;
            break;
        case Role::Phase:
            told.phase = value;
            break;
        case Role::Number:
            told.number = value;
            break;
        }
    };
    tell(roles.di2, partOf(di, 2, bits));
    tell(roles.di1, partOf(di, 1, bits));
    tell(roles.di0, partOf(di, 0, bits));
    return told;
}

Table tableFor(Edition edition, std::uint32_t di) {
    if (edition == Edition::Of1997)
        return tables::of1997();
    constexpr std::uint32_t firstDetail = 0x10;
    constexpr std::uint32_t lastDetail = 0x21;
    const std::uint32_t kind = di >> 24;
    switch (kind) {
    case 0x00:
        return tables::energies();
    case 0x01:
        return tables::demands();
    case 0x02:
        return tables::variables();
    case 0x03:
        return tables::events();
    case 0x04:
        return tables::parameters();
    case 0x05:
        return tables::freezes();
    case 0x07:
        return tables::security();
    default:
        return kind >= firstDetail && kind <= lastDetail ? tables::eventDetails() : Table{};
    }
}

const Row* findRow(Edition edition, std::uint32_t di) {
    const Table table = tableFor(edition, di);
    const std::uint64_t parts = spreadParts(edition, di);
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
        if (isWithin(table.keys[i], parts, allParts))
            return &table.rows[i];
    }
    return nullptr;
}

Wild wildOf(Edition edition, std::uint32_t di) {
    const unsigned bits = partBits(edition);
    const unsigned parts = edition == Edition::Of2007 ? 3 : 2;
    const std::uint32_t full = (1U << bits) - 1;
    Wild wild;
    for (unsigned i = 0; i < parts; ++i) {
        if (partOf(di, i, bits) != full)
            continue;
        wild.mask |= full << (i * bits);
        ++wild.parts;
    }
    return wild;
}

BlockRows::BlockRows(Edition edition, std::uint32_t di, Wild wild)
    : m_table(tableFor(edition, di))
    , m_parts(spreadParts(edition, di & ~wild.mask))
    , m_wanted(allParts) {
    const std::uint32_t one = edition == Edition::Of2007 ? 0x80 : 0x8;
    const unsigned bits = partBits(edition);
    for (unsigned i = 0; i < 4; ++i) {
        if ((wild.mask >> (i * bits) & one) != 0)
            m_wanted &= ~(std::uint64_t(0x8000) << (16 * i));
    }
}

const Row* BlockRows::next() {
    while (m_at < m_table.keys.size()) {
        const std::size_t at = m_at++;
        if (isWithin(m_table.keys[at], m_parts, m_wanted))
            return &m_table.rows[at];
    }
    return nullptr;
}

MonthOf1997 monthOf(std::uint32_t di) {
    const std::uint32_t page = di >> 12;
    const auto back = static_cast<std::uint8_t>(di >> 10 & 3U);
    const bool hasMonths = page >= 0x9 && page <= 0xB && (di & 0x0200) == 0 && back < 3;
    return hasMonths ? MonthOf1997{di & ~0x0C00U, back} : MonthOf1997{di, 0};
}

} // namespace meterhall::dlt645
