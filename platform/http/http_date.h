// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace pc::platform {

/// An instant as HTTP writes it (IMF-fixdate, RFC 9110 section 5.6.7), to the second:
/// "Sun, 06 Nov 1994 08:49:37 GMT". For the years 0 to 9999.
[[nodiscard]] QByteArray httpDate(std::chrono::system_clock::time_point at);

} // namespace pc::platform
