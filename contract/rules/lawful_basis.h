// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

namespace pc::rules {

/// Whether data behind a scope may be had on this lawful basis (GDPR Art. 6 (1)); a scope that names no basis
/// takes any.
[[nodiscard]] inline bool allowedByBasis(const Scope &scope, LawfulBasis basis)
{
    return scope.lawfulBases.isEmpty() || scope.lawfulBases.contains(basis);
}

} // namespace pc::rules
