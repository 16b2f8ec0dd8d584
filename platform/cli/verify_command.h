// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pc::platform {

/// `partner-platform verify --data DIR`: checks the whole audit log of a stopped service, offline. Exit code
/// 1 and the first bad index when something is wrong.
int verifyCommand(const QStringList &arguments);

} // namespace pc::platform
