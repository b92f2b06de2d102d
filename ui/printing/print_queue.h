#pragma once

#include "ui/printing/paper_pdf.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>
#include <vector>

namespace meterhall::ui {

/// Where finished papers go, called on a thread of the queue: it may take its time and may fail.
using PrintSink = std::function<Result<void>(const QByteArray& pdf, const QString& name)>;

/// Papers as files in a folder, for workplaces without a printer and for the sandbox.
PrintSink printToFolder(const QString& folder);
/// Through CUPS (`lp -d printer`); an empty name is the system's default printer.
PrintSink printThroughCups(const QString& printer);
/// What workplace files call a printer: "folder:DIR", "cups:NAME", or "cups:" for the system's default.
PrintSink printTo(const QString& printer);

/// Papers on their way to the printer. What was committed stays committed: a paper that did not come out is shown until
/// it is printed again or given up, and printing it again is the same paper, never a second number.
class PrintQueue : public QObject {
    Q_OBJECT

public:
    explicit PrintQueue(PrintSink sink, QObject* parent = nullptr);
    ~PrintQueue() override;

    enum class Phase : std::uint8_t { Printing, Printed, Failed };
    struct Job {
        std::int64_t number = 0;
        QString name; ///< title and paper number
        Phase phase = Phase::Printing;
        std::optional<Error> error;
    };

    /// What this seat prints on.
    struct Sheets {
        SheetSize receipt = SheetSize::Roll80;
        SheetSize bill = SheetSize::A5Portrait;
        SheetSize report = SheetSize::A5Portrait; ///< shifts and days; never a roll
    };
    void setSheets(const Sheets& sheets) { m_sheets = sheets; }
    SheetSize sheetFor(const papers::Paper& paper) const;
    /// `copy` 1 is the original. Gives the number of the job.
    std::int64_t print(const papers::Paper& paper, int copy);
    /// The same bytes once more.
    void retry(std::int64_t job);
    void giveUp(std::int64_t job);
    const std::vector<Job>& jobs() const { return m_jobs; }
    int waiting() const;
    int failed() const;

Q_SIGNALS:
    void changed();

private:
    struct Work;
    void start(std::int64_t number);
    void finish(std::int64_t number, Result<void> result);
    Job* find(std::int64_t number);

    PrintSink m_sink;
    Sheets m_sheets;
    QThreadPool m_pool;
    std::int64_t m_last = 0;
    std::vector<Job> m_jobs; ///< failed ones and the last few that came out
    std::vector<std::pair<std::int64_t, std::shared_ptr<const Work>>> m_works;
};

METERHALL_ERRORS(PrinterError, "printer", CannotWrite, NotTaken, DidNotAnswer)

} // namespace meterhall::ui
