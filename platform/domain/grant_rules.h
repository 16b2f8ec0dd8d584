// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/access.h"
#include "contract/types/problem.h"

#include <QDateTime>
#include <QList>

/// What a grant must satisfy: pure functions over values.
namespace pc::platform::domain {

/// What scopeFault() of contract/rules says of a scope, in English, with its first 60 characters.
[[nodiscard]] QString scopeDetail(pc::rules::FieldFault fault, const QString &scope);

/// Scopes against the catalogue and the lawful basis: no wildcard, no unknown one, none that the basis does
/// not allow. `pointer` is where the list stands in the request.
[[nodiscard]] QList<FieldError> checkScopes(const QStringList &scopes, const QList<Scope> &catalogue,
                                            LawfulBasis basis, const QString &pointer);

/// Plan, scopes, resource rules, override and reason of a grant's edit. `faults`: what the table of field
/// limits says of it; told first.
[[nodiscard]] QList<FieldError> checkGrant(const GrantEdit &edit, const QList<FieldError> &faults,
                                           const QList<Scope> &catalogue, const QList<Route> &routes,
                                           const QList<Plan> &plans, LawfulBasis basis, const QDateTime &now);

} // namespace pc::platform::domain
