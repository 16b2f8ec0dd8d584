// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/audit.h"
#include "contract/types/evidence.h"
#include "contract/types/page.h"
#include "contract/types/time_histogram.h"

namespace pc::client {

class ApiCaller;

/// The audit log: events, records with canonical bytes, checkpoints and proofs (RFC 9162).
class AuditClient
{
public:
    explicit AuditClient(ApiCaller &api) : m_api(api) {}
    Call list(const AuditQuery &query, QObject *context, Callback<Page<AuditEvent>> callback);
    /// How events lie in time, in at most `buckets`.
    Call histogram(const AuditFilter &filter, int buckets, QObject *context,
                   Callback<TimeHistogram> callback);
    Call event(const QString &eventId, QObject *context, Callback<AuditRecord> callback);
    Call checkpoint(QObject *context, Callback<Checkpoint> callback);
    /// Asks for a new checkpoint now, so that the newest events are anchored.
    Call makeCheckpoint(const IdempotencyKey &key, QObject *context, Callback<Checkpoint> callback);
    /// Proof that leaf `index` stands in the tree of `size` leaves.
    Call inclusionProof(qint64 index, qint64 size, QObject *context, Callback<InclusionProof> callback);
    Call consistencyProof(qint64 first, qint64 second, QObject *context, Callback<ConsistencyProof> callback);
    /// Records from leaf `from` on (NDJSON). `records` gets them in order while they arrive, each within the
    /// callback contract of client/http/call.h but several times; `callback` gets their number at the end, or
    /// the first error (a wrong line is Protocol).
    Call stream(qint64 from, QObject *context, std::function<void(QList<AuditRecord>)> records,
                Callback<qint64> callback);

    /// How far an evidence file came.
    struct EvidenceProgress
    {
        qint64 events = 0;
        std::optional<qint64> total; ///< when the manifest said so
    };
    /// An evidence file of exactly a filter (docs/evidence.md). `lines` gets it while it arrives, in whole
    /// lines and to be written as they are, within the same contract as the records of stream(); `callback`
    /// gets its end, or the first error: what was written is no evidence then (without its end it is
    /// Protocol).
    Call evidence(const AuditFilter &filter, QObject *context,
                  std::function<void(const QByteArray &, const EvidenceProgress &)> lines,
                  Callback<EvidenceEnd> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
