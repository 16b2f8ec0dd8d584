// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/credential_rules.h"

#include "contract/crypto/sealing.h"
#include "contract/rules/act_refusal.h"
#include "contract/rules/credential_kinds.h"
#include "contract/rules/secret_life.h"
#include "platform/domain/field_check.h"

namespace pc::platform::domain {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

void checkExpiry(FieldCheck &check, const QDateTime &expiresAt, const QDateTime &now)
{
    if (const auto fault = pc::rules::expiryFault(expiresAt, now, pc::rules::latestEnd(now)))
        check.fail(u"/expires_at"_s, *fault,
                   *fault == FieldFault::InThePast ? u"In the future."_s : u"At most one year ahead."_s);
}

void checkKey(FieldCheck &check, const QByteArray &key)
{
    if (!isSealingPublicKey(key))
        check.fail(u"/seal_to"_s, FieldFault::BadFormat, u"An uncompressed P-256 point, 65 bytes."_s);
}

} // namespace

QList<FieldError> checkIssue(const IssueRequest &request, const QList<FieldError> &faults, const Grant &grant,
                             const QDateTime &now)
{
    FieldCheck check(faults);
    if (!pc::rules::traitsOf(request.kind).secret)
        check.fail(u"/kind"_s, FieldFault::UnknownValue, u"No such kind of credential."_s);
    if (request.realm == Realm::Unknown)
        check.fail(u"/realm"_s, FieldFault::UnknownValue, u"No such realm."_s);
    const qsizetype count = lookedAt("IssueRequest", "scopes", request.scopes.size());
    for (qsizetype i = 0; i < count; ++i) {
        const QString &scope = request.scopes.at(i);
        const QString at = u"/scopes/"_s + QString::number(i);
        if (scope.contains(u'*'))
            check.fail(at, FieldFault::Wildcard, u"List the scopes one by one; there is no wildcard."_s);
        else if (!grant.scopes.contains(scope))
            check.fail(at, FieldFault::NotGranted, u"The partner has no grant for this scope."_s);
    }
    checkExpiry(check, request.expiresAt, now);
    checkKey(check, request.sealTo);
    check.reason(request.reason, pc::rules::reasonNeed(Op::CredentialIssue, {.realm = request.realm}));
    return check.errors();
}

QList<FieldError> checkRotate(const RotateRequest &request, const QList<FieldError> &faults,
                              const QDateTime &now)
{
    FieldCheck check(faults);
    if (request.expiresAt)
        checkExpiry(check, *request.expiresAt, now);
    checkKey(check, request.sealTo);
    check.reason(request.reason,
                 pc::rules::reasonNeed(Op::CredentialRotate, {.emergency = request.emergency,
                                                              .endsNow = request.graceSeconds == 0}));
    return check.errors();
}

std::optional<StageRefusal> mayHold(const Partner &partner, Realm realm)
{
    const auto code = pc::rules::holderRefusal(pc::rules::factsOf(partner, realm));
    if (!code)
        return {};
    return StageRefusal{*code, *code == ProblemCode::StageTooLow
                                   ? u"Promote the partner to limited production first."_s
                                   : u"The partner is frozen or offboarded."_s};
}

} // namespace pc::platform::domain
