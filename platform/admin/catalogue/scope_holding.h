// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/lawful_basis.h"
#include "platform/admin/api/admin_context.h"
#include "platform/store/sql/tx.h"

namespace pc::platform {

/// Why its partner should not have a scope that it holds.
struct HoldingFault
{
    bool basis = false;
    QStringList categories;

    [[nodiscard]] bool isNone() const { return !basis && categories.isEmpty(); }
};
[[nodiscard]] HoldingFault holdingFault(const Scope &scope, const PartnerRule &partner);

/// Every scope of the catalogue in numbers, in its order.
[[nodiscard]] QList<ScopeFigures> scopeFigures(const AdminCall &call, Tx &tx);

/// A page of those that hold a scope, by name. Nullopt when the cursor is none of this list.
[[nodiscard]] std::optional<Page<ScopeHolder>> scopeHolders(const AdminCall &call, Tx &tx, const Scope &scope,
                                                            int limit, const QString &cursor);

/// What an edit of a scope means for those that hold it.
[[nodiscard]] ScopeEffect scopeEffect(const AdminCall &call, Tx &tx, const Scope &before, const Scope &after);

/// Partners whose grant has the scope, credentials in force that have it, and routes that need it.
struct ScopeBonds
{
    int partners = 0;
    int credentials = 0;
    int routes = 0;

    [[nodiscard]] bool isFree() const { return partners == 0 && credentials == 0 && routes == 0; }
};
[[nodiscard]] ScopeBonds scopeBonds(const Policy &policy, const QString &scope, const QDateTime &now);

} // namespace pc::platform
