#pragma once

#include "core/money/money.h"
#include "core/services/session.h"

namespace meterhall::ui {

/// The payment that is on its way, kept beside the seat's witness file until it is answered: what the next start asks
/// the books about when this program did not live to hear the answer. No name is in it. Usable from any thread.
class PaymentNote {
public:
    /// Nothing is kept without a witness folder.
    explicit PaymentNote(const services::Workplace& workplace);

    struct OnItsWay {
        std::int64_t key = 0;
        AccountId account;
        Money amount;
    };
    void write(const OnItsWay& payment) const;
    void clear() const;
    /// Empty when nothing was on its way, or the note is torn.
    std::optional<OnItsWay> read() const;

private:
    QString m_file;
};

} // namespace meterhall::ui
