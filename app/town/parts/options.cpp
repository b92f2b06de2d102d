#include "app/town/parts/options.h"

#include <QCommandLineParser>
#include <QFile>

namespace meterhall::town {

namespace {
struct OptionText {
    const char* name;
    const char* help;
    const char* value; ///< null: a switch
    const char* standard;
};

constexpr std::array optionTexts{
    OptionText{"homes", "Homes in the town.", "N", nullptr},
    OptionText{"seed", "What the town is drawn from.", "S", nullptr},
    OptionText{"faults", "JSON file: what goes wrong.", "FILE", nullptr},
    OptionText{"truth", "Where the town's own ledger is written.", "FILE", nullptr},
    OptionText{"roster", "Writes the archive of the utility.", "FILE", nullptr},
    OptionText{"roster-only", "Stops after the roster.", nullptr, nullptr},
    OptionText{"connect-gdw", "Master station of the Q/GDW 376.1 concentrators.", "HOST:PORT", nullptr},
    OptionText{"connect-dtu", "Station of the raw DTUs.", "HOST:PORT", nullptr},
    OptionText{"concentrators", "Number of concentrators.", "N", "2"},
    OptionText{"dtus", "Number of DTUs.", "N", "1"},
    OptionText{"books", "Number of reading books.", "N", "8"},
    OptionText{"today", "The town's date.", "DATE", nullptr},
    OptionText{"days", "Days since the previous reading.", "N", nullptr},
    OptionText{"latency-ms", "Longest answering time of a meter.", "N", "5"},
    OptionText{"meter-timeout-ms", "How long a terminal waits for a silent meter.", "N", "40"},
    OptionText{"heartbeat-ms", "Heartbeat interval of the terminals.", "N", "15000"},
    OptionText{"login-timeout-ms", "How long a concentrator waits for its login to be confirmed.", "N", "3000"},
    OptionText{"control", "Loopback address to listen on for control.", "HOST:PORT", "127.0.0.1:0"},
    OptionText{"help", "Says this.", nullptr, nullptr},
};

void declare(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("The sandbox town: plays meters, concentrators and DTUs."));
    for (const OptionText& text : optionTexts) {
        QCommandLineOption option(QString::fromLatin1(text.name), QString::fromLatin1(text.help));
        if (text.value != nullptr)
            option.setValueName(QString::fromLatin1(text.value));
        if (text.standard != nullptr)
            option.setDefaultValue(QString::fromLatin1(text.standard));
        parser.addOption(option);
    }
}

/// Reads options of one call and keeps the first complaint, so that the list of options below stays a list.
class Reader {
public:
    explicit Reader(const QCommandLineParser& parser)
        : m_parser(parser) {}

    int number(const char* name, int lowest, int highest) {
        bool isNumber = false;
        const int value = text(name).toInt(&isNumber);
        if (!isNumber || value < lowest || value > highest)
            complain(QStringLiteral("--%1: a whole number from %2 to %3 is needed, not \"%4\"")
                         .arg(QLatin1String(name))
                         .arg(lowest)
                         .arg(highest)
                         .arg(text(name).left(40)));
        return value;
    }
    std::uint64_t seed() {
        bool isNumber = false;
        const qulonglong value = text("seed").toULongLong(&isNumber);
        if (!isNumber)
            complain(QStringLiteral("--seed: a whole number is needed, not \"%1\"").arg(text("seed").left(40)));
        return value;
    }
    Date date(const char* name, Date otherwise) {
        if (!m_parser.isSet(QLatin1String(name)))
            return otherwise;
        const auto parsed = Date::parse(text(name));
        if (!parsed)
            complain(QStringLiteral("--%1: \"%2\" is not a date like 2026-11-20")
                         .arg(QLatin1String(name), text(name).left(40)));
        return parsed.valueOr(otherwise);
    }
    DialTarget target(const char* name) {
        if (text(name).isEmpty())
            return {};
        auto parsed = dialTargetFrom(text(name));
        if (!parsed)
            complain(QStringLiteral("--%1: %2").arg(QLatin1String(name), sentenceOf(parsed.error())));
        return parsed.valueOr({});
    }
    QString text(const char* name) const { return m_parser.value(QLatin1String(name)); }
    bool isSet(const char* name) const { return m_parser.isSet(QLatin1String(name)); }
    const std::optional<QString>& problem() const { return m_problem; }

private:
    void complain(const QString& sentence) {
        if (!m_problem)
            m_problem = sentence;
    }
    const QCommandLineParser& m_parser;
    std::optional<QString> m_problem;
};

TownPlan planFrom(Reader& reader, Date machineToday) {
    TownPlan plan;
    plan.homes = reader.number("homes", 1, 1'000'000);
    plan.seed = reader.seed();
    plan.books = reader.number("books", 1, 99);
    plan.concentrators = reader.number("concentrators", 1, 1000);
    plan.dtus = reader.number("dtus", 0, 1000);
    plan.today = reader.date("today", machineToday);
    plan.previousReading =
        reader.isSet("days") ? plan.today.addDays(-reader.number("days", 1, 366)) : plan.today.addMonths(-1);
    return plan;
}

Result<FaultPlan> faultsOf(const QString& fileName, int homes) {
    const FaultPlan everyday = everydayFaults(homes);
    if (fileName.isEmpty())
        return everyday;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return complaint(TownError::CannotRead,
                         QStringLiteral("--faults: %1 cannot be read: %2").arg(fileName, file.errorString()));
    auto plan = faultsFrom(file.readAll(), everyday);
    if (!plan)
        return Error(plan.error().code(), {QStringLiteral("--faults: %1: %2").arg(fileName, sentenceOf(plan.error()))});
    return plan;
}
} // namespace

Result<Options> optionsFrom(const QStringList& arguments, Date machineToday) {
    QCommandLineParser parser;
    declare(parser);
    Options options;
    if (!parser.parse(arguments))
        return complaint(TownError::BadOption, parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return complaint(TownError::BadOption,
                         QStringLiteral("\"%1\" is no option").arg(parser.positionalArguments().first()));
    options.helpWanted = parser.isSet(QStringLiteral("help"));
    options.helpText = parser.helpText();
    if (options.helpWanted)
        return options;

    Reader reader(parser);
    options.plan = planFrom(reader, machineToday);
    options.truthFile = reader.text("truth");
    options.rosterFile = reader.text("roster");
    options.rosterOnly = reader.isSet("roster-only");
    options.gdw = reader.target("connect-gdw");
    options.dtu = reader.target("connect-dtu");
    options.control = reader.target("control");
    options.latencyMs = reader.number("latency-ms", 0, 60'000);
    options.paces.meterTimeoutMs = reader.number("meter-timeout-ms", 0, 600'000);
    options.paces.heartbeatMs = reader.number("heartbeat-ms", 10, 3'600'000);
    options.paces.loginTimeoutMs = reader.number("login-timeout-ms", 10, 600'000);
    if (reader.problem())
        return complaint(TownError::BadOption, *reader.problem());
    MH_TRY(options.faults, faultsOf(reader.text("faults"), options.plan.homes));
    return options;
}

} // namespace meterhall::town
