// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace pc {

/// Of a table that is read by an enumerator's number: it has one row for each from `first` to `last`, in
/// their order.
template <typename Rows, typename Row, typename E>
[[nodiscard]] consteval bool isInOrder(const Rows &rows, E Row::*key, E first, E last)
{
    const auto from = static_cast<std::size_t>(first);
    if (rows.size() != static_cast<std::size_t>(last) - from + 1)
        return false;
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (static_cast<std::size_t>(rows[at].*key) != at + from)
            return false;
    return true;
}

} // namespace pc
