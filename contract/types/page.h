// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace pc {

/// One page of a list. The cursors are opaque; empty when there is no further page. `previousCursor` reads,
/// in the opposite order, what is before the first row; only of lists in time. `count` is exact when the
/// service could count cheaply, else `countAtLeast` is set.
template <typename T>
struct Page
{
    QList<T> items;
    QString nextCursor;
    QString previousCursor;
    std::optional<qint64> count;
    std::optional<qint64> countAtLeast;
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
