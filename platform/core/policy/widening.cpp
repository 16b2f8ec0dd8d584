// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/widening.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/grants.h"

#include <algorithm>

namespace pc::platform {

namespace {

using pc::rules::isWithin;

bool isInForce(const CredentialRule &rule, Instant now)
{
    return pc::rules::isLiving(rule.state) && now < rule.expiresAt;
}

/// The same secret, accepted as long or longer.
bool outlasts(const GenerationRule &before, const GenerationRule *after, Instant now)
{
    return after != nullptr && CredentialRule::isValid(*after, now) && after->verifier == before.verifier &&
           after->pepperVersion == before.pepperVersion &&
           (!after->graceUntil || (before.graceUntil && *after->graceUntil >= *before.graceUntil));
}

} // namespace

bool isWidening(const PartnerRule &before, const PartnerRule &after, Instant now)
{
    if (before.status != PartnerStatus::Active)
        return true;
    const auto limits = [&](Realm realm) {
        return isWithin(before.limitsAt(realm, now), after.limitsAt(realm, now));
    };
    // Each that has to be passed is no narrower than one that had to be.
    const auto networks = [&](const NetworkRule &wide) {
        return std::any_of(before.networks.begin(), before.networks.end(),
                           [&](const NetworkRule &narrow) { return narrow.isWithin(wide, now); });
    };
    // A route names the stages that it is open to: a later one may be closed where an earlier one was open.
    return after.status == PartnerStatus::Active && after.id == before.id && after.stage == before.stage &&
           after.timeZone == before.timeZone && isWithin(before.scopes, after.scopes) &&
           isWithin(before.resources, after.resources) && limits(Realm::Sandbox) &&
           limits(Realm::Production) && std::all_of(after.networks.begin(), after.networks.end(), networks);
}

bool isWidening(const CredentialRule &before, const CredentialRule &after, Instant now)
{
    if (!isInForce(before, now))
        return true;
    return isInForce(after, now) && after.expiresAt >= before.expiresAt && after.id16 == before.id16 &&
           after.partnerId == before.partnerId && after.kind == before.kind &&
           after.legacy == before.legacy && after.clientId == before.clientId &&
           after.realm == before.realm && isWithin(before.scopes, after.scopes) &&
           std::all_of(before.generations.begin(), before.generations.end(),
                       [&after, now](const GenerationRule &each) {
                           return !CredentialRule::isValid(each, now) ||
                                  outlasts(each, after.generation(each.number), now);
                       });
}

} // namespace pc::platform
