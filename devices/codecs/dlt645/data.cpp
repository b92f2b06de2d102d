#include "devices/codecs/dlt645/data.h"

#include "devices/codecs/dlt645/load_record.h"
#include "devices/codecs/dlt645/reader.h"

namespace meterhall::dlt645 {

namespace {
constexpr std::array<std::string_view, 8> doubtNames{"not_interpreted", "value_not_digits", "time_invalid",
                                                     "length_differs",  "more_follows",     "record_sum_differs",
                                                     "address_differs", "too_many_values"};
static_assert(doubtNames.size() == std::size_t(Doubt::TooManyValues) + 1);

constexpr std::size_t diSize(Edition edition) {
    return edition == Edition::Of2007 ? 4 : 2;
}

// Into an object used before: what it held of values is only forgotten, not wiped.
void restart(Data& data, Edition edition, Control control) {
    data.edition = edition;
    data.control = control;
    data.command = findCommand(edition, control);
    data.hasDi = data.hasSequence = data.isErrorReply = data.isBlock = false;
    data.di = 0;
    data.sequence = 0;
    data.errorWord = 0;
    data.payloadAt = 0;
    data.doubts = {};
    data.count = 0;
}

void readErrorWord(Data& data) {
    data.isErrorReply = true;
    if (data.size >= 1)
        data.errorWord = data.buffer[0];
    if (data.size == 2)
        data.errorWord = static_cast<std::uint16_t>(data.buffer[0] | data.buffer[1] << 8);
}

bool isCiphered(const Data& data) {
    const auto function = static_cast<Function2007>(data.command->function);
    const bool takesLevel = function == Function2007::Write || function == Function2007::Control ||
                            (function >= Function2007::ClearDemand && function <= Function2007::ClearEvents);
    if (data.edition != Edition::Of2007 || data.command->isReply || !takesLevel)
        return false;
    const std::size_t levelAt = data.command->hasDi ? diSize(data.edition) : 0;
    return data.size > levelAt && data.buffer[levelAt] >= firstCipherLevel;
}

// What may be missing at the end of a request: read as far as whole fields are there. A password of 1997 is there when
// without it the data would be four bytes too long for their identifier.
std::span<const Field> fieldsPresent(const Data& data, std::size_t left) {
    auto fields = data.command->fields;
    if (!data.command->fieldsMayEnd)
        return fields;
    if (data.command->behind == Behind::Values) {
        const Row* row = findRow(data.edition, data.di);
        return row && row->size() == left ? fields.first(0) : fields;
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        size += fields[i].size;
        if (size > left)
            return fields.first(i);
    }
    return fields;
}

void interpret(Data& data) {
    Reader reader(data, data.payloadAt, data.payloadAt + data.payloadSize);
    const bool isCipher = isCiphered(data);
    const auto fields = isCipher ? data.command->fields.first(3) : fieldsPresent(data, reader.left());
    for (const Field& field : fields) {
        if (!reader.readField(field)) {
            data.doubts.add(Doubt::LengthDiffers);
            return;
        }
    }
    if (isCipher || data.command->behind == Behind::Cipher)
        return;
    const bool hasValues = data.command->behind == Behind::Values || data.command->behind == Behind::ValuesAndSequence;
    // Data in the middle of a block cannot be divided without those before.
    const bool isMiddle = data.control.isReply() && data.command->behind == Behind::ValuesAndSequence;
    if (hasValues && (isMiddle || (data.edition == Edition::Of1997 && data.control.isReply() &&
                                   data.command->function == std::uint8_t(Function1997::ReadFollowing))))
        data.doubts.add(Doubt::NotInterpreted);
    else if (hasValues)
        readValues(reader);
    else if (reader.left() > 0)
        data.doubts.add(Doubt::LengthDiffers);
}

void readCommand(Data& data) {
    std::size_t at = 0;
    std::size_t end = data.size;
    if (data.command->hasDi) {
        if (data.size < diSize(data.edition)) {
            data.doubts.add(data.size == 0 ? Doubt::LengthDiffers : Doubt::NotInterpreted);
            return;
        }
        data.hasDi = true;
        for (std::size_t i = diSize(data.edition); i-- > 0;)
            data.di = data.di << 8 | data.buffer[i];
        at = diSize(data.edition);
    }
    const bool hasSequence =
        data.command->behind == Behind::Sequence || data.command->behind == Behind::ValuesAndSequence;
    if (hasSequence && end > at) {
        data.hasSequence = true;
        data.sequence = data.buffer[--end];
    }
    data.payloadAt = static_cast<std::uint16_t>(at);
    data.payloadSize = static_cast<std::uint16_t>(end - at);
    interpret(data);
}

void compareAddress(Data& data, const Frame& frame) {
    const bool isAddress = data.edition == Edition::Of2007 && data.control.isReply() &&
                           data.command->function == std::uint8_t(Function2007::ReadAddress);
    if (!isAddress || data.size != addressSize || frame.address.hasWildcard())
        return;
    if (Address::fromWire(data.bytes()) != frame.address)
        data.doubts.add(Doubt::AddressDiffers);
}
} // namespace

std::string_view key(Doubt doubt) {
    return doubtNames[std::size_t(doubt)];
}

const Item* Data::find(std::uint32_t identifier) const {
    for (const Item& item : all()) {
        if (item.row && item.di == identifier)
            return &item;
    }
    return nullptr;
}

Edition editionOf(Control control, ByteView data) {
    constexpr std::size_t identifierKindAt = 3;
    constexpr std::uint8_t securityKind = 0x07;
    constexpr std::size_t securityErrorSize = 2;
    const std::uint8_t function = control.function();
    if (function == std::uint8_t(Function2007::Security)) {
        if (control.isError())
            return data.size() == securityErrorSize ? Edition::Of2007 : Edition::Of1997;
        const bool isSecurity = data.size() > identifierKindAt && data[identifierKindAt] == securityKind;
        return isSecurity ? Edition::Of2007 : Edition::Of1997;
    }
    const bool isShared = function == std::uint8_t(Function2007::SetTime);
    return isShared || function >= std::uint8_t(Function2007::Read) ? Edition::Of2007 : Edition::Of1997;
}

void decodeData(const Frame& frame, const Settings& settings, Data& out) {
    out.size = frame.wireData.size();
    std::transform(frame.wireData.begin(), frame.wireData.end(), out.buffer.begin(),
                   [](std::uint8_t byte) { return static_cast<std::uint8_t>(byte - dataOffset); });
    restart(out, settings.edition.value_or(editionOf(frame.control, out.bytes())), frame.control);
    out.payloadSize = static_cast<std::uint16_t>(out.size);
    if (frame.control.isReply() && frame.control.isError()) {
        readErrorWord(out);
        return;
    }
    if (frame.control.isReply() && frame.control.moreFollows())
        out.doubts.add(Doubt::MoreFollows);
    if (!out.command) {
        out.doubts.add(Doubt::NotInterpreted);
        return;
    }
    readCommand(out);
    compareAddress(out, frame);
}

bool decodeGathered(Edition edition, Control control, std::uint32_t di, ByteView payload, Data& out) {
    restart(out, edition, control);
    out.size = out.payloadSize = 0;
    const std::size_t at = diSize(edition);
    if (at + payload.size() > Data::maxBytes)
        return false;
    for (std::size_t i = 0; i < at; ++i)
        out.buffer[i] = static_cast<std::uint8_t>(di >> (8 * i));
    std::copy(payload.begin(), payload.end(), out.buffer.begin() + std::ptrdiff_t(at));
    out.hasDi = true;
    out.di = di;
    out.size = at + payload.size();
    out.payloadAt = static_cast<std::uint16_t>(at);
    out.payloadSize = static_cast<std::uint16_t>(payload.size());
    Reader reader(out, at, out.size);
    readValues(reader);
    return true;
}

} // namespace meterhall::dlt645
