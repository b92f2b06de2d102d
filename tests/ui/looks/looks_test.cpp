#include "tests/support/test_case.h"
#include "tests/ui/looks/looks.h"
#include "tests/ui/looks/scenes.h"
#include "ui/gallery/gallery.h"
#include "ui/shell/search_palette.h"
#include "ui/shell/toast.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ledger_table.h"

#include <QAction>
#include <QApplication>
#include <QDebug>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTest>

#include <map>

using namespace meterhall;
using namespace meterhall::tests;

namespace {

constexpr std::array sizes{QSize(1280, 720), QSize(1440, 900), QSize(3840, 2160)};

struct Look {
    QString language;
    ui::ThemeMode mode;
    ui::Density density;
    QSize size;
    QString text() const {
        return QStringLiteral("%1 %2 %3 %4x%5")
            .arg(language, mode == ui::ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark"),
                 density == ui::Density::Normal ? QStringLiteral("normal") : QStringLiteral("compact"))
            .arg(size.width())
            .arg(size.height());
    }
};

// Colours do not change what is cut, so dark and compact go together.
std::vector<Look> allLooks() {
    std::vector<Look> looks;
    for (const char* language : {"en", "zh_CN"}) {
        for (const QSize& size : sizes) {
            looks.push_back({QString::fromLatin1(language), ui::ThemeMode::Light, ui::Density::Normal, size});
            looks.push_back({QString::fromLatin1(language), ui::ThemeMode::Dark, ui::Density::Compact, size});
        }
    }
    return looks;
}

/// What is wrong, and in which looks it is.
using Faults = std::map<QString, QStringList>;

void add(Faults& all, const QString& look, const QStringList& faults) {
    for (const QString& fault : faults)
        all[fault] << look;
}

/// For people: every window of a scene at the smallest size, where METERHALL_PICTURES names a folder.
void keepPictures(const Look& look) {
    const QString folder = qEnvironmentVariable("METERHALL_PICTURES");
    if (folder.isEmpty() || look.size != sizes.front())
        return;
    int number = 0;
    for (QWidget* window : QApplication::topLevelWidgets())
        if (window->isVisible())
            window->grab().save(QStringLiteral("%1/%2 %3 %4.png")
                                    .arg(folder, QString::fromUtf8(QTest::currentDataTag()), look.text())
                                    .arg(++number));
}

/// Says them all: a failed check alone is cut after a thousand letters.
bool none(const Faults& faults) {
    for (const auto& [fault, looks] : faults)
        qWarning().noquote() << fault << QStringLiteral("(%1 looks, first %2)").arg(looks.size()).arg(looks.first());
    return faults.empty();
}

} // namespace

/// Every page as it is drawn: both languages, both themes with a density each, three sizes. What is drawn does not
/// depend on the engine below, so one town on SQLite serves all.
class LooksTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PageTown> m_at;
    std::optional<SmallTown::Person> m_seated;

    void sitDown(SmallTown::Person person) {
        if (m_seated == person)
            return;
        m_at->sitDown(person);
        m_seated = person;
    }
    Faults faultsIn(const std::function<void()>& arrange) {
        Faults faults;
        QString language;
        for (const Look& look : allLooks()) {
            m_at->window().use(
                {.language = look.language, .mode = look.mode, .density = look.density, .lockAfterMinutes = 0});
            m_at->window().resize(look.size);
            if (look.language != language)
                arrange();
            language = look.language;
            m_at->settle();
            add(faults, look.text(), faultsOf(m_at->window()));
            keepPictures(look);
        }
        return faults;
    }
    static void show(QWidget& widget) {
        widget.resize(400, 200);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }

private Q_SLOTS:
    void initTestCase() {
        m_at = std::make_unique<PageTown>(true);
        fillTown(m_at->town());
    }
    void cleanupTestCase() { m_at.reset(); }

    void nothingIsCutOrSqueezedOrNamelessAndNoKeyDoesTwoThings_data() {
        QTest::addColumn<int>("scene");
        const auto all = scenes();
        for (std::size_t at = 0; at < all.size(); ++at)
            QTest::newRow(qPrintable(all[at].name)) << int(at);
    }
    void nothingIsCutOrSqueezedOrNamelessAndNoKeyDoesTwoThings() {
        QFETCH(int, scene);
        const Scene shown = scenes()[std::size_t(scene)];
        sitDown(shown.person);
        const Faults faults = faultsIn([&] {
            tests::show(*m_at, shown);
            QVERIFY(m_at->window().page());
        });
        QVERIFY(none(faults));
    }

    void neitherInWhatTheSearchOffersNorInAToast() {
        sitDown(SmallTown::Person::Cashier);
        const Faults faults = faultsIn([this] {
            m_at->window().search().setFocus();
            m_at->type(QStringLiteral(">"));
            m_at->window().toast().say(QStringLiteral("Taken. Give back 40.05."), [] {});
        });
        QVERIFY(none(faults));
        m_at->window().search().close();
    }

    void norInTheGallery() {
        Faults faults;
        for (const Look& look : allLooks()) {
            ui::useLanguage(look.language);
            ui::chooseFontFamilies(look.language);
            ui::Theme(look.mode, look.density).apply();
            ui::Gallery gallery;
            gallery.resize(look.size);
            gallery.show();
            QVERIFY(QTest::qWaitForWindowExposed(&gallery));
            QTest::qWait(1); // what was added while it was shown is laid out
            add(faults, look.text(), cutTexts(gallery) + squeezedWidgets(gallery));
        }
        QVERIFY(none(faults));
        m_seated.reset(); // the window's language is not what it thinks
    }

    void aLabelWithoutRoomIsFound() {
        QWidget place;
        auto* label = ui::makeLabel(ui::TextRole::Body, QStringLiteral("much longer than it may be"), nullptr, &place);
        label->setGeometry(0, 0, 60, 24);
        show(place);
        QVERIFY(!cutTexts(place).isEmpty());
        label->setGeometry(0, 0, 380, 24);
        QVERIFY2(cutTexts(place).isEmpty(), qPrintable(cutTexts(place).join(u'\n')));
    }

    void aWrappedLabelThatGoesOnBelowIsFound() {
        QWidget place;
        auto* label = ui::makeLabel(ui::TextRole::Body, QStringLiteral("one word and more and more and more words"),
                                    nullptr, &place);
        label->setWordWrap(true);
        label->setGeometry(0, 0, 120, 24);
        show(place);
        QVERIFY(!cutTexts(place).isEmpty());
        label->setGeometry(0, 0, 120, 120);
        QVERIFY(cutTexts(place).isEmpty());
    }

    void aButtonAndAPlaceholderWithoutRoomAreFound() {
        QWidget place;
        auto* button = new QPushButton(QStringLiteral("Take the payment"), &place);
        auto* edit = new QLineEdit(&place);
        edit->setPlaceholderText(QStringLiteral("Account, name, phone, address"));
        button->setGeometry(0, 0, 60, 34);
        edit->setGeometry(0, 50, 90, 34);
        show(place);
        QCOMPARE(cutTexts(place).size(), 2);
        button->setGeometry(0, 0, 240, 40);
        edit->setGeometry(0, 50, 380, 34);
        QVERIFY2(cutTexts(place).isEmpty(), qPrintable(cutTexts(place).join(u'\n')));
    }

    void aHeaderACellABadgeAndATotalWithoutRoomAreFoundUnlessTheColumnMayElide() {
        const QString longText = QStringLiteral("a text that is far too long for its column");
        constexpr int rest = 300; // of the 400 px: what a column wants it gets from what is left over
        for (const bool may : {false, true}) {
            ui::LedgerTable table(
                std::vector<ui::Column>{{.title = QStringLiteral("A"), .width = 90, .mayElide = may},
                                        {.title = QStringLiteral("B"), .width = rest, .flexible = true}});
            table.model().setRows({{.id = 1, .cells = {{.text = longText}, {.text = QStringLiteral("b")}}}});
            show(table);
            QCOMPARE(cutTexts(table).isEmpty(), may);
            table.model().setRows({{.id = 1, .cells = {{.text = longText, .badge = ui::State::Ok}, {}}}});
            QCOMPARE(cutTexts(table).isEmpty(), may);
            table.model().setRows({{.id = 1, .cells = {{.text = {}, .second = longText}, {}}}});
            QCOMPARE(cutTexts(table).isEmpty(), may);
        }
        ui::LedgerTable table(std::vector<ui::Column>{{.title = longText, .width = 90},
                                                      {.title = QStringLiteral("B"), .width = rest, .flexible = true}});
        show(table);
        QCOMPARE(cutTexts(table).size(), 1);
        table.setTotals({longText});
        QCOMPARE(cutTexts(table).size(), 2);
    }

    void aWidgetBelowItsLeastHeightOneThatSticksOutAndTwoOnEachOtherAreFound() {
        QWidget place;
        auto* low = new QPushButton(QStringLiteral("low"), &place);
        low->setGeometry(0, 0, 200, 12);
        show(place);
        QVERIFY(!squeezedWidgets(place).isEmpty());
        low->setGeometry(0, 0, 200, 40);
        QVERIFY2(squeezedWidgets(place).isEmpty(), qPrintable(squeezedWidgets(place).join(u'\n')));
        low->setGeometry(300, 0, 200, 40);
        QCOMPARE(squeezedWidgets(place).size(), 1);
        low->setGeometry(0, 0, 200, 40);
        auto* on = new QPushButton(QStringLiteral("on"), &place);
        on->setGeometry(100, 10, 200, 40);
        on->show();
        QCOMPARE(squeezedWidgets(place).size(), 1);
    }

    void aNamelessButtonAndANamelessTableAreFound() {
        QWidget place;
        auto* button = new QPushButton(&place);
        auto* table = new ui::LedgerTable(std::vector<ui::Column>{{.title = QStringLiteral("A"), .flexible = true}},
                                          ui::RowHeight::Normal, &place);
        show(place);
        QCOMPARE(namelessControls(place).size(), 2);
        button->setAccessibleName(QStringLiteral("close"));
        table->setName(QStringLiteral("bills"));
        QVERIFY2(namelessControls(place).isEmpty(), qPrintable(namelessControls(place).join(u'\n')));
    }

    void twoActionsWithOneKeyAndOneWithoutATextAreFound() {
        QWidget place;
        auto* first = new QAction(QStringLiteral("first"), &place);
        auto* second = new QAction(QStringLiteral("second"), &place);
        for (QAction* action : {first, second}) {
            action->setShortcut(Qt::Key_F6);
            place.addAction(action);
        }
        show(place);
        QCOMPARE(keyFaults(place).size(), 1);
        second->setEnabled(false);
        QVERIFY(keyFaults(place).isEmpty());
        first->setText({});
        QCOMPARE(keyFaults(place).size(), 1);
    }
};

METERHALL_TEST_CASE(LooksTest)

/// Other scale factors, which Qt reads when it starts: this program is started once more with each.
class ScaledLooksTest : public QObject {
    Q_OBJECT

    static bool isScaled() { return qEnvironmentVariableIsSet("QT_SCALE_FACTOR"); }

private Q_SLOTS:
    void homeAndCounterFitAtEveryScale_data() {
        QTest::addColumn<QString>("factor");
        for (const char* factor : {"1.25", "1.5", "2"})
            QTest::newRow(factor) << QString::fromLatin1(factor);
    }
    void homeAndCounterFitAtEveryScale() {
        if (isScaled())
            QSKIP("this is the one that was started");
        QFETCH(const QString, factor);
        QProcess scaled;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), factor);
        environment.insert(QStringLiteral("METERHALL_TEST_CLASS"), QStringLiteral("ScaledLooksTest"));
        scaled.setProcessEnvironment(environment);
        scaled.setProcessChannelMode(QProcess::MergedChannels);
        scaled.start(QCoreApplication::applicationFilePath(), {QStringLiteral("-nocrashhandler")});
        constexpr int enough = 180'000;
        QVERIFY(scaled.waitForFinished(enough));
        QVERIFY2(scaled.exitCode() == 0, scaled.readAll().constData());
    }

    void nothingIsCutAtThisScale() {
        if (!isScaled())
            QSKIP("started by the other one");
        PageTown at(true);
        fillTown(at.town());
        at.sitDown(SmallTown::Person::Cashier);
        Faults faults;
        for (const Scene& scene : scenes()) {
            if (scene.person != SmallTown::Person::Cashier || scene.page == QLatin1String("day-close"))
                continue;
            for (const Look& look : allLooks()) {
                if (look.size != sizes.front() || look.mode == ui::ThemeMode::Dark)
                    continue;
                at.window().use({.language = look.language, .mode = look.mode, .density = look.density});
                at.window().resize(look.size);
                tests::show(at, scene);
                at.settle();
                add(faults, scene.name + u' ' + look.text(), faultsOf(at.window()));
            }
        }
        QVERIFY(none(faults));
    }
};

METERHALL_TEST_CASE(ScaledLooksTest)

#include "looks_test.moc"
