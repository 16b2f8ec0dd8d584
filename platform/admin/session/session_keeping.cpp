// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/session/session_keeping.h"

#include "platform/core/policy/drain_watch.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/history/history_anchor.h"

#include <mutex>
#include <utility>

namespace pc::platform {

namespace {

/// What happened is told; what lives no more (signed out, disabled, expired) is not brought back by it.
void store(const OwnCommits &feed, Tx &tx, const OperatorSessions::Unstored &session, bool lives)
{
    const SessionRow &row = session.row;
    QList<AuditEvent> events;
    if (auto made = operator_accounts::ensureLocalAdministrator(tx, row.account, session.at, session.by))
        events.append(std::move(*made));
    if (session.begins)
        events.append(operator_accounts::recordSignIn(tx, row, session.at, session.by));
    feed.publishAfter(tx, events);
    if (!lives)
        return;
    session_rows::put(tx, row);
    session_rows::keepNewest(tx, row.chain, OperatorSessions::tokensPerChain);
}

/// One session on its way: the store and the clock report to it, from threads of their own. Keeps itself
/// alive until both have.
class SessionAdmission : public std::enable_shared_from_this<SessionAdmission>
{
public:
    SessionAdmission(AdminContext &context, WantedSession wanted)
        : m_context(context), m_wanted(std::move(wanted))
    {
    }

    void begin();

private:
    enum class Answer { None, Admitted, Refused };
    [[nodiscard]] Answer given();
    [[nodiscard]] bool put(Tx &tx);
    void onStored(const StoreResult<bool> &stored);
    void answerFromMemory();
    void owe();

    AdminContext &m_context;
    WantedSession m_wanted; // its answer goes with its use: whoever waits for a turn need not wait on
    std::mutex m_mutex;
    Answer m_given = Answer::None; // guarded by m_mutex
    bool m_committed = false;      // of the store's thread
};

void SessionAdmission::begin()
{
    if (!m_context.history.isAccepted()) {
        answerFromMemory();
        return owe();
    }
    m_context.store.write<bool>(
        Store::Urgency::Ordinary, [self = shared_from_this()](Tx &tx) { return self->put(tx); },
        [self = shared_from_this()](const StoreResult<bool> &stored) { self->onStored(stored); });
    m_context.drains.after(m_context.settings.storePatience,
                           [self = shared_from_this()] { self->answerFromMemory(); });
}

SessionAdmission::Answer SessionAdmission::given()
{
    const std::lock_guard lock(m_mutex);
    return m_given;
}

bool SessionAdmission::put(Tx &tx)
{
    const Answer answer = given();
    if (answer == Answer::Refused || (answer == Answer::None && !m_wanted.isAllowed())) {
        tx.rollBack();
        return false;
    }
    // What counts already may have been ended since, by a revocation that overtook this.
    const bool lives = answer == Answer::None || m_context.sessions.isLiving(m_wanted.session.row.tokenHash);
    store(m_context.feed, tx, m_wanted.session, lives);
    tx.afterCommit([self = shared_from_this()] { self->m_committed = true; });
    return true;
}

void SessionAdmission::onStored(const StoreResult<bool> &stored)
{
    if (!stored && !m_committed) { // else only the line in the anchor is owed
        answerFromMemory();
        return owe();
    }
    bool admitted = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_given != Answer::None)
            return;
        const bool refused = stored && !*stored;
        admitted = !refused && m_context.sessions.admit(m_wanted.session.row);
        m_given = admitted ? Answer::Admitted : Answer::Refused;
    }
    std::exchange(m_wanted.answer, {})(admitted);
}

void SessionAdmission::answerFromMemory()
{
    const SessionRow &row = m_wanted.session.row;
    bool admitted = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_given != Answer::None)
            return;
        admitted = m_wanted.isAllowed() && m_context.sessions.admit(row);
        m_given = admitted ? Answer::Admitted : Answer::Refused;
    }
    if (admitted)
        m_context.log.warning(m_wanted.session.begins ? "session_begin_not_stored"
                                                      : "session_renewal_not_stored",
                              {{"account", row.account}, {"session", row.chain}});
    std::exchange(m_wanted.answer, {})(admitted);
}

void SessionAdmission::owe()
{
    if (given() == Answer::Admitted)
        m_context.sessions.owe(m_wanted.session);
}

} // namespace

void keepSession(AdminContext &context, WantedSession wanted)
{
    std::make_shared<SessionAdmission>(context, std::move(wanted))->begin();
}

void storeSessions(AdminContext &context)
{
    if (!context.history.isAccepted())
        return;
    const QList<OperatorSessions::Unstored> unstored = context.sessions.takeUnstored();
    for (const OperatorSessions::Unstored &session : unstored) {
        if (!session.begins && !context.sessions.isLiving(session.row.tokenHash))
            continue; // nothing to tell, and nothing to keep
        auto committed = std::make_shared<bool>(false);
        context.store.write<bool>(
            Store::Urgency::Ordinary,
            [&context, session, committed](Tx &tx) {
                store(context.feed, tx, session, context.sessions.isLiving(session.row.tokenHash));
                tx.afterCommit([committed] { *committed = true; });
                return true;
            },
            [&context, session, committed](const StoreResult<bool> &stored) {
                if (!stored && !*committed)
                    context.sessions.owe(session);
            });
    }
}

} // namespace pc::platform
