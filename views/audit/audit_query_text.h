// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"

namespace pc::views {

/// The query line of the audit trail: `actor:ops-1 action:credential.* ticket 4711`. Words without a field
/// search the text.
struct AuditQueryText
{
    AuditQuery query;
    QString unknownField; ///< the first field name that is not one, for the message under the line
    QString emptyField;   ///< the first known field without a value: the line asks nothing yet
};

/// Known fields, in any case: actor, action, partner, target, request. Values with blanks stand in double
/// quotes; one that is still open goes to the end of the line, and a field without a value narrows nothing
/// and is named, because the line is run while people type. `base` keeps what the line does not say (time
/// range, a fixed partner).
[[nodiscard]] AuditQueryText parseAuditQuery(const QString &line, const AuditQuery &base);
/// The names that may stand before a colon.
[[nodiscard]] QStringList auditQueryFields();
/// Adds or replaces `field:value` in a line ("Filter for this").
[[nodiscard]] QString withAuditField(const QString &line, const QString &field, const QString &value);

} // namespace pc::views
