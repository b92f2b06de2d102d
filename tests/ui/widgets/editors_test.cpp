#include "tests/support/test_case.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"
#include "ui/widgets/tier_thermometer.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QTest>

using namespace meterhall;
using namespace meterhall::ui;

class EditorsTest : public QObject {
    Q_OBJECT

    static Money fen(std::int64_t minor) { return Money::ofMinor(minor, Currency::cny()); }

private Q_SLOTS:
    void moneyIsTakenAsPeoplePasteIt_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("minor");
        QTest::newRow("plain") << "12.5" << 1250LL;
        QTest::newRow("pasted") << QStringLiteral("￥1,234.50元") << 123450LL;
        QTest::newRow("full width") << QStringLiteral("１２３。４５") << 12345LL;
        QTest::newRow("spaces") << " 7 " << 700LL;
    }
    void moneyIsTakenAsPeoplePasteIt() {
        QFETCH(QString, text);
        QFETCH(qlonglong, minor);
        MoneyEdit edit(Currency::cny());
        edit.setText(text);
        QVERIFY(edit.value().ok());
        QCOMPARE(edit.value()->minor(), std::int64_t(minor));
        QVERIFY(edit.problem().isEmpty());
    }

    void aThirdDecimalIsRefusedWithTheReason() {
        MoneyEdit edit(Currency::cny());
        edit.setText(QStringLiteral("1.005"));
        QVERIFY(!edit.value().ok());
        QVERIFY(edit.problem().contains(u'2'));
        MoneyEdit yen(Currency::jpy());
        yen.setText(QStringLiteral("10.5"));
        QVERIFY(yen.problem().contains(QStringLiteral("no decimals")));
    }

    // Never while typing: the message comes when the field is left.
    void theMessageComesWhenTheFieldIsLeft() {
        QWidget form;
        MoneyEdit edit(Currency::cny(), &form);
        QLineEdit other(&form);
        QLabel message(&form);
        edit.setMessageLabel(&message);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        edit.setFocus();
        QTest::keyClicks(&edit, QStringLiteral("1.005"));
        QVERIFY(!message.isVisible());
        other.setFocus();
        QVERIFY(message.isVisible());
        edit.setFocus();
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QVERIFY(!message.isVisible());
    }

    void anInputMethodCommitsNarrowDigits() {
        MoneyEdit edit(Currency::cny());
        QInputMethodEvent event;
        event.setCommitString(QStringLiteral("８８。５"));
        QApplication::sendEvent(&edit, &event);
        QCOMPARE(edit.text(), QStringLiteral("88.5"));
    }

    void controlZOfAnUntouchedFieldIsLeftToThePage() {
        MoneyEdit edit(Currency::cny());
        QKeyEvent untouched(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        untouched.ignore();
        QApplication::sendEvent(&edit, &untouched);
        QVERIFY(!untouched.isAccepted());
        QTest::keyClicks(&edit, QStringLiteral("12"));
        QKeyEvent typed(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        typed.ignore();
        QApplication::sendEvent(&edit, &typed);
        QVERIFY(typed.isAccepted());
    }

    void quantitiesKeepTheirDecimals() {
        QuantityEdit edit(QStringLiteral("m³"), 1);
        edit.setText(QStringLiteral("12.5"));
        QCOMPARE(edit.value()->toString(), QStringLiteral("12.5"));
        edit.setText(QStringLiteral("12.55"));
        QVERIFY(!edit.problem().isEmpty());
    }

    void digitsStandInGroupsAndAreKeptWithoutGaps() {
        DigitsEdit edit;
        QTest::keyClicks(&edit, QStringLiteral("342019070055"));
        QCOMPARE(edit.text(), QStringLiteral("3420 1907 0055"));
        QCOMPARE(edit.digits(), QStringLiteral("342019070055"));
    }

    void aMonthIsTypedShortAndStepped() {
        MonthEdit edit(*AccountingMonth::of(2026, 11));
        edit.setText(QStringLiteral("3"));
        QCOMPARE(edit.value()->number(), 202603);
        edit.setText(QStringLiteral("202512"));
        QCOMPARE(edit.value()->number(), 202512);
        edit.setText(QStringLiteral("13"));
        QVERIFY(!edit.problem().isEmpty());
        edit.setValue(*AccountingMonth::of(2026, 12));
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(edit.value()->number(), 202701);
    }

    void numbersAreWrittenAsTheScreenShowsThem() {
        QCOMPARE(amountText(fen(123456789)), QStringLiteral("1,234,567.89"));
        QCOMPARE(amountText(fen(-5)), QStringLiteral("−0.05"));
        QCOMPARE(amountText(fen(99999)), QStringLiteral("999.99"));
        QCOMPARE(priceText(2'700'000), QStringLiteral("2.70"));
        QCOMPARE(priceText(2'942'000), QStringLiteral("2.942"));
        QCOMPARE(numberText(Decimal{1'208'000'000, 6}), QStringLiteral("1,208"));
        QCOMPARE(numberText(Decimal{12'500'000, 6}), QStringLiteral("12.5"));
        QCOMPARE(shortDayText(*Date::of(2026, 11, 20), *Date::of(2026, 1, 1)), QStringLiteral("11-20"));
        QCOMPARE(shortDayText(*Date::of(2025, 11, 20), *Date::of(2026, 1, 1)), QStringLiteral("2025-11-20"));
    }

    void narrowTiersKeepRoomAndTheBarEndsWhereItShould() {
        Thermometer shown;
        shown.tiers = {{{}, 1'000'000, {}}, {{}, 500'000'000, {}}, {{}, std::nullopt, {}}};
        shown.usedMicro = 400'000'000;
        const auto spans = TierThermometer::spans(shown, 600);
        QCOMPARE(spans.size(), 3U);
        QVERIFY(spans[0].second >= 28);
        QVERIFY(spans[1].first > spans[0].first + spans[0].second);
        QVERIFY(spans[2].first + spans[2].second <= 600);
    }
};

METERHALL_TEST_CASE(EditorsTest)

#include "editors_test.moc"
