// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pc::platform {

/// Calls `act(segment, isLast)` for each part of `path` behind its leading slash, until it gives false; gives
/// what it gave last. A slash at the end makes an empty last one.
template <typename Act>
bool forEachSegment(QByteArrayView path, Act act)
{
    for (qsizetype from = 1;;) {
        const qsizetype end = path.indexOf('/', from);
        const bool isLast = end < 0;
        if (!act(isLast ? path.sliced(from) : path.sliced(from, end - from), isLast))
            return false;
        if (isLast)
            return true;
        from = end + 1;
    }
}

} // namespace pc::platform
