// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/stored_denials.h"

#include "platform/admin/audit_diff.h"
#include "platform/core/drain_watch.h"
#include "platform/store/audit_log.h"

#include <map>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

StoredDenials::~StoredDenials()
{
    stop();
}

void StoredDenials::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void StoredDenials::deny(const Request &request, std::function<void(bool)> done)
{
    const qint64 number = m_context.policy.publish(
        [&request](const Policy &policy) { return policy.withDeniedToken(request.token); });
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            if (!m_thread.joinable())
                m_thread = std::thread([this] { run(); });
            m_waiting.push_back({request, number, std::move(done)});
            m_wake.notify_all();
            return;
        }
    }
    done(false);
}

void StoredDenials::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        m_wake.wait_for(lock, gatherTime, [this] { return m_stopping; });
        const Batch batch = std::exchange(m_waiting, {});
        lock.unlock();
        store(batch);
        lock.lock();
    }
}

void StoredDenials::store(const Batch &batch)
{
    const StoreResult<bool> stored = m_context.store.writeNow<bool>(
        [&](Tx &tx) {
            append(tx, batch);
            return true;
        },
        Store::Urgency::Cutting);
    if (!stored)
        m_context.log.warning("token_denials_not_stored",
                              {{"why", stored.error().text}, {"tokens", qint64(batch.size())}});
    for (const Waiting &each : batch) // told when no decision in flight stands on the policy before
        m_context.drains.whenDrained(
            each.number, [done = each.done, durable = stored.has_value()](bool) { done(durable); });
}

void StoredDenials::append(Tx &tx, const Batch &batch)
{
    std::map<std::pair<QString, int>, std::vector<const Request *>> generations;
    for (const Waiting &each : batch) {
        denied_token_rows::put(tx, each.request.token, each.request.credentialId);
        generations[{each.request.credentialId, each.request.generation}].push_back(&each.request);
    }
    QList<Change> changes;
    for (const auto &[generation, requests] : generations) {
        const Request &first = *requests.front();
        AuditEvent event =
            eventAbout(u"token.revoke"_s, u"credential"_s, first.credentialId, {}, first.partnerId);
        event.at = m_context.now();
        event.actor = first.credentialId; // the client did it itself
        event.actorRole = u"client"_s;
        event.requestId = first.requestId;
        event.source = first.source;
        event.changes = {{u"generation"_s, {}, QString::number(generation.second)}};
        if (requests.size() > 1)
            event.changes.append({u"tokens"_s, {}, QString::number(requests.size())});
        changes.append(Change{ChangeKind::Audit, {}, audit_log::append(tx, event).id});
    }
    tx.afterCommit([this, changes] { m_context.feed.publish(changes); });
}

} // namespace pc::platform
