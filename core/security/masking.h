#pragma once

#include <QString>

namespace meterhall {

// For lists, screens others can see, and every paper that may hang on a door. What is masked cannot be unmasked: the
// full text is shown by its own service, which leaves an entry in the audit.

/// 王秀英 is 王*英, 王英 is 王*; the first and last character of longer names stay.
QString maskedName(QStringView name);
/// 13812341234 is 138****1234; of shorter numbers only the last four digits stay, of fewer than seven none.
QString maskedPhone(QStringView phone);
/// The first three and the last two characters stay; of ten characters and fewer only the last two, of fewer than
/// five none.
QString maskedIdentity(QStringView number);

} // namespace meterhall
