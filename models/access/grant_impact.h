// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/usage.h"

/// What a narrower grant would refuse of what is used today. Pure.
namespace pc::models {

/// What is known about real use when edits are reviewed; nothing where it could not be loaded.
struct GrantFacts
{
    std::optional<QList<ScopeUse>> scopes;
    std::optional<UsageSeries> usage; ///< by outcome
};

/// A scope that an edit takes away, with its use in the last 30 days.
struct RemovedScope
{
    ScopeUse use;
    bool known = false; ///< false: whether it is used is not known
    bool operator==(const RemovedScope &) const = default;
};

/// By name. Of a scope that the list leaves out nothing is known.
[[nodiscard]] QList<RemovedScope> removedScopes(const GrantEdit &base, const GrantEdit &edit,
                                                const std::optional<QList<ScopeUse>> &use);

/// The busiest bucket of a series that is over.
struct Peak
{
    double callsPerSecond = 0; ///< average over the bucket, refused calls left out
    QDateTime at;              ///< UTC: where the bucket begins
};
/// Nothing without calls. `now`: the bucket that is running is left out.
[[nodiscard]] std::optional<Peak> busiest(const UsageSeries &series, const QDateTime &now);

} // namespace pc::models
