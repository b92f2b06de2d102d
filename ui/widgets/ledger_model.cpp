#include "ui/widgets/ledger_model.h"

#include <algorithm>
#include <numeric>

namespace meterhall::ui {

LedgerModel::LedgerModel(std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns)) {}

void LedgerModel::setColumns(std::vector<Column> columns) {
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void LedgerModel::setRows(std::vector<LedgerRow> rows) {
    beginResetModel();
    m_load = nullptr;
    m_rows = std::move(rows);
    std::set<std::int64_t> stillTicked;
    for (const LedgerRow& row : m_rows) {
        if (isTicked(row.id))
            stillTicked.insert(row.id);
    }
    m_ticked = std::move(stillTicked);
    arrange();
    endResetModel();
    Q_EMIT tickedChanged();
}

void LedgerModel::appendRows(std::vector<LedgerRow> rows) {
    const bool asGiven = m_filter.isEmpty() && m_sortColumn < 0;
    if (rows.empty() || isWindowed())
        return;
    if (asGiven)
        beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    else
        Q_EMIT layoutAboutToBeChanged();
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    arrange();
    if (asGiven)
        endInsertRows();
    else
        Q_EMIT layoutChanged();
}

void LedgerModel::setWindow(int rowCount, std::function<void(int)> load) {
    beginResetModel();
    m_rows.clear();
    m_shown.clear();
    m_pages.clear();
    m_asked.clear();
    m_windowRows = rowCount;
    m_load = std::move(load);
    endResetModel();
}

void LedgerModel::setPage(int page, std::vector<LedgerRow> rows) {
    m_asked.erase(page);
    const int first = page * pageRows;
    const int last = std::min(first + int(rows.size()), m_windowRows) - 1;
    m_pages.insert(page, new std::vector<LedgerRow>(std::move(rows)));
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

const LedgerRow* LedgerModel::row(int row) const {
    if (row < 0 || row >= rowCount())
        return nullptr;
    if (!isWindowed())
        return &m_rows[std::size_t(m_shown[std::size_t(row)])];
    const int page = row / pageRows;
    if (const auto* rows = m_pages.object(page)) {
        const auto at = std::size_t(row % pageRows);
        return at < rows->size() ? &(*rows)[at] : nullptr;
    }
    if (m_asked.insert(page).second)
        m_load(page);
    const auto* rows = m_pages.object(page); // a loader may answer at once
    const auto at = std::size_t(row % pageRows);
    return rows && at < rows->size() ? &(*rows)[at] : nullptr;
}

std::int64_t LedgerModel::idAt(int at) const {
    const LedgerRow* found = row(at);
    return found ? found->id : 0;
}

int LedgerModel::rowOf(std::int64_t id) const {
    if (!isWindowed()) {
        const auto found =
            std::find_if(m_shown.begin(), m_shown.end(), [&](int at) { return m_rows[std::size_t(at)].id == id; });
        return found == m_shown.end() ? -1 : int(found - m_shown.begin());
    }
    for (const int page : m_pages.keys()) {
        const auto* rows = m_pages.object(page);
        const auto found = std::find_if(rows->begin(), rows->end(), [&](const LedgerRow& r) { return r.id == id; });
        if (found != rows->end())
            return page * pageRows + int(found - rows->begin());
    }
    return -1;
}

void LedgerModel::updateRow(LedgerRow changed) {
    const int at = rowOf(changed.id);
    if (at < 0)
        return;
    if (isWindowed())
        (*m_pages.object(at / pageRows))[std::size_t(at % pageRows)] = std::move(changed);
    else
        m_rows[std::size_t(m_shown[std::size_t(at)])] = std::move(changed);
    Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
}

void LedgerModel::setTicked(std::int64_t id, bool ticked) {
    if (ticked == isTicked(id))
        return;
    if (ticked)
        m_ticked.insert(id);
    else
        m_ticked.erase(id);
    if (const int at = rowOf(id); at >= 0)
        Q_EMIT dataChanged(index(at, 0), index(at, 0), {TickedRole});
    Q_EMIT tickedChanged();
}

void LedgerModel::tickAll(bool ticked) {
    m_ticked.clear();
    if (ticked) {
        for (int at = 0; at < rowCount(); ++at)
            m_ticked.insert(idAt(at));
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {TickedRole});
    Q_EMIT tickedChanged();
}

void LedgerModel::setFilter(const QString& filter) {
    if (filter == m_filter || isWindowed())
        return;
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

int LedgerModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid())
        return 0;
    return isWindowed() ? m_windowRows : int(m_shown.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const {
    const LedgerRow* found = row(index.row());
    if (!found || std::size_t(index.column()) >= found->cells.size())
        return {};
    const Cell& cell = found->cells[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell.text;
    case Qt::ToolTipRole:
        if (cell.second.isEmpty())
            return m_columns[std::size_t(index.column())].mayElide ? QVariant(cell.text) : QVariant();
        return QVariant(cell.text + u'\n' + cell.second);
    case Qt::TextAlignmentRole:
        return int((m_columns[std::size_t(index.column())].number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case CellRole:
        return QVariant::fromValue(&cell);
    case TickedRole:
        return isTicked(found->id);
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || std::size_t(section) >= m_columns.size())
        return {};
    const Column& column = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return column.unit.isEmpty() ? column.title : tr("%1 (%2)").arg(column.title, column.unit);
    if (role == Qt::TextAlignmentRole)
        return int((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == m_sortColumn)
        return m_sortOrder == Qt::AscendingOrder ? tr("Sorted by %1, smallest first").arg(column.title)
                                                 : tr("Sorted by %1, largest first").arg(column.title);
    return {};
}

void LedgerModel::sort(int column, Qt::SortOrder order) {
    if (isWindowed())
        return;
    Q_EMIT layoutAboutToBeChanged();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    Q_EMIT layoutChanged();
}

bool LedgerModel::passes(const LedgerRow& row) const {
    return std::any_of(row.cells.begin(), row.cells.end(), [this](const Cell& cell) {
        return cell.text.contains(m_filter, Qt::CaseInsensitive) || cell.second.contains(m_filter, Qt::CaseInsensitive);
    });
}

void LedgerModel::arrange() {
    m_shown.clear();
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (m_filter.isEmpty() || passes(m_rows[at]))
            m_shown.push_back(int(at));
    }
    if (m_sortColumn < 0 || m_sortColumn >= columnCount())
        return;
    const auto before = [this](int left, int right) {
        const Cell& a = m_rows[std::size_t(left)].cells[std::size_t(m_sortColumn)];
        const Cell& b = m_rows[std::size_t(right)].cells[std::size_t(m_sortColumn)];
        if (a.order && b.order)
            return *a.order < *b.order;
        return QString::localeAwareCompare(a.text, b.text) < 0;
    };
    if (m_sortOrder == Qt::AscendingOrder)
        std::stable_sort(m_shown.begin(), m_shown.end(), before);
    else
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](int a, int b) { return before(b, a); });
}

} // namespace meterhall::ui
