// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/catalogue_command.h"

#include "platform/cli/catalogue_check_command.h"
#include "platform/cli/catalogue_import_command.h"
#include "platform/cli/catalogue_paths_command.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

Command catalogueCommand()
{
    Command command;
    command.name = u"catalogue"_s;
    command.summary = u"reads descriptions of an API, and its access log"_s;
    command.text = u"What the catalogue of routes makes of an OpenAPI description."_s;
    command.commands = {catalogueCheckCommand(), catalogueImportCommand(), cataloguePathsCommand()};
    return command;
}

} // namespace pc::platform
