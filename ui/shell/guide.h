#pragma once

#include <QString>

#include <vector>

namespace meterhall::ui {

/// A section of the user guide (docs/guide/workstation.md and its Chinese), which is part of the program.
struct GuideSection {
    QString id; ///< that of the page it is about, or a word of its own: "sign-in"
    QString title;
    QString markdown; ///< without its heading
    QString words;    ///< the same without marks: what is searched
};

/// A heading `## Title` with `<!-- help: id -->` in the line below begins a section; it ends with the next such
/// heading. What has no id is for readers of the file alone.
std::vector<GuideSection> guideSections(const QString& markdown);
/// Those of a language; English ones where it has none.
std::vector<GuideSection> guideIn(const QString& language);

/// Those that hold every word, by heading first, else in their own order. Nothing typed: all.
std::vector<GuideSection> sectionsAbout(const QString& typed, std::vector<GuideSection> sections);
/// The stretch of a section in which the first of the words stands; its beginning when none does.
QString excerptOf(const GuideSection& section, const QString& typed);

} // namespace meterhall::ui
