// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_calls_tab.h"

#include "models/partners/partner_model.h"
#include "views/calls/calls_panel.h"
#include "views/style/space.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

PartnerCallsTab::PartnerCallsTab(const ViewContext &context, models::PartnerModel &partner, QWidget *parent)
    : PartnerTab(parent), m_partner(partner), m_models(context.connection),
      m_panel(new CallsPanel(context, m_models, partner.partnerId()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::pageMargin, space::s, space::pageMargin, 0);
    head->addStretch();
    head->addWidget(m_panel->actions());
    layout->addLayout(head);
    layout->addWidget(m_panel, 1);
    connect(m_panel, &CallsPanel::statusChanged, this, &PartnerTab::statusChanged);
    connect(&m_partner, &models::PartnerModel::changed, this, &PartnerCallsTab::showPartner);
}

PartnerCallsTab::~PartnerCallsTab()
{
    delete m_panel; // before the models that it shows
}

void PartnerCallsTab::showPartner()
{
    if (!m_isActive)
        return;
    const auto &partner = m_partner.partner();
    m_panel->setPartner(m_partner.partnerId(), partner ? partner->value.timeZone : QString());
}

void PartnerCallsTab::activate()
{
    m_isActive = true;
    showPartner();
}

void PartnerCallsTab::open(const QStringList &args, const QMap<QString, QString> &query)
{
    Q_UNUSED(args)
    if (const QString asked = query.value(u"q"_s); !asked.isEmpty())
        m_panel->setQuery(asked);
}

void PartnerCallsTab::refresh()
{
    m_panel->refresh();
}

StatusText PartnerCallsTab::statusText() const
{
    return m_panel->statusText();
}

bool PartnerCallsTab::focusContent()
{
    m_panel->focusContent();
    return true;
}

bool PartnerCallsTab::closeLayer()
{
    return m_panel->closeLayer();
}

QVariantMap PartnerCallsTab::saveState() const
{
    return m_panel->saveState();
}

void PartnerCallsTab::restoreState(const QVariantMap &state)
{
    m_panel->restoreState(state);
}

} // namespace pc::views
