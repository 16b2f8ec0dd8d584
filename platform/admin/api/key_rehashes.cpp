// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/key_rehashes.h"

#include "platform/domain/audit_diff.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/credential_rows.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pc::platform {

using namespace Qt::StringLiterals;

void KeyRehashes::record(const FirstUses::Proof &proof)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= most)
            return;
        m_waiting.push_back(proof);
    }
    storeWaiting();
}

void KeyRehashes::storeWaiting()
{
    if (!m_context.history.isAccepted())
        return;
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.empty() || std::exchange(m_posted, true))
            return;
    }
    post();
}

void KeyRehashes::post()
{
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this](Tx &tx) {
            storeSome(tx);
            return true;
        },
        [this](const StoreResult<bool> &stored) { onStored(stored.has_value()); });
}

void KeyRehashes::storeSome(Tx &tx)
{
    std::vector<FirstUses::Proof> some;
    {
        const std::lock_guard lock(m_mutex);
        const auto count = static_cast<std::ptrdiff_t>(std::min(m_waiting.size(), atOnce));
        some.assign(m_waiting.begin(), m_waiting.begin() + count);
    }
    QList<Change> changes;
    for (const FirstUses::Proof &proof : some) {
        const QString id = u"crd_"_s + QString::fromLatin1(proof.id16);
        const auto row = credential_rows::find(tx, id);
        if (!row || !credential_rows::rehash(tx, id, proof.lookup, proof.pepperVersion, m_context.now()))
            continue;
        AuditEvent event = byThePlatform(
            eventAbout(AuditAction::CredentialRehash, id, row->value.name, row->value.partnerId),
            m_context.now(), u"first use"_s);
        event.changes = {{u"scheme"_s, toText(KeyScheme::Bcrypt), u"keyed hash"_s}};
        event = audit_log::append(tx, event);
        changes.append(changeOf(ChangeKind::Credential, event));
    }
    tx.afterCommit([this, count = static_cast<std::ptrdiff_t>(some.size())] {
        const std::lock_guard lock(m_mutex);
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + count);
    });
    m_context.feed.publishAfter(tx, changes);
}

/// What the store did not take waits for storeWaiting().
void KeyRehashes::onStored(bool stored)
{
    {
        const std::lock_guard lock(m_mutex);
        m_posted = stored && !m_waiting.empty();
        if (!m_posted)
            return;
    }
    post();
}

} // namespace pc::platform
