// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/core/decision/leak_watch.h"

#include <deque>
#include <mutex>

namespace pc::platform {

/// `credential.leak_seen` in the audit log: a living secret of ours was seen where it does not belong.
/// Nobody's access is taken: whoever holds the secret could have put it there.
///
/// One request can hold many secrets, so what comes while the writer is busy is stored together, some at a
/// time: others get their turn between. What finds no place any more is counted, and said by the next event;
/// it is in the process log. Thread-safe; outlives the store's jobs.
class LeakEvents
{
public:
    static constexpr std::size_t atOnce = 100; ///< in one transaction
    static constexpr std::size_t most = 4096;  ///< that wait

    explicit LeakEvents(AdminContext &context) : m_context(context) {}

    /// Returns at once. While the history is not accepted it waits.
    void record(const LeakSighting &sighting);
    /// Asks the store again for what it did not take: nobody says it a second time within a day. Returns at
    /// once; once a second is enough.
    void storeWaiting();

private:
    void post();
    void storeSome(Tx &tx);
    void onStored(const StoreResult<bool> &stored);

    AdminContext &m_context;
    std::mutex m_mutex;
    std::deque<LeakSighting> m_waiting; ///< guarded by m_mutex, as all below
    bool m_posted = false;
    int m_leftOut = 0;
};

/// What is known of a secret that this call sends: its operation is the place.
[[nodiscard]] LeakSighting sightingIn(const AdminCall &call);

/// The body with every text in it redacted as what people write. Each is shown to `leaks` first, which may be
/// missing.
[[nodiscard]] QJsonObject withoutSecrets(const QJsonObject &body, LeakWatch *leaks,
                                         const LeakSighting &about);

/// Shows every text of a body that came over the socket of the data directory to the watch; `place` names the
/// act, `by` the caller.
void lookAtLocalBody(AdminContext &context, const HttpRequest &request, const QJsonObject &body,
                     const QString &place, const QString &by);

} // namespace pc::platform
