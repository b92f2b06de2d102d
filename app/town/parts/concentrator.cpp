#include "app/town/parts/concentrator.h"

#include "app/town/parts/machine_clock.h"

namespace meterhall::town {

namespace {
constexpr int tolerableMissedBeats = 3;
constexpr std::size_t largestBuffer = 64 * 1024;
} // namespace

Concentrator::Concentrator(Line& line, int terminal, const TerminalPaces& paces, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_terminal(terminal)
    , m_paces(paces)
    , m_desk(line, m_uplink, terminal, paces.meterTimeoutMs) {
    m_loginTimer.setSingleShot(true);
    connect(&m_uplink, &Uplink::opened, this, &Concentrator::logIn);
    connect(&m_uplink, &Uplink::closed, this, &Concentrator::leave);
    connect(&m_uplink, &Uplink::received, this, &Concentrator::hear);
    connect(&m_heartbeatTimer, &QTimer::timeout, this, &Concentrator::beat);
    connect(&m_loginTimer, &QTimer::timeout, this, [this] {
        record("login", {{QStringLiteral("outcome"), QStringLiteral("unconfirmed")}});
        m_uplink.giveUp();
    });
}

const Terminal& Concentrator::self() const {
    return m_line.town().terminals()[static_cast<std::size_t>(m_terminal)];
}

void Concentrator::record(const char* event, QJsonObject fields) {
    fields.insert(QStringLiteral("terminal"), self().id);
    m_line.truth().write(machineNow(), {}, event, fields);
}

void Concentrator::send(const Gdw376Frame& frame) {
    m_uplink.send({encoded(frame), 0, 0, {}});
}

void Concentrator::logIn() {
    m_state = State::LoggingIn;
    m_buffer.clear();
    m_missedBeats = 0;
    m_unconfirmed = nextSequence();
    send(loginFrame(self().address, *m_unconfirmed));
    m_loginTimer.start(m_paces.loginTimeoutMs);
}

void Concentrator::leave() {
    m_state = State::Away;
    m_loginTimer.stop();
    m_heartbeatTimer.stop();
    m_desk.forget();
    record("line_closed");
}

void Concentrator::hear(const QByteArray& bytes) {
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
    for (;;) {
        const Gdw376Scan scan = scanGdw376(m_buffer);
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(scan.consumed));
        if (!scan.frame)
            break;
        obey(*scan.frame);
    }
    if (m_buffer.size() > largestBuffer)
        m_buffer.clear();
}

void Concentrator::obey(const Gdw376Frame& frame) {
    if (frame.fromTerminal() || frame.terminal != self().address)
        return;
    if (frame.afn == gdw::confirm) {
        heed(frame);
        return;
    }
    // Before its login was confirmed a terminal hears nothing else.
    if (m_state != State::LoggedIn || !frame.startsDialogue())
        return;
    if (frame.afn == gdw::forward)
        forward(frame);
    else if (frame.afn == gdw::realTimeData && firstUnit(frame) == DataUnit{0, 2})
        send(clockAnswer(frame, m_line.town().clock(machineNow())));
    else
        send(denial(frame));
}

void Concentrator::heed(const Gdw376Frame& confirmation) {
    const auto verdict = confirmationIn(confirmation);
    if (!verdict || m_unconfirmed != confirmation.sequence())
        return;
    m_unconfirmed.reset();
    m_missedBeats = 0;
    if (m_state != State::LoggingIn)
        return;
    m_loginTimer.stop();
    if (*verdict == Confirmation::Denied) {
        record("login", {{QStringLiteral("outcome"), QStringLiteral("denied")}});
        m_uplink.giveUp();
        return;
    }
    m_state = State::LoggedIn;
    m_uplink.settled();
    m_heartbeatTimer.start(m_paces.heartbeatMs);
    record("login", {{QStringLiteral("outcome"), QStringLiteral("confirmed")}});
}

void Concentrator::forward(const Gdw376Frame& request) {
    const auto forwarding = forwardingIn(request);
    if (!forwarding) {
        send(denial(request));
        return;
    }
    LineRequest lineRequest;
    lineRequest.port = forwarding->port;
    lineRequest.bytes = forwarding->bytes;
    lineRequest.wraps = true;
    lineRequest.wrapped = [request, port = forwarding->port](ByteView bytes) {
        return encoded(forwardingAnswer(request, port, bytes));
    };
    const bool deniesSilence = self().address.number % 2 == 0;
    if (deniesSilence)
        lineRequest.whenSilent = encoded(denial(request));
    if (!m_desk.take(std::move(lineRequest)))
        send(denial(request));
}

void Concentrator::beat() {
    if (m_unconfirmed && ++m_missedBeats >= tolerableMissedBeats) {
        record("heartbeat", {{QStringLiteral("outcome"), QStringLiteral("unconfirmed")}});
        m_uplink.giveUp();
        return;
    }
    m_unconfirmed = nextSequence();
    const bool showsClock = self().address.number % 2 == 0;
    const auto clock = showsClock ? std::optional(m_line.town().clock(machineNow())) : std::nullopt;
    send(heartbeatFrame(self().address, *m_unconfirmed, clock));
    record("heartbeat");
}

} // namespace meterhall::town
