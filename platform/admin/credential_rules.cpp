// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credential_rules.h"

#include "contract/crypto/sealing.h"
#include "platform/admin/credential_life_cycle.h"
#include "platform/admin/field_check.h"

#include <QSet>

namespace pc::platform::rules {

using namespace Qt::StringLiterals;

namespace {

/// Clocks of operators' workstations are not exact; a year by their clock must pass.
constexpr qint64 clockToleranceSeconds = 300;

void checkExpiry(FieldCheck &check, const QDateTime &expiresAt, const QDateTime &now)
{
    if (!expiresAt.isValid() || expiresAt <= now)
        check.fail(u"/expires_at"_s, u"out_of_range"_s, u"In the future."_s);
    else if (expiresAt > now.addYears(1).addSecs(clockToleranceSeconds))
        check.fail(u"/expires_at"_s, u"out_of_range"_s, u"At most one year ahead."_s);
}

void checkKey(FieldCheck &check, const QByteArray &key)
{
    if (!isSealingPublicKey(key))
        check.fail(u"/seal_to"_s, u"bad_format"_s, u"An uncompressed P-256 point, 65 bytes."_s);
}

} // namespace

QList<FieldError> checkIssue(const IssueRequest &request, const Grant &grant, const QDateTime &now)
{
    FieldCheck check;
    check.required(u"/name"_s, request.name, 80);
    if (request.kind == CredentialKind::Unknown)
        check.fail(u"/kind"_s, u"unknown_value"_s, u"No such kind of credential."_s);
    if (request.realm == Realm::Unknown)
        check.fail(u"/realm"_s, u"unknown_value"_s, u"No such realm."_s);
    if (request.scopes.isEmpty())
        check.fail(u"/scopes"_s, u"required"_s, u"At least one scope."_s);
    QSet<QString> seen;
    for (qsizetype i = 0; i < request.scopes.size(); ++i) {
        const QString &scope = request.scopes.at(i);
        const QString at = u"/scopes/"_s + QString::number(i);
        if (scope.contains(u'*'))
            check.fail(at, u"wildcard"_s, u"List the scopes one by one; there is no wildcard."_s);
        else if (!grant.scopes.contains(scope))
            check.fail(at, u"not_granted"_s, u"The partner has no grant for this scope."_s);
        if (seen.contains(scope))
            check.fail(at, u"repeated"_s, u"Every scope once."_s);
        seen.insert(scope);
    }
    checkExpiry(check, request.expiresAt, now);
    check.required(u"/owner"_s, request.owner, 60);
    checkKey(check, request.sealTo);
    checkReason(check, request.reason, request.ticket, request.realm == Realm::Production);
    return check.errors();
}

QList<FieldError> checkRotate(const RotateRequest &request, const QDateTime &now)
{
    FieldCheck check;
    if (request.expiresAt)
        checkExpiry(check, *request.expiresAt, now);
    checkKey(check, request.sealTo);
    if (request.graceSeconds < 0 || request.graceSeconds > life_cycle::maxGraceSeconds)
        check.fail(u"/grace_seconds"_s, u"out_of_range"_s, u"0 to 604,800 seconds (seven days)."_s);
    checkReason(check, request.reason, request.ticket, request.emergency);
    return check.errors();
}

std::optional<StageRefusal> mayHold(const Partner &partner, Realm realm)
{
    if (partner.status != PartnerStatus::Active)
        return StageRefusal{u"partner_not_active"_s, u"The partner is frozen or offboarded."_s};
    if (realm == Realm::Production && partner.stage == Stage::Sandbox)
        return StageRefusal{u"stage_too_low"_s, u"Promote the partner to limited production first."_s};
    return {};
}

} // namespace pc::platform::rules
