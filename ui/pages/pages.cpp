#include "ui/pages/pages.h"

namespace meterhall::ui {

#define X(name, Name) PageDeclaration declare##Name##Page();
#include "ui/pages/pages.inc"
#undef X

std::vector<PageDeclaration> allPages() {
    return {
#define X(name, Name) declare##Name##Page(),
#include "ui/pages/pages.inc"
#undef X
    };
}

} // namespace meterhall::ui
