// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/revocation_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/write_call.h"
#include "platform/admin/revocation/access_revocation.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/admin/revocation/proof_recording.h"
#include "platform/admin/revocation/revocation_backlog.h"
#include "platform/admin/revocation/revocation_proofs.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/oauth/live_tokens.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/rows/revocation_rows.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

void answer(const AdminCall &call, const Responder &respond, AdminProblem problem)
{
    respond(toHttp(call.request, tl::make_unexpected(std::move(problem))));
}

AdminProblem conflict(const life_cycle::Refusal &refusal)
{
    return problem(refusal.code, u"The credential's state does not allow this"_s, refusal.detail);
}

/// What all revocations share: everything that needs no store was looked at.
struct Prepared
{
    std::shared_ptr<WriteCall> call;
    ActRequest act;
    JournalEntry entry;
};
AdminExpected<Prepared> prepare(const AdminCall &call, JournalEntry::Kind kind, const QString &id)
{
    AdminExpected<std::shared_ptr<WriteCall>> write = beginWrite(call);
    if (!write)
        return tl::make_unexpected(write.error());
    const AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(act.error());
    return Prepared{std::move(*write), *act, journalEntry(call, kind, id, act->reason, act->ticket)};
}

/// Denied at once, and journaled when the store cannot take it, unless the stored rule says that it will be
/// refused. (Not the rule in force: what is closed already, and not stored yet, is answered like the first.)
void shut(AccessRevocation &revocation, const Prepared &prepared, bool accepted)
{
    const auto waiting =
        prepared.call->context.backlog.waiting(); // the same again, which the store has not taken
    const bool again = std::any_of(waiting.begin(), waiting.end(), [&prepared](const auto &each) {
        return isSameRevocation(each.entry, prepared.entry);
    });
    // What waits for its turn to open it again came before, and must not come after.
    if (!accepted && !again && !prepared.call->context.reopenings.isWaiting(prepared.entry))
        return;
    revocation.narrowing = narrowings::of(prepared.entry);
    revocation.entry = prepared.entry;
}

AuditEvent eventOf(const ActRequest &act, AuditAction action, const Credential &credential,
                   const QString &before, const QString &after)
{
    AuditEvent event = eventAbout(action, credential.id, credential.name, credential.partnerId);
    event.changes = {{u"state"_s, before, after}};
    event.reason = act.reason;
    event.ticket = act.ticket;
    return event;
}

/// The credential as it was before, read beside the revocation for an answer that has to come without the
/// store: readers go on when the writer hangs.
class Glance
{
public:
    static std::shared_ptr<Glance> at(AdminContext &context, const QString &credentialId)
    {
        auto glance = std::make_shared<Glance>();
        using Row = std::optional<CredentialRow>;
        context.store.read<Row>([credentialId](Tx &tx) { return credential_rows::find(tx, credentialId); },
                                [glance](const StoreResult<Row> &row) {
                                    const std::lock_guard lock(glance->m_mutex);
                                    if (row)
                                        glance->m_row = *row;
                                    glance->m_hasCome = true;
                                    glance->m_come.notify_all();
                                });
        return glance;
    }
    /// A store that refused at once may have been quicker than its reader.
    [[nodiscard]] std::optional<CredentialRow> row(std::chrono::milliseconds patience) const
    {
        std::unique_lock lock(m_mutex);
        m_come.wait_for(lock, patience, [this] { return m_hasCome; });
        return m_row;
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_come;
    bool m_hasCome = false;
    std::optional<CredentialRow> m_row;
};

void publishCredential(WriteCall &call, Tx &tx, const CredentialRow &row)
{
    credential_rows::put(tx, row);
    const CredentialRule rule = ruleOf(row);
    call.publish = [rule](const Policy &policy) { return policy.withCredential(rule); };
}

} // namespace

void partnerFreeze(std::shared_ptr<AdminCall> call, Responder respond)
{
    AdminExpected<Prepared> prepared =
        prepare(*call, JournalEntry::Kind::Freeze, call->parameter("partner_id"));
    if (!prepared)
        return answer(*call, respond, std::move(prepared.error()));
    AccessRevocation revocation;
    const auto known = call->context.policy.current()->storedPartner(prepared->entry.id);
    shut(revocation, *prepared, known && foreseen::mayFreeze(*known));
    revocation.act = [act = prepared->act](WriteCall &write, Tx &tx) -> AdminResult {
        auto partner = partner_rows::find(tx, write.parameter("partner_id"), write.now);
        if (!partner)
            return notFound(u"partner"_s);
        if (partner->status != PartnerStatus::Active)
            return refuse(ProblemCode::PartnerNotActive, u"The partner is frozen or offboarded already"_s);
        partner->status = PartnerStatus::Frozen;
        partner->updatedAt = write.now;
        partner->version += 1;
        partner_rows::update(tx, *partner);
        const Grant grant = catalogue_rows::grant(tx, partner->id).value_or(Grant{});
        const PartnerRule rule =
            ruleOf(*partner, grant, catalogue_rows::plan(tx, grant.planId).value_or(Plan{}));
        write.publish = [rule](const Policy &policy) { return policy.withPartner(rule); };
        AuditEvent event = eventAbout(AuditAction::PartnerFreeze, partner->id, partner->name, partner->id);
        event.changes = {{u"status"_s, u"active"_s, u"frozen"_s}};
        event.reason = act.reason;
        event.ticket = act.ticket;
        write.audit(tx, event, ChangeKind::Partner);
        return replyVersioned(*partner, partner->version);
    };
    revocation.unstored = [](const WriteCall &, bool journaled) { return notStored(journaled); };
    revokeAccess(prepared->call, std::move(revocation), respond);
}

void credentialSuspend(std::shared_ptr<AdminCall> call, Responder respond)
{
    AdminExpected<Prepared> prepared =
        prepare(*call, JournalEntry::Kind::Suspend, call->parameter("credential_id"));
    if (!prepared)
        return answer(*call, respond, std::move(prepared.error()));
    AccessRevocation revocation;
    const auto known = call->context.policy.current()->storedCredential(id16Of(prepared->entry.id));
    const QDateTime now = call->context.settledAt(call->now);
    shut(revocation, *prepared, known && foreseen::maySuspend(*known, instantOf(now)));
    revocation.act = [act = prepared->act, now](WriteCall &write, Tx &tx) -> AdminResult {
        const auto row = credential_rows::find(tx, write.parameter("credential_id"));
        if (!row)
            return notFound(u"credential"_s);
        const auto next = life_cycle::suspended(*row, now);
        if (!next)
            return tl::make_unexpected(conflict(next.error()));
        publishCredential(write, tx, *next);
        const Credential credential = life_cycle::present(*next, now);
        write.audit(tx,
                    eventOf(act, AuditAction::CredentialSuspend, credential,
                            toText(life_cycle::stateAt(*row, now)), toText(credential.state)),
                    ChangeKind::Credential);
        return replyVersioned(credential, credential.version);
    };
    revocation.unstored = [](const WriteCall &, bool journaled) { return notStored(journaled); };
    revokeAccess(prepared->call, std::move(revocation), respond);
}

void credentialRevoke(std::shared_ptr<AdminCall> call, Responder respond)
{
    const QString id = call->parameter("credential_id");
    AdminExpected<Prepared> prepared = prepare(*call, JournalEntry::Kind::Credential, id);
    if (!prepared)
        return answer(*call, respond, std::move(prepared.error()));
    AdminContext &context = call->context;
    auto receipt = std::make_shared<RevocationReceipt>();
    if (context.liveTokens)
        receipt->tokensCut = context.liveTokens->count(id16Of(id), context.clock.now().wall);
    if (context.proofs)
        receipt->proof = context.proofs->prepared(id).value_or(RevocationProof());

    AccessRevocation revocation;
    const auto known = context.policy.current()->storedCredential(id16Of(id));
    shut(revocation, *prepared, known && foreseen::mayRevoke(*known));
    revocation.act = [act = prepared->act, receipt](WriteCall &write, Tx &tx) -> AdminResult {
        const auto row = credential_rows::find(tx, write.parameter("credential_id"));
        if (!row)
            return notFound(u"credential"_s);
        const auto next = life_cycle::revoked(*row, write.actor.account, act.reason, write.now);
        if (!next)
            return tl::make_unexpected(conflict(next.error()));
        publishCredential(write, tx, *next);
        RevocationReceipt stored = *receipt;
        stored.effectiveAt = write.deniedAt;
        stored.credential = life_cycle::present(*next, write.now);
        revocation_rows::put(tx, stored);
        write.audit(tx,
                    eventOf(act, AuditAction::CredentialRevoke, stored.credential,
                            toText(life_cycle::stateAt(*row, write.now)), u"revoked"_s),
                    ChangeKind::Credential);
        return replyVersioned(stored, stored.credential.version);
    };
    revocation.unstored = [receipt, before = Glance::at(context, id)](const WriteCall &write,
                                                                      bool journaled) -> AdminResult {
        using namespace std::chrono_literals;
        const bool hangs = write.context.store.writingFor() > 1s; // its readers may hang too
        const std::optional<CredentialRow> row = before->row(hangs ? 0ms : 500ms);
        if (!journaled || !row)
            return notStored(journaled);
        RevocationReceipt unstored = *receipt;
        unstored.effectiveAt = write.deniedAt;
        unstored.credential = life_cycle::present(*row, write.now);
        unstored.credential.state = CredentialState::Revoked;
        unstored.durable = false;
        AdminReply reply = replyWith(unstored, 202);
        reply.headers.set("X-Refused-Not-Durable", "1");
        return reply;
    };
    revocation.acknowledged = [write = prepared->call](AdminReply &) { proveRevocation(write); };
    revokeAccess(prepared->call, std::move(revocation), respond);
}

} // namespace pc::platform::handlers
