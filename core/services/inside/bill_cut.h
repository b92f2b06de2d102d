#pragma once

#include "core/base/time.h"

#include <algorithm>

namespace meterhall::services {

/// The day up to which a bill may be read that begins on `from` and goes over none of the days it is cut at.
class BillCut {
public:
    BillCut(Date from, Date readTo)
        : m_from(from)
        , m_last(readTo) {}

    void at(Date day) {
        if (day > m_from)
            m_last = std::min(m_last, day);
    }
    Date last() const { return m_last; }

private:
    Date m_from;
    Date m_last;
};

} // namespace meterhall::services
