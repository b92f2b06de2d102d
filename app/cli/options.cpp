#include "app/cli/options.h"

#include "app/cli/ask_password.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace meterhall::app {

Result<Options> Options::parse(const QStringList& words, const QStringList& valued, const QStringList& flags) {
    Options options;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        const QString name = word.mid(2);
        if (!word.startsWith(QLatin1String("--"))) {
            options.m_arguments += word;
        } else if (flags.contains(name)) {
            options.m_values[name] = QStringList(QString());
        } else if (!valued.contains(name)) {
            return Error(CallError::UnknownOption, {word});
        } else if (i + 1 == words.size()) {
            return Error(CallError::MissingValue, {word});
        } else {
            options.m_values[name] += words.at(++i);
        }
    }
    return options;
}

QString Options::value(const QString& name, const QString& otherwise) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? otherwise : found->second.last();
}

QStringList Options::values(const QString& name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? QStringList() : found->second;
}

namespace {
QString dashed(const QString& name) {
    return QStringLiteral("--") + name;
}
} // namespace

Result<QString> Options::required(const QString& name) const {
    if (!has(name) || value(name).isEmpty())
        return Error(CallError::MissingValue, {dashed(name)});
    return value(name);
}

Result<std::optional<Date>> Options::date(const QString& name) const {
    if (!has(name))
        return std::optional<Date>();
    const auto parsed = Date::parse(value(name));
    if (!parsed.ok())
        return Error(CallError::BadValue, {dashed(name), value(name), QStringLiteral("a day, YYYY-MM-DD")});
    return std::optional(*parsed);
}

Result<Money> Options::money(const QString& name) const {
    MH_TRY(const QString text, required(name));
    const auto parsed = Money::parse(text, Currency::cny());
    if (!parsed.ok())
        return Error(CallError::BadValue, {dashed(name), text, QStringLiteral("an amount, 12.34")});
    return *parsed;
}

Result<std::int64_t> Options::key(const QString& name) const {
    MH_TRY(const QString text, required(name));
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    if (!isNumber || number <= 0)
        return Error(CallError::NotANumber, {dashed(name), text});
    return std::int64_t(number);
}

Result<int> Options::number(const QString& name, int otherwise) const {
    if (!has(name))
        return otherwise;
    bool isNumber = false;
    const int number = value(name).toInt(&isNumber);
    if (!isNumber)
        return Error(CallError::NotANumber, {QStringLiteral("--") + name, value(name)});
    return number;
}

Result<QString> Options::onlyArgument(const QString& what) const {
    if (m_arguments.isEmpty())
        return Error(CallError::MissingArgument, {what});
    if (m_arguments.size() > 1)
        return Error(CallError::TooManyArguments, {m_arguments.at(1)});
    return m_arguments.front();
}

Result<QString> Options::argument(qsizetype place, const QString& what, qsizetype most) const {
    if (m_arguments.size() > most)
        return Error(CallError::TooManyArguments, {m_arguments.at(most)});
    if (place >= m_arguments.size())
        return Error(CallError::MissingArgument, {what});
    return m_arguments.at(place);
}

QStringList workplaceOptions() {
    return {QStringLiteral("db"),       QStringLiteral("seat"),
            QStringLiteral("operator"), QStringLiteral("password-file"),
            QStringLiteral("folder"),   QStringLiteral("key-file")};
}

Result<services::Workplace> workplaceFrom(const Options& options) {
    const QString folder =
        options.value(QStringLiteral("folder"), QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                                    QStringLiteral("/meterhall"));
    if (!QDir().mkpath(folder))
        return Error(CallError::CannotWrite, {folder});
    MH_TRY(const int seat, options.number(QStringLiteral("seat"), 1));
    if (seat < 1 || seat > idlayout::maxSeat)
        return Error(CallError::NotANumber, {QStringLiteral("--seat"), QString::number(seat)});
    return services::Workplace{
        .url =
            options.value(QStringLiteral("db"), QStringLiteral("sqlite:") + folder + QStringLiteral("/meterhall.db")),
        .seat = SeatNumber(seat),
        .keyFile = options.value(QStringLiteral("key-file"), folder + QStringLiteral("/sealing.keys")),
        .witnessFolder = folder,
        .hall = {},
        .clock = [] { return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000); }};
}

namespace {
Result<QByteArray> passwordFor(const Options& options, const QString& number) {
    if (options.has(QStringLiteral("password-file"))) {
        MH_TRY(const QByteArray content, readInput(options.value(QStringLiteral("password-file"))));
        return content.trimmed();
    }
    if (qEnvironmentVariableIsSet("METERHALL_PASSWORD"))
        return qgetenv("METERHALL_PASSWORD");
    return askPassword(QStringLiteral("password of %1: ").arg(number));
}
} // namespace

Result<SignIn> signInOf(const Options& options) {
    MH_TRY(const QString number, options.required(QStringLiteral("operator")));
    MH_TRY(const QByteArray password, passwordFor(options, number));
    return SignIn{number, password};
}

services::PostgresAdmin adminFrom(const Options& options) {
    return {options.value(QStringLiteral("admin"), QStringLiteral("postgres")), qgetenv("PGPASSWORD")};
}

Result<services::Session> signInFrom(const Options& options) {
    MH_TRY(const services::Workplace workplace, workplaceFrom(options));
    MH_TRY(const SignIn who, signInOf(options));
    return services::signIn(workplace, who.number, who.password);
}

Result<QByteArray> readInput(const QString& path, qint64 largest) {
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error(CallError::CannotRead, {path, file.errorString()});
    const QByteArray content = file.read(largest + 1);
    if (content.size() > largest)
        return Error(CallError::CannotRead, {path, QStringLiteral("it is too large")});
    return content;
}

} // namespace meterhall::app
