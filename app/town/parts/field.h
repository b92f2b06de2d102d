#pragma once

#include "app/town/parts/concentrator.h"
#include "app/town/parts/dtu.h"

namespace meterhall::town {

/// All terminals of the town on their lines.
class Field : public QObject {
    Q_OBJECT

public:
    Field(Line& line, const TerminalPaces& paces, QObject* parent = nullptr);

    /// Concentrators dial `gdw`, DTUs `dtu`; a target without a port leaves its kind as it is.
    void dial(const DialTarget& gdw, const DialTarget& dtu);
    /// Everything that is under way ends here and is in the ledger.
    void close();
    /// Null when there is no such terminal.
    Uplink* uplinkOf(const QString& terminal);
    bool isOnline(int terminal) const;
    Line& line() { return m_line; }

private:
    Line& m_line;
    std::vector<std::unique_ptr<Concentrator>> m_concentrators;
    std::vector<std::unique_ptr<Dtu>> m_dtus;
};

} // namespace meterhall::town
