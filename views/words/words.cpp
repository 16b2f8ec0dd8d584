// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/words.h"

#include "contract/audit_actions/audit_action.h"
#include "contract/rules/credential_kinds.h"
#include "models/text/credential_kind_text.h"
#include "models/text/enum_names.h"

#include <QHash>

namespace pc::views {

namespace {

Icon iconOf(AuditAction action)
{
    switch (action) {
    case AuditAction::PartnerCreate:
        return Icon::Plus;
    case AuditAction::PartnerEdit:
        return Icon::Edit;
    case AuditAction::PartnerPromote:
        return Icon::ArrowUp;
    case AuditAction::PartnerFreeze:
        return Icon::Freeze;
    case AuditAction::PartnerUnfreeze:
        return Icon::Play;
    case AuditAction::CredentialIssue:
        return Icon::Plus;
    case AuditAction::CredentialAck:
        return Icon::Check;
    case AuditAction::CredentialRotate:
        return Icon::Rotate;
    case AuditAction::CredentialGrace:
        return Icon::Clock;
    case AuditAction::GenerationGraceEnded:
        return Icon::Clock;
    case AuditAction::CredentialSuspend:
        return Icon::Pause;
    case AuditAction::CredentialResume:
        return Icon::Play;
    case AuditAction::CredentialRevoke:
        return Icon::Ban;
    case AuditAction::CredentialExpired:
        return Icon::Clock;
    case AuditAction::GenerationVoid:
        return Icon::Close;
    case AuditAction::GrantEdit:
        return Icon::Scopes;
    case AuditAction::CredentialRevokeProbed:
        return Icon::Shield;
    case AuditAction::RevocationTakenBack:
        return Icon::Undo;
    case AuditAction::SessionBegin:
        return Icon::User;
    case AuditAction::SessionEnd:
        return Icon::Logout;
    case AuditAction::TokenRevoke:
        return Icon::Ban;
    case AuditAction::CredentialLeakSeen:
        return Icon::Warning;
    case AuditAction::HistoryAnchor:
        return Icon::Shield;
    case AuditAction::HistoryAccept:
        return Icon::Warning;
    case AuditAction::ClockStep:
        return Icon::Clock;
    case AuditAction::CallsSealed:
        return Icon::Usage;
    case AuditAction::GatewayAdd:
        return Icon::Server;
    case AuditAction::GatewayRemove:
        return Icon::Server;
    case AuditAction::NetworksEdit:
        return Icon::Shield;
    case AuditAction::OperatorAdd:
        return Icon::User;
    case AuditAction::OperatorEdit:
        return Icon::User;
    case AuditAction::OperatorDisable:
        return Icon::User;
    case AuditAction::CredentialImport:
        return Icon::Plus;
    case AuditAction::CredentialRehash:
        return Icon::Key;
    case AuditAction::JobStart:
    case AuditAction::JobResume:
        return Icon::Play;
    case AuditAction::JobCancel:
        return Icon::Close;
    case AuditAction::JobFinish:
        return Icon::Check;
    case AuditAction::ApiCreate:
        return Icon::Plus;
    case AuditAction::ApiEdit:
        return Icon::Edit;
    case AuditAction::ApiRemove:
        return Icon::Trash;
    case AuditAction::ScopeEdit:
    case AuditAction::PlanEdit:
        return Icon::Edit;
    case AuditAction::PlanCreate:
        return Icon::Plus;
    case AuditAction::ScopeRemove:
    case AuditAction::PlanRemove:
    case AuditAction::CatalogueWithdraw:
        return Icon::Trash;
    case AuditAction::CataloguePropose:
        return Icon::Upload;
    case AuditAction::CatalogueApply:
        return Icon::Catalogue;
    case AuditAction::VersionCreate:
        return Icon::Plus;
    case AuditAction::VersionEdit:
        return Icon::Edit;
    case AuditAction::VersionEnd:
        return Icon::Ban;
    case AuditAction::VersionRemove:
        return Icon::Trash;
    case AuditAction::ObservationBegin:
        return Icon::Eye;
    case AuditAction::ObservationExtend:
        return Icon::Eye;
    case AuditAction::ObservationEnd:
        return Icon::Lock;
    case AuditAction::Unknown:
        break;
    }
    return Icon::Dots;
}

} // namespace

Icon kindIcon(CredentialKind kind)
{
    static const QHash<CredentialKind, Icon> icons = [] { // once: it is asked for every painted row
        QHash<CredentialKind, Icon> all;
        const auto add = [&all](CredentialKind each) {
            const QLatin1StringView name(models::kindTexts(each).icon);
            all.insert(each, iconFromName(QStringLiteral("pc-") + name));
        };
        add(CredentialKind::Unknown);
        for (const rules::CredentialKindTraits &traits : rules::credentialKinds())
            add(traits.kind);
        return all;
    }();
    return icons.value(kind);
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
    return iconOf(auditActionOf(action));
}

Severity actionSeverity(const QString &action)
{
    const AuditAction known = auditActionOf(action);
    const Impact impact = known == AuditAction::Unknown ? Impact::Ordinary : auditAction(known).impact;
    return impact == Impact::Takes   ? Severity::Bad
           : impact == Impact::Gives ? Severity::Warn
                                     : Severity::Neutral;
}

} // namespace pc::views
