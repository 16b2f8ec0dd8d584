// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/client_id_uses.h"

#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/credential_rows.h"

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

void ClientIdUses::record(const QByteArray &id16, Instant at, const QByteArray &source)
{
    const std::lock_guard lock(m_mutex);
    Instant &taken = m_taken[id16];
    if (taken != Instant{} && at >= taken && at - taken < std::chrono::minutes(1))
        return;
    taken = at;
    m_waiting.insert(id16, Use{at, QString::fromLatin1(source)});
}

void ClientIdUses::storeWaiting()
{
    if (!m_context.history.isAccepted())
        return;
    QHash<QByteArray, Use> some;
    {
        const std::lock_guard lock(m_mutex);
        some = std::exchange(m_waiting, {});
    }
    if (some.isEmpty())
        return;
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [some = std::move(some)](Tx &tx) {
            for (auto use = some.constBegin(); use != some.constEnd(); ++use)
                credential_rows::touch(tx, u"crd_"_s + QString::fromLatin1(use.key()), 1, toDateTime(use->at),
                                       use->source);
            return true;
        },
        [](const StoreResult<bool> &) {});
}

} // namespace pc::platform
