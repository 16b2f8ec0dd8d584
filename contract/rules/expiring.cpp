// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/expiring.h"

namespace pc::rules {

bool isExpiring(const Credential &credential, const QDateTime &now, int days)
{
    return canExpire(credential.state) && credential.expiresAt > now &&
           credential.expiresAt <= now.addDays(days);
}

} // namespace pc::rules
