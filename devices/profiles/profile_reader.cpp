#include "devices/profiles/profile_reader.h"

#include "devices/profiles/strict_json.h"

namespace meterhall::devices {

namespace {
constexpr int formatVersion = 1;
constexpr int leastDecimals = -6;
constexpr int mostDecimals = 12;

Result<std::uint8_t> hexByte(StrictObject& from, const QString& name) {
    MH_TRY(const std::uint16_t value, from.hex(name, 2));
    return static_cast<std::uint8_t>(value);
}

Result<cjt188::Quantity> quantityOf(StrictObject& from, const QString& name) {
    MH_TRY(const QString wanted, from.text(name));
    for (unsigned i = 0; i <= unsigned(cjt188::Quantity::NewAddress); ++i) {
        const std::string_view candidate = key(cjt188::Quantity(i));
        if (wanted == QLatin1String(candidate.data(), qsizetype(candidate.size())))
            return cjt188::Quantity(i);
    }
    return Error(ProfileError::BadValue, {from.pathOf(name), QStringLiteral("a value of the protocol")});
}

Result<cjt188::StatusMasks> readMasks(StrictObject from) {
    cjt188::StatusMasks masks;
    MH_TRY(masks.valve, hexByte(from, QStringLiteral("valve")));
    MH_TRY(masks.battery, hexByte(from, QStringLiteral("battery")));
    MH_TRY(masks.reserved, hexByte(from, QStringLiteral("reserved")));
    MH_CHECK(from.nothingElse());
    return masks;
}

Result<SerialLine> readLine(StrictObject from) {
    SerialLine line;
    MH_TRY(line.baud, from.number(QStringLiteral("baud"), 300, 115'200));
    MH_TRY(line.dataBits, from.number(QStringLiteral("data_bits"), 7, 8));
    MH_TRY(line.stopBits, from.number(QStringLiteral("stop_bits"), 1, 2));
    MH_TRY(
        const std::size_t parity,
        from.oneOf(QStringLiteral("parity"), {QStringLiteral("even"), QStringLiteral("odd"), QStringLiteral("none")}));
    line.parity = "EON"[parity];
    MH_CHECK(from.nothingElse());
    return line;
}

Result<std::uint16_t> dataIdentifier(const QString& text, const QString& path) {
    bool isHex = false;
    const std::uint16_t di = text.toUShort(&isHex, 16);
    if (!isHex || text.size() != 4)
        return Error(ProfileError::BadValue, {path, QStringLiteral("4 hex digits")});
    return di;
}

Result<std::vector<std::uint16_t>> readRequests(StrictObject& from) {
    const QString name = QStringLiteral("requests");
    MH_TRY(const QStringList texts, from.texts(name));
    std::vector<std::uint16_t> requests;
    for (const QString& text : texts) {
        MH_TRY(const std::uint16_t di, dataIdentifier(text, from.pathOf(name)));
        requests.push_back(di);
    }
    if (requests.empty())
        return Error(ProfileError::BadValue, {from.pathOf(name), QStringLiteral("at least one")});
    return requests;
}

Result<void> readWire(StrictObject from, DeviceProfile& profile) {
    cjt188::Model& wire = profile.wire;
    MH_TRY(const std::size_t edition,
           from.oneOf(QStringLiteral("edition"), {QStringLiteral("2004"), QStringLiteral("2018")}));
    wire.edition = edition == 0 ? cjt188::Edition::Of2004 : cjt188::Edition::Of2018;
    MH_TRY(wire.meterType, hexByte(from, QStringLiteral("meter_type")));
    MH_TRY(const std::size_t order,
           from.oneOf(QStringLiteral("di_order"), {QStringLiteral("high_first"), QStringLiteral("low_first")}));
    wire.diOrder = order == 0 ? cjt188::DiOrder::HighFirst : cjt188::DiOrder::LowFirst;
    MH_TRY(wire.sendsSerial, from.flag(QStringLiteral("sends_serial")));
    MH_TRY(wire.echoesSerial, from.flag(QStringLiteral("echoes_serial")));
    MH_TRY(wire.hasValve, from.flag(QStringLiteral("has_valve")));
    MH_TRY(wire.keepsClock, from.flag(QStringLiteral("keeps_clock")));
    MH_TRY(wire.answersMayRepeat, from.flag(QStringLiteral("answers_may_repeat")));
    MH_TRY(const int preamble, from.number(QStringLiteral("wake_up_bytes"), 0, 20));
    wire.preambleBytes = static_cast<std::uint8_t>(preamble);
    MH_TRY(const StrictObject masks, from.object(QStringLiteral("status")));
    MH_TRY(wire.status, readMasks(masks));
    MH_TRY(const StrictObject line, from.object(QStringLiteral("serial_line")));
    MH_TRY(profile.serial, readLine(line));
    MH_TRY(profile.requests, readRequests(from));
    return from.nothingElse();
}

Result<std::map<std::uint8_t, int>> readUnitCodes(StrictObject from) {
    std::map<std::uint8_t, int> decimals;
    for (const QString& code : from.names()) {
        bool isHex = false;
        const std::uint16_t number = code.toUShort(&isHex, 16);
        if (!isHex || code.size() != 2)
            return Error(ProfileError::BadValue, {from.pathOf(code), QStringLiteral("2 hex digits")});
        MH_TRY(decimals[static_cast<std::uint8_t>(number)], from.number(code, leastDecimals, mostDecimals));
    }
    if (decimals.empty())
        return Error(ProfileError::BadValue, {from.pathOf(QString()), QStringLiteral("at least one unit code")});
    return decimals;
}

/// The fields of a register and of a history that are the same. Exactly one of the two ways to know the decimals.
Result<RegisterMapping> readMapping(StrictObject& from) {
    const QString byCode = QStringLiteral("decimals_by_unit_code");
    const QString fixed = QStringLiteral("decimals");
    RegisterMapping mapping;
    MH_TRY(mapping.registerCode, from.text(QStringLiteral("register")));
    MH_TRY(mapping.field, quantityOf(from, QStringLiteral("field")));
    MH_TRY(mapping.unit, from.text(QStringLiteral("unit")));
    MH_TRY(mapping.billable, from.flag(QStringLiteral("billable")));
    if (from.has(byCode) == from.has(fixed))
        return Error(ProfileError::BadValue, {from.pathOf(byCode), QStringLiteral("either this or decimals")});
    if (from.has(byCode)) {
        MH_TRY(const StrictObject codes, from.object(byCode));
        MH_TRY(mapping.decimalsByUnitCode, readUnitCodes(codes));
        return mapping;
    }
    MH_TRY(mapping.fixedDecimals, from.number(fixed, leastDecimals, mostDecimals));
    return mapping;
}

Result<std::vector<RegisterMapping>> readRegisters(StrictObject& from) {
    MH_TRY(std::vector<StrictObject> objects, from.objects(QStringLiteral("registers")));
    std::vector<RegisterMapping> registers;
    for (StrictObject& object : objects) {
        MH_TRY(RegisterMapping mapping, readMapping(object));
        MH_TRY(mapping.di, object.hex(QStringLiteral("di"), 4));
        MH_CHECK(object.nothingElse());
        const bool isDouble = std::any_of(registers.begin(), registers.end(), [&](const RegisterMapping& other) {
            return other.registerCode == mapping.registerCode;
        });
        if (isDouble)
            return Error(ProfileError::DoubleId, {mapping.registerCode});
        registers.push_back(std::move(mapping));
    }
    if (registers.empty())
        return Error(ProfileError::BadValue, {QStringLiteral("registers"), QStringLiteral("at least one")});
    return registers;
}

Result<std::optional<HistoryMapping>> readHistory(StrictObject& from) {
    const QString name = QStringLiteral("history");
    if (!from.has(name))
        return std::optional<HistoryMapping>();
    MH_TRY(StrictObject object, from.object(name));
    HistoryMapping history;
    MH_TRY(history.value, readMapping(object));
    MH_TRY(history.months, object.number(QStringLiteral("months"), 1, 12));
    MH_CHECK(object.nothingElse());
    return std::optional(std::move(history));
}

Result<std::vector<Detection>> readDetections(StrictObject& from) {
    MH_TRY(std::vector<StrictObject> objects, from.objects(QStringLiteral("detect")));
    std::vector<Detection> detections;
    for (StrictObject& object : objects) {
        Detection detection;
        MH_TRY(detection.meterType, hexByte(object, QStringLiteral("meter_type")));
        MH_TRY(detection.vendor, object.text(QStringLiteral("vendor")));
        MH_CHECK(object.nothingElse());
        if (detection.vendor.size() != 4)
            return Error(ProfileError::BadValue, {object.pathOf(QStringLiteral("vendor")), QStringLiteral("4 digits")});
        detections.push_back(std::move(detection));
    }
    return detections;
}

Result<Commodity> readCommodity(StrictObject& from) {
    MH_TRY(const std::size_t index,
           from.oneOf(QStringLiteral("commodity"), {QStringLiteral("gas"), QStringLiteral("water"),
                                                    QStringLiteral("heat"), QStringLiteral("electricity")}));
    constexpr std::array commodities{Commodity::Gas, Commodity::Water, Commodity::Heat, Commodity::Electricity};
    return commodities[index];
}

Result<QString> readId(StrictObject& from) {
    const QString name = QStringLiteral("id");
    MH_TRY(const QString id, from.text(name));
    const bool isPlain = std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
    if (!isPlain || id.size() > 40)
        return Error(ProfileError::BadValue, {from.pathOf(name), QStringLiteral("a-z, 0-9 and _, at most 40")});
    return id;
}

Result<DeviceProfile> readHead(StrictObject& from) {
    DeviceProfile profile;
    MH_CHECK(from.number(QStringLiteral("format"), formatVersion, formatVersion));
    MH_TRY(profile.id, readId(from));
    MH_TRY(profile.maker, from.text(QStringLiteral("maker")));
    MH_TRY(profile.model, from.text(QStringLiteral("model")));
    MH_TRY(profile.commodity, readCommodity(from));
    MH_CHECK(from.oneOf(QStringLiteral("protocol"), {QStringLiteral("cjt188")}));
    profile.protocol = QStringLiteral("cjt188");
    MH_TRY(const StrictObject wire, from.object(QStringLiteral("cjt188")));
    MH_CHECK(readWire(wire, profile));
    MH_TRY(profile.detect, readDetections(from));
    MH_TRY(profile.registers, readRegisters(from));
    MH_TRY(profile.history, readHistory(from));
    return profile;
}

Result<void> readAsked(StrictObject& from, TestTelegram& test) {
    MH_TRY(test.asks, from.text(QStringLiteral("asks")));
    MH_TRY(test.asksFor, from.hex(QStringLiteral("di"), 4));
    MH_TRY(const int serial, from.number(QStringLiteral("serial"), 0, 255));
    test.serial = static_cast<std::uint8_t>(serial);
    return from.nothingElse();
}

Result<void> readExpected(StrictObject& from, TestTelegram& test) {
    MH_TRY(StrictObject values, from.object(QStringLiteral("values")));
    for (const QString& code : values.names()) {
        MH_TRY(test.values[code], values.text(code));
    }
    MH_TRY(test.notBillable, from.texts(QStringLiteral("not_billable")));
    MH_TRY(test.doubts, from.texts(QStringLiteral("doubts")));
    const QString clock = QStringLiteral("clock");
    if (from.has(clock)) {
        MH_TRY(test.clock, from.text(clock));
    }
    MH_TRY(const std::size_t valve,
           from.oneOf(QStringLiteral("valve"), {QStringLiteral("unknown"), QStringLiteral("open"),
                                                QStringLiteral("closed"), QStringLiteral("fault")}));
    constexpr std::array states{ValveState::Unknown, ValveState::Open, ValveState::Closed, ValveState::Fault};
    test.valve = states[valve];
    const QString battery = QStringLiteral("battery_low");
    if (from.has(battery)) {
        MH_TRY(test.batteryLow, from.flag(battery));
    }
    return from.nothingElse();
}

Result<TestTelegram> readTest(StrictObject& from) {
    TestTelegram test;
    MH_TRY(test.name, from.text(QStringLiteral("name")));
    MH_TRY(const QString frame, from.text(QStringLiteral("frame")));
    MH_TRY(test.frame, fromHex(frame));
    if (from.has(QStringLiteral("asks"))) {
        MH_CHECK(readAsked(from, test));
    } else {
        MH_CHECK(readExpected(from, test));
    }
    return test;
}
} // namespace

Result<ProfileDocument> readProfile(const QByteArray& json) {
    MH_TRY(StrictObject root, StrictObject::parse(json));
    MH_TRY(DeviceProfile profile, readHead(root));
    ProfileDocument document{std::move(profile), {}};
    MH_TRY(std::vector<StrictObject> tests, root.objects(QStringLiteral("tests")));
    bool hasRequest = false;
    bool hasAnswer = false;
    for (StrictObject& object : tests) {
        MH_TRY(TestTelegram test, readTest(object));
        (test.asks ? hasRequest : hasAnswer) = true;
        document.tests.push_back(std::move(test));
    }
    if (!hasRequest || !hasAnswer)
        return Error(ProfileError::MissingField, {QStringLiteral("tests: a request and an answer")});
    MH_CHECK(root.nothingElse());
    return document;
}

} // namespace meterhall::devices
