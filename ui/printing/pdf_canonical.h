#pragma once

#include "core/base/result.h"
#include "core/papers/paper_parts.h"

#include <QByteArray>

namespace meterhall::ui {

/// Makes Qt's PDF a function of what was painted. Qt writes the time of writing into the file, and numbers the
/// objects of several fonts in the order of a hash table that differs from process to process. The file is written
/// again with its objects numbered in the order in which they are reached from the trailer and with the given date.
/// Understands what Qt 6 writes (one classical cross-reference table); anything else is PrintError::UnexpectedPdf.
Result<QByteArray> canonicalPdf(const QByteArray& pdf, const papers::PaperTime& created);

} // namespace meterhall::ui
