// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/reason_words.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(ReasonWords)
};

} // namespace

QString reasonClause(const CallRecord &call)
{
    switch (call.reason) {
    case DecisionReason::Allowed:
        return ReasonWords::tr("it was allowed");
    case DecisionReason::MissingCredential:
        return ReasonWords::tr("it carried no credential");
    case DecisionReason::MultipleCredentials:
        return ReasonWords::tr("it carried more than one credential");
    case DecisionReason::MalformedCredential:
        return ReasonWords::tr("what it carried is no credential of this platform");
    case DecisionReason::UnknownCredential:
        return ReasonWords::tr("the credential is not known, or its secret was wrong");
    case DecisionReason::CredentialPending:
        return ReasonWords::tr("the credential was not acknowledged yet");
    case DecisionReason::CredentialSuspended:
        return ReasonWords::tr("the credential was suspended");
    case DecisionReason::CredentialExpired:
        return ReasonWords::tr("the credential had expired");
    case DecisionReason::CredentialRevoked:
        return ReasonWords::tr("the credential was revoked");
    case DecisionReason::TokenExpired:
        return ReasonWords::tr("the token had expired");
    case DecisionReason::TokenRevoked:
        return ReasonWords::tr("the token was revoked");
    case DecisionReason::TokenInvalid:
        return ReasonWords::tr("the token is not valid");
    case DecisionReason::WrongRealm:
        return ReasonWords::tr("the credential belongs to the other realm");
    case DecisionReason::PartnerFrozen:
        return ReasonWords::tr("the partner was frozen");
    case DecisionReason::PartnerOffboarded:
        return ReasonWords::tr("the partner was offboarded");
    case DecisionReason::StageNotAllowed:
        return ReasonWords::tr("the route is not open at the stage of the partner");
    case DecisionReason::UnknownRoute:
        return ReasonWords::tr("no route of the catalogue fits");
    case DecisionReason::MissingScope:
        return call.scope.isEmpty() ? ReasonWords::tr("the scope was not granted")
                                    : ReasonWords::tr("%1 was not granted").arg(call.scope);
    case DecisionReason::ResourceNotGranted:
        return ReasonWords::tr("the resource was not granted");
    case DecisionReason::RateLimited:
        return ReasonWords::tr("the rate limit was reached");
    case DecisionReason::QuotaExceeded:
        return ReasonWords::tr("the daily quota was used up");
    case DecisionReason::GatewayUntrusted:
        return ReasonWords::tr("the gateway did not prove who it is");
    case DecisionReason::HistoryNotAccepted:
        return ReasonWords::tr("the platform decides nothing until its history is accepted");
    case DecisionReason::BadRequest:
        return ReasonWords::tr("the request could not be read in one way");
    case DecisionReason::HeaderTooLarge:
        return ReasonWords::tr("its headers were too large");
    case DecisionReason::WrongAudience:
        return ReasonWords::tr("the token is for another API");
    case DecisionReason::NetworkNotAllowed:
        return ReasonWords::tr("its address is not on the list of the partner");
    case DecisionReason::KeyCheckBusy:
        return ReasonWords::tr("too many imported keys were used for the first time at once");
    case DecisionReason::LengthRequired:
        return ReasonWords::tr("the length of its body was not said");
    case DecisionReason::BodyTooLarge:
        return ReasonWords::tr("its body was larger than the route takes");
    case DecisionReason::ContentTypeNotAllowed:
        return ReasonWords::tr("the route does not take the type of its body");
    case DecisionReason::VersionEnded:
        return ReasonWords::tr("the version of the API had ended");
    case DecisionReason::Unknown:
        break;
    }
    return ReasonWords::tr("for a reason that this console does not know");
}

} // namespace pc::views
