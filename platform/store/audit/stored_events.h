// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

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
/// Whether the columns say what the bytes say, and the bytes are those of this index.
[[nodiscard]] bool saysTheSame(const StoredEvent &row, qint64 index);

} // namespace stored_events
} // namespace pc::platform
