// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

#include <QByteArrayView>

namespace pc {

/// As OpenSSL takes bytes. Only .cpp files of contract/crypto include this header.
[[nodiscard]] inline const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

[[nodiscard]] inline unsigned char *bytesOf(Secret &secret)
{
    return reinterpret_cast<unsigned char *>(secret.data());
}

} // namespace pc
