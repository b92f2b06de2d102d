#include "app/cli/options.h"
#include "ui/errors/error_text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace meterhall::app {

namespace {

constexpr const char* placeOptionsPage = R"(
Where and who:
  --db URL              sqlite:FILE or postgresql://host:port/name; without it FOLDER/meterhall.db
  --folder FOLDER       keys, the seat's own notes and, without --db, the database (~/.local/share/meterhall)
  --key-file FILE       the key of personal data (FOLDER/sealing.keys)
  --seat N              the seat this call works at (1). A seat has one user at a time: give scripts one of their own
  --operator NUMBER     who works
  --password-file FILE  his password; else METERHALL_PASSWORD; else it is asked for at the terminal
)";

constexpr const char* exitPage = R"(
Exit: 0 all right, 1 something that was checked does not hold, 2 the call or its input is wrong or was refused.)";

int printPage(const Manual& manual) {
    printLine(QString::fromUtf8(manual.page).trimmed() + u'\n' +
              (manual.signsIn ? QString::fromUtf8(placeOptionsPage) : QString()) + QString::fromUtf8(exitPage));
    return AllRight;
}

} // namespace

int runCommand(const Manual& manual, const QStringList& words, const std::function<Result<int>(const Options&)>& run) {
    if (words.contains(QLatin1String("--help")))
        return printPage(manual);
    const auto options =
        Options::parse(words, manual.signsIn ? manual.valued + workplaceOptions() : manual.valued, manual.flags);
    if (!options.ok())
        return wrongCall(options.error());
    const auto exitCode = run(*options);
    return exitCode.ok() ? *exitCode : wrongCall(exitCode.error());
}

void printLine(const QString& line) {
    const QByteArray utf8 = line.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, std::size_t(utf8.size()), stdout);
    std::fflush(stdout);
}

void printJson(const QJsonObject& object) {
    printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void complain(const QString& sentence) {
    const QByteArray utf8 = "meterhall-cli: " + sentence.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, std::size_t(utf8.size()), stderr);
}

QString sentenceOf(const Error& error) {
    const ui::ErrorText text = ui::presented(error);
    QString sentence = text.happened;
    for (const QString& part : {text.money, text.todo})
        if (!part.isEmpty())
            sentence += u' ' + part;
    return sentence + QStringLiteral(" [") + text.code + u']';
}

int wrongCall(const Error& error) {
    complain(sentenceOf(error));
    return WrongCall;
}

} // namespace meterhall::app
