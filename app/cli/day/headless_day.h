#pragma once

#include "app/cli/day/day_workplace.h"
#include "app/cli/day/town_process.h"
#include "app/station/station.h"
#include "core/services/counter.h"
#include "core/services/papers.h"

#include <QJsonObject>

namespace meterhall::app {

struct DaySettings {
    QString url; ///< empty: an SQLite file in the folder
    services::PostgresAdmin admin;
    QString folder; ///< papers, the database and the town's files
    int homes = 2000;
    int books = 8;
    int seed = 1;
    QString faultsFile;
    int customers = 40; ///< who come to the counter
    /// Ends when the bills are issued and the customers wait, and leaves the workplace for the window: workplace.ini.
    bool untilCounter = false;
    /// Leaves something for everybody: doubtful readings that nobody decided on, and the last book's bills computed
    /// only.
    bool leaveWork = false;
};

/// One true day of the sandbox town's utility, from an empty machine to a closed day: everything a person would do at
/// the windows is done here through the same services. Each step is one function, in the order of the day; what does
/// not come out as it must is an error that names the step.
class HeadlessDay {
public:
    explicit HeadlessDay(DaySettings settings);
    ~HeadlessDay();

    /// The day's figures.
    Result<QJsonObject> play();

private:
    Result<void> openForBusiness();
    Result<void> importTown();
    Result<void> enterTariffs();
    Result<void> openShift();
    Result<void> readAllMeters();
    Result<void> reviewReadings();
    Result<void> billEveryBook();
    Result<void> serveCustomers();
    Result<void> serve(const QJsonObject& customer, int number);
    Result<void> takeBackAMistake();
    Result<void> closeShift();
    Result<void> closeDay();
    Result<void> compareWithTheTown();
    Result<void> verify();

    Result<void> leaveWorkplace();
    Result<void> writePaper(const services::PaperToPrint& paper, const QString& name);
    void figure(const char* name, const QJsonValue& value);

    DaySettings m_settings;
    DayWorkplace m_workplace;
    Station m_station;
    TownProcess m_town;
    QJsonObject m_figures;
    std::vector<QJsonObject> m_accounts; ///< account lines of the roster
    std::map<Commodity, QString> m_tariffs;
    std::optional<ShiftId> m_shift;
    std::int64_t m_lastPayment = 0;
    Money m_drawer = Money::ofMinor(50'000, Currency::cny()); ///< the notes and coins that really lie in it
    int m_papers = 0;
};

} // namespace meterhall::app
