// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/observation.h"

/// The lines of a report, added up.
namespace pc::models {

enum class ObservedBy { Reason, Partner, Route };

/// Where what a call was refused for is put right.
enum class Mend {
    None,        ///< nowhere here
    Scopes,      ///< the partner's grant
    Limits,      ///< likewise, its limits
    Stage,       ///< the partner's stage
    Networks,    ///< from where the partner may call
    Credentials, ///< what it calls with
    Catalogue,   ///< the routes of the API
    Keys         ///< keys of another system are imported
};

struct ObservedGroup
{
    QString key;
    DecisionReason reason = DecisionReason::Unknown; ///< by reason
    QString partnerId;                               ///< by partner; empty: callers that proved to be none
    QString partnerName;
    QString what; ///< by route
    QString scope;
    qint64 calls = 0;
    qint64 passing = 0; ///< of these, that would pass by what is in force now
    int partners = 0;   ///< how many different ones
    int routes = 0;
    bool fromStrangers = false; ///< also from callers that proved to be no partner
    QDateTime lastAt;
    bool operator==(const ObservedGroup &) const = default;
};

[[nodiscard]] QString groupKey(const ObservedLine &line, ObservedBy by);
/// Most calls first.
[[nodiscard]] QList<ObservedGroup> groupsOf(const QList<ObservedLine> &lines, ObservedBy by);
/// Those of one group, in their order.
[[nodiscard]] QList<ObservedLine> linesOf(const QList<ObservedLine> &lines, ObservedBy by,
                                          const QString &key);
/// Without what would pass by what is in force now.
[[nodiscard]] QList<ObservedLine> stillRefused(const QList<ObservedLine> &lines);
[[nodiscard]] qint64 callsOf(const QList<ObservedLine> &lines);
[[nodiscard]] Mend mendOf(const ObservedLine &line);

} // namespace pc::models
