// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/proof_handlers.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/gateway/revocation_proofs.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/revocation_rows.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// A credential that is closed, whose revocation the store has not taken yet.
std::optional<JournalEntry> waitingFor(const AdminContext &context, const QString &credentialId)
{
    for (const RevocationBacklog::Waiting &each : context.backlog.waiting()) {
        if (each.entry.kind == JournalEntry::Kind::Credential && each.entry.id == credentialId)
            return each.entry;
    }
    return {};
}

} // namespace

void credentialProbe(std::shared_ptr<AdminCall> call, Responder respond)
{
    const QString id = call->parameter("credential_id");
    if (!call->context.policy.current()->credential(id16Of(id)))
        return respond(toHttp(call->request, notFound(u"credential"_s)));
    if (!call->context.proofs)
        return respond(toHttp(call->request, replyWith(ProbeReport{id, 0, {}, call->now})));
    call->context.proofs->prepare(id, [call, respond](const ProbeReport &report) {
        respond(toHttp(call->request, replyWith(report)));
    });
}

AdminResult revocationGet(const AdminCall &call, Tx &tx)
{
    const QString id = call.parameter("credential_id");
    const auto row = credential_rows::find(tx, id);
    const std::optional<JournalEntry> waiting = waitingFor(call.context, id);
    if (!row || (!row->value.revokedAt && !waiting))
        return notFound(u"revocation"_s);
    RevocationReceipt receipt;
    receipt.durable = row->value.revokedAt.has_value();
    receipt.effectiveAt = receipt.durable ? *row->value.revokedAt : waiting->at;
    if (auto stored = revocation_rows::find(tx, id))
        receipt = std::move(*stored);
    receipt.credential = life_cycle::present(*row, call.now);
    receipt.credential.state = CredentialState::Revoked;
    const auto known = call.context.proofs ? call.context.proofs->known(id) : std::nullopt;
    if (known)
        receipt.proof = *known;
    else if (receipt.proof.state == ProofOutcome::Running) // the service ended before the points answered
        receipt.proof.state = ProofOutcome::NotProven;
    return replyWith(receipt);
}

} // namespace pc::platform::handlers
