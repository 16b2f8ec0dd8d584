// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/lawful_basis.h"

#include <algorithm>

namespace pc::rules {

bool allowedByBasis(const Scope &scope, LawfulBasis basis)
{
    return scope.lawfulBases.isEmpty() || scope.lawfulBases.contains(basis);
}

std::optional<FieldFault> scopeFault(const QString &name, const QList<Scope> &catalogue, LawfulBasis basis)
{
    if (name.contains(u'*'))
        return FieldFault::Wildcard;
    const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                    [&name](const Scope &scope) { return scope.name == name; });
    if (found == catalogue.end())
        return FieldFault::UnknownValue;
    return allowedByBasis(*found, basis) ? std::nullopt : std::optional(FieldFault::LawfulBasis);
}

} // namespace pc::rules
