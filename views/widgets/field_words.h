// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_limits.h"

#include <QString>

/// What is wrong with a field, in words: the one place where a rules::FieldFault becomes a sentence, whoever
/// found it (an input while somebody types, a form before it sends, the service). Empty when nothing is
/// wrong. It stands below views/words because inputs say it.
namespace pc::views {

/// `limit`: the field's row in rules::fieldLimits(), nullptr where it is not known; then the sentence has no
/// figures. `detail`: as in rules::FieldProblem.
[[nodiscard]] QString faultText(const rules::FieldLimit *limit, rules::FieldFault fault,
                                const QString &detail = {});
/// Of a text as valueOf() makes it.
[[nodiscard]] QString textFaultText(const rules::FieldLimit &limit, const QString &value);
/// Of the values of a list.
[[nodiscard]] QString listFaultText(const rules::FieldLimit &limit, const QStringList &values);
/// Only: how many characters are too many.
[[nodiscard]] QString tooLongText(const rules::FieldLimit &limit, const QString &value);

} // namespace pc::views
