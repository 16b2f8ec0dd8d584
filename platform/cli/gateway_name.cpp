// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/gateway_name.h"

#include "contract/rules/name_rules.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

Operand gatewayName(QString &into)
{
    return {u"NAME"_s, [&into](const QString &value) -> Taken {
                if (!pc::rules::isGatewayName(value))
                    return tl::make_unexpected(
                        u"has up to 40 lower-case letters, digits, dots and hyphens"_s);
                into = value;
                return {};
            }};
}

host_acts::HostAct removalOf(const QString &name, bool isListed)
{
    host_acts::HostAct act{AuditAction::GatewayRemove, name, {}};
    act.onlyIfKnown = !isListed;
    return act;
}

} // namespace pc::platform
