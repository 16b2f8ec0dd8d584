// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/import_handlers.h"

#include "platform/admin/api/parameters.h"
#include "platform/admin/imports/client_id_import.h"
#include "platform/admin/imports/key_import.h"
#include "platform/admin/imports/legacy_key_report.h"
#include "platform/admin/imports/partner_import.h"
#include "platform/admin/imports/plan_import.h"

#include <memory>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

using Planner = imports::ImportPlan (*)(const WriteCall &, const ImportTable &, Tx &);

AdminExpected<PreparedWrite> importWith(AdminExpected<imports::ImportRequest> request, Planner planner)
{
    if (!request)
        return tl::make_unexpected(std::move(request.error()));
    const auto held = std::make_shared<const imports::ImportRequest>(std::move(*request));
    return longWrite([held, planner](const WriteCall &call, Tx &tx) -> WriteResult {
        return planner(call, held->table, tx).settle(*held, tx);
    });
}

} // namespace

AdminExpected<PreparedWrite> importPartners(const WriteCall &call)
{
    return importWith(imports::requestOf(call, u"partners"_s, imports::partnerColumns(), {}),
                      imports::planPartners);
}

AdminExpected<PreparedWrite> importKeys(const WriteCall &call)
{
    return importWith(imports::requestOf(call, u"keys"_s, imports::keyColumns(), imports::clearKeyColumns()),
                      imports::planKeys);
}

AdminExpected<PreparedWrite> importPlans(const WriteCall &call)
{
    return importWith(imports::requestOf(call, u"plans"_s, imports::planColumns(), {}), imports::planPlans);
}

AdminExpected<PreparedWrite> importClientIds(const WriteCall &call)
{
    return importWith(
        imports::requestOf(call, u"client_ids"_s, imports::clientIdColumns(), imports::clearKeyColumns()),
        imports::planClientIds);
}

AdminResult legacyKeysGet(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const QString partnerId = parameters.text(u"partner_id");
    const int limit = parameters.limit();
    if (!parameters.ok())
        return parameters.error();
    return replyWith(imports::legacyKeyReport(call.context, tx, partnerId, limit, call.now));
}

} // namespace pc::platform::handlers
