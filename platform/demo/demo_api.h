// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/authorizer.h"
#include "platform/core/decision/first_uses.h"
#include "platform/core/decision/legacy_reader.h"
#include "platform/demo/demo_tables.h"
#include "platform/http/router.h"

#include <memory>

namespace pc::platform {

/// What the demo API stands on; everything outlives the router it is mounted on.
struct DemoDeps
{
    Authorizer &authorizer;
    const TokenReader &tokens;
    const Clock &clock;
    QByteArray brand;
    const LegacyReader *legacy = nullptr; ///< may be missing, as the next
    FirstUses *firstUses = nullptr;
};

/// A small partner API (`/api/v1/…`: products, orders, invoices, customers, accounts) behind the same
/// decision that gateways ask for, so that real partner calls can be made without a gateway. Nothing a caller
/// sends selects whose data it sees: only the partner that the decision proved. It changes nothing: a placed
/// order is answered, not kept.
class DemoApi
{
public:
    explicit DemoApi(const DemoDeps &deps);

    [[nodiscard]] HttpResponse answer(const HttpRequest &request) const;
    /// The same, later where an imported key must be proved first.
    void answer(const HttpRequest &request, const Responder &respond) const;

private:
    [[nodiscard]] CallFacts factsOf(const HttpRequest &request) const;
    [[nodiscard]] HttpResponse answered(const HttpRequest &request, CallFacts call) const;

    DemoDeps m_deps;
    mutable DemoTables m_tables; // thread-safe
};

void mountDemo(Router &router, std::shared_ptr<const DemoApi> api);

} // namespace pc::platform
