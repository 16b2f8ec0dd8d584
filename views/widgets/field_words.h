// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_limits.h"

#include <QString>

/// What is wrong with a field, in words: the one place where a rules::FieldFault becomes a sentence. Empty
/// when nothing is wrong.
namespace pc::views {

[[nodiscard]] QString faultText(const rules::FieldLimit &limit, rules::FieldFault fault);
/// Of a text as valueOf() makes it.
[[nodiscard]] QString textFaultText(const rules::FieldLimit &limit, const QString &value);
/// Of the values of a list.
[[nodiscard]] QString listFaultText(const rules::FieldLimit &limit, const QStringList &values);
/// Only: how many characters are too many.
[[nodiscard]] QString tooLongText(const rules::FieldLimit &limit, const QString &value);
/// A fault that the service names by code ("too_long", …); empty for a code that no field rule has.
[[nodiscard]] QString codeText(const QString &code);

} // namespace pc::views
