#include "ui/pages/administration/backup_report.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/text_forms.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace meterhall::ui {

using services::BackupResult;
using services::DrillResult;

namespace {

QString tookText(qint64 milliseconds) {
    constexpr qint64 perSecond = 1'000;
    constexpr qint64 perMinute = 60 * perSecond;
    if (milliseconds >= perMinute)
        return BackupReport::tr("%1 min %2 s").arg(milliseconds / perMinute).arg(milliseconds % perMinute / perSecond);
    return BackupReport::tr("%1 s").arg(numberText(Decimal{milliseconds / 100, 1}));
}

} // namespace

BackupReport::BackupReport(QWidget* parent)
    : Card({}, parent)
    , m_state(new Badge)
    , m_sentence(makeLabel(TextRole::Body)) {
    m_sentence->setWordWrap(true);
    body()->addWidget(m_state);
    body()->addWidget(m_sentence);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void BackupReport::begin(const QString& title, State state, const QString& word, const QString& sentence) {
    setTitle(title);
    m_state->show(state, word);
    m_sentence->setText(sentence);
    m_said = QStringList{title, word, sentence};
    delete m_facts;
    m_facts = new QWidget;
    m_grid = new QGridLayout(m_facts);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    body()->addWidget(m_facts);
    setVisible(true);
}

void BackupReport::addFact(const QString& title, const QString& value) {
    const int row = m_grid->rowCount();
    m_grid->addWidget(makeLabel(TextRole::Label, title, "text2"), row, 0, Qt::AlignTop);
    auto* label = makeLabel(TextRole::Body, value);
    label->setWordWrap(true);
    m_grid->addWidget(label, row, 1);
    m_said << title + u' ' + value;
}

void BackupReport::addRows(const std::map<QString, std::int64_t>& rows) {
    std::int64_t all = 0;
    for (const auto& [table, count] : rows)
        all += count;
    addFact(tr("Rows"), tr("%1 in %2 tables").arg(countText(all), countText(std::int64_t(rows.size()))));
}

void BackupReport::show(const QString& file, const Timed<BackupResult>& backup) {
    const BackupResult& result = backup.result;
    if (!result.violations.empty())
        begin(tr("Backup"), State::Danger, tr("Written, but not proved"),
              tr("The file is whole, but what is in the database does not hold: see above."));
    else if (!result.proved)
        begin(tr("Backup"), State::Warn, tr("Written, not proved"),
              tr("It was read to its end and its rows were counted. Opening it in a database of its own wants a "
                 "database login: give one and run the drill."));
    else
        begin(tr("Backup"), State::Ok, tr("Proved"),
              tr("It was opened again and verified like the live books; its proof lies beside it."));
    addFact(tr("File"), QFileInfo(file).fileName());
    addFact(tr("Size"), QLocale().formattedDataSize(result.bytes));
    addRows(result.rows);
    addFact(tr("Took"), tookText(backup.milliseconds));
}

void BackupReport::show(const QString& file, const Timed<DrillResult>& drill) {
    const DrillResult& result = drill.result;
    const QString title = tr("Restore drill");
    if (!result.verified.violations.empty())
        begin(title, State::Danger, tr("Does not hold"),
              tr("It was restored, but what is in it does not hold: see "
                 "above."));
    else if (!result.proved)
        begin(title, State::Warn, tr("Read, not proved"),
              tr("It was read to its end. Restoring it into a database of its own wants a database login."));
    else if (result.hadProof)
        begin(title, State::Ok, tr("It holds"),
              tr("It was restored into a place of its own, verified there and removed again. The live database was "
                 "not touched."));
    else
        begin(title, State::Ok, tr("It holds"),
              tr("It was restored and verified; the file had no proof beside it, now it has. Whether it was changed "
                 "before, nobody can say."));
    addFact(tr("File"), QFileInfo(file).fileName());
    addRows(result.rows);
    if (result.schema > 0) {
        addFact(tr("Bills"), countText(result.verified.bills));
        addFact(tr("Journals"), countText(result.verified.journals));
    }
    addFact(tr("Took"), tookText(drill.milliseconds));
}

QString BackupReport::text() const {
    return m_said.join(u'\n');
}

} // namespace meterhall::ui
