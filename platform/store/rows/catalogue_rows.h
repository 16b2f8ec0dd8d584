// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "platform/store/sql/tx.h"

#include <optional>

/// Scopes, routes, plans and grants.
namespace pc::platform::catalogue_rows {

[[nodiscard]] QList<Scope> scopes(Tx &tx);
[[nodiscard]] QList<Route> routes(Tx &tx);
[[nodiscard]] QList<Plan> plans(Tx &tx);
[[nodiscard]] std::optional<Plan> plan(Tx &tx, const QString &id);
void put(Tx &tx, const Scope &scope);
void put(Tx &tx, const Route &route);
void put(Tx &tx, const Plan &plan);

/// `effective` is computed on reading by effectiveLimits(), never stored.
[[nodiscard]] std::optional<Grant> grant(Tx &tx, const QString &partnerId);
[[nodiscard]] QList<Grant> grants(Tx &tx);
void put(Tx &tx, const Grant &grant);

/// The plan's limits for a stage.
[[nodiscard]] Limits planLimits(const Plan &plan, Stage stage);
/// Override in force at `now`, else the plan's limits for the stage.
[[nodiscard]] Limits effectiveLimits(const Grant &grant, const Plan &plan, Stage stage, const QDateTime &now);

} // namespace pc::platform::catalogue_rows
