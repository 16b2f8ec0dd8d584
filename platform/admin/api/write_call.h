// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"

namespace pc::platform {

/// A write as it was asked for: its key, and the version it was based on.
struct WriteCall : AdminCall
{
    QString key = {};
    QString ifMatch = {}; ///< see onlyEntityTag(); empty when no version was named
    QByteArray requestHash = {};
    /// What it takes away is in force since then; set before its turn in the store.
    QDateTime deniedAt = {};

    /// Refused for it (428), unless its key was answered before; either way it takes nothing away.
    [[nodiscard]] bool lacksVersion() const { return operation.ifMatch && ifMatch.isEmpty(); }
    /// True when If-Match names this version.
    [[nodiscard]] bool matches(qint64 version) const { return ifMatch == etagOf(version); }
};

} // namespace pc::platform
