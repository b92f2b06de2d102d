#include "app/workplace/workplace_file.h"
#include "ui/errors/error_text.h"
#include "ui/pages/pages.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTextStream>
#include <QTimer>

namespace meterhall::app {

namespace {

ui::PrintSink sinkOf(const QString& printer) {
    const QString rest = printer.section(u':', 1);
    return printer.startsWith(QLatin1String("folder:")) ? ui::printToFolder(rest) : ui::printThroughCups(rest);
}

int complain(const Error& error) {
    const ui::ErrorText text = ui::presented(error);
    QTextStream(stderr) << "meterhall: " << text.happened << ' ' << text.todo << " (" << text.code << ")\n";
    return 2;
}

// For the smoke test of an installation: signs in with METERHALL_PASSWORD, waits for the first page, says how long it
// took since the program began, and ends.
void checkStart(ui::Desk& desk, ui::MainWindow& window, const QString& number) {
    static QElapsedTimer sinceBegin;
    sinceBegin.start();
    desk.signIn(number, qgetenv("METERHALL_PASSWORD"), [&window](const Result<services::SignedIn>& who) {
        if (!who.ok()) {
            QApplication::exit(complain(who.error()));
            return;
        }
        window.showWork();
        QTimer::singleShot(0, &window, [&window] {
            QTextStream(stdout) << "meterhall: page " << window.page()->accessibleName() << " after "
                                << sinceBegin.elapsed() << " ms of signing in\n";
            QApplication::exit(window.page()->isVisible() ? 0 : 1);
        });
    });
}

int work(const QString& workplaceFile, const QString& preferencesFile, const QString& language,
         const QString& startCheck) {
    ui::Preferences preferences = ui::Preferences::load(preferencesFile);
    if (!language.isEmpty()) {
        preferences.language = language;
        preferences.save(preferencesFile);
    }
    if (!ui::useLanguage(preferences.language))
        QTextStream(stderr) << "meterhall: the texts of " << preferences.language << " are missing; they are English\n";
    ui::chooseFontFamilies(preferences.language);
    ui::Theme(preferences.mode, preferences.density).apply();

    const auto file = WorkplaceFile::read(workplaceFile);
    if (!file.ok())
        return complain(file.error());
    ui::PrintQueue printer(sinkOf(file->printer));
    ui::Desk desk(file->workplace);
    desk.setPrinter(&printer);
    ui::MainWindow window(desk, ui::allPages(), preferencesFile);
    window.setTraining(file->training);
    window.resize(1440, 900);
    window.show();
    if (!startCheck.isEmpty())
        checkStart(desk, window, startCheck);
    return QApplication::exec();
}

} // namespace

} // namespace meterhall::app

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("meterhall"));
    QApplication::setApplicationVersion(QStringLiteral(METERHALL_VERSION));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workplace(QStringLiteral("workplace"), QStringLiteral("where this seat works"),
                                       QStringLiteral("FILE"), meterhall::app::WorkplaceFile::usualPlace());
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("zh_CN or en"),
                                      QStringLiteral("CODE"));
    const QCommandLineOption startCheck(
        QStringLiteral("start-check"), QStringLiteral("sign in with METERHALL_PASSWORD, say how long it took, and end"),
        QStringLiteral("OPERATOR"));
    parser.addOptions({workplace, language, startCheck});
    parser.process(application);
    const QString file = parser.value(workplace);
    return meterhall::app::work(file, QFileInfo(file).absolutePath() + QStringLiteral("/preferences.ini"),
                                parser.value(language), parser.value(startCheck));
}
