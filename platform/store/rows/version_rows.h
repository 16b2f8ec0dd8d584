// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/version.h"
#include "platform/store/sql/tx.h"

#include <optional>

/// Versions of APIs, without what is counted of them.
namespace pc::platform::version_rows {

/// The schema step that brought the table.
inline constexpr int schemaStep = 19;

/// Of all APIs.
[[nodiscard]] QList<ApiVersion> all(Tx &tx);
/// By path.
[[nodiscard]] QList<ApiVersion> ofApi(Tx &tx, const QString &apiId);
[[nodiscard]] std::optional<ApiVersion> find(Tx &tx, const QString &apiId, const QString &id);
void put(Tx &tx, const ApiVersion &version);
void remove(Tx &tx, const QString &id);

} // namespace pc::platform::version_rows
