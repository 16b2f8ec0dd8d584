// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/access.h"
#include "contract/types/version.h"

#include <optional>

/// When versions of APIs end, and their routes with them.
namespace pc::rules {

/// So long before its sunset a version that is still called asks to be looked at.
inline constexpr int sunsetSoonDays = 30;

/// Where a version stands at a moment; nothing of it is stored.
enum class VersionState {
    Current,
    Deprecated, ///< or its sunset is known
    Ended
};

/// The two dates by which a call is judged, and partners are told.
struct Ending
{
    std::optional<QDateTime> deprecatedAt;
    std::optional<QDateTime> sunsetAt;
    bool operator==(const Ending &) const = default;
};

/// Of a route: its own dates and those of its version, the earlier of each. `version`: null when it is of
/// none. The one place that says so.
[[nodiscard]] Ending endingOf(const Route &route, const ApiVersion *version);

/// Whether a route belongs to a version, by its path.
[[nodiscard]] bool isOf(const ApiVersion &version, const Route &route);
/// The version of this route among them, at most one is: null when it is of none.
[[nodiscard]] const ApiVersion *versionOf(const QList<ApiVersion> &versions, const Route &route);

/// From the sunset on, to the millisecond.
[[nodiscard]] bool hasEnded(const std::optional<QDateTime> &sunsetAt, const QDateTime &now);
[[nodiscard]] VersionState stateOf(const ApiVersion &version, const QDateTime &now);
/// It ends within sunsetSoonDays, and somebody still calls it.
[[nodiscard]] bool asksForAttention(const ApiVersion &version, const QDateTime &now);

/// Why a sunset is refused. One that lies in the past stays as it is, but is not given: `before` is the
/// version as it was, null for a new one.
[[nodiscard]] std::optional<FieldFault> sunsetFault(const ApiVersionDraft &draft, const ApiVersion *before,
                                                    const QDateTime &now);

} // namespace pc::rules
