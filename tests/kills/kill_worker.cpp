// kill_worker PHASE --db URL --folder DIR --staff NAME --day YYYY-MM-DD --life N [--finish] [KEY…]
// kill_worker setup --db URL --folder DIR --staff NAME --day YYYY-MM-DD --books N --homes N
// Does the work of one phase over and over with the services of the program, until somebody outside kills it, and
// acknowledges on standard output what was answered with "done" (phases.h). With --finish it takes up what a killed one
// left, ends it, and asks for the KEYs again. METERHALL_PASSWORD is everybody's password.

#include "tests/kills/phases.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace meterhall;
using namespace meterhall::tests;

namespace {

struct Phase {
    const char* name;
    void (*work)(KillTown&);
    void (*finish)(KillTown&, const QStringList& askedBefore);
    bool clockStands = false;
};

void finishPaying(KillTown& town, const QStringList& askedBefore) {
    std::vector<Payment> payments;
    for (const QString& key : askedBefore)
        payments.push_back(Payment::parse(key));
    finishPayments(town, payments);
}

// The first month is read and billed, so that there is something to pay.
void setUp(KillTown& town) {
    town.setUp();
    finishMonth(town);
}

void setUpRead(KillTown& town) {
    town.setUp();
    readAll(town);
}

constexpr std::array phases{
    Phase{"setup", setUp, nullptr},
    Phase{"setup_read", setUpRead, nullptr, true},
    Phase{"whole_run", billTheMonth, nullptr, true},
    Phase{"reading", readUntilKilled, [](KillTown& town, const QStringList&) { finishReading(town); }},
    Phase{"drafting", draftUntilKilled, [](KillTown& town, const QStringList&) { finishMonth(town); }},
    Phase{"issuing", issueUntilKilled, [](KillTown& town, const QStringList&) { finishMonth(town); }},
    Phase{"payment", payUntilKilled, finishPaying},
    Phase{"day_close", closeUntilKilled, [](KillTown& town, const QStringList&) { finishDay(town); }},
};

QCommandLineOption valued(const char* name) {
    return {QString::fromLatin1(name), {}, QStringLiteral("value"), QStringLiteral("1")};
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    for (const char* name : {"db", "folder", "staff", "day", "life", "books", "homes"})
        options.addOption(valued(name));
    options.addOption(QCommandLineOption(QStringLiteral("finish")));
    options.process(application);
    QStringList words = options.positionalArguments();
    const QString name = words.isEmpty() ? QString() : words.takeFirst();
    const auto* const phase =
        std::ranges::find_if(phases, [&](const Phase& known) { return name == QLatin1String(known.name); });
    if (phase == phases.end())
        giveUp("no such phase", name);
    KillTown town({.url = options.value(QStringLiteral("db")),
                   .folder = options.value(QStringLiteral("folder")),
                   .staff = options.value(QStringLiteral("staff")),
                   .today = must(Date::parse(options.value(QStringLiteral("day"))), "--day"),
                   .life = options.value(QStringLiteral("life")).toInt(),
                   .books = options.value(QStringLiteral("books")).toInt(),
                   .homesPerBook = options.value(QStringLiteral("homes")).toInt(),
                   .clockStands = phase->clockStands});
    if (options.isSet(QStringLiteral("finish")) && phase->finish)
        phase->finish(town, words);
    else
        phase->work(town);
    return 0;
}
