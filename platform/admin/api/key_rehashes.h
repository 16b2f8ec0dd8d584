// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/core/decision/first_uses.h"

#include <deque>
#include <mutex>

namespace pc::platform {

/// Stores what a bcrypt key is found by since its first use, and says so in the audit log. Decisions go by it
/// already; what the store does not take waits, and is proved once more should the service end before.
/// Thread-safe; outlives the store's jobs.
class KeyRehashes
{
public:
    static constexpr std::size_t atOnce = 50; ///< in one transaction
    static constexpr std::size_t most = 4096; ///< that wait; one more is proved again after a restart

    explicit KeyRehashes(AdminContext &context) : m_context(context) {}

    /// Returns at once.
    void record(const FirstUses::Proof &proof);
    /// Asks the store again for what it did not take. Returns at once; once a second is enough.
    void storeWaiting();

private:
    void post();
    void storeSome(Tx &tx);
    void onStored(bool stored);

    AdminContext &m_context;
    std::mutex m_mutex;
    std::deque<FirstUses::Proof> m_waiting; ///< guarded by m_mutex, as all below
    bool m_posted = false;
};

} // namespace pc::platform
