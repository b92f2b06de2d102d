#pragma once

#include "app/town/parts/answers.h"
#include "app/town/parts/town.h"
#include "app/town/parts/truth.h"

namespace meterhall::town {

/// An answer on its way from a meter to its terminal, with what is going to happen to it.
struct Utterance {
    QString meter;
    Bytes bytes; ///< as the meter said it, wake bytes in front
    Mishap mishap = Mishap::None;
    Dice dice{0, {}};   ///< for the details of the mishap
    int delayMs = 0;    ///< the meter's own slowness
    QJsonObject record; ///< what the ledger will say when the bytes have left
};

/// The wires between terminals and meters: who hears a request, what is answered, which answers are lost on the way.
/// No sockets and no waiting; everything heard and every lost answer is in the ledger when `ask` returns.
class Line {
public:
    Line(Town& town, Truth& truth, int longestLatencyMs)
        : m_town(town)
        , m_truth(truth)
        , m_longestLatencyMs(longestLatencyMs) {}

    /// Nothing when the line stays silent for whatever reason.
    std::optional<Utterance> ask(int terminal, int port, ByteView bytes, Instant now);

    Town& town() { return m_town; }
    Truth& truth() { return m_truth; }

private:
    std::optional<Utterance> askEverybody(const std::vector<int>& branch, const Cjt188Frame& request, QJsonObject heard,
                                          Instant now);
    std::optional<Utterance> askOne(Meter& meter, const Cjt188Frame& request, QJsonObject heard, Instant now);
    void recordConsequences(const Meter& meter, const Answer& answer, Instant now);

    Town& m_town;
    Truth& m_truth;
    int m_longestLatencyMs;
};

/// The registers of all meters, into the ledger. `why` is "start", "advance" or "end".
void recordRegisters(const Town& town, Truth& truth, Instant now, const char* why);

/// True values of one meter: what the ledger and the control socket tell.
QJsonObject truthOf(const Town& town, const Meter& meter);

} // namespace meterhall::town
