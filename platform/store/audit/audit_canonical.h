// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"

#include <QByteArray>

namespace pc::platform {

/// The bytes of an event that are stored and hashed: JSON as the contract's codec reads it, keys sorted, no
/// white space, only the escapes that JSON demands. Made once; whoever shows the event decodes these bytes.
[[nodiscard]] QByteArray canonicalBytes(const AuditEvent &event);

/// "evt_" and the leaf index in twelve digits, so that an id needs no index of its own.
[[nodiscard]] QString eventId(qint64 index);
/// -1 when the text is not such an id.
[[nodiscard]] qint64 eventIndex(const QString &id);

} // namespace pc::platform
