#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <vector>

namespace meterhall::ui {

METERHALL_ERRORS(BarcodeError, "barcode", Empty, NotPrintableAscii, TooLong, EncoderFailed)

/// Code 128 (ISO/IEC 15417): widths in modules, bar first, bar and space alternating, ending with a bar. The quiet
/// zone of ten modules on either side is the caller's. Pairs of digits use code set C, the rest code set B.
Result<std::vector<int>> code128Widths(QStringView text);

/// A square of modules; true is dark. The quiet zone of four modules is the caller's.
struct QrCode {
    int size = 0;
    std::vector<bool> dark;

    bool at(int row, int column) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column)];
    }
};

/// QR code of UTF-8 bytes, error correction M (15 % may be dirt or a fold).
Result<QrCode> qrCode(const QString& text);

} // namespace meterhall::ui
