// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_audit_tab.h"

#include "models/session/connection.h"
#include "views/audit/audit_panel.h"

#include <QVBoxLayout>

namespace pc::views {

PartnerAuditTab::PartnerAuditTab(const ViewContext &context, models::AuditIntegrity &integrity,
                                 const QString &partnerId, QWidget *parent)
    : PartnerTab(parent), m_list(context.connection.audit(), context.connection.feed()),
      m_event(context.connection.audit(), integrity, context.connection.clock()),
      m_panel(new AuditPanel(context, {m_list, m_event, integrity}, partnerId))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
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
