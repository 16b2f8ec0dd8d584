// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/problem_words.h"

#include "contract/rules/secret_life.h"
#include "views/words/permission_words.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct ProblemWords
{
    Q_DECLARE_TR_FUNCTIONS(ProblemWords)
};

} // namespace

QString problemSentence(ProblemCode code)
{
    switch (code) {
    case ProblemCode::RequestMalformed:
    case ProblemCode::HostMissing:
    case ProblemCode::TargetMalformed:
    case ProblemCode::PathNotCanonical:
    case ProblemCode::QueryMalformed:
    case ProblemCode::BodyUnexpected:
    case ProblemCode::BadJson:
    case ProblemCode::RepeatedMember:
    case ProblemCode::IdempotencyKeyRequired:
    case ProblemCode::ContentTypeUnsupported:
    case ProblemCode::IfMatchRequired:
    case ProblemCode::RouteUnknown:
    case ProblemCode::MethodNotAllowed:
    case ProblemCode::ExpectationUnknown:
    case ProblemCode::HeaderTooLarge:
    case ProblemCode::MethodUnknown:
    case ProblemCode::TransferCodingUnknown:
    case ProblemCode::VersionUnknown:
        return ProblemWords::tr(
            "The platform does not understand this request: the console and the platform may "
            "be of different versions.");
    case ProblemCode::BadParameter:
        return ProblemWords::tr("A value of the search or of the filter is not acceptable. Change it.");
    case ProblemCode::BadCursor:
        return ProblemWords::tr("The list cannot be continued from here. Load it again.");
    case ProblemCode::Unauthorized:
    case ProblemCode::SessionOver:
        return ProblemWords::tr("The session has ended. Sign in again.");
    case ProblemCode::StepUpRequired:
        return ProblemWords::tr("This act needs a fresher sign-in. Sign in again and repeat it.");
    case ProblemCode::Forbidden:
        return whoMayText({});
    case ProblemCode::HistoryNotAccepted:
        return ProblemWords::tr(
            "The platform decides nothing and only reads: its database is older than what it remembers, or "
            "was changed. Somebody on its host has to accept the history, or to put the right database "
            "back.");
    case ProblemCode::NotFound:
        return ProblemWords::tr("It does not exist any more. Go back and load the list again.");
    case ProblemCode::NoCheckpoint:
        return ProblemWords::tr("No checkpoint has been signed yet. Try again in a minute.");
    case ProblemCode::IdempotencyInFlight:
        return ProblemWords::tr(
            "The same request is still being carried out. Wait a moment, then load the page again.");
    case ProblemCode::GatesOpen:
        return ProblemWords::tr(
            "Not every gate to the next stage is passed. Load the partner again to see which.");
    case ProblemCode::NotFrozen:
        return ProblemWords::tr("The partner is not frozen.");
    case ProblemCode::PartnerNotActive:
        return ProblemWords::tr("The partner is frozen or offboarded.");
    case ProblemCode::StageTooLow:
        return ProblemWords::tr(
            "The partner's stage allows no credential in production yet. Promote the partner first.");
    case ProblemCode::TwoGenerationsValid:
        return ProblemWords::tr(
            "Two generations are valid already. End the grace of the older one first, or rotate "
            "in an emergency.");
    case ProblemCode::NotActive:
        return ProblemWords::tr(
            "The credential is not active: it has expired, is suspended, or was never acknowledged.");
    case ProblemCode::NotSuspended:
        return ProblemWords::tr("The credential is not suspended.");
    case ProblemCode::AlreadyRevoked:
        return ProblemWords::tr("The credential was revoked already.");
    case ProblemCode::NotRotating:
        return ProblemWords::tr("No older secret is in its grace.");
    case ProblemCode::GraceTooLong:
        return ProblemWords::tr("The grace ends %n day(s) after the rotation at most.", nullptr,
                                rules::maxGraceDays);
    case ProblemCode::AlreadyAcknowledged:
        return ProblemWords::tr("This generation was acknowledged already.");
    case ProblemCode::NothingPending:
        return ProblemWords::tr("No generation waits for its acknowledgement.");
    case ProblemCode::ClosedMeanwhile:
        return ProblemWords::tr("It was closed again while this waited. Nothing was changed.");
    case ProblemCode::JobUnderWay:
        return ProblemWords::tr("Such a job is under way already. Open Activity to see how far it is.");
    case ProblemCode::JobOver:
        return ProblemWords::tr("The job has ended already.");
    case ProblemCode::RevisionInForce:
        return ProblemWords::tr("It is in force already, or was replaced. Load the API again.");
    case ProblemCode::AlreadyObserved:
        return ProblemWords::tr("It is observed already. End that observation first.");
    case ProblemCode::ObservationOver:
        return ProblemWords::tr("The observation is over: refusals are enforced.");
    case ProblemCode::VersionOver:
        return ProblemWords::tr("The version has ended already.");
    case ProblemCode::ApiInUse:
        return ProblemWords::tr(
            "Partners still hold scopes of this API. Take them out of their grants first.");
    case ProblemCode::ScopeInUse:
        return ProblemWords::tr(
            "The scope is in use: partners or credentials hold it, or routes need it. Take "
            "it from those that hold it first.");
    case ProblemCode::PlanInUse:
        return ProblemWords::tr(
            "Partners have this plan, or it is the only one. Give them another plan first.");
    case ProblemCode::CatalogueConflict:
        return ProblemWords::tr(
            "It does not fit beside the other APIs: two routes would take the same call, or "
            "a scope belongs to another API. Choose another base path, or a prefix for its "
            "scopes.");
    case ProblemCode::RevisionChanged:
        return ProblemWords::tr(
            "Somebody gave the proposal another rule since it was reviewed. Nothing was applied: look at it "
            "again.");
    case ProblemCode::CatalogueFull:
        return ProblemWords::tr("The catalogue takes no more: remove an API, or proposals and former "
                                "revisions that nobody needs.");
    case ProblemCode::SecretGone:
        return ProblemWords::tr(
            "The secret was delivered and acknowledged, and is kept nowhere. Rotate to make a new one.");
    case ProblemCode::CredentialVoid:
        return ProblemWords::tr(
            "The secret was not acknowledged in time and never came into force. Make a new one.");
    case ProblemCode::Stale:
        return ProblemWords::tr("Somebody else changed it meanwhile. Load it again and decide anew.");
    case ProblemCode::BodyTooLarge:
        return ProblemWords::tr("It is larger than the platform takes.");
    case ProblemCode::IdempotencyConflict:
        return ProblemWords::tr(
            "Another request was sent in its place. Load the page again and repeat the act.");
    case ProblemCode::WrongDigest:
        return ProblemWords::tr("The confirmation does not fit the secret, so nothing was activated.");
    case ProblemCode::ImportRefused:
        return ProblemWords::tr("The file cannot be imported. See the details for where and why.");
    case ProblemCode::DescriptionRefused:
        return ProblemWords::tr(
            "The file is no OpenAPI description that can be read. Mend it, and send it again.");
    case ProblemCode::Internal:
        return ProblemWords::tr(
            "The platform reported a fault of its own. Try again; if it stays, give the request "
            "id to those who run the platform.");
    case ProblemCode::StoreBusy:
        return ProblemWords::tr("The platform's store is busy. Try again in a moment.");
    case ProblemCode::StoreUnavailable:
        return ProblemWords::tr(
            "The platform cannot reach its store. Try again; if it stays, tell those who run the platform.");
    case ProblemCode::RequestTimeout:
        return ProblemWords::tr(
            "The platform did not get the request in time. Check the network, then try again.");
    case ProblemCode::HandlerTimeout:
        return ProblemWords::tr("The platform did not answer in time. Try again.");
    case ProblemCode::TooManyConnections:
        return ProblemWords::tr("The platform has no room for another connection. Try again in a moment.");
    case ProblemCode::TooManyWaiting:
        return ProblemWords::tr("Your earlier requests are still being carried out. Try again in a moment.");
    case ProblemCode::TooManyFeeds:
        return ProblemWords::tr(
            "Your account is open in too many consoles at once. Close one that you do not use.");
    case ProblemCode::TookTooLong:
        return ProblemWords::tr(
            "The search found nothing in its time. Ask for less: a shorter time, or more of the word.");
    case ProblemCode::HungUp:
        return ProblemWords::tr("The connection ended before the question's turn came. Try again.");
    case ProblemCode::StoreFull:
        return ProblemWords::tr("The platform's disk is full. Those who run the platform have to make room.");
    case ProblemCode::RefusedNotDurable:
        return ProblemWords::tr(
            "The platform writes it as soon as it can; until then a restart may open the access "
            "again. Those who run the platform must see to its disk at once.");
    case ProblemCode::ValidationFailed:
    case ProblemCode::Unknown:
        break;
    }
    return {};
}

} // namespace pc::views
