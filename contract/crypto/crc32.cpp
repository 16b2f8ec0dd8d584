// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/crc32.h"

#include <array>

namespace pc {

namespace {

constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) ? (value >> 1) ^ 0xEDB88320U : value >> 1;
        table[i] = value;
    }
    return table;
}

constexpr auto crcTable = makeTable();

} // namespace

quint32 crc32(QByteArrayView bytes) noexcept
{
    quint32 value = 0xFFFFFFFFU;
    for (const char c : bytes)
        value = crcTable[(value ^ static_cast<unsigned char>(c)) & 0xFF] ^ (value >> 8);
    return value ^ 0xFFFFFFFFU;
}

} // namespace pc
