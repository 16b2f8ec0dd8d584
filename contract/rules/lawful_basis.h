// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/access.h"

#include <optional>

namespace pc::rules {

/// What a partner and whoever gives it data agreed on: why it may have data, and which.
struct AgreedUse
{
    LawfulBasis basis = LawfulBasis::Unknown;
    QStringList dataCategories;
    bool operator==(const AgreedUse &) const = default;
};

/// Whether data behind a scope may be had on this lawful basis (GDPR Art. 6 (1)); a scope that names no basis
/// takes any.
[[nodiscard]] bool allowedByBasis(const Scope &scope, LawfulBasis basis);

/// The data categories of a scope that were not agreed on, as the scope has them; folded texts are compared
/// (fold.h). Of an agreement that names none: all.
[[nodiscard]] QStringList uncoveredCategories(const Scope &scope, const QStringList &agreed);

/// Why a scope cannot be granted: a wildcard, one that the catalogue does not have, that the lawful basis
/// does not allow, or with data that was not agreed on (DataCategory); nothing when it can.
[[nodiscard]] std::optional<FieldFault> scopeFault(const QString &name, const QList<Scope> &catalogue,
                                                   const AgreedUse &agreed);

/// The scope of that name, or nullptr.
[[nodiscard]] const Scope *scopeNamed(const QList<Scope> &catalogue, const QString &name);

} // namespace pc::rules
