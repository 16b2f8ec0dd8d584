// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pc::platform {

/// Writes all bytes to a blocking descriptor, also when signals or a full pipe come between. False when that
/// is impossible; errno says why.
[[nodiscard]] bool writeAll(int descriptor, QByteArrayView bytes);

} // namespace pc::platform
