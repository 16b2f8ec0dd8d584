// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::rules {

/// A short name made of a name: "acme-payments" out of "Acme Payments". Marks are dropped (fold.h), what is
/// neither letter nor digit becomes one hyphen. Fits the rule of a slug (field_limits.h) or is empty.
[[nodiscard]] QString suggestSlug(const QString &name);

} // namespace pc::rules
