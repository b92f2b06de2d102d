#include "app/town/parts/dtu.h"

#include "app/town/parts/machine_clock.h"
#include "app/town/parts/roster.h"

namespace meterhall::town {

namespace {
Bytes asciiBytes(const QString& text) {
    const QByteArray latin = text.toLatin1();
    return {latin.begin(), latin.end()};
}
} // namespace

Dtu::Dtu(Line& line, int terminal, const TerminalPaces& paces, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_terminal(terminal)
    , m_paces(paces)
    , m_desk(line, m_uplink, terminal, paces.meterTimeoutMs) {
    connect(&m_uplink, &Uplink::opened, this, &Dtu::open);
    connect(&m_uplink, &Uplink::closed, this, &Dtu::leave);
    connect(&m_uplink, &Uplink::received, this, &Dtu::hear);
    connect(&m_heartbeatTimer, &QTimer::timeout, this, [this] {
        m_uplink.send({asciiBytes(dtuHeartbeat(self().id)), 0, 0, {}});
        record("heartbeat");
    });
}

const Terminal& Dtu::self() const {
    return m_line.town().terminals()[static_cast<std::size_t>(m_terminal)];
}

void Dtu::record(const char* event, QJsonObject fields) {
    fields.insert(QStringLiteral("terminal"), self().id);
    m_line.truth().write(machineNow(), {}, event, fields);
}

void Dtu::open() {
    m_buffer.clear();
    m_uplink.settled();
    m_uplink.send({asciiBytes(dtuLogin(self().id)), 0, 0, {}});
    m_heartbeatTimer.start(m_paces.heartbeatMs);
    record("login", {{QStringLiteral("outcome"), QStringLiteral("sent")}});
}

void Dtu::leave() {
    m_heartbeatTimer.stop();
    m_desk.forget();
    record("line_closed");
}

void Dtu::hear(const QByteArray& bytes) {
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
    for (;;) {
        const Cjt188Scan scan = scanCjt188(m_buffer);
        const auto end = m_buffer.begin() + static_cast<std::ptrdiff_t>(scan.consumed);
        LineRequest request;
        request.bytes.assign(m_buffer.begin(), end);
        m_buffer.erase(m_buffer.begin(), end);
        if (!scan.frame)
            break;
        request.wrapped = [](ByteView said) { return Bytes(said.begin(), said.end()); };
        // More at once than the line can hold is lost, as it would be on a real one.
        if (!m_desk.take(std::move(request)))
            record("overrun");
    }
}

} // namespace meterhall::town
