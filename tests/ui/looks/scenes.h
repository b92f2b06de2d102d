#pragma once

#include "tests/ui/pages/page_town.h"

#include <functional>
#include <vector>

namespace meterhall::tests {

/// Somebody before a page that has something on it.
struct Scene {
    QString name; ///< what the page is in the middle of: "readings, rejecting"
    QString page;
    SmallTown::Person person;
    std::function<void(PageTown&)> arrange{}; ///< after the page was opened; nothing more by default
};

/// At least one for every page of the catalogue.
std::vector<Scene> scenes();

/// A month later than everything began: bills are overdue, some are paid, readings wait for a decision, a run waits for
/// its check, meters were not read, a shift is open.
void fillTown(SmallTown& town);
/// Opens the page of the scene, whatever was there before.
void show(PageTown& at, const Scene& scene);

} // namespace meterhall::tests
