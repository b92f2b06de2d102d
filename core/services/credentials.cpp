#include "core/services/credentials.h"

#include <mutex>

namespace meterhall::services {

struct Credentials::Memory {
    std::mutex mutex;
    QString stored;
};

Credentials::Credentials(QString number, QByteArray password)
    : m_number(std::move(number))
    , m_password(std::move(password))
    , m_memory(std::make_shared<Memory>()) {}

bool Credentials::wereRightFor(const QString& stored) const {
    const std::lock_guard lock(m_memory->mutex);
    return !stored.isEmpty() && m_memory->stored == stored;
}

void Credentials::noteRightFor(const QString& stored) const {
    const std::lock_guard lock(m_memory->mutex);
    m_memory->stored = stored;
}

} // namespace meterhall::services
