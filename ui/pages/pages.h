#pragma once

#include "ui/shell/page.h"

namespace meterhall::ui {

/// Every page of the program. A page is a folder here with a declaration.cpp; the table is written by the build.
std::vector<PageDeclaration> allPages();

} // namespace meterhall::ui
