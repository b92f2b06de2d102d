#pragma once

#include "app/cli/options.h"
#include "core/registry/registry.h"

namespace meterhall::app {

/// What people type for things of a workplace.
Result<Book> bookNumbered(services::Session& session, const QString& number);
Result<LegalEntity> legalEntityCoded(services::Session& session, const QString& code);

/// A command of several forms: the first argument names one. Signs in and runs it.
struct Form {
    const char* name;
    Result<int> (*run)(const Options&, services::Session&);
};
Result<int> runForm(const Options& options, const std::vector<Form>& forms);

} // namespace meterhall::app
