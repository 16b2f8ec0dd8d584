// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/result.h"
#include "contract/types/enums.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace pc::models {

/// What a list in time is asked for. A cursor says where to begin by itself, and is good for both orders.
struct TimelineRequest
{
    RowOrder order = RowOrder::NewestFirst; ///< to read in
    std::optional<QDateTime> at; ///< where to begin, UTC; without it and a cursor: at the beginning
    QString cursor;
    int limit = 0;
    bool operator==(const TimelineRequest &) const = default;
};

/// A page without what its rows hold: their ids, in the order of the list whatever it was read in.
struct TimelinePage
{
    QStringList ids;
    QString nextCursor;     ///< in the order that it was read in
    QString previousCursor; ///< in the opposite one
    std::optional<qint64> count;
    std::optional<qint64> countAtLeast;
    std::optional<QDateTime> searchedTo; ///< Page::searchedTo
};

using TimelineCallback = client::Callback<TimelinePage>;

[[nodiscard]] constexpr RowOrder oppositeOf(RowOrder order)
{
    return order == RowOrder::OldestFirst ? RowOrder::NewestFirst : RowOrder::OldestFirst;
}

/// Where to read on from a row that has no cursor: a millisecond before it, so that nothing is missed among
/// rows of one instant, whatever finer time the service keeps. What comes twice is known by its id.
[[nodiscard]] inline QDateTime besideOf(const QDateTime &time, RowOrder order)
{
    return time.addMSecs(order == RowOrder::OldestFirst ? -1 : 1);
}

} // namespace pc::models
