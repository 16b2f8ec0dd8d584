// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/act_refusal.h"

/// Which credentials expire soon: the one rule behind the banner, the marks in lists, the count of a partner
/// and the parameter `expiring_within_days`. Pure.
namespace pc::rules {

/// What the console and a partner's count call "soon".
inline constexpr int expiringSoonDays = 14;

/// Whether somebody has to see to the end of a credential in this state: of one in force, no other. The clock
/// ends a suspended one as well, but nothing stops working then, and a rotation, which alone moves the end,
/// is refused until it is resumed: a warning would ask for what cannot be done. Once resumed it counts.
[[nodiscard]] constexpr bool canExpire(CredentialState state)
{
    return isLiving(state);
}
/// Those of which canExpire() holds.
inline constexpr const auto &expiringStates = livingStates;

/// What ends within `days` days of `now` ends after `from` and not after `until`: the last instant included,
/// what has ended left out.
struct ExpiryWindow
{
    QDateTime from;
    QDateTime until;
};
[[nodiscard]] inline ExpiryWindow expiryWindow(const QDateTime &now, int days)
{
    return {now, now.addDays(days)};
}

/// Whether it ends within `days` days of `now`, the last instant included, and has not ended yet.
[[nodiscard]] bool isExpiring(const Credential &credential, const QDateTime &now,
                              int days = expiringSoonDays);

} // namespace pc::rules
