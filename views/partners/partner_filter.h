// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"
#include "views/shell/location.h"

namespace pc::views {

/// What the Partners page is narrowed to: the quick tab, the text and the chips. Everything is filtered by
/// the service.
struct PartnerFilter
{
    QString tab = QStringLiteral("all"); ///< "all", "action", "onboarding", "expiring", "mine"
    QString text;
    QList<Stage> stages;
    QList<Health> healths;
    QList<PartnerStatus> statuses;

    /// Chips and text, without the tab.
    [[nodiscard]] int activeCount() const;
    /// The tab decides about stages itself, so that a chip for them would be lost.
    [[nodiscard]] bool tabSetsStages() const { return tab == QLatin1StringView("onboarding"); }
    [[nodiscard]] bool tabSetsHealths() const { return tab == QLatin1StringView("action"); }
    bool operator==(const PartnerFilter &) const = default;
};

/// The query for the service; `account` is the signed-in operator ("mine").
[[nodiscard]] PartnerQuery queryOf(const PartnerFilter &filter, const QString &account);
/// To and from the query part of a place, so that Back, links and restarts find the same list.
[[nodiscard]] QMap<QString, QString> toPlace(const PartnerFilter &filter);
[[nodiscard]] PartnerFilter filterFromPlace(const QMap<QString, QString> &query);

} // namespace pc::views
