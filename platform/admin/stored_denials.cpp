// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/stored_denials.h"

#include "platform/admin/audit_diff.h"
#include "platform/core/drain_watch.h"
#include "platform/store/audit_log.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

/// Denied on the caller's thread; `done` when no decision in flight stands on the policy before, and the
/// store has answered.
void StoredDenials::deny(const Request &request, std::function<void(bool)> done)
{
    const qint64 number = m_context.policy.publish(
        [&request](const Policy &policy) { return policy.withDeniedToken(request.token); });
    m_context.store.write<bool>(
        Store::Urgency::Cutting,
        [this, request](Tx &tx) {
            denied_token_rows::put(tx, request.token, request.credentialId);
            AuditEvent event =
                eventAbout(u"token.revoke"_s, u"credential"_s, request.credentialId, {}, request.partnerId);
            event.at = m_context.now();
            event.actor = request.credentialId; // the client did it itself
            event.actorRole = u"client"_s;
            event.requestId = request.requestId;
            event.source = request.source;
            event.changes = {{u"generation"_s, {}, QString::number(request.generation)}};
            event = audit_log::append(tx, event);
            tx.afterCommit([this, id = event.id] {
                m_context.feed.publish({Change{ChangeKind::Audit, {}, id}});
            });
            return true;
        },
        [this, number, done = std::move(done)](const StoreResult<bool> &stored) {
            m_context.drains.whenDrained(number,
                                         [done, durable = stored.has_value()](bool) { done(durable); });
        });
}

} // namespace pc::platform
