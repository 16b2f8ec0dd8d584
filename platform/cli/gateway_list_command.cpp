// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/gateway_list_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/output.h"
#include "platform/gateway/gateway_registry.h"

#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct GatewayListOptions
{
    QString data;
};

Outcome listGateways(const GatewayListOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    const auto rules = GatewayRegistry::read(gatewayRegistryFile(options.data));
    if (!rules)
        return failed(rules.error());
    for (const GatewayRule &rule : *rules)
        say(u"%1\t%2\tuntil %3\t%4"_s.arg(rule.name, realmText(rule),
                                          rule.notAfter.toUTC().toString(Qt::ISODate), rule.probeUrl));
    return ExitCode::Done;
}

} // namespace

Command gatewayListCommand()
{
    const auto options = std::make_shared<GatewayListOptions>();
    Command command;
    command.name = u"list"_s;
    command.summary = u"lists the gateways"_s;
    command.text =
        u"Lists the gateways, one a line: name, realm, end of the certificate and probe URL, with a tab "
        "between."_s;
    command.options = {dataOption(options->data)};
    command.run = [options] { return listGateways(*options); };
    return command;
}

} // namespace pc::platform
