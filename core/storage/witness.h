#pragma once

#include "core/storage/audit_chain.h"

namespace meterhall::storage {

/// A seat's own note of the last entry it committed, kept beside the program and not in the database (mode 0600). A
/// database that lacks this entry lost its tail. The note may be one entry behind (the process died between commit
/// and note), never ahead.
class WitnessFile {
public:
    struct Note {
        UnitId unit;
        Hash hash{};
    };

    static Result<std::unique_ptr<WitnessFile>> open(const QString& file);
    ~WitnessFile();
    WitnessFile(const WitnessFile&) = delete;
    WitnessFile& operator=(const WitnessFile&) = delete;

    Result<void> note(const Note& note);
    /// Nothing when the file is empty; Corrupt when it is not a note.
    Result<std::optional<Note>> read() const;

private:
    explicit WitnessFile(int descriptor)
        : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace meterhall::storage
