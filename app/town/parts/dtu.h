#pragma once

#include "app/town/parts/concentrator.h"

namespace meterhall::town {

/// A DTU: a line of text to say who it is, then whatever its meters and the master station say to each other, byte for
/// byte; a line of text from time to time so that the operator's network does not forget it. It waits for nothing.
class Dtu : public QObject {
    Q_OBJECT

public:
    Dtu(Line& line, int terminal, const TerminalPaces& paces, QObject* parent = nullptr);

    Uplink& uplink() { return m_uplink; }
    bool isOpen() const { return m_uplink.isOpen(); }

private:
    void open();
    void leave();
    void hear(const QByteArray& bytes);
    const Terminal& self() const;
    void record(const char* event, QJsonObject fields = {});

    Line& m_line;
    int m_terminal;
    TerminalPaces m_paces;
    Uplink m_uplink;
    AnswerDesk m_desk;
    QTimer m_heartbeatTimer;
    Bytes m_buffer;
};

} // namespace meterhall::town
