#pragma once

#include "core/registry/registry.h"

#include <variant>

namespace meterhall {

/// The archive exchange form: JSON lines, UTF-8, one object a line told apart by "kind"; a line names only what stood
/// above it. Quantities are decimal strings. Lines of an unknown kind are an error, members that are not known are
/// ignored (other systems add their own).

struct ArchivedEntity {
    QString code;
    QString name;
};

struct ArchivedBook {
    QString number;
    QString reader;
};

struct ArchivedMeter {
    QString number;
    QString protocol;
    QString deviceAddress;
    QString profile;
    QString terminal;
    int port = 0;
    int digits = 0;
    std::int64_t multiplierMicro = 0;
    Date installed;
    std::int64_t startDialMicro = 0;
};

/// An account with everything around it, as another system hands it over.
struct ArchivedAccount {
    QString number;
    Commodity commodity;
    QString entityCode;
    UseClass useClass;
    int householdSize = 0;
    Customer customer; ///< id not set; told apart by number
    QString premiseCode;
    QString address; ///< one line: "address", or made from district, street, community, building, unit and room
    QString bookNumber;
    int sequence = 0;
    ArchivedMeter meter;
    Date previousReadOn;
    std::int64_t previousDialMicro = 0;
    Date ladderFrom; ///< opening of the ladder: use billed from here to the previous reading
    std::int64_t ladderUseMicro = 0;
    QString tariffCode{}; ///< optional; empty: what the utility uses for the commodity
};

/// Lines that only describe the file.
struct ArchiveHeader {};

using ArchiveLine = std::variant<ArchiveHeader, ArchivedEntity, ArchivedBook, RegisteredTerminal, ArchivedAccount>;

/// RegistryError::BadRow names the member that is missing or wrong.
Result<ArchiveLine> parseArchiveLine(const QByteArray& line);

} // namespace meterhall
