// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "platform/admin/api/write_call.h"
#include "platform/openapi/routes_of.h"
#include "platform/store/rows/api_rows.h"

/// What proposing a revision and applying one share.
namespace pc::platform {

inline constexpr int keptProposals = 5; ///< of one API
inline constexpr int keptReplaced = 20; ///< those that can be gone back to

[[nodiscard]] QString catalogueId(const QString &prefix, RandomSource &random);

/// The routes that a description makes by a rule; those of `present` that take the same calls keep their ids.
[[nodiscard]] openapi::DescribedRoutes describedRoutes(const WriteCall &call,
                                                       const openapi::Description &description,
                                                       const Api &api, const ScopeRule &rule,
                                                       const QList<Route> &present);

/// Its routes below the base path that the API has now.
[[nodiscard]] QList<Route> routesNow(const RevisionRow &row, const Api &api);

/// Of an API, with the revision that it is about.
[[nodiscard]] AuditEvent revisionEvent(AuditAction action, const Api &api, const CatalogueRevision &revision);

} // namespace pc::platform
