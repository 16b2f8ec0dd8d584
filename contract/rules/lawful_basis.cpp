// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/lawful_basis.h"

#include "contract/rules/fold.h"

#include <QSet>

#include <algorithm>

namespace pc::rules {

bool allowedByBasis(const Scope &scope, LawfulBasis basis)
{
    return scope.lawfulBases.isEmpty() || scope.lawfulBases.contains(basis);
}

QStringList uncoveredCategories(const Scope &scope, const QStringList &agreed)
{
    QStringList missing;
    if (scope.dataCategories.isEmpty())
        return missing;
    QSet<QString> folded;
    for (const QString &each : agreed)
        folded.insert(fold(each));
    std::copy_if(scope.dataCategories.begin(), scope.dataCategories.end(), std::back_inserter(missing),
                 [&folded](const QString &each) { return !folded.contains(fold(each)); });
    return missing;
}

std::optional<FieldFault> scopeFault(const QString &name, const QList<Scope> &catalogue,
                                     const AgreedUse &agreed)
{
    if (name.contains(u'*'))
        return FieldFault::Wildcard;
    const Scope *scope = scopeNamed(catalogue, name);
    if (scope == nullptr)
        return FieldFault::UnknownValue;
    if (!allowedByBasis(*scope, agreed.basis))
        return FieldFault::LawfulBasis;
    return uncoveredCategories(*scope, agreed.dataCategories).isEmpty()
               ? std::nullopt
               : std::optional(FieldFault::DataCategory);
}

const Scope *scopeNamed(const QList<Scope> &catalogue, const QString &name)
{
    const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                    [&name](const Scope &scope) { return scope.name == name; });
    return found == catalogue.end() ? nullptr : &*found;
}

} // namespace pc::rules
