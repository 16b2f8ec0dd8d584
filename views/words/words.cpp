// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/words.h"

#include "contract/audit_actions/audit_action.h"
#include "models/text/enum_names.h"

namespace pc::views {

namespace {

struct ActionLook
{
    Icon icon;
    Kind kind;
};

ActionLook lookOf(AuditAction action)
{
    switch (action) {
    case AuditAction::PartnerCreate:
        return {Icon::Plus, Kind::Neutral};
    case AuditAction::PartnerEdit:
        return {Icon::Edit, Kind::Neutral};
    case AuditAction::PartnerPromote:
        return {Icon::ArrowUp, Kind::Warn};
    case AuditAction::PartnerFreeze:
        return {Icon::Freeze, Kind::Bad};
    case AuditAction::PartnerUnfreeze:
        return {Icon::Play, Kind::Warn};
    case AuditAction::CredentialIssue:
        return {Icon::Plus, Kind::Neutral};
    case AuditAction::CredentialAck:
        return {Icon::Check, Kind::Neutral};
    case AuditAction::CredentialRotate:
        return {Icon::Rotate, Kind::Neutral};
    case AuditAction::CredentialGrace:
        return {Icon::Clock, Kind::Neutral};
    case AuditAction::GenerationGraceEnded:
        return {Icon::Clock, Kind::Neutral};
    case AuditAction::CredentialSuspend:
        return {Icon::Pause, Kind::Bad};
    case AuditAction::CredentialResume:
        return {Icon::Play, Kind::Warn};
    case AuditAction::CredentialRevoke:
        return {Icon::Ban, Kind::Bad};
    case AuditAction::CredentialExpired:
        return {Icon::Clock, Kind::Neutral};
    case AuditAction::GenerationVoid:
        return {Icon::Close, Kind::Neutral};
    case AuditAction::GrantEdit:
        return {Icon::Scopes, Kind::Neutral};
    case AuditAction::CredentialRevokeProbed:
        return {Icon::Shield, Kind::Neutral};
    case AuditAction::RevocationTakenBack:
        return {Icon::Undo, Kind::Warn};
    case AuditAction::SessionBegin:
        return {Icon::User, Kind::Neutral};
    case AuditAction::SessionEnd:
        return {Icon::Logout, Kind::Neutral};
    case AuditAction::TokenRevoke:
        return {Icon::Ban, Kind::Neutral};
    case AuditAction::CredentialLeakSeen:
        return {Icon::Warning, Kind::Bad};
    case AuditAction::HistoryAnchor:
        return {Icon::Shield, Kind::Neutral};
    case AuditAction::HistoryAccept:
        return {Icon::Warning, Kind::Bad};
    case AuditAction::ClockStep:
        return {Icon::Clock, Kind::Warn};
    case AuditAction::CallsSealed:
        return {Icon::Usage, Kind::Neutral};
    case AuditAction::GatewayAdd:
        return {Icon::Server, Kind::Warn};
    case AuditAction::GatewayRemove:
        return {Icon::Server, Kind::Neutral};
    case AuditAction::OperatorAdd:
        return {Icon::User, Kind::Warn};
    case AuditAction::OperatorEdit:
        return {Icon::User, Kind::Warn};
    case AuditAction::OperatorDisable:
        return {Icon::User, Kind::Neutral};
    case AuditAction::Unknown:
        break;
    }
    return {Icon::Dots, Kind::Neutral};
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
    return lookOf(auditActionOf(action)).icon;
}

Kind actionKind(const QString &action)
{
    return lookOf(auditActionOf(action)).kind;
}

} // namespace pc::views
