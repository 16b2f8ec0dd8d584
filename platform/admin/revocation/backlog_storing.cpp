// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/backlog_storing.h"

#include "platform/admin/api/settle_outcome.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/api/token_events.h"
#include "platform/core/decision/record_fields.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/operators/host_acts.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/history/stored_revocations.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

// Each stores what an entry says. Without an event: there was nothing left to change.

WriteOutcome freeze(Tx &tx, const JournalEntry &entry, const QDateTime &now)
{
    auto partner = partner_rows::find(tx, entry.id, now);
    if (!partner || partner->status == PartnerStatus::Offboarded)
        return {};
    // Also of one that is frozen: who closed it once more, and why, and a version that no earlier act fits.
    const QString was = toText(partner->status);
    partner->status = PartnerStatus::Frozen;
    partner->updatedAt = now;
    partner->version += 1;
    AuditEvent event = eventAbout(AuditAction::PartnerFreeze, partner->id, partner->name, partner->id);
    event.changes = {{u"status"_s, was, u"frozen"_s}};
    return storePartner(tx, *partner, catalogue_rows::grant(tx, partner->id).value_or(Grant{}), event);
}

life_cycle::Outcome<CredentialRow> after(const CredentialRow &row, const JournalEntry &entry,
                                         const QDateTime &now)
{
    if (entry.kind == JournalEntry::Kind::Credential)
        return life_cycle::revoked(row, entry.actor, entry.reason, entry.isVouched ? entry.at : now);
    if (entry.kind == JournalEntry::Kind::Suspend &&
        life_cycle::stateAt(row, now) == CredentialState::Suspended) {
        CredentialRow again = row; // who closed it once more, and why, and a version that no earlier act fits
        again.value.version += 1;
        return again;
    }
    if (entry.kind == JournalEntry::Kind::Suspend)
        return life_cycle::suspended(row, now);
    return life_cycle::generationEnded(row, entry.generation, now);
}

WriteOutcome closeCredential(Tx &tx, const JournalEntry &entry, const QDateTime &now)
{
    const auto row = credential_rows::find(tx, entry.id);
    const auto next = row ? after(*row, entry, now) : tl::make_unexpected(life_cycle::Refusal{});
    if (!next)
        return {};
    const AuditAction action = entry.kind == JournalEntry::Kind::Credential ? AuditAction::CredentialRevoke
                               : entry.kind == JournalEntry::Kind::Suspend  ? AuditAction::CredentialSuspend
                                                                            : AuditAction::CredentialGrace;
    AuditEvent event = eventAbout(action, row->value.id, row->value.name, row->value.partnerId);
    const QString was = toText(life_cycle::stateAt(*row, now));
    const QString is = toText(next->value.state);
    event.changes = {was == is && entry.kind == JournalEntry::Kind::Generation
                         ? FieldChange{u"generation"_s, QString::number(entry.generation), u"ended"_s}
                         : FieldChange{u"state"_s, was, is}};
    return storeCredential(tx, *next, {event});
}

WriteOutcome endSession(Tx &tx, const JournalEntry &entry)
{
    session_rows::removeChain(tx, entry.id);
    return outcomeOf(
        eventAbout(AuditAction::SessionEnd, entry.id, entry.isVouched ? entry.actor : QString(), {}),
        ChangeKind::Session);
}

WriteOutcome shutOperator(Tx &tx, const JournalEntry &entry, const QDateTime &now)
{
    const auto shut = operator_accounts::shut(tx, entry.id, now);
    return shut && shut->event ? outcomeOf(*shut->event) : WriteOutcome();
}

WriteOutcome removeGateway(const JournalEntry &entry)
{
    AuditEvent event = eventAbout(AuditAction::GatewayRemove, entry.id, entry.id, {});
    event.source = u"local"_s;
    return outcomeOf(event);
}

WriteOutcome denyToken(Tx &tx, const JournalEntry &entry, TokenEvents &events)
{
    const DeniedToken token{entry.id.toUtf8(), instantOf(entry.until.value_or(entry.at))};
    if (!denied_token_rows::put(tx, token, entry.actor))
        return {};
    const auto row = credential_rows::find(tx, entry.actor);
    const QString partner = row ? row->value.partnerId : QString();
    const auto room = events.room(tx, partner, 1);
    if (!room)
        return {};
    AuditEvent event = eventAbout(AuditAction::TokenRevoke, entry.actor, {}, partner);
    event.changes = {{u"generation"_s, {}, QString::number(entry.generation)},
                     {u"token_digest"_s, {}, tokenDigest(entry.id.toUtf8())}};
    event.changes += *room;
    return outcomeOf(event);
}

WriteOutcome store(AdminContext &context, Tx &tx, const JournalEntry &entry)
{
    const QDateTime now = context.now();
    switch (entry.kind) {
    case JournalEntry::Kind::Freeze:
        return freeze(tx, entry, now);
    case JournalEntry::Kind::Operator:
        return shutOperator(tx, entry, now);
    case JournalEntry::Kind::Session:
        return endSession(tx, entry);
    case JournalEntry::Kind::Gateway:
        return removeGateway(entry);
    case JournalEntry::Kind::Token:
        return denyToken(tx, entry, context.tokenEvents);
    default:
        return closeCredential(tx, entry, context.settledAt(now));
    }
}

/// By whom, why and since when, as far as somebody vouches for it.
AuditEvent byTheJournal(AuditEvent event, const JournalEntry &entry, const QDateTime &now)
{
    const QString requestId = stored_revocations::requestIdOf(entry); // by which it is known
    if (entry.kind == JournalEntry::Kind::Operator && entry.isVouched)
        return host_acts::byTheHost(std::move(event), now, entry.actor, requestId);
    event.at = now;
    event.actorRole = entry.actorRole;
    event.requestId = requestId;
    if (!entry.isVouched) {
        event.actor = u"platform"_s;
        event.source = u"journal"_s;
        return event;
    }
    event.actor = entry.actor;
    event.reason = entry.reason;
    event.ticket = entry.ticket;
    event.changes.append(inForceSince(entry.at));
    return event;
}

/// What counts by memory follows the store: an account that is disabled there has no sessions left that
/// could live again when it is enabled, and a gateway that the log has as removed is not known.
void followInMemory(AdminContext &context, Tx &tx, const JournalEntry &entry, bool isNew)
{
    if (entry.kind == JournalEntry::Kind::Gateway && isNew)
        tx.afterCommit([&context, name = entry.id] { (void)context.gateways.remove(name); });
    if (entry.kind != JournalEntry::Kind::Operator)
        return;
    const auto row = operator_rows::find(tx, entry.id);
    if (row && row->disabledAt)
        tx.afterCommit([&context, row = *row] { context.sessions.setOperator(row); });
}

/// However often it is asked for: its event names it.
void carryOutOnce(AdminContext &context, Tx &tx, const RevocationBacklog::Waiting &waiting)
{
    const bool isNew = !stored_revocations::has(tx, waiting.entry);
    tx.afterCommit([&context, waiting] { context.backlog.noteLogged(waiting); });
    WriteOutcome outcome = isNew ? store(context, tx, waiting.entry) : WriteOutcome();
    followInMemory(context, tx, waiting.entry, isNew);
    if (outcome.policy.empty() && waiting.ticket > 0) // the stored rule says so by now
        tx.afterCommit([&context, ticket = waiting.ticket] { context.policy.lift(ticket); });
    settleOutcome(
        context, tx, std::move(outcome),
        [&](AuditEvent event) { return byTheJournal(std::move(event), waiting.entry, context.now()); },
        waiting.ticket);
}

std::function<bool(Tx &)> jobFor(AdminContext &context, const RevocationBacklog::Waiting &waiting)
{
    return [&context, waiting](Tx &tx) {
        const bool waits = context.backlog.has(waiting); // else the store's own job came through meanwhile
        if (waits)
            carryOutOnce(context, tx, waiting);
        return waits;
    };
}

} // namespace

QList<JournalEntry> alreadyStored(Tx &tx, const QList<JournaledRevocation> &found,
                                  const JournalWitness &witness)
{
    QList<JournalEntry> stored;
    for (const JournaledRevocation &revocation : found) {
        const auto entry = asCarriedOut(revocation, witness.vouchesFor(revocation));
        if (entry && stored_revocations::has(tx, *entry))
            stored.append(revocation.entry);
    }
    return stored;
}

void storeBacklog(AdminContext &context)
{
    for (const RevocationBacklog::Waiting &waiting : context.backlog.waiting()) {
        if (context.store.writeNow<bool>(jobFor(context, waiting), Store::Urgency::Urgent))
            context.backlog.settle(waiting); // else the next second
    }
}

void storeSoon(AdminContext &context, const RevocationBacklog::Waiting &waiting)
{
    context.store.write<bool>(Store::Urgency::Urgent, jobFor(context, waiting),
                              [&context, waiting](const StoreResult<bool> &stored) {
                                  if (stored)
                                      context.backlog.settle(waiting); // else by storeBacklog()
                              });
}

void storeBacklogOf(AdminContext &context, Tx &tx, Reopenings::What what, const QString &id)
{
    for (const RevocationBacklog::Waiting &waiting : context.backlog.waiting()) {
        if (waiting.entry.id != id || Reopenings::closedBy(waiting.entry.kind) != what)
            continue;
        carryOutOnce(context, tx, waiting);
        tx.lastly([&context, waiting] {
            if (!context.history.owesLine()) // else it does not count as stored yet
                context.backlog.settle(waiting);
        });
    }
}

} // namespace pc::platform
