#include "ui/pages/billing/run_rows.h"

#include "ui/pages/billing/run_words.h"
#include "ui/shell/desk.h"
#include "ui/widgets/ledger_table.h"

#include <array>

namespace meterhall::ui {

using services::RunOverview;
using services::RunRow;
using services::RunRowFilter;
using services::RunStage;

namespace {

// By how much somebody can do about it; reasons that are not named come behind these.
constexpr std::array urgentHolds{"dial-backwards", "doubtful-reading", "rejected-reading", "no-tariff", "not-read"};
constexpr const char* harmlessHold = "already-billed";
constexpr int mostNamed = 4;

} // namespace

RunRows::RunRows(Desk& desk, LedgerTable& table, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_table(table) {}

std::vector<RunRows::Section> RunRows::sectionsOf(const RunOverview& run) {
    const services::RunHead& head = run.head;
    std::vector<Section> sections;
    std::map<QString, int> held = run.held;
    const auto take = [&](const QString& code) {
        if (const auto found = held.find(code); found != held.end()) {
            sections.push_back({RunRowFilter::Held, code, found->second});
            held.erase(found);
        }
    };
    const Section left{RunRowFilter::Ready, {}, head.ready - head.issued};
    if (head.stage == RunStage::Issued)
        sections.push_back(left); // refused
    for (const char* code : urgentHolds)
        take(QString::fromLatin1(code));
    std::optional<int> harmless;
    if (const auto found = held.find(QString::fromLatin1(harmlessHold)); found != held.end()) {
        harmless = found->second;
        held.erase(found);
    }
    for (const auto& [code, count] : held)
        sections.push_back({RunRowFilter::Held, code, count});
    if (head.stage != RunStage::Issued)
        sections.push_back(left);
    sections.push_back({RunRowFilter::Issued, {}, head.issued});
    if (harmless)
        sections.push_back({RunRowFilter::Held, QString::fromLatin1(harmlessHold), *harmless});
    std::erase_if(sections, [](const Section& section) { return section.count <= 0; });
    return sections;
}

void RunRows::show(const RunOverview& run) {
    ++m_question;
    m_run = run.head.run;
    m_sections = sectionsOf(run);
    m_starts = {Mark{}};
    m_rows.clear();
    int count = 0;
    for (const Section& section : m_sections)
        count += section.count;
    m_table.model().setWindow(count, [this](int page) { load(page); });
    m_table.selectRow(0);
}

void RunRows::clear() {
    ++m_question;
    m_run = 0;
    m_rows.clear();
    m_table.model().setRows({});
}

const RunRow* RunRows::row(std::int64_t ordinal) const {
    const auto found = m_rows.find(ordinal);
    return found == m_rows.end() ? nullptr : &found->second;
}

QStringList RunRows::refused() const {
    QStringList numbers;
    for (const auto& [ordinal, row] : m_rows) {
        if (row.state != services::RunRowState::Refused)
            continue;
        if (numbers.size() == mostNamed) {
            numbers << QStringLiteral("…");
            break;
        }
        numbers << row.accountNumber;
    }
    return numbers;
}

// Called by the thread: pages from a mark on, each filled out of one section after the other.
Result<RunRows::Portion> RunRows::read(services::Session& session, std::int64_t run,
                                       const std::vector<Section>& sections, Mark from, std::size_t pages) {
    Portion portion;
    while (portion.pages.size() < pages) {
        std::vector<RunRow> page;
        while (from.section < sections.size() && page.size() < std::size_t(LedgerModel::pageRows)) {
            const Section& section = sections[from.section];
            const int wanted = LedgerModel::pageRows - int(page.size());
            MH_TRY(std::vector<RunRow> rows, services::runRows(session, {.run = run,
                                                                         .filter = section.filter,
                                                                         .heldBecause = section.heldBecause,
                                                                         .after = from.after,
                                                                         .limit = wanted}));
            from = int(rows.size()) < wanted ? Mark{from.section + 1, 0} : Mark{from.section, rows.back().ordinal};
            std::move(rows.begin(), rows.end(), std::back_inserter(page));
        }
        portion.pages.push_back(std::move(page));
        portion.ends.push_back(from);
    }
    return portion;
}

void RunRows::load(int page) {
    const std::size_t first = std::min(std::size_t(page), m_starts.size() - 1);
    const std::size_t pages = std::size_t(page) - first + 1;
    m_desk.read(
        this,
        [run = m_run, sections = m_sections, from = m_starts[first], pages](services::Session& session) {
            return read(session, run, sections, from, pages);
        },
        [this, first, question = m_question](Result<Portion> portion) {
            if (question != m_question)
                return;
            if (portion.ok())
                take(first, std::move(*portion));
            else
                Q_EMIT failed(portion.error());
        });
}

void RunRows::take(std::size_t first, Portion portion) {
    for (std::size_t at = 0; at < portion.pages.size(); ++at) {
        if (m_starts.size() == first + at + 1)
            m_starts.push_back(portion.ends[at]);
        std::vector<LedgerRow> lines;
        for (RunRow& row : portion.pages[at]) {
            lines.push_back(runLine(row));
            m_rows.insert_or_assign(row.ordinal, std::move(row));
        }
        m_table.model().setPage(int(first + at), std::move(lines));
    }
    Q_EMIT arrived();
}

} // namespace meterhall::ui
