#include "app/cli/options.h"

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
            options.m_values[name] = QString();
        } else if (!valued.contains(name)) {
            return Error(CallError::UnknownOption, {word});
        } else if (i + 1 == words.size()) {
            return Error(CallError::MissingValue, {word});
        } else {
            options.m_values[name] = words.at(++i);
        }
    }
    return options;
}

QString Options::value(const QString& name, const QString& otherwise) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? otherwise : found->second;
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

QStringList workplaceOptions() {
    return {QStringLiteral("db"), QStringLiteral("seat"), QStringLiteral("operator"), QStringLiteral("password-file"),
            QStringLiteral("folder")};
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
    MH_TRY(UtilityZone zone, UtilityZone::of(u"Asia/Shanghai", 0));
    return services::Workplace{
        .url =
            options.value(QStringLiteral("db"), QStringLiteral("sqlite:") + folder + QStringLiteral("/meterhall.db")),
        .seat = SeatNumber(seat),
        .keyFile = folder + QStringLiteral("/sealing.keys"),
        .witnessFolder = folder,
        .hall = {},
        .zone = std::move(zone),
        .calendar = WorkingCalendar::weekendsOnly(),
        .clock = [] { return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000); }};
}

Result<services::Session> signInFrom(const Options& options) {
    MH_TRY(const services::Workplace workplace, workplaceFrom(options));
    QByteArray password = qgetenv("METERHALL_PASSWORD");
    if (options.has(QStringLiteral("password-file"))) {
        MH_TRY(password, readInput(options.value(QStringLiteral("password-file"))));
        password = password.trimmed();
    }
    if (!options.has(QStringLiteral("operator")))
        return Error(CallError::MissingValue, {QStringLiteral("--operator")});
    return services::signIn(workplace, options.value(QStringLiteral("operator")), password);
}

Result<QByteArray> readInput(const QString& path) {
    constexpr qint64 largest = 64 * 1024 * 1024;
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error(CallError::CannotRead, {path, file.errorString()});
    const QByteArray content = file.read(largest + 1);
    if (content.size() > largest)
        return Error(CallError::CannotRead, {path, QStringLiteral("larger than 64 MiB")});
    return content;
}

} // namespace meterhall::app
