#include "app/cli/workplace_names.h"

#include "core/services/customers.h"
#include "core/services/reading_work.h"

namespace meterhall::app {

Result<Book> bookNumbered(services::Session& session, const QString& number) {
    MH_TRY(const auto books, services::books(session));
    const auto found = std::find_if(books.begin(), books.end(), [&](const Book& b) { return b.number == number; });
    return found == books.end() ? Result<Book>(Error(RegistryError::UnknownBook, {number})) : Result<Book>(*found);
}

Result<LegalEntity> legalEntityCoded(services::Session& session, const QString& code) {
    MH_TRY(const auto entities, services::legalEntities(session));
    const auto found = std::find_if(entities.begin(), entities.end(), [&](const auto& e) { return e.code == code; });
    if (found == entities.end())
        return Error(CallError::BadValue, {QStringLiteral("--legal-entity"), code, QStringLiteral("a company here")});
    return *found;
}

Result<int> runForm(const Options& options, const std::vector<Form>& forms) {
    QStringList names;
    for (const Form& form : forms)
        names += QLatin1String(form.name);
    const QString all = names.join(QStringLiteral(", "));
    if (options.arguments().isEmpty())
        return Error(CallError::MissingArgument, {all});
    const QString& named = options.arguments().front();
    const auto form =
        std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return named == QLatin1String(f.name); });
    if (form == forms.end())
        return Error(CallError::UnknownForm, {named, all});
    MH_TRY(services::Session session, signInFrom(options));
    return form->run(options, session);
}

} // namespace meterhall::app
