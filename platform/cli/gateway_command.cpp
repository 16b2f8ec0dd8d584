// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/gateway_command.h"

#include "platform/cli/gateway_add_command.h"
#include "platform/cli/gateway_check_command.h"
#include "platform/cli/gateway_list_command.h"
#include "platform/cli/gateway_remove_command.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

Command gatewayCommand()
{
    Command command;
    command.name = u"gateway"_s;
    command.summary = u"registers gateways, issues their client certificates and tries them"_s;
    command.text =
        u"Manages the gateways that may ask this service for decisions, each by a client certificate of "
        "its own."_s;
    command.commands = {gatewayAddCommand(), gatewayCheckCommand(), gatewayListCommand(),
                        gatewayRemoveCommand()};
    return command;
}

} // namespace pc::platform
