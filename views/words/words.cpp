// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/words.h"

#include "models/text/enum_names.h"

#include <algorithm>
#include <iterator>

namespace pc::views {

namespace {

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
    {"credential.revoke_probed", Icon::Shield, Kind::Neutral},
    {"generation.grace_ended", Icon::Clock, Kind::Neutral},
    {"generation.void", Icon::Close, Kind::Neutral},
    {"credential.suspend", Icon::Pause, Kind::Bad},
    {"credential.resume", Icon::Play, Kind::Warn},
    {"credential.revoke", Icon::Ban, Kind::Bad},
    {"credential.expired", Icon::Clock, Kind::Neutral},
    {"grant.edit", Icon::Scopes, Kind::Neutral},
    {"session.begin", Icon::User, Kind::Neutral},
    {"session.end", Icon::Logout, Kind::Neutral},
    {"operator.add", Icon::User, Kind::Warn},
    {"operator.disable", Icon::User, Kind::Neutral},
    {"operator.edit", Icon::User, Kind::Warn},
    {"token.revoke", Icon::Ban, Kind::Neutral},
    {"gateway.add", Icon::Server, Kind::Warn},
    {"gateway.remove", Icon::Server, Kind::Neutral},
    {"calls.sealed", Icon::Usage, Kind::Neutral},
    {"credential.leak_seen", Icon::Warning, Kind::Bad},
    {"history.anchor", Icon::Shield, Kind::Neutral},
    {"history.accept", Icon::Warning, Kind::Bad},
    {"clock.step", Icon::Clock, Kind::Warn},
};

const ActionLook *lookOf(const QString &action)
{
    const auto *found =
        std::find_if(std::begin(actions), std::end(actions), [&action](const ActionLook &entry) {
            return action == QLatin1StringView(entry.action);
        });
    return found == std::end(actions) ? nullptr : found;
}

} // namespace

Icon kindIcon(CredentialKind kind)
{
    return kind == CredentialKind::ClientSecret ? Icon::Credentials : Icon::Key;
}

StateLook stateLook(CredentialState state)
{
    switch (state) {
    case CredentialState::Pending:
        return {Kind::Info, Icon::Clock, models::nameOf(state), true};
    case CredentialState::Active:
        return {Kind::Neutral, Icon::Check, models::nameOf(state), false};
    case CredentialState::Rotating:
        return {Kind::Info, Icon::Rotate, models::nameOf(state), true};
    case CredentialState::Suspended:
        return {Kind::Warn, Icon::Pause, models::nameOf(state), true};
    case CredentialState::Expired:
        return {Kind::Bad, Icon::Clock, models::nameOf(state), true};
    case CredentialState::Void:
        return {Kind::Neutral, Icon::Close, models::nameOf(state), true};
    case CredentialState::Revoked:
        return {Kind::Neutral, Icon::Ban, models::nameOf(state), true};
    case CredentialState::Unknown:
        break;
    }
    return {Kind::Warn, Icon::Help, models::nameOf(state), true};
}

StateLook stateLook(GenerationState state)
{
    switch (state) {
    case GenerationState::Pending:
        return {Kind::Info, Icon::Clock, models::nameOf(state), true};
    case GenerationState::Active:
        return {Kind::Neutral, Icon::Check, models::nameOf(state), false};
    case GenerationState::Grace:
        return {Kind::Info, Icon::Rotate, models::nameOf(state), true};
    case GenerationState::Suspended:
        return {Kind::Warn, Icon::Pause, models::nameOf(state), true};
    case GenerationState::Ended:
        return {Kind::Neutral, Icon::Clock, models::nameOf(state), true};
    case GenerationState::Void:
        return {Kind::Neutral, Icon::Close, models::nameOf(state), true};
    case GenerationState::Revoked:
        return {Kind::Neutral, Icon::Ban, models::nameOf(state), true};
    case GenerationState::Unknown:
        break;
    }
    return {Kind::Warn, Icon::Help, models::nameOf(state), true};
}

StateLook stateLook(PartnerStatus status)
{
    switch (status) {
    case PartnerStatus::Active:
        return {Kind::Neutral, Icon::Check, models::nameOf(status), false};
    case PartnerStatus::Frozen:
        return {Kind::Info, Icon::Freeze, models::nameOf(status), true};
    case PartnerStatus::Offboarded:
        return {Kind::Neutral, Icon::Ban, models::nameOf(status), true};
    case PartnerStatus::Unknown:
        break;
    }
    return {Kind::Warn, Icon::Help, models::nameOf(status), true};
}

StateLook stateLook(Health health)
{
    switch (health) {
    case Health::Healthy:
        return {Kind::Neutral, Icon::Check, models::nameOf(health), false};
    case Health::NoTraffic:
        return {Kind::Neutral, Icon::Dots, models::nameOf(health), false};
    case Health::Throttled:
        return {Kind::Warn, Icon::Gauge, models::nameOf(health), true};
    case Health::Errors:
        return {Kind::Bad, Icon::Warning, models::nameOf(health), true};
    case Health::Unknown:
        break;
    }
    return {Kind::Neutral, Icon::Help, models::nameOf(health), false};
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
