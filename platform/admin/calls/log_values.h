// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/enums.h"
#include "platform/store/sql/tx.h"

#include <QStringList>

#include <optional>

/// What an object was when the log had a size, out of its events before that: the newest that says it.
/// Nothing before the first such event, and where that was cut.
namespace pc::platform::log_values {

/// A field, as its event says it.
[[nodiscard]] std::optional<QString> text(Tx &tx, const QString &targetId, qint64 size, QStringView field);
[[nodiscard]] std::optional<QStringList> list(Tx &tx, const QString &targetId, qint64 size,
                                              QStringView field);
[[nodiscard]] std::optional<QList<ResourceRule>> resources(Tx &tx, const QString &partnerId, qint64 size);

/// Limits of the partner's own.
struct OwnLimits
{
    std::optional<int> burst;
    std::optional<double> rate;
    std::optional<QDateTime> from;
    std::optional<QDateTime> until;

    /// They were in force at that time.
    [[nodiscard]] bool holdAt(const QDateTime &at) const;
};
/// Nothing: the newest event that says something of them says that there are none, or no event says anything.
[[nodiscard]] std::optional<OwnLimits> ownLimits(Tx &tx, const QString &partnerId, qint64 size);

} // namespace pc::platform::log_values
