// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_tabs.h"

#include "models/partners/partner_model.h"
#include "views/access/access_tab.h"
#include "views/access/networks_tab.h"
#include "views/credentials/credentials_tab.h"
#include "views/partner/overview_tab.h"
#include "views/partner/partner_acts.h"
#include "views/partner/partner_audit_tab.h"
#include "views/partner/partner_calls_tab.h"
#include "views/partner/partner_page.h"
#include "views/usage/usage_tab.h"

namespace pc::views {

using namespace Qt::StringLiterals;

QList<PartnerTabEntry> partnerTabs()
{
    return {
        {u"overview"_s, PartnerPage::tr("Overview"),
         [](const PartnerTabDeps &deps) {
             auto *tab = new OverviewTab(deps.context, deps.partner, deps.shared.catalogue);
             QObject::connect(tab, &OverviewTab::fixRequested, &deps.acts, &PartnerActs::fixRequested);
             QObject::connect(tab, &OverviewTab::editRequested, &deps.acts, &PartnerActs::edit);
             return tab;
         }},
        {u"credentials"_s, PartnerPage::tr("Credentials"),
         [](const PartnerTabDeps &deps) {
             return new CredentialsTab(deps.context, {deps.partner, deps.shared.catalogue, deps.shared.random,
                                                      deps.shared.credential});
         },
         UnderlineTabs::Counted::Yes},
        {u"access"_s, PartnerPage::tr("Access & quotas"),
         [](const PartnerTabDeps &deps) {
             return new AccessTab(deps.context, deps.partner, deps.shared.catalogue,
                                  deps.shared.observations);
         }},
        {u"networks"_s, PartnerPage::tr("Networks"),
         [](const PartnerTabDeps &deps) {
             return new NetworksTab(deps.context, deps.partner, deps.shared.observations);
         }},
        {u"usage"_s, PartnerPage::tr("Usage"),
         [](const PartnerTabDeps &deps) { return new UsageTab(deps.context, deps.partner); }},
        {u"calls"_s, PartnerPage::tr("Calls"),
         [](const PartnerTabDeps &deps) { return new PartnerCallsTab(deps.context, deps.partner); }},
        {u"audit"_s, PartnerPage::tr("Audit"),
         [](const PartnerTabDeps &deps) {
             return new PartnerAuditTab(deps.context, deps.shared.integrity, deps.partner.partnerId());
         }},
    };
}

} // namespace pc::views
