// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "platform/store/sql/tx.h"

#include <optional>

/// Scopes, routes, plans and grants. What a plan is counted with is not stored.
namespace pc::platform::catalogue_rows {

[[nodiscard]] QList<Scope> scopes(Tx &tx);
[[nodiscard]] QList<Route> routes(Tx &tx);
[[nodiscard]] QList<Plan> plans(Tx &tx);
[[nodiscard]] std::optional<Plan> plan(Tx &tx, const QString &id);
[[nodiscard]] std::optional<Scope> scope(Tx &tx, const QString &name);
void put(Tx &tx, const Scope &scope);
void removeScope(Tx &tx, const QString &name);
void put(Tx &tx, const Route &route);
/// All of one API.
void removeRoutes(Tx &tx, const QString &apiId);
void put(Tx &tx, const Plan &plan);
void removePlan(Tx &tx, const QString &id);

/// `effective` is computed on reading (contract/rules/limits.h), never stored.
[[nodiscard]] std::optional<Grant> grant(Tx &tx, const QString &partnerId);
[[nodiscard]] QList<Grant> grants(Tx &tx);
void put(Tx &tx, const Grant &grant);

} // namespace pc::platform::catalogue_rows
