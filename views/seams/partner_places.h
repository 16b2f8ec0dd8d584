// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/location.h"

namespace pc::views {

/// Names under which the pages about partners are registered, and the places they show.
namespace places {

inline const QString partners = QStringLiteral("partners");
inline const QString partner = QStringLiteral("partner");
inline const QString onboarding = QStringLiteral("onboarding");

/// `tab`: an id of partnerTabs(); empty: the first.
[[nodiscard]] inline Location partnerPage(const QString &partnerId, const QString &tab = {})
{
    Location place{{}, partner, {partnerId}, {}};
    if (!tab.isEmpty())
        place.args.append(tab);
    return place;
}
[[nodiscard]] inline Location partnersPage()
{
    return {{}, partners, {}, {}};
}
[[nodiscard]] inline Location onboardingPage()
{
    return {{}, onboarding, {}, {}};
}
/// The tab where what a gate asks for is put right (Gate::fixAt).
[[nodiscard]] QString tabForFix(const QString &fixAt);

} // namespace places
} // namespace pc::views
