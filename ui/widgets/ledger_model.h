#pragma once

#include "ui/theme/icon.h"

#include <QAbstractTableModel>
#include <QCache>

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace meterhall::ui {

/// A column as its page declares it. Numbers right, everything else left; exactly one column is flexible.
struct Column {
    QString title;
    int width = 80; ///< the least, px
    bool number = false;
    bool flexible = false;
    QString unit{};        ///< goes into the header and the copied text: "元", "m³"
    bool mayElide = false; ///< names and addresses, which may end in "…"; the tool tip has all of them
};

/// One field of a row: text, and what stands beside or below it.
struct Cell {
    QString text;
    QString second{}; ///< a smaller second line
    const char* icon = nullptr;
    Token iconTone = Token::Text2;
    std::optional<State> badge{}; ///< draws the text as a pill
    Token tone = Token::Text;
    std::optional<int> percent{};        ///< a bar before the text
    std::optional<std::int64_t> order{}; ///< what sorting goes by; else the text
};

struct LedgerRow {
    std::int64_t id = 0; ///< what the row is about: bill, reading, account
    std::vector<Cell> cells;
};

/// Rows of a table, either all of them or a window over as many as there are. A windowed model asks for pages of rows
/// as they come into sight and shows what it has meanwhile; it sorts and filters nothing itself.
class LedgerModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int CellRole = Qt::UserRole + 1; ///< const Cell*, valid until the model changes
    static constexpr int TickedRole = Qt::UserRole + 2;
    static constexpr int pageRows = 256;

    explicit LedgerModel(std::vector<Column> columns, QObject* parent = nullptr);

    const std::vector<Column>& columns() const { return m_columns; }
    void setColumns(std::vector<Column> columns);

    void setRows(std::vector<LedgerRow> rows);
    /// More rows of the same list, for tables that grow as they are read; what is selected stays selected.
    void appendRows(std::vector<LedgerRow> rows);
    /// `load(page)` is called when a page is needed; the answer comes through setPage, now or later.
    void setWindow(int rowCount, std::function<void(int page)> load);
    void setPage(int page, std::vector<LedgerRow> rows);
    bool isWindowed() const { return bool(m_load); }

    /// The row, or nullptr while its page is on its way.
    const LedgerRow* row(int row) const;
    std::int64_t idAt(int row) const;
    int rowOf(std::int64_t id) const; ///< -1: not here; of a windowed model only pages at hand are searched
    /// Replaces one row in place.
    void updateRow(LedgerRow row);

    void setTickable(bool tickable) { m_tickable = tickable; }
    bool isTickable() const { return m_tickable; }
    bool isTicked(std::int64_t id) const { return m_ticked.contains(id); }
    const std::set<std::int64_t>& ticked() const { return m_ticked; }
    void setTicked(std::int64_t id, bool ticked);
    void tickAll(bool ticked);

    /// Only rows that contain the text in one of their cells.
    void setFilter(const QString& filter);
    const QString& filter() const { return m_filter; }
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void tickedChanged();

private:
    void arrange();
    bool passes(const LedgerRow& row) const;

    std::vector<Column> m_columns;
    std::vector<LedgerRow> m_rows; ///< all of them, as given
    std::vector<int> m_shown;      ///< into m_rows, filtered and sorted
    std::function<void(int)> m_load;
    int m_windowRows = 0;
    mutable QCache<int, std::vector<LedgerRow>> m_pages{24};
    mutable std::set<int> m_asked;
    bool m_tickable = false;
    std::set<std::int64_t> m_ticked;
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace meterhall::ui

Q_DECLARE_METATYPE(const meterhall::ui::Cell*)
