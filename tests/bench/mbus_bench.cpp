// A telegram of a water meter, five records: scanned, checked and read into typed values.

#include "devices/codecs/mbus/application.h"
#include "tests/bench/bench.h"

namespace meterhall::bench {

namespace {

constexpr int telegrams = 1'000'000;

Bytes meterTelegram() {
    using namespace mbus;
    const Bytes data{0x21, 0x43, 0x65, 0x87, 0x2D, 0x2C, 0x0A, 0x07, 0x2A, 0x00, 0x00, 0x00, 0x0C,
                     0x13, 0x45, 0x23, 0x01, 0x00, 0x3B, 0x3B, 0x15, 0x00, 0x00, 0x4C, 0x93, 0x3C,
                     0x78, 0x56, 0x00, 0x00, 0x42, 0x6C, 0x3F, 0x3C, 0x01, 0xFD, 0x17, 0x00};
    FrameBuffer out;
    const bool fits = encodeLongFrame(rspUd, 5, 0x72, data, out).ok();
    return fits ? Bytes(out.bytes().begin(), out.bytes().end()) : Bytes();
}

std::int64_t sumOfValues(ByteView bytes) {
    const auto found = mbus::findFrame(bytes, devices::AtEnd::MoreMayCome);
    const auto application = mbus::readApplication(mbus::viewFrame(bytes.first(found.size)));
    if (!application.ok())
        return 0;
    mbus::RecordReader reader(application->payload, application->recordOptions());
    mbus::Record record;
    std::int64_t sum = 0;
    while (reader.next(record))
        sum += static_cast<std::int64_t>(record.value.number.digits);
    return sum;
}

} // namespace

Result<Figures> runMbusBench(const QStringList& /*options*/) {
    const Bytes telegram = meterTelegram();
    std::int64_t sum = 0;
    const double seconds = secondsOf([&] {
        for (int i = 0; i < telegrams; ++i)
            sum += sumOfValues(telegram);
    });
    if (sum == 0)
        return BaseError::NotANumber;
    return Figures{{.name = QStringLiteral("scan and read a telegram of five records"),
                    .value = telegrams / seconds,
                    .unit = QStringLiteral("telegrams/s"),
                    .goal = Goal::atLeast(2'200'000)}};
}

} // namespace meterhall::bench
