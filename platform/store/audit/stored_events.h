// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"

#include <optional>
#include <vector>

namespace pc::platform {

/// An event as its row has it: the bytes that were hashed, the hash, and the columns made of them.
struct StoredEvent
{
    qint64 index = 0;
    QDateTime at;
    QString actor;
    QString action;
    QString targetId;
    QString partnerId;
    QString requestId;
    QByteArray leaf;
    QByteArray canonical;
};

namespace stored_events {

/// Those from an index on, oldest first; what is missing is left out.
[[nodiscard]] std::vector<StoredEvent> range(Tx &tx, qint64 from, int most);
/// How many tiles of leaves there are.
[[nodiscard]] qint64 leafTiles(Tx &tx);
/// The event that the bytes are; nullopt when they are none, or when the columns say something else.
[[nodiscard]] std::optional<AuditEvent> eventIn(const StoredEvent &row);

} // namespace stored_events
} // namespace pc::platform
