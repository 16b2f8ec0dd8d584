// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/catalogue.h"
#include "platform/store/sql/tx.h"

#include <optional>
#include <vector>

/// APIs and the revisions of their catalogues.
namespace pc::platform {

/// A revision with what is behind it, as the rooms that make it pack it.
struct RevisionRow
{
    CatalogueRevision value;
    QByteArray operations; ///< what the description says of calls; empty: it came from no description
    QList<Route> routes;
};

namespace api_rows {

/// The schema step that brought the table.
inline constexpr int schemaStep = 15;

/// `routes` and `scopes` are counted on reading. The oldest first: the order in which an API is chosen for a
/// token that names none.
[[nodiscard]] QList<Api> all(Tx &tx);
[[nodiscard]] std::optional<Api> find(Tx &tx, const QString &id);
void put(Tx &tx, const Api &api);
/// With its routes, scopes, versions, revisions and descriptions.
void remove(Tx &tx, const QString &id);
/// Of the schema step that made APIs: what there was belongs to the demonstration API, which there was only.
void adoptDemo(Tx &tx);

} // namespace api_rows

namespace revision_rows {

void put(Tx &tx, const RevisionRow &row);
/// The values alone.
void putValue(Tx &tx, const CatalogueRevision &revision);
[[nodiscard]] std::optional<RevisionRow> find(Tx &tx, const QString &apiId, const QString &id);
/// The newest `most`, newest first; without what is behind them.
[[nodiscard]] QList<CatalogueRevision> newest(Tx &tx, const QString &apiId, int most);
/// Leaves the one in force, and the newest so many of the others; descriptions that no revision names go.
void keepNewest(Tx &tx, const QString &apiId, int proposals, int replaced);

/// It alone, and its description when no other names it.
void remove(Tx &tx, const QString &id);
/// Bytes of all revisions and descriptions, as they are kept.
[[nodiscard]] qint64 keptBytes(Tx &tx);

/// A description as it came, for who exports it. One of these bytes is kept once.
void putDescription(Tx &tx, const QString &sha256, const QByteArray &bytes);
/// Empty when it is not kept.
[[nodiscard]] QByteArray description(Tx &tx, const QString &sha256);

} // namespace revision_rows

} // namespace pc::platform
