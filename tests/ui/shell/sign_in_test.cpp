#include "core/services/administration.h"
#include "core/services/seat_desk.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/shell/seated_window.h"
#include "ui/shell/password_form.h"
#include "ui/shell/password_panel.h"
#include "ui/shell/toast.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace meterhall;
using tests::SeatedWindow;
using tests::SmallTown;

/// Signing in, the first password, locking, and changing the password.
class SignInTest : public tests::SmallTownTest {
    Q_OBJECT

    static QByteArray given() { return "Given-Word-2026"; }
    static QByteArray own() { return "My-Own-Word-2026"; }
    void giveFirstPassword() {
        const OperatorId cashier = as(Person::Cashier).who().id;
        town().signOut();
        VERIFY_OK(services::giveFirstPassword(as(Person::Administrator), cashier, given()));
    }
    void typeTwice(SeatedWindow& at, const QByteArray& password, const QByteArray& again) {
        at.type(QString::fromUtf8(password));
        at.press(Qt::Key_Return);
        at.type(QString::fromUtf8(again));
        at.press(Qt::Key_Return);
        at.settle();
    }
    /// Whether the sessions that read, which are opened when they are needed, may do something.
    static bool canRead(SeatedWindow& at) {
        int answered = 0;
        int good = 0;
        for (int reader = 0; reader < 2; ++reader) {
            at.desk().read(
                &at.window(), [](services::Session& session) { return services::seatDesk(session); },
                [&](const Result<services::SeatDesk>& seat) {
                    ++answered;
                    good += seat.ok() ? 1 : 0;
                });
        }
        at.settle();
        return answered == 2 && good == 2;
    }

private Q_SLOTS:
    void whoWasGivenHisPasswordChoosesOneOfHisOwnFirst() {
        giveFirstPassword();
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), given());
        QVERIFY(at.isSaid(QStringLiteral("Choose a password of your own")));
        QVERIFY(!at.page());
        QVERIFY(at.desk().who().mustChangePassword);

        typeTwice(at, "short", "short");
        QVERIFY(at.isSaid(QStringLiteral("easy to guess: fewer than 10 characters")));
        typeTwice(at, own(), "My-Other-Word-2026");
        QVERIFY(at.isSaid(QStringLiteral("are not the same")));
        QVERIFY(!at.page());
        at.type(QString::fromUtf8(own())); // only the second one is asked for again
        at.press(Qt::Key_Return);
        at.settle();
        QVERIFY(at.page());
        QVERIFY(!at.desk().who().mustChangePassword);
        QVERIFY(canRead(at));
        if (town().onSqlite()) {
            const auto old =
                services::signInToRead(town().workplaceFor(Person::Cashier), town().numberOf(Person::Cashier), given());
            QVERIFY(old.failedWith(SecurityError::WrongPassword));
        }
    }

    void theNextTimeHisOwnPasswordIsEnough() {
        giveFirstPassword();
        {
            SeatedWindow at(town(), Person::Cashier);
            at.signIn(town().numberOf(Person::Cashier), given());
            typeTwice(at, own(), own());
            QVERIFY(at.page());
        }
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), own());
        QVERIFY(at.page());
        QVERIFY(canRead(at));
    }

    void thePasswordThatWasGivenIsNotOnesOwn() {
        giveFirstPassword();
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), given());
        typeTwice(at, given(), given());
        QVERIFY(at.isSaid(QStringLiteral("the old password again")));
        QVERIFY(!at.page());
    }

    void rulesAreTickedWhileTheyAreKept() {
        giveFirstPassword();
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), given());
        const auto kept = [&at] {
            int count = 0;
            for (const auto* label : at.window().findChild<ui::PasswordForm*>()->findChildren<QLabel*>())
                count += label->accessibleDescription() == QStringLiteral("kept") ? 1 : 0;
            return count;
        };
        QCOMPARE(kept(), 0);
        at.type(QStringLiteral("abcde"));
        QCOMPARE(kept(), 1); // five different ones
        at.type(QStringLiteral("fghij"));
        QCOMPARE(kept(), 2); // ten
        at.type(QStringLiteral("K1"));
        QCOMPARE(kept(), 3);
    }

    void whoDoesNotChooseIsSignedOut() {
        giveFirstPassword();
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), given());
        for (auto* button : at.window().findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Sign in as somebody else"))
                button->click();
        }
        QTRY_VERIFY(!at.desk().isSignedIn());
        at.settle();
        QVERIFY(at.isSaid(QStringLiteral("Operator number")));
        at.signIn(town().numberOf(Person::Cashier), given());
        QVERIFY(at.isSaid(QStringLiteral("Choose a password of your own")));
        at.window().lock(); // what happens after a while without a key
        QVERIFY(!at.desk().isSignedIn());
        QVERIFY(at.isSaid(QStringLiteral("Operator number")));
    }

    void theLockSaysWhenItEnds() {
        if (!town().onSqlite())
            QSKIP("on PostgreSQL the server checks passwords, and that of the tests believes everybody");
        town().signOut();
        for (int wrong = 0; wrong < 5; ++wrong)
            QVERIFY(services::signIn(town().workplaceFor(Person::Cashier), town().numberOf(Person::Cashier), "wrong")
                        .failedWith(SecurityError::WrongPassword));
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), SmallTown::password());
        QVERIFY(at.isSaid(QStringLiteral("the lock ends at 09:00:30")));
        QVERIFY(!at.page());
        town().moveTo(town().today(), Duration::hours(9) + Duration::seconds(31));
        at.type(QString::fromUtf8(SmallTown::password()));
        at.press(Qt::Key_Return);
        at.settle();
        QVERIFY(at.page());
    }

    void thePasswordIsChangedAtWorkAndWhatWasHalfTypedStays() {
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), SmallTown::password());
        at.type(QStringLiteral("half"));
        auto* panel = at.window().findChild<ui::PasswordPanel*>();
        panel->open();
        at.type(QString::fromUtf8(SmallTown::password()));
        at.press(Qt::Key_Return);
        typeTwice(at, own(), own());
        QVERIFY(!panel->isVisible());
        QCOMPARE(at.window().toast().text(), QStringLiteral("Your password is changed."));
        QCOMPARE(QApplication::focusWidget(), at.page()->field);
        QTest::qWait(1);
        at.type(QStringLiteral(" done"));
        QCOMPARE(at.page()->field->text(), QStringLiteral("half done"));
        QVERIFY(canRead(at)); // sessions that were opened with the old one are opened again
        at.window().lock();
        at.type(QString::fromUtf8(own()));
        at.press(Qt::Key_Return);
        at.settle();
        QVERIFY(!at.window().isLocked());
    }

    void aWrongOldPasswordIsSaidAndChangesNothing() {
        if (!town().onSqlite())
            QSKIP("the throw-away server of the tests believes everybody");
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), SmallTown::password());
        at.window().findChild<ui::PasswordPanel*>()->open();
        at.type(QStringLiteral("wrong"));
        at.press(Qt::Key_Return);
        typeTwice(at, own(), own());
        QVERIFY(at.isSaid(QStringLiteral("The password until now is another one.")));
        at.press(Qt::Key_Escape);
        QVERIFY(!at.window().findChild<ui::PasswordPanel*>()->isVisible());
        QVERIFY(canRead(at));
        VERIFY_OK(services::signInToRead(town().workplaceFor(Person::Cashier), town().numberOf(Person::Cashier),
                                         SmallTown::password()));
    }

    void thePaletteOffersToChangeThePassword() {
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), SmallTown::password());
        at.press(Qt::Key_K, Qt::ControlModifier);
        at.type(QStringLiteral(">password"));
        at.press(Qt::Key_Return);
        QVERIFY(at.window().findChild<ui::PasswordPanel*>()->isVisible());
        at.press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), at.page()->field);
    }

    void unlockingGoesOnWhereTheCursorStood() {
        SeatedWindow at(town(), Person::Cashier);
        at.signIn(town().numberOf(Person::Cashier), SmallTown::password());
        at.type(QStringLiteral("ac"));
        at.press(Qt::Key_Left);
        at.window().lock();
        at.type(QString::fromUtf8(SmallTown::password()));
        at.press(Qt::Key_Return);
        at.settle();
        QVERIFY(!at.window().isLocked());
        QTest::qWait(1);
        at.type(QStringLiteral("b"));
        QCOMPARE(at.page()->field->text(), QStringLiteral("abc"));
    }
};

METERHALL_TEST_CASE(SignInTest)

#include "sign_in_test.moc"
