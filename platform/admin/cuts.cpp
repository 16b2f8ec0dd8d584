// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/cuts.h"

#include "platform/admin/admin_api.h"
#include "platform/admin/audit_diff.h"
#include "platform/admin/credential_life_cycle.h"
#include "platform/admin/cut_worker.h"
#include "platform/admin/policy_rules.h"
#include "platform/store/audit_log.h"
#include "platform/store/partner_rows.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

void denyNow(AdminContext &context, const JournalEntry &entry)
{
    const PolicyHolder::Waited waited =
        context.policy.publishAndWait([&entry](const Policy &policy) { return withCut(policy, entry); });
    if (!waited.drained)
        context.log.error("cut_not_drained", {{"id", entry.id}, {"snapshot", waited.number}});
}

bool isKnown(const AdminContext &context, const JournalEntry &entry)
{
    const PolicyRef policy = context.policy.current();
    return entry.cut == JournalEntry::Cut::Freeze ? policy->partner(entry.id) != nullptr
                                                  : policy->credential(id16Of(entry.id)) != nullptr;
}

AdminResult cutWithoutStore(const std::shared_ptr<WriteCall> &call, const Cut &cut, const StoreError &error)
{
    AdminContext &context = call->context;
    if (!isKnown(context, cut.entry))
        return tl::make_unexpected(storeProblem(error));
    // The door first, the disk may hang. Once it is noted no other change of the policy opens it again, and
    // what came in between is undone by one more.
    denyNow(context, cut.entry);
    const bool noted = context.journal.add(cut.entry);
    context.policy.publish([](const Policy &policy) { return policy; });
    context.log.error("cut_not_stored", {{"id", cut.entry.id}, {"noted", noted}, {"why", error.text}});
    return cut.notDurable(*call, noted);
}

void perform(const std::shared_ptr<WriteCall> &call, const Cut &cut, const Responder &respond)
{
    AdminContext &context = call->context;
    if (cut.before)
        cut.before();
    bool replayed = false;
    const std::function<AdminResult(Tx &)> job = [&](Tx &tx) -> AdminResult {
        call->changes.clear();
        if (auto known = replay(*call, tx)) {
            tx.rollBack();
            replayed = true;
            return std::move(*known);
        }
        AdminResult result = cut.act(*call, tx, [&] { denyNow(context, cut.entry); });
        if (!result) {
            tx.rollBack();
            return result;
        }
        remember(*call, tx, *result);
        tx.afterCommit([call, &context] {
            if (call->publish)
                context.policy.publish(call->publish);
            context.feed.publish(call->changes);
        });
        return result;
    };
    StoreResult<AdminResult> stored = context.store.writeNow<AdminResult>(job, Store::Urgency::Cutting);
    AdminResult result = stored ? std::move(*stored) : cutWithoutStore(call, cut, stored.error());
    if (result && cut.after && !replayed)
        cut.after(*result);
    call->ticket.reset();
    respond(toHttp(call->request, std::move(result)));
}

/// The stored object of a journal entry, changed as the entry says; false when there is nothing left to
/// change.
bool applyEntry(Tx &tx, const JournalEntry &entry, const QDateTime &now, AuditEvent &event)
{
    if (entry.cut == JournalEntry::Cut::Freeze) {
        auto partner = partner_rows::find(tx, entry.id, now);
        if (!partner || partner->status != PartnerStatus::Active)
            return false;
        partner->status = PartnerStatus::Frozen;
        partner->updatedAt = now;
        partner->version += 1;
        partner_rows::update(tx, *partner);
        event = eventAbout(u"partner.freeze"_s, u"partner"_s, partner->id, partner->name, partner->id);
        event.changes = {{u"status"_s, u"active"_s, u"frozen"_s}};
        return true;
    }
    const auto row = credential_rows::find(tx, entry.id);
    if (!row)
        return false;
    const QString before = toText(life_cycle::stateAt(*row, now));
    life_cycle::Outcome<CredentialRow> next = tl::make_unexpected(life_cycle::Refusal{});
    switch (entry.cut) {
    case JournalEntry::Cut::Credential:
        next = life_cycle::revoked(*row, entry.actor, entry.reason, entry.at);
        event = eventAbout(u"credential.revoke"_s, u"credential"_s, row->value.id, row->value.name,
                           row->value.partnerId);
        break;
    case JournalEntry::Cut::Suspend:
        next = life_cycle::suspended(*row, now);
        event = eventAbout(u"credential.suspend"_s, u"credential"_s, row->value.id, row->value.name,
                           row->value.partnerId);
        break;
    default:
        // The one that was meant: another rotation may have begun meanwhile.
        if (!std::any_of(row->generations.cbegin(), row->generations.cend(),
                         [&entry](const GenerationRow &generation) {
                             return generation.value.number == entry.generation &&
                                    generation.value.state == GenerationState::Grace;
                         }))
            return false;
        next = life_cycle::graceMoved(*row, now, now);
        event = eventAbout(u"credential.grace"_s, u"credential"_s, row->value.id, row->value.name,
                           row->value.partnerId);
        break;
    }
    if (!next)
        return false;
    credential_rows::put(tx, *next);
    event.changes = {{u"state"_s, before, toText(next->value.state)}};
    return true;
}

} // namespace

void runCut(std::shared_ptr<WriteCall> call, Cut cut, const Responder &respond)
{
    CutWorker &worker = call->context.cuts;
    worker.post([call = std::move(call), cut = std::move(cut), respond] { perform(call, cut, respond); });
}

void applyJournal(AdminContext &context)
{
    const QList<JournalEntry> entries = context.journal.entries();
    for (const JournalEntry &entry : entries) {
        const std::function<bool(Tx &)> job = [&](Tx &tx) {
            AuditEvent event;
            if (!applyEntry(tx, entry, context.now(), event))
                return false;
            event.at = context.now();
            event.actor = entry.actor;
            event.actorRole = entry.actorRole;
            event.reason = entry.reason;
            event.ticket = entry.ticket;
            event.requestId = entry.requestId;
            event.changes.append({u"in_force_since"_s, {}, entry.at.toString(Qt::ISODateWithMs)});
            event = audit_log::append(tx, event);
            const ChangeKind kind =
                entry.cut == JournalEntry::Cut::Freeze ? ChangeKind::Partner : ChangeKind::Credential;
            tx.afterCommit([&context, kind, event] {
                context.feed.publish({Change{kind, {event.targetId}, event.id}});
            });
            return true;
        };
        if (context.store.writeNow<bool>(job, Store::Urgency::Cutting))
            context.journal.remove(entry);
    }
}

} // namespace pc::platform
