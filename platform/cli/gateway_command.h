// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pc::platform {

/// `partner-platform gateway add|list|remove`: registers gateways in a data directory. `add` issues a client
/// certificate from the platform's own CA and writes `NAME.crt`, `NAME.key` (0400) and `platform-ca.crt`.
/// Works beside a running service, which takes the change over within a second. Returns an ExitCode.
int gatewayCommand(const QStringList &arguments);

} // namespace pc::platform
