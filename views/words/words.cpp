// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/words.h"

#include "contract/audit_actions/audit_action.h"
#include "models/text/enum_names.h"

namespace pc::views {

namespace {

struct ActionLook
{
    Icon icon;
    Severity severity;
};

ActionLook lookOf(AuditAction action)
{
    switch (action) {
    case AuditAction::PartnerCreate:
        return {Icon::Plus, Severity::Neutral};
    case AuditAction::PartnerEdit:
        return {Icon::Edit, Severity::Neutral};
    case AuditAction::PartnerPromote:
        return {Icon::ArrowUp, Severity::Warn};
    case AuditAction::PartnerFreeze:
        return {Icon::Freeze, Severity::Bad};
    case AuditAction::PartnerUnfreeze:
        return {Icon::Play, Severity::Warn};
    case AuditAction::CredentialIssue:
        return {Icon::Plus, Severity::Neutral};
    case AuditAction::CredentialAck:
        return {Icon::Check, Severity::Neutral};
    case AuditAction::CredentialRotate:
        return {Icon::Rotate, Severity::Neutral};
    case AuditAction::CredentialGrace:
        return {Icon::Clock, Severity::Neutral};
    case AuditAction::GenerationGraceEnded:
        return {Icon::Clock, Severity::Neutral};
    case AuditAction::CredentialSuspend:
        return {Icon::Pause, Severity::Bad};
    case AuditAction::CredentialResume:
        return {Icon::Play, Severity::Warn};
    case AuditAction::CredentialRevoke:
        return {Icon::Ban, Severity::Bad};
    case AuditAction::CredentialExpired:
        return {Icon::Clock, Severity::Neutral};
    case AuditAction::GenerationVoid:
        return {Icon::Close, Severity::Neutral};
    case AuditAction::GrantEdit:
        return {Icon::Scopes, Severity::Neutral};
    case AuditAction::CredentialRevokeProbed:
        return {Icon::Shield, Severity::Neutral};
    case AuditAction::RevocationTakenBack:
        return {Icon::Undo, Severity::Warn};
    case AuditAction::SessionBegin:
        return {Icon::User, Severity::Neutral};
    case AuditAction::SessionEnd:
        return {Icon::Logout, Severity::Neutral};
    case AuditAction::TokenRevoke:
        return {Icon::Ban, Severity::Neutral};
    case AuditAction::CredentialLeakSeen:
        return {Icon::Warning, Severity::Bad};
    case AuditAction::HistoryAnchor:
        return {Icon::Shield, Severity::Neutral};
    case AuditAction::HistoryAccept:
        return {Icon::Warning, Severity::Bad};
    case AuditAction::ClockStep:
        return {Icon::Clock, Severity::Warn};
    case AuditAction::CallsSealed:
        return {Icon::Usage, Severity::Neutral};
    case AuditAction::GatewayAdd:
        return {Icon::Server, Severity::Warn};
    case AuditAction::GatewayRemove:
        return {Icon::Server, Severity::Neutral};
    case AuditAction::OperatorAdd:
        return {Icon::User, Severity::Warn};
    case AuditAction::OperatorEdit:
        return {Icon::User, Severity::Warn};
    case AuditAction::OperatorDisable:
        return {Icon::User, Severity::Neutral};
    case AuditAction::JobStart:
    case AuditAction::JobResume:
        return {Icon::Play, Severity::Neutral};
    case AuditAction::JobCancel:
        return {Icon::Close, Severity::Neutral};
    case AuditAction::JobFinish:
        return {Icon::Check, Severity::Neutral};
    case AuditAction::Unknown:
        break;
    }
    return {Icon::Dots, Severity::Neutral};
}

} // namespace

Icon kindIcon(CredentialKind kind)
{
    return kind == CredentialKind::ClientSecret ? Icon::Credentials : Icon::Key;
}

Severity realmSeverity(Realm realm)
{
    return realm == Realm::Production ? Severity::Bad
           : realm == Realm::Sandbox  ? Severity::Sandbox
                                      : Severity::Neutral;
}

StateLook stateLook(CredentialState state)
{
    switch (state) {
    case CredentialState::Pending:
        return {Severity::Info, Icon::Clock, models::nameOf(state), true};
    case CredentialState::Active:
        return {Severity::Neutral, Icon::Check, models::nameOf(state), false};
    case CredentialState::Rotating:
        return {Severity::Info, Icon::Rotate, models::nameOf(state), true};
    case CredentialState::Suspended:
        return {Severity::Warn, Icon::Pause, models::nameOf(state), true};
    case CredentialState::Expired:
        return {Severity::Bad, Icon::Clock, models::nameOf(state), true};
    case CredentialState::Void:
        return {Severity::Neutral, Icon::Close, models::nameOf(state), true};
    case CredentialState::Revoked:
        return {Severity::Neutral, Icon::Ban, models::nameOf(state), true};
    case CredentialState::Unknown:
        break;
    }
    return {Severity::Warn, Icon::Help, models::nameOf(state), true};
}

StateLook stateLook(GenerationState state)
{
    switch (state) {
    case GenerationState::Pending:
        return {Severity::Info, Icon::Clock, models::nameOf(state), true};
    case GenerationState::Active:
        return {Severity::Neutral, Icon::Check, models::nameOf(state), false};
    case GenerationState::Grace:
        return {Severity::Info, Icon::Rotate, models::nameOf(state), true};
    case GenerationState::Suspended:
        return {Severity::Warn, Icon::Pause, models::nameOf(state), true};
    case GenerationState::Ended:
        return {Severity::Neutral, Icon::Clock, models::nameOf(state), true};
    case GenerationState::Void:
        return {Severity::Neutral, Icon::Close, models::nameOf(state), true};
    case GenerationState::Revoked:
        return {Severity::Neutral, Icon::Ban, models::nameOf(state), true};
    case GenerationState::Unknown:
        break;
    }
    return {Severity::Warn, Icon::Help, models::nameOf(state), true};
}

StateLook stateLook(PartnerStatus status)
{
    switch (status) {
    case PartnerStatus::Active:
        return {Severity::Neutral, Icon::Check, models::nameOf(status), false};
    case PartnerStatus::Frozen:
        return {Severity::Info, Icon::Freeze, models::nameOf(status), true};
    case PartnerStatus::Offboarded:
        return {Severity::Neutral, Icon::Ban, models::nameOf(status), true};
    case PartnerStatus::Unknown:
        break;
    }
    return {Severity::Warn, Icon::Help, models::nameOf(status), true};
}

StateLook stateLook(Health health)
{
    switch (health) {
    case Health::Healthy:
        return {Severity::Neutral, Icon::Check, models::nameOf(health), false};
    case Health::NoTraffic:
        return {Severity::Neutral, Icon::Dots, models::nameOf(health), false};
    case Health::Throttled:
        return {Severity::Warn, Icon::Gauge, models::nameOf(health), true};
    case Health::Errors:
        return {Severity::Bad, Icon::Warning, models::nameOf(health), true};
    case Health::Unknown:
        break;
    }
    return {Severity::Neutral, Icon::Help, models::nameOf(health), false};
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

Severity actionSeverity(const QString &action)
{
    return lookOf(auditActionOf(action)).severity;
}

} // namespace pc::views
