// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/audit/audit_models.h"
#include "views/seams/context.h"
#include "views/shell/partner_tab.h"

namespace pc::views {

class AuditPanel;

/// The audit trail of one partner.
class PartnerAuditTab final : public PartnerTab
{
    Q_OBJECT
public:
    PartnerAuditTab(const ViewContext &context, models::AuditIntegrity &integrity, const QString &partnerId,
                    QWidget *parent = nullptr);
    ~PartnerAuditTab() override;

    void setPartner(const QString &partnerId) override;
    void refresh() override;
    [[nodiscard]] StatusText statusText() const override;
    bool closeLayer() override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    models::AuditModels m_models;
    AuditPanel *m_panel;
};

} // namespace pc::views
