// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/stage_gates.h"

#include "contract/rules/agreement.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/grant_rules.h"

#include <algorithm>

namespace pc::platform::rules {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

constexpr qint64 sandboxCallsWanted = 10;
constexpr qint64 limitedCallsWanted = 100;
constexpr qint64 limitedDaysWanted = 7;

bool hasVerified(const Partner &partner, ContactKind kind)
{
    return std::any_of(partner.contacts.begin(), partner.contacts.end(),
                       [kind](const Contact &contact) { return contact.kind == kind && contact.verifiedAt; });
}

Gate contactGate(const Partner &partner, ContactKind kind, const QString &id, const QString &title)
{
    const bool passed = hasVerified(partner, kind);
    return {id, title, passed,
            passed ? u"Verified."_s : u"Nobody of this kind was called back and verified yet."_s,
            u"contacts"_s};
}

Gate agreementGate(const Partner &partner, const QDate &today)
{
    Gate gate{u"agreement"_s, u"Agreement in force"_s, false, u"No agreement is recorded."_s, u"agreement"_s};
    if (!partner.agreement)
        return gate;
    const QString until = partner.agreement->validUntil.toString(Qt::ISODate);
    const QList<pc::rules::FieldProblem> gaps = pc::rules::agreementGaps(*partner.agreement, today);
    if (gaps.isEmpty())
        return {gate.id, gate.title, true, u"Valid until %1."_s.arg(until), gate.fixAt};
    switch (gaps.constFirst().fault) {
    case FieldFault::NotYet:
        gate.detail = u"It is signed for a day to come."_s;
        break;
    case FieldFault::Ended:
        gate.detail = u"It ended on %1."_s.arg(until);
        break;
    default:
        gate.detail = u"File hash or signatories are missing."_s;
    }
    return gate;
}

Gate basisGate(const GateFacts &facts)
{
    const auto errors =
        checkScopes(facts.grant.scopes, facts.catalogue, facts.partner.lawfulBasis, u"/scopes"_s);
    if (facts.grant.scopes.isEmpty())
        return {u"lawful_basis"_s, u"Lawful basis covers the scopes"_s, false, u"No scope is granted."_s,
                u"access"_s};
    return {u"lawful_basis"_s, u"Lawful basis covers the scopes"_s, errors.isEmpty(),
            errors.isEmpty() ? u"Every granted scope is covered."_s : errors.constFirst().detail,
            u"access"_s};
}

Gate credentialGate(const GateFacts &facts, Realm realm, const QString &title)
{
    const bool passed =
        std::any_of(facts.credentials.begin(), facts.credentials.end(), [&](const CredentialRow &credential) {
            const CredentialState state = life_cycle::stateAt(credential, facts.now);
            return credential.value.realm == realm &&
                   (state == CredentialState::Active || state == CredentialState::Rotating);
        });
    return {u"credential"_s, title, passed,
            passed ? u"There is one."_s : u"None of its credentials is active."_s, u"credentials"_s};
}

Gate trafficGate(const QString &id, const QString &title, qint64 calls, qint64 wanted)
{
    return {id, title, calls >= wanted,
            u"%1 of %2 successful calls."_s.arg(std::min(calls, wanted)).arg(wanted), u"usage"_s};
}

} // namespace

StageGates gates(const GateFacts &facts)
{
    const Partner &partner = facts.partner;
    StageGates result;
    if (partner.stage == Stage::Production || partner.stage == Stage::Unknown)
        return result;
    result.next = partner.stage == Stage::Sandbox ? Stage::Limited : Stage::Production;
    const bool active = partner.status == PartnerStatus::Active;
    result.gates = {
        {u"status"_s, u"Partner is active"_s, active, active ? u"Active."_s : u"Frozen or offboarded."_s,
         u"overview"_s},
        agreementGate(partner, facts.now.date()),
        contactGate(partner, ContactKind::Technical, u"technical_contact"_s, u"Technical contact verified"_s),
        contactGate(partner, ContactKind::Security, u"security_contact"_s, u"Security contact verified"_s),
        basisGate(facts),
    };
    if (result.next == Stage::Limited) {
        result.gates.append(credentialGate(facts, Realm::Sandbox, u"Active sandbox credential"_s));
        result.gates.append(trafficGate(u"sandbox_traffic"_s, u"Sandbox traffic seen"_s, facts.sandboxCalls,
                                        sandboxCallsWanted));
        return result;
    }
    result.gates.append(contactGate(partner, ContactKind::DataProtection, u"data_protection_contact"_s,
                                    u"Data protection contact verified"_s));
    result.gates.append(credentialGate(facts, Realm::Production, u"Active production credential"_s));
    result.gates.append(trafficGate(u"limited_traffic"_s, u"Limited production traffic seen"_s,
                                    facts.limitedCalls, limitedCallsWanted));
    const qint64 days = partner.stageSince.daysTo(facts.now);
    result.gates.append({u"limited_days"_s, u"A week in limited production"_s, days >= limitedDaysWanted,
                         u"%1 of %2 days."_s.arg(std::min(days, limitedDaysWanted)).arg(limitedDaysWanted),
                         u"overview"_s});
    return result;
}

} // namespace pc::platform::rules
