// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// What `partner-platform` says on its standard output to the program that started it: one JSON object a
/// line.
namespace pc {

/// Of `serve`, once, when it is ready.
struct ReadyLine
{
    QString url;
    QString caFile;
    QString token; ///< a sign-in; only for a parent that holds its standard input. Whoever reads it moves
                   ///< it into a type of its own and drops this value
    bool attached = false; ///< the service is another process's
    bool operator==(const ReadyLine &) const = default;
};

/// Of `seed`: how far it is.
struct SeedLine
{
    QString step; ///< stable name: "partners", "usage", "audit", …; "done" is the last
    std::optional<qint64> done;
    std::optional<qint64> total; ///< 0 when it is not known
    QString data;                ///< of the last: the directory
    bool operator==(const SeedLine &) const = default;
};

} // namespace pc
