#include "devices/profiles/test_telegram.h"

#include "devices/codecs/cjt188/request.h"
#include "devices/profiles/report_mapping.h"

namespace meterhall::devices {

namespace {
Result<void> same(const TestTelegram& test, const QString& what, const QString& expected, const QString& got) {
    if (expected == got)
        return {};
    return Error(ProfileError::TestFailed, {test.name, what, expected, got});
}

QString valueText(const ReportedValue& value) {
    return value.value.toString() + u' ' + value.unit;
}

QString joined(const std::map<QString, QString>& values) {
    QStringList lines;
    for (const auto& [code, value] : values)
        lines.append(code + u'=' + value);
    return lines.join(QStringLiteral(", "));
}

Result<void> checkRequest(const DeviceProfile& profile, const TestTelegram& test) {
    MH_TRY(const cjt188::Address address, cjt188::Address::parse(*test.asks));
    const cjt188::Request request = cjt188::Request::readOther(address, test.asksFor);
    cjt188::FrameBuffer frame;
    MH_CHECK(encodeRequest(request, profile.wire, test.serial, frame));
    return same(test, QStringLiteral("request"), toHex(test.frame), toHex(frame.bytes()));
}

QString clockOf(const MeterReport& report, const Reception& reception) {
    if (!report.meterTime)
        return {};
    return (*report.meterTime + reception.meterZone).toString().left(19);
}

QString batteryText(std::optional<bool> low) {
    if (!low)
        return QStringLiteral("not sent");
    return *low ? QStringLiteral("low") : QStringLiteral("good");
}

Result<void> checkAnswer(const DeviceProfile& profile, const TestTelegram& test) {
    const Found found = cjt188::findFrame(test.frame, AtEnd::NothingFollows);
    if (!found.isFrame())
        return Error(ProfileError::TestFailed, {test.name, QStringLiteral("frame"), QStringLiteral("a frame"), {}});
    const ByteView bytes = ByteView(test.frame).subspan(found.offset, found.size);
    const cjt188::Frame frame = cjt188::viewFrame(bytes);
    const cjt188::Data data = decodeData(frame, profile.wire);
    const Reception reception;
    MH_TRY(const MeterReport report, mapAnswer(profile, frame.address, bytes, data, reception));

    std::map<QString, QString> values;
    QStringList notBillable;
    for (const ReportedValue& value : report.values) {
        values[value.registerCode] = valueText(value);
        if (!value.billable)
            notBillable.append(value.registerCode);
    }
    notBillable.sort();
    QStringList expectedNotBillable = test.notBillable;
    expectedNotBillable.sort();
    const QString comma = QStringLiteral(", ");
    MH_CHECK(same(test, QStringLiteral("values"), joined(test.values), joined(values)));
    MH_CHECK(same(test, QStringLiteral("not_billable"), expectedNotBillable.join(comma), notBillable.join(comma)));
    MH_CHECK(same(test, QStringLiteral("doubts"), test.doubts.join(comma), report.doubts.join(comma)));
    MH_CHECK(same(test, QStringLiteral("clock"), test.clock, clockOf(report, reception)));
    MH_CHECK(same(test, QStringLiteral("valve"), QString::number(int(test.valve)), QString::number(int(report.valve))));
    return same(test, QStringLiteral("battery"), batteryText(test.batteryLow), batteryText(report.batteryLow));
}
} // namespace

Result<void> check(const DeviceProfile& profile, const TestTelegram& test) {
    return test.asks ? checkRequest(profile, test) : checkAnswer(profile, test);
}

} // namespace meterhall::devices
