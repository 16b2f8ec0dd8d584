// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/proof_words.h"

#include "views/widgets/relative_time.h"
#include "views/words/names.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct ProofWords
{
    Q_DECLARE_TR_FUNCTIONS(ProofWords)
};

QString verdictText(const Probe &probe)
{
    return probe.accepted ? ProofWords::tr("accepted (%1)").arg(probe.status)
                          : ProofWords::tr("refused (%1)").arg(probe.status);
}

/// probeText() in one line, with the date.
QString probeLine(const std::optional<Probe> &probe)
{
    if (!probe || probe->status == 0)
        return ProofWords::tr("no answer");
    return ProofWords::tr("%1, %2 UTC, snapshot %3, decision %4")
        .arg(verdictText(*probe), auditUtc(probe->at), QString::number(probe->snapshot), probe->decisionId);
}

/// `say`: what becomes of the answers before and after.
QStringList pointLines(const RevocationProof &proof, QString (*say)(const std::optional<Probe> &))
{
    QStringList lines;
    for (const PointProof &point : proof.points) {
        const QString name = decisionPointName(point.gateway);
        lines.append(
            ProofWords::tr("%1: %2", "decision point, proven or not").arg(name, proofText(point.outcome)));
        lines.append(ProofWords::tr("%1, before: %2").arg(name, say(point.before)));
        lines.append(ProofWords::tr("%1, after: %2").arg(name, say(point.after)));
    }
    return lines;
}

} // namespace

QString proofText(ProofOutcome outcome)
{
    switch (outcome) {
    case ProofOutcome::Running:
        return ProofWords::tr("being asked");
    case ProofOutcome::Proven:
        return ProofWords::tr("proven");
    case ProofOutcome::NotAsked:
        return ProofWords::tr("could not be asked");
    case ProofOutcome::NotProven:
    case ProofOutcome::Unknown:
        break;
    }
    return ProofWords::tr("not proven");
}

QString probeText(const std::optional<Probe> &probe)
{
    if (!probe || probe->status == 0)
        return ProofWords::tr("no answer");
    return ProofWords::tr("%1\n%2 UTC · snapshot %3\n%4")
        .arg(verdictText(*probe), probe->at.toUTC().toString(QStringLiteral("HH:mm:ss.zzz")))
        .arg(probe->snapshot)
        .arg(probe->decisionId);
}

QString proofLines(const RevocationProof &proof)
{
    return pointLines(proof, probeText).join(QLatin1Char('\n'));
}

QString receiptText(const RevocationReceipt &receipt)
{
    const Credential &credential = receipt.credential;
    QStringList lines{
        ProofWords::tr("Revoked: %1 (%2)", "credential, its ID").arg(credential.name, credential.id),
        ProofWords::tr("Partner: %1 (%2)", "name, ID").arg(credential.partnerName, credential.partnerId),
        ProofWords::tr("In force since: %1 UTC").arg(auditUtc(receipt.effectiveAt)),
        ProofWords::tr("By: %1").arg(credential.revokedBy),
        ProofWords::tr("Reason: %1").arg(credential.revokedReason)};
    if (!receipt.durable)
        lines.append(ProofWords::tr("Not stored yet: the credential stays closed all the same."));
    lines.append(receipt.proof.points.isEmpty()
                     ? ProofWords::tr("Proof: none, no decision point was asked before.")
                     : ProofWords::tr("Proof: %1", "proven or not").arg(proofText(receipt.proof.state)));
    lines.append(pointLines(receipt.proof, probeLine));
    return lines.join(QLatin1Char('\n'));
}

} // namespace pc::views
