// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/stored_denials.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/api/token_events.h"
#include "platform/admin/revocation/lasting_revocation.h"
#include "platform/core/decision/record_fields.h"
#include "platform/core/policy/drain_watch.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/audit/audit_log.h"

#include <algorithm>
#include <map>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Tokens that one event names, as records of calls do.
constexpr std::size_t mostNamedTokens = 20;

} // namespace

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
    const QDateTime at = m_context.now(); // before it: no call that it refuses came earlier
    const qint64 number = m_context.policy.publish(
        [&request](const Policy &policy) { return policy.withDeniedToken(request.token); });
    {
        const std::lock_guard lock(m_mutex);
        m_unkept.insert(request.token.jti, request.token.expiresAt);
        if (!m_stopping) {
            if (!m_thread.joinable())
                m_thread = std::thread([this] { run(); });
            m_waiting.push_back({request, number, at, std::move(done)});
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
        Batch batch = std::exchange(m_waiting, {});
        lock.unlock();
        store(std::move(batch));
        lock.lock();
    }
}

void StoredDenials::store(Batch batch)
{
    const auto kept = std::make_shared<const Batch>(std::move(batch));
    LastingRevocation revocation;
    revocation.urgency = Store::Urgency::InForce;
    revocation.entries = entriesOf(*kept);
    revocation.act = [this, kept](Tx &tx) { append(tx, *kept); };
    revocation.stored = [this, kept] { settle(*kept, true); };
    revocation.answer = [this, kept](RevocationKept where) {
        const bool lasting = where != RevocationKept::Nowhere;
        settle(*kept, lasting);
        if (!lasting)
            m_context.log.warning("token_denials_not_stored", {{"tokens", qint64(kept->size())}});
        for (const Waiting &each : *kept) // told when no decision in flight stands on the policy before
            m_context.drains.whenDrained(each.number, [done = each.done, lasting](bool) { done(lasting); });
    };
    keepRevocation(m_context, std::move(revocation));
}

/// None when there is no room for all of them: a batch is kept as a whole.
std::vector<JournalEntry> StoredDenials::entriesOf(const Batch &batch) const
{
    const std::vector<RevocationBacklog::Waiting> waiting = m_context.backlog.waiting();
    const auto journaled = std::count_if(waiting.begin(), waiting.end(), [](const auto &each) {
        return each.entry.kind == JournalEntry::Kind::Token;
    });
    std::vector<JournalEntry> entries;
    if (journaled + static_cast<std::ptrdiff_t>(batch.size()) > mostJournaled)
        return entries;
    for (const Waiting &each : batch) {
        JournalEntry entry;
        entry.kind = JournalEntry::Kind::Token;
        entry.id = QString::fromUtf8(each.request.token.jti);
        entry.generation = each.request.generation;
        entry.at = m_context.now();
        entry.actor = each.request.credentialId; // the client did it itself
        entry.actorRole = toText(ActorKind::Client);
        entry.requestId = each.request.requestId;
        entry.until = toDateTime(each.request.token.expiresAt);
        entries.push_back(entry);
    }
    return entries;
}

void StoredDenials::settle(const Batch &batch, bool lasting)
{
    constexpr qsizetype many = 4096;
    const Instant now = m_context.clock.now().wall;
    const std::lock_guard lock(m_mutex);
    for (const Waiting &each : batch) {
        if (lasting)
            m_unkept.remove(each.request.token.jti);
    }
    if (m_unkept.size() > many)
        m_unkept.removeIf([now](const auto &entry) { return entry.value() < now; });
}

bool StoredDenials::isLasting(const QByteArray &jti) const
{
    const std::lock_guard lock(m_mutex);
    return !m_unkept.contains(jti);
}

void StoredDenials::append(Tx &tx, const Batch &batch)
{
    std::map<std::pair<QString, int>, std::vector<const Waiting *>> generations;
    for (const Waiting &each : batch) {
        if (!denied_token_rows::put(tx, each.request.token, each.request.credentialId))
            continue; // asked again
        generations[{each.request.credentialId, each.request.generation}].push_back(&each);
    }
    QList<AuditEvent> events;
    for (const auto &[generation, denied] : generations) {
        const Request &first = denied.front()->request;
        const auto room = m_context.tokenEvents.room(tx, first.partnerId, static_cast<qint64>(denied.size()));
        if (!room)
            continue;
        AuditEvent event = eventAbout(AuditAction::TokenRevoke, first.credentialId, {}, first.partnerId);
        event.at = m_context.now();
        event.actor = first.credentialId; // the client did it itself
        event.actorRole = toText(ActorKind::Client);
        event.requestId = first.requestId;
        event.source = first.source;
        event.changes = {{u"generation"_s, {}, QString::number(generation.second)}};
        if (denied.size() > 1)
            event.changes.append({u"tokens"_s, {}, QString::number(denied.size())});
        if (denied.size() <= mostNamedTokens) { // else only how many
            for (const Waiting *each : denied)
                event.changes.append({u"token_digest"_s, {}, tokenDigest(each->request.token.jti)});
        }
        event.changes.append(inForceSince(denied.front()->at));
        event.changes += *room;
        events.append(audit_log::append(tx, event));
    }
    m_context.feed.publishAfter(tx, events);
}

} // namespace pc::platform
