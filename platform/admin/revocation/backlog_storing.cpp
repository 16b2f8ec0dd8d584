// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/backlog_storing.h"

#include "platform/admin/api/stored_objects.h"
#include "platform/admin/api/token_events.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/history/stored_revocations.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// What storing an entry changed; nothing when there was nothing left to change.
struct Stored
{
    AuditEvent event;
    ChangeKind kind = ChangeKind::Credential;
    PolicyHolder::Change publish;
};
using MaybeStored = std::optional<Stored>;

MaybeStored freeze(Tx &tx, const JournalEntry &entry, const QDateTime &now)
{
    auto partner = partner_rows::find(tx, entry.id, now);
    if (!partner || partner->status == PartnerStatus::Offboarded)
        return {};
    // Also of one that is frozen: who closed it once more, and why, and a version that no earlier act fits.
    const QString was = toText(partner->status);
    partner->status = PartnerStatus::Frozen;
    partner->updatedAt = now;
    partner->version += 1;
    partner_rows::update(tx, *partner);
    const Grant grant = catalogue_rows::grant(tx, partner->id).value_or(Grant{});
    const PartnerRule rule = storedRule(tx, *partner, grant);
    Stored stored;
    stored.event = eventAbout(AuditAction::PartnerFreeze, partner->id, partner->name, partner->id);
    stored.event.changes = {{u"status"_s, was, u"frozen"_s}};
    stored.kind = ChangeKind::Partner;
    stored.publish = [rule](const Policy &policy) { return policy.withPartner(rule); };
    return stored;
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

MaybeStored closeCredential(Tx &tx, const JournalEntry &entry, const QDateTime &now)
{
    const auto row = credential_rows::find(tx, entry.id);
    const auto next = row ? after(*row, entry, now) : tl::make_unexpected(life_cycle::Refusal{});
    if (!next)
        return {};
    credential_rows::put(tx, *next);
    const AuditAction action = entry.kind == JournalEntry::Kind::Credential ? AuditAction::CredentialRevoke
                               : entry.kind == JournalEntry::Kind::Suspend  ? AuditAction::CredentialSuspend
                                                                            : AuditAction::CredentialGrace;
    const CredentialRule rule = ruleOf(*next);
    Stored stored;
    stored.event = eventAbout(action, row->value.id, row->value.name, row->value.partnerId);
    const QString was = toText(life_cycle::stateAt(*row, now));
    const QString is = toText(next->value.state);
    stored.event.changes = {was == is && entry.kind == JournalEntry::Kind::Generation
                                ? FieldChange{u"generation"_s, QString::number(entry.generation), u"ended"_s}
                                : FieldChange{u"state"_s, was, is}};
    stored.publish = [rule](const Policy &policy) { return policy.withCredential(rule); };
    return stored;
}

MaybeStored endSession(Tx &tx, const JournalEntry &entry)
{
    session_rows::removeChain(tx, entry.id);
    Stored stored;
    stored.kind = ChangeKind::Session;
    stored.event =
        eventAbout(AuditAction::SessionEnd, entry.id, entry.isVouched ? entry.actor : QString(), {});
    return stored;
}

/// Of nobody on the host, as operator_accounts::disable() would say.
MaybeStored disableUnvouched(Tx &tx, const JournalEntry &entry, const QDateTime &now)
{
    auto row = operator_rows::find(tx, entry.id);
    if (!row || row->disabledAt)
        return {};
    row->disabledAt = now;
    operator_rows::put(tx, *row);
    session_rows::removeAccount(tx, entry.id);
    Stored stored;
    stored.kind = ChangeKind::Audit;
    stored.event = eventAbout(AuditAction::OperatorDisable, entry.id, entry.id, {});
    stored.event.changes = {{u"status"_s, u"enabled"_s, u"disabled"_s}};
    return stored;
}

MaybeStored removeGateway(const JournalEntry &entry)
{
    Stored stored;
    stored.kind = ChangeKind::Audit;
    stored.event = eventAbout(AuditAction::GatewayRemove, entry.id, entry.id, {});
    stored.event.source = u"local"_s;
    return stored;
}

MaybeStored denyToken(Tx &tx, const JournalEntry &entry, TokenEvents &events)
{
    const DeniedToken token{entry.id.toUtf8(), instantOf(entry.until.value_or(entry.at))};
    if (!denied_token_rows::put(tx, token, entry.actor))
        return {};
    const auto row = credential_rows::find(tx, entry.actor);
    const QString partner = row ? row->value.partnerId : QString();
    const auto room = events.room(tx, partner, 1);
    if (!room)
        return {};
    Stored stored;
    stored.kind = ChangeKind::Audit;
    stored.event = eventAbout(AuditAction::TokenRevoke, entry.actor, {}, partner);
    stored.event.changes = {{u"generation"_s, {}, QString::number(entry.generation)}};
    stored.event.changes += *room;
    return stored;
}

MaybeStored store(AdminContext &context, Tx &tx, const JournalEntry &entry)
{
    const QDateTime now = context.now();
    if (entry.kind == JournalEntry::Kind::Operator && !entry.isVouched)
        return disableUnvouched(tx, entry, now);
    switch (entry.kind) {
    case JournalEntry::Kind::Freeze:
        return freeze(tx, entry, now);
    case JournalEntry::Kind::Operator:
        if (const auto changed = operator_accounts::disable(tx, entry.id, now, entry.actor, // with its event
                                                            stored_revocations::requestIdOf(entry)))
            context.feed.publishAfter(tx, changed->events);
        return {};
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
void sayWhose(AuditEvent &event, const JournalEntry &entry)
{
    event.actorRole = entry.actorRole;
    event.requestId = stored_revocations::requestIdOf(entry); // by which it is known
    if (!entry.isVouched) {
        event.actor = u"platform"_s;
        event.source = u"journal"_s;
        return;
    }
    event.actor = entry.actor;
    event.reason = entry.reason;
    event.ticket = entry.ticket;
    event.changes.append(inForceSince(entry.at));
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

void record(AdminContext &context, Tx &tx, const RevocationBacklog::Waiting &waiting, Stored stored)
{
    AuditEvent &event = stored.event;
    event.at = context.now();
    sayWhose(event, waiting.entry);
    event = audit_log::append(tx, event);
    tx.afterCommit([&context, stored, ticket = waiting.ticket] {
        if (stored.publish)
            context.policy.publish(stored.publish, ticket);
        context.feed.publish({changeOf(stored.kind, stored.event)});
    });
}

/// However often it is asked for: its event names it.
void carryOutOnce(AdminContext &context, Tx &tx, const RevocationBacklog::Waiting &waiting)
{
    const bool isNew = !stored_revocations::has(tx, waiting.entry);
    tx.afterCommit([&context, waiting] { context.backlog.noteLogged(waiting); });
    MaybeStored stored = isNew ? store(context, tx, waiting.entry) : MaybeStored();
    followInMemory(context, tx, waiting.entry, isNew);
    if (stored)
        return record(context, tx, waiting, std::move(*stored));
    if (waiting.ticket > 0) // the stored rule says so by now
        tx.afterCommit([&context, ticket = waiting.ticket] { context.policy.lift(ticket); });
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
