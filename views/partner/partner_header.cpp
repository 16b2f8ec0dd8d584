// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_header.h"

#include "views/commands/command_registry.h"
#include "views/style/space.h"
#include "views/widgets/avatar.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/stage_painter.h"
#include "views/widgets/whole_label.h"
#include "views/words/observation_words.h"
#include "views/words/partner_facts.h"
#include "views/words/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

PartnerHeader::PartnerHeader(CommandRegistry &commands, QWidget *parent)
    : QWidget(parent), m_commands(commands)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::pageMargin, space::m, space::l, space::s);
    layout->setSpacing(space::m);
    m_avatar = new Avatar;
    layout->addWidget(m_avatar);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::s);
    m_name = new ElidedLabel;
    m_name->setRole(TypeRole::DialogTitle, QFont::DemiBold);
    m_name->setObjectName(u"partnerName"_s);
    first->addWidget(m_name);
    m_status = new Badge;
    m_status->hide();
    first->addWidget(m_status);
    m_observed = new Chip(tr("Observed until"));
    m_observed->setObjectName(u"partnerObserved"_s);
    m_observed->setLeadingIcon(Icon::Eye);
    m_observed->hide();
    first->addWidget(m_observed);
    first->addStretch();
    names->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(space::xs);
    m_id = new Label({}, TypeRole::MonoSmall, Tone::Faint);
    m_id->setLayoutDirection(Qt::LeftToRight);
    second->addWidget(m_id);
    QToolButton *copy = makeIconButton(u"copyPartnerId"_s, Icon::Copy, tr("Copy ID"), this);
    copy->setFixedSize(22, 22);
    second->addWidget(copy);
    m_line = new WholeLabel({}, TypeRole::Small, Tone::Muted);
    second->addWidget(m_line, 1);
    names->addLayout(second);
    layout->addLayout(names); // as wide as its words
    m_stepper = new StageStepper;
    m_stepper->hide(); // until it is known that there is room
    layout->addWidget(m_stepper, 2);
    layout->addStretch(1);
    m_promote = makeButton(u"promoteButton"_s, tr("Promote…"), Icon::ArrowUp, ButtonKind::Normal, this);
    m_issue = makeButton(u"issueButton"_s, tr("Issue credential…"), Icon::Plus, ButtonKind::Primary, this);
    m_more = makeIconButton(u"partnerMenu"_s, Icon::Dots, tr("More acts"), this);
    layout->addWidget(m_promote);
    layout->addWidget(m_issue);
    layout->addWidget(m_more);

    connect(m_observed, &Chip::clicked, this, &PartnerHeader::observedRequested);
    connect(copy, &QToolButton::clicked, this, &PartnerHeader::copyIdRequested);
    connect(m_promote, &QPushButton::clicked, this, [this] { m_commands.run(u"partner.promote"_s); });
    connect(m_issue, &QPushButton::clicked, this, [this] { m_commands.run(u"partner.issue"_s); });
    connect(m_more, &QToolButton::clicked, this, &PartnerHeader::showMenu);
    connect(&m_commands, &CommandRegistry::refreshed, this, &PartnerHeader::showCommands);
}

void PartnerHeader::setPartner(const Partner &partner)
{
    m_avatar->setName(partner.name);
    m_name->setText(partner.name);
    m_id->setText(partner.id);
    const StateLook look = stateLook(partner.status);
    m_status->set(look.severity, look.icon, look.text);
    m_status->setVisible(look.exception);
    m_line->setText(
        tr("%1 · owner %2", "stage since date, account").arg(stageSinceText(partner), partner.owner));
    m_stepper->setLevel(stageLevel(partner.stage));
    m_promote->setVisible(partner.stage != Stage::Production);
}

void PartnerHeader::setObserved(const QString &text)
{
    m_observed->setVisible(!text.isEmpty());
    m_observed->setValue(text);
}

void PartnerHeader::showCommands()
{
    setDisabledReason(m_promote, m_commands.state(u"partner.promote"_s).reason);
    setDisabledReason(m_issue, m_commands.state(u"partner.issue"_s).reason);
}

void PartnerHeader::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands.fillMenu(menu, {u"partner.editDetails"_s,
                               u"partner.pack"_s,
                               u"partner.copyId"_s,
                               observeCommand(),
                               {},
                               u"partner.freeze"_s,
                               u"partner.unfreeze"_s});
    QPoint at(0, m_more->height());
    if (layoutDirection() == Qt::LeftToRight)
        at.rx() += m_more->width() - menu->sizeHint().width();
    menu->popup(m_more->mapToGlobal(at));
}

void PartnerHeader::resizeEvent(QResizeEvent *event)
{
    // The stage is told in words in the second line too, so the drawing may give way.
    const int needed = layout()->sizeHint().width() +
                       (m_stepper->isHidden() ? m_stepper->sizeHint().width() + layout()->spacing() : 0);
    m_stepper->setVisible(width() > std::max(820, needed));
    QWidget::resizeEvent(event);
}

} // namespace pc::views
