#include "ui/pages/administration/backup_report.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/text_forms.h"

#include <QFileInfo>
#include <QLabel>
#include <QLocale>

namespace meterhall::ui {

using services::BackupResult;
using services::DrillResult;

namespace {

QString tookText(qint64 milliseconds) {
    constexpr qint64 perSecond = 1'000;
    constexpr qint64 perMinute = 60 * perSecond;
    if (milliseconds < perSecond)
        return BackupReport::tr("%1 ms").arg(milliseconds);
    if (milliseconds >= perMinute)
        return BackupReport::tr("%1 min %2 s").arg(milliseconds / perMinute).arg(milliseconds % perMinute / perSecond);
    return BackupReport::tr("%1 s").arg(numberText(Decimal{milliseconds / 100, 1}));
}

QString rowsText(const std::map<QString, std::int64_t>& rows) {
    std::int64_t all = 0;
    for (const auto& [table, count] : rows)
        all += count;
    return BackupReport::tr("%1 rows in %2 tables").arg(countText(all), countText(std::int64_t(rows.size())));
}

} // namespace

BackupReport::BackupReport(QWidget* parent)
    : Card(tr("Restore drill"), parent)
    , m_state(new Badge)
    , m_sentence(makeLabel(TextRole::Body))
    , m_facts(makeLabel(TextRole::Label, {}, "text2")) {
    addToTitle(m_state);
    for (QLabel* label : {m_sentence, m_facts}) {
        label->setWordWrap(true);
        body()->addWidget(label);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void BackupReport::say(const QString& title, State state, const QString& word, const QString& sentence) {
    setTitle(title);
    m_state->show(state, word);
    m_sentence->setText(sentence);
    setVisible(true);
}

void BackupReport::sayFacts(const QStringList& facts) {
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
}

void BackupReport::show(const QString& file, const Timed<BackupResult>& backup) {
    const BackupResult& result = backup.result;
    if (!result.violations.empty())
        say(tr("Backup"), State::Danger, tr("Written, but not proved"),
            tr("The file is whole, but what is in the database does not hold: see above."));
    else if (!result.proved)
        say(tr("Backup"), State::Warn, tr("Written, not proved"),
            tr("It was read to its end and its rows were counted. Opening it in a database of its own wants a "
               "database login: give one and run the drill."));
    else
        say(tr("Backup"), State::Ok, tr("Proved"),
            tr("It was opened again and verified like the live books; its proof lies beside it."));
    sayFacts({QFileInfo(file).fileName(), QLocale().formattedDataSize(result.bytes, 1), rowsText(result.rows),
              tookText(backup.milliseconds)});
}

void BackupReport::show(const QString& file, const Timed<DrillResult>& drill) {
    const DrillResult& result = drill.result;
    const QString title = tr("Restore drill");
    if (!result.verified.violations.empty())
        say(title, State::Danger, tr("Does not hold"),
            tr("It was restored, but what is in it does not hold: see "
               "above."));
    else if (!result.proved)
        say(title, State::Warn, tr("Read, not proved"),
            tr("It was read to its end. Restoring it into a database of its own wants a database login."));
    else if (result.hadProof)
        say(title, State::Ok, tr("It holds"),
            tr("It was restored into a place of its own, verified there and removed again. The live database was "
               "not touched."));
    else
        say(title, State::Ok, tr("It holds"),
            tr("It was restored and verified; the file had no proof beside it, now it has. Whether it was changed "
               "before, nobody can say."));
    QStringList facts{QFileInfo(file).fileName(), rowsText(result.rows)};
    if (result.schema > 0)
        facts << tr("Bills %1").arg(countText(result.verified.bills))
              << tr("Journals %1").arg(countText(result.verified.journals));
    facts << tookText(drill.milliseconds);
    sayFacts(facts);
}

QString BackupReport::text() const {
    return QStringList{m_state->text(), m_sentence->text(), m_facts->text()}.join(u'\n');
}

} // namespace meterhall::ui
