#pragma once

#include "core/services/reading_review.h"

#include <QString>

namespace meterhall::ui {

/// "The dial went back": a rule of core/readings in words, by its name; a name that has no words stands for itself.
QString reasonTitle(const QString& kind);
/// What the rule saw in this reading, with the numbers it compared.
QString reasonSeen(const DoubtReason& reason, const QString& unit, const UtilityZone& zone);
/// The rules weigh a kind of doubt by hand, the same for every reading; that is no measured confidence and is not shown
/// as one. All that is said is the side it falls on.
bool leansToWrong(const DoubtReason& reason);
/// What orders the queue: least doubted first.
std::int64_t weightOf(const std::vector<DoubtReason>& reasons);
/// "0–294": the band the rules would not doubt. Whole units are enough to see on which side of it a use lies; small
/// bands keep two decimals.
QString bandText(const PlausibleUse& band);
/// A worked-out number as people say it, rounded to whole units, below ten to two decimals.
QString roundedText(std::int64_t micro);
/// Where a reading comes from: actual, estimated, self-reported, remote.
QString readingOriginText(Origin origin);

} // namespace meterhall::ui
