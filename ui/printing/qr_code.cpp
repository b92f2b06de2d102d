#include "ui/printing/code128.h"

#include <qrencode.h>

#include <memory>

namespace meterhall::ui {

namespace {
/// Version 40-M holds 2,331 bytes, but a phone reads no such square from an A5 sheet.
constexpr qsizetype maxQrBytes = 600;
} // namespace

Result<QrCode> qrCode(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return BarcodeError::Empty;
    if (bytes.size() > maxQrBytes)
        return Error(BarcodeError::TooLong, {QString::number(bytes.size())});
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char*>(bytes.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return BarcodeError::EncoderFailed;
    QrCode result;
    result.size = code->width;
    for (int module = 0; module < code->width * code->width; ++module)
        result.dark.push_back((code->data[module] & 1) != 0);
    return result;
}

} // namespace meterhall::ui
