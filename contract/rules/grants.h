// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

/// Two grants compared and laid over each other. Pure.
namespace pc::rules {

/// Whether every scope, or value, of `narrow` is one of `wide`.
[[nodiscard]] bool isWithin(const QStringList &narrow, const QStringList &wide);
/// Whether `narrow` lets nothing through that `wide` does not. A rule restricts: every one of `wide` stands
/// in `narrow` too, with no value more.
[[nodiscard]] bool isWithin(const QList<ResourceRule> &narrow, const QList<ResourceRule> &wide);

/// In the order of `a`.
[[nodiscard]] QStringList inBoth(const QStringList &a, const QStringList &b);
/// A rule restricts: every restriction of either side holds.
[[nodiscard]] QList<ResourceRule> restrictedByBoth(const QList<ResourceRule> &a,
                                                   const QList<ResourceRule> &b);

} // namespace pc::rules
