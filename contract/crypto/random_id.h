// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pc {

/// `length` characters of [0-9A-Za-z], each uniform, for names that are no secrets and are made by the
/// thousand (requests, decisions): from OpenSSL's RAND_bytes, which is asked for many at once, by each thread
/// for itself. At most 64. Ends the process when there is no randomness.
[[nodiscard]] QByteArray randomId(qsizetype length);

} // namespace pc
