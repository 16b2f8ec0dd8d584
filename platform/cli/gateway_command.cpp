// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/gateway_command.h"

#include "platform/cli/gateway_add_command.h"
#include "platform/cli/gateway_list_command.h"
#include "platform/cli/gateway_remove_command.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

Command gatewayCommand()
{
    Command command;
    command.name = u"gateway"_s;
    command.summary = u"registers gateways and issues their client certificates"_s;
    command.text =
        u"Manages the gateways that may ask this service for decisions, each by a client certificate of "
        "its own."_s;
    command.commands = {gatewayAddCommand(), gatewayListCommand(), gatewayRemoveCommand()};
    return command;
}

} // namespace pc::platform
