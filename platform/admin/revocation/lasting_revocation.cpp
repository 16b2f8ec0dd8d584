// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/lasting_revocation.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/revocation/keeping_course.h"
#include "platform/core/policy/drain_watch.h"

#include <mutex>
#include <utility>

namespace pc::platform {

namespace {

/// One revocation on its way: the store, the clock and the journal report to it, from threads of their own.
/// Keeps itself alive until all of them have.
class RevocationRun : public std::enable_shared_from_this<RevocationRun>
{
public:
    RevocationRun(AdminContext &context, LastingRevocation revocation)
        : m_context(context), m_revocation(std::move(revocation))
    {
    }

    void begin();

private:
    using Next = KeepingCourse::Next;
    void onStored(const StoreResult<bool> &stored);
    void askJournal();
    void onJournaled(bool written);
    void onTooSlow();
    void answer(RevocationKept kept);

    AdminContext &m_context;
    const LastingRevocation m_revocation;
    std::mutex m_mutex;
    KeepingCourse m_course;      // guarded by m_mutex
    std::size_t m_unwritten = 0; // entries the journal has not answered for; guarded by m_mutex
    bool m_allWritten = true;    // of those it has; guarded by m_mutex
    bool m_answered = false;     // guarded by m_mutex
};

void RevocationRun::begin()
{
    m_context.store.write<bool>(
        m_revocation.urgency,
        [self = shared_from_this()](Tx &tx) {
            self->m_revocation.act(tx);
            return true;
        },
        [self = shared_from_this()](const StoreResult<bool> &stored) { self->onStored(stored); });
    m_context.drains.after(m_context.settings.storePatience, [self = shared_from_this()] {
        {
            const std::lock_guard lock(self->m_mutex);
            if (self->m_course.storeIsSlow() != Next::AskJournal)
                return;
        }
        self->askJournal();
    });
}

void RevocationRun::onStored(const StoreResult<bool> &stored)
{
    Next next = Next::Nothing;
    bool isJournalAsked = false;
    {
        const std::lock_guard lock(m_mutex);
        next = stored ? m_course.storeHas() : m_course.storeFailed();
        isJournalAsked = m_course.isJournalAsked();
    }
    if (!stored) {
        m_context.log.error("revocation_not_stored", {{"why", stored.error().text}});
        if (next == Next::TellNowhere)
            answer(RevocationKept::Nowhere);
        else if (next == Next::AskJournal)
            askJournal();
        return;
    }
    if (isJournalAsked) {
        for (const JournalEntry &entry : m_revocation.entries)
            m_context.backlog.settle({entry, 0});
    }
    if (m_revocation.stored)
        m_revocation.stored();
    answer(RevocationKept::Stored);
}

void RevocationRun::askJournal()
{
    {
        const std::lock_guard lock(m_mutex); // onStored() finds all of them journaled, or keeps them from it
        if (!m_course.askJournal())
            return;
        m_unwritten = m_revocation.entries.size();
        for (const JournalEntry &entry : m_revocation.entries)
            m_context.backlog.note({entry, 0},
                                   [self = shared_from_this()](bool written) { self->onJournaled(written); });
    }
    m_context.drains.after(m_context.settings.journalPatience,
                           [self = shared_from_this()] { self->onTooSlow(); });
    if (m_revocation.entries.empty()) // it is asked for nothing
        onJournaled(false);
}

void RevocationRun::onJournaled(bool written)
{
    Next next = Next::Nothing;
    {
        const std::lock_guard lock(m_mutex);
        m_allWritten = m_allWritten && written;
        if (m_unwritten > 0 && --m_unwritten > 0)
            return;
        next = m_allWritten ? m_course.journalHas() : m_course.journalFailed();
    }
    if (next != Next::Nothing)
        answer(next == Next::TellJournaled ? RevocationKept::Journaled : RevocationKept::Nowhere);
}

void RevocationRun::onTooSlow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_answered || m_course.journalIsSlow() == Next::Nothing)
            return;
    }
    m_context.log.error("revocation_waits_for_the_journal");
    answer(RevocationKept::Nowhere);
}

void RevocationRun::answer(RevocationKept kept)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_answered, true))
            return;
    }
    m_revocation.answer(kept);
}

} // namespace

void keepRevocation(AdminContext &context, LastingRevocation revocation)
{
    std::make_shared<RevocationRun>(context, std::move(revocation))->begin();
}

} // namespace pc::platform
