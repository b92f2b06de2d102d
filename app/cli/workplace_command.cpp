#include "app/cli/ask_password.h"
#include "app/cli/workplace_calendar.h"
#include "app/cli/workplace_keys.h"
#include "app/cli/workplace_names.h"

#include <QJsonObject>
#include <QTime>

namespace meterhall::app {

namespace {

constexpr const char* workplacePage = R"(
meterhall-cli workplace set-up [--name NAME] [--admin LOGIN] [--zone NAME] [--day-starts HH:00]
meterhall-cli workplace add-seat N [--name NAME]
meterhall-cli workplace add-operator NUMBER --duties DUTY[,DUTY…] [--name NAME] [--new-password-file FILE]
meterhall-cli workplace calendar import FILE
meterhall-cli workplace calendar list [--year Y]
meterhall-cli workplace new-key
meterhall-cli workplace reseal [--progress]
meterhall-cli workplace drop-key N

set-up        an empty place becomes a workplace: the schema, seat 1, the key of personal data (--key-file; copy it to every
              further seat and keep a copy apart from the backups), and --operator as the first administrator, with the password
              he signs in with. PostgreSQL: --admin (postgres; password in PGPASSWORD or .pgpass) may make roles. --zone
              (Asia/Shanghai) and the hour a business day begins with (--day-starts, 00:00 to 12:00) hold for every seat and
              cannot be changed later.
add-seat      a further place to work at. (administrator)
add-operator  a further person; his password is in --new-password-file, in METERHALL_NEW_PASSWORD, or asked for at the
              terminal. Duties: cashier, shift_lead, review_clerk, reading_supervisor, reader, meter_keeper, vending_clerk,
              engineer, finance, revenue_inspector, auditor, administrator; some may not meet in one person. (administrator)
calendar      the days on which the weekday does not say whether work is done, for due dates and for valves. import: CSV with
              the columns day,kind,name (# begins a remark), or JSON lines; kind is holiday, workday (a weekend day that is
              worked in exchange) or ordinary (takes a day back). The last word on a day counts from now on: bills that are
              issued keep their due date. Bad rows as {"row","reason","content"}, good rows once, at the end {"taken",
              "known","errors"}. (administrator) list: {"day","kind","name"}, one line each. (anybody)
new-key       adds a key of personal data to --key-file, {"key":N}: what is sealed from the next sign-in on is sealed with it.
              Copy the file to every other seat before you reseal. (administrator)
reseal        opens what older keys sealed and seals it with the newest, phone codes too; 2,000 customers in a unit of work,
              and it goes on where it was stopped. Prints {"resealed","unreadable","left"}; what no key opens stays as it is,
              is named by the customer's id and makes the exit code 1. (administrator)
drop-key      takes an old key out of --key-file; refused while anything is sealed with it. Do it at every seat, and keep the
              key apart for as long as you keep backups from before. (administrator)
)";

QString nameOf(const Options& options, const QString& otherwise) {
    return options.value(QStringLiteral("name"), otherwise);
}

Result<services::UtilitySettings> settingsOf(const Options& options) {
    services::UtilitySettings settings;
    settings.zone = options.value(QStringLiteral("zone"), settings.zone);
    const QString starts = options.value(QStringLiteral("day-starts"), QStringLiteral("00:00"));
    const QTime time = QTime::fromString(starts, QStringLiteral("HH:mm"));
    if (!time.isValid() || time.minute() != 0)
        return Error(CallError::BadValue,
                     {QStringLiteral("--day-starts"), starts, QStringLiteral("a whole hour, 04:00")});
    settings.dayStartHour = time.hour();
    return settings;
}

Result<int> setUp(const Options& options) {
    MH_TRY(const services::UtilitySettings settings, settingsOf(options));
    MH_TRY(const services::Workplace workplace, workplaceFrom(options));
    MH_TRY(const SignIn first, signInOf(options));
    MH_CHECK(services::setUpWorkplace(workplace, adminFrom(options),
                                      {first.number, nameOf(options, first.number), first.password}, settings));
    return AllRight;
}

Result<int> addSeat(const Options& options, services::Session& session) {
    MH_TRY(const QString typed, options.argument(1, QStringLiteral("N"), 2));
    bool isNumber = false;
    const int seat = typed.toInt(&isNumber);
    if (!isNumber || seat < 1 || seat > idlayout::maxSeat)
        return Error(CallError::NotANumber, {QStringLiteral("N"), typed});
    MH_CHECK(services::addSeat(session, SeatNumber(seat), nameOf(options, typed)));
    return AllRight;
}

Result<QByteArray> newPassword(const Options& options, const QString& number) {
    if (options.has(QStringLiteral("new-password-file"))) {
        MH_TRY(const QByteArray content, readInput(options.value(QStringLiteral("new-password-file"))));
        return content.trimmed();
    }
    if (qEnvironmentVariableIsSet("METERHALL_NEW_PASSWORD"))
        return qgetenv("METERHALL_NEW_PASSWORD");
    return askPassword(QStringLiteral("new password of %1: ").arg(number));
}

Result<int> addOperator(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("NUMBER"), 2));
    MH_TRY(const QString named, options.required(QStringLiteral("duties")));
    MH_TRY(const Duties duties, parseDuties(named).within(QStringLiteral("--duties")));
    MH_TRY(const QByteArray password, newPassword(options, number));
    MH_CHECK(services::addOperator(session, {number, nameOf(options, number), duties, password}));
    return AllRight;
}

Result<int> workplaceForms(const Options& options) {
    if (options.arguments().value(0) == QLatin1String("set-up"))
        return setUp(options);
    return runForm(options, {{"add-seat", addSeat},
                             {"add-operator", addOperator},
                             {"calendar", workOnCalendar},
                             {"new-key", addKey},
                             {"reseal", reseal},
                             {"drop-key", dropKey}});
}

} // namespace

int runWorkplaceCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("name"),   QStringLiteral("admin"),
                             QStringLiteral("duties"), QStringLiteral("new-password-file"),
                             QStringLiteral("zone"),   QStringLiteral("day-starts"),
                             QStringLiteral("year")};
    return runCommand({workplacePage, valued, {QStringLiteral("progress")}}, arguments, workplaceForms);
}

} // namespace meterhall::app
