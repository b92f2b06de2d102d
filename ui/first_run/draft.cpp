#include "ui/first_run/draft.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace meterhall::ui {

namespace {

QString key(const char* name) {
    return QString::fromLatin1(name);
}

QString textIn(const QSettings& kept, const char* name, const QString& otherwise = {}) {
    return kept.value(key(name), otherwise).toString();
}

template <class Row, class Read>
std::vector<Row> readRows(QSettings& kept, const char* name, Read read) {
    std::vector<Row> rows;
    const int count = kept.beginReadArray(key(name));
    for (int i = 0; i < count; ++i) {
        kept.setArrayIndex(i);
        read(rows);
    }
    kept.endArray();
    return rows;
}

template <class Row, class Write>
void writeRows(QSettings& kept, const char* name, const std::vector<Row>& rows, Write write) {
    kept.beginWriteArray(key(name), int(rows.size()));
    for (int i = 0; i < int(rows.size()); ++i) {
        kept.setArrayIndex(i);
        write(rows[std::size_t(i)]);
    }
    kept.endArray();
}

std::vector<CodedName> readNames(QSettings& kept, const char* name) {
    return readRows<CodedName>(kept, name, [&](std::vector<CodedName>& rows) {
        rows.push_back({textIn(kept, "code"), textIn(kept, "name")});
    });
}

void writeNames(QSettings& kept, const char* name, const std::vector<CodedName>& rows) {
    writeRows(kept, name, rows, [&](const CodedName& row) {
        kept.setValue(key("code"), row.code);
        kept.setValue(key("name"), row.name);
    });
}

void readDatabase(const QSettings& kept, FirstRunAnswers& answers) {
    answers.purpose = kept.value(key("furtherSeat")).toBool() ? Purpose::FurtherSeat : Purpose::NewUtility;
    answers.onPostgres = kept.value(key("onPostgres")).toBool();
    answers.sqliteFile = textIn(kept, "sqliteFile", answers.sqliteFile);
    answers.host = textIn(kept, "host", answers.host);
    answers.port = kept.value(key("port"), answers.port).toInt();
    answers.database = textIn(kept, "database", answers.database);
    answers.admin.login = textIn(kept, "adminLogin", answers.admin.login);
    answers.keyFile = textIn(kept, "keyFile", answers.keyFile);
    answers.broughtKey = textIn(kept, "broughtKey");
    answers.seat = SeatNumber(kept.value(key("seat"), answers.seat).toUInt());
    answers.opener.number = textIn(kept, "opener");
}

void writeDatabase(QSettings& kept, const FirstRunAnswers& answers) {
    kept.setValue(key("furtherSeat"), answers.purpose == Purpose::FurtherSeat);
    kept.setValue(key("onPostgres"), answers.onPostgres);
    kept.setValue(key("sqliteFile"), answers.sqliteFile);
    kept.setValue(key("host"), answers.host);
    kept.setValue(key("port"), answers.port);
    kept.setValue(key("database"), answers.database);
    kept.setValue(key("adminLogin"), answers.admin.login);
    kept.setValue(key("keyFile"), answers.keyFile);
    kept.setValue(key("broughtKey"), answers.broughtKey);
    kept.setValue(key("seat"), answers.seat);
    kept.setValue(key("opener"), answers.opener.number);
}

void readUtility(QSettings& kept, FirstRunAnswers& answers) {
    answers.hall = {textIn(kept, "hall"), textIn(kept, "hotline")};
    answers.settings.zone = textIn(kept, "zone", answers.settings.zone);
    answers.settings.dayStartHour = kept.value(key("dayStartHour"), 0).toInt();
    answers.holidays = kept.value(key("holidays"), answers.holidays).toBool();
    answers.companies = readNames(kept, "companies");
    answers.books = readNames(kept, "books");
    answers.printer = textIn(kept, "printer", answers.printer);
    answers.tariffs = readRows<TariffAnswer>(kept, "tariffs", [&](std::vector<TariffAnswer>& rows) {
        const auto from = Date::parse(textIn(kept, "from"));
        if (from.ok())
            rows.push_back({textIn(kept, "file"), *from, textIn(kept, "priceOrder")});
    });
}

void writeUtility(QSettings& kept, const FirstRunAnswers& answers) {
    kept.setValue(key("hall"), answers.hall.name);
    kept.setValue(key("hotline"), answers.hall.hotline);
    kept.setValue(key("zone"), answers.settings.zone);
    kept.setValue(key("dayStartHour"), answers.settings.dayStartHour);
    kept.setValue(key("holidays"), answers.holidays);
    writeNames(kept, "companies", answers.companies);
    writeNames(kept, "books", answers.books);
    kept.setValue(key("printer"), answers.printer);
    writeRows(kept, "tariffs", answers.tariffs, [&](const TariffAnswer& tariff) {
        kept.setValue(key("file"), tariff.file);
        kept.setValue(key("from"), tariff.from.toString());
        kept.setValue(key("priceOrder"), tariff.priceOrder);
    });
}

void readPeople(QSettings& kept, FirstRunAnswers& answers) {
    answers.clerk.number = textIn(kept, "clerkNumber");
    answers.clerk.name = textIn(kept, "clerkName");
    answers.first.number = textIn(kept, "firstNumber");
    answers.first.name = textIn(kept, "firstName");
    answers.people = readRows<PersonAnswer>(kept, "people", [&](std::vector<PersonAnswer>& rows) {
        auto duties = parseDuties(textIn(kept, "duties"));
        if (duties.ok())
            rows.push_back({textIn(kept, "number"), textIn(kept, "name"), std::move(*duties)});
    });
}

void writePeople(QSettings& kept, const FirstRunAnswers& answers) {
    kept.setValue(key("clerkNumber"), answers.clerk.number);
    kept.setValue(key("clerkName"), answers.clerk.name);
    kept.setValue(key("firstNumber"), answers.first.number);
    kept.setValue(key("firstName"), answers.first.name);
    writeRows(kept, "people", answers.people, [&](const PersonAnswer& person) {
        kept.setValue(key("number"), person.number);
        kept.setValue(key("name"), person.name);
        kept.setValue(key("duties"), codesOf(person.duties));
    });
}

} // namespace

FirstRunDraft FirstRunDraft::load(const QString& file, FirstRunAnswers answers) {
    FirstRunDraft draft{std::move(answers), 0};
    if (!QFileInfo::exists(file))
        return draft;
    QSettings kept(file, QSettings::IniFormat);
    kept.beginGroup(key("first-run"));
    draft.step = kept.value(key("step"), 0).toInt();
    readDatabase(kept, draft.answers);
    readUtility(kept, draft.answers);
    readPeople(kept, draft.answers);
    return draft;
}

void FirstRunDraft::save(const QString& file) const {
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSettings kept(file, QSettings::IniFormat);
    kept.clear(); // lists may have grown shorter
    kept.beginGroup(key("first-run"));
    kept.setValue(key("step"), step);
    writeDatabase(kept, answers);
    writeUtility(kept, answers);
    writePeople(kept, answers);
}

} // namespace meterhall::ui
