// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/secret_life.h"

namespace pc::rules {

QDateTime longestLife(const QDateTime &from)
{
    return from.addYears(maxLifeYears);
}

QDateTime latestEnd(const QDateTime &issuedAt)
{
    return longestLife(issuedAt).addSecs(clockToleranceSeconds);
}

std::optional<FieldFault> expiryFault(const QDateTime &expiresAt, const QDateTime &now,
                                      const QDateTime &latest)
{
    if (!expiresAt.isValid() || expiresAt <= now)
        return FieldFault::InThePast;
    return expiresAt > latest ? std::optional(FieldFault::TooFarAhead) : std::nullopt;
}

} // namespace pc::rules
