// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calls/call_models.h"
#include "views/seams/context.h"
#include "views/shell/partner_tab.h"

namespace pc::models {
class PartnerModel;
}

namespace pc::views {

class CallsPanel;

/// The calls of one partner.
class PartnerCallsTab final : public PartnerTab
{
    Q_OBJECT
public:
    PartnerCallsTab(const ViewContext &context, models::PartnerModel &partner, QWidget *parent = nullptr);
    ~PartnerCallsTab() override;

    void activate() override;
    void open(const QStringList &args, const QMap<QString, QString> &query) override;
    void refresh() override;
    [[nodiscard]] StatusText statusText() const override;
    bool focusContent() override;
    bool closeLayer() override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void showPartner();

    models::PartnerModel &m_partner;
    models::CallModels m_models;
    CallsPanel *m_panel;
    bool m_isActive = false;
};

} // namespace pc::views
