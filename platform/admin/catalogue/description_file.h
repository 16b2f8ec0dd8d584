// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/leak_watch.h"

#include <QByteArray>

namespace pc::platform {

/// A description as it is kept: credentials of this project's format in it are the word "redacted", and
/// `leaks`, which may be missing, is shown what could be one. Looks at a line at a time, at a part of a long
/// one, so that its syntax stays.
[[nodiscard]] QByteArray withoutCredentials(const QByteArray &description, LeakWatch *leaks,
                                            const LeakSighting &about);

} // namespace pc::platform
