#include "tests/support/test_case.h"
#include "tests/ui/looks/walk.h"

#include <QPushButton>
#include <QTest>

using namespace meterhall;
using namespace meterhall::tests;

/// Whatever can be pressed does something, opens something, or says why not.
class WalkTest : public QObject {
    Q_OBJECT

    static Scene sceneOf(const char* page) {
        for (const Scene& scene : scenes()) {
            if (scene.name == QLatin1String(page))
                return scene;
        }
        qFatal("no scene %s", page);
    }

private Q_SLOTS:
    void nothingThatCanBePressedIsSilent_data() {
        QTest::addColumn<bool>("sqlite");
        QTest::addColumn<int>("scene");
        const auto all = scenes();
        for (std::size_t at = 0; at < all.size(); ++at)
            QTest::addRow("%s, sqlite", qPrintable(all[at].name)) << true << int(at);
        // What a page says does not depend on the engine; where money moves it is looked at all the same.
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (all[at].page == QLatin1String("counter") || all[at].page == QLatin1String("day-close"))
                QTest::addRow("%s, postgresql", qPrintable(all[at].name)) << false << int(at);
        }
    }
    void nothingThatCanBePressedIsSilent() {
        QFETCH(bool, sqlite);
        QFETCH(int, scene);
        Walk walk(sqlite, scenes()[std::size_t(scene)], scene == 0);
        walk.go();
        QVERIFY2(walk.silent().isEmpty(),
                 qPrintable(QStringLiteral("silent: ") + walk.silent().join(QStringLiteral("; "))));
        QVERIFY2(walk.unreached().isEmpty(),
                 qPrintable(QStringLiteral("never pressed: ") + walk.unreached().join(QStringLiteral("; "))));
        constexpr int least = 2; // look again, find
        QVERIFY2(walk.pressed() >= least, qPrintable(QString::number(walk.pressed())));
    }

    void aPlantedSilentButtonAndAPlantedSilentActionAreFound() {
        Walk walk(true, sceneOf("home"), false);
        walk.setPlanted([](ui::MainWindow& window) {
            auto* page = window.page();
            page->addKey(QStringLiteral("Do nothing"), Qt::Key_F8, [] {});
            auto* button = new QPushButton(QStringLiteral("Nothing"), page);
            button->show();
            auto* talks = new QPushButton(QStringLiteral("Talks"), page);
            QObject::connect(talks, &QPushButton::clicked, talks,
                             [talks] { talks->setToolTip(talks->text()), talks->setText(QStringLiteral("Talked")); });
            talks->setAccessibleName(QStringLiteral("Talks"));
            talks->show();
        });
        walk.go();
        QVERIFY2(walk.silent().size() == 2, qPrintable(walk.silent().join(u';')));
        QVERIFY2(walk.silent().join(u' ').contains(QStringLiteral("Do nothing")), qPrintable(walk.silent().join(u' ')));
        QVERIFY(walk.silent().join(u' ').contains(QStringLiteral("'Nothing'")));
    }
};

METERHALL_TEST_CASE(WalkTest)

#include "walk_test.moc"
