// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/gateway_remove_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/gateway_name.h"
#include "platform/cli/output.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/local/record_host_act.h"

#include <algorithm>
#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct GatewayRemoveOptions
{
    QString name;
    QString data;
};

Outcome remove(const GatewayRemoveOptions &options)
{
    const QString &name = options.name;
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    const QString file = gatewayRegistryFile(options.data);
    const auto rules = GatewayRegistry::read(file); // a damaged list must not keep anybody from removing
    const auto isIt = [&name](const GatewayRule &each) { return each.name == name; };
    const bool isListed = !rules || std::any_of(rules->begin(), rules->end(), isIt);
    // The service first: it gives no decision any more from then on, whatever the disk does. Also when the
    // list does not name it: the log may, and a list that is put back would count again.
    const auto recorded = host_acts::recordFromCommand(options.data, removalOf(name, isListed));
    if (recorded && !*recorded)
        return failed(u"there is no gateway \"%1\""_s.arg(name));
    if (recorded) {
        say(u"%1 gets no decision any more"_s.arg(name));
        (void)wasSaid(); // now: the list may take its time
    } else {
        complain(u"not recorded in the audit log: "_s + recorded.error());
    }
    if (!isListed)
        return recorded ? ExitCode::Done : ExitCode::Failed;
    const auto removed = GatewayRegistry::remove(file, name);
    if (!removed)
        return failed(recorded ? u"it still stands in the list, remove it again: "_s + removed.error()
                               : removed.error());
    return recorded ? Outcome(ExitCode::Done)
                    : failed(u"removed from the list, but not recorded in the audit log"_s);
}

} // namespace

Command gatewayRemoveCommand()
{
    const auto options = std::make_shared<GatewayRemoveOptions>();
    Command command;
    command.name = u"remove"_s;
    command.summary = u"from now on the gateway gets no decision"_s;
    command.text =
        u"From now on the gateway gets no decision. It is taken from the list, and that is recorded in "
        "the audit log."_s;
    command.operands = {gatewayName(options->name)};
    command.options = {dataOption(options->data)};
    command.run = [options] { return remove(*options); };
    return command;
}

} // namespace pc::platform
