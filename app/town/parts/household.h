#pragma once

#include "app/town/parts/town.h"

namespace meterhall::town {

/// Names, places and numbers of a home, all invented: what the archive holds about it. Made on demand, because only
/// the roster needs it.
struct Household {
    QString customerNumber;
    QString name;
    QString phone;
    QString idNumber; ///< with a right check character, in an area code that is given to no place
    QString premiseCode;
    QString district;
    QString street;
    QString community;
    QString building;
    QString unit;
    QString floor;
    QString room;
};
Household householdOf(const TownPlan& plan, const Home& home);

QString communityOf(int book);
QString readerNumberOf(int book);
QString readerNameOf(const TownPlan& plan, int book);

} // namespace meterhall::town
