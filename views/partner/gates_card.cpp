// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/gates_card.h"

#include "models/partners/partner_model.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/words/error_words.h"
#include "views/words/gate_words.h"
#include "views/words/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

/// What only time passes, or another act, is put right at no place: the overview is where it is said.
bool isFixable(const Gate &gate)
{
    return !gate.fixAt.isEmpty() && gate.fixAt != "overview"_L1;
}

} // namespace

GatesCard::GatesCard(QWidget *parent) : Card({}, parent)
{
    setObjectName(u"gatesCard"_s);
    body()->setSpacing(space::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_icon = new IconLabel(Icon::Clock, Tone::Warn, 16);
    m_title = new Label;
    m_title->setRole(TypeRole::Body, QFont::DemiBold);
    m_title->setWordWrap(true);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_title, 1);
    body()->addLayout(row);
    new HeightKeeper(this);
}

void GatesCard::clearRows()
{
    for (QWidget *row : std::as_const(m_rows))
        delete row;
    m_rows.clear();
}

void GatesCard::setMessage(const QString &message)
{
    clearRows();
    m_shown.reset();
    setSeverity(Severity::Neutral);
    m_icon->setIcon(Icon::Info, Tone::Muted);
    m_title->setTone(Tone::Muted);
    m_title->setText(message);
}

void GatesCard::showGates(const models::PartnerModel &partner)
{
    if (partner.gates())
        setGates(*partner.gates());
    else if (partner.gatesError())
        setMessage(errorLine(*partner.gatesError(), tr("The gates could not be loaded.")));
    else
        setMessage(tr("Loading the gates…"));
}

void GatesCard::setGates(const StageGates &gates)
{
    if (gates == m_shown)
        return; // asked again, and the same: somebody may be at one of the buttons
    m_shown = gates;
    clearRows();
    const QString next = stageText(stageLevel(gates.next));
    const auto open = static_cast<int>(std::count_if(gates.gates.cbegin(), gates.gates.cend(),
                                                     [](const Gate &gate) { return !gate.passed; }));
    const auto all = static_cast<int>(gates.gates.size());
    if (gates.next == Stage::Unknown) {
        setSeverity(Severity::Neutral);
        m_icon->setIcon(Icon::CheckCircle, Tone::Muted);
        m_title->setTone(Tone::Text);
        m_title->setText(tr("Full production: there is no further stage"));
    } else if (open == 0) {
        setSeverity(Severity::Ok);
        m_icon->setIcon(Icon::CheckCircle, Tone::Ok);
        m_title->setTone(Tone::Ok);
        m_title->setText(tr("All %n gate(s) passed for %1", nullptr, all).arg(next));
    } else {
        setSeverity(Severity::Warn);
        m_icon->setIcon(Icon::Clock, Tone::Warn);
        m_title->setTone(Tone::Warn);
        m_title->setText(tr("%1 of %n gate(s) not passed yet for %2", nullptr, all).arg(open).arg(next));
    }
    for (const Gate &gate : gates.gates)
        addRow(gate);
    setAccessibleName(m_title->text());
}

void GatesCard::addRow(const Gate &gate)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto *mark =
        new IconLabel(gate.passed ? Icon::Check : Icon::Close, gate.passed ? Tone::Ok : Tone::Bad, 16);
    mark->setAccessibleName(gate.passed ? tr("Passed") : tr("Not passed yet"));
    layout->addWidget(mark, 0, m_detailed ? Qt::AlignTop : Qt::AlignVCenter);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *title = new Label(gateTitle(gate));
    title->setWordWrap(true);
    texts->addWidget(title);
    if (const QString why = gate.passed ? QString() : gateFaultText(gate); !why.isEmpty()) {
        if (m_detailed) {
            auto *detail = new Label(why, TypeRole::Small, Tone::Muted);
            detail->setWordWrap(true);
            texts->addWidget(detail);
        } else {
            title->setToolTip(why);
        }
    }
    layout->addLayout(texts, 1);
    if (!gate.passed && isFixable(gate)) {
        QPushButton *fix =
            makeButton(u"fix_%1"_s.arg(gate.id), tr("Fix"), Icon::None, ButtonKind::Ghost, row);
        fix->setAccessibleName(tr("Fix: %1").arg(gateTitle(gate)));
        fix->setFixedHeight(24);
        layout->addWidget(fix, 0, Qt::AlignVCenter);
        connect(fix, &QPushButton::clicked, this, [this, at = gate.fixAt] { Q_EMIT fixRequested(at); });
    }
    body()->addWidget(row);
    m_rows.append(row);
}

} // namespace pc::views
