// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"
#include "platform/gateway/gateway_registry.h"

namespace pc::platform {

struct GatewayAddOptions
{
    QString data;
    QString out; ///< where its files go
    int days = 365;
    GatewayRule rule; ///< name, realm and probe, as they are asked for
};

void describe(Command &command, GatewayAddOptions &options);

/// `partner-platform gateway add NAME`: issues a client certificate and registers the gateway.
[[nodiscard]] Command gatewayAddCommand();

} // namespace pc::platform
