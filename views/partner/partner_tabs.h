// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/partner/partner_deps.h"
#include "views/seams/context.h"
#include "views/widgets/underline_tabs.h"

#include <functional>

namespace pc::models {
class PartnerModel;
}

namespace pc::views {

class PartnerActs;
class PartnerTab;

/// What the page of a partner gives to its tabs; outlives them.
struct PartnerTabDeps
{
    const ViewContext &context;
    const PartnerDeps &shared;
    models::PartnerModel &partner;
    PartnerActs &acts;
};

struct PartnerTabEntry
{
    QString id; ///< last part of the page's address
    QString title;
    std::function<PartnerTab *(const PartnerTabDeps &)> make;
    UnderlineTabs::Counted counted =
        UnderlineTabs::Counted::No; ///< PartnerTab::count() stands beside its title
};

/// The tabs of a partner's page in their order; the first is shown when no other is named. A tab is added
/// here: the page, its commands and shortcuts follow.
[[nodiscard]] QList<PartnerTabEntry> partnerTabs();

} // namespace pc::views
