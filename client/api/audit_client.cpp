// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/audit_client.h"

#include "client/api/endpoint.h"

#include <utility>

namespace pc::client {

using namespace Qt::StringLiterals;

Call AuditClient::list(const AuditQuery &query, QObject *context, Callback<Page<AuditEvent>> callback)
{
    ApiRequest request = requestFor(Op::AuditList);
    request.query = queryItems(query);
    return callFor<Page<AuditEvent>>(m_api, std::move(request), context, std::move(callback));
}

Call AuditClient::histogram(const AuditFilter &filter, int buckets, QObject *context,
                            Callback<TimeHistogram> callback)
{
    ApiRequest request = requestFor(Op::AuditHistogram);
    request.query = queryItems(filter);
    request.query.append({u"buckets"_s, QString::number(buckets)});
    return callFor<TimeHistogram>(m_api, std::move(request), context, std::move(callback));
}

Call AuditClient::event(const QString &eventId, QObject *context, Callback<AuditRecord> callback)
{
    return callFor<AuditRecord>(m_api, requestFor(Op::AuditGet, {{u"event_id"_s, eventId}}), context,
                                std::move(callback));
}

Call AuditClient::checkpoint(QObject *context, Callback<Checkpoint> callback)
{
    return callFor<Checkpoint>(m_api, requestFor(Op::CheckpointGet), context, std::move(callback));
}

Call AuditClient::makeCheckpoint(const IdempotencyKey &key, QObject *context, Callback<Checkpoint> callback)
{
    ApiRequest request = requestFor(Op::CheckpointMake);
    request.key = key;
    return callFor<Checkpoint>(m_api, std::move(request), context, std::move(callback));
}

Call AuditClient::inclusionProof(qint64 index, qint64 size, QObject *context,
                                 Callback<InclusionProof> callback)
{
    ApiRequest request = requestFor(Op::InclusionProofGet);
    request.query = {{u"index"_s, QString::number(index)}, {u"size"_s, QString::number(size)}};
    return callFor<InclusionProof>(m_api, std::move(request), context, std::move(callback));
}

Call AuditClient::consistencyProof(qint64 first, qint64 second, QObject *context,
                                   Callback<ConsistencyProof> callback)
{
    ApiRequest request = requestFor(Op::ConsistencyProofGet);
    request.query = {{u"first"_s, QString::number(first)}, {u"second"_s, QString::number(second)}};
    return callFor<ConsistencyProof>(m_api, std::move(request), context, std::move(callback));
}

namespace {

/// Cuts an NDJSON body into records while it arrives.
struct LineReader
{
    QByteArray rest;
    qint64 records = 0;
    std::optional<DecodeError> fault;

    QList<AuditRecord> take(const QByteArray &bytes)
    {
        QList<AuditRecord> out;
        rest += bytes;
        qsizetype from = 0;
        for (qsizetype end = rest.indexOf('\n'); end >= 0 && !fault; end = rest.indexOf('\n', from)) {
            const QByteArray line = rest.mid(from, end - from);
            from = end + 1;
            const auto object = parseObject(line);
            auto record = object ? fromJson<AuditRecord>(*object) : tl::make_unexpected(object.error());
            if (!record)
                fault = record.error();
            else
                out.append(std::move(*record));
        }
        rest.remove(0, from);
        records += out.size();
        return out;
    }
};

} // namespace

Call AuditClient::stream(qint64 from, QObject *context, std::function<void(QList<AuditRecord>)> records,
                         Callback<qint64> callback)
{
    auto reader = std::make_shared<LineReader>();
    const Completion<qint64> completion(context, std::move(callback));
    const std::weak_ptr<CallState> state = completion.state();

    ApiRequest request = requestFor(Op::AuditStream);
    if (from > 0)
        request.query = {{u"after"_s, QString::number(from - 1)}};
    request.sink = [reader, state, records = std::move(records)](const QByteArray &bytes) {
        const auto alive = state.lock();
        QList<AuditRecord> batch = reader->take(bytes);
        if (!batch.isEmpty() && alive && alive->isActive())
            records(std::move(batch)); // from the event loop, on this thread, while the call lives
    };
    m_api.run(completion.state(), std::move(request),
              [reader, weak = completion.weak()](const Result<ApiAnswer> &answer) {
                  if (!answer)
                      return weak.deliver(failure(answer.error()));
                  if (!reader->fault && !reader->rest.isEmpty())
                      reader->fault = DecodeError{QString(), u"a line end after the last record"_s};
                  if (reader->fault)
                      return weak.deliver(failure(protocolError(*reader->fault, *answer)));
                  weak.deliver(reader->records);
              });
    return completion.call();
}

namespace {

/// Cuts an evidence file into whole lines while it arrives, and knows its first and its last.
struct EvidenceReader
{
    QByteArray rest;
    QByteArray last; ///< without its end
    AuditClient::EvidenceProgress progress;
    bool isBegun = false;

    QByteArray take(const QByteArray &bytes)
    {
        rest += bytes;
        const qsizetype end = rest.lastIndexOf('\n') + 1;
        QByteArray lines = rest.left(end);
        rest.remove(0, end);
        for (qsizetype from = 0; from < lines.size();) {
            const qsizetype to = lines.indexOf('\n', from);
            last = lines.mid(from, to - from);
            from = to + 1;
            progress.events += last.startsWith("{\"event\":") ? 1 : 0;
            if (std::exchange(isBegun, true))
                continue;
            const auto object = parseObject(last);
            const auto line = object ? fromJson<EvidenceLine>(*object) : tl::make_unexpected(object.error());
            if (line && line->manifest)
                progress.total = line->manifest->events;
        }
        return lines;
    }
    [[nodiscard]] Decoded<EvidenceEnd> end() const
    {
        const auto object = parseObject(last);
        const auto line = object ? fromJson<EvidenceLine>(*object) : tl::make_unexpected(object.error());
        if (!line || !line->end || !rest.isEmpty())
            return tl::make_unexpected(DecodeError{QString(), u"an end as the last line"_s});
        return *line->end;
    }
};

} // namespace

Call AuditClient::evidence(const AuditFilter &filter, QObject *context,
                           std::function<void(const QByteArray &, const EvidenceProgress &)> lines,
                           Callback<EvidenceEnd> callback)
{
    auto reader = std::make_shared<EvidenceReader>();
    const Completion<EvidenceEnd> completion(context, std::move(callback));
    const std::weak_ptr<CallState> state = completion.state();

    ApiRequest request = requestFor(Op::AuditEvidence);
    request.query = queryItems(filter);
    request.sink = [reader, state, lines = std::move(lines)](const QByteArray &bytes) {
        const auto alive = state.lock();
        const QByteArray whole = reader->take(bytes);
        if (!whole.isEmpty() && alive && alive->isActive())
            lines(whole, reader->progress);
    };
    m_api.run(completion.state(), std::move(request),
              [reader, weak = completion.weak()](const Result<ApiAnswer> &answer) {
                  if (!answer)
                      return weak.deliver(failure(answer.error()));
                  const auto end = reader->end();
                  if (!end)
                      return weak.deliver(failure(protocolError(end.error(), *answer)));
                  weak.deliver(*end);
              });
    return completion.call();
}

} // namespace pc::client
