// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/admin_api.h"
#include "platform/admin/audit_diff.h"
#include "platform/admin/body.h"
#include "platform/admin/credential_life_cycle.h"
#include "platform/admin/cuts.h"
#include "platform/admin/field_check.h"
#include "platform/admin/handlers.h"
#include "platform/admin/policy_rules.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Checks, changes and audits; `deny` is called when the change takes access away.
AdminResult moveGrace(WriteCall &call, Tx &tx, const std::function<void()> &deny)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    if (call.ifMatch.isEmpty())
        return refuse(428, u"if_match_required"_s, u"If-Match is required"_s);
    if (!call.matches(row->value.version))
        return stale(toJson(life_cycle::present(*row, call.now)), etagOf(row->value.version));
    const Acted<GraceRequest> request = bodyAs<GraceRequest>(call);
    if (!request)
        return tl::make_unexpected(request.error());
    FieldCheck check;
    checkReason(check, request->reason, request->ticket, false);
    if (!check.ok())
        return invalid(check.errors());
    const auto next = life_cycle::graceMoved(*row, request->until, call.now);
    if (!next)
        return refuse(409, next.error().code, u"The credential's state does not allow this"_s,
                      next.error().detail);
    deny();
    credential_rows::put(tx, *next);
    const CredentialRule rule = ruleOf(*next);
    call.publish = [rule](const Policy &policy) { return policy.withCredential(rule); };
    call.takesAway = true; // the end may have moved nearer
    const Credential credential = life_cycle::present(*next, call.now);
    const auto endOf = [](const Credential &value) {
        for (const Generation &generation : value.generations) {
            if (generation.graceUntil && generation.state == GenerationState::Grace)
                return generation.graceUntil->toString(Qt::ISODateWithMs);
        }
        return u"ended"_s;
    };
    AuditEvent event = eventAbout(u"credential.grace"_s, u"credential"_s, credential.id, credential.name,
                                  credential.partnerId);
    event.changes = {{u"grace_until"_s, endOf(life_cycle::present(*row, call.now)), endOf(credential)}};
    event.reason = request->reason;
    event.ticket = request->ticket;
    call.audit(tx, event, ChangeKind::Credential, {credential.id, credential.partnerId});
    return replyVersioned(credential, credential.version);
}

AdminResult extendGrace(WriteCall &call, Tx &tx)
{
    return moveGrace(call, tx, [] {});
}

/// The generation that is in its grace, from the policy; 0 when there is none.
int graceGeneration(const AdminContext &context, const QString &id)
{
    const auto rule = context.policy.current()->credential(id16Of(id));
    if (!rule)
        return 0;
    for (const GenerationRule &generation : rule->generations) {
        if (generation.state == GenerationState::Grace)
            return generation.number;
    }
    return 0;
}

} // namespace

void credentialGrace(std::shared_ptr<AdminCall> call, Responder respond)
{
    Acted<std::shared_ptr<WriteCall>> write = beginWrite(*call);
    const Acted<GraceRequest> request = bodyAs<GraceRequest>(*call);
    if (!write)
        return respond(toHttp(call->request, tl::make_unexpected(std::move(write.error()))));
    if (!request)
        return respond(toHttp(call->request, tl::make_unexpected(request.error())));
    if (request->until > call->now)
        return runWrite(std::move(*write), extendGrace, respond);

    Cut cut;
    cut.entry.cut = JournalEntry::Cut::Generation;
    cut.entry.id = call->parameter("credential_id");
    cut.entry.generation = graceGeneration(call->context, cut.entry.id);
    cut.entry.at = call->now;
    cut.entry.actor = call->actor.account;
    cut.entry.actorRole = roleFor(call->actor, call->operation.op);
    cut.entry.reason = request->reason;
    cut.entry.ticket = request->ticket;
    cut.entry.requestId = QString::fromLatin1(call->request.requestId);
    cut.act = moveGrace;
    cut.notDurable = [](const WriteCall &, bool noted) -> AdminResult {
        return refuse(507, u"refused_not_durable"_s, u"Closed, but not stored yet"_s,
                      noted ? u"The older generation stays shut across a restart."_s
                            : u"The older generation is shut until the service restarts."_s);
    };
    runCut(std::move(*write), std::move(cut), respond);
}

} // namespace pc::platform::handlers
