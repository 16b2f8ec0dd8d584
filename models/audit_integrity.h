// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/audit_client.h"
#include "models/clock.h"

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
/// checkpoint it verified in a file, and asks for a consistency proof against it at every sign-in.
class AuditIntegrity final : public QObject
{
    Q_OBJECT
public:
    /// `path`: JSON file of this environment; empty keeps the memory for this run only.
    AuditIntegrity(client::AuditClient &audit, Clock &clock, QString path, QObject *parent = nullptr);
    ~AuditIntegrity() override;

    /// Fetches the current checkpoint and proves that it extends the last verified one.
    void check();
    /// The same with a checkpoint made now, so that the newest events are in it.
    void checkFresh();
    [[nodiscard]] IntegrityState state() const { return m_state; }
    /// The last checkpoint whose signature and consistency were verified here.
    [[nodiscard]] const std::optional<Checkpoint> &verified() const { return m_verified; }
    /// The checkpoint that did not hold, for evidence.
    [[nodiscard]] const std::optional<Checkpoint> &rejected() const { return m_rejected; }
    [[nodiscard]] QDateTime verifiedAt() const { return m_verifiedAt; }
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void onCheckpoint(const client::Result<Checkpoint> &result);
    void onProof(const Checkpoint &next, const client::Result<ConsistencyProof> &result);
    void accept(const Checkpoint &next);
    void finish(IntegrityState state, const std::optional<client::ApiError> &error = {});
    void load();
    void save() const;

    client::AuditClient &m_audit;
    Clock &m_clock;
    QString m_path;
    client::Call m_call;
    IntegrityState m_state = IntegrityState::Unknown;
    std::optional<Checkpoint> m_verified;
    std::optional<Checkpoint> m_rejected;
    QDateTime m_verifiedAt;
    std::optional<client::ApiError> m_error;
};

} // namespace pc::models
