#include "tests/support/test_case.h"
#include "tests/ui/pages/fake_station.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/pages.h"
#include "ui/shell/guide.h"
#include "ui/shell/help_panel.h"
#include "ui/widgets/key_cap.h"

#include <QRegularExpression>
#include <QTest>

using namespace meterhall;

namespace {

constexpr auto languages = {"en", "zh_CN"};

const ui::GuideSection* sectionOf(const std::vector<ui::GuideSection>& guide, const QString& id) {
    const auto found =
        std::find_if(guide.begin(), guide.end(), [&](const ui::GuideSection& section) { return section.id == id; });
    return found == guide.end() ? nullptr : &*found;
}

/// F-keys and Ctrl with something that a text names; Enter, Esc and arrows are every page's own.
QStringList keysNamed(const QString& markdown) {
    static const QRegularExpression key(QStringLiteral("`(F\\d+|(?:Ctrl|Alt) [^`]+)`"));
    QStringList keys;
    for (auto it = key.globalMatch(markdown); it.hasNext();)
        keys << it.next().captured(1);
    return keys;
}

} // namespace

/// What the guide says of every page, and what F1 shows there.
class PageHelpTest : public tests::PageTest {
    Q_OBJECT

    tests::FakeStation m_station;

    /// Sits down as one after the other until every page was open; of each page the keys of all of them together.
    QHash<QString, QSet<QString>> keysOfAllPages() {
        QHash<QString, QSet<QString>> keys;
        at().setStation(&m_station); // what a page can do with one is in the guide as well
        for (const Person person :
             {Person::Cashier, Person::Lead, Person::Supervisor, Person::Checker, Person::Administrator}) {
            at().sitDown(person);
            for (const ui::PageDeclaration& page : ui::allPages()) {
                if (!ui::mayOpen(at().desk(), page))
                    continue;
                at().window().go({.page = page.id});
                at().settle();
                for (const QAction* action : at().window().page()->actions()) {
                    for (const QKeySequence& sequence : action->shortcuts())
                        keys[page.id] << ui::keyText(sequence);
                }
            }
        }
        return keys;
    }
    void speak(const char* language) {
        ui::Preferences wanted = at().window().preferences();
        wanted.language = QString::fromLatin1(language);
        ui::Preferences other = wanted;
        other.language = wanted.language == QLatin1String("en") ? QStringLiteral("zh_CN") : QStringLiteral("en");
        at().window().use(other); // the window of these tests speaks English whatever its preferences say
        at().window().use(wanted);
        at().settle();
    }

private Q_SLOTS:
    void everyPageHasASectionInEveryLanguage() {
        for (const char* language : languages) {
            const auto guide = ui::guideIn(QString::fromLatin1(language));
            for (const ui::PageDeclaration& page : ui::allPages()) {
                const ui::GuideSection* section = sectionOf(guide, page.id);
                QVERIFY2(section, qPrintable(QString::fromLatin1(language) + u' ' + page.id));
                QVERIFY2(section->words.size() > 300, qPrintable(page.id));
                if (qstrcmp(language, "en") == 0)
                    QCOMPARE(section->title, QString::fromUtf8(page.title));
            }
        }
    }

    void theGuideNamesNoKeyThatThePageDoesNotHave() {
        const QHash<QString, QSet<QString>> keys = keysOfAllPages();
        for (const char* language : languages) {
            const auto guide = ui::guideIn(QString::fromLatin1(language));
            const ui::GuideSection* everywhere = sectionOf(guide, QStringLiteral("everywhere"));
            QVERIFY(everywhere);
            const QStringList global = keysNamed(everywhere->markdown);
            for (const ui::PageDeclaration& page : ui::allPages()) {
                for (const QString& key : keysNamed(sectionOf(guide, page.id)->markdown))
                    QVERIFY2(keys[page.id].contains(key) || global.contains(key),
                             qPrintable(QStringLiteral("%1 %2: %3").arg(QLatin1String(language), page.id, key)));
            }
        }
    }

    void theHelpOfEveryPageBeginsWithItsKeys() {
        for (const Person person : {Person::Lead, Person::Checker}) {
            at().sitDown(person);
            for (const char* language : languages) {
                speak(language);
                for (const ui::PageDeclaration& page : ui::allPages()) {
                    if (!ui::mayOpen(at().desk(), page))
                        continue;
                    at().window().go({.page = page.id});
                    at().settle();
                    if (!at().window().help().isVisible())
                        at().window().toggleHelp();
                    at().settle();
                    const QString text = at().window().help().text();
                    QVERIFY2(text.size() > 300, qPrintable(page.id));
                    for (const QAction* action : at().window().page()->actions()) {
                        const QString line = ui::keyText(action->shortcut()) + u'\n' + action->text();
                        if (action->isVisible() && !action->shortcut().isEmpty())
                            QVERIFY2(text.contains(line), qPrintable(page.id + u' ' + line));
                    }
                }
                at().window().toggleHelp();
            }
        }
    }
};

METERHALL_TEST_CASE(PageHelpTest)

#include "page_help_test.moc"
