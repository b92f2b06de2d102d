#pragma once

#include "app/town/parts/line.h"
#include "app/town/parts/uplink.h"

namespace meterhall::town {

/// A request for one meter behind a terminal, and how the terminal carries what comes back.
struct LineRequest {
    int port = 0;
    Bytes bytes;
    std::function<Bytes(ByteView)> wrapped; ///< the meter's bytes as they go up the line
    bool wraps = false;                     ///< there is a shell around them that can be damaged by itself
    Bytes whenSilent;                       ///< what the terminal sends when the meter says nothing; may be empty
};

/// What both kinds of terminal do with requests: one at a time, each meter at its own pace, and every mishap played
/// on the bytes as they leave.
class AnswerDesk : public QObject {
    Q_OBJECT

public:
    AnswerDesk(Line& line, Uplink& uplink, int terminal, int meterTimeoutMs, QObject* parent = nullptr);

    /// False when more wait than a terminal can keep.
    bool take(LineRequest request);
    /// The line was closed: what waits is forgotten, as a terminal would.
    void forget();

private:
    struct Late {
        Bytes bytes;
        QString meter;
        QJsonObject record;
    };
    void startNext();
    void speak();
    void deliver(Utterance utterance, const LineRequest& request);
    void sendLate();
    void keepForLater(const Utterance& utterance, Bytes wire);
    void put(Parcel parcel, const QString& meter, QJsonObject record);

    static constexpr std::size_t longestQueue = 16;

    Line& m_line;
    Uplink& m_uplink;
    int m_terminal;
    int m_meterTimeoutMs;
    std::deque<LineRequest> m_waiting;
    std::optional<LineRequest> m_current;
    std::optional<Utterance> m_coming;
    std::deque<Late> m_late;
    QTimer m_pace;
    QTimer m_lateTimer;
};

} // namespace meterhall::town
