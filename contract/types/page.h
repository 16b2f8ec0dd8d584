// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace pc {

/// One page of a list. The cursors are opaque; empty when there is no further page. `previousCursor` reads,
/// in the opposite order, what is before the first row; only of lists in time. `count` is exact when the
/// service could count cheaply, else `countAtLeast` is set.
///
/// `searchedTo`, of lists in time: the question's time was over before the page was full. Everything from the
/// place asked for to this instant (UTC) was looked at, and `nextCursor` goes on from there; there may be no
/// row at all.
template <typename T>
struct Page
{
    QList<T> items;
    QString nextCursor;
    QString previousCursor;
    std::optional<qint64> count;
    std::optional<qint64> countAtLeast;
    std::optional<QDateTime> searchedTo;
    bool operator==(const Page &) const = default;
};

/// The entity tag of that version of an object.
[[nodiscard]] inline QString etagOf(qint64 version)
{
    return QStringLiteral("\"%1\"").arg(version);
}

/// An object with the entity tag it was read with (If-Match of the next edit).
template <typename T>
struct Versioned
{
    T value;
    QString etag;
    bool operator==(const Versioned &) const = default;
};

} // namespace pc
