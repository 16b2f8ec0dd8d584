// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"

/// What a filter of audit events means, event by event. Pure.
namespace pc::rules {

/// Words of a search that are looked for; more are not.
inline constexpr qsizetype mostSearchWords = 16;

/// What the text search of an event looks at.
[[nodiscard]] QString searchText(const AuditEvent &event);

/// Whether the event is one of the filter's.
[[nodiscard]] bool answers(const AuditFilter &filter, const AuditEvent &event);

} // namespace pc::rules
