#include "core/base/result.h"
#include "core/commands/command_life.h"
#include "core/commands/valve_rules.h"
#include "core/ledger/journal.h"
#include "core/registry/registry.h"
#include "core/security/password.h"
#include "core/security/permissions.h"
#include "tests/support/test_case.h"
#include "tests/ui/errors/text_rules.h"
#include "ui/errors/error_text.h"
#include "ui/errors/table.h"
#include "ui/errors/words.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace meterhall;
using namespace meterhall::tests;
using ui::errors::Entry;
using ui::errors::Words;

namespace {

METERHALL_ERRORS(StrangeError, "strange", NeverHeardOf)

QStringList textsOf(const Entry& entry) {
    QStringList texts;
    for (const char* text : {entry.text.happened, entry.text.money, entry.text.todo})
        if (*text != '\0')
            texts.append(QString::fromUtf8(text));
    return texts;
}

/// Everything of the context "Errors" but the general text.
QSet<QString> allTexts() {
    QSet<QString> texts;
    for (const Entry& entry : ui::errors::allEntries())
        for (const QString& text : textsOf(entry))
            texts.insert(text);
    for (const ui::errors::Word& word : ui::errors::allWords())
        texts.insert(QString::fromUtf8(word.text));
    return texts;
}

QSet<QString> wordsOf(Words of) {
    QSet<QString> codes;
    for (const ui::errors::Word& word : ui::errors::allWords())
        if (word.of == of)
            codes.insert(QString::fromUtf8(word.code.data(), qsizetype(word.code.size())));
    return codes;
}

/// Codes of an enumeration whose numbers run from `first` without a gap.
template <class Enum>
QSet<QString> codesFrom(int first) {
    QSet<QString> codes;
    for (int number = first; !codeOf(static_cast<Enum>(number)).isEmpty(); ++number)
        codes.insert(codeOf(static_cast<Enum>(number)));
    return codes;
}

QMap<QString, QString> chinese() {
    return translationsIn(sourceFolder() + QStringLiteral("/translations/meterhall_zh_CN.ts"));
}

/// What the database's triggers call their refusals.
QSet<QString> refusalsInSql() {
    static const QRegularExpression refusal(
        QStringLiteral("'refused:(\\w+)'|RAISE EXCEPTION '(\\w+)' USING ERRCODE = 'MH002'"));
    QSet<QString> words;
    QDirIterator files(sourceFolder() + QStringLiteral("/resources/sql"), {QStringLiteral("*.sql")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        auto found = refusal.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            const auto match = found.next();
            words.insert(match.captured(1) + match.captured(2));
        }
    }
    return words;
}

void write(const QString& name, const QByteArray& text) {
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class ErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDeclaredCodeHasOneText() {
        const auto declared = declaredCodes(
            sourceFolder(), {QStringLiteral("core"), QStringLiteral("devices"), QStringLiteral("ui"),
                             QStringLiteral("app/cli"), QStringLiteral("app/collector"), QStringLiteral("app/station"),
                             QStringLiteral("app/workplace"), QStringLiteral("app/workstation")});
        QVERIFY(declared.size() > 200);
        const QStringList breaches = codeBreaches(declared, ui::errors::allEntries());
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
    }

    void everyTextSaysWhatHappenedAndWhatToDo() {
        QStringList breaches;
        for (const Entry& entry : ui::errors::allEntries()) {
            for (const char* text : {entry.text.happened, entry.text.todo})
                if (!QString::fromUtf8(text).endsWith(u'.'))
                    breaches.append(QString::fromUtf8(entry.code.data(), qsizetype(entry.code.size())));
            for (const QString& text : textsOf(entry))
                breaches.append(formBreaches(text));
        }
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
    }

    void whereMoneyIsConcernedItIsSpokenOf() {
        for (const Entry& entry : ui::errors::allEntries())
            for (const char* area : {"ledger.", "money.", "billing.", "billingrun.", "tariffs.", "proof.", "print."})
                if (entry.code.starts_with(area))
                    QVERIFY2(*entry.text.money != '\0', entry.code.data());
    }

    void everyTextIsTranslated() {
        const auto translations = chinese();
        QStringList breaches;
        for (const QString& text : allTexts())
            breaches.append(translationBreaches(text, translations));
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
    }

    void codesThatPeopleMeetAsArgumentsHaveWords() {
        QSet<QString> services;
        for (const Service service : allServices())
            services.insert(codeOf(service));
        QCOMPARE(wordsOf(Words::Services), services);
        QSet<QString> duties;
        for (const Duty duty : allDuties())
            duties.insert(codeOf(duty));
        QCOMPARE(wordsOf(Words::Duties), duties);
        QCOMPARE(wordsOf(Words::ValveRules), codesFrom<ValveBlock>(0));
        QCOMPARE(wordsOf(Words::CommandKinds), codesFrom<CommandKind>(1));
        QCOMPARE(wordsOf(Words::CommandStates), codesFrom<CommandState>(1).unite({QStringLiteral("look")}));
        QCOMPARE(wordsOf(Words::Refusals), refusalsInSql());
        for (const QByteArray& weak :
             {QByteArray("short"), QByteArray("aaaaaaaaaaaa"), QByteArray("abcdefghijkl"), QByteArray(200, 'x')}) {
            const auto checked = checkPasswordStrength(weak);
            QVERIFY(!checked.ok());
            QVERIFY(wordsOf(Words::PasswordRules).contains(checked.error().arguments().value(0)));
        }
    }

    void argumentsStandWhereTheTextWantsThem() {
        using ui::errors::filled;
        const QString text = QStringLiteral("Not there[: %1].");
        QCOMPARE(filled(text, {QStringLiteral("42")}), QStringLiteral("Not there: 42."));
        QCOMPARE(filled(text, {}), QStringLiteral("Not there."));
        QCOMPARE(filled(text, {QString()}), QStringLiteral("Not there."));
        QCOMPARE(filled(QStringLiteral("%2[ (%1)][, %3]"), {QStringLiteral("a"), QStringLiteral("b")}),
                 QStringLiteral("b (a)"));
        QCOMPARE(filled(QStringLiteral("Held[: %*]."), {QStringLiteral("a"), QStringLiteral("b")}),
                 QStringLiteral("Held: a, b."));
        QCOMPARE(filled(QStringLiteral("Held[: %*]."), {}), QStringLiteral("Held."));
        QCOMPARE(filled(QStringLiteral("100 %"), {QStringLiteral("a")}), QStringLiteral("100 %"));
    }

    void anArgumentIsNeverTakenForAPlace() {
        const QStringList sly{QStringLiteral("[%2]"), QStringLiteral("secret")};
        QCOMPARE(ui::errors::filled(QStringLiteral("Not there[: %1]."), sly), QStringLiteral("Not there: [%2]."));
        const Error error(RegistryError::UnknownAccount, {QStringLiteral("%1[%1")});
        QCOMPARE(ui::presented(error).happened, QStringLiteral("There is no such account: %1[%1."));
    }

    void anErrorIsPresentedInFourParts() {
        const auto text = ui::presented(Error(LedgerError::OpenShifts, {QStringLiteral("2")}));
        QCOMPARE(text.happened, QStringLiteral("Not every shift of the day is closed: 2 are open."));
        QCOMPARE(text.money, QStringLiteral("Nothing was booked; the money stands as before."));
        QCOMPARE(text.todo, QStringLiteral("Close these shifts first."));
        QCOMPARE(text.code, QStringLiteral("ledger.OpenShifts"));
    }

    void thePlaceIsSaid() {
        const Error error =
            Error(RegistryError::UnknownAccount).within(QStringLiteral("line 17")).within(QStringLiteral("march.csv"));
        QCOMPARE(ui::presented(error).happened, QStringLiteral("There is no such account. Place: line 17, march.csv."));
    }

    void codesInArgumentsAreSpoken() {
        const auto held =
            ui::presented(Error(CommandError::HeldByRule, {QStringLiteral("rest-day"), QStringLiteral("still-owes")}));
        QCOMPARE(held.happened, QStringLiteral("The interlock holds the valve: it is a rest day or the day before one, "
                                               "arrears are still open."));
        const auto denied = ui::presented(Error(SecurityError::NotAllowed, {codeOf(Service::TakePayment)}));
        QCOMPARE(denied.happened, QStringLiteral("Your duties do not allow this: take payments."));
    }

    void anUnknownCodeIsToldInGeneralWords() {
        const auto text = ui::presented(Error(StrangeError::NeverHeardOf, {QStringLiteral("x")}));
        QVERIFY(!text.happened.isEmpty() && !text.money.isEmpty() && !text.todo.isEmpty());
        QCOMPARE(text.code, QStringLiteral("strange.NeverHeardOf"));
    }

    void thePresenterSpeaksChinese() {
        const auto translations = chinese();
        class FromTs : public QTranslator {
        public:
            explicit FromTs(const QMap<QString, QString>& texts)
                : m_texts(texts) {}
            QString translate(const char* context, const char* source, const char* /*disambiguation*/,
                              int /*n*/) const override {
                return qstrcmp(context, "Errors") == 0 ? m_texts.value(QString::fromUtf8(source)) : QString();
            }
            bool isEmpty() const override { return false; }

        private:
            const QMap<QString, QString>& m_texts;
        };
        FromTs translator(translations);
        QCoreApplication::installTranslator(&translator);
        const auto closed =
            ui::presented(Error(LedgerError::OpenShifts, {QStringLiteral("2")}).within(QStringLiteral("line 3")));
        const auto general = ui::presented(Error(StrangeError::NeverHeardOf));
        const auto held =
            ui::presented(Error(CommandError::HeldByRule, {QStringLiteral("rest-day"), QStringLiteral("still-owes")}));
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(closed.happened, QStringLiteral("今天还有班次没有交班：2 个。位置：第 3 行。"));
        QCOMPARE(closed.code, QStringLiteral("ledger.OpenShifts"));
        QCOMPARE(general.todo, QStringLiteral("打电话给技术支持，读出代码。"));
        QCOMPARE(held.happened, QStringLiteral("阀门联锁不放行：今天或明天是休息日、欠费还没有缴清。"));
    }
};

METERHALL_TEST_CASE(ErrorsTest)

/// The rules find what they are for.
class TextRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlantedCodeWithoutATextIsFound() {
        const QTemporaryDir tree;
        write(tree.filePath(QStringLiteral("core/x/x_error.h")),
              "/// METERHALL_ERRORS(YError, \"y\", Three)\n"
              "#define METERHALL_ERRORS(Enum, area, ...) \\\n    METERHALL_ERRORS(ZError, \"z\", Four)\n"
              "METERHALL_ERRORS(XError, \"x\", One,\n                 Two)\n");
        const auto declared = declaredCodes(tree.path(), {QStringLiteral("core")});
        QCOMPARE(declared, (QSet<QString>{QStringLiteral("x.One"), QStringLiteral("x.Two")}));
        const std::vector<Entry> one{{"x.One", {"A.", "", "B."}}};
        QCOMPARE(codeBreaches(declared, one), QStringList{QStringLiteral("x.Two has no text")});
    }

    void aTextNobodyDeclaresAndASecondTextAreFound() {
        const QSet<QString> declared{QStringLiteral("x.One")};
        const std::vector<Entry> entries{{"x.One", {"A.", "", "B."}}, {"x.Old", {"A.", "", "B."}}};
        QCOMPARE(codeBreaches(declared, entries).size(), 1);
        QVERIFY(codeBreaches(declared, entries).first().startsWith(QStringLiteral("x.Old")));
        QCOMPARE(codeBreaches(declared, {entries[0], entries[0]}).size(), 1);
    }

    void tiredWordsAndBrokenFormsAreFound() {
        QVERIFY(formBreaches(QStringLiteral("There is no such meter[: %1].")).isEmpty());
        for (const char* bad : {"Please wait.", "Operation done.", "It failed.", "Saved successfully.",
                                "Not there[: %1.", "Not there]: %1[.", "[[%1]]", "%x", "100 %"})
            QCOMPARE(formBreaches(QString::fromUtf8(bad)).size(), 1);
    }

    void missingAndUnlikeTranslationsAreFound() {
        const auto breaches = [](const char* text, const char* translated) {
            return translationBreaches(QString::fromUtf8(text),
                                       {{QString::fromUtf8(text), QString::fromUtf8(translated)}});
        };
        QVERIFY(breaches("Not there[: %1].", "没有[：%1]。").isEmpty());
        QVERIFY(breaches("%1 is not %2.", "%2 不是 %1。").isEmpty());
        QCOMPARE(breaches("Not there[: %1].", "").size(), 1);
        QCOMPARE(breaches("Not there[: %1].", "没有。").size(), 1);
        QCOMPARE(breaches("Not there[: %1].", "没有：%1。").size(), 1);
        QCOMPARE(breaches("Not there.", "没有[：%1]。").size(), 1);
        QCOMPARE(breaches("Held[: %*].", "拦住[：%1]。").size(), 1);
        QCOMPARE(breaches("Not there.", "没有, 再看看。").size(), 1);
        QCOMPARE(breaches("Not there.", "没有.").size(), 1);
        QCOMPARE(breaches("Not there.", "操作失败。").size(), 1);
    }

    void anUnfinishedTranslationIsNone() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("x.ts"));
        write(file, "<TS><context><name>Errors</name>"
                    "<message><source>A</source><translation>甲</translation></message>"
                    "<message><source>B</source><translation type=\"unfinished\">乙</translation></message></context>"
                    "<context><name>Other</name><message><source>C</source><translation>丙</translation></message>"
                    "</context></TS>");
        const QMap<QString, QString> expected{{QStringLiteral("A"), QStringLiteral("甲")}, {QStringLiteral("B"), {}}};
        QCOMPARE(translationsIn(file), expected);
    }
};

METERHALL_TEST_CASE(TextRulesTest)

#include "errors_test.moc"
