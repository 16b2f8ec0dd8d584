// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/audit_client.h"
#include "models/audit/audit_integrity.h"
#include "models/audit/field_change_model.h"
#include "models/base/object_model.h"

#include <QFutureWatcher>

namespace pc::models {

/// What the check of one event against the log found.
enum class EventProof {
    NotChecked,
    Checking,
    Proven,      ///< the stored bytes stand in the signed tree, and say what is shown
    NotAnchored, ///< newer than the last checkpoint; neutral
    Mismatch,    ///< they do not
    Failed       ///< could not be checked (proofError())
};

/// One audit event: its record, the diff as a table, and its proof, computed here and off the UI thread.
class AuditEventModel final : public ObjectModel
{
    Q_OBJECT
public:
    AuditEventModel(client::AuditClient &audit, AuditIntegrity &integrity, TimerClock &clock,
                    QObject *parent = nullptr);
    ~AuditEventModel() override;

    /// Shows another event; empty shows none.
    void setEventId(const QString &eventId);
    [[nodiscard]] const QString &eventId() const { return m_eventId; }
    [[nodiscard]] bool hasValue() const override { return m_record.has_value(); }
    [[nodiscard]] const std::optional<AuditRecord> &record() const { return m_record; }
    [[nodiscard]] FieldChangeModel &changes() { return m_changes; }
    /// The canonical bytes, indented for reading.
    [[nodiscard]] QString prettyJson() const;
    /// SHA-256(0x00 ‖ canonical), hex; empty without a record.
    [[nodiscard]] QString leafHash() const;
    void refresh() override;

    /// Checks inclusion in the last verified checkpoint (fetches one first when there is none or it is older
    /// than the event).
    void verify();
    [[nodiscard]] EventProof proof() const { return m_proof; }
    /// What was checked against, when Proven or Mismatch.
    [[nodiscard]] const std::optional<Checkpoint> &provenIn() const { return m_provenIn; }
    [[nodiscard]] const std::optional<client::ApiError> &proofError() const { return m_proofError; }

Q_SIGNALS:
    void proofChanged();

private:
    void dropValue() override;
    void onIntegrity();
    void askProof(const Checkpoint &checkpoint);
    void forgetProof();
    void setProof(EventProof proof, const std::optional<client::ApiError> &error = {});

    client::AuditClient &m_audit;
    AuditIntegrity &m_integrity;
    TimerClock &m_clock;
    QString m_eventId;
    std::optional<AuditRecord> m_record;
    FieldChangeModel m_changes;
    client::Call m_call;
    client::Call m_proofCall;
    QFutureWatcher<bool> m_watcher;
    EventProof m_proof = EventProof::NotChecked;
    bool m_waitsForCheckpoint = false;
    std::optional<Checkpoint> m_provenIn;
    std::optional<client::ApiError> m_proofError;
};

} // namespace pc::models
