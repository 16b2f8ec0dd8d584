// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/partner_peek.h"

#include "models/access/catalogue_model.h"
#include "models/session/connection.h"
#include "views/partner/gates_card.h"
#include "views/partners/credential_lines.h"
#include "views/seams/clipboard.h"
#include "views/seams/partner_places.h"
#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/stage_painter.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/surface.h"
#include "views/words/act_guard.h"
#include "views/words/load_view.h"
#include "views/words/names.h"
#include "views/words/partner_facts.h"
#include "views/words/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

PartnerPeek::PartnerPeek(const ViewContext &context, const PartnerDeps &deps, QWidget *parent)
    : QWidget(parent), m_context(context),
      m_partner(context.connection.partners(), context.connection.access(), context.connection.feed()),
      m_credentials(context.connection.credentials(), context.connection.feed()), m_catalogue(deps.catalogue)
{
    setObjectName(u"partnerPeek"_s);
    setAccessibleName(tr("Partner at a glance"));
    setMinimumWidth(space::peekMinimum);
    m_stack = new StateStack(buildContent(), Skeleton::Shape::Detail);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_stack, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(120);
    connect(&m_delay, &QTimer::timeout, this, &PartnerPeek::ask);
    connect(&m_partner, &models::PartnerModel::changed, this, &PartnerPeek::showPartner);
    connect(&m_catalogue, &models::CatalogueModel::changed, this, &PartnerPeek::showPartner);
    connect(&m_partner, &models::PartnerModel::stateChanged, this,
            [this] { showLoadState(*m_stack, m_partner, tr("The partner could not be loaded.")); });
    connect(m_stack, &StateStack::retryRequested, this, &PartnerPeek::refresh);
    connect(m_stack, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(&m_context.connection, &models::Connection::statusChanged, this, &PartnerPeek::showPartner);
}

QWidget *PartnerPeek::buildContent()
{
    auto *content = new QWidget;
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(space::xl, space::m, space::l, space::m);
    layout->setSpacing(space::m);

    auto *head = new QHBoxLayout;
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    m_name = new ElidedLabel;
    m_name->setRole(TypeRole::DialogTitle, QFont::DemiBold);
    names->addWidget(m_name);
    auto *idRow = new QHBoxLayout;
    idRow->setSpacing(space::xs);
    m_id = new Label({}, TypeRole::MonoSmall, Tone::Faint);
    m_id->setLayoutDirection(Qt::LeftToRight);
    idRow->addWidget(m_id);
    QToolButton *copy = makeIconButton(u"peekCopyId"_s, Icon::Copy, tr("Copy ID"), this);
    idRow->addWidget(copy);
    m_status = new Badge;
    idRow->addWidget(m_status);
    idRow->addStretch();
    names->addLayout(idRow);
    head->addLayout(names, 1);
    QPushButton *open = makeButton(u"peekOpen"_s, tr("Open"), Icon::None, ButtonKind::Normal, this);
    head->addWidget(open, 0, Qt::AlignTop);
    QToolButton *close = makeIconButton(u"peekClose"_s, Icon::Close, tr("Close the pane"), this);
    head->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(head);

    m_stepper = new StageStepper;
    layout->addWidget(m_stepper);
    m_gates = new GatesCard;
    layout->addWidget(m_gates);
    m_facts = new KeyValueList;
    layout->addWidget(m_facts);
    layout->addWidget(new Separator);
    layout->addWidget(new SectionTitle(tr("Credentials")));
    m_lines = new CredentialLines(m_credentials, m_context.ticker, 4);
    layout->addWidget(m_lines);
    layout->addStretch();

    auto *scroll = scrollOver(body);
    outer->addWidget(scroll, 1);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::xl, space::m, space::l, space::m);
    m_issue = makeButton(u"peekIssue"_s, tr("Issue credential…"), Icon::Plus, ButtonKind::Primary, this);
    foot->addWidget(m_issue);
    foot->addStretch();
    outer->addWidget(new Separator);
    outer->addLayout(foot);

    connect(copy, &QToolButton::clicked, this,
            [this] { m_context.clipboard.setText(m_partner.partnerId()); });
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_wanted, {}); });
    connect(close, &QToolButton::clicked, this, &PartnerPeek::closeRequested);
    connect(m_issue, &QPushButton::clicked, this, [this] { Q_EMIT issueRequested(m_wanted); });
    connect(m_lines, &CredentialLines::allRequested, this,
            [this] { Q_EMIT openRequested(m_wanted, u"credentials"_s); });
    connect(m_gates, &GatesCard::fixRequested, this,
            [this](const QString &fixAt) { Q_EMIT openRequested(m_wanted, places::tabForFix(fixAt)); });
    return content;
}

void PartnerPeek::setPartnerId(const QString &partnerId)
{
    if (m_wanted == partnerId)
        return;
    const bool first = m_wanted.isEmpty();
    m_wanted = partnerId;
    if (first)
        ask();
    else
        m_delay.start();
}

void PartnerPeek::ask()
{
    m_delay.stop();
    m_catalogue.ensureLoaded();
    m_partner.setPartnerId(m_wanted);
    scrollToTop(this);
    if (m_wanted.isEmpty()) { // the list has no row: nothing to ask for, and nothing that could be waited for
        m_stack->empty()->set(Icon::Partners, tr("No partner is selected"), {});
        m_stack->showEmpty();
        return;
    }
    CredentialQuery query;
    query.partnerId = m_wanted;
    query.limit = 10;
    m_credentials.setQuery(query);
    showPartner();
}

void PartnerPeek::refresh()
{
    m_partner.refresh();
    m_credentials.refresh();
}

void PartnerPeek::showPartner()
{
    if (!m_partner.partner())
        return;
    const Partner &partner = m_partner.partner()->value;
    m_name->setText(partner.name);
    m_id->setText(partner.id);
    const StateLook status = stateLook(partner.status);
    m_status->set(status.severity, status.icon, status.text);
    m_status->setVisible(status.exception);
    m_stepper->setLevel(stageLevel(partner.stage));
    m_gates->showGates(m_partner);
    m_facts->setRow(u"owner"_s, tr("Owner"), partner.owner);
    const QString planName = m_catalogue.planName(partner.planId);
    m_facts->setRow(u"plan"_s, tr("Plan"),
                    m_partner.grant()
                        ? tr("%1 · %2", "plan, limits")
                              .arg(inSentence(planName), limitsText(m_partner.grant()->value.effective))
                        : planName);
    m_facts->setRow(u"scopes"_s, tr("Scopes"),
                    m_partner.grant() ? scopesText(m_partner.grant()->value.scopes) : QString(),
                    KeyValueList::Plain, Tone::Text,
                    m_partner.grant() ? m_partner.grant()->value.scopes.join(u'\n') : QString());
    const auto last = partner.summary.lastCallAt;
    m_facts->setRow(u"last"_s, tr("Last call"), last ? m_context.ticker.relative(*last) : tr("None yet"),
                    KeyValueList::Plain, Tone::Text, last ? isoUtc(*last) : QString());
    const QString block = blockText(m_context.connection, Op::CredentialIssue);
    setDisabledReason(m_issue, block.isEmpty() ? noCredentialText(partner) : block);
}

} // namespace pc::views
