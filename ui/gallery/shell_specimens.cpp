#include "core/ledger/journal.h"
#include "ui/gallery/specimens.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/key_strip.h"
#include "ui/shell/page.h"
#include "ui/shell/pending_panel.h"
#include "ui/shell/rail.h"
#include "ui/shell/search_palette.h"
#include "ui/shell/sign_in.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/toast.h"

#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

/// A place of that height for what floats over a window and keeps its lower left corner.
template <class Floating>
QWidget* onFloor(int height, const std::function<Floating*(QWidget*)>& make) {
    auto* room = new QWidget;
    room->setFixedHeight(height);
    make(room)->placeAt({0, height});
    return room;
}

QWidget* makeErrors() {
    auto* plain = new ErrorBar;
    plain->show(Error(LedgerError::ShiftNotOpen));
    auto* withWay = new ErrorBar;
    withWay->show(Error(DeskError::Cancelled), sample("再试一次  F5", "Try again  F5"), [] {});
    return makeStates({{"said", plain}, {"with a way on", withWay}});
}

QWidget* makeToasts() {
    return makeStates({{"said", onFloor<Toast>(60,
                                               [](QWidget* room) {
                                                   auto* toast = new Toast(room);
                                                   toast->say(
                                                       sample("已收款，找零 40.05 元。", "Taken. Give back 40.05."));
                                                   return toast;
                                               })},
                       {"with undo", onFloor<Toast>(60, [](QWidget* room) {
                            auto* toast = new Toast(room);
                            toast->say(sample("已接受 12 条读数。", "12 readings accepted."), [] {});
                            return toast;
                        })}});
}

QWidget* makeRail() {
    auto* rail = new Rail;
    rail->setPages({{.id = QStringLiteral("home"), .title = "Home", .icon = "home", .make = {}},
                    {.id = QStringLiteral("counter"), .title = "Counter", .icon = "counter", .make = {}},
                    {.id = QStringLiteral("readings"), .title = "Readings", .icon = "readings-review", .make = {}}});
    rail->setCurrent(QStringLiteral("counter"));
    rail->setBadge(QStringLiteral("readings"), 36);
    rail->setFixedHeight(300);
    return rail;
}

QWidget* makeStrips(Desk& desk) {
    auto* all = new QWidget;
    auto* down = new QVBoxLayout(all);
    down->setContentsMargins(0, 0, 0, 0);
    auto* page = new Page(desk, all);
    page->hide();
    page->addKey(sample("查找", "Find"), Qt::Key_F2, [] {});
    page->addKey(sample("试算", "Compute"), Qt::Key_F7, [] {});
    page->addKey(sample("开账", "Post bills"), Qt::CTRL | Qt::Key_Return, [] {});
    auto* keys = new KeyStrip;
    keys->showKeysOf(page);
    down->addWidget(keys);
    down->addWidget(new StatusStrip(desk));
    return all;
}

QWidget* makeSearch(Desk& desk) {
    auto* typed = new SearchPalette(desk);
    typed->setText(QStringLiteral("wxy"));
    return makeStates({{"empty", new SearchPalette(desk)}, {"typed", typed}});
}

QWidget* makePending(Desk& desk) {
    return onFloor<PendingPanel>(120, [&desk](QWidget* room) {
        auto* panel = new PendingPanel(desk, room);
        panel->toggle();
        return panel;
    });
}

QWidget* makeSignIn(Desk& desk) {
    auto* signIn = new SignIn(desk);
    signIn->setMinimumHeight(420);
    return signIn;
}

} // namespace

std::vector<Specimen> shellSpecimens(Desk& desk) {
    return {{"Errors", makeErrors},
            {"Good news", makeToasts},
            {"Search", [&desk] { return makeSearch(desk); }},
            {"Keys and status", [&desk] { return makeStrips(desk); }},
            {"On its way", [&desk] { return makePending(desk); }},
            {"Rail", makeRail},
            {"Sign-in", [&desk] { return makeSignIn(desk); }}};
}

} // namespace meterhall::ui
