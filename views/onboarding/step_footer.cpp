// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/step_footer.h"

#include "models/onboarding/onboard_flow.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/confirm_dialog.h"
#include "views/words/names.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;
using models::OnboardStep;

StepFooter::StepFooter(QWidget *parent)
    : QWidget(parent),
      m_close(makeButton(u"saveAndClose"_s, tr("Save and close"), Icon::None, ButtonKind::Normal, this)),
      m_discard(makeButton(u"discardDraft"_s, tr("Discard draft…"), Icon::None, ButtonKind::Ghost, this)),
      m_back(makeButton(u"stepBack"_s, tr("Back"), Icon::None, ButtonKind::Normal, this)),
      m_next(makeButton(u"stepNext"_s, tr("Continue"), Icon::None, ButtonKind::Primary, this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new Separator);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::m, space::m, space::m, space::m);
    row->setSpacing(space::s);
    // In line with the fields, where there is room: in a small window the words of the buttons need it more.
    row->addSpacerItem(new QSpacerItem(space::l, 0, QSizePolicy::Maximum));
    row->addWidget(m_close);
    row->addWidget(m_discard);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addSpacerItem(new QSpacerItem(space::l, 0, QSizePolicy::Maximum));
    outer->addLayout(row);
    connect(m_close, &QPushButton::clicked, this, &StepFooter::closeRequested);
    connect(m_discard, &QPushButton::clicked, this, &StepFooter::askDiscard);
    connect(m_back, &QPushButton::clicked, this, &StepFooter::backRequested);
    connect(m_next, &QPushButton::clicked, this, &StepFooter::nextRequested);
}

void StepFooter::showFlow(const models::OnboardFlow &flow)
{
    m_partner = flow.draft().partner.name;
    const bool busy = flow.state() == FlowState::Working;
    const bool open = !busy && flow.state() != FlowState::OutcomeUnknown;
    m_back->setVisible(flow.step() != OnboardStep::Organisation);
    m_next->setText(busy                                 ? tr("Creating…")
                    : flow.step() == OnboardStep::Review ? tr("Create partner")
                                                         : tr("Continue"));
    m_next->setEnabled(open);
    m_discard->setEnabled(open);
    m_discard->setVisible(flow.savedAt().isValid() || flow.wasResumed());
}

void StepFooter::askDiscard()
{
    const Confirmation question{
        .objectName = u"discardDraftDialog"_s,
        .title = tr("Discard this draft"),
        .text =
            m_partner.isEmpty()
                ? tr("What was typed so far is removed. This cannot be undone.")
                : tr("What was typed about %1 is removed. This cannot be undone.").arg(inSentence(m_partner)),
        .keep = tr("Keep draft"),
        .act = tr("Discard draft"),
        .which = Icon::Trash,
        .actIcon = Icon::Trash,
        .width = 460};
    askToConfirm(question, window(), [this] { Q_EMIT discardConfirmed(); });
}

void StepFooter::focusNext()
{
    m_next->setFocus(Qt::OtherFocusReason);
}

} // namespace pc::views
