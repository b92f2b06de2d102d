#include "app/station_host/station_host.h"
#include "app/workplace/workplace_file.h"
#include "app/workstation/complaint.h"
#include "app/workstation/shots.h"
#include "app/workstation/start_check.h"
#include "ui/first_run/first_run_window.h"
#include "ui/pages/pages.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

#include <memory>

namespace meterhall::app {

namespace {

void speakAs(const QString& preferencesFile, const QString& language) {
    ui::Preferences preferences = ui::Preferences::load(preferencesFile);
    if (!language.isEmpty()) {
        preferences.language = language;
        preferences.save(preferencesFile);
    }
    if (!ui::useLanguage(preferences.language))
        QTextStream(stderr) << "meterhall: the texts of " << preferences.language << " are missing; they are English\n";
    ui::chooseFontFamilies(preferences.language);
    ui::Theme(preferences.mode, preferences.density).apply();
}

Result<void> keepWorkplace(const QString& file, const services::Workplace& workplace, const QString& printer) {
    return WorkplaceFile{.workplace = workplace, .printer = printer}.save(file);
}

/// What is open at this computer: the questions of the first start, or the window.
class Workstation {
public:
    Workstation(QString workplaceFile, QString preferencesFile)
        : m_workplaceFile(std::move(workplaceFile))
        , m_preferencesFile(std::move(preferencesFile)) {}

    /// Until a workplace file is there; then it goes on into the window.
    void askFirst() {
        const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        const ui::FirstRunPlaces places{
            .workplaceFile = m_workplaceFile, .dataFolder = data + QStringLiteral("/meterhall"), .clock = [] {
                return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000);
            }};
        m_firstRun = std::make_unique<ui::FirstRunWindow>(
            places,
            [file = m_workplaceFile](const services::Workplace& workplace, const QString& printer) {
                return keepWorkplace(file, workplace, printer);
            },
            m_preferencesFile);
        QObject::connect(m_firstRun.get(), &ui::FirstRunWindow::finished, m_firstRun.get(), [this] {
            const auto opened = open();
            if (!opened.ok())
                QApplication::exit(complain(opened.error()));
            m_firstRun.release()->deleteLater(); // it is still in its own signal
        });
        m_firstRun->resize(usual);
        m_firstRun->show();
    }

    Result<void> open() {
        MH_TRY(const WorkplaceFile file, WorkplaceFile::read(m_workplaceFile));
        m_printer = std::make_unique<ui::PrintQueue>(ui::printTo(file.printer));
        m_desk = std::make_unique<ui::Desk>(file.workplace);
        m_desk->setPrinter(m_printer.get());
        if (file.station) {
            m_station = std::make_unique<StationHost>(*m_desk, *file.station);
            m_desk->setStation(m_station.get());
        }
        m_window = std::make_unique<ui::MainWindow>(*m_desk, ui::allPages(), m_preferencesFile);
        m_window->setTraining(file.training);
        m_window->resize(m_firstRun ? m_firstRun->size() : usual);
        m_window->show();
        return {};
    }

    /// Ends the program once it was looked at.
    void check(StartTimes& times, const QString& number) {
        m_check = std::make_unique<StartCheck>(times, *m_desk, *m_window, number);
    }

private:
    static constexpr QSize usual{1440, 900};

    QString m_workplaceFile;
    QString m_preferencesFile;
    std::unique_ptr<ui::PrintQueue> m_printer;
    std::unique_ptr<ui::Desk> m_desk;
    std::unique_ptr<StationHost> m_station; ///< ends when no page is left
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::FirstRunWindow> m_firstRun;
    std::unique_ptr<StartCheck> m_check;
};

int work(const QString& workplaceFile, const QString& preferencesFile, const QString& language,
         const QString& startCheck, StartTimes& times) {
    speakAs(preferencesFile, language);
    times.mark("texts and style");
    Workstation station(workplaceFile, preferencesFile);
    if (startCheck.isEmpty() && !QFileInfo::exists(workplaceFile)) {
        station.askFirst();
        return QApplication::exec();
    }
    const auto opened = station.open();
    if (!opened.ok())
        return complain(opened.error());
    times.mark("window");
    if (!startCheck.isEmpty())
        station.check(times, startCheck);
    return QApplication::exec();
}

} // namespace

} // namespace meterhall::app

int main(int argc, char** argv) {
    meterhall::app::StartTimes times;
    QApplication application(argc, argv);
    times.mark("Qt");
    QApplication::setDesktopFileName(QStringLiteral("meterhall"));
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
        QStringLiteral("start-check"),
        QStringLiteral("sign in with METERHALL_PASSWORD, say how long the start took, and end"),
        QStringLiteral("OPERATOR"));
    const QCommandLineOption shots(QStringLiteral("shots"),
                                   QStringLiteral("store pictures of every page of the sandbox town in DIR, and end"),
                                   QStringLiteral("DIR"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("with --shots: these pages, with commas"),
                                  QStringLiteral("PAGES"));
    const QCommandLineOption gallery(QStringLiteral("gallery"), QStringLiteral("every component in all its states"));
    parser.addOptions({workplace, language, startCheck, shots, only, gallery});
    parser.process(application);
    const QString file = parser.value(workplace);
    if (parser.isSet(gallery))
        return meterhall::app::showGallery(parser.value(language));
    if (parser.isSet(shots))
        return meterhall::app::takeShots(file,
                                         {parser.value(shots), parser.value(only).split(u',', Qt::SkipEmptyParts)});
    return meterhall::app::work(file, QFileInfo(file).absolutePath() + QStringLiteral("/preferences.ini"),
                                parser.value(language), parser.value(startCheck), times);
}
