// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/access_revocation.h"

#include "platform/admin/api/write_call.h"
#include "platform/admin/revocation/answered_keys.h"
#include "platform/admin/revocation/backlog_storing.h"
#include "platform/admin/revocation/revocation_backlog.h"
#include "platform/core/policy/drain_watch.h"
#include "platform/domain/audit_diff.h"

#include <mutex>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// One revocation on its way: the store, the clock and the journal report to it, from threads of their own.
/// Keeps itself alive until all of them have.
class Running : public std::enable_shared_from_this<Running>
{
public:
    Running(std::shared_ptr<WriteCall> call, AccessRevocation revocation, Responder respond)
        : m_call(std::move(call)), m_revocation(std::move(revocation)), m_respond(std::move(respond))
    {
    }

    void begin();

private:
    enum class Journal { NotAsked, Asked, Written, Failed };
    void onStored(StoreResult<AdminResult> stored);
    void onNotStored(const StoreError &error, Journal journal);
    void onStoreTooSlow();
    void askJournal();
    void onJournaled(bool journaled);
    void onJournalTooSlow();
    void answerUnstored(bool journaled);
    /// The store has taken it, or refused it. Under the mutex.
    [[nodiscard]] bool storeHasSaid() const { return m_storeAnswered && !m_storeFailed; }
    [[nodiscard]] bool isKnown() const;
    void takeBack(AdminResult refusal);
    void lift();
    /// The first of the answers wins.
    void answerWhenDrained(qint64 number, AdminResult result, bool inForce);
    void answer(AdminResult result, bool inForce);
    [[nodiscard]] AuditEvent takenBackEvent(const AdminResult &refusal) const;
    [[nodiscard]] RevocationBacklog::Waiting waiting() const
    {
        return {*m_revocation.entry, m_call->narrowed.ticket};
    }

    const std::shared_ptr<WriteCall> m_call;
    AccessRevocation m_revocation; // as it is since begin()
    const Responder m_respond;
    std::mutex m_mutex;
    bool m_storeAnswered = false;          // guarded by m_mutex
    bool m_storeFailed = false;            // guarded by m_mutex
    Journal m_journal = Journal::NotAsked; // guarded by m_mutex
    bool m_told = false;                   // as closed, though not stored; guarded by m_mutex
    bool m_answered = false;               // guarded by m_mutex
};

void Running::begin()
{
    AdminContext &context = m_call->context;
    if (context.answered.has(m_call->actor.account, QString::fromLatin1(m_call->operation.id), m_call->key,
                             m_call->now)) {
        m_revocation.narrowing = {}; // the store answers as before, or refuses the key
        m_revocation.entry.reset();
    }
    if (m_revocation.entry)
        (void)context.reopenings.overtake(*m_revocation.entry);
    if (!m_revocation.narrowing.isEmpty())
        m_call->narrowed = context.policy.narrow(m_revocation.narrowing);
    m_call->deniedAt = context.now();
    context.store.write<AdminResult>(
        m_revocation.urgency,
        [self = shared_from_this()](Tx &tx) { return carryOut(self->m_call, tx, self->m_revocation.act); },
        [self = shared_from_this()](StoreResult<AdminResult> stored) { self->onStored(std::move(stored)); });
    if (m_revocation.entry)
        context.drains.after(context.settings.storePatience,
                             [self = shared_from_this()] { self->onStoreTooSlow(); });
}

/// There is something to keep shut: what does not exist is neither denied nor journaled.
bool Running::isKnown() const
{
    const PolicyRef policy = m_call->context.policy.current();
    const Narrowing &narrowing = m_revocation.narrowing;
    return narrowing.partner ? policy->partner(narrowing.partnerId) != nullptr
                             : policy->credential(narrowing.id16) != nullptr;
}

void Running::onStored(StoreResult<AdminResult> stored)
{
    Journal journal = Journal::NotAsked;
    bool told = false;
    {
        const std::lock_guard lock(m_mutex);
        m_storeAnswered = true;
        m_storeFailed = !stored;
        journal = m_journal;
        told = m_told;
    }
    if (!stored)
        return onNotStored(stored.error(), journal);
    if (told && !m_call->committed) {
        m_call->context.log.warning("revocation_told_before_its_refusal", {{"id", m_revocation.entry->id}});
        return storeSoon(m_call->context, waiting()); // what was told as closed is carried out
    }
    if (journal != Journal::NotAsked)
        m_call->context.backlog.settle(waiting());
    if (!m_call->committed)
        return takeBack(std::move(*stored));
    m_call->context.answered.add(m_call->actor.account, QString::fromLatin1(m_call->operation.id),
                                 m_call->key, m_call->now); // also what took nothing away: its key is used
    if (m_call->published == 0)
        lift();
    if (m_call->published > 0 && !m_call->widens)
        return answerWhenDrained(m_call->published, std::move(*stored), true);
    answer(std::move(*stored), true);
}

void Running::onNotStored(const StoreError &error, Journal journal)
{
    if (!m_revocation.entry || !isKnown()) {
        lift();
        return answer(tl::make_unexpected(storeProblem(error)), false);
    }
    m_call->context.log.error("revocation_not_stored", {{"id", m_revocation.entry->id}, {"why", error.text}});
    if (journal == Journal::NotAsked)
        askJournal();
    else if (journal == Journal::Failed)
        answerUnstored(false);
}

void Running::onStoreTooSlow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_storeAnswered)
            return;
    }
    if (!isKnown())
        return; // the store's answer is waited for
    m_call->context.log.warning("revocation_waits_for_the_store", {{"id", m_revocation.entry->id}});
    askJournal();
}

void Running::askJournal()
{
    m_call->context.drains.after(m_call->context.settings.journalPatience,
                                 [self = shared_from_this()] { self->onJournalTooSlow(); });
    const std::lock_guard lock(m_mutex); // onStored() finds it journaled, or keeps it from it
    if (m_journal != Journal::NotAsked || storeHasSaid())
        return;
    m_journal = Journal::Asked;
    m_call->context.backlog.note(
        waiting(), [self = shared_from_this()](bool journaled) { self->onJournaled(journaled); });
}

void Running::onJournaled(bool journaled)
{
    bool storeAnswered = false;
    {
        const std::lock_guard lock(m_mutex);
        m_journal = journaled ? Journal::Written : Journal::Failed;
        storeAnswered = m_storeAnswered;
    }
    // Not journaled: the store may still take it, and that is worth the rest of the patience.
    if (journaled || storeAnswered)
        answerUnstored(journaled);
}

/// Neither the store nor the journal has it, and the disk below both may hang for long: whoever revoked is
/// told what holds now. Either of them may still take it afterwards.
void Running::onJournalTooSlow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (storeHasSaid() || m_journal == Journal::Written || m_answered)
            return;
    }
    m_call->context.log.error("revocation_waits_for_the_journal", {{"id", m_revocation.entry->id}});
    answerUnstored(false);
}

void Running::answerUnstored(bool journaled)
{
    {
        const std::lock_guard lock(m_mutex);
        if (storeHasSaid())
            return; // and so the answer is on its way
        m_told = true;
    }
    answerWhenDrained(m_call->narrowed.number, m_revocation.unstored(*m_call, journaled), true);
}

AuditEvent Running::takenBackEvent(const AdminResult &refusal) const
{
    const Narrowing &narrowing = m_revocation.narrowing;
    const bool ofPartner = bool(narrowing.partner);
    const QString id = ofPartner ? narrowing.partnerId : u"crd_"_s + QString::fromLatin1(narrowing.id16);
    const auto credential = m_call->context.policy.current()->credential(narrowing.id16);
    const QString partnerId = ofPartner    ? narrowing.partnerId
                              : credential ? credential->partnerId
                                           : QString();
    AuditEvent event = eventAbout(AuditAction::RevocationTakenBack, id, id, partnerId);
    if (ofPartner)
        event.targetKind = toText(AuditSubject::Partner);
    event.changes = {{u"act"_s, QString::fromLatin1(m_call->operation.id), {}},
                     {u"in_force_since"_s, m_call->now.toString(Qt::ISODateWithMs), {}},
                     {u"refused_with"_s, {}, refusal ? u"replayed"_s : refusal.error().problem.code}};
    return event;
}

/// Not allowed, or a repetition of what was answered before: what was closed for it opens again. The event
/// comes first; but a store that cannot take it must not keep a door shut that nobody was to shut.
void Running::takeBack(AdminResult refusal)
{
    if (!m_call->narrowed.changed) {
        lift();
        return answer(std::move(refusal), false);
    }
    auto kept = std::make_shared<AdminResult>(std::move(refusal));
    m_call->context.store.write<bool>(
        Store::Urgency::Urgent,
        [self = shared_from_this(), kept](Tx &tx) {
            WriteCall &call = *self->m_call;
            call.changes.clear();
            const bool ofPartner = bool(self->m_revocation.narrowing.partner);
            const AuditEvent event = self->takenBackEvent(*kept);
            call.audit(tx, event, ofPartner ? ChangeKind::Partner : ChangeKind::Credential);
            return true;
        },
        [self = shared_from_this(), kept](const StoreResult<bool> &stored) {
            self->lift();
            self->m_call->context.feed.publish(self->m_call->changes);
            if (!stored)
                self->m_call->context.log.error("taken_back_without_event", {{"why", stored.error().text}});
            self->answer(std::move(*kept), false);
        });
}

void Running::lift()
{
    if (m_call->narrowed.ticket > 0)
        m_call->context.policy.lift(m_call->narrowed.ticket);
}

void Running::answerWhenDrained(qint64 number, AdminResult result, bool inForce)
{
    auto kept = std::make_shared<AdminResult>(std::move(result));
    m_call->context.drains.whenDrained(
        number, [self = shared_from_this(), kept, inForce, number](bool drained) {
            if (!drained)
                self->m_call->context.log.error("revocation_not_drained", {{"snapshot", number}});
            self->answer(std::move(*kept), inForce);
        });
}

void Running::answer(AdminResult result, bool inForce)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_answered, true))
            return;
    }
    if (inForce && result && m_revocation.acknowledged)
        m_revocation.acknowledged(*result);
    m_call->ticket.reset(); // before the answer: whoever has it may send the next request
    m_respond(toHttp(m_call->request, std::move(result)));
}

} // namespace

void revokeAccess(std::shared_ptr<WriteCall> call, AccessRevocation revocation, const Responder &respond)
{
    std::make_shared<Running>(std::move(call), std::move(revocation), respond)->begin();
}

void runWrite(std::shared_ptr<WriteCall> call, WriteHandler act, const Narrowing &narrowing,
              const Responder &respond)
{
    AccessRevocation revocation;
    if (!call->operation.ifMatch || !call->ifMatch.isEmpty()) // else it is refused for that, or replayed
        revocation.narrowing = narrowing;
    revocation.act = act;
    if (call->reopening) // what the journal still holds of the same came before
        revocation.act = [act](WriteCall &write, Tx &tx) {
            storeBacklogOf(write.context, tx, write.reopening->what(), write.reopening->id());
            return act(write, tx);
        };
    revocation.urgency = Store::Urgency::Ordinary;
    revokeAccess(std::move(call), std::move(revocation), respond);
}

} // namespace pc::platform
