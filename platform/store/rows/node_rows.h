// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

#include <QList>

/// The nodes that wrote into this store: what they write carries their number, and each counts its own call
/// records. An identity column gives no order that could be relied on (of several nodes a higher one may be
/// committed first), so whatever needs one goes by (node, node_seq).
namespace pc::platform {

struct NodeRow
{
    qint64 number = 0; ///< by which rows name it
    QString id;
    qint64 calls = 0;  ///< node_seq of its newest call record
    qint64 sealed = 0; ///< up to here they are covered by leaves of the audit log
};

namespace node_rows {

/// The number of a node; one that is not known yet is entered.
[[nodiscard]] qint64 enter(Tx &tx, const QString &id);
[[nodiscard]] QList<NodeRow> all(Tx &tx);
/// Call records that no leaf covers yet, of all nodes.
[[nodiscard]] qint64 unsealed(Tx &tx);
/// Node_seq of the newest record of the job's own node. Nobody else writes it, so reading and writing it in
/// one transaction loses nothing.
[[nodiscard]] qint64 countedCalls(Tx &tx);
void putCountedCalls(Tx &tx, qint64 nodeSeq);
void putSealed(Tx &tx, const QString &id, qint64 nodeSeq);

/// What the schema step that brought nodes found, as this node's: raw records had an order of the table.
void adopt(Tx &tx);

} // namespace node_rows
} // namespace pc::platform
