#include "app/workstation/workplace_file.h"
#include "ui/errors/error_text.h"
#include "ui/pages/pages.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QTextStream>

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

int work(const QString& workplaceFile, const QString& preferencesFile, const QString& language) {
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
    parser.addOptions({workplace, language});
    parser.process(application);
    const QString file = parser.value(workplace);
    return meterhall::app::work(file, QFileInfo(file).absolutePath() + QStringLiteral("/preferences.ini"),
                                parser.value(language));
}
