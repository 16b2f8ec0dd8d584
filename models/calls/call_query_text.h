// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "models/time/time_frame.h"

#include <QString>

namespace pc::models {

/// What is wrong with a line that asks for calls; the first thing only. Views make words of it.
struct CallQueryFault
{
    enum class Code {
        None,
        UnknownField,
        MissingValue, ///< a field without a value yet: it narrows nothing
        WrongValue,   ///< that can be none of this field: status:abc
        NotATime,
        EndsFirst,     ///< nothing is after `after` and before `before`
        NotExcludable, ///< a field that is asked for, not left out: -path:…
        OneValueOnly,  ///< of a field that takes one
        TooManyValues, ///< of one field
        Words          ///< calls are not searched by words
    };
    Code code = Code::None;
    QString field; ///< as it is written here
    QString value;
    bool operator==(const CallQueryFault &) const = default;
};

struct CallQueryText
{
    CallFilter filter; ///< of what could be read
    CallQueryFault fault;
    QString words; ///< that belong to no field: a partner's name, perhaps
};

/// Reads the text form of a filter:
///
///     partner:prt_56be reason:missing_scope,rate_limited -status:403 source:203.0.113.7 after:2026-11-27
///
/// Field names are those of CallField in the service's JSON, in any case, and `after` (inclusive) and
/// `before` (exclusive), whose values are read as models/time/time_reader.h reads them: the beginning of what
/// they name. A field that stands twice has all its values. Ids and addresses need no field. `base` keeps
/// what the line does not say.
[[nodiscard]] CallQueryText parseCallQuery(const QString &line, const CallFilter &base,
                                           const TimeFrame &frame);
/// The text form, in the order of the fields; it reads back as the same filter.
[[nodiscard]] QString callQueryText(const CallFilter &filter);
/// The names that may stand before a colon.
[[nodiscard]] QStringList callQueryFields();
/// "Filter for this", "Exclude this": in place of the field's other values, or besides what is left out
/// already.
[[nodiscard]] QString withCallField(const QString &line, CallField field, const QString &value,
                                    bool isExcluded = false);

} // namespace pc::models
