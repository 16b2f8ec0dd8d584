// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace pc::models {

/// A part of time, [from, to); an end that is not valid is open.
struct TimeSpan
{
    QDateTime from; ///< inclusive, UTC
    QDateTime to;   ///< exclusive, UTC
    bool operator==(const TimeSpan &) const = default;

    [[nodiscard]] bool isAll() const { return !from.isValid() && !to.isValid(); }
    [[nodiscard]] bool isBounded() const { return from.isValid() && to.isValid(); }
    /// Nothing lies in it: its end is not after its beginning.
    [[nodiscard]] bool isEmpty() const { return isBounded() && to <= from; }
    [[nodiscard]] bool contains(const QDateTime &instant) const
    {
        return (!from.isValid() || instant >= from) && (!to.isValid() || instant < to);
    }
    /// How long it is; none while an end is open.
    [[nodiscard]] std::optional<qint64> milliseconds() const
    {
        return isBounded() ? std::optional(from.msecsTo(to)) : std::nullopt;
    }
};

} // namespace pc::models
