#pragma once

#include "tests/kills/kill_town.h"

namespace meterhall::tests {

/// One line to whoever waits outside, in one write: it is there whole or not at all when this process is killed.
/// "phase" and "rest": what follows belongs to the phase, or no longer does. "try KEY…": about to be asked for.
/// "ack KEY…": the service answered that it is done. "again KEY…": it answered that it was done already.
void say(const char* word, const QStringList& keys = {});

struct Payment {
    std::int64_t key = 0;
    int home = 0;
    std::int64_t minor = 0;

    QString toString() const;
    static Payment parse(const QString& text);
};

// Each of these works until it is killed.
void readUntilKilled(KillTown& town);
void draftUntilKilled(KillTown& town);
void issueUntilKilled(KillTown& town);
void payUntilKilled(KillTown& town);
void closeUntilKilled(KillTown& town);

/// Bills the month, from what is read to the last bill of every book, wherever another process left it.
void billTheMonth(KillTown& town);

// Each of these takes up what a killed process left, ends it, and asks for what is done once more.
void finishReading(KillTown& town);
/// Reads all meters in a few large units.
void readAll(KillTown& town);
/// Drafting and issuing of the month.
void finishMonth(KillTown& town);
void finishPayments(KillTown& town, const std::vector<Payment>& askedBefore);
void finishDay(KillTown& town);

} // namespace meterhall::tests
