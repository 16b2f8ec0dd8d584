// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/stage_gates.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/agreement.h"
#include "contract/rules/credential_kinds.h"
#include "contract/rules/lawful_basis.h"
#include "contract/rules/networks.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/grant_rules.h"

#include <algorithm>

namespace pc::platform::domain {

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

Gate gateOf(GateKind kind, const QString &title, bool passed, const QString &detail)
{
    const GateRow &row = gateRow(kind);
    return {QString::fromLatin1(row.id), title, passed, detail, QString::fromLatin1(row.fixAt), kind};
}

Gate passedGate(GateKind kind, const QString &title, const QString &detail)
{
    return gateOf(kind, title, true, detail);
}

Gate openGate(GateKind kind, const QString &title, GateFault fault, const QString &detail)
{
    Gate gate = gateOf(kind, title, false, detail);
    gate.fault = fault;
    return gate;
}

Gate statusGate(const Partner &partner)
{
    const QString title = u"Partner is active"_s;
    return partner.status == PartnerStatus::Active
               ? passedGate(GateKind::Status, title, u"Active."_s)
               : openGate(GateKind::Status, title, GateFault::NotActive, u"Frozen or offboarded."_s);
}

Gate contactGate(const Partner &partner, ContactKind contact, GateKind kind, const QString &title)
{
    return hasVerified(partner, contact)
               ? passedGate(kind, title, u"Verified."_s)
               : openGate(kind, title, GateFault::NotVerified,
                          u"Nobody of this kind was called back and verified yet."_s);
}

Gate agreementGate(const Partner &partner, const QDate &today)
{
    const auto open = [title = u"Agreement in force"_s](GateFault fault, const QString &detail) {
        return openGate(GateKind::Agreement, title, fault, detail);
    };
    if (!partner.agreement)
        return open(GateFault::AgreementMissing, u"No agreement is recorded."_s);
    const QString last = partner.agreement->validUntil.toString(Qt::ISODate);
    const QList<pc::rules::FieldProblem> gaps = pc::rules::agreementGaps(*partner.agreement, today);
    if (!gaps.isEmpty()) {
        switch (gaps.constFirst().fault) {
        case FieldFault::NotYet:
            return open(GateFault::SignedLater, u"It is signed for a day to come."_s);
        case FieldFault::Ended: {
            Gate gate = open(GateFault::AgreementEnded, u"It ended on %1."_s.arg(last));
            gate.endedOn = partner.agreement->validUntil;
            return gate;
        }
        default:
            return open(GateFault::AgreementIncomplete, u"File hash or signatories are missing."_s);
        }
    }
    return passedGate(GateKind::Agreement, u"Agreement in force"_s, u"Valid until %1."_s.arg(last));
}

GateFault basisFault(FieldFault fault)
{
    if (fault == FieldFault::DataCategory)
        return GateFault::CategoryNotCovered;
    return fault == FieldFault::LawfulBasis ? GateFault::ScopeNotCovered : GateFault::ScopeUnknown;
}

Gate basisGate(const GateFacts &facts)
{
    const QStringList &scopes = facts.grant.scopes;
    const QString title = u"Lawful basis and agreement cover the scopes"_s;
    if (scopes.isEmpty())
        return openGate(GateKind::LawfulBasis, title, GateFault::NoScope, u"No scope is granted."_s);
    for (const QString &scope : scopes) {
        const pc::rules::AgreedUse agreed{facts.partner.lawfulBasis, facts.partner.dataCategories};
        const auto fault = pc::rules::scopeFault(scope, facts.catalogue, agreed);
        if (!fault)
            continue;
        const Scope *known = pc::rules::scopeNamed(facts.catalogue, scope);
        Gate gate = openGate(GateKind::LawfulBasis, title, basisFault(*fault),
                             scopeDetail(*fault, scope,
                                         known ? pc::rules::uncoveredCategories(*known, agreed.dataCategories)
                                               : QStringList()));
        gate.scope = scope;
        return gate;
    }
    return passedGate(GateKind::LawfulBasis, title, u"Every granted scope is covered."_s);
}

Gate credentialGate(const GateFacts &facts, Realm realm, GateKind kind, const QString &title)
{
    const bool passed =
        std::any_of(facts.credentials.begin(), facts.credentials.end(), [&](const CredentialRow &credential) {
            return credential.value.realm == realm &&
                   pc::rules::traitsOf(credential.value.kind).authentication !=
                       pc::rules::Authentication::None &&
                   pc::rules::isLiving(life_cycle::stateAt(credential, facts.now));
        });
    return passed ? passedGate(kind, title, u"There is one."_s)
                  : openGate(kind, title, GateFault::NoActiveCredential,
                             u"None of its credentials is active."_s);
}

Gate networkGate(const GateFacts &facts)
{
    const QString title = u"Networks of production are listed, or waived"_s;
    return pc::rules::hasNetworks(facts.networks, facts.now)
               ? passedGate(GateKind::Networks, title, u"From where it may call is on record."_s)
               : openGate(GateKind::Networks, title, GateFault::NoNetworks,
                          u"No network may call in production, and no waiver is in force."_s);
}

/// `detail` has %1 for what is reached, and %2 for what is wanted.
Gate countingGate(GateKind kind, const QString &title, qint64 reached, qint64 wanted, GateFault fault,
                  const QString &detail)
{
    const QString said = detail.arg(std::min(reached, wanted)).arg(wanted);
    Gate gate = reached >= wanted ? passedGate(kind, title, said) : openGate(kind, title, fault, said);
    gate.reached = std::clamp<qint64>(reached, 0, wanted);
    gate.wanted = wanted;
    return gate;
}

Gate trafficGate(GateKind kind, const QString &title, qint64 calls, qint64 wanted)
{
    return countingGate(kind, title, calls, wanted, GateFault::TooFewCalls, u"%1 of %2 successful calls."_s);
}

} // namespace

StageGates gates(const GateFacts &facts)
{
    const Partner &partner = facts.partner;
    StageGates result;
    if (partner.stage == Stage::Production || partner.stage == Stage::Unknown)
        return result;
    result.next = partner.stage == Stage::Sandbox ? Stage::Limited : Stage::Production;
    result.gates = {
        statusGate(partner),
        agreementGate(partner, facts.now.date()),
        contactGate(partner, ContactKind::Technical, GateKind::TechnicalContact,
                    u"Technical contact verified"_s),
        contactGate(partner, ContactKind::Security, GateKind::SecurityContact,
                    u"Security contact verified"_s),
        basisGate(facts),
        networkGate(facts),
    };
    if (result.next == Stage::Limited) {
        result.gates.append(credentialGate(facts, Realm::Sandbox, GateKind::SandboxCredential,
                                           u"Active sandbox credential"_s));
        result.gates.append(trafficGate(GateKind::SandboxTraffic, u"Sandbox traffic seen"_s,
                                        facts.sandboxCalls, sandboxCallsWanted));
        return result;
    }
    result.gates.append(contactGate(partner, ContactKind::DataProtection, GateKind::DataProtectionContact,
                                    u"Data protection contact verified"_s));
    result.gates.append(credentialGate(facts, Realm::Production, GateKind::ProductionCredential,
                                       u"Active production credential"_s));
    result.gates.append(trafficGate(GateKind::LimitedTraffic, u"Limited production traffic seen"_s,
                                    facts.limitedCalls, limitedCallsWanted));
    result.gates.append(countingGate(GateKind::LimitedDays, u"A week in limited production"_s,
                                     partner.stageSince.daysTo(facts.now), limitedDaysWanted,
                                     GateFault::TooFewDays, u"%1 of %2 days."_s));
    return result;
}

} // namespace pc::platform::domain
