#pragma once

#include "app/town/parts/answer_desk.h"
#include "app/town/wire/gdw376_wire.h"

namespace meterhall::town {

/// Paces of a terminal in milliseconds.
struct TerminalPaces {
    int meterTimeoutMs = 40;
    int heartbeatMs = 15'000;
    int loginTimeoutMs = 3'000;
};

/// A Q/GDW 376.1 concentrator: dials, logs in with AFN 02 F1, redials unless AFN 00 confirms it, keeps its heartbeat,
/// forwards AFN 10 F1 to the meters on its ports. Even terminals put their clock into the heartbeat; odd ones stay
/// silent about a meter that does not answer, even ones deny with AFN 00 F2.
class Concentrator : public QObject {
    Q_OBJECT

public:
    Concentrator(Line& line, int terminal, const TerminalPaces& paces, QObject* parent = nullptr);

    Uplink& uplink() { return m_uplink; }
    bool isLoggedIn() const { return m_state == State::LoggedIn; }

private:
    enum class State : std::uint8_t { Away, LoggingIn, LoggedIn };

    void logIn();
    void leave();
    void hear(const QByteArray& bytes);
    void obey(const Gdw376Frame& frame);
    void heed(const Gdw376Frame& confirmation);
    void forward(const Gdw376Frame& request);
    void beat();
    void send(const Gdw376Frame& frame);
    void record(const char* event, QJsonObject fields = {});
    const Terminal& self() const;
    std::uint8_t nextSequence() { return static_cast<std::uint8_t>(m_sequence++ & 0x0F); }

    Line& m_line;
    int m_terminal;
    TerminalPaces m_paces;
    Uplink m_uplink;
    AnswerDesk m_desk;
    QTimer m_loginTimer;
    QTimer m_heartbeatTimer;
    State m_state = State::Away;
    Bytes m_buffer;
    unsigned m_sequence = 0;
    std::optional<std::uint8_t> m_unconfirmed; ///< sequence of the login or heartbeat that waits for AFN 00
    int m_missedBeats = 0;
};

} // namespace meterhall::town
