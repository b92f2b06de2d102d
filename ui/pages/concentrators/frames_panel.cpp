#include "ui/pages/concentrators/frames_panel.h"

#include "ui/pages/concentrators/frame_words.h"
#include "ui/widgets/ledger_table.h"

#include <algorithm>

namespace meterhall::ui {

namespace {

std::vector<Column> frameColumns() {
    return {{.title = FramesPanel::tr("Time"), .width = 96},
            {.title = FramesPanel::tr("What was said"), .flexible = true}};
}

LedgerRow frameRow(const HeardFrame& frame, const UtilityZone& zone) {
    constexpr int clockAt = 11;
    return {.id = frame.number,
            .cells = {{.text = zone.localText(frame.at).mid(clockAt),
                       .icon = frame.fromTerminal ? "arrow-left" : "arrow-right",
                       .iconTone = frame.fromTerminal ? Token::Accent : Token::Text2,
                       .order = frame.number},
                      {.text = frameText(frame), .second = frameBytesText(frame)}}};
}

} // namespace

FramesPanel::FramesPanel(const ReadingStation& station, const UtilityZone& zone, QWidget* parent)
    : Card(tr("Live frames"), parent)
    , m_station(station)
    , m_zone(zone)
    , m_table(new LedgerTable(frameColumns(), RowHeight::TwoLine)) {
    setHint(tr("stands still while the focus is in it"));
    m_table->setAccessibleName(tr("Live frames"));
    m_table->setEmptyText(tr("Nothing has crossed a line yet."));
    addFlush(m_table, 1);
    connect(&m_station, &ReadingStation::framesHeard, this, &FramesPanel::showFrames);
}

void FramesPanel::focusTable() {
    if (m_table->currentId() <= 0)
        m_table->selectRow(0);
    m_table->setFocus();
}

void FramesPanel::refresh() {
    showFrames();
}

void FramesPanel::showFrames() {
    if (!isVisible() || m_table->view().hasFocus())
        return;
    std::vector<LedgerRow> rows;
    rows.reserve(m_station.frames().size());
    std::for_each(m_station.frames().rbegin(), m_station.frames().rend(),
                  [&](const HeardFrame& frame) { rows.push_back(frameRow(frame, m_zone)); });
    m_table->model().setRows(std::move(rows));
}

} // namespace meterhall::ui
