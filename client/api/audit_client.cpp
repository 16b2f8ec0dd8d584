// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/audit_client.h"

#include "client/api/endpoint.h"

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

} // namespace pc::client
