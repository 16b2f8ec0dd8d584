// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace pc {

/// Whether a text, as UTF-16 or as bytes, has characters of ASCII only. All of it is looked at, so that the
/// compiler takes many at once.
[[nodiscard]] inline bool isAscii(QStringView text)
{
    unsigned all = 0;
    for (const QChar each : text)
        all |= each.unicode();
    return all < 0x80;
}
[[nodiscard]] inline bool isAscii(QByteArrayView text)
{
    unsigned all = 0;
    for (const char each : text)
        all |= static_cast<unsigned char>(each);
    return all < 0x80;
}

} // namespace pc
