// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/audit/evidence_handler.h"

#include "platform/admin/api/caller.h"
#include "platform/admin/audit/audit_parameters.h"
#include "platform/admin/audit/evidence_writer.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Of one piece: the reader's turn is given back in between.
constexpr std::chrono::milliseconds piecePatience{200};

audit_log::TimeIsOver patience()
{
    const auto end = std::chrono::steady_clock::now() + piecePatience;
    return [end] { return std::chrono::steady_clock::now() >= end; };
}

/// The file, piece by piece as the reader takes it.
class EvidenceBody
{
public:
    EvidenceBody(std::shared_ptr<const AdminCall> call, EvidenceManifest manifest)
        : m_call(std::move(call)), m_writer(m_call->context.signer, std::move(manifest))
    {
    }

    static void produce(const std::shared_ptr<EvidenceBody> &self, std::function<void(BodyChunk)> deliver)
    {
        if (noLongerAllowed(*self->m_call)) // cut, so that it cannot be taken for whole
            return deliver({{}, BodyChunk::Kind::Failed});
        self->m_call->context.store.read<QByteArray>(
            [self](Tx &tx) { return self->m_writer.next(tx, patience()); },
            [self, deliver](StoreResult<QByteArray> lines) {
                if (!lines)
                    return deliver({{}, BodyChunk::Kind::Failed});
                if (lines->isEmpty() && !self->m_call->request.isPeerGone())
                    return produce(self, deliver); // an empty piece would be the end
                deliver({std::move(*lines),
                         self->m_writer.isOver() ? BodyChunk::Kind::Last : BodyChunk::Kind::More});
            });
    }

private:
    const std::shared_ptr<const AdminCall> m_call;
    EvidenceWriter m_writer;
};

void answer(const std::shared_ptr<AdminCall> &call, EvidenceManifest manifest, const Responder &respond)
{
    AdminReply reply;
    reply.headers.set("Content-Type", "application/x-ndjson");
    auto body = std::make_shared<EvidenceBody>(call, std::move(manifest));
    reply.stream = [body](std::function<void(BodyChunk)> deliver) {
        EvidenceBody::produce(body, std::move(deliver));
    };
    respond(toHttp(call->request, std::move(reply)));
}

/// Against a checkpoint that is there, or nothing.
AdminExpected<EvidenceManifest> manifestOf(const AdminCall &call, Tx &tx, const AuditFilter &filter,
                                           std::optional<CheckpointRow> checkpoint)
{
    if (!checkpoint)
        checkpoint = checkpoint_rows::latest(tx);
    if (!checkpoint)
        return refuse(ProblemCode::NoCheckpoint, u"No checkpoint was signed yet"_s);
    EvidenceManifest manifest =
        EvidenceWriter::manifestOf(tx, filter, call.context.signer.value(*checkpoint), patience());
    manifest.madeAt = call.now;
    manifest.madeBy = call.actor.account;
    return manifest;
}

} // namespace

void auditEvidence(std::shared_ptr<AdminCall> call, Responder respond)
{
    Parameters parameters(call->request);
    const AuditFilter filter = auditFilter(parameters);
    if (!parameters.ok())
        return respond(toHttp(call->request, parameters.error()));
    // The newest events are to be in it. When none can be signed, it ends with the last that was.
    call->context.store.write<CheckpointRow>(
        Store::Urgency::Ordinary, [call](Tx &tx) { return call->context.signer.make(tx, call->now); },
        [call, respond, filter](StoreResult<CheckpointRow> made) {
            const auto checkpoint = made ? std::optional(std::move(*made)) : std::nullopt;
            call->context.store.read<AdminExpected<EvidenceManifest>>(
                [call, filter, checkpoint](Tx &tx) { return manifestOf(*call, tx, filter, checkpoint); },
                [call, respond](StoreResult<AdminExpected<EvidenceManifest>> manifest) {
                    if (!manifest)
                        return respond(
                            toHttp(call->request, tl::make_unexpected(storeProblem(manifest.error()))));
                    if (auto over = noLongerAllowed(*call))
                        return respond(toHttp(call->request, tl::make_unexpected(std::move(*over))));
                    if (!*manifest)
                        return respond(
                            toHttp(call->request, tl::make_unexpected(std::move(manifest->error()))));
                    answer(call, std::move(**manifest), respond);
                });
        });
}

} // namespace pc::platform::handlers
