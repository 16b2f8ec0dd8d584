// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/name_rules.h"

#include "contract/rules/text_rule.h"

namespace pc::rules {

using namespace Qt::StringLiterals;

bool isAccountName(const QString &name)
{
    return matchesWhole(u"[a-z0-9][a-z0-9._-]{0,39}"_s, name);
}

bool isGatewayName(const QString &name)
{
    return matchesWhole(u"[a-z0-9][a-z0-9.-]{0,39}"_s, name);
}

} // namespace pc::rules
