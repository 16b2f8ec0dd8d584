// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace pc {

/// `length` characters of [0-9A-Za-z], each uniform, for names that are no secrets and are made by the
/// thousand (requests, decisions, the `jti` of tokens): from OpenSSL's RAND_bytes, which is asked for many at
/// once, by each thread for itself; a process that forks would share them. Ends the process when there is no
/// randomness.
[[nodiscard]] QByteArray randomId(qsizetype length);

/// The same, but the first seven characters say the time since the epoch (up to the year 2081), so that ids
/// sort by it; the others are random. At least 14.
[[nodiscard]] QByteArray timedId(qsizetype length, std::chrono::milliseconds sinceEpoch);

} // namespace pc
