// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/shown_credentials.h"

#include "contract/rules/observation.h"
#include "platform/core/decision/authenticate.h"
#include "platform/core/policy/access.h"

namespace pc::platform {

namespace {

/// Whether a call of its own with this key would be refused although it is observed.
bool isTakenAway(const Policy &policy, const QByteArray &id16, const DecisionRequest &request, Instant now)
{
    const Policy::CredentialPtr credential = policy.credential(id16);
    if (!credential || !credential->legacy || credential->generations.empty())
        return true; // listed, and nobody's any more
    DecisionReason reason = judgeGeneration(*credential, &credential->generations.back(), now);
    if (reason == DecisionReason::Allowed && request.gateway && request.gateway->realm &&
        *request.gateway->realm != credential->realm)
        reason = DecisionReason::WrongRealm;
    if (reason == DecisionReason::Allowed)
        reason = accessOf(policy, *credential, credential->scopes).reason;
    return reason != DecisionReason::Allowed && !pc::rules::passesObserved(reason);
}

Showing judgeTrace(const Policy &policy, const LegacyTrace &trace, const DecisionRequest &request,
                   Instant now)
{
    bool isFound = false;
    for (const QByteArray &lookup : trace.lookups) {
        const QByteArray *id16 = policy.legacyKeys().find(lookup);
        if (id16 != nullptr && isTakenAway(policy, *id16, request, now))
            return Showing::TakenAway;
        isFound = isFound || id16 != nullptr;
    }
    if (isFound)
        return Showing::Foreign;
    // Of a key that is in force it does not matter which one it is.
    for (const QByteArray &prefix : trace.prefixes) {
        const QByteArray *id16 = policy.legacyKeys().find(prefix);
        if (id16 != nullptr && isTakenAway(policy, *id16, request, now))
            return Showing::Unproved;
    }
    return Showing::Foreign;
}

} // namespace

Showing judgeShown(const Policy &policy, const ShownCredentials &shown, const DecisionRequest &request,
                   Instant now)
{
    if (!shown.looked)
        return Showing::Unread;
    Showing found = shown.tooMuch ? Showing::Unproved : Showing::Foreign;
    for (const LegacyTrace &trace : shown.traces) {
        const Showing here = judgeTrace(policy, trace, request, now);
        if (here == Showing::TakenAway)
            return here;
        if (here == Showing::Unproved)
            found = here;
    }
    return shown.ours ? Showing::Ours : found;
}

} // namespace pc::platform
