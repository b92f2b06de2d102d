#include "core/services/resealing.h"

#include "core/security/crypto.h"
#include "core/security/key_source.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/sealed_store.h"

namespace meterhall::services {

using storage::SealedCustomer;
using storage::SealedStore;
using storage::UnitOfWork;

namespace {

class Resealing {
public:
    explicit Resealing(Session& session)
        : m_session(session)
        , m_keys(session.inside().keys())
        , m_mark(SealingKeys::markOf(m_keys.current())) {}

    Result<ResealResult> run(const ResealOptions& options) {
        const SealedStore store(m_session.inside().database());
        MH_TRY(const std::int64_t total, store.countSealedByOthers(m_mark));
        for (bool more = true; more;) {
            MH_TRY(more, unit(options.customersInUnit));
            MH_CHECK(tell(options.progress, {QStringLiteral("customers"), m_seen, total}));
        }
        MH_TRY(m_result.left, store.countSealedByOthers(m_mark));
        return std::move(m_result);
    }

private:
    /// Whether there may be more.
    Result<bool> unit(int size) {
        MH_TRY(auto work, beginUnit(m_session, Service::ResealPersonalData));
        MH_TRY(const auto customers, SealedStore(work.database()).sealedByOthers(m_mark, m_last, size));
        std::int64_t done = 0;
        for (const SealedCustomer& customer : customers) {
            MH_TRY(const bool readable, resealOne(work, customer));
            if (readable)
                ++done;
            else
                m_result.unreadable.push_back(customer.id);
        }
        if (done > 0) {
            work.setDetails(QStringLiteral("%1 customers under key %2").arg(done).arg(m_keys.current()));
            MH_CHECK(work.commit());
        }
        m_result.resealed += done;
        m_seen += std::int64_t(customers.size());
        if (!customers.empty())
            m_last = customers.back().id;
        return qsizetype(customers.size()) == size;
    }

    Result<bool> resealOne(UnitOfWork& work, const SealedCustomer& sealed) {
        const auto opened = openCustomer(m_session, sealed);
        if (opened.failedWith(CryptoError::Tampered) || opened.failedWith(SealError::BadForm) ||
            opened.failedWith(SealError::TooLong))
            return false;
        if (!opened.ok())
            return opened.error();
        MH_TRY(const SealedCustomer again, sealCustomer(m_session, *opened));
        MH_CHECK(SealedStore::replace(work, again));
        MH_TRY(const QStringList fresh, m_keys.phoneTokens(opened->phone));
        QStringList old;
        for (const auto& [number, key] : m_keys.all()) {
            if (number == m_keys.current())
                continue;
            MH_TRY(const QStringList codes, m_keys.phoneTokens(opened->phone, number));
            old += codes;
        }
        MH_CHECK(SealedStore::replacePhoneCodes(work, sealed.id, old, fresh));
        return true;
    }

    Session& m_session;
    const SealingKeys& m_keys;
    Bytes m_mark;
    CustomerId m_last = CustomerId::fromRaw(0);
    std::int64_t m_seen = 0;
    ResealResult m_result;
};

KeyFile keyFileOf(Session& session) {
    return KeyFile(session.inside().workplace().keyFile);
}

Error needed(std::uint32_t number, std::int64_t customers) {
    return {SealError::KeyNeeded, {QString::number(number), QString::number(customers)}};
}

} // namespace

Result<std::uint32_t> addPersonalDataKey(Session& session) {
    MH_CHECK(require(session, Service::ResealPersonalData));
    MH_TRY(auto work, beginUnit(session, Service::ResealPersonalData));
    MH_TRY(const SealingKeys keys, keyFileOf(session).change([](SealingKeys& known) -> Result<void> {
        MH_CHECK(known.addNew());
        return {};
    }));
    work.setDetails(QStringLiteral("key %1 added").arg(keys.current()));
    MH_CHECK(work.commit());
    return keys.current();
}

Result<ResealResult> resealPersonalData(Session& session, const ResealOptions& options) {
    MH_CHECK(require(session, Service::ResealPersonalData));
    if (session.inside().keys().empty())
        return SealError::NoKey;
    return Resealing(session).run(options);
}

Result<void> dropPersonalDataKey(Session& session, std::uint32_t number) {
    MH_CHECK(require(session, Service::ResealPersonalData));
    const QString details = QStringLiteral("key %1 dropped").arg(number);
    MH_TRY(auto work, beginUnit(session, Service::ResealPersonalData, details));
    const SealedStore store(work.database());
    MH_TRY(const std::int64_t customers, store.countSealedBy(SealingKeys::markOf(number)));
    if (customers > 0)
        return needed(number, customers);
    MH_CHECK(keyFileOf(session).change([number](SealingKeys& keys) -> Result<void> {
        if (!keys.all().contains(number))
            return Error(SealError::UnknownKey, {QString::number(number)});
        if (number == keys.current())
            return needed(number, 0);
        keys.forget(number);
        return {};
    }));
    return work.commit();
}

} // namespace meterhall::services
