// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credentials/credential_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/oauth/live_tokens.h"
#include "platform/store/rows/credential_rows.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

AdminResult credentialList(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    CredentialQuery query;
    query.text = parameters.text(u"q");
    query.lastFour = parameters.text(u"last_four", 4);
    query.partnerId = parameters.text(u"partner_id");
    query.states = parameters.enums<CredentialState>(u"state");
    query.kinds = parameters.enums<CredentialKind>(u"kind");
    query.realms = parameters.enums<Realm>(u"realm");
    if (const auto days = parameters.number("expiring_within_days"))
        query.expiringWithinDays = static_cast<int>(*days);
    query.sort = parameters.sort(credential_rows::sortOrders(), query.sort);
    query.limit = parameters.limit();
    query.cursor = parameters.cursor();
    if (!parameters.ok())
        return parameters.error();
    const auto rows = credential_rows::list(tx, query, call.now);
    if (!rows)
        return badCursor();
    Page<Credential> page;
    for (const CredentialRow &row : rows->items)
        page.items.append(life_cycle::present(row, call.now));
    page.nextCursor = rows->nextCursor;
    page.count = rows->count;
    page.countAtLeast = rows->countAtLeast;
    return replyWith(page);
}

AdminResult credentialGet(const AdminCall &call, Tx &tx)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    return replyVersioned(life_cycle::present(*row, call.now), row->value.version);
}

AdminResult credentialUse(const AdminCall &call, Tx &tx)
{
    const QString id = call.parameter("credential_id");
    if (!credential_rows::find(tx, id))
        return notFound(u"credential"_s);
    CredentialUse use = call.context.usage.credentialUse(tx, id, call.now);
    if (call.context.liveTokens)
        use.liveTokens = call.context.liveTokens->count(id16Of(id), call.context.clock.now().wall);
    return replyWith(use);
}

namespace {

WriteResult resumeCredential(const WriteCall &call, const AdminExpected<ActRequest> &act, Tx &tx)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    if (!call.matches(row->value.version))
        return stale(toJson(life_cycle::present(*row, call.now)), etagOf(row->value.version));
    if (!act)
        return tl::make_unexpected(act.error());
    const auto next = life_cycle::resumed(*row, call.now);
    if (!next)
        return conflict(next.error());
    const Credential credential = life_cycle::present(*next, call.now);
    AuditEvent event =
        eventAbout(AuditAction::CredentialResume, credential.id, credential.name, credential.partnerId);
    event.changes = {{u"state"_s, u"suspended"_s, toText(credential.state)}};
    event.reason = act->reason;
    event.ticket = act->ticket;
    return storeCredential(tx, *next, event, replyVersioned(credential, credential.version));
}

} // namespace

AdminExpected<PreparedWrite> credentialResume(const WriteCall &call)
{
    PreparedWrite write{
        [act = actOf(call)](const WriteCall &asked, Tx &tx) { return resumeCredential(asked, act, tx); }};
    write.reopens = {Reopenings::What::Credential, call.parameter("credential_id")};
    return write;
}

} // namespace pc::platform::handlers
