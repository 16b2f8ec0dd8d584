// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/partner_rules_made.h"

#include "contract/rules/call_fields.h"
#include "contract/rules/list_line.h"
#include "platform/admin/calls/event_lists.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/said.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const QString sandboxList = u"sandbox"_s;
const QString productionList = u"production"_s;
const QString waiverList = u"waiver"_s;
const QString credentialLists = u"credentials."_s;

CallCondition ofPartner(const QString &partnerId)
{
    return condition(CallField::Partner, {partnerId});
}

CallCondition ofRealm(Realm realm)
{
    return condition(CallField::Realm, {toText(realm)});
}

/// The credentials that hold a scope; nothing where all do, so that none has to be named.
QStringList credentialsThatHold(const RuleSources &sources, const QString &scope)
{
    QStringList holders;
    for (auto each = sources.credentialScopes.cbegin(); each != sources.credentialScopes.cend(); ++each) {
        if (each->contains(scope))
            holders.append(each.key());
    }
    holders.sort();
    return holders.size() == sources.credentialScopes.size() || holders.size() > pc::rules::mostCallValues
               ? QStringList()
               : holders;
}

bool holdsScope(const RuleSources &sources, const QString &credentialId, const QString &scope)
{
    const auto found = sources.credentialScopes.constFind(credentialId);
    return found == sources.credentialScopes.constEnd() || found->contains(scope);
}

/// A scope that the grant lacks from here on: what needs it is refused, unless the credential lacked it
/// anyhow.
MadeRule scopeTaken(const AuditEvent &event, const QString &scope, const RuleSources &sources)
{
    MadeRule rule = ruleOf(scope, {ofPartner(event.targetId), reasons({Reason::MissingScope})}, event.at);
    const QStringList routes = routesThatNeed(sources.policy, scope);
    if (const QStringList holders = credentialsThatHold(sources, scope); !holders.isEmpty())
        rule.filter.conditions.append(condition(CallField::Credential, holders));
    bindRoutes(rule, routes);
    rule.covers = [scope, routes, partnerId = event.targetId, sources](const CallRecord &call) {
        const bool needs = call.isTokenRequest ? call.tokenScopes.contains(scope)
                                               : call.scope == scope || routes.contains(call.routeId);
        return call.reason == Reason::MissingScope && call.partnerId == partnerId && needs &&
               holdsScope(sources, call.credentialId, scope);
    };
    rule.isEndedBy = [scope](AuditAction action, const AuditEvent &later) {
        return action == AuditAction::GrantEdit && listSaid(later, u"scopes").added.contains(scope);
    };
    return rule;
}

MadeRule resourcesBound(const AuditEvent &event)
{
    MadeRule rule =
        ruleOf(u"resources"_s, {ofPartner(event.targetId), reasons({Reason::ResourceNotGranted})}, event.at);
    rule.isEndedBy = [](AuditAction action, const AuditEvent &later) {
        return action == AuditAction::GrantEdit && changes(later, u"resources");
    };
    return rule;
}

/// The plan whose limits hold behind the event; empty where those are the partner's own.
QString planBehind(const AuditEvent &event, const Policy &policy)
{
    const auto ofOwn = [](const FieldChange &change) {
        return change.field.startsWith(u"limit_override."_s) && !change.after.isEmpty();
    };
    if (std::any_of(event.changes.begin(), event.changes.end(), ofOwn))
        return {};
    const FieldChange *plan = saidOf(event, u"plan_id");
    if (plan != nullptr)
        return plan->after;
    const Policy::PartnerPtr partner = policy.partner(event.targetId);
    return partner ? partner->facts.planId : QString();
}

MadeRule limitsSet(const AuditEvent &event, const Policy &policy)
{
    const QString plan = planBehind(event, policy);
    MadeRule rule =
        ruleOf(plan.isEmpty() ? u"own_limits"_s : u"limits"_s,
               {ofPartner(event.targetId), reasons({Reason::RateLimited, Reason::QuotaExceeded})}, event.at);
    rule.covers = [covers = rule.covers](const CallRecord &call) {
        return !call.isTokenRequest &&
               covers(call); // how often tokens are asked for, no partner's limits say
    };
    rule.isEndedBy = changesLimits;
    if (!plan.isEmpty())
        rule.otherTargets = {plan};
    return rule;
}

MadeRule stageReached(const AuditEvent &event)
{
    MadeRule rule =
        ruleOf(u"stage"_s,
               {ofPartner(event.targetId), ofRealm(Realm::Production), reasons({Reason::StageNotAllowed})},
               event.at);
    rule.isEndedBy = [](AuditAction, const AuditEvent &later) { return changes(later, u"stage"); };
    return rule;
}

QList<MadeRule> ofGrant(const AuditEvent &event, const RuleSources &sources)
{
    QList<MadeRule> rules;
    for (const QString &scope : listSaid(event, u"scopes").removed)
        rules.append(scopeTaken(event, scope, sources));
    if (changes(event, u"resources"))
        rules.append(resourcesBound(event));
    return rules;
}

/// An emptied list of the sandbox or of a credential lets everything through.
bool isEmptied(const AuditEvent &event, const QString &list)
{
    const std::optional<QStringList> after = listSaid(event, list).after;
    return after && after->isEmpty();
}

/// Of one list of an event; `part`: its name.
MadeRule networksSet(const AuditEvent &event, const QString &part, const CallCondition &whose)
{
    MadeRule rule =
        ruleOf(part, {ofPartner(event.targetId), reasons({Reason::NetworkNotAllowed}), whose}, event.at);
    rule.isEndedBy = [part](AuditAction action, const AuditEvent &later) {
        return action == AuditAction::NetworksEdit &&
               (changes(later, part) || (part == productionList && changes(later, waiverList)));
    };
    return rule;
}

/// A call of a credential whose own list was set together with that of its realm is counted with the former,
/// whichever of them had it not.
QList<MadeRule> ofNetworks(const AuditEvent &event)
{
    QList<MadeRule> rules;
    QStringList credentials;
    for (const FieldChange &change : event.changes) {
        const QString id =
            change.field.startsWith(credentialLists) ? change.field.mid(credentialLists.size()) : QString();
        if (id.isEmpty() || credentials.contains(id) || !changes(event, change.field) ||
            isEmptied(event, change.field))
            continue;
        rules.append(networksSet(event, change.field, condition(CallField::Credential, {id})));
        credentials.append(id);
    }
    const auto ofList = [&](const QString &list, Realm realm) {
        MadeRule rule = networksSet(event, list, ofRealm(realm));
        if (!credentials.isEmpty())
            rule.filter.conditions.append({CallField::Credential, credentials, true});
        rules.append(rule);
    };
    if (changes(event, sandboxList) && !isEmptied(event, sandboxList))
        ofList(sandboxList, Realm::Sandbox);
    if (changes(event, productionList) || changes(event, waiverList))
        ofList(productionList, Realm::Production);
    return rules;
}

MadeRule frozen(const AuditEvent &event)
{
    MadeRule rule =
        ruleOf(u"status"_s, {ofPartner(event.targetId), reasons({Reason::PartnerFrozen})}, event.at);
    rule.isEndedBy = [](AuditAction action, const AuditEvent &) {
        return action == AuditAction::PartnerUnfreeze || action == AuditAction::PartnerFreeze;
    };
    return rule;
}

} // namespace

QStringList neededScopes(const Policy &policy, const CallRecord &call)
{
    QStringList needed;
    if (!call.scope.isEmpty())
        needed.append(call.scope);
    for (const Route &route : policy.catalogue().routes()) {
        if (route.id == call.routeId && route.scope == call.scope)
            needed += route.alsoScopes;
    }
    return needed;
}

QStringList routesThatNeed(const Policy &policy, const QString &scope)
{
    QStringList routes;
    for (const Route &route : policy.catalogue().routes()) {
        if (route.scope == scope || route.alsoScopes.contains(scope))
            routes.append(route.id);
    }
    return routes;
}

QString networkListOf(Realm realm)
{
    return realm == Realm::Sandbox ? sandboxList : productionList;
}

bool changesLimits(AuditAction action, const AuditEvent &event)
{
    switch (action) {
    case AuditAction::GrantEdit:
    case AuditAction::PartnerEdit:
    case AuditAction::PartnerPromote:
    case AuditAction::PartnerCreate:
        return changesWithin(event, u"limit_override.limits.") || changes(event, u"limit_override.from") ||
               changes(event, u"limit_override.until") || changes(event, u"plan_id") ||
               changes(event, u"stage");
    case AuditAction::PlanCreate:
    case AuditAction::PlanEdit:
        return changesWithin(event, u"sandbox.") || changesWithin(event, u"limited.") ||
               changesWithin(event, u"production.");
    default:
        return false;
    }
}

QList<MadeRule> partnerRulesMade(AuditAction action, const AuditEvent &event, const RuleSources &sources)
{
    QList<MadeRule> rules;
    switch (action) {
    case AuditAction::PartnerFreeze:
        rules.append(frozen(event));
        break;
    case AuditAction::PartnerPromote:
        rules.append(stageReached(event));
        break;
    case AuditAction::GrantEdit:
        rules = ofGrant(event, sources);
        break;
    case AuditAction::NetworksEdit:
        rules = ofNetworks(event);
        break;
    default:
        break;
    }
    if (action != AuditAction::PartnerCreate && changesLimits(action, event))
        rules.append(limitsSet(event, sources.policy));
    return rules;
}

QList<MadeRule> partnerBeginnings(AuditAction action, const AuditEvent &event, const RuleSources &sources,
                                  const CallRecord &call)
{
    if (action != AuditAction::PartnerCreate)
        return {};
    QList<MadeRule> rules{stageReached(event), limitsSet(event, sources.policy)};
    const std::optional<QStringList> granted = listSaid(event, u"scopes").after;
    const QStringList needed = call.isTokenRequest ? call.tokenScopes : neededScopes(sources.policy, call);
    for (const QString &scope : needed) {
        if (granted && !granted->contains(scope))
            rules.append(scopeTaken(event, scope, sources));
    }
    for (MadeRule &rule : rules)
        rule.isBeginning = true;
    return rules;
}

} // namespace pc::platform
