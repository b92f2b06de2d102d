#include "ui/printing/print_queue.h"

#include "ui/printing/paper_layout.h"

#include <QDir>
#include <QMetaObject>
#include <QProcess>
#include <QSaveFile>

#include <algorithm>

namespace meterhall::ui {

namespace {
constexpr std::size_t finishedKept = 20;
constexpr int cupsSeconds = 30;
} // namespace

struct PrintQueue::Work {
    papers::Paper paper;
    PrintOptions options;
    QString name;
};

PrintSink printToFolder(const QString& folder) {
    return [folder](const QByteArray& pdf, const QString& name) -> Result<void> {
        const QString path = QDir(folder).filePath(name + QStringLiteral(".pdf"));
        QSaveFile file(path);
        if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() ||
            !file.commit())
            return Error(PrinterError::CannotWrite, {path});
        return {};
    };
}

PrintSink printThroughCups(const QString& printer) {
    return [printer](const QByteArray& pdf, const QString& name) -> Result<void> {
        QStringList arguments{QStringLiteral("-t"), name};
        if (!printer.isEmpty())
            arguments << QStringLiteral("-d") << printer;
        QProcess lp;
        lp.start(QStringLiteral("lp"), arguments << QStringLiteral("-"));
        if (!lp.waitForStarted(5000))
            return Error(PrinterError::NotTaken, {lp.errorString()});
        lp.write(pdf);
        lp.closeWriteChannel();
        if (!lp.waitForFinished(cupsSeconds * 1000))
            return PrinterError::DidNotAnswer;
        if (lp.exitStatus() != QProcess::NormalExit || lp.exitCode() != 0)
            return Error(PrinterError::NotTaken,
                         {QString::fromLocal8Bit(lp.readAllStandardError()).trimmed().left(200)});
        return {};
    };
}

PrintSink printTo(const QString& printer) {
    const QString rest = printer.section(u':', 1);
    return printer.startsWith(QLatin1String("folder:")) ? printToFolder(rest) : printThroughCups(rest);
}

PrintQueue::PrintQueue(PrintSink sink, QObject* parent)
    : QObject(parent)
    , m_sink(std::move(sink)) {
    m_pool.setMaxThreadCount(1); // papers come out in the order they were asked for
}

PrintQueue::~PrintQueue() {
    m_pool.clear();
    m_pool.waitForDone();
}

SheetSize PrintQueue::sheetFor(const papers::Paper& paper) const {
    if (std::holds_alternative<papers::ReceiptPaper>(paper))
        return m_sheets.receipt;
    return std::holds_alternative<papers::BillPaper>(paper) ? m_sheets.bill : m_sheets.report;
}

std::int64_t PrintQueue::print(const papers::Paper& paper, int copy) {
    const PrintOptions options{.sheet = sheetFor(paper), .reprint = copy - 1};
    const std::int64_t number = ++m_last;
    const PaperIdentity identity = identityOf(paper);
    const QString name =
        QStringLiteral("%1-%2%3").arg(identity.title, papers::headOf(paper).paperNumber,
                                      options.reprint > 0 ? QStringLiteral("-%1").arg(options.reprint) : QString());
    m_works.emplace_back(number, std::make_shared<const Work>(Work{paper, options, name}));
    m_jobs.push_back({.number = number, .name = name, .phase = Phase::Printing, .error = {}});
    start(number);
    return number;
}

void PrintQueue::retry(std::int64_t number) {
    Job* job = find(number);
    if (!job || job->phase != Phase::Failed)
        return;
    job->phase = Phase::Printing;
    job->error.reset();
    start(number);
}

void PrintQueue::giveUp(std::int64_t number) {
    std::erase_if(m_works, [&](const auto& entry) { return entry.first == number; });
    std::erase_if(m_jobs, [&](const Job& job) { return job.number == number; });
    Q_EMIT changed();
}

int PrintQueue::waiting() const {
    return int(
        std::count_if(m_jobs.begin(), m_jobs.end(), [](const Job& job) { return job.phase == Phase::Printing; }));
}

int PrintQueue::failed() const {
    return int(std::count_if(m_jobs.begin(), m_jobs.end(), [](const Job& job) { return job.phase == Phase::Failed; }));
}

void PrintQueue::start(std::int64_t number) {
    const auto found =
        std::find_if(m_works.begin(), m_works.end(), [&](const auto& entry) { return entry.first == number; });
    if (found == m_works.end())
        return;
    m_pool.start([this, number, work = found->second] {
        const auto print = [&]() -> Result<void> {
            MH_TRY(const PaperPdf pdf, paperPdf(work->paper, work->options));
            return m_sink(pdf.bytes, work->name);
        };
        auto result = std::make_shared<Result<void>>(print());
        QMetaObject::invokeMethod(
            this, [this, number, result] { finish(number, std::move(*result)); }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void PrintQueue::finish(std::int64_t number, Result<void> result) {
    Job* job = find(number);
    if (!job)
        return;
    job->phase = result.ok() ? Phase::Printed : Phase::Failed;
    if (!result.ok()) {
        job->error = std::move(result).error();
    } else {
        std::erase_if(m_works, [&](const auto& entry) { return entry.first == number; });
        if (m_jobs.size() > finishedKept) {
            const auto oldest =
                std::find_if(m_jobs.begin(), m_jobs.end(), [](const Job& j) { return j.phase == Phase::Printed; });
            if (oldest != m_jobs.end())
                m_jobs.erase(oldest);
        }
    }
    Q_EMIT changed();
}

PrintQueue::Job* PrintQueue::find(std::int64_t number) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job& job) { return job.number == number; });
    return found == m_jobs.end() ? nullptr : &*found;
}

} // namespace meterhall::ui
