// A master station hears millions of answers a minute: scanning, checking and reading one must cost little more than
// adding up its bytes. The goal is five million a second on one thread.

#include "devices/codecs/dlt645/data.h"
#include "tests/bench/bench.h"

#include <memory>

namespace meterhall::bench {

namespace {

constexpr int answers = 1'000'000;

Bytes energyAnswer() {
    using namespace dlt645;
    const Bytes data{0x00, 0x00, 0x01, 0x00, 0x78, 0x56, 0x34, 0x12};
    FrameBuffer out;
    const bool fits = encodeFrame(Address({0x71, 0x04, 0x00, 0x11, 0x26, 0x20}), {0x91}, data, out).ok();
    return fits ? Bytes(out.bytes().begin(), out.bytes().end()) : Bytes();
}

} // namespace

Result<Figures> runDlt645Bench(const QStringList& /*options*/) {
    Bytes frame = energyAnswer();
    const auto data = std::make_unique<dlt645::Data>();
    std::int64_t sum = 0;
    const double ours = secondsOf([&] {
        for (int i = 0; i < answers; ++i) {
            const auto found = dlt645::findFrame(frame, devices::AtEnd::MoreMayCome);
            dlt645::decodeData(dlt645::viewFrame(ByteView(frame).first(found.size)), {}, *data);
            sum += data->items[0].value.digits + i;
        }
    });
    const double plain = secondsOf([&] {
        for (int i = 0; i < answers; ++i) {
            frame[14] = static_cast<std::uint8_t>(i & 0x0F); // a byte of the value: the sum must be made anew
            sum -= devices::sum8(frame);
        }
    });
    if (sum == 0)
        return BaseError::NotANumber;
    constexpr double nanoseconds = 1e9 / answers;
    return Figures{{QStringLiteral("scan and decode an energy answer"), ours * nanoseconds, QStringLiteral("ns"),
                    Floor{QStringLiteral("adding up its bytes"), plain * nanoseconds}, Goal::atMost(200)}};
}

} // namespace meterhall::bench
