// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/revocation_proof.h"

#include "views/style/space.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/words/names.h"
#include "views/words/proof_words.h"

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
    delete m_table;
    m_table = new QWidget;
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::s);
    if (!proof.points.isEmpty()) {
        const QStringList heads{tr("Decision point"), tr("Before"), tr("After")};
        for (int column = 0; column < heads.size(); ++column)
            grid->addWidget(new Label(heads.at(column), TypeRole::Small, Tone::Muted), 0, column + 1);
    }
    for (int i = 0; i < proof.points.size(); ++i)
        addPoint(grid, i + 1, proof.points.at(i));
    for (int column = 1; column <= 3; ++column)
        grid->setColumnStretch(column, 1);
    layout()->addWidget(m_table);
    setAccessibleName(proofLines(proof));
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
    auto *name = new Label(decisionPointName(point.gateway) + QLatin1Char('\n') + proofText(point.outcome),
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

} // namespace pc::views
