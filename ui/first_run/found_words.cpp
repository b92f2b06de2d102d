#include "ui/first_run/found_words.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

class FoundText {
    Q_DECLARE_TR_FUNCTIONS(FoundText)

public:
    static QString server(const services::PlaceFound& found) {
        if (found.engine.isEmpty())
            return {};
        if (!found.engine.startsWith(QLatin1String("PostgreSQL")))
            return tr("%1.").arg(found.engine);
        return found.encryption.isEmpty() ? tr("%1 answers; the connection is not encrypted.").arg(found.engine)
                                          : tr("%1 answers, encrypted with %2.").arg(found.engine, found.encryption);
    }

    static FoundWords place(const services::PlaceFound& found) {
        using services::PlaceKind;
        switch (found.kind) {
        case PlaceKind::NoFile:
            return {State::Ok, tr("There is no file yet. It will be made there.")};
        case PlaceKind::Empty:
            return {State::Ok, tr("The database is empty: it can be set up.")};
        case PlaceKind::HalfMade:
            return {State::Warn, tr("A set-up was begun there and broke off: it will be gone on with.")};
        case PlaceKind::Meterhall:
            return {State::Warn, tr("A Meterhall database is there already (version %1). Go on only when this is your "
                                    "own set-up that broke off: with its key file, and the number and password of its "
                                    "administrator. Otherwise make this computer one more seat.")
                                     .arg(found.version)};
        case PlaceKind::SomethingElse:
            break;
        }
        return {State::Danger,
                tr("There is something else in this database. It is left as it is: choose an empty one."), false};
    }

    static FoundWords missingRole() {
        return {State::Danger, tr("This sign-in may not make roles: name one that may, postgres for example."), false};
    }

    static FoundWords tooNew() {
        return {State::Danger, tr("The database there is newer than this program: update the program."), false};
    }

    static FoundWords seat(const services::SeatFound& found) {
        using services::KeyFit;
        switch (found.key) {
        case KeyFit::Fits:
            return {State::Ok, tr("The seat is registered (%1) and the key fits.").arg(found.name)};
        case KeyFit::NothingSealed:
            return {State::Ok,
                    tr("The seat is registered (%1). Nothing is sealed there yet, so nobody can tell whether the key "
                       "fits.")
                        .arg(found.name)};
        case KeyFit::NotAllowed:
            return {
                State::Warn,
                tr("The seat is registered (%1). This operator may not look whether the key fits.").arg(found.name)};
        case KeyFit::DoesNotFit:
            break;
        }
        return {State::Danger,
                tr("The seat is registered (%1), but the key does not open what is sealed there.").arg(found.name),
                false};
    }
};

} // namespace

FoundWords wordsOf(const services::PlaceFound& found) {
    FoundWords words = found.version > found.known ? FoundText::tooNew()
                       : found.mayPrepare          ? FoundText::place(found)
                                                   : FoundText::missingRole();
    const QString server = FoundText::server(found);
    if (!server.isEmpty())
        words.text = server + u' ' + words.text;
    return words;
}

FoundWords wordsOf(const services::SeatFound& found) {
    return FoundText::seat(found);
}

} // namespace meterhall::ui
