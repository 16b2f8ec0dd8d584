// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/admin_api.h"
#include "platform/admin/audit_diff.h"
#include "platform/admin/body.h"
#include "platform/admin/credential_life_cycle.h"
#include "platform/admin/cuts.h"
#include "platform/admin/handlers.h"
#include "platform/core/live_tokens.h"
#include "platform/gateway/revocation_probe.h"
#include "platform/store/audit_log.h"
#include "platform/store/partner_rows.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

void answer(const AdminCall &call, const Responder &respond, AdminProblem problem)
{
    respond(toHttp(call.request, tl::make_unexpected(std::move(problem))));
}

AdminProblem conflict(const life_cycle::Refusal &refusal)
{
    return problem(409, refusal.code, u"The credential's state does not allow this"_s, refusal.detail);
}

AdminProblem notStored(bool noted)
{
    return problem(
        507, u"refused_not_durable"_s, u"Closed, but not stored yet"_s,
        noted
            ? u"The door is shut and stays shut across a restart. The service writes it as soon as the store takes it."_s
            : u"The door is shut until the service restarts. Free disk space at once."_s);
}

/// What all cuts share: the body's reason, and the facts for the side journal.
struct Begun
{
    std::shared_ptr<WriteCall> call;
    ActRequest act;
    JournalEntry entry;
};
Acted<Begun> begin(const AdminCall &call, JournalEntry::Cut cut, const QString &id)
{
    Acted<std::shared_ptr<WriteCall>> write = beginWrite(call);
    if (!write)
        return tl::make_unexpected(write.error());
    const Acted<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(act.error());
    JournalEntry entry;
    entry.cut = cut;
    entry.id = id;
    entry.at = call.now;
    entry.actor = call.actor.account;
    entry.actorRole = roleFor(call.actor, call.operation.op);
    entry.reason = act->reason;
    entry.ticket = act->ticket;
    entry.requestId = QString::fromLatin1(call.request.requestId);
    return Begun{std::move(*write), *act, entry};
}

AuditEvent eventOf(const ActRequest &act, const QString &action, const Credential &credential,
                   const QString &before, const QString &after)
{
    AuditEvent event =
        eventAbout(action, u"credential"_s, credential.id, credential.name, credential.partnerId);
    event.changes = {{u"state"_s, before, after}};
    event.reason = act.reason;
    event.ticket = act.ticket;
    return event;
}

/// Keeps the proof: in the reply for a repeated request, and in the log.
void recordProof(const std::shared_ptr<WriteCall> &call, const RevocationReceipt &receipt)
{
    const QByteArray body = jsonBytes(receipt);
    call->context.store.write<bool>(
        Store::Urgency::Ordinary,
        [call, body, receipt](Tx &tx) {
            tx.query(u"UPDATE idempotency SET body = ? WHERE actor = ? AND operation = ? AND key = ?"_s)
                .bind(body)
                .bind(call->actor.account)
                .bind(QString::fromLatin1(call->operation.id))
                .bind(call->key)
                .exec();
            const Credential &credential = receipt.credential;
            AuditEvent event = eventAbout(u"credential.revoke_probed"_s, u"credential"_s, credential.id,
                                          credential.name, credential.partnerId);
            const auto list = [](const QList<Probe> &probes) {
                QStringList texts;
                for (const Probe &probe : probes)
                    texts.append(
                        u"%1 %2 %3"_s.arg(probe.gateway, QString::number(probe.status), probe.decisionId));
                return texts.join(u", "_s);
            };
            event.changes = {{u"probes"_s, list(receipt.proof.before), list(receipt.proof.after)},
                             {u"proven"_s, {}, receipt.proof.proven ? u"true"_s : u"false"_s}};
            call->changes.clear();
            call->audit(tx, event, ChangeKind::Audit, {});
            tx.afterCommit([call] { call->context.feed.publish(call->changes); });
            return true;
        },
        [](const StoreResult<bool> &) {});
}

} // namespace

void partnerFreeze(std::shared_ptr<AdminCall> call, Responder respond)
{
    Acted<Begun> begun = begin(*call, JournalEntry::Cut::Freeze, call->parameter("partner_id"));
    if (!begun)
        return answer(*call, respond, std::move(begun.error()));
    Cut cut;
    cut.entry = begun->entry;
    cut.act = [act = begun->act](WriteCall &write, Tx &tx, const std::function<void()> &deny) -> AdminResult {
        auto partner = partner_rows::find(tx, write.parameter("partner_id"), write.now);
        if (!partner)
            return notFound(u"partner"_s);
        if (partner->status != PartnerStatus::Active)
            return refuse(409, u"partner_not_active"_s, u"The partner is frozen or offboarded already"_s);
        deny();
        partner->status = PartnerStatus::Frozen;
        partner->updatedAt = write.now;
        partner->version += 1;
        partner_rows::update(tx, *partner);
        AuditEvent event =
            eventAbout(u"partner.freeze"_s, u"partner"_s, partner->id, partner->name, partner->id);
        event.changes = {{u"status"_s, u"active"_s, u"frozen"_s}};
        event.reason = act.reason;
        event.ticket = act.ticket;
        write.audit(tx, event, ChangeKind::Partner, {partner->id});
        return replyVersioned(*partner, partner->version);
    };
    cut.notDurable = [](const WriteCall &, bool noted) -> AdminResult {
        return tl::make_unexpected(notStored(noted));
    };
    runCut(begun->call, std::move(cut), respond);
}

void credentialSuspend(std::shared_ptr<AdminCall> call, Responder respond)
{
    Acted<Begun> begun = begin(*call, JournalEntry::Cut::Suspend, call->parameter("credential_id"));
    if (!begun)
        return answer(*call, respond, std::move(begun.error()));
    Cut cut;
    cut.entry = begun->entry;
    cut.act = [act = begun->act](WriteCall &write, Tx &tx, const std::function<void()> &deny) -> AdminResult {
        const auto row = credential_rows::find(tx, write.parameter("credential_id"));
        if (!row)
            return notFound(u"credential"_s);
        const auto next = life_cycle::suspended(*row, write.now);
        if (!next)
            return tl::make_unexpected(conflict(next.error()));
        deny();
        credential_rows::put(tx, *next);
        const Credential credential = life_cycle::present(*next, write.now);
        write.audit(tx,
                    eventOf(act, u"credential.suspend"_s, credential,
                            toText(life_cycle::stateAt(*row, write.now)), toText(credential.state)),
                    ChangeKind::Credential, {credential.id, credential.partnerId});
        return replyVersioned(credential, credential.version);
    };
    cut.notDurable = [](const WriteCall &, bool noted) -> AdminResult {
        return tl::make_unexpected(notStored(noted));
    };
    runCut(begun->call, std::move(cut), respond);
}

void credentialRevoke(std::shared_ptr<AdminCall> call, Responder respond)
{
    Acted<Begun> begun = begin(*call, JournalEntry::Cut::Credential, call->parameter("credential_id"));
    if (!begun)
        return answer(*call, respond, std::move(begun.error()));
    auto receipt = std::make_shared<RevocationReceipt>();
    auto run = std::make_shared<RevocationProbe::Run>();
    AdminContext &context = call->context;
    const std::shared_ptr<WriteCall> write = begun->call;
    Cut cut;
    cut.entry = begun->entry;
    cut.before = [&context, run, receipt, id = cut.entry.id] {
        if (context.liveTokens)
            receipt->tokensCut = context.liveTokens->count(id16Of(id), context.clock.now().wall);
        if (!context.probe)
            return;
        *run = context.probe->begin(id16Of(id), 0);
        if (!run->token.isEmpty())
            run->before = context.probe->ask(*run);
    };
    cut.act = [act = begun->act, receipt](WriteCall &inner, Tx &tx,
                                          const std::function<void()> &deny) -> AdminResult {
        const auto row = credential_rows::find(tx, inner.parameter("credential_id"));
        if (!row)
            return notFound(u"credential"_s);
        const auto next = life_cycle::revoked(*row, inner.actor.account, act.reason, inner.now);
        if (!next)
            return tl::make_unexpected(conflict(next.error()));
        deny();
        receipt->effectiveAt = inner.context.now();
        credential_rows::put(tx, *next);
        receipt->credential = life_cycle::present(*next, inner.now);
        receipt->durable = true;
        inner.audit(tx,
                    eventOf(act, u"credential.revoke"_s, receipt->credential,
                            toText(life_cycle::stateAt(*row, inner.now)), u"revoked"_s),
                    ChangeKind::Credential, {receipt->credential.id, receipt->credential.partnerId});
        return replyVersioned(*receipt, receipt->credential.version);
    };
    cut.notDurable = [&context, receipt](const WriteCall &inner, bool noted) -> AdminResult {
        if (!noted)
            return tl::make_unexpected(notStored(false));
        receipt->effectiveAt = context.now();
        receipt->durable = false;
        // The store may still be able to tell what it was; else the policy is all that is known.
        const QString id = inner.parameter("credential_id");
        const auto row = context.store.readNow<std::optional<CredentialRow>>(
            [&id](Tx &tx) { return credential_rows::find(tx, id); });
        if (!row || !*row)
            return tl::make_unexpected(notStored(true));
        receipt->credential = life_cycle::present(**row, inner.now);
        receipt->credential.state = CredentialState::Revoked;
        AdminReply reply = replyWith(*receipt, 202);
        reply.headers.set("X-Refused-Not-Durable", "1");
        return reply;
    };
    cut.after = [&context, run, receipt, write](AdminReply &reply) {
        if (!run->token.isEmpty()) {
            run->after = context.probe->ask(*run);
            receipt->proof = RevocationProbe::proofOf(*run);
            reply.body = jsonBytes(*receipt);
        }
        if (receipt->durable && !run->token.isEmpty())
            recordProof(write, *receipt);
    };
    runCut(write, std::move(cut), respond);
}

} // namespace pc::platform::handlers
