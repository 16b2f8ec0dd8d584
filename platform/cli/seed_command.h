// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pc::platform {

/// `partner-platform seed`: sample data in a fresh data directory. Progress goes to standard output, one JSON
/// object a line:
/// `{"step":"usage","done":3,"total":24}` … `{"step":"done","data":DIR}`. SIGTERM or SIGINT leaves nothing
/// behind.
int seedCommand(const QStringList &arguments);

} // namespace pc::platform
