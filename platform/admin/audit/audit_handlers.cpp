// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/audit/audit_handlers.h"

#include "platform/admin/api/caller.h"
#include "platform/admin/api/stream_piece.h"
#include "platform/admin/audit/audit_parameters.h"
#include "platform/store/audit/audit_canonical.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// The log from an index to the size it had at the start, piece by piece as the reader takes it.
class AuditStreamBody
{
public:
    AuditStreamBody(std::shared_ptr<const AdminCall> call, qint64 from, qint64 end)
        : m_call(std::move(call)), m_next(from), m_end(end)
    {
    }

    static void produce(const std::shared_ptr<AuditStreamBody> &self, std::function<void(BodyChunk)> deliver)
    {
        // It may begin anywhere behind the end.
        const int wanted = static_cast<int>(std::clamp<qint64>(self->m_end - self->m_next, 0, streamPiece));
        if (wanted == 0)
            return deliver({{}, BodyChunk::Kind::Last});
        if (noLongerAllowed(*self->m_call)) // cut, so that it cannot be taken for whole
            return deliver({{}, BodyChunk::Kind::Failed});
        const qint64 from = self->m_next;
        self->m_call->context.store.read<QByteArray>(
            [from, wanted](Tx &tx) {
                QByteArray lines;
                const QList<QByteArray> range = audit_log::canonicalRange(tx, from, wanted);
                for (const QByteArray &canonical : range)
                    lines += jsonBytes(AuditRecord{audit_log::decode(canonical), canonical}) + '\n';
                return lines;
            },
            [self, wanted, deliver](StoreResult<QByteArray> lines) {
                if (!lines)
                    return deliver({{}, BodyChunk::Kind::Failed});
                self->m_next += wanted;
                deliver({std::move(*lines),
                         self->m_next < self->m_end ? BodyChunk::Kind::More : BodyChunk::Kind::Last});
            });
    }

private:
    const std::shared_ptr<const AdminCall> m_call;
    qint64 m_next;
    qint64 m_end;
};

audit_log::TimeIsOver patienceOf(const AdminCall &call)
{
    const auto end = std::chrono::steady_clock::now() + call.context.settings.searchPatience;
    return [end] { return std::chrono::steady_clock::now() >= end; };
}

} // namespace

AdminResult auditList(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    AuditQuery query;
    static_cast<AuditFilter &>(query) = auditFilter(parameters);
    query.at = parameters.time(u"at");
    query.order = parameters.one(u"order", RowOrder::NewestFirst);
    query.limit = parameters.limit();
    query.cursor = parameters.cursor();
    if (!parameters.ok())
        return parameters.error();
    const auto page = audit_log::list(tx, query, patienceOf(call));
    if (!page)
        return badCursor();
    // The list carries the events alone; the canonical bytes of one are at /audit/events/{event_id}.
    Page<AuditEvent> events;
    events.nextCursor = page->nextCursor;
    events.previousCursor = page->previousCursor;
    events.searchedTo = page->searchedTo;
    events.count = page->count;
    events.countAtLeast = page->countAtLeast;
    for (const AuditRecord &record : page->items)
        events.items.append(record.event);
    return replyWith(events);
}

AdminResult auditHistogram(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const AuditFilter filter = auditFilter(parameters);
    const auto buckets = parameters.number("buckets");
    if (!parameters.ok())
        return parameters.error();
    return replyWith(
        audit_log::histogram(tx, filter, static_cast<int>(*buckets), call.now, patienceOf(call)));
}

AdminResult auditGet(const AdminCall &call, Tx &tx)
{
    const qint64 index = eventIndex(call.parameter("event_id"));
    const auto record = index < 0 ? std::nullopt : audit_log::find(tx, index);
    if (!record)
        return notFound(u"event"_s);
    return replyWith(*record);
}

void auditStream(std::shared_ptr<AdminCall> call, Responder respond)
{
    Parameters parameters(call->request);
    const qint64 from = parameters.number(u"after", -1, INT64_MAX - 1).value_or(-1) + 1;
    if (!parameters.ok())
        return respond(toHttp(call->request, parameters.error()));
    call->context.store.read<qint64>(
        [](Tx &tx) { return static_cast<qint64>(audit_log::frontier(tx).size()); },
        [call, respond, from](StoreResult<qint64> size) {
            if (!size)
                return respond(toHttp(call->request, tl::make_unexpected(storeProblem(size.error()))));
            if (auto over = noLongerAllowed(*call))
                return respond(toHttp(call->request, tl::make_unexpected(std::move(*over))));
            AdminReply reply;
            reply.headers.set("Content-Type", "application/x-ndjson");
            auto body = std::make_shared<AuditStreamBody>(call, from, *size);
            reply.stream = [body](std::function<void(BodyChunk)> deliver) {
                AuditStreamBody::produce(body, std::move(deliver));
            };
            respond(toHttp(call->request, std::move(reply)));
        });
}

AdminResult checkpointGet(const AdminCall &call, Tx &tx)
{
    const auto latest = checkpoint_rows::latest(tx);
    if (!latest)
        return refuse(ProblemCode::NoCheckpoint, u"No checkpoint was signed yet"_s);
    return replyWith(call.context.signer.value(*latest));
}

AdminExpected<PreparedWrite> checkpointMake(const WriteCall &)
{
    return PreparedWrite{[](const WriteCall &asked, Tx &tx) -> WriteResult {
        const AuditSigner &signer = asked.context.signer;
        return WriteOutcome{replyWith(signer.value(signer.make(tx, asked.now)))};
    }};
}

AdminResult inclusionProofGet(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const auto log = static_cast<qint64>(audit_log::frontier(tx).size());
    const auto size = parameters.number(u"size", 1, log);
    const auto index = parameters.number(u"index", 0, size.value_or(1) - 1);
    if (!index || !size)
        parameters.fail(index ? u"size" : u"index", u"index and size with index < size ≤ %1"_s.arg(log));
    if (!parameters.ok())
        return parameters.error();
    const auto path = merkle::inclusionProof(static_cast<quint64>(*index), static_cast<quint64>(*size),
                                             audit_log::subtrees(tx));
    if (!path)
        throw SqlFailure({StoreError::Kind::Corrupt, u"the tree of the audit log has a hole"_s});
    return replyWith(InclusionProof{*index, *size, *path});
}

AdminResult consistencyProofGet(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const auto log = static_cast<qint64>(audit_log::frontier(tx).size());
    const auto second = parameters.number(u"second", 0, log);
    const auto first = parameters.number(u"first", 0, second.value_or(0));
    if (!first || !second)
        parameters.fail(first ? u"second" : u"first",
                        u"first and second with first ≤ second ≤ %1"_s.arg(log));
    if (!parameters.ok())
        return parameters.error();
    const auto path = merkle::consistencyProof(static_cast<quint64>(*first), static_cast<quint64>(*second),
                                               audit_log::subtrees(tx));
    if (!path)
        throw SqlFailure({StoreError::Kind::Corrupt, u"the tree of the audit log has a hole"_s});
    return replyWith(ConsistencyProof{*first, *second, *path});
}

} // namespace pc::platform::handlers
