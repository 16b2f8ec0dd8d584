// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/oauth/token_denials.h"
#include "platform/store/journal/revocation_journal.h"

#include <QHash>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace pc::platform {

/// Revoked tokens: denied at once, on the caller's thread, and stored until they would have expired;
/// journaled when the store cannot, or says nothing in time. What comes within a moment is stored together:
/// one sync for all of them, ten a second at most, and one audit event for each generation, as far as
/// TokenEvents lets its partner have one.
class StoredDenials final : public TokenDenials
{
public:
    static constexpr std::chrono::milliseconds gatherTime{100};
    /// Of the journal's slots; the others are for what operators revoke.
    static constexpr int mostJournaled = RevocationJournal::slotCount / 2;

    explicit StoredDenials(AdminContext &context) : m_context(context) {}
    ~StoredDenials() override;
    StoredDenials(const StoredDenials &) = delete;
    StoredDenials &operator=(const StoredDenials &) = delete;

    void deny(const Request &request, std::function<void(bool durable)> done) override;
    [[nodiscard]] bool isLasting(const QByteArray &jti) const override;
    /// Stores what waits and ends. What comes later is denied, not stored, and told so.
    void stop();

private:
    struct Waiting
    {
        Request request;
        qint64 number = 0; ///< of the policy that denies it
        QDateTime at;      ///< when that came into force
        std::function<void(bool)> done;
    };
    using Batch = std::vector<Waiting>;

    void run();
    void store(Batch batch);
    void append(Tx &tx, const Batch &batch);
    [[nodiscard]] std::vector<JournalEntry> entriesOf(const Batch &batch) const;
    void settle(const Batch &batch, bool lasting);

    AdminContext &m_context;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Instant> m_unkept; ///< jti → expiry, guarded by m_mutex
    std::condition_variable m_wake;
    Batch m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace pc::platform
