// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/enum_names.h"

#include "models/text/credential_kind_text.h"

#include <QCoreApplication>

namespace pc::models {

QString nameOf(pc::Realm realm)
{
    switch (realm) {
    case Realm::Sandbox:
        return QCoreApplication::translate("pc::models::Realm", "Sandbox");
    case Realm::Production:
        return QCoreApplication::translate("pc::models::Realm", "Production");
    case Realm::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::Realm", "Unknown");
}

QString nameOf(pc::Stage stage)
{
    switch (stage) {
    case Stage::Sandbox:
        return QCoreApplication::translate("pc::models::Stage", "Sandbox");
    case Stage::Limited:
        return QCoreApplication::translate("pc::models::Stage", "Limited");
    case Stage::Production:
        return QCoreApplication::translate("pc::models::Stage", "Production");
    case Stage::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::Stage", "Unknown");
}

QString nameOf(pc::PartnerStatus status)
{
    switch (status) {
    case PartnerStatus::Active:
        return QCoreApplication::translate("pc::models::PartnerStatus", "Active");
    case PartnerStatus::Frozen:
        return QCoreApplication::translate("pc::models::PartnerStatus", "Frozen");
    case PartnerStatus::Offboarded:
        return QCoreApplication::translate("pc::models::PartnerStatus", "Offboarded");
    case PartnerStatus::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::PartnerStatus", "Unknown");
}

QString nameOf(pc::Health health)
{
    switch (health) {
    case Health::Healthy:
        return QCoreApplication::translate("pc::models::Health", "Healthy");
    case Health::NoTraffic:
        return QCoreApplication::translate("pc::models::Health", "No traffic");
    case Health::Throttled:
        return QCoreApplication::translate("pc::models::Health", "Throttled");
    case Health::Errors:
        return QCoreApplication::translate("pc::models::Health", "Errors");
    case Health::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::Health", "Unknown");
}

QString nameOf(pc::ContactKind kind)
{
    switch (kind) {
    case ContactKind::Business:
        return QCoreApplication::translate("pc::models::ContactKind", "Business");
    case ContactKind::Technical:
        return QCoreApplication::translate("pc::models::ContactKind", "Technical");
    case ContactKind::Security:
        return QCoreApplication::translate("pc::models::ContactKind", "Security");
    case ContactKind::DataProtection:
        return QCoreApplication::translate("pc::models::ContactKind", "Data protection");
    case ContactKind::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::ContactKind", "Unknown");
}

QString nameOf(pc::LawfulBasis basis)
{
    switch (basis) {
    case LawfulBasis::Consent:
        return QCoreApplication::translate("pc::models::LawfulBasis", "Consent");
    case LawfulBasis::Contract:
        return QCoreApplication::translate("pc::models::LawfulBasis", "Contract");
    case LawfulBasis::LegalObligation:
        return QCoreApplication::translate("pc::models::LawfulBasis", "Legal obligation");
    case LawfulBasis::VitalInterests:
        return QCoreApplication::translate("pc::models::LawfulBasis", "Vital interests");
    case LawfulBasis::PublicTask:
        return QCoreApplication::translate("pc::models::LawfulBasis", "Public task");
    case LawfulBasis::LegitimateInterests:
        return QCoreApplication::translate("pc::models::LawfulBasis", "Legitimate interests");
    case LawfulBasis::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::LawfulBasis", "Unknown");
}

QString nameOf(KeyScheme scheme)
{
    switch (scheme) {
    case KeyScheme::Sha256:
        return QStringLiteral("SHA-256");
    case KeyScheme::HmacSha256:
        return QStringLiteral("HMAC-SHA-256");
    case KeyScheme::Bcrypt:
        return QStringLiteral("bcrypt");
    case KeyScheme::Unknown:
        break;
    }
    return QStringLiteral("?");
}

QString nameOf(pc::CredentialKind kind)
{
    return kindText(kind, &CredentialKindTexts::name);
}

QString nameOf(pc::CredentialState state)
{
    switch (state) {
    case CredentialState::Pending:
        return QCoreApplication::translate("pc::models::CredentialState", "Pending");
    case CredentialState::Active:
        return QCoreApplication::translate("pc::models::CredentialState", "Active");
    case CredentialState::Rotating:
        return QCoreApplication::translate("pc::models::CredentialState", "Rotating");
    case CredentialState::Suspended:
        return QCoreApplication::translate("pc::models::CredentialState", "Suspended");
    case CredentialState::Expired:
        return QCoreApplication::translate("pc::models::CredentialState", "Expired");
    case CredentialState::Void:
        return QCoreApplication::translate("pc::models::CredentialState", "Void");
    case CredentialState::Revoked:
        return QCoreApplication::translate("pc::models::CredentialState", "Revoked");
    case CredentialState::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::CredentialState", "Unknown");
}

QString nameOf(pc::GenerationState state)
{
    switch (state) {
    case GenerationState::Pending:
        return QCoreApplication::translate("pc::models::GenerationState", "Pending");
    case GenerationState::Active:
        return QCoreApplication::translate("pc::models::GenerationState", "Active");
    case GenerationState::Grace:
        return QCoreApplication::translate("pc::models::GenerationState", "In grace");
    case GenerationState::Suspended:
        return QCoreApplication::translate("pc::models::GenerationState", "Suspended");
    case GenerationState::Ended:
        return QCoreApplication::translate("pc::models::GenerationState", "Ended");
    case GenerationState::Void:
        return QCoreApplication::translate("pc::models::GenerationState", "Void");
    case GenerationState::Revoked:
        return QCoreApplication::translate("pc::models::GenerationState", "Revoked");
    case GenerationState::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::GenerationState", "Unknown");
}

QString nameOf(pc::Role role)
{
    switch (role) {
    case Role::Viewer:
        return QCoreApplication::translate("pc::models::Role", "Viewer");
    case Role::Support:
        return QCoreApplication::translate("pc::models::Role", "Support");
    case Role::PartnerOps:
        return QCoreApplication::translate("pc::models::Role", "Partner operations");
    case Role::Security:
        return QCoreApplication::translate("pc::models::Role", "Security");
    case Role::Admin:
        return QCoreApplication::translate("pc::models::Role", "Administrator");
    case Role::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::Role", "Unknown");
}

QString nameOf(pc::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Served:
        return QCoreApplication::translate("pc::models::Outcome", "Served");
    case Outcome::Refused:
        return QCoreApplication::translate("pc::models::Outcome", "Refused");
    case Outcome::Throttled:
        return QCoreApplication::translate("pc::models::Outcome", "Throttled");
    case Outcome::ClientError:
        return QCoreApplication::translate("pc::models::Outcome", "Client errors");
    case Outcome::ServerError:
        return QCoreApplication::translate("pc::models::Outcome", "Server errors");
    case Outcome::Observed:
        return QCoreApplication::translate("pc::models::Outcome", "Only observed");
    case Outcome::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::Outcome", "Unknown");
}

QString nameOf(pc::DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::Allowed:
        return QCoreApplication::translate("pc::models::DecisionReason", "Allowed");
    case DecisionReason::MissingCredential:
        return QCoreApplication::translate("pc::models::DecisionReason", "No credential");
    case DecisionReason::MultipleCredentials:
        return QCoreApplication::translate("pc::models::DecisionReason", "More than one credential");
    case DecisionReason::MalformedCredential:
        return QCoreApplication::translate("pc::models::DecisionReason", "Malformed credential");
    case DecisionReason::UnknownCredential:
        return QCoreApplication::translate("pc::models::DecisionReason", "Unknown credential");
    case DecisionReason::CredentialPending:
        return QCoreApplication::translate("pc::models::DecisionReason", "Credential not acknowledged yet");
    case DecisionReason::CredentialSuspended:
        return QCoreApplication::translate("pc::models::DecisionReason", "Credential suspended");
    case DecisionReason::CredentialExpired:
        return QCoreApplication::translate("pc::models::DecisionReason", "Credential expired");
    case DecisionReason::CredentialRevoked:
        return QCoreApplication::translate("pc::models::DecisionReason", "Credential revoked");
    case DecisionReason::TokenExpired:
        return QCoreApplication::translate("pc::models::DecisionReason", "Token expired");
    case DecisionReason::TokenRevoked:
        return QCoreApplication::translate("pc::models::DecisionReason", "Token revoked");
    case DecisionReason::TokenInvalid:
        return QCoreApplication::translate("pc::models::DecisionReason", "Token not valid");
    case DecisionReason::WrongRealm:
        return QCoreApplication::translate("pc::models::DecisionReason", "Wrong realm");
    case DecisionReason::PartnerFrozen:
        return QCoreApplication::translate("pc::models::DecisionReason", "Partner frozen");
    case DecisionReason::PartnerOffboarded:
        return QCoreApplication::translate("pc::models::DecisionReason", "Partner offboarded");
    case DecisionReason::StageNotAllowed:
        return QCoreApplication::translate("pc::models::DecisionReason", "Route not open at this stage");
    case DecisionReason::UnknownRoute:
        return QCoreApplication::translate("pc::models::DecisionReason", "Unknown route");
    case DecisionReason::MissingScope:
        return QCoreApplication::translate("pc::models::DecisionReason", "Scope missing");
    case DecisionReason::ResourceNotGranted:
        return QCoreApplication::translate("pc::models::DecisionReason", "Resource not granted");
    case DecisionReason::RateLimited:
        return QCoreApplication::translate("pc::models::DecisionReason", "Rate limit reached");
    case DecisionReason::QuotaExceeded:
        return QCoreApplication::translate("pc::models::DecisionReason", "Daily quota used up");
    case DecisionReason::GatewayUntrusted:
        return QCoreApplication::translate("pc::models::DecisionReason", "Gateway not trusted");
    case DecisionReason::HistoryNotAccepted:
        return QCoreApplication::translate("pc::models::DecisionReason", "History not accepted");
    case DecisionReason::BadRequest:
        return QCoreApplication::translate("pc::models::DecisionReason", "Malformed request");
    case DecisionReason::HeaderTooLarge:
        return QCoreApplication::translate("pc::models::DecisionReason", "Header too large");
    case DecisionReason::WrongAudience:
        return QCoreApplication::translate("pc::models::DecisionReason", "Token for another API");
    case DecisionReason::NetworkNotAllowed:
        return QCoreApplication::translate("pc::models::DecisionReason", "Network not allowed");
    case DecisionReason::KeyCheckBusy:
        return QCoreApplication::translate("pc::models::DecisionReason", "Too many first uses at once");
    case DecisionReason::LengthRequired:
        return QCoreApplication::translate("pc::models::DecisionReason", "Length of the body not said");
    case DecisionReason::BodyTooLarge:
        return QCoreApplication::translate("pc::models::DecisionReason", "Body too large for the route");
    case DecisionReason::ContentTypeNotAllowed:
        return QCoreApplication::translate("pc::models::DecisionReason", "Type of the body not allowed");
    case DecisionReason::VersionEnded:
        return QCoreApplication::translate("pc::models::DecisionReason", "Version of the API has ended");
    case DecisionReason::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::DecisionReason", "Unknown");
}

QString nameOfOne(pc::Outcome value)
{
    switch (value) {
    case Outcome::Served:
        return QCoreApplication::translate("pc::models::OneOutcome", "Served");
    case Outcome::Refused:
        return QCoreApplication::translate("pc::models::OneOutcome", "Refused");
    case Outcome::Throttled:
        return QCoreApplication::translate("pc::models::OneOutcome", "Throttled");
    case Outcome::ClientError:
        return QCoreApplication::translate("pc::models::OneOutcome", "Client error");
    case Outcome::ServerError:
        return QCoreApplication::translate("pc::models::OneOutcome", "Server error");
    case Outcome::Observed:
        return QCoreApplication::translate("pc::models::OneOutcome", "Only observed");
    case Outcome::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::OneOutcome", "Unknown");
}

QString nameOf(pc::CallField value)
{
    switch (value) {
    case CallField::Partner:
        return QCoreApplication::translate("pc::models::CallField", "Partner");
    case CallField::Credential:
        return QCoreApplication::translate("pc::models::CallField", "Credential");
    case CallField::Generation:
        return QCoreApplication::translate("pc::models::CallField", "Generation");
    case CallField::Realm:
        return QCoreApplication::translate("pc::models::CallField", "Realm");
    case CallField::Method:
        return QCoreApplication::translate("pc::models::CallField", "Method");
    case CallField::Route:
        return QCoreApplication::translate("pc::models::CallField", "Route");
    case CallField::Path:
        return QCoreApplication::translate("pc::models::CallField", "Path");
    case CallField::Outcome:
        return QCoreApplication::translate("pc::models::CallField", "Outcome");
    case CallField::Reason:
        return QCoreApplication::translate("pc::models::CallField", "Reason");
    case CallField::Status:
        return QCoreApplication::translate("pc::models::CallField", "Status");
    case CallField::Source:
        return QCoreApplication::translate("pc::models::CallField", "Source");
    case CallField::UserAgent:
        return QCoreApplication::translate("pc::models::CallField", "User agent");
    case CallField::Gateway:
        return QCoreApplication::translate("pc::models::CallField", "Gateway");
    case CallField::Request:
        return QCoreApplication::translate("pc::models::CallField", "Request ID");
    case CallField::Decision:
        return QCoreApplication::translate("pc::models::CallField", "Decision ID");
    case CallField::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::CallField", "Unknown");
}

QString nameOf(pc::DecisionCheck value)
{
    switch (value) {
    case DecisionCheck::Gateway:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Gateway");
    case DecisionCheck::History:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Accepted history");
    case DecisionCheck::Request:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Request");
    case DecisionCheck::Credential:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Credential");
    case DecisionCheck::Realm:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Realm");
    case DecisionCheck::Partner:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Partner and stage");
    case DecisionCheck::Network:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Source address");
    case DecisionCheck::Route:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Route");
    case DecisionCheck::Audience:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Audience of the token");
    case DecisionCheck::Scope:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Scope");
    case DecisionCheck::Resource:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Resource policy");
    case DecisionCheck::Body:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Length and type of the body");
    case DecisionCheck::Limits:
        return QCoreApplication::translate("pc::models::DecisionCheck", "Rate and quota");
    case DecisionCheck::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::DecisionCheck", "Unknown");
}

QString nameOf(pc::CheckResult value)
{
    switch (value) {
    case CheckResult::Passed:
        return QCoreApplication::translate("pc::models::CheckResult", "Passed");
    case CheckResult::Failed:
        return QCoreApplication::translate("pc::models::CheckResult", "Failed");
    case CheckResult::NotReached:
        return QCoreApplication::translate("pc::models::CheckResult", "Not reached");
    case CheckResult::NotRecorded:
        return QCoreApplication::translate("pc::models::CheckResult", "Not recorded");
    case CheckResult::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::CheckResult", "Unknown");
}

QString nameOf(pc::ScopeSource source)
{
    switch (source) {
    case ScopeSource::Tag:
        return QCoreApplication::translate("pc::models::ScopeSource", "Tag of the operation");
    case ScopeSource::Path:
        return QCoreApplication::translate("pc::models::ScopeSource", "First part of the path");
    case ScopeSource::One:
        return QCoreApplication::translate("pc::models::ScopeSource", "One scope for all");
    case ScopeSource::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::ScopeSource", "Unknown");
}

QString nameOf(pc::RevisionState state)
{
    switch (state) {
    case RevisionState::Proposed:
        return QCoreApplication::translate("pc::models::RevisionState", "Proposed");
    case RevisionState::InForce:
        return QCoreApplication::translate("pc::models::RevisionState", "In force");
    case RevisionState::Replaced:
        return QCoreApplication::translate("pc::models::RevisionState", "Replaced");
    case RevisionState::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::RevisionState", "Unknown");
}

QString nameOf(pc::RouteChangeKind kind)
{
    switch (kind) {
    case RouteChangeKind::New:
        return QCoreApplication::translate("pc::models::RouteChangeKind", "New");
    case RouteChangeKind::Gone:
        return QCoreApplication::translate("pc::models::RouteChangeKind", "Gone");
    case RouteChangeKind::Changed:
        return QCoreApplication::translate("pc::models::RouteChangeKind", "Changed");
    case RouteChangeKind::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::RouteChangeKind", "Unknown");
}

QString nameOf(pc::ObservationKind kind)
{
    switch (kind) {
    case ObservationKind::Api:
        return QCoreApplication::translate("pc::models::ObservationKind", "API");
    case ObservationKind::Gateway:
        return QCoreApplication::translate("pc::models::ObservationKind", "Gateway");
    case ObservationKind::Routes:
        return QCoreApplication::translate("pc::models::ObservationKind", "Part of an API");
    case ObservationKind::Partner:
        return QCoreApplication::translate("pc::models::ObservationKind", "Partner");
    case ObservationKind::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::ObservationKind", "Unknown");
}

QString nameOf(pc::ObservedToday today)
{
    switch (today) {
    case ObservedToday::Passes:
        return QCoreApplication::translate("pc::models::ObservedToday", "Would pass");
    case ObservedToday::Refused:
        return QCoreApplication::translate("pc::models::ObservedToday", "Would be refused");
    case ObservedToday::Open:
    case ObservedToday::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::ObservedToday", "Cannot be told");
}

QString nameOf(pc::ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Create:
        return QCoreApplication::translate("pc::models::ImportOutcome", "New");
    case ImportOutcome::Update:
        return QCoreApplication::translate("pc::models::ImportOutcome", "Changed");
    case ImportOutcome::Unchanged:
        return QCoreApplication::translate("pc::models::ImportOutcome", "Unchanged");
    case ImportOutcome::Refused:
        return QCoreApplication::translate("pc::models::ImportOutcome", "Refused");
    case ImportOutcome::Unknown:
        break;
    }
    return QCoreApplication::translate("pc::models::ImportOutcome", "Unknown");
}

} // namespace pc::models
