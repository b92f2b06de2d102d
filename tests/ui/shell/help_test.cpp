#include "tests/small_town/small_town_test.h"
#include "tests/support/test_case.h"
#include "tests/ui/shell/seated_window.h"
#include "ui/shell/guide.h"
#include "ui/shell/help_panel.h"
#include "ui/shell/key_strip.h"
#include "ui/shell/search_palette.h"
#include "ui/widgets/ledger_table.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

using namespace meterhall;
using tests::SeatedWindow;
using ui::GuideSection;

/// The guide as the program reads it.
class GuideTest : public QObject {
    Q_OBJECT

    static QStringList ids(const std::vector<GuideSection>& sections) {
        QStringList found;
        for (const GuideSection& section : sections)
            found << section.id;
        return found;
    }
    static QString twoSections() {
        return QStringLiteral(
            "# Guide\n\nFor readers of the file.\n\n## One\n<!-- help: one -->\n\nPress `F5`,\nthen "
            "wait.\n\n## Without a mark\n\nNot in the program.\n\n## Two\n<!-- help: two-b -->\n\n| a | b "
            "|\n|---|---|\n| `F5` | waits |\n");
    }

private Q_SLOTS:
    void markedHeadingsBeginSections() {
        const auto sections = ui::guideSections(twoSections());
        QCOMPARE(ids(sections), (QStringList{"one", "two-b"}));
        QCOMPARE(sections[0].title, QStringLiteral("One"));
        QCOMPARE(sections[0].words, QStringLiteral("Press F5 , then wait."));
        QVERIFY(!sections[0].markdown.contains(QStringLiteral("Not in the program")));
        QCOMPARE(sections[1].words, QStringLiteral("a b F5 waits"));
    }

    void brokenChineseLinesAreJoinedWithoutASpace() {
        const auto sections = ui::guideSections(
            QStringLiteral("## 一\n<!-- help: one -->\n\n先点钱，\n再按键。\n\n- 一行\n  又一行\n- 下一条\n"));
        QCOMPARE(sections.front().markdown, QStringLiteral("先点钱，再按键。\n\n- 一行又一行\n- 下一条"));
    }

    void headingsComeBeforeTexts() {
        const auto sections = ui::guideSections(twoSections());
        QCOMPARE(ids(ui::sectionsAbout(QStringLiteral("wait"), sections)), (QStringList{"one", "two-b"}));
        QCOMPARE(ids(ui::sectionsAbout(QStringLiteral("TWO"), sections)), QStringList{"two-b"});
        QCOMPARE(ids(ui::sectionsAbout(QStringLiteral("then f5"), sections)), QStringList{"one"});
        QCOMPARE(ids(ui::sectionsAbout(QStringLiteral("nowhere"), sections)), QStringList());
        QCOMPARE(ids(ui::sectionsAbout(QString(), sections)), (QStringList{"one", "two-b"}));
    }

    void anExcerptShowsWhereTheWordStands() {
        const GuideSection section{{}, {}, {}, QStringLiteral("Press the key, then give back the green number.")};
        QCOMPARE(ui::excerptOf(section, QStringLiteral("GREEN")), QStringLiteral("…back the green number."));
        QCOMPARE(ui::excerptOf(section, QStringLiteral("nowhere")), section.words);
    }

    void bothLanguagesHaveTheSameSections() {
        const QStringList english = ids(ui::guideIn(QStringLiteral("en")));
        QVERIFY(english.contains(QStringLiteral("sign-in")));
        QCOMPARE(ids(ui::guideIn(QStringLiteral("zh_CN"))), english);
        QCOMPARE(ids(ui::guideIn(QStringLiteral("fr"))), english);
    }
};
METERHALL_TEST_CASE(GuideTest)

namespace {

/// A cashier at work who asks for help.
struct Asking : SeatedWindow {
    explicit Asking(tests::SmallTown& town)
        : SeatedWindow(town, tests::SmallTown::Person::Cashier) {
        signIn(town.numberOf(tests::SmallTown::Person::Cashier), tests::SmallTown::password());
    }
    ui::HelpPanel& help() { return window().help(); }
    void ask(const QString& words) {
        press(Qt::Key_K, Qt::ControlModifier);
        window().search().setText(words);
        Q_EMIT window().search().textEdited(words);
    }
    QStringList offered() {
        QStringList titles;
        for (const auto* table : window().findChildren<ui::LedgerTable*>()) {
            for (int row = 0; table->isVisible() && row < table->model().rowCount(); ++row)
                titles << table->model().row(row)->cells.front().text;
        }
        return titles;
    }
};

} // namespace

/// F1 and the question mark in the window.
class HelpTest : public tests::SmallTownTest {
    Q_OBJECT

private Q_SLOTS:
    void keyF1OpensTheHelpOfThePageAndTakesItAwayAgain() {
        Asking at(town());
        at.type(QStringLiteral("ac"));
        at.press(Qt::Key_Left);
        at.press(Qt::Key_F1);
        QVERIFY(at.help().isVisible());
        QVERIFY(at.help().text().contains(QStringLiteral("What waits for you")));
        const auto* scrolled = at.help().findChild<QTextBrowser*>()->verticalScrollBar();
        QCOMPARE(scrolled->value(), 0);
        QVERIFY(scrolled->maximum() > 0);
        at.press(Qt::Key_PageDown);
        QVERIFY(scrolled->value() > 0);
        at.press(Qt::Key_F1);
        QVERIFY(!at.help().isVisible());
        QTest::qWait(1);
        at.type(QStringLiteral("b"));
        QCOMPARE(at.page()->field->text(), QStringLiteral("abc"));
    }

    void escapeClosesItFromWhereverTheKeysGo() {
        Asking at(town());
        at.press(Qt::Key_F1);
        at.press(Qt::Key_Escape);
        QVERIFY(!at.help().isVisible());
        QCOMPARE(QApplication::focusWidget(), at.page()->field);
        at.press(Qt::Key_F1);
        at.page()->field->setFocus(); // as a click does; the page can be worked with
        at.press(Qt::Key_F5);
        QCOMPARE(at.page()->done, 1);
        QVERIFY(at.help().isVisible());
        at.press(Qt::Key_Escape);
        QVERIFY(!at.help().isVisible());
    }

    void theKeysOfThePageComeFirst() {
        Asking at(town());
        at.press(Qt::Key_F1);
        const QString text = at.help().text();
        QVERIFY(text.indexOf(QStringLiteral("Do it")) > 0);
        QVERIFY(text.indexOf(QStringLiteral("Do it")) < text.indexOf(QStringLiteral("What waits for you")));
        QVERIFY2(text.contains(QStringLiteral("Ctrl Enter\nStars * and | bars")), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("Not for this person")));
    }

    void itFollowsThePageAndTheLanguage() {
        Asking at(town());
        at.press(Qt::Key_F1);
        at.window().go({.page = QStringLiteral("counter")});
        QVERIFY(at.help().isVisible());
        QVERIFY(at.help().text().contains(QStringLiteral("Cash in, change out")));
        ui::Preferences chinese = at.window().preferences();
        chinese.language = QStringLiteral("zh_CN");
        at.window().use(chinese);
        QVERIFY(at.help().isVisible());
        QVERIFY(at.help().text().contains(QStringLiteral("收现金、找零、打凭证")));
        at.settle();
    }

    void theKeyIsAmongTheCommandsAndInNoStrip() {
        Asking at(town());
        QVERIFY(!at.window().keys().words().join(u'\n').contains(QStringLiteral("F1 ")));
        at.ask(QStringLiteral(">help"));
        QCOMPARE(at.offered(), QStringList{QStringLiteral("Help for this page")});
    }

    void aQuestionMarkLooksThroughTheGuide() {
        Asking at(town());
        at.ask(QStringLiteral("?prepayment"));
        QCOMPARE(at.offered().front(), QStringLiteral("Counter"));
        at.ask(QStringLiteral("？ lock caps")); // full width, and two words in any order
        QCOMPARE(at.offered().front(), QStringLiteral("Signing in, locking, passwords"));
        at.press(Qt::Key_Return);
        QVERIFY(at.help().isVisible());
        QVERIFY(at.help().text().startsWith(QStringLiteral("Signing in, locking, passwords")));
        QVERIFY(at.help().isAncestorOf(QApplication::focusWidget()));
        at.press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), at.page()->field);
    }

    void commandsAreFoundByTheQuestionMarkToo() {
        Asking at(town());
        at.ask(QStringLiteral("?Tight or normal"));
        QCOMPARE(at.offered(), QStringList{QStringLiteral("Tight or normal rows")});
        at.ask(QStringLiteral("?"));
        QCOMPARE(at.offered().front(), QStringLiteral("Home")); // of the page that is open
        QCOMPARE(at.offered().size(), 8);
    }

    void sectionsOfPagesSomebodyMayNotOpenAreNotOffered() {
        Asking at(town());
        at.ask(QStringLiteral("?posting"));
        QVERIFY(!at.offered().contains(QStringLiteral("Billing")));
    }
};
METERHALL_TEST_CASE(HelpTest)

#include "help_test.moc"
