// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/expiring.h"

namespace pc::rules {

bool isExpiring(const Credential &credential, const QDateTime &now, int days)
{
    const ExpiryWindow window = expiryWindow(now, days);
    return canExpire(credential.state) && credential.expiresAt > window.from &&
           credential.expiresAt <= window.until;
}

} // namespace pc::rules
