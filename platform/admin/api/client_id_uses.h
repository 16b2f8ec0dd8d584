// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"

#include <QHash>

#include <mutex>

namespace pc::platform {

/// When a client last called itself by a client id of another system: what the campaign is counted by. Kept
/// as the last use of what stands for the client id, at most once a minute for each; what was not stored when
/// the service ends comes with the next use. Thread-safe; outlives the store's jobs.
class ClientIdUses
{
public:
    explicit ClientIdUses(AdminContext &context) : m_context(context) {}

    /// Returns at once. Of credentials in the policy only, so there are never more than these.
    void record(const QByteArray &id16, Instant at, const QByteArray &source);
    /// Hands over what waits. Returns at once; once a second is enough.
    void storeWaiting();

private:
    struct Use
    {
        Instant at{};
        QString source;
    };

    AdminContext &m_context;
    std::mutex m_mutex;
    QHash<QByteArray, Use> m_waiting;   // guarded by m_mutex, as all below
    QHash<QByteArray, Instant> m_taken; // when each was last put there
};

} // namespace pc::platform
