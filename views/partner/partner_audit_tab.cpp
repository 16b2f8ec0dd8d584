// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_audit_tab.h"

#include "views/audit/audit_panel.h"
#include "views/style/space.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pc::views {

PartnerAuditTab::PartnerAuditTab(const ViewContext &context, models::AuditIntegrity &integrity,
                                 const QString &partnerId, QWidget *parent)
    : PartnerTab(parent), m_models(context.connection, integrity),
      m_panel(new AuditPanel(context, m_models, partnerId))
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
    connect(m_panel, &AuditPanel::statusChanged, this, &PartnerTab::statusChanged);
}

PartnerAuditTab::~PartnerAuditTab()
{
    delete m_panel; // before the models that it shows
}

void PartnerAuditTab::setPartner(const QString &partnerId)
{
    m_panel->setPartner(partnerId);
}

void PartnerAuditTab::refresh()
{
    m_panel->refresh();
}

StatusText PartnerAuditTab::statusText() const
{
    return m_panel->statusText();
}

bool PartnerAuditTab::closeLayer()
{
    return m_panel->closeLayer();
}

QVariantMap PartnerAuditTab::saveState() const
{
    return m_panel->saveState();
}

void PartnerAuditTab::restoreState(const QVariantMap &state)
{
    m_panel->restoreState(state);
}

} // namespace pc::views
