// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

/// Two grants compared and laid over each other. Pure.
namespace pc::rules {

/// True when `after` takes nothing away that `before` gave: scopes, resources and the limits in force
/// (`effective`) are those of before or more. Of another plan nobody can tell, as its limits come later too:
/// false. (Whatever takes something away is waited for before it is acknowledged.)
[[nodiscard]] bool isWidening(const Grant &before, const Grant &after);

/// In the order of `a`.
[[nodiscard]] QStringList inBoth(const QStringList &a, const QStringList &b);
/// A rule restricts: every restriction of either side holds.
[[nodiscard]] QList<ResourceRule> restrictedByBoth(const QList<ResourceRule> &a,
                                                   const QList<ResourceRule> &b);

} // namespace pc::rules
