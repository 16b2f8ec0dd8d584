// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/roles.h"

#include <algorithm>

namespace pc {

namespace {

constexpr unsigned bit(Role role)
{
    return 1u << static_cast<unsigned>(role);
}

constexpr unsigned everyone =
    bit(Role::Viewer) | bit(Role::Support) | bit(Role::PartnerOps) | bit(Role::Security) | bit(Role::Admin);
constexpr unsigned callReaders =
    bit(Role::Support) | bit(Role::PartnerOps) | bit(Role::Security) | bit(Role::Admin);
constexpr unsigned operators = bit(Role::PartnerOps) | bit(Role::Security) | bit(Role::Admin);
constexpr unsigned onboarders = bit(Role::PartnerOps) | bit(Role::Admin);

/// One line per operation; a missing one does not compile (-Wswitch under -Werror).
unsigned mask(Op op)
{
    switch (op) {
    case Op::SessionGet:
    case Op::SessionRenew:
    case Op::SessionEnd:
    case Op::OperatorList:
    case Op::ChangesGet:
    case Op::PartnerList:
    case Op::PartnerGet:
    case Op::PartnerGates:
    case Op::CredentialList:
    case Op::CredentialGet:
    case Op::RevocationGet:
    case Op::ScopeList:
    case Op::RouteList:
    case Op::PlanList:
    case Op::GrantGet:
    case Op::ScopeUseGet:
    case Op::UsageSeries:
    case Op::QuotaGet:
    case Op::CheckpointGet:
    case Op::InclusionProofGet:
    case Op::ConsistencyProofGet:
    case Op::AuditList:
    case Op::AuditGet:
        return everyone;
    case Op::CredentialUse: // source addresses and user agents of a partner's systems
    case Op::CallList:
    case Op::CallGet:
        return callReaders;
    case Op::AuditStream:
    case Op::CheckpointMake:
        return bit(Role::Security) | bit(Role::Admin);
    case Op::PartnerCreate:
    case Op::PartnerEdit:
    case Op::PartnerPromote:
    case Op::CredentialIssue:
    case Op::CredentialAck:
    case Op::CredentialRotate:
    case Op::CredentialGrace:
    case Op::GrantEdit:
        return onboarders;
    case Op::PartnerFreeze:
    case Op::PartnerUnfreeze:
    case Op::CredentialSuspend:
    case Op::CredentialResume:
    case Op::CredentialProbe:
    case Op::CredentialRevoke:
        return operators;
    }
    return 0;
}

} // namespace

bool allows(Role role, Op op)
{
    return role != Role::Unknown && (mask(op) & bit(role)) != 0;
}

bool allows(const QList<Role> &roles, Op op)
{
    return std::any_of(roles.begin(), roles.end(), [op](Role role) { return allows(role, op); });
}

QStringList permissionsOf(const QList<Role> &roles)
{
    QStringList names;
    for (const Operation &entry : operations()) {
        if (allows(roles, entry.op))
            names.append(QString::fromLatin1(entry.id));
    }
    names.sort();
    return names;
}

QList<Role> rolesAllowing(Op op)
{
    QList<Role> roles;
    for (Role role : {Role::Viewer, Role::Support, Role::PartnerOps, Role::Security, Role::Admin}) {
        if (allows(role, op))
            roles.append(role);
    }
    return roles;
}

} // namespace pc
