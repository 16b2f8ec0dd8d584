// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/stored_denials.h"

#include "platform/admin/audit_diff.h"
#include "platform/store/audit_log.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

void StoredDenials::deny(const Request &request, std::function<void(bool)> done)
{
    m_context.store.write<bool>(
        Store::Urgency::Cutting,
        [this, request](Tx &tx) {
            m_context.policy.publishAndWait(
                [&request](const Policy &policy) { return policy.withDeniedToken(request.token); });
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
        [this, request, done = std::move(done)](StoreResult<bool> stored) {
            if (!stored) // the job may not have begun at all
                m_context.policy.publish(
                    [&request](const Policy &policy) { return policy.withDeniedToken(request.token); });
            done(stored.has_value());
        });
}

} // namespace pc::platform
