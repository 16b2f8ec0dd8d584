// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/decision_checks.h"

#include "contract/types/in_order.h"

#include <array>

namespace pc::platform {

namespace {

using C = DecisionCheck;
using R = DecisionReason;

constexpr std::array ofDecision{C::Gateway,  C::History, C::Request, C::Credential, C::Realm,
                                C::Partner,  C::Network, C::Route,   C::Audience,   C::Scope,
                                C::Resource, C::Body,    C::Limits};
/// Its body is what a token is asked for with, once it is known who asks.
constexpr std::array ofTokenRequest{C::Request, C::History, C::Credential, C::Limits,  C::Partner,
                                    C::Network, C::Body,    C::Scope,      C::Audience};

struct ReasonCheck
{
    R reason;
    C check;
};
constexpr std::array rows{
    ReasonCheck{R::Unknown, C::Unknown},
    ReasonCheck{R::Allowed, C::Unknown},
    ReasonCheck{R::MissingCredential, C::Credential},
    ReasonCheck{R::MultipleCredentials, C::Credential},
    ReasonCheck{R::MalformedCredential, C::Credential},
    ReasonCheck{R::UnknownCredential, C::Credential},
    ReasonCheck{R::CredentialPending, C::Credential},
    ReasonCheck{R::CredentialSuspended, C::Credential},
    ReasonCheck{R::CredentialExpired, C::Credential},
    ReasonCheck{R::CredentialRevoked, C::Credential},
    ReasonCheck{R::TokenExpired, C::Credential},
    ReasonCheck{R::TokenRevoked, C::Credential},
    ReasonCheck{R::TokenInvalid, C::Credential},
    ReasonCheck{R::WrongRealm, C::Realm},
    ReasonCheck{R::PartnerFrozen, C::Partner},
    ReasonCheck{R::PartnerOffboarded, C::Partner},
    ReasonCheck{R::StageNotAllowed, C::Partner},
    ReasonCheck{R::UnknownRoute, C::Route},
    ReasonCheck{R::MissingScope, C::Scope},
    ReasonCheck{R::ResourceNotGranted, C::Resource},
    ReasonCheck{R::RateLimited, C::Limits},
    ReasonCheck{R::QuotaExceeded, C::Limits},
    ReasonCheck{R::GatewayUntrusted, C::Gateway},
    ReasonCheck{R::HistoryNotAccepted, C::History},
    ReasonCheck{R::BadRequest, C::Request},
    ReasonCheck{R::HeaderTooLarge, C::Request},
    ReasonCheck{R::WrongAudience, C::Audience},
    ReasonCheck{R::NetworkNotAllowed, C::Network},
    ReasonCheck{R::KeyCheckBusy, C::Credential},
    ReasonCheck{R::LengthRequired, C::Body},
    ReasonCheck{R::BodyTooLarge, C::Body},
    ReasonCheck{R::ContentTypeNotAllowed, C::Body},
    ReasonCheck{R::VersionEnded, C::Route},
};
static_assert(isInOrder(rows, &ReasonCheck::reason, R::Unknown, R::VersionEnded),
              "one row for each, in the order of the enumeration");

} // namespace

std::span<const DecisionCheck> checksOf(bool isTokenRequest)
{
    return isTokenRequest ? std::span<const DecisionCheck>(ofTokenRequest)
                          : std::span<const DecisionCheck>(ofDecision);
}

DecisionCheck checkOf(DecisionReason reason)
{
    const auto at = static_cast<std::size_t>(reason);
    return at < rows.size() ? rows[at].check : C::Unknown;
}

DecisionCheck failedCheck(const CallRecord &call)
{
    const bool isKnown = !call.partnerId.isEmpty();
    if (call.reason == R::BadRequest && isKnown)
        return call.isTokenRequest ? C::Body : C::Route;
    if (call.reason == R::StageNotAllowed && !call.routeId.isEmpty())
        return C::Route;
    return checkOf(call.reason);
}

} // namespace pc::platform
