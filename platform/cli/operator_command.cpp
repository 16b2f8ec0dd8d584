// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/operator_command.h"

#include "platform/cli/operator_add_command.h"
#include "platform/cli/operator_disable_command.h"
#include "platform/cli/operator_list_command.h"
#include "platform/cli/operator_token_command.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

Command operatorCommand()
{
    Command command;
    command.name = u"operator"_s;
    command.summary = u"manages operator accounts and sign-in tokens"_s;
    command.text =
        u"Manages the accounts of the people who sign in at the console: on a running service over the "
        "socket in its data directory, else in the directory itself."_s;
    command.commands = {operatorAddCommand(), operatorListCommand(), operatorDisableCommand(),
                        operatorTokenCommand()};
    return command;
}

} // namespace pc::platform
