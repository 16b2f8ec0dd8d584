// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/proof_recording.h"

#include "platform/admin/api/settle_outcome.h"
#include "platform/domain/audit_diff.h"
#include "platform/gateway/revocation_proofs.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/revocation_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const std::optional<Probe> &probe)
{
    if (!probe || probe->status == 0)
        return u"could not be asked"_s;
    return u"%1 %2 %3"_s
        .arg(probe->accepted ? u"accepted"_s : u"refused"_s, QString::number(probe->status),
             probe->decisionId)
        .trimmed();
}

AuditEvent eventOf(const CredentialRow &row, const RevocationProof &proof)
{
    const Credential &credential = row.value;
    AuditEvent event =
        eventAbout(AuditAction::CredentialRevokeProbed, credential.id, credential.name, credential.partnerId);
    event.changes = {{u"proof"_s, {}, toText(proof.state)}};
    for (const PointProof &point : proof.points)
        event.changes.append({point.gateway, textOf(point.before), textOf(point.after)});
    return event;
}

} // namespace

void proveRevocation(const std::shared_ptr<const WriteCall> &call)
{
    AdminContext &context = call->context;
    const QString id = call->parameter("credential_id");
    if (!context.proofs || !context.proofs->isPrepared(id))
        return;
    context.proofs->prove(id, [call, id](const RevocationProof &proof) {
        call->context.store.write<bool>(
            Store::Urgency::Ordinary,
            [call, id, proof](Tx &tx) {
                const auto row = credential_rows::find(tx, id);
                if (!row) {
                    tx.rollBack();
                    return false;
                }
                if (auto receipt = revocation_rows::find(tx, id)) {
                    receipt->proof = proof;
                    revocation_rows::put(tx, *receipt);
                }
                settleOutcome(call->context, tx, outcomeOf(eventOf(*row, proof), ChangeKind::Credential),
                              ofTheCaller(*call));
                return true;
            },
            [call, id](const StoreResult<bool> &stored) {
                if (!stored)
                    call->context.log.warning("proof_not_stored", {{"id", id}, {"why", stored.error().text}});
            });
    });
}

} // namespace pc::platform
