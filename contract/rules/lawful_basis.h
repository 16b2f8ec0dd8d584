// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/access.h"

#include <optional>

namespace pc::rules {

/// Whether data behind a scope may be had on this lawful basis (GDPR Art. 6 (1)); a scope that names no basis
/// takes any.
[[nodiscard]] bool allowedByBasis(const Scope &scope, LawfulBasis basis);

/// Why a scope cannot be granted: a wildcard, one that the catalogue does not have, or that the lawful basis
/// does not allow; nothing when it can.
[[nodiscard]] std::optional<FieldFault> scopeFault(const QString &name, const QList<Scope> &catalogue,
                                                   LawfulBasis basis);

} // namespace pc::rules
