// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/revocation_proof.h"

#include "views/style/space.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/words/names.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace pc::views {

RevocationProofView::RevocationProofView(const RevocationProof &proof, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("revocationProof"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    setProof(proof);
}

void RevocationProofView::setProof(const RevocationProof &proof)
{
    m_proof = proof;
    delete m_table;
    m_table = new QWidget;
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::s);
    if (!m_proof.points.isEmpty()) {
        const QStringList heads{tr("Decision point"), tr("Before"), tr("After")};
        for (int column = 0; column < heads.size(); ++column)
            grid->addWidget(new Label(heads.at(column), TypeRole::Small, Tone::Muted), 0, column + 1);
    }
    for (int i = 0; i < m_proof.points.size(); ++i)
        addPoint(grid, i + 1, m_proof.points.at(i));
    for (int column = 1; column <= 3; ++column)
        grid->setColumnStretch(column, 1);
    layout()->addWidget(m_table);
    setAccessibleName(asText());
}

void RevocationProofView::addPoint(QGridLayout *grid, int row, const PointProof &point) const
{
    const bool proven = point.outcome == ProofOutcome::Proven;
    const bool running = point.outcome == ProofOutcome::Running;
    const bool silent = point.outcome == ProofOutcome::NotAsked;
    auto *icon = new IconLabel(proven    ? Icon::Check
                               : running ? Icon::Clock
                                         : Icon::Warning,
                               proven    ? Tone::Ok
                               : running ? Tone::Muted
                               : silent  ? Tone::Warn
                                         : Tone::Bad,
                               16);
    grid->addWidget(icon, row, 0, Qt::AlignTop);
    auto *name = new Label(decisionPointName(point.gateway) + QLatin1Char('\n') + outcomeText(point.outcome),
                           TypeRole::Body);
    name->setObjectName(QStringLiteral("point"));
    grid->addWidget(name, row, 1, Qt::AlignTop);
    const auto cell = [&](int column, const std::optional<Probe> &probe) {
        auto *label =
            new Label(running && column == 3 ? tr("…") : probeText(probe), TypeRole::Small, Tone::Muted);
        label->setSelectable(true);
        if (probe)
            label->setToolTip(isoUtc(probe->at));
        grid->addWidget(label, row, column, Qt::AlignTop);
    };
    cell(2, point.before);
    cell(3, point.after);
}

QString RevocationProofView::outcomeText(ProofOutcome outcome)
{
    switch (outcome) {
    case ProofOutcome::Running:
        return tr("being asked");
    case ProofOutcome::Proven:
        return tr("proven");
    case ProofOutcome::NotAsked:
        return tr("could not be asked");
    case ProofOutcome::NotProven:
    case ProofOutcome::Unknown:
        break;
    }
    return tr("not proven");
}

QString RevocationProofView::probeText(const std::optional<Probe> &probe) const
{
    if (!probe || probe->status == 0)
        return tr("no answer");
    const QString verdict =
        probe->accepted ? tr("accepted (%1)").arg(probe->status) : tr("refused (%1)").arg(probe->status);
    return tr("%1\n%2 UTC · snapshot %3\n%4")
        .arg(verdict, probe->at.toUTC().toString(QStringLiteral("HH:mm:ss.zzz")))
        .arg(probe->snapshot)
        .arg(probe->decisionId);
}

QString RevocationProofView::asText() const
{
    QStringList lines;
    for (const PointProof &point : m_proof.points) {
        lines.append(tr("%1: %2", "decision point, proven or not")
                         .arg(decisionPointName(point.gateway), outcomeText(point.outcome)));
        lines.append(tr("%1, before: %2").arg(decisionPointName(point.gateway), probeText(point.before)));
        lines.append(tr("%1, after: %2").arg(decisionPointName(point.gateway), probeText(point.after)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString RevocationProofView::probeLine(const std::optional<Probe> &probe)
{
    if (!probe || probe->status == 0)
        return tr("no answer");
    const QString verdict =
        probe->accepted ? tr("accepted (%1)").arg(probe->status) : tr("refused (%1)").arg(probe->status);
    return tr("%1, %2 UTC, snapshot %3, decision %4")
        .arg(verdict, auditUtc(probe->at), QString::number(probe->snapshot), probe->decisionId);
}

QString RevocationProofView::receiptText(const RevocationReceipt &receipt)
{
    const Credential &credential = receipt.credential;
    QStringList lines{tr("Revoked: %1 (%2)", "credential, its ID").arg(credential.name, credential.id),
                      tr("Partner: %1 (%2)", "name, ID").arg(credential.partnerName, credential.partnerId),
                      tr("In force since: %1 UTC").arg(auditUtc(receipt.effectiveAt)),
                      tr("By: %1").arg(credential.revokedBy), tr("Reason: %1").arg(credential.revokedReason)};
    if (!receipt.durable)
        lines.append(tr("Not stored yet: the credential stays closed all the same."));
    lines.append(receipt.proof.points.isEmpty()
                     ? tr("Proof: none, no decision point was asked before.")
                     : tr("Proof: %1", "proven or not").arg(outcomeText(receipt.proof.state)));
    for (const PointProof &point : receipt.proof.points) {
        lines.append(tr("%1: %2", "decision point, proven or not")
                         .arg(decisionPointName(point.gateway), outcomeText(point.outcome)));
        lines.append(tr("%1, before: %2").arg(decisionPointName(point.gateway), probeLine(point.before)));
        lines.append(tr("%1, after: %2").arg(decisionPointName(point.gateway), probeLine(point.after)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace pc::views
