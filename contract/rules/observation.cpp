// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/observation.h"

namespace pc::rules {

bool passesObserved(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::MissingCredential:
    case DecisionReason::MultipleCredentials:
    case DecisionReason::MalformedCredential:
    case DecisionReason::UnknownCredential:
    case DecisionReason::CredentialExpired:
    case DecisionReason::TokenExpired:
    case DecisionReason::TokenInvalid:
    case DecisionReason::StageNotAllowed:
    case DecisionReason::UnknownRoute:
    case DecisionReason::MissingScope:
    case DecisionReason::ResourceNotGranted:
    case DecisionReason::RateLimited:
    case DecisionReason::QuotaExceeded:
    case DecisionReason::BadRequest:
    case DecisionReason::WrongAudience:
    case DecisionReason::NetworkNotAllowed:
    case DecisionReason::KeyCheckBusy:
    case DecisionReason::LengthRequired:
    case DecisionReason::BodyTooLarge:
    case DecisionReason::ContentTypeNotAllowed:
        return true;
    case DecisionReason::Allowed:
    case DecisionReason::CredentialPending:
    case DecisionReason::CredentialSuspended:
    case DecisionReason::CredentialRevoked:
    case DecisionReason::TokenRevoked:
    case DecisionReason::WrongRealm:
    case DecisionReason::PartnerFrozen:
    case DecisionReason::PartnerOffboarded:
    case DecisionReason::GatewayUntrusted:
    case DecisionReason::HistoryNotAccepted:
    case DecisionReason::HeaderTooLarge:
    case DecisionReason::VersionEnded:
    case DecisionReason::Unknown:
        break;
    }
    return false;
}

} // namespace pc::rules
