#include "tests/support/test_case.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QFontDatabase>
#include <QFontInfo>
#include <QImage>
#include <QTest>
#include <QWidget>

#include <cmath>
#include <set>

namespace meterhall::ui {

namespace {

// WCAG 2.1, relative luminance and contrast ratio, written from its text and not from the program.
double channel(int eightBits) {
    const double value = eightBits / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& color) {
    return 0.2126 * channel(color.red()) + 0.7152 * channel(color.green()) + 0.0722 * channel(color.blue());
}
double contrast(const QColor& a, const QColor& b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsTheOneOfTheStandard() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        // W3C's own example of the least grey on white: #767676 is 4.54, #777777 is 4.48.
        QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
        QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    }

    void everyPairIsReadableInBothModes() {
        int looked = 0;
        for (const TokenPair& pair : contrastPairs()) {
            for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
                const double ratio = contrast(colorOf(pair.front, mode), colorOf(pair.ground, mode));
                QVERIFY2(
                    ratio * 100 >= pair.leastHundredths,
                    qPrintable(QStringLiteral("%1 on %2, %3: %4")
                                   .arg(nameOf(pair.front), nameOf(pair.ground),
                                        mode == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark"))
                                   .arg(ratio)));
                ++looked;
            }
        }
        QVERIFY(looked >= 80);
    }

    void everyStateIsReadableOnItsPill() {
        for (const State state : {State::Ok, State::Warn, State::Danger, State::Unknown, State::Running, State::Waiting,
                                  State::Off, State::Info}) {
            const StateLook look = lookOf(state);
            QVERIFY(hasIcon(QString::fromLatin1(look.icon)));
            for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
                QVERIFY(contrast(colorOf(look.text, mode), colorOf(look.pill, mode)) >= 4.5);
        }
    }

    // Eight states, and no two share both shape and colour.
    void statesAreToldApartWithoutColour() {
        std::set<QString> shapes;
        for (const State state : {State::Ok, State::Warn, State::Danger, State::Unknown, State::Running, State::Waiting,
                                  State::Off, State::Info})
            shapes.insert(QString::fromLatin1(lookOf(state).icon));
        QCOMPARE(shapes.size(), 8U);
    }

    void theStyleSheetFillsEveryVariable() {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            const QString sheet = Theme(mode, Density::Normal).styleSheet();
            QVERIFY(!sheet.contains(u'@'));
            QVERIFY(sheet.contains(colorOf(Token::Accent, mode).name()));
        }
    }

    void qtUnderstandsTheStyleSheet() {
        QStringList complaints;
        static QStringList* sink = nullptr;
        sink = &complaints;
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& text) { sink->append(text); });
        QWidget probe;
        probe.setStyleSheet(Theme(ThemeMode::Light, Density::Normal).styleSheet());
        probe.ensurePolished();
        QWidget broken; // the message is there when it should be
        broken.setStyleSheet(QStringLiteral("QWidget { color: "));
        broken.ensurePolished();
        qInstallMessageHandler(before);
        QCOMPARE(complaints.filter(QStringLiteral("Could not parse")).size(), 1);
    }

    void appliedIsWhatWasApplied() {
        Theme(ThemeMode::Dark, Density::Compact).apply();
        QVERIFY(Theme::applied() == Theme(ThemeMode::Dark, Density::Compact));
        QCOMPARE(QApplication::palette().color(QPalette::Window), colorOf(Token::Window, ThemeMode::Dark));
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            QCOMPARE(QApplication::palette().color(group, QPalette::Text), colorOf(Token::Text, ThemeMode::Dark));
        QCOMPARE(measures().row, 32);
        Theme().apply();
        QCOMPARE(measures().row, 36);
    }

    void anIconFollowsTheTheme() {
        const QIcon flame = icon("gas", Token::Text);
        const auto inkOf = [&] {
            const QImage image = flame.pixmap(32, 32).toImage();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() == 255)
                        return image.pixelColor(x, y).name();
            return QString();
        };
        Theme(ThemeMode::Light, Density::Normal).apply();
        QCOMPARE(inkOf(), colorOf(Token::Text, ThemeMode::Light).name());
        Theme(ThemeMode::Dark, Density::Normal).apply();
        QCOMPARE(inkOf(), colorOf(Token::Text, ThemeMode::Dark).name());
        Theme().apply();
    }

    void theOutlineOfACheckBoxIsSeenInBothModes() {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            Theme(mode, Density::Normal).apply();
            for (const bool ticked : {false, true}) {
                QCheckBox box;
                box.setChecked(ticked);
                box.resize(40, 40);
                const QImage image = box.grab().toImage();
                double best = 0;
                for (int x = 0; x < image.width(); ++x)
                    best = std::max(best, contrast(image.pixelColor(x, image.height() / 2), image.pixelColor(39, 39)));
                QVERIFY2(best >= 3, qPrintable(QString::number(best)));
            }
        }
        Theme().apply();
    }

    void theFontIsTheChineseOne() {
        if (!QFontDatabase::families().contains(QStringLiteral("Noto Sans CJK SC")))
            QSKIP("fonts-noto-cjk is not installed");
        QCOMPARE(fontOf(TextRole::ToPay).pixelSize(), 50);
        QCOMPARE(QFontInfo(fontOf(TextRole::Body)).family(), QStringLiteral("Noto Sans CJK SC"));
    }
};

} // namespace

METERHALL_TEST_APPLICATION(QApplication)
METERHALL_TEST_CASE(ThemeTest)

} // namespace meterhall::ui

#include "theme_test.moc"
