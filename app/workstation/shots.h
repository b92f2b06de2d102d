#pragma once

#include <QStringList>

namespace meterhall::app {

struct ShotSettings {
    QString folder;
    QStringList only; ///< ids of pages; empty: all of them, and sign-in, search and gallery
};

/// Pictures of the sandbox town's workstation for the documentation and for whoever judges how it looks: every page for
/// somebody who works on it, in zh_CN and en, light and dark, in three sizes, as FOLDER/PAGE_LANG_THEME_WxH.png. PAGE
/// is the id of its declaration, or sign-in, search, gallery; W and H are pixels of the picture. Sizes that are smaller
/// than the window can be at this scale factor are left out. Nothing is written to the books. Returns an exit code: 1
/// when somebody could not sign in, a page did not come to rest, or a picture could not be stored.
int takeShots(const QString& workplaceFile, const ShotSettings& settings);

/// Every component in all its states, in a window, for whoever works on the looks.
int showGallery(const QString& language);

} // namespace meterhall::app
