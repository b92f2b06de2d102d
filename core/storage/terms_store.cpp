#include "core/storage/terms_store.h"

namespace meterhall::storage {

namespace {

AccountTerms termsOfRow(const Account& account) {
    return {.useClass = account.useClass, .householdSize = account.householdSize, .tariffCode = account.tariffCode};
}

QString factsText(const std::vector<Fact>& facts) {
    QStringList parts;
    for (const Fact& fact : facts)
        parts += QStringLiteral("%1=%2").arg(int(fact.kind)).arg(fact.value.toString());
    return parts.join(u',');
}

Result<std::vector<Fact>> factsFrom(const QString& text) {
    std::vector<Fact> facts;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype sign = part.indexOf(u'=');
        bool isNumber = false;
        const int kind = part.left(sign).toInt(&isNumber);
        if (!isNumber || kind < 0 || kind > int(FactKind::LastNamed))
            return StorageError::WrongType;
        MH_TRY(const BilledQuantity value, BilledQuantity::parse(part.mid(sign + 1)));
        facts.push_back({FactKind(kind), value});
    }
    return facts;
}

Result<AccountTerms> termsFrom(const Row& row) {
    MH_TRY(auto facts, factsFrom(row.text(4)));
    return AccountTerms{.useClass = row.get<UseClass>(0),
                        .householdSize = row.get<int>(1),
                        .tariffCode = row.text(2),
                        .category = row.text(3),
                        .facts = std::move(facts)};
}

Result<void> insertWord(UnitOfWork& work, AccountId account, int number, Date from, const AccountTerms& terms) {
    return work.insertGuarded(
        "account_terms",
        {"account_id", "number", "from_day", "use_class", "household_size", "tariff_code", "category", "facts"},
        {account, number, from, terms.useClass, terms.householdSize, terms.tariffCode, terms.category,
         factsText(terms.facts)});
}

} // namespace

Result<AccountTerms> TermsStore::termsOn(const BilledAccount& row, Date day) const {
    if (row.words == 0)
        return termsOfRow(row.account);
    return m_database.one("SELECT use_class, household_size, tariff_code, category, facts FROM account_terms "
                          "WHERE account_id = ? AND from_day <= ? ORDER BY number DESC LIMIT 1",
                          {row.account.id, day}, termsFrom);
}

// A later word holds from its day on, whatever was said of those days before.
Result<std::vector<HouseholdSize>> TermsStore::householdSizes(const BilledAccount& row) const {
    MH_TRY(const Date always, Date::of(1900, 1, 1));
    std::vector<HouseholdSize> sizes{{always, row.account.householdSize}};
    if (row.words == 0)
        return sizes;
    MH_TRY(const auto words, m_database.all("SELECT from_day, household_size FROM account_terms WHERE account_id = ? "
                                            "ORDER BY number",
                                            {row.account.id}, [](const Row& word) {
                                                return HouseholdSize{word.get<Date>(0), word.get<int>(1)};
                                            }));
    for (const HouseholdSize& word : words) {
        std::erase_if(sizes, [&](const HouseholdSize& before) { return before.from >= word.from; });
        if (sizes.empty() || sizes.back().people != word.people)
            sizes.push_back(word);
    }
    return sizes;
}

Result<void> TermsStore::change(UnitOfWork& work, const BilledAccount& row, Date from, const AccountTerms& terms) {
    int words = row.words;
    if (words == 0) {
        MH_TRY(const Date always, Date::of(1900, 1, 1));
        MH_CHECK(insertWord(work, row.account.id, ++words, always, termsOfRow(row.account)));
    }
    MH_CHECK(insertWord(work, row.account.id, ++words, from, terms));
    MH_CHECK(work.execute("UPDATE account SET use_class = ?, household_size = ?, tariff_code = ? WHERE id = ?",
                          {terms.useClass, terms.householdSize, terms.tariffCode, row.account.id}));
    return {};
}

} // namespace meterhall::storage
