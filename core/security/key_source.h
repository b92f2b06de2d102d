#pragma once

#include "core/security/sealed_text.h"

#include <functional>

namespace meterhall {

/// Where a seat keeps the sealing keys. They are entered once per seat; the database never has them.
/// The operating system's keyring needs an event loop and is implemented in app.
class KeySource {
public:
    KeySource() = default;
    KeySource(const KeySource&) = delete;
    KeySource& operator=(const KeySource&) = delete;
    virtual ~KeySource() = default;

    virtual Result<SealingKeys> load() const = 0;
    /// Replaces what is kept, all or nothing.
    virtual Result<void> save(const SealingKeys& keys) = 0;
};

/// The text in which keys are kept and carried to another seat: "meterhall-keys 1", then a line "<number> <hex>" per
/// key, ascending.
QByteArray keysToText(const SealingKeys& keys);
Result<SealingKeys> keysFromText(const QByteArray& text);

/// A file only its owner can read: refused when its group or others may do anything with it.
class KeyFile : public KeySource {
public:
    explicit KeyFile(QString path)
        : m_path(std::move(path)) {}

    Result<SealingKeys> load() const override;
    Result<void> save(const SealingKeys& keys) override;
    /// Loads, changes and saves while nobody else does the same; nothing is saved when `change` fails.
    Result<SealingKeys> change(const std::function<Result<void>(SealingKeys&)>& change);

private:
    QString m_path;
};

} // namespace meterhall
