// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pc {

/// CRC-32 as in ISO-HDLC, zlib and PNG (reflected polynomial 0xEDB88320). Finds typing errors; no security
/// control.
[[nodiscard]] quint32 crc32(QByteArrayView bytes) noexcept;

} // namespace pc
