// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/audit_client.h"
#include "models/base/change_feed.h"
#include "models/base/clock.h"

#include <QObject>

#include <optional>

namespace pc::models {

enum class IntegrityState {
    Unknown, ///< not checked yet
    Checking,
    Intact,     ///< signature holds, and the log grew from the last checkpoint this console verified
    KeyChanged, ///< signed by another key than the one pinned at first sight
    Mismatch,   ///< a signature or a proof does not hold: the log was changed, cut or forked
    Failed      ///< could not be checked (error() says why)
};

/// The console's own memory of the log: pins the service's checkpoint key at first sight, keeps the last
/// checkpoint it verified in a file, and asks for a consistency proof against it: at sign-in, before anything
/// is called verified, and, once it follows the feed, as the log grows and whenever the service was away.
/// What did not match stays said until the log matches again, or a person starts from it anew.
class AuditIntegrity final : public QObject
{
    Q_OBJECT
public:
    /// `path`: JSON file of this environment; empty keeps the memory for this run only.
    AuditIntegrity(client::AuditClient &audit, TimerClock &clock, QString path, QObject *parent = nullptr);
    ~AuditIntegrity() override;

    /// Fetches the current checkpoint and proves that it extends the last verified one.
    void check();
    /// The same with a checkpoint made now, so that the newest events are in it.
    void checkFresh();
    /// Checks beside what is shown, unless that was done just now: before somebody looks at the log.
    void look();
    /// Checks by itself from now on, without showing that it does: at most once in `checkEvery` as the log
    /// grows, at once after a gap.
    void follow(ChangeFeed &feed);
    static constexpr std::chrono::seconds checkEvery{60};
    [[nodiscard]] IntegrityState state() const { return m_state; }
    /// KeyChanged or Mismatch, from the moment it was found until a check holds: a later failure to check
    /// takes nothing back.
    [[nodiscard]] std::optional<IntegrityState> alarm() const { return m_alarm; }
    /// Whether a check ended well so lately that it speaks for now.
    [[nodiscard]] bool isFresh() const;
    /// Takes the checkpoint that did not hold as the new beginning, on a person's word.
    void startAnew();
    /// Before the person here replaces the log by another: nothing is remembered of it.
    void forget();
    /// The last checkpoint whose signature and consistency were verified here.
    [[nodiscard]] const std::optional<Checkpoint> &verified() const { return m_verified; }
    /// The checkpoint that did not hold, for evidence.
    [[nodiscard]] const std::optional<Checkpoint> &rejected() const { return m_rejected; }
    [[nodiscard]] QDateTime verifiedAt() const { return m_verifiedAt; }
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_error; }
    /// Why the last verified checkpoint could not be kept for the next run; empty when it was.
    [[nodiscard]] const QString &saveError() const { return m_saveError; }

Q_SIGNALS:
    void changed();

private:
    void ask(bool shown);
    void soon(std::chrono::milliseconds delay);
    void onCheckpoint(const client::Result<Checkpoint> &result);
    void onProof(const Checkpoint &next, const client::Result<ConsistencyProof> &result);
    void accept(const Checkpoint &next);
    void finish(IntegrityState state, const std::optional<client::ApiError> &error = {});
    void load();
    void save();

    client::AuditClient &m_audit;
    TimerClock &m_clock;
    QString m_path;
    client::Call m_call;
    Alarm m_next;            ///< a check that is due
    qint64 m_checkedMs = -1; ///< monotonic, of the last one that ended; -1: none
    std::optional<IntegrityState> m_alarm;
    IntegrityState m_state = IntegrityState::Unknown;
    std::optional<Checkpoint> m_verified;
    std::optional<Checkpoint> m_rejected;
    QDateTime m_verifiedAt;
    std::optional<client::ApiError> m_error;
    QString m_saveError;
};

} // namespace pc::models
