#pragma once

#include "core/services/billing_overview.h"

#include <QObject>

#include <map>

namespace meterhall::ui {

class Desk;
class LedgerTable;

/// The accounts of a run in a table, page by page as they come into sight: first those that were refused when the run
/// was issued, then the held ones by reason, then the others in walking order, at the end those with nothing to bill.
class RunRows : public QObject {
    Q_OBJECT

public:
    RunRows(Desk& desk, LedgerTable& table, QObject* parent);
    void show(const services::RunOverview& run);
    void clear();
    /// What was read of this row, or nullptr.
    const services::RunRow* row(std::int64_t ordinal) const;
    /// The first account numbers among the refused rows that were read; "…" when there are more.
    QStringList refused() const;

Q_SIGNALS:
    void arrived();
    void failed(const meterhall::Error& error);

private:
    /// Rows of one kind, which follow each other by ordinal.
    struct Section {
        services::RunRowFilter filter;
        QString heldBecause;
        int count;
    };
    struct Mark {
        std::size_t section = 0;
        std::uint32_t after = 0;
    };
    struct Portion {
        std::vector<std::vector<services::RunRow>> pages;
        std::vector<Mark> ends; ///< of each page
    };

    static std::vector<Section> sectionsOf(const services::RunOverview& run);
    static Result<Portion> read(services::Session& session, std::int64_t run, const std::vector<Section>& sections,
                                Mark from, std::size_t pages);
    void load(int page);
    void take(std::size_t first, Portion portion);

    Desk& m_desk;
    LedgerTable& m_table;
    std::int64_t m_run = 0;
    std::vector<Section> m_sections;
    std::vector<Mark> m_starts; ///< where each page begins, as far as known
    std::map<std::int64_t, services::RunRow> m_rows;
    int m_question = 0;
};

} // namespace meterhall::ui
