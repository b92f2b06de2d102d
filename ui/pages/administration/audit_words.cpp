#include "ui/pages/administration/audit_words.h"

#include "core/security/permissions.h"
#include "ui/errors/words.h"
#include "ui/pages/administration/duty_boxes.h"
#include "ui/widgets/text_forms.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace meterhall::ui {

using services::AuditRow;

namespace {

struct AuditWords {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

QString spokenDuties(const QString& codes) {
    const auto duties = parseDuties(codes);
    return duties.ok() ? dutiesText(*duties) : codes;
}

// "cashier -> cashier,shift_lead"
QString dutyChangeText(const QString& who, const QString& change) {
    const QStringList sides = change.split(QStringLiteral(" -> "));
    return sides.size() == 2
               ? AuditWords::tr("Duties of %1: %2 → %3").arg(who, spokenDuties(sides[0]), spokenDuties(sides[1]))
               : AuditWords::tr("Duties of %1").arg(who);
}

QString operatorChangeText(const QString& what, const QString& who, const QString& more) {
    if (what == QLatin1String("duties"))
        return dutyChangeText(who, more);
    if (what == QLatin1String("password"))
        return AuditWords::tr("First password for %1").arg(who);
    return what == QLatin1String("deactivate") ? AuditWords::tr("%1 deactivated: %2").arg(who, more)
                                               : AuditWords::tr("%1 reactivated: %2").arg(who, more);
}

// As core/services/administration.cpp and session.cpp write them: "duties 12: a -> b", "password 12", "c07".
QString operatorsAbout(const QString& details, const StaffNames& names) {
    static const QRegularExpression form(
        QStringLiteral("\\A(duties|deactivate|reactivate|password) (\\d+)(?:: (.*?))?( refused: own rights)?\\z"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(details);
    if (!match.hasMatch())
        return details.isEmpty() ? AuditWords::tr("First administrator") : AuditWords::tr("%1 added").arg(details);
    const auto known = names.byId.find(match.captured(2));
    const QString who = known == names.byId.end() ? match.captured(2) : known->second.name;
    if (!match.captured(4).isEmpty())
        return AuditWords::tr("%1: refused, these were his own rights").arg(who);
    return operatorChangeText(match.captured(1), who, match.captured(3));
}

// As core/services/backup.cpp writes them.
QString backupAbout(const QString& details) {
    const QString to = QStringLiteral("to ");
    const QString from = QStringLiteral("restored from ");
    const QString drill = QStringLiteral("drill of ");
    if (details.startsWith(to))
        return AuditWords::tr("Backup into %1").arg(details.mid(to.size()));
    if (details.startsWith(from))
        return AuditWords::tr("Restored from %1").arg(details.mid(from.size()));
    if (!details.startsWith(drill))
        return details;
    const QString file = details.mid(drill.size()).section(QStringLiteral(": "), 0, -2);
    return details.endsWith(QLatin1String(": held")) ? AuditWords::tr("Drill of %1: it holds").arg(file)
                                                     : AuditWords::tr("Drill of %1: not proved").arg(file);
}

QString whoText(const QString& number, const StaffNames& names) {
    const auto known = names.byNumber.find(number);
    return known == names.byNumber.end() ? number : AuditWords::tr("%1 %2").arg(number, known->second.name);
}

} // namespace

StaffNames StaffNames::of(const std::vector<services::OperatorRow>& rows) {
    StaffNames names;
    for (const services::OperatorRow& row : rows) {
        names.byNumber.emplace(row.who.number, row.who);
        names.byId.emplace(row.who.id.toString(), row.who);
    }
    return names;
}

QString auditActionText(const QString& action) {
    QString text = errors::spoken(errors::Words::Services, action);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString auditAboutText(const AuditRow& row, const StaffNames& names) {
    if (row.details == QLatin1String("refused"))
        return AuditWords::tr("Refused: the duties do not allow it");
    if (row.action == codeOf(Service::ManageOperators))
        return operatorsAbout(row.details, names);
    if (row.action == codeOf(Service::BackUp))
        return backupAbout(row.details);
    return row.details;
}

std::vector<Column> auditColumns() {
    return {{.title = AuditWords::tr("When"), .width = 164},
            {.title = AuditWords::tr("Who"), .width = 156},
            {.title = AuditWords::tr("Seat"), .width = 60, .number = true},
            {.title = AuditWords::tr("What"), .width = 190},
            {.title = AuditWords::tr("About"), .width = 180, .flexible = true},
            {.title = AuditWords::tr("Rows"), .width = 68, .number = true}};
}

LedgerRow auditLine(const AuditRow& row, const StaffNames& names, const UtilityZone& zone, bool holds) {
    const bool refused = row.details.contains(QLatin1String("refused"));
    return {.id = row.unit,
            .cells = {{.text = momentText(row.at, zone), .icon = holds ? "check" : nullptr, .iconTone = Token::Ok},
                      {.text = whoText(row.operatorNumber, names)},
                      {.text = QString::number(row.seat)},
                      {.text = auditActionText(row.action)},
                      {.text = auditAboutText(row, names), .tone = refused ? Token::Danger : Token::Text},
                      {.text = countText(row.guardedRows), .tone = Token::Text2}}};
}

} // namespace meterhall::ui
