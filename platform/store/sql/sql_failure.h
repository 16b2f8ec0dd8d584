// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace pc::platform {

/// Why the store could not do it. `text` is for logs and never holds a bound value.
struct StoreError
{
    enum class Kind {
        Busy,        ///< locked by another process for longer than the busy timeout
        Full,        ///< no space: nothing was changed
        Constraint,  ///< a unique or foreign key refused the row
        Corrupt,     ///< the file is damaged or not ours
        Gone,        ///< the file or device cannot be reached
        Closed,      ///< the store is shutting down
        Forbidden,   ///< nothing may be written now (CommitGuard); nothing was changed
        Interrupted, ///< by whoever asked, before its end (Interruption)
        GaveWay,     ///< to an urgent job: the store runs it again, and nobody hears of it
        Other
    };
    Kind kind = Kind::Other;
    QString text;
};

/// Thrown by statements inside a job and caught where the job ends; it never leaves the store.
class SqlFailure
{
public:
    explicit SqlFailure(StoreError error) : m_error(std::move(error)) {}
    [[nodiscard]] const StoreError &error() const { return m_error; }

private:
    StoreError m_error;
};

template <typename T>
using StoreResult = tl::expected<T, StoreError>;

} // namespace pc::platform
