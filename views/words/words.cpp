// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace pc::views {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct ActionLook
{
    const char *action;
    Icon icon;
    Kind kind;
};

constexpr ActionLook actions[]{
    {"partner.create", Icon::Plus, Kind::Neutral},
    {"partner.edit", Icon::Edit, Kind::Neutral},
    {"partner.promote", Icon::ArrowUp, Kind::Warn},
    {"partner.freeze", Icon::Freeze, Kind::Bad},
    {"partner.unfreeze", Icon::Play, Kind::Warn},
    {"credential.issue", Icon::Plus, Kind::Neutral},
    {"credential.ack", Icon::Check, Kind::Neutral},
    {"credential.rotate", Icon::Rotate, Kind::Neutral},
    {"credential.grace", Icon::Clock, Kind::Neutral},
    {"credential.grace_end", Icon::Clock, Kind::Neutral},
    {"credential.suspend", Icon::Pause, Kind::Bad},
    {"credential.resume", Icon::Play, Kind::Warn},
    {"credential.revoke", Icon::Ban, Kind::Bad},
    {"credential.expire", Icon::Clock, Kind::Neutral},
    {"credential.void", Icon::Close, Kind::Neutral},
    {"grant.edit", Icon::Scopes, Kind::Neutral},
    {"session.start", Icon::User, Kind::Neutral},
    {"session.end", Icon::Logout, Kind::Neutral},
    {"operator.add", Icon::User, Kind::Warn},
    {"operator.disable", Icon::User, Kind::Neutral},
    {"operator.token", Icon::Key, Kind::Neutral},
    {"gateway.add", Icon::Server, Kind::Warn},
    {"gateway.remove", Icon::Server, Kind::Neutral},
    {"catalogue.seed", Icon::Route, Kind::Neutral},
    {"calls.digest", Icon::Usage, Kind::Neutral},
};

const ActionLook *lookOf(const QString &action)
{
    const auto *found = std::find_if(std::begin(actions), std::end(actions), [&action](const ActionLook &entry) {
        return action == QLatin1StringView(entry.action);
    });
    return found == std::end(actions) ? nullptr : found;
}

} // namespace

QString kindText(CredentialKind kind)
{
    switch (kind) {
    case CredentialKind::ClientSecret:
        return Words::tr("OAuth client");
    case CredentialKind::ApiKey:
        return Words::tr("API key");
    case CredentialKind::Unknown:
        break;
    }
    return Words::tr("Unknown kind");
}

Icon kindIcon(CredentialKind kind)
{
    return kind == CredentialKind::ClientSecret ? Icon::Credentials : Icon::Key;
}

StateLook stateLook(CredentialState state)
{
    switch (state) {
    case CredentialState::Pending:
        return {Kind::Info, Icon::Clock, Words::tr("Pending"), true};
    case CredentialState::Active:
        return {Kind::Neutral, Icon::Check, Words::tr("Active"), false};
    case CredentialState::Rotating:
        return {Kind::Info, Icon::Rotate, Words::tr("Rotating"), true};
    case CredentialState::Suspended:
        return {Kind::Warn, Icon::Pause, Words::tr("Suspended"), true};
    case CredentialState::Expired:
        return {Kind::Bad, Icon::Clock, Words::tr("Expired"), true};
    case CredentialState::Void:
        return {Kind::Neutral, Icon::Close, Words::tr("Void"), true};
    case CredentialState::Revoked:
        return {Kind::Neutral, Icon::Ban, Words::tr("Revoked"), true};
    case CredentialState::Unknown:
        break;
    }
    return {Kind::Warn, Icon::Help, Words::tr("Unknown state"), true};
}

StateLook stateLook(GenerationState state)
{
    switch (state) {
    case GenerationState::Pending:
        return {Kind::Info, Icon::Clock, Words::tr("Pending"), true};
    case GenerationState::Active:
        return {Kind::Neutral, Icon::Check, Words::tr("Active"), false};
    case GenerationState::Grace:
        return {Kind::Info, Icon::Rotate, Words::tr("In grace"), true};
    case GenerationState::Suspended:
        return {Kind::Warn, Icon::Pause, Words::tr("Suspended"), true};
    case GenerationState::Ended:
        return {Kind::Neutral, Icon::Clock, Words::tr("Ended"), true};
    case GenerationState::Void:
        return {Kind::Neutral, Icon::Close, Words::tr("Void"), true};
    case GenerationState::Revoked:
        return {Kind::Neutral, Icon::Ban, Words::tr("Revoked"), true};
    case GenerationState::Unknown:
        break;
    }
    return {Kind::Warn, Icon::Help, Words::tr("Unknown state"), true};
}

StateLook stateLook(PartnerStatus status)
{
    switch (status) {
    case PartnerStatus::Active:
        return {Kind::Neutral, Icon::Check, Words::tr("Active"), false};
    case PartnerStatus::Frozen:
        return {Kind::Info, Icon::Freeze, Words::tr("Frozen"), true};
    case PartnerStatus::Offboarded:
        return {Kind::Neutral, Icon::Ban, Words::tr("Offboarded"), true};
    case PartnerStatus::Unknown:
        break;
    }
    return {Kind::Warn, Icon::Help, Words::tr("Unknown state"), true};
}

StateLook stateLook(Health health)
{
    switch (health) {
    case Health::Healthy:
        return {Kind::Neutral, Icon::Check, Words::tr("Healthy"), false};
    case Health::NoTraffic:
        return {Kind::Neutral, Icon::Dots, Words::tr("No traffic"), false};
    case Health::Throttled:
        return {Kind::Warn, Icon::Gauge, Words::tr("Throttled"), true};
    case Health::Errors:
        return {Kind::Bad, Icon::Warning, Words::tr("Errors"), true};
    case Health::Unknown:
        break;
    }
    return {Kind::Neutral, Icon::Help, Words::tr("Not known"), false};
}

QString realmText(Realm realm)
{
    switch (realm) {
    case Realm::Sandbox:
        return Words::tr("Sandbox");
    case Realm::Production:
        return Words::tr("Production");
    case Realm::Unknown:
        break;
    }
    return Words::tr("Unknown realm");
}

StageLevel stageLevel(Stage stage)
{
    switch (stage) {
    case Stage::Sandbox:
        return StageLevel::Sandbox;
    case Stage::Limited:
        return StageLevel::Limited;
    case Stage::Production:
        return StageLevel::Production;
    case Stage::Unknown:
        break;
    }
    return StageLevel::None;
}

QString contactText(ContactKind kind)
{
    switch (kind) {
    case ContactKind::Business:
        return Words::tr("Business");
    case ContactKind::Technical:
        return Words::tr("Technical");
    case ContactKind::Security:
        return Words::tr("Security");
    case ContactKind::DataProtection:
        return Words::tr("Data protection");
    case ContactKind::Unknown:
        break;
    }
    return Words::tr("Other");
}

QString lawfulBasisText(LawfulBasis basis)
{
    switch (basis) {
    case LawfulBasis::Consent:
        return Words::tr("Consent — Art. 6(1)(a)");
    case LawfulBasis::Contract:
        return Words::tr("Contract — Art. 6(1)(b)");
    case LawfulBasis::LegalObligation:
        return Words::tr("Legal obligation — Art. 6(1)(c)");
    case LawfulBasis::VitalInterests:
        return Words::tr("Vital interests — Art. 6(1)(d)");
    case LawfulBasis::PublicTask:
        return Words::tr("Public task — Art. 6(1)(e)");
    case LawfulBasis::LegitimateInterests:
        return Words::tr("Legitimate interests — Art. 6(1)(f)");
    case LawfulBasis::Unknown:
        break;
    }
    return Words::tr("Not chosen");
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Viewer:
        return Words::tr("Viewer");
    case Role::Support:
        return Words::tr("Support");
    case Role::PartnerOps:
        return Words::tr("Partner operations");
    case Role::Security:
        return Words::tr("Security");
    case Role::Admin:
        return Words::tr("Administrator");
    case Role::Unknown:
        break;
    }
    return Words::tr("Unknown role");
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Served:
        return Words::tr("Served");
    case Outcome::Refused:
        return Words::tr("Refused");
    case Outcome::Throttled:
        return Words::tr("Throttled (429)");
    case Outcome::ClientError:
        return Words::tr("Client errors (4xx)");
    case Outcome::ServerError:
        return Words::tr("Errors (5xx)");
    case Outcome::Unknown:
        break;
    }
    return Words::tr("Other");
}

QString reasonText(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::Allowed:
        return Words::tr("The call was allowed.");
    case DecisionReason::MissingCredential:
        return Words::tr("The call carried no credential.");
    case DecisionReason::MultipleCredentials:
        return Words::tr("The call carried more than one credential.");
    case DecisionReason::MalformedCredential:
        return Words::tr("The credential was not of the right form.");
    case DecisionReason::UnknownCredential:
        return Words::tr("No such credential, or its secret was wrong.");
    case DecisionReason::CredentialPending:
        return Words::tr("The credential had not been acknowledged yet.");
    case DecisionReason::CredentialSuspended:
        return Words::tr("The credential was suspended.");
    case DecisionReason::CredentialExpired:
        return Words::tr("The credential had expired.");
    case DecisionReason::CredentialRevoked:
        return Words::tr("The credential had been revoked.");
    case DecisionReason::TokenExpired:
        return Words::tr("The access token had expired.");
    case DecisionReason::TokenRevoked:
        return Words::tr("The access token had been revoked.");
    case DecisionReason::TokenInvalid:
        return Words::tr("The access token was not valid.");
    case DecisionReason::WrongRealm:
        return Words::tr("A sandbox credential was used in production, or the reverse.");
    case DecisionReason::PartnerFrozen:
        return Words::tr("The partner was frozen.");
    case DecisionReason::PartnerOffboarded:
        return Words::tr("The partner had been offboarded.");
    case DecisionReason::StageNotAllowed:
        return Words::tr("The route is not open at the partner's stage.");
    case DecisionReason::UnknownRoute:
        return Words::tr("The route is not in the catalogue.");
    case DecisionReason::MissingScope:
        return Words::tr("The scope that the route needs was not granted.");
    case DecisionReason::ResourceNotGranted:
        return Words::tr("The resource is not among those granted.");
    case DecisionReason::RateLimited:
        return Words::tr("The rate limit was reached.");
    case DecisionReason::QuotaExceeded:
        return Words::tr("The daily quota was used up.");
    case DecisionReason::GatewayUntrusted:
        return Words::tr("The gateway did not prove who it is.");
    case DecisionReason::BadRequest:
        return Words::tr("The request was not acceptable.");
    case DecisionReason::Unknown:
        break;
    }
    return Words::tr("The reason is not known to this version of the console.");
}

Icon actionIcon(const QString &action)
{
    const ActionLook *look = lookOf(action);
    return look ? look->icon : Icon::Dots;
}

Kind actionKind(const QString &action)
{
    const ActionLook *look = lookOf(action);
    return look ? look->kind : Kind::Neutral;
}

} // namespace pc::views
