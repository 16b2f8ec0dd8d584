// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pc::rules {

/// Whether a header means something already, to the protocol, a browser, a proxy, a tracer, a framework or
/// this service: callers send such a field, or have it set on the way, who do not know that a key is meant.
/// `lower`: its name in lower case. Pure.
[[nodiscard]] bool isUsedHeader(QByteArrayView lower);

} // namespace pc::rules
