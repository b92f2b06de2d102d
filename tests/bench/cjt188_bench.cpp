// A frame is scanned, checked and taken apart for every answer of every meter: that must cost little more than adding
// up its bytes.

#include "devices/codecs/cjt188/data.h"
#include "tests/bench/bench.h"

namespace meterhall::bench {

namespace {

constexpr int frames = 1'000'000;

Bytes meterAnswer() {
    using namespace cjt188;
    const Bytes data{0x90, 0x1F, 0x05, 0x27, 0x34, 0x18, 0x00, 0x2C, 0x05, 0x01, 0x18,
                     0x00, 0x2C, 0x09, 0x41, 0x07, 0x20, 0x10, 0x26, 0x20, 0x00, 0x00};
    FrameBuffer out;
    const bool fits = encodeFrame(0x30, Address::filledWith(0x11), {0x81}, data, out).ok();
    return fits ? Bytes(out.bytes().begin(), out.bytes().end()) : Bytes();
}

} // namespace

Result<Figures> runCjt188Bench(const QStringList& /*options*/) {
    Bytes frame = meterAnswer();
    const cjt188::Model model;
    std::int64_t sum = 0;
    const double ours = secondsOf([&] {
        for (int i = 0; i < frames; ++i) {
            const auto found = cjt188::findFrame(frame, devices::AtEnd::MoreMayCome);
            const auto data = cjt188::decodeData(cjt188::viewFrame(ByteView(frame).first(found.size)), model);
            sum += data.items[0].value.digits + i;
        }
    });
    const double plain = secondsOf([&] {
        for (int i = 0; i < frames; ++i) {
            frame[20] = static_cast<std::uint8_t>(i & 0x0F); // a clock byte: the sum must be made anew
            sum -= devices::sum8(frame);
        }
    });
    if (sum == 0)
        return BaseError::NotANumber;
    constexpr double nanoseconds = 1e9 / frames;
    return Figures{{QStringLiteral("scan and decode a metering answer"), ours * nanoseconds, QStringLiteral("ns"),
                    Floor{QStringLiteral("adding up its bytes"), plain * nanoseconds}, Goal::atMost(2000)}};
}

} // namespace meterhall::bench
