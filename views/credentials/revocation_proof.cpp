// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/revocation_proof.h"

#include "views/style/space.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"

#include <QGridLayout>

#include <algorithm>

namespace pc::views {

RevocationProofView::RevocationProofView(const RevocationReceipt &receipt, QWidget *parent)
    : QWidget(parent), m_receipt(receipt)
{
    setObjectName(QStringLiteral("revocationProof"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::s);
    const QStringList heads{tr("Decision point"), tr("Before the cut"), tr("After the cut")};
    for (int column = 0; column < heads.size(); ++column)
        grid->addWidget(new Label(heads.at(column), TypeRole::Small, Tone::Muted), 0, column * 2, 1, 2);
    const auto probeCell = [grid](int row, int column, const Probe &probe, bool good, const QString &text) {
        grid->addWidget(new IconLabel(good ? Icon::Check : Icon::Warning, good ? Tone::Ok : Tone::Bad, 16),
                        row, column, Qt::AlignTop);
        auto *label = new Label(text, TypeRole::Small);
        label->setSelectable(true);
        label->setToolTip(isoUtc(probe.at));
        grid->addWidget(label, row, column + 1);
    };
    for (int i = 0; i < m_receipt.proof.before.size(); ++i) {
        const Probe &before = m_receipt.proof.before.at(i);
        auto *name = new Label(before.gateway, TypeRole::Body);
        grid->addWidget(name, i + 1, 0, 1, 2, Qt::AlignTop);
        probeCell(i + 1, 2, before, before.accepted, probeText(before));
        const auto after =
            std::find_if(m_receipt.proof.after.begin(), m_receipt.proof.after.end(),
                         [&before](const Probe &probe) { return probe.gateway == before.gateway; });
        if (after != m_receipt.proof.after.end())
            probeCell(i + 1, 4, *after, !after->accepted, probeText(*after));
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 2);
    grid->setColumnStretch(5, 2);
    setAccessibleName(asText());
}

QString RevocationProofView::probeText(const Probe &probe) const
{
    const QString verdict =
        probe.accepted ? tr("accepted (%1)").arg(probe.status) : tr("refused (%1)").arg(probe.status);
    return tr("%1\n%2 UTC · snapshot %3\n%4")
        .arg(verdict, probe.at.toUTC().toString(QStringLiteral("HH:mm:ss.zzz")))
        .arg(probe.snapshot)
        .arg(probe.decisionId);
}

QString RevocationProofView::asText() const
{
    QStringList lines;
    for (const Probe &probe : m_receipt.proof.before)
        lines.append(tr("%1, before: %2").arg(probe.gateway, probeText(probe)));
    for (const Probe &probe : m_receipt.proof.after)
        lines.append(tr("%1, after: %2").arg(probe.gateway, probeText(probe)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace pc::views
