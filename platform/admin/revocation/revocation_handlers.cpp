// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/revocation_handlers.h"

#include "contract/rules/act_refusal.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/admin/revocation/proof_recording.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/gateway/revocation_proofs.h"
#include "platform/oauth/live_tokens.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/rows/revocation_rows.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// A revocation. Denied at once, and journaled when the store cannot take it, unless the stored rule says
/// that it will be refused. (Not the rule in force: what is closed already, and not stored yet, is answered
/// like the first.)
PreparedWrite revocationOf(const AdminContext &context, const JournalEntry &entry, bool accepted,
                           PreparedWrite::Act act)
{
    const auto waiting = context.backlog.waiting(); // the same again, which the store has not taken
    const bool again = std::any_of(waiting.begin(), waiting.end(), [&entry](const auto &each) {
        return isSameRevocation(each.entry, entry);
    });
    PreparedWrite write{std::move(act), PreparedWrite::Course::Urgent};
    // What waits for its turn to open it again came before, and must not come after.
    if (accepted || again || context.reopenings.isWaiting(entry))
        denyFirst(write, entry);
    return write;
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

WriteResult freeze(const WriteCall &call, const ActRequest &act, Tx &tx)
{
    auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(u"partner"_s);
    if (const auto code = pc::rules::refusalOf(Op::PartnerFreeze, pc::rules::factsOf(*partner)))
        return refuse(*code, u"The partner is frozen or offboarded already"_s);
    partner->status = PartnerStatus::Frozen;
    return storeAct(call, tx, *partner, AuditAction::PartnerFreeze, {u"status"_s, u"active"_s, u"frozen"_s},
                    act);
}

/// `now`: by which it is judged.
WriteResult suspend(const WriteCall &call, const ActRequest &act, const QDateTime &now, Tx &tx)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    const auto next = life_cycle::suspended(*row, now);
    if (!next)
        return conflict(next.error());
    const Credential credential = life_cycle::present(*next, now);
    return storeCredential(tx, *next,
                           eventOf(act, AuditAction::CredentialSuspend, credential,
                                   toText(life_cycle::stateAt(*row, now)), toText(credential.state)),
                           replyVersioned(credential, credential.version));
}

/// `receipt`: what was known before the store was asked.
WriteResult revoke(const WriteCall &call, const ActRequest &act, RevocationReceipt receipt, Tx &tx)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    const auto next = life_cycle::revoked(*row, call.actor.account, act.reason, call.now);
    if (!next)
        return conflict(next.error());
    receipt.effectiveAt = call.deniedAt;
    receipt.credential = life_cycle::present(*next, call.now);
    revocation_rows::put(tx, receipt);
    return storeCredential(tx, *next,
                           eventOf(act, AuditAction::CredentialRevoke, receipt.credential,
                                   toText(life_cycle::stateAt(*row, call.now)), u"revoked"_s),
                           replyVersioned(receipt, receipt.credential.version));
}

/// The answer to a revocation that the journal has and the store has not: by what was read `before`.
AdminResult journaledReceipt(const WriteCall &call, RevocationReceipt receipt, const Glance &before,
                             bool journaled)
{
    using namespace std::chrono_literals;
    const bool hangs = call.context.store.writingFor() > 1s; // its readers may hang too
    const std::optional<CredentialRow> row = before.row(hangs ? 0ms : 500ms);
    if (!journaled || !row)
        return notStored(journaled);
    receipt.effectiveAt = call.deniedAt;
    receipt.credential = life_cycle::present(*row, call.now);
    receipt.credential.state = CredentialState::Revoked;
    receipt.durable = false;
    AdminReply reply = replyWith(receipt, 202);
    reply.headers.set("X-Refused-Not-Durable", "1");
    return reply;
}

} // namespace

AdminExpected<PreparedWrite> partnerFreeze(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    const JournalEntry entry = journalEntry(call, JournalEntry::Kind::Freeze, call.parameter("partner_id"),
                                            act->reason, act->ticket);
    const auto known = call.context.policy.current()->storedPartner(entry.id);
    return revocationOf(call.context, entry, known && foreseen::mayFreeze(*known),
                        [act = *act](const WriteCall &asked, Tx &tx) { return freeze(asked, act, tx); });
}

AdminExpected<PreparedWrite> credentialSuspend(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    const JournalEntry entry = journalEntry(call, JournalEntry::Kind::Suspend,
                                            call.parameter("credential_id"), act->reason, act->ticket);
    const auto known = call.context.policy.current()->storedCredential(id16Of(entry.id));
    const QDateTime now = call.context.settledAt(call.now);
    return revocationOf(
        call.context, entry, known && foreseen::maySuspend(*known, instantOf(now)),
        [act = *act, now](const WriteCall &asked, Tx &tx) { return suspend(asked, act, now, tx); });
}

AdminExpected<PreparedWrite> credentialRevoke(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    AdminContext &context = call.context;
    const QString id = call.parameter("credential_id");
    const JournalEntry entry =
        journalEntry(call, JournalEntry::Kind::Credential, id, act->reason, act->ticket);
    RevocationReceipt receipt;
    if (context.liveTokens)
        receipt.tokensEnded = context.liveTokens->count(id16Of(id), context.clock.now().wall);
    if (context.proofs)
        receipt.proof = context.proofs->prepared(id).value_or(RevocationProof());
    const auto known = context.policy.current()->storedCredential(id16Of(id));
    PreparedWrite write = revocationOf(
        context, entry, known && foreseen::mayRevoke(*known),
        [act = *act, receipt](const WriteCall &asked, Tx &tx) { return revoke(asked, act, receipt, tx); });
    write.unstored = [receipt, before = Glance::at(context, id)](const WriteCall &asked, bool journaled) {
        return journaledReceipt(asked, receipt, *before, journaled);
    };
    write.acknowledged = proveRevocation;
    return write;
}

} // namespace pc::platform::handlers
