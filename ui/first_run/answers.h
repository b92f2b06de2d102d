#pragma once

#include "core/quantity/commodity.h"
#include "core/services/session.h"

#include <vector>

namespace meterhall::ui {

/// Where the first run puts things, and what tells it the time. Given by the program.
struct FirstRunPlaces {
    QString workplaceFile; ///< the draft lies beside it
    QString dataFolder;    ///< the seat's notes; an SQLite file and the key, unless somebody says otherwise
    std::function<Instant()> clock;
    ScryptCost passwordCost{}; ///< tests take less

    QString folder() const;
    QString draftFile() const;
};

enum class Purpose : std::uint8_t { NewUtility, FurtherSeat };

/// A company with its code, or a book with its number and reader.
struct CodedName {
    QString code;
    QString name;
};

/// Somebody who is to sign in. The password is never written anywhere.
struct PersonAnswer {
    QString number;
    QString name;
    Duties duties{};
    QByteArray password{};
};

/// A tariff to begin with, as a draft.
struct TariffAnswer {
    QString file; ///< name of the template
    Date from;
    QString priceOrder;
};

/// Everything the first run asks. What is typed into its steps, and nothing that is looked up.
struct FirstRunAnswers {
    Purpose purpose = Purpose::NewUtility;

    bool onPostgres = false;
    QString sqliteFile;
    QString host = QStringLiteral("localhost"); ///< or the folder of a socket
    int port = 5432;
    QString database = QStringLiteral("meterhall");
    services::PostgresAdmin admin{QStringLiteral("postgres"), {}}; ///< used once, to set up
    QString keyFile;
    QString broughtKey; ///< a further seat: the copy somebody brought
    SeatNumber seat = 1;
    PersonAnswer opener; ///< a further seat: who tries whether it may be worked at

    services::Hall hall;
    services::UtilitySettings settings;
    bool holidays = true;
    std::vector<CodedName> companies;
    std::vector<CodedName> books;

    std::vector<TariffAnswer> tariffs;
    PersonAnswer clerk; ///< the review clerk who enters them, under his own name

    PersonAnswer first; ///< the administrator
    std::vector<PersonAnswer> people;

    QString printer = QStringLiteral("cups:"); ///< as the workplace file has it

    /// Without a login.
    QString url() const;
    services::Workplace workplace(const FirstRunPlaces& places) const;
    void wipePasswords();
};

/// What is asked before anybody has said anything.
FirstRunAnswers firstAnswers(const FirstRunPlaces& places);

} // namespace meterhall::ui
