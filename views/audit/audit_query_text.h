// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "models/time/time_frame.h"
#include "models/time/time_span.h"

namespace pc::views {

/// The query line of the audit trail: `actor:ops-1 -action:credential.* after:2026-11-27 ticket 4711`. Words
/// without a field search the text.
struct AuditQueryText
{
    AuditQuery query;
    QString unknownField;   ///< the first field name that is not one, for the message under the line
    QString emptyField;     ///< the first known field without a value: the line asks nothing yet
    QString notExcludable;  ///< the first field that is asked for, but not left out: -request:…
    QString wrongTime;      ///< the first value of `after` or `before` that is no time; it narrows nothing
    bool endsFirst = false; ///< nothing is after `after` and before `before`
};

/// Known fields, in any case: actor, action, partner, target, request; all but the last one also with "-" in
/// front, which leaves out; after (inclusive) and before (exclusive), whose values are read as
/// models/time/time_reader.h reads them: the beginning of what they name. Values with blanks stand in double
/// quotes (models/text/query_terms.h); a field without a value narrows nothing and is named, because the line
/// is run while people type. `base` keeps what the line does not say (time range, a fixed partner). `frame`:
/// what times are read in.
[[nodiscard]] AuditQueryText parseAuditQuery(const QString &line, const AuditQuery &base,
                                             const models::TimeFrame &frame = {});
/// The names that may stand before a colon.
[[nodiscard]] QStringList auditQueryFields();
/// Adds or replaces `field:value` in a line ("Filter for this", "Exclude this").
[[nodiscard]] QString withAuditField(const QString &line, const QString &field, const QString &value,
                                     bool isExcluded = false);

/// The line without the times that can be read in it (they stand in the chip of the time), and with those of
/// a span.
[[nodiscard]] QString withoutAuditTime(const QString &line, const models::TimeFrame &frame);
[[nodiscard]] QString withAuditTime(const QString &line, const models::TimeSpan &span);

} // namespace pc::views
