// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/act_refusal.h"
#include "contract/types/partner.h"
#include "platform/core/policy/policy.h"

#include <functional>
#include <optional>

/// What the store would refuse, told from the policy alone: such an act denies nothing. The state is judged
/// by contract/rules/act_refusal.h as everywhere, of the policy's rule instead of the row; a test asks both.
/// Pure.
namespace pc::platform::foreseen {

/// As life_cycle::factsOf() of the row that the rule was made of; states by the clock.
[[nodiscard]] pc::rules::CredentialFacts factsOf(const CredentialRule &credential, Instant now,
                                                 int generation = 0);

[[nodiscard]] bool mayFreeze(const PartnerRule &partner);
[[nodiscard]] bool mayRevoke(const CredentialRule &credential);
[[nodiscard]] bool maySuspend(const CredentialRule &credential, Instant now);
/// An emergency rotation. `partner` owns the credential.
[[nodiscard]] bool mayRotate(const CredentialRule &credential, const PartnerRule &partner, Instant now);
/// To an instant that is no later than the one in force.
[[nodiscard]] bool mayShortenGrace(const CredentialRule &credential, Instant now);
/// The older generation that an acknowledgement of `number` ends at once; nothing when it ends none, or will
/// be refused. Whether the digest is right is not asked here.
[[nodiscard]] std::optional<int> endedByAck(const CredentialRule &credential, int number, Instant now);

/// What only the store and the accounts can say about a draft (its fields and its version were looked at).
/// `isOwner`: whether an account can be an owner.
[[nodiscard]] bool mayEdit(const PartnerDraft &draft, const PartnerRule &partner, const Policy &policy,
                           const std::function<bool(const QString &)> &isOwner);

} // namespace pc::platform::foreseen
