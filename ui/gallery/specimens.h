#pragma once

#include <QWidget>

#include <functional>
#include <vector>

namespace meterhall::ui {

class Desk;

/// A component in its states, with a name for the card it stands on.
struct Specimen {
    const char* title;
    std::function<QWidget*()> make;
};
std::vector<Specimen> widgetSpecimens();
std::vector<Specimen> tableSpecimens();
std::vector<Specimen> shellSpecimens(Desk& desk);

/// What a name or an address looks like in the language that is applied.
QString sample(const char* chinese, const char* english);
/// States below each other, each with its name before it.
QWidget* makeStates(const std::vector<std::pair<const char*, QWidget*>>& states);

} // namespace meterhall::ui
