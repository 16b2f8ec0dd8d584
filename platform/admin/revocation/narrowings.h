// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/networks.h"
#include "platform/clock/clock.h"
#include "platform/core/policy/narrowing.h"
#include "platform/store/journal/revocation_journal.h"

/// What an act leaves of a rule, told without the store. Pure: each gives a Narrowing for
/// PolicyHolder::narrow(), which is in force until the store has the act, or has refused it.
namespace pc::platform::narrowings {

/// A revocation: everything of a credential, one generation, or a partner. Empty for entries that concern
/// operators, gateways and tokens, whose power hangs elsewhere.
[[nodiscard]] Narrowing of(const JournalEntry &entry);

/// An edit of a grant: what both the grant in force and the wanted one allow. `plan`: limits of the wanted
/// plan, nothing when it is not known.
[[nodiscard]] Narrowing ofGrant(const QString &partnerId, const GrantEdit &wanted,
                                const std::optional<pc::rules::StageLimits> &plan, Instant now);

/// An edit of the networks: what both those in force and the wanted ones let through.
[[nodiscard]] Narrowing ofNetworks(const QString &partnerId, const NetworkRulesEdit &wanted, Instant now);

/// Another plan, with everything else as it is.
[[nodiscard]] Narrowing ofPlan(const QString &partnerId, const QString &planId,
                               const pc::rules::StageLimits &plan, Instant now);

/// An emergency rotation: the older of two valid generations.
[[nodiscard]] Narrowing ofOlderGeneration(const QByteArray &id16);

/// A grace that ends earlier, though not now.
[[nodiscard]] Narrowing ofNearerGrace(const QByteArray &id16, Instant until);

} // namespace pc::platform::narrowings
