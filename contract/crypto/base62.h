// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pc::base62 {

inline constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The character that a random byte draws, each of the 62 as likely; 0 for a byte that is to be drawn again
/// (248 and above: no modulo bias).
[[nodiscard]] constexpr char drawnBy(unsigned char byte) noexcept
{
    return byte < 62 * 4 ? digits[byte % 62] : '\0';
}

/// 0…61, or -1 for any other character.
[[nodiscard]] constexpr int valueOf(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 36;
    return -1;
}

[[nodiscard]] constexpr bool isBase62(QByteArrayView text) noexcept
{
    for (const char c : text) {
        if (valueOf(c) < 0)
            return false;
    }
    return true;
}

} // namespace pc::base62
