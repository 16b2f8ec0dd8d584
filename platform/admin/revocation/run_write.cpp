// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/run_write.h"

#include "platform/admin/api/answered_keys.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/api/settle_outcome.h"
#include "platform/admin/revocation/backlog_storing.h"
#include "platform/admin/revocation/keeping_course.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/core/policy/drain_watch.h"
#include "platform/domain/audit_diff.h"

#include <mutex>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// One write on its way: the store, the clock and the journal report to it, from threads of their own. Keeps
/// itself alive until all of them have.
class WriteRun : public std::enable_shared_from_this<WriteRun>
{
public:
    WriteRun(std::shared_ptr<RunningWrite> write, Responder respond)
        : m_write(std::move(write)), m_respond(std::move(respond))
    {
    }

    void begin();

private:
    using Next = KeepingCourse::Next;
    void onStored(StoreResult<AdminResult> stored);
    void onNotStored(const StoreError &error, Next next);
    void onStoreTooSlow();
    void askJournal();
    void onJournaled(bool journaled);
    void onJournalTooSlow();
    void answerUnstored(bool journaled);
    [[nodiscard]] AdminResult unstored(bool journaled) const
    {
        return prepared().unstored ? prepared().unstored(call(), journaled) : notStored(journaled);
    }
    [[nodiscard]] bool isKnown() const;
    void takeBack(AdminResult refusal);
    void lift();
    /// The first of the answers wins.
    void answerWhenDrained(qint64 number, AdminResult result, bool inForce);
    void answer(AdminResult result, bool inForce);
    [[nodiscard]] AuditEvent takenBackEvent(const AdminResult &refusal) const;
    [[nodiscard]] RevocationBacklog::Waiting waiting() const
    {
        return {*prepared().entry, m_write->narrowed.ticket};
    }
    [[nodiscard]] const WriteCall &call() const { return m_write->call; }
    [[nodiscard]] AdminContext &context() const { return m_write->call.context; }
    [[nodiscard]] const PreparedWrite &prepared() const { return m_write->prepared; } // as since begin()

    const std::shared_ptr<RunningWrite> m_write;
    const Responder m_respond;
    std::mutex m_mutex;
    KeepingCourse m_course;  // the store "has" what it refused, too; guarded by m_mutex
    bool m_told = false;     // as closed, though not stored; guarded by m_mutex
    bool m_answered = false; // guarded by m_mutex
};

Store::Urgency urgencyOf(const PreparedWrite &write)
{
    if (write.course == PreparedWrite::Course::Urgent)
        return Store::Urgency::Urgent;
    return write.isLong ? Store::Urgency::Yielding : Store::Urgency::Ordinary;
}

void WriteRun::begin()
{
    PreparedWrite &prepared = m_write->prepared;
    // The store answers as before, or refuses the key.
    const bool isKnownKey = context().answered.has(
        call().actor.account, QString::fromLatin1(call().operation.id), call().key, call().now);
    if (isKnownKey || call().lacksVersion()) {
        prepared.narrowing = {};
        prepared.entry.reset();
    }
    if (prepared.entry)
        (void)context().reopenings.overtake(*prepared.entry);
    if (!prepared.narrowing.isEmpty())
        m_write->narrowed = context().policy.narrow(prepared.narrowing);
    m_write->call.deniedAt = context().now();
    context().store.write<AdminResult>(
        urgencyOf(prepared), [self = shared_from_this()](Tx &tx) { return carryOut(self->m_write, tx); },
        [self = shared_from_this()](StoreResult<AdminResult> stored) { self->onStored(std::move(stored)); });
    if (prepared.entry)
        context().drains.after(context().settings.storePatience,
                               [self = shared_from_this()] { self->onStoreTooSlow(); });
}

/// There is something to keep shut: what does not exist is neither denied nor journaled.
bool WriteRun::isKnown() const
{
    const PolicyRef policy = context().policy.current();
    const Narrowing &narrowing = prepared().narrowing;
    return narrowing.partner ? policy->partner(narrowing.partnerId) != nullptr
                             : policy->credential(narrowing.id16) != nullptr;
}

void WriteRun::onStored(StoreResult<AdminResult> stored)
{
    Next next = Next::Nothing;
    bool isJournalAsked = false;
    bool told = false;
    {
        const std::lock_guard lock(m_mutex);
        next = stored ? m_course.storeHas() : m_course.storeFailed();
        isJournalAsked = m_course.isJournalAsked();
        told = m_told;
    }
    if (!stored)
        return onNotStored(stored.error(), next);
    if (told && !m_write->committed) {
        context().log.warning("revocation_told_before_its_refusal", {{"id", prepared().entry->id}});
        return storeSoon(context(), waiting()); // what was told as closed is carried out
    }
    if (isJournalAsked)
        context().backlog.settle(waiting());
    if (!m_write->committed)
        return takeBack(std::move(*stored));
    context().answered.add(call().actor.account, QString::fromLatin1(call().operation.id), call().key,
                           call().now); // also what took nothing away: its key is used
    if (m_write->published == 0)
        lift();
    if (m_write->published > 0 && !m_write->widens)
        return answerWhenDrained(m_write->published, std::move(*stored), true);
    answer(std::move(*stored), true);
}

void WriteRun::onNotStored(const StoreError &error, Next next)
{
    if (!prepared().entry || !isKnown()) {
        lift();
        return answer(tl::make_unexpected(storeProblem(error)), false);
    }
    context().log.error("revocation_not_stored", {{"id", prepared().entry->id}, {"why", error.text}});
    if (next == Next::AskJournal)
        askJournal();
    else if (next == Next::TellNowhere)
        answerUnstored(false);
}

void WriteRun::onStoreTooSlow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_course.storeIsSlow() != Next::AskJournal)
            return;
    }
    if (!isKnown())
        return; // the store's answer is waited for
    context().log.warning("revocation_waits_for_the_store", {{"id", prepared().entry->id}});
    askJournal();
}

void WriteRun::askJournal()
{
    context().drains.after(context().settings.journalPatience,
                           [self = shared_from_this()] { self->onJournalTooSlow(); });
    const std::lock_guard lock(m_mutex); // onStored() finds it journaled, or keeps it from it
    if (!m_course.askJournal())
        return;
    context().backlog.note(waiting(),
                           [self = shared_from_this()](bool journaled) { self->onJournaled(journaled); });
}

void WriteRun::onJournaled(bool journaled)
{
    Next next = Next::Nothing;
    {
        const std::lock_guard lock(m_mutex);
        next = journaled ? m_course.journalHas() : m_course.journalFailed();
    }
    if (next != Next::Nothing)
        answerUnstored(next == Next::TellJournaled);
}

/// Neither the store nor the journal has it, and the disk below both may hang for long: whoever revoked is
/// told what holds now. Either of them may still take it afterwards.
void WriteRun::onJournalTooSlow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_answered || m_course.journalIsSlow() == Next::Nothing)
            return;
    }
    context().log.error("revocation_waits_for_the_journal", {{"id", prepared().entry->id}});
    answerUnstored(false);
}

void WriteRun::answerUnstored(bool journaled)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_course.isStored())
            return; // and so the answer is on its way
        m_told = true;
    }
    answerWhenDrained(m_write->narrowed.number, unstored(journaled), true);
}

AuditEvent WriteRun::takenBackEvent(const AdminResult &refusal) const
{
    const Narrowing &narrowing = prepared().narrowing;
    const bool ofPartner = bool(narrowing.partner);
    const QString id = ofPartner ? narrowing.partnerId : u"crd_"_s + QString::fromLatin1(narrowing.id16);
    const auto credential = context().policy.current()->credential(narrowing.id16);
    const QString partnerId = ofPartner    ? narrowing.partnerId
                              : credential ? credential->partnerId
                                           : QString();
    AuditEvent event = eventAbout(AuditAction::RevocationTakenBack, id, id, partnerId);
    if (ofPartner)
        event.targetKind = toText(AuditSubject::Partner);
    event.changes = {{u"act"_s, QString::fromLatin1(call().operation.id), {}},
                     {u"in_force_since"_s, call().now.toString(Qt::ISODateWithMs), {}},
                     {u"refused_with"_s, {}, refusal ? u"replayed"_s : refusal.error().problem.code}};
    return event;
}

/// Not allowed, or a repetition of what was answered before: what was closed for it opens again. The event
/// comes first; but a store that cannot take it must not keep closed what nobody was to close.
void WriteRun::takeBack(AdminResult refusal)
{
    if (!m_write->narrowed.changed) {
        lift();
        return answer(std::move(refusal), false);
    }
    auto kept = std::make_shared<AdminResult>(std::move(refusal));
    context().store.write<bool>(
        Store::Urgency::Urgent,
        [self = shared_from_this(), kept](Tx &tx) {
            const bool ofPartner = bool(self->prepared().narrowing.partner);
            tx.afterCommit([self] { self->lift(); }); // before anybody hears of it
            settleOutcome(self->context(), tx,
                          outcomeOf(self->takenBackEvent(*kept),
                                    ofPartner ? ChangeKind::Partner : ChangeKind::Credential),
                          ofTheCaller(self->call()));
            return true;
        },
        [self = shared_from_this(), kept](const StoreResult<bool> &stored) {
            if (!stored) {
                self->lift();
                self->context().log.error("taken_back_without_event", {{"why", stored.error().text}});
            }
            self->answer(std::move(*kept), false);
        });
}

void WriteRun::lift()
{
    if (m_write->narrowed.ticket > 0)
        context().policy.lift(m_write->narrowed.ticket);
}

void WriteRun::answerWhenDrained(qint64 number, AdminResult result, bool inForce)
{
    auto kept = std::make_shared<AdminResult>(std::move(result));
    context().drains.whenDrained(number, [self = shared_from_this(), kept, inForce, number](bool drained) {
        if (!drained)
            self->context().log.error("revocation_not_drained", {{"snapshot", number}});
        self->answer(std::move(*kept), inForce);
    });
}

void WriteRun::answer(AdminResult result, bool inForce)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_answered, true))
            return;
    }
    if (inForce && result && prepared().acknowledged)
        prepared().acknowledged(std::shared_ptr<const WriteCall>(m_write, &m_write->call));
    m_write->ticket.reset(); // before the answer: whoever has it may send the next request
    m_respond(toHttp(call().request, std::move(result)));
}

} // namespace

void runWrite(const std::shared_ptr<RunningWrite> &write, const Responder &respond)
{
    if (write->reopening) // what the journal still holds of the same came before
        write->prepared.act = [act = std::move(write->prepared.act),
                               object = *write->prepared.reopens](const WriteCall &call, Tx &tx) {
            storeBacklogOf(call.context, tx, object.what, object.id);
            return act(call, tx);
        };
    std::make_shared<WriteRun>(write, respond)->begin();
}

} // namespace pc::platform
