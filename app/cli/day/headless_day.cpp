#include "app/cli/day/headless_day.h"

#include "app/cli/day/town_truth.h"
#include "app/cli/options.h"
#include "core/services/archive.h"
#include "core/services/billing_run.h"
#include "core/services/customers.h"
#include "core/services/day_close.h"
#include "core/services/ingest.h"
#include "core/services/stations.h"
#include "core/services/tariffs.h"
#include "core/services/verify.h"
#include "core/tariffs/tariff_json.h"
#include "ui/printing/paper_pdf.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace meterhall::app {

using services::Session;

namespace {

Money yuan(std::int64_t whole) {
    return Money::ofMinor(whole * 100, Currency::cny());
}

Error wentWrong(const QString& what) {
    return Error(CallError::DayWentWrong, {what});
}

QString text(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toString();
}

void tell(const QString& what) {
    complain(what);
}

} // namespace

HeadlessDay::HeadlessDay(DaySettings settings)
    : m_settings(std::move(settings))
    , m_workplace(
          {m_settings.url.isEmpty() ? QStringLiteral("sqlite:%1/town.db").arg(m_settings.folder) : m_settings.url,
           m_settings.folder, m_settings.admin})
    , m_station([this] { return m_workplace.openSession(Role::Station); }) {}

HeadlessDay::~HeadlessDay() = default;

void HeadlessDay::figure(const char* name, const QJsonValue& value) {
    m_figures.insert(QLatin1String(name), value);
}

Result<QJsonObject> HeadlessDay::play() {
    struct Step {
        const char* name;
        Result<void> (HeadlessDay::*run)();
    };
    constexpr std::array steps = std::to_array<Step>({
        {"open for business", &HeadlessDay::openForBusiness},
        {"import the archive", &HeadlessDay::importTown},
        {"put the tariffs in force", &HeadlessDay::enterTariffs},
        {"open the cashier's shift", &HeadlessDay::openShift},
        {"read all meters", &HeadlessDay::readAllMeters},
        {"review doubtful readings", &HeadlessDay::reviewReadings},
        {"bill book by book", &HeadlessDay::billEveryBook},
        {"serve the customers", &HeadlessDay::serveCustomers},
        {"take back a mistake", &HeadlessDay::takeBackAMistake},
        {"count and close the shift", &HeadlessDay::closeShift},
        {"close the day", &HeadlessDay::closeDay},
        {"compare with the town's ledger", &HeadlessDay::compareWithTheTown},
        {"verify the books", &HeadlessDay::verify},
    });
    for (const Step& step : steps) {
        if (m_settings.untilCounter && step.run == &HeadlessDay::serveCustomers)
            return leaveWorkplace().ok() ? Result<QJsonObject>(m_figures)
                                         : wentWrong(QStringLiteral("no workplace.ini"));
        tell(QString::fromLatin1(step.name));
        MH_CHECK((this->*step.run)().within(QString::fromLatin1(step.name)));
    }
    figure("papers", m_papers);
    return m_figures;
}

Result<void> HeadlessDay::openForBusiness() {
    MH_CHECK(m_workplace.setUp());
    MH_TRY(const Station::Ports ports, m_station.open());
    return m_town.start({.homes = m_settings.homes,
                         .books = m_settings.books,
                         .seed = m_settings.seed,
                         .faultsFile = m_settings.faultsFile,
                         .folder = m_settings.folder,
                         .gdwPort = ports.gdw,
                         .dtuPort = ports.dtu});
}

Result<void> HeadlessDay::leaveWorkplace() {
    m_station.close();
    MH_CHECK(m_town.stop());
    MH_TRY(Session* const administrator, m_workplace.session(Role::Administrator));
    MH_CHECK(
        m_town.keepCall(m_settings.folder + QStringLiteral("/town.call"), administrator->businessDay().addMonths(-1)));
    return m_workplace.writeFile(m_settings.folder + QStringLiteral("/workplace.ini"), Role::Cashier);
}

Result<void> HeadlessDay::importTown() {
    MH_TRY(const QByteArray roster, readInput(m_town.rosterFile()));
    const QList<QByteArray> lines = roster.split('\n');
    m_tariffs = {{Commodity::Gas, QStringLiteral("sandbox-gas")}, {Commodity::Water, QStringLiteral("sandbox-water")}};
    MH_TRY(Session* const administrator, m_workplace.session(Role::Administrator));
    MH_TRY(const auto result, services::importArchive(*administrator, lines, {m_tariffs}));
    if (!result.errors.empty())
        return result.errors.front().reason;
    for (const QByteArray& line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (text(object, "kind") == QLatin1String("account"))
            m_accounts.push_back(object);
    }
    figure("accounts", int(m_accounts.size()));
    MH_TRY(const auto again, services::importArchive(*administrator, lines.mid(0, 50), {m_tariffs}));
    return again.taken == 0 ? Result<void>() : wentWrong(QStringLiteral("a second import took rows again"));
}

Result<void> HeadlessDay::enterTariffs() {
    MH_TRY(Session* const clerk, m_workplace.session(Role::Drafter));
    MH_TRY(Session* const finance, m_workplace.session(Role::Finance));
    for (const auto& [commodity, code] : m_tariffs) {
        MH_TRY(const QByteArray json, readInput(QStringLiteral(":/tariffs/%1.json").arg(code)));
        MH_TRY(const TariffVersionId version,
               services::enterTariffFile(*clerk, code, QJsonDocument::fromJson(json).object()));
        if (services::activateTariff(*clerk, version).ok())
            return wentWrong(QStringLiteral("a tariff was activated by who entered it"));
        MH_CHECK(services::activateTariff(*finance, version));
    }
    return {};
}

Result<void> HeadlessDay::openShift() {
    MH_TRY(Session* const cashier, m_workplace.session(Role::Cashier));
    MH_TRY(m_shift, services::openShift(*cashier, {m_drawer, 1'000'001, 1'001'000}));
    return {};
}

Result<void> HeadlessDay::readAllMeters() {
    MH_TRY(Session* const supervisor, m_workplace.session(Role::Supervisor));
    MH_TRY(const auto terminals, services::servedTerminals(*supervisor));
    m_station.admit(terminals);
    MH_TRY(const auto run, services::startReadingRun(*supervisor, {}));
    devices::ReadingPolicy policy;
    // Meters of the town answer within milliseconds; a real line needs seconds.
    policy.answerWithin = Duration::milliseconds(300);
    policy.betweenRounds = Duration::milliseconds(200);
    policy.terminalWithin = Duration::minutes(2);
    MH_TRY(const Station::RunEnd end, m_station.read(run, policy));
    MH_CHECK(services::finishReadingRun(*supervisor, run.run, end.outcomes));
    figure("meters", end.summary.total);
    figure("read", end.summary.read);
    figure("unread", end.summary.failed);
    figure("requests", double(end.summary.requests));
    figure("garbage_bytes", double(end.summary.garbageBytes));
    figure("duplicates_dropped", double(end.summary.duplicatesDropped));
    figure("readings_stored", m_station.stored().stored);
    figure("readings_doubtful", m_station.stored().doubtful);
    return {};
}

Result<void> HeadlessDay::reviewReadings() {
    MH_TRY(Session* const supervisor, m_workplace.session(Role::Supervisor));
    MH_TRY(const auto items, services::readingExceptions(*supervisor, {}));
    int accepted = 0;
    int rejected = 0;
    for (const services::ExceptionItem& item : items) {
        if (m_settings.leaveWork && accepted + rejected >= int(items.size()) / 2)
            break;
        // A dial that went back cannot be billed; what is only unusual was looked at and is believed.
        const bool impossible = item.doubts.has(Doubt::LowerThanPrevious) || item.doubts.has(Doubt::UnknownUnit);
        MH_CHECK(
            services::decideReading(*supervisor, item.reading, impossible ? Decision::Rejected : Decision::Accepted,
                                    impossible ? QStringLiteral("派人到现场核实") : QStringLiteral("与上年同期相符")));
        ++(impossible ? rejected : accepted);
    }
    figure("reviewed_accepted", accepted);
    figure("reviewed_rejected", rejected);
    return {};
}

Result<void> HeadlessDay::billEveryBook() {
    MH_TRY(Session* const drafter, m_workplace.session(Role::Drafter));
    MH_TRY(Session* const checker, m_workplace.session(Role::Checker));
    MH_TRY(Session* const supervisor, m_workplace.session(Role::Supervisor));
    MH_TRY(const auto books, services::books(*drafter));
    const AccountingMonth month = AccountingMonth::containing(drafter->businessDay());
    int issued = 0;
    int held = 0;
    Money total = yuan(0);
    for (const Book& book : books) {
        MH_TRY(const auto draft, services::draftBills(*drafter, book.id, month));
        if (m_settings.leaveWork && book.id == books.back().id)
            break;
        if (services::issueBills(*drafter, draft.run).ok())
            return wentWrong(QStringLiteral("a run was issued that nobody had checked"));
        if (services::checkBills(*drafter, draft.run).ok())
            return wentWrong(QStringLiteral("a run was checked by who drafted it"));
        MH_CHECK(services::checkBills(*checker, draft.run));
        if (services::issueBills(*supervisor, draft.run).ok())
            return wentWrong(QStringLiteral("who reviewed the readings issued the bills"));
        MH_TRY(const auto done, services::issueBills(*drafter, draft.run));
        if (!done.finished || done.issued != draft.billable || !done.refused.empty())
            return wentWrong(QStringLiteral("book %1 is not what its preview said").arg(book.number));
        issued += done.issued;
        MH_TRY(total, total.plus(draft.total));
        for (const auto& [reason, count] : draft.held)
            held += count;
    }
    figure("bills", issued);
    figure("held", held);
    figure("billed", total.toString());
    return {};
}

Result<void> HeadlessDay::serveCustomers() {
    const int step = std::max(1, int(m_accounts.size()) / std::max(1, m_settings.customers));
    int number = 0;
    for (std::size_t i = 0; i < m_accounts.size() && number < m_settings.customers; i += std::size_t(step))
        MH_CHECK(serve(m_accounts[i], number++));
    figure("customers_served", number);
    return {};
}

namespace {

/// What the customer says at the window, by turns: number, name, initials or phone.
QString saidBy(const QJsonObject& account, int number) {
    const QJsonObject customer = account.value(QLatin1String("customer")).toObject();
    switch (number % 4) {
    case 0:
        return text(account, "account");
    case 1:
        return text(customer, "phone");
    case 2:
        return text(customer, "name");
    default:
        return text(customer, "name") + u' ' + text(account.value(QLatin1String("premise")).toObject(), "street");
    }
}

} // namespace

Result<void> HeadlessDay::serve(const QJsonObject& customer, int number) {
    MH_TRY(Session* const cashier, m_workplace.session(Role::Cashier));
    constexpr int shown = 200;
    MH_TRY(const auto found, services::findAccounts(*cashier, saidBy(customer, number), shown));
    const QString wanted = text(customer, "account");
    const bool isThere = std::any_of(found.begin(), found.end(), [&](const services::FoundAccount& account) {
        return account.account.number == wanted;
    });
    if (!isThere && int(found.size()) < shown)
        return wentWrong(QStringLiteral("search did not find account %1").arg(wanted));
    MH_TRY(const auto accounts, services::accountsOfSameCustomer(*cashier, wanted));
    std::vector<AccountId> ids;
    ids.reserve(accounts.size());
    for (const services::FoundAccount& account : accounts)
        ids.push_back(account.account.id);
    MH_TRY(const services::Dues dues, services::duesOf(*cashier, ids));
    if (dues.bills.empty())
        return {};
    for (const OpenBill& bill : dues.bills) {
        MH_TRY(const auto paper, services::printBill(*cashier, bill.bill));
        MH_CHECK(writePaper(paper, QStringLiteral("bill-%1").arg(bill.bill.raw())));
    }
    // Notes of a hundred: the change is counted back.
    MH_TRY(const Money toPay, dues.open.plus(dues.late));
    const Money received = yuan((toPay.minor() / 10'000 + 1) * 100);
    const services::PaymentRequest request{cashier->newKey(), ids, toPay, received};
    MH_TRY(const auto payment, services::takePayment(*cashier, request));
    MH_TRY(const auto again, services::takePayment(*cashier, request));
    if (!again.alreadyDone || again.receipts.size() != payment.receipts.size())
        return wentWrong(QStringLiteral("the same payment was taken twice"));
    for (const Receipt& receipt : payment.receipts) {
        MH_TRY(const auto paper, services::printReceipt(*cashier, receipt.id));
        MH_CHECK(writePaper(paper, QStringLiteral("receipt-%1").arg(receipt.paperNumber)));
    }
    m_lastPayment = request.key;
    MH_TRY(m_drawer, m_drawer.plus(request.toPay));
    return {};
}

Result<void> HeadlessDay::takeBackAMistake() {
    MH_TRY(Session* const cashier, m_workplace.session(Role::Cashier));
    const services::ReversalRequest request{cashier->newKey(), m_lastPayment, QStringLiteral("收错户号")};
    MH_TRY(const auto reversed, services::reversePayment(*cashier, request));
    for (const Receipt& receipt : reversed.receipts) {
        MH_TRY(const auto paper, services::printReceipt(*cashier, receipt.id));
        MH_CHECK(writePaper(paper, QStringLiteral("reversal-%1").arg(receipt.paperNumber)));
        MH_TRY(const auto reprint, services::printReceipt(*cashier, receipt.id));
        MH_CHECK(writePaper(reprint, QStringLiteral("reversal-%1-reprint").arg(receipt.paperNumber)));
    }
    for (const Receipt& receipt : reversed.receipts) {
        MH_TRY(m_drawer, m_drawer.plus(receipt.amount));
    }
    const services::ReversalRequest twice{cashier->newKey(), m_lastPayment, QStringLiteral("再冲一次")};
    return services::reversePayment(*cashier, twice).failedWith(LedgerError::AlreadyReversed)
               ? Result<void>()
               : wentWrong(QStringLiteral("a payment was reversed twice"));
}

Result<void> HeadlessDay::closeShift() {
    MH_TRY(Session* const cashier, m_workplace.session(Role::Cashier));
    MH_TRY(Session* const lead, m_workplace.session(Role::Lead));
    // The cashier gave ten fen too much change somewhere: the drawer is short, and stays so.
    constexpr std::int64_t shortfall = 10;
    std::map<std::int64_t, int> pieces;
    std::int64_t rest = m_drawer.minor() - shortfall;
    for (const std::int64_t face : {10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 1}) {
        pieces[face] = int(rest / face);
        rest %= face;
    }
    MH_CHECK(services::countDrawer(*cashier, pieces));
    if (!services::closeShift(*lead, *m_shift, {}).failedWith(LedgerError::ReasonMissing))
        return wentWrong(QStringLiteral("a difference was closed without a reason"));
    MH_TRY(const ShiftClosing closing, services::closeShift(*lead, *m_shift, QStringLiteral("找零多付一角")));
    figure("cash_counted", Money::ofMinor(m_drawer.minor() - shortfall, Currency::cny()).toString());
    figure("cash_short", closing.shortage.toString());
    figure("cash_over", closing.over.toString());
    if (closing.shortage.minor() != shortfall || !closing.over.isZero())
        return wentWrong(QStringLiteral("the drawer is not short by what is missing"));
    MH_TRY(const auto sheet, services::printShiftSheet(*lead, *m_shift));
    return writePaper(sheet, QStringLiteral("shift-sheet"));
}

Result<void> HeadlessDay::closeDay() {
    MH_TRY(Session* const lead, m_workplace.session(Role::Lead));
    MH_TRY(Session* const cashier, m_workplace.session(Role::Cashier));
    MH_CHECK(services::closeDay(*lead, lead->businessDay()));
    if (services::openShift(*cashier, {yuan(500), 2'000'001, 2'001'000}).ok())
        return wentWrong(QStringLiteral("a shift was opened on a closed day"));
    MH_TRY(const auto report, services::printDayReport(*lead, lead->businessDay()));
    MH_CHECK(writePaper(report, QStringLiteral("day-report")));
    // The night's work; there is something to do once a month.
    MH_TRY(Session* const supervisor, m_workplace.session(Role::Supervisor));
    MH_CHECK(services::sealReadings(*supervisor));
    return {};
}

Result<void> HeadlessDay::compareWithTheTown() {
    m_station.close();
    MH_CHECK(m_town.stop());
    MH_TRY(const TownTruth truth, TownTruth::read(m_town.truthFile()));
    MH_TRY(Session* const administrator, m_workplace.session(Role::Administrator));
    QHash<QString, int> stored;
    MH_CHECK(services::eachReading(
        *administrator, [&](const Reading& reading, const QString& deviceAddress) -> Result<void> {
            if (reading.registerCode != QLatin1String("volume"))
                return {};
            if (++stored[deviceAddress] > 1)
                return wentWrong(QStringLiteral("meter %1 was stored twice").arg(deviceAddress));
            if (!truth.sent(deviceAddress, toHex(reading.frame), reading.value))
                return wentWrong(QStringLiteral("meter %1 never said %2").arg(deviceAddress, reading.value.toString()));
            return {};
        }));
    for (const QString& meter : truth.living())
        if (!stored.contains(meter))
            return wentWrong(QStringLiteral("living meter %1 was not read").arg(meter));
    figure("readings_agree_with_the_town", int(stored.size()));
    return {};
}

Result<void> HeadlessDay::verify() {
    MH_TRY(Session* const administrator, m_workplace.session(Role::Administrator));
    MH_TRY(const auto result, services::verifyBooks(*administrator));
    figure("journals", result.journals);
    figure("bills_proved", result.bills);
    if (!result.violations.empty()) {
        const services::Violation& first = result.violations.front();
        return wentWrong(QStringLiteral("%1 %2 %3").arg(first.kind, first.subject, first.detail));
    }
    return {};
}

Result<void> HeadlessDay::writePaper(const services::PaperToPrint& paper, const QString& name) {
    ui::PrintOptions options;
    options.reprint = paper.copy - 1;
    MH_TRY(const ui::PaperPdf pdf, ui::paperPdf(paper.paper, options));
    QFile file(m_settings.folder + u'/' + name + QStringLiteral(".pdf"));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf.bytes) != pdf.bytes.size())
        return Error(CallError::CannotWrite, {file.fileName()});
    ++m_papers;
    return {};
}

} // namespace meterhall::app
