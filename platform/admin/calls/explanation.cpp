// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/explanation.h"

#include "contract/audit_actions/audit_action.h"
#include "platform/admin/calls/explained_checks.h"
#include "platform/admin/calls/log_values.h"
#include "platform/admin/calls/refusal_filters.h"
#include "platform/admin/calls/remedies.h"
#include "platform/gateway/check_sighting.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// The service's own, and those of its host, are never registered.
std::optional<GatewayIdentity> gatewayToday(const RecordedGateways &gateways, const QString &name)
{
    if (name == QStringView(demoGateway) || name == QStringView(localSocketGateway))
        return GatewayIdentity{name};
    const auto realm = gateways.realmOf(name);
    return realm ? std::optional(GatewayIdentity{name, *realm}) : std::nullopt;
}

std::optional<Stage> stageThen(Tx &tx, const CallRecord &call)
{
    if (call.realm == Realm::Sandbox)
        return Stage::Sandbox;
    const auto said =
        call.auditSize > 0 ? log_values::text(tx, call.partnerId, call.auditSize, u"stage") : std::nullopt;
    return said ? std::optional(enumFromText<Stage>(*said)) : std::nullopt;
}

QString credentialOf(const AuditEvent &event)
{
    return event.targetKind == toText(AuditSubject::Credential) ? event.targetId : QString();
}

} // namespace

CallExplanation explained(const AdminContext &context, Tx &tx, const CallRecord &call)
{
    // A copy: who holds a snapshot keeps revocations waiting, and this reads a while.
    const Policy policy = *context.policy.current();
    const RuleSources sources = ruleSources(tx, policy, call.partnerId, call.credentialId);
    const FoundRule found = findRule(tx, sources, call);

    CallExplanation explanation;
    explanation.call = call;
    explanation.rule = found.rule;
    CheckSources checks{call, policy, found, {}, credential_rows::find(tx, call.credentialId), {}, {}};
    if (const auto partner = partner_rows::find(tx, call.partnerId, context.now()))
        explanation.partnerName = checks.partnerName = partner->name;
    if (checks.credential)
        explanation.credentialName = checks.credential->value.name;
    if (!call.partnerId.isEmpty()) {
        checks.stage = stageThen(tx, call);
        if (call.auditSize > 0)
            checks.networks = networksThen(tx, call);
    }
    explanation.checks = explainedChecks(checks);

    const AskedAgain asked(call,
                           {policy, context.peppers, context.counters,
                            [&context](const QString &name) { return gatewayToday(context.gateways, name); },
                            context.clock.now()});
    const AskedAgain::Answer today = asked.ask();
    explanation.today = asked.verdict(today);
    const Remedies remedies = remediesOf(asked, today);
    explanation.remedies = remedies.list;
    explanation.areAllNeeded = remedies.allNeeded;

    explanation.alike = alikeOf(tx, context.usage, sources, call, found.cause);
    if (explanation.alike.conditions.isEmpty())
        return explanation;
    const call_rows::CallCount alike = context.usage.countCalls(tx, explanation.alike);
    explanation.alikeCalls = alike.calls;
    explanation.alikeAtLeast = alike.isAtLeast;
    explanation.alikeSources = alike.sources;
    return explanation;
}

RefusalsOfEvent refusalsOf(const AdminContext &context, Tx &tx, const AuditEvent &event)
{
    const Policy policy = *context.policy.current();
    const RuleSources sources = ruleSources(tx, policy, event.partnerId, credentialOf(event));
    RefusalsOfEvent refusals;
    refusals.eventId = event.id;
    const QList<CallFilter> filters = refusalFilters(tx, context.usage, sources, event);
    for (const CallFilter &filter : filters) {
        const call_rows::CallCount counted = context.usage.countCalls(tx, filter);
        if (refusals.filter.conditions.isEmpty()) {
            refusals.filter = filter;
            refusals.calls = counted.calls;
            refusals.callsAtLeast = counted.isAtLeast;
        } else {
            refusals.others.append({filter, counted.calls, counted.isAtLeast});
        }
    }
    return refusals;
}

} // namespace pc::platform
