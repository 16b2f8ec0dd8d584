// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_event_model.h"

#include "contract/crypto/merkle.h"

#include <QJsonDocument>
#include <QtConcurrentRun>

namespace pc::models {

namespace {

/// The bytes stand in the tree, at the place that the event names (that they say what is shown, its codec saw
/// to).
bool holds(const AuditRecord &record, const Checkpoint &checkpoint, const InclusionProof &proof)
{
    if (proof.index != record.event.index || proof.size != checkpoint.size)
        return false;
    return merkle::verifyInclusion(merkle::leafHash(record.canonical), quint64(proof.index),
                                   quint64(proof.size), proof.path, checkpoint.root);
}

} // namespace

AuditEventModel::AuditEventModel(client::AuditClient &audit, AuditIntegrity &integrity, TimerClock &clock,
                                 QObject *parent)
    : ObjectModel(parent), m_audit(audit), m_integrity(integrity), m_clock(clock)
{
    connect(&m_integrity, &AuditIntegrity::changed, this, [this] { onIntegrity(); });
    connect(&m_watcher, &QFutureWatcher<bool>::finished, this, [this] {
        if (m_proof == EventProof::Checking)
            setProof(m_watcher.result() ? EventProof::Proven : EventProof::Mismatch);
    });
}

AuditEventModel::~AuditEventModel()
{
    m_watcher.disconnect(this);
    m_watcher.waitForFinished(); // a few hashes
}

void AuditEventModel::setEventId(const QString &eventId)
{
    if (eventId == m_eventId)
        return;
    m_eventId = eventId;
    m_call.cancel();
    forget();
    refresh();
}

void AuditEventModel::dropValue()
{
    m_record.reset();
    m_changes.setRows({});
    forgetProof();
}

void AuditEventModel::refresh()
{
    if (m_eventId.isEmpty())
        return;
    beginLoad();
    m_call = m_audit.event(m_eventId, this, [this](client::Result<AuditRecord> result) {
        if (!result)
            return fail(result.error());
        if (m_record && !(*m_record == *result))
            forgetProof(); // it spoke of other bytes
        m_record = std::move(*result);
        m_changes.setRows(m_record->event.changes);
        succeed(m_clock.now());
        Q_EMIT changed();
    });
}

QString AuditEventModel::prettyJson() const
{
    if (!m_record)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(m_record->canonical);
    return QString::fromUtf8(document.isNull() ? m_record->canonical
                                               : document.toJson(QJsonDocument::Indented));
}

QString AuditEventModel::leafHash() const
{
    return m_record ? QString::fromLatin1(merkle::leafHash(m_record->canonical).toHex()) : QString();
}

void AuditEventModel::verify()
{
    if (!m_record || m_proof == EventProof::Checking)
        return;
    setProof(EventProof::Checking);
    const auto &checkpoint = m_integrity.verified();
    // Not by what was verified some time ago: the log may have been put back since.
    if (m_integrity.isFresh() && checkpoint && checkpoint->size > m_record->event.index)
        return askProof(*checkpoint);
    m_waitsForCheckpoint = true;
    if (m_integrity.state() != IntegrityState::Checking)
        m_integrity.check();
}

void AuditEventModel::onIntegrity()
{
    if (m_integrity.alarm() && m_proof == EventProof::Proven) { // by a log that is not this one any more
        m_provenIn = m_integrity.rejected();
        return setProof(EventProof::Mismatch);
    }
    if (!m_waitsForCheckpoint || m_integrity.state() == IntegrityState::Checking)
        return;
    m_waitsForCheckpoint = false;
    switch (m_integrity.state()) {
    case IntegrityState::Intact:
        if (m_integrity.verified()->size > m_record->event.index)
            return askProof(*m_integrity.verified());
        return setProof(EventProof::NotAnchored);
    case IntegrityState::KeyChanged:
    case IntegrityState::Mismatch:
        m_provenIn = m_integrity.rejected();
        return setProof(EventProof::Mismatch);
    default:
        return setProof(EventProof::Failed, m_integrity.error());
    }
}

void AuditEventModel::askProof(const Checkpoint &checkpoint)
{
    m_proofCall = m_audit.inclusionProof(m_record->event.index, checkpoint.size, this,
                                         [this, checkpoint](client::Result<InclusionProof> result) {
                                             if (!result)
                                                 return setProof(EventProof::Failed, result.error());
                                             m_provenIn = checkpoint;
                                             m_watcher.setFuture(
                                                 QtConcurrent::run(holds, *m_record, checkpoint, *result));
                                         });
}

void AuditEventModel::forgetProof()
{
    m_proofCall.cancel();
    m_watcher.setFuture({});
    m_provenIn.reset();
    m_waitsForCheckpoint = false;
    setProof(EventProof::NotChecked);
}

void AuditEventModel::setProof(EventProof proof, const std::optional<client::ApiError> &error)
{
    m_proof = proof;
    m_proofError = error;
    Q_EMIT proofChanged();
}

} // namespace pc::models
