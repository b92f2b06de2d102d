#include "app/town/parts/field.h"

namespace meterhall::town {

Field::Field(Line& line, const TerminalPaces& paces, QObject* parent)
    : QObject(parent)
    , m_line(line) {
    const auto& terminals = line.town().terminals();
    for (std::size_t i = 0; i < terminals.size(); ++i) {
        if (terminals[i].kind == CarrierKind::Concentrator)
            m_concentrators.push_back(std::make_unique<Concentrator>(line, static_cast<int>(i), paces));
        else
            m_dtus.push_back(std::make_unique<Dtu>(line, static_cast<int>(i), paces));
    }
}

void Field::dial(const DialTarget& gdw, const DialTarget& dtu) {
    if (gdw.port != 0) {
        for (const auto& concentrator : m_concentrators)
            concentrator->uplink().dial(gdw);
    }
    if (dtu.port != 0) {
        for (const auto& unit : m_dtus)
            unit->uplink().dial(dtu);
    }
}

void Field::close() {
    for (const auto& concentrator : m_concentrators)
        concentrator->uplink().close();
    for (const auto& unit : m_dtus)
        unit->uplink().close();
}

// Terminals are listed with the concentrators first; so are they here.
Uplink* Field::uplinkOf(const QString& terminal) {
    const auto& terminals = m_line.town().terminals();
    for (std::size_t i = 0; i < terminals.size(); ++i) {
        if (terminals[i].id != terminal)
            continue;
        return i < m_concentrators.size() ? &m_concentrators[i]->uplink()
                                          : &m_dtus[i - m_concentrators.size()]->uplink();
    }
    return nullptr;
}

bool Field::isOnline(int terminal) const {
    const auto place = static_cast<std::size_t>(terminal);
    return place < m_concentrators.size() ? m_concentrators[place]->isLoggedIn()
                                          : m_dtus[place - m_concentrators.size()]->isOpen();
}

} // namespace meterhall::town
