// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/lawful_basis.h"
#include "contract/types/access.h"
#include "contract/types/problem.h"

#include <QDateTime>
#include <QList>

/// What a grant must satisfy: pure functions over values.
namespace pc::platform::domain {

/// What scopeFault() of contract/rules says of a scope, in English, with its first 60 characters.
/// `uncovered`: of DataCategory.
[[nodiscard]] QString scopeDetail(pc::rules::FieldFault fault, const QString &scope,
                                  const QStringList &uncovered = {});

/// Scopes against the catalogue and what was agreed on: no wildcard, no unknown one, none that basis or data
/// categories do not allow. Of those that are `held` already the latter two are not asked: what a scope's
/// edit left behind is shown, and an edit that takes something away must not wait for it. `pointer` is where
/// the list stands in the request.
[[nodiscard]] QList<FieldError> checkScopes(const QStringList &scopes, const QList<Scope> &catalogue,
                                            const pc::rules::AgreedUse &agreed, const QString &pointer,
                                            const QStringList &held = {});

/// An edit of what was agreed on, beside the scopes that are granted: one that does not allow them any more,
/// where what was in force did, is refused at /lawful_basis and /data_categories.
[[nodiscard]] QList<FieldError> checkAgreedUse(const pc::rules::AgreedUse &before,
                                               const pc::rules::AgreedUse &after, const QStringList &granted,
                                               const QList<Scope> &catalogue);

/// What a grant's edit is judged by beside itself.
struct GrantFacts
{
    const QList<Scope> &catalogue;
    const QList<Route> &routes;
    const QList<Plan> &plans;
    pc::rules::AgreedUse agreed;
    QStringList held; ///< scopes of the grant in force
    QDateTime now;
};

/// Plan, scopes, resource rules, override and reason of a grant's edit. `faults`: what the table of field
/// limits says of it; told first.
[[nodiscard]] QList<FieldError> checkGrant(const GrantEdit &edit, const QList<FieldError> &faults,
                                           const GrantFacts &facts);

} // namespace pc::platform::domain
