// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credentials/grace_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/write_call.h"
#include "platform/admin/revocation/access_revocation.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/field_check.h"
#include "platform/store/rows/credential_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// `now`: by which it is judged.
AdminResult moveGraceAt(WriteCall &call, Tx &tx, const QDateTime &now)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    if (call.ifMatch.isEmpty())
        return refuse(ProblemCode::IfMatchRequired, u"If-Match is required"_s);
    if (!call.matches(row->value.version))
        return stale(toJson(life_cycle::present(*row, call.now)), etagOf(row->value.version));
    const AdminExpected<GraceRequest> request = bodyAs<GraceRequest>(call);
    if (!request)
        return tl::make_unexpected(request.error());
    const auto next = life_cycle::graceMoved(*row, request->until <= call.now ? now : request->until, now);
    if (!next)
        return refuse(next.error().code, u"The credential's state does not allow this"_s,
                      next.error().detail);
    credential_rows::put(tx, *next);
    const CredentialRule rule = ruleOf(*next);
    call.publish = [rule](const Policy &policy) { return policy.withCredential(rule); };
    const Credential credential = life_cycle::present(*next, now);
    const auto endOf = [&now](const CredentialRow &value) {
        const auto until = life_cycle::graceEnd(value, now);
        return until ? until->toString(Qt::ISODateWithMs) : u"ended"_s;
    };
    AuditEvent event =
        eventAbout(AuditAction::CredentialGrace, credential.id, credential.name, credential.partnerId);
    event.changes = {{u"grace_until"_s, endOf(*row), endOf(*next)}};
    event.reason = request->reason;
    event.ticket = request->ticket;
    call.audit(tx, event, ChangeKind::Credential);
    return replyVersioned(credential, credential.version);
}

AdminResult moveGrace(WriteCall &call, Tx &tx)
{
    return moveGraceAt(call, tx, call.now);
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

void credentialGrace(std::shared_ptr<AdminCall> call, Responder respond)
{
    AdminExpected<std::shared_ptr<WriteCall>> write = beginWrite(*call);
    if (!write)
        return respond(toHttp(call->request, tl::make_unexpected(std::move(write.error()))));
    const AdminExpected<GraceRequest> request = bodyAs<GraceRequest>(*call);
    if (!request)
        return respond(toHttp(call->request, tl::make_unexpected(request.error())));
    FieldCheck check;
    check.fields(call->operation.body, toJson(*request));
    check.reason(request->reason,
                 pc::rules::reasonNeed(call->operation.op, {.endsNow = request->until <= call->now}));
    if (!check.ok())
        return respond(toHttp(call->request, invalid(check.errors())));
    const QString id = call->parameter("credential_id");
    const auto rule = call->context.policy.current()->credential(id16Of(id));
    const bool ends = request->until <= call->now;
    const QDateTime now = ends ? call->context.settledAt(call->now) : call->now; // a revocation, or an edit
    const bool accepted =
        rule && (*write)->matches(rule->version) && foreseen::mayShortenGrace(*rule, instantOf(now));
    if (!ends) {
        const Instant until = instantOf(request->until);
        const bool nearer = accepted && until < graceEnd(*rule);
        return runWrite(std::move(*write), moveGrace,
                        nearer ? narrowings::ofNearerGrace(rule->id16, until) : Narrowing(), respond);
    }
    AccessRevocation revocation;
    JournalEntry entry =
        journalEntry(*call, JournalEntry::Kind::Generation, id, request->reason, request->ticket);
    if (accepted) { // else there is nothing to shut, or the store will refuse it
        entry.generation = inGrace(*rule)->number;
        revocation.narrowing = narrowings::of(entry);
        revocation.entry = entry;
    }
    revocation.act = [now](WriteCall &call, Tx &tx) { return moveGraceAt(call, tx, now); };
    revocation.unstored = [](const WriteCall &, bool journaled) { return notStored(journaled); };
    revokeAccess(std::move(*write), std::move(revocation), respond);
}

} // namespace pc::platform::handlers
