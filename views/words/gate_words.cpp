// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/gate_words.h"

#include "contract/rules/date_words.h"
#include "models/text/figures.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::views {

namespace {

struct GateText
{
    Q_DECLARE_TR_FUNCTIONS(GateWords)
};

} // namespace

QString gateTitle(const Gate &gate)
{
    switch (gate.kind) {
    case GateKind::Status:
        return GateText::tr("Partner is active");
    case GateKind::Agreement:
        return GateText::tr("Agreement in force");
    case GateKind::TechnicalContact:
        return GateText::tr("Technical contact verified");
    case GateKind::SecurityContact:
        return GateText::tr("Security contact verified");
    case GateKind::DataProtectionContact:
        return GateText::tr("Data protection contact verified");
    case GateKind::LawfulBasis:
        return GateText::tr("Lawful basis covers the scopes");
    case GateKind::SandboxCredential:
        return GateText::tr("Active sandbox credential");
    case GateKind::ProductionCredential:
        return GateText::tr("Active production credential");
    case GateKind::SandboxTraffic:
        return GateText::tr("Sandbox traffic seen");
    case GateKind::LimitedTraffic:
        return GateText::tr("Limited production traffic seen");
    case GateKind::LimitedDays:
        return GateText::tr("A week in limited production");
    case GateKind::Networks:
        return GateText::tr("Networks of production listed or waived");
    case GateKind::Unknown:
        break;
    }
    return GateText::tr("A condition that this console does not know (%1)", "id of a gate").arg(gate.id);
}

QString gateFaultText(const Gate &gate)
{
    const QLocale locale;
    switch (gate.fault) {
    case GateFault::NotActive:
        return GateText::tr("Frozen or offboarded.");
    case GateFault::AgreementMissing:
        return GateText::tr("No agreement is recorded.");
    case GateFault::AgreementIncomplete:
        return GateText::tr("File hash or signatories are missing.");
    case GateFault::SignedLater:
        return GateText::tr("It is signed for a day to come.");
    case GateFault::AgreementEnded:
        return GateText::tr("It ended on %1.", "date")
            .arg(rules::dateText(gate.endedOn, rules::DateForm::DayOfYear));
    case GateFault::NotVerified:
        return GateText::tr("Nobody of this kind was called back and verified yet.");
    case GateFault::NoScope:
        return GateText::tr("No scope is granted.");
    case GateFault::ScopeUnknown:
        return GateText::tr("The platform does not know the scope %1.").arg(gate.scope);
    case GateFault::ScopeNotCovered:
        return GateText::tr("The lawful basis does not allow %1.", "scope").arg(gate.scope);
    case GateFault::CategoryNotCovered:
        return GateText::tr("The agreement does not name the data behind %1.", "scope").arg(gate.scope);
    case GateFault::NoActiveCredential:
        return GateText::tr("None of its credentials is active.");
    case GateFault::TooFewCalls:
        return GateText::tr("%1 of %n successful call(s).", nullptr,
                            models::forPlural(gate.wanted.value_or(0)))
            .arg(locale.toString(gate.reached.value_or(0)));
    case GateFault::TooFewDays:
        return GateText::tr("%1 of %n day(s).", nullptr, models::forPlural(gate.wanted.value_or(0)))
            .arg(locale.toString(gate.reached.value_or(0)));
    case GateFault::NoNetworks:
        return GateText::tr("No network may call in production, and no waiver is in force.");
    case GateFault::Unknown:
        break;
    }
    return {};
}

} // namespace pc::views
