#include "devices/hub/meter_dialog.h"

namespace meterhall::devices {

namespace {
constexpr std::size_t evidenceBytes = 64;
using Happened = cjt188::Session::Happened;
using Kind = MeterDialog::Step::Kind;

cjt188::Confirmation confirmationOf(Confirmation confirmation) {
    switch (confirmation) {
    case Confirmation::Always:
        return cjt188::Confirmation::Always;
    case Confirmation::WhenDoubtful:
        return cjt188::Confirmation::WhenDoubtful;
    case Confirmation::Never:
        return cjt188::Confirmation::Never;
    }
    Q_UNREACHABLE();
}

void merge(MeterReport& into, MeterReport&& next) {
    std::move(next.values.begin(), next.values.end(), std::back_inserter(into.values));
    into.doubts += next.doubts;
    into.doubts.removeDuplicates();
    into.doubts.sort();
    into.frame.insert(into.frame.end(), next.frame.begin(), next.frame.end());
    if (!into.meterTime) {
        into.meterTime = next.meterTime;
        into.clockTrust = next.clockTrust;
    }
    if (into.valve == ValveState::Unknown)
        into.valve = next.valve;
    if (!into.batteryLow)
        into.batteryLow = next.batteryLow;
}

MeterDialog::Step failure(NotReadCause cause, const QString& evidence) {
    return {Kind::Failed, {}, {}, {cause, evidence}};
}
} // namespace

MeterDialog::Steps MeterDialog::begin(const ReadingTarget& target, const DeviceProfile& profile,
                                      const ReadingPolicy& policy, Reception reception, Instant now) {
    const auto address = cjt188::Address::parse(target.deviceAddress);
    if (!address.ok())
        return {failure(NotReadCause::Unsupported, address.error().toString())};
    m_profile = &profile;
    m_address = *address;
    m_policy = {.confirmation = confirmationOf(policy.confirmation), .range = {}};
    m_reception = std::move(reception);
    m_question = 0;
    m_report.reset();
    m_lastBytes.clear();
    m_terminalSaid.reset();
    m_garbageBefore = m_session.counters().garbage;
    cjt188::Timing timing;
    timing.replyTimeout = policy.answerWithin;
    timing.tries = policy.triesPerRound;
    m_session.setTiming(timing);
    return {ask(now)};
}

MeterDialog::Step MeterDialog::ask(Instant now) {
    const auto request = cjt188::Request::readOther(m_address, m_profile->requests[m_question]);
    const auto bytes = m_session.request(request, m_profile->wire, m_policy, now);
    if (!bytes.ok())
        return failure(NotReadCause::Unsupported, bytes.error().toString());
    return {Kind::Ask, Bytes(bytes->begin(), bytes->end()), {}, {}};
}

MeterDialog::Steps MeterDialog::receive(ByteView bytes, const Instant& wall, Instant now) {
    remember(bytes);
    return follow(m_session.receive(bytes, now), wall, now);
}

MeterDialog::Steps MeterDialog::giveUpTry(NotReadCause cause, const QString& evidence, const Instant& wall,
                                          Instant now) {
    const auto due = m_session.deadline();
    if (!due)
        return {};
    if (cause != NotReadCause::NoAnswer)
        m_terminalSaid = NotRead{cause, evidence};
    // The session is told of its own deadline: nothing will come before it.
    return follow(m_session.tick(std::max(*due, now)), wall, now);
}

MeterDialog::Steps MeterDialog::tick(const Instant& wall, Instant now) {
    return follow(m_session.tick(now), wall, now);
}

MeterDialog::Steps MeterDialog::follow(cjt188::Session::Event event, const Instant& wall, Instant now) {
    Steps steps;
    while (event.what != Happened::Nothing) {
        if (event.what == Happened::Send)
            steps.push_back({Kind::Ask, Bytes(event.bytes.begin(), event.bytes.end()), {}, {}});
        else if (event.what == Happened::Answered)
            steps.push_back(concluded(wall, now));
        else if (event.what == Happened::Refused)
            steps.push_back(failure(NotReadCause::Refused, toHex(m_session.answer().frame.bytes())));
        else
            steps.push_back(failed());
        event = m_session.receive({}, now);
    }
    return steps;
}

MeterDialog::Step MeterDialog::concluded(const Instant& wall, Instant now) {
    const cjt188::Answer& answer = m_session.answer();
    m_reception.at = wall;
    auto report = mapAnswer(*m_profile, m_address, answer.frame.bytes(), answer.data, m_reception);
    if (!report.ok())
        return failure(NotReadCause::Damaged, report.error().toString());
    if (m_report)
        merge(*m_report, *std::move(report));
    else
        m_report = *std::move(report);
    if (++m_question < m_profile->requests.size())
        return ask(now);
    return {Kind::Done, {}, *std::exchange(m_report, std::nullopt), {}};
}

MeterDialog::Step MeterDialog::failed() {
    if (m_terminalSaid)
        return {Kind::Failed, {}, {}, *m_terminalSaid};
    const bool wasNoise = m_session.counters().garbage != m_garbageBefore;
    return failure(wasNoise ? NotReadCause::Damaged : NotReadCause::NoAnswer, toHex(m_lastBytes));
}

void MeterDialog::remember(ByteView bytes) {
    const std::size_t kept = std::min(bytes.size(), evidenceBytes);
    m_lastBytes.assign(bytes.end() - std::ptrdiff_t(kept), bytes.end());
}

void MeterDialog::cancel() {
    m_session.cancel();
}

MeterDialog::Counters MeterDialog::takeCounters() {
    const cjt188::Session::Counters now = m_session.counters();
    const cjt188::Session::Counters before = std::exchange(m_told, now);
    // The session counts modulo 2^32; differences do not mind.
    return {now.garbage - before.garbage, now.duplicates - before.duplicates, now.strangers - before.strangers};
}

} // namespace meterhall::devices
