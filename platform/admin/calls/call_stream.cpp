// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/caller.h"
#include "platform/admin/api/stream_piece.h"
#include "platform/admin/calls/call_handlers.h"
#include "platform/admin/calls/call_parameters.h"

#include <optional>
#include <utility>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// What a filter answers, piece by piece as the reader takes it. What came later than the beginning of the
/// stream is in it only with the oldest first.
class CallStreamBody
{
public:
    CallStreamBody(std::shared_ptr<const AdminCall> call, CallQuery query)
        : m_call(std::move(call)), m_query(std::move(query))
    {
        m_query.limit = streamPiece;
    }

    /// Reads the next piece.
    static void read(const std::shared_ptr<CallStreamBody> &self,
                     std::function<void(tl::expected<BodyChunk, StoreError>)> deliver)
    {
        self->m_call->context.store.read<Piece>(
            [self](Tx &tx) {
                Piece piece;
                const auto page = self->m_call->context.usage.listCalls(tx, self->m_query);
                if (!page)
                    return piece;
                for (const CallRecord &record : page->items)
                    piece.lines += toJsonText(record) + '\n';
                piece.next = page->nextCursor;
                return piece;
            },
            [self, deliver = std::move(deliver)](StoreResult<Piece> piece) {
                if (!piece)
                    return deliver(tl::make_unexpected(piece.error()));
                self->m_query.cursor = piece->next;
                deliver(BodyChunk{std::move(piece->lines),
                                  piece->next.isEmpty() ? BodyChunk::Kind::Last : BodyChunk::Kind::More});
            });
    }

    static void produce(const std::shared_ptr<CallStreamBody> &self, std::function<void(BodyChunk)> deliver)
    {
        if (noLongerAllowed(*self->m_call)) // cut, so that it cannot be taken for whole
            return deliver({{}, BodyChunk::Kind::Failed});
        if (auto first = std::exchange(self->m_first, std::nullopt))
            return deliver(std::move(*first));
        read(self, [deliver = std::move(deliver)](tl::expected<BodyChunk, StoreError> chunk) {
            deliver(chunk ? std::move(*chunk) : BodyChunk{{}, BodyChunk::Kind::Failed});
        });
    }

    void setFirst(BodyChunk first) { m_first = std::move(first); }

private:
    struct Piece
    {
        QByteArray lines;
        QString next;
    };

    const std::shared_ptr<const AdminCall> m_call;
    CallQuery m_query;
    std::optional<BodyChunk> m_first; ///< what was read before the answer began
};

} // namespace

void callStream(std::shared_ptr<AdminCall> call, Responder respond)
{
    Parameters parameters(call->request);
    CallQuery query;
    query.filter = callFilter(parameters);
    query.order = parameters.one(u"order", RowOrder::NewestFirst);
    if (!parameters.ok())
        return respond(toHttp(call->request, parameters.error()));
    const auto body = std::make_shared<CallStreamBody>(call, std::move(query));
    CallStreamBody::read(body, [call, respond, body](tl::expected<BodyChunk, StoreError> first) {
        if (!first)
            return respond(toHttp(call->request, tl::make_unexpected(storeProblem(first.error()))));
        if (auto over = noLongerAllowed(*call))
            return respond(toHttp(call->request, tl::make_unexpected(std::move(*over))));
        body->setFirst(std::move(*first));
        AdminReply reply;
        reply.headers.set("Content-Type", "application/x-ndjson");
        reply.stream = [body](std::function<void(BodyChunk)> deliver) {
            CallStreamBody::produce(body, std::move(deliver));
        };
        respond(toHttp(call->request, std::move(reply)));
    });
}

} // namespace pc::platform::handlers
