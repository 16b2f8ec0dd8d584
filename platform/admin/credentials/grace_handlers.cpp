// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credentials/grace_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/field_check.h"
#include "platform/store/rows/credential_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// `now`: by which it is judged.
WriteResult moveGrace(const WriteCall &call, const GraceRequest &request, const QDateTime &now, Tx &tx)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    if (!call.matches(row->value.version))
        return stale(toJson(life_cycle::present(*row, call.now)), etagOf(row->value.version));
    const auto next = life_cycle::graceMoved(*row, request.until <= call.now ? now : request.until, now);
    if (!next)
        return conflict(next.error());
    const Credential &credential = row->value;
    const auto endOf = [&now](const CredentialRow &value) {
        const auto until = life_cycle::graceEnd(value, now);
        return until ? until->toString(Qt::ISODateWithMs) : u"ended"_s;
    };
    AuditEvent event =
        eventAbout(AuditAction::CredentialGrace, credential.id, credential.name, credential.partnerId);
    event.changes = {{u"grace_until"_s, endOf(*row), endOf(*next)}};
    event.reason = request.reason;
    event.ticket = request.ticket;
    return storeCredential(tx, *next, event,
                           replyVersioned(life_cycle::present(*next, now), next->value.version));
}

/// The generation that is in its grace, or nullptr.
const GenerationRule *inGrace(const CredentialRule &rule)
{
    const auto found =
        std::find_if(rule.generations.begin(), rule.generations.end(),
                     [](const GenerationRule &each) { return each.state == GenerationState::Grace; });
    return found == rule.generations.end() ? nullptr : &*found;
}

Instant graceEnd(const CredentialRule &rule)
{
    const GenerationRule *older = inGrace(rule);
    return older && older->graceUntil ? *older->graceUntil : Instant{};
}

} // namespace

AdminExpected<PreparedWrite> credentialGrace(const WriteCall &call)
{
    AdminExpected<Body<GraceRequest>> body = readBody<GraceRequest>(call);
    if (!body)
        return tl::make_unexpected(std::move(body.error()));
    const GraceRequest request = std::move(body->value);
    const bool ends = request.until <= call.now;
    FieldCheck check(body->faults);
    check.reason(request.reason, pc::rules::reasonNeed(call.operation.op, {.endsNow = ends}));
    if (!check.ok())
        return invalid(check.errors());
    const QString id = call.parameter("credential_id");
    const auto rule = call.context.policy.current()->credential(id16Of(id));
    const QDateTime now = ends ? call.context.settledAt(call.now) : call.now; // a revocation, or an edit
    const bool accepted =
        rule && call.matches(rule->version) && foreseen::mayShortenGrace(*rule, instantOf(now));
    const Instant until = instantOf(request.until);
    PreparedWrite write{
        [request, now](const WriteCall &asked, Tx &tx) { return moveGrace(asked, request, now, tx); },
        ends ? PreparedWrite::Course::Urgent : PreparedWrite::Course::AtOnce};
    if (!accepted)
        return write; // there is nothing to shut, or the store will refuse it
    if (ends) {
        JournalEntry entry =
            journalEntry(call, JournalEntry::Kind::Generation, id, request.reason, request.ticket);
        entry.generation = inGrace(*rule)->number;
        denyFirst(write, entry);
    } else if (until < graceEnd(*rule)) {
        write.narrowing = narrowings::ofNearerGrace(rule->id16, until);
    }
    return write;
}

} // namespace pc::platform::handlers
