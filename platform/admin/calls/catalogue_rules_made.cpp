// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/catalogue_rules_made.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/call_fields.h"
#include "platform/admin/calls/event_lists.h"
#include "platform/admin/calls/partner_rules_made.h"
#include "platform/core/catalogue/path_template.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/said.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QStringList routesOfApi(const Policy &policy, const QString &apiId)
{
    QStringList routes;
    for (const Route &route : policy.catalogue().routes()) {
        if (route.apiId == apiId)
            routes.append(route.id);
    }
    return routes;
}

QStringList routesBelow(const Policy &policy, const QString &apiId, const QString &path)
{
    QStringList routes;
    for (const Route &route : policy.catalogue().routes()) {
        if (route.apiId == apiId && pc::rules::isBelow(path, route.pathTemplate))
            routes.append(route.id);
    }
    return routes;
}

/// A route as an event of an import names it: "GET /api/v1/orders orders:read".
struct NamedRoute
{
    QString method;
    QString pathTemplate;
    QStringList scopes;
};
std::optional<NamedRoute> namedRoute(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return std::nullopt;
    return NamedRoute{words.at(0), words.at(1), words.mid(2)};
}

/// Whether a path is one of a template's.
bool fits(const QString &pathTemplate, const QString &path)
{
    const auto parsed = PathTemplate::parse(pathTemplate);
    if (!parsed)
        return false;
    const QStringList segments = path.split(u'/').mid(1);
    return std::equal(
        segments.begin(), segments.end(), parsed->segments().begin(), parsed->segments().end(),
        [](const QString &segment, const SegmentTemplate &each) { return each.match(segment).has_value(); });
}

/// HEAD is served by the routes of GET.
bool isMethodOf(const NamedRoute &route, const QString &method)
{
    return route.method == method || (route.method == u"GET" && method == u"HEAD");
}

/// The next import of the API that says something of the same route.
bool saysOfRoute(AuditAction action, const AuditEvent &event, const NamedRoute &route)
{
    if (action == AuditAction::ApiRemove)
        return true;
    return action == AuditAction::CatalogueApply &&
           std::any_of(event.changes.begin(), event.changes.end(), [&route](const FieldChange &change) {
               const auto before = namedRoute(change.before);
               const auto after = namedRoute(change.after);
               const auto is = [&route](const std::optional<NamedRoute> &each) {
                   return each && each->method == route.method && each->pathTemplate == route.pathTemplate;
               };
               return change.field == u"route" && (is(before) || is(after));
           });
}

/// A route that an import took away: its calls are unknown.
MadeRule routeGone(const AuditEvent &event, const NamedRoute &route)
{
    MadeRule rule =
        ruleOf(route.method + u' ' + route.pathTemplate,
               {condition(CallField::Method, {route.method}), reasons({Reason::UnknownRoute})}, event.at);
    if (route.pathTemplate.contains(u'{'))
        rule.filter.conditions.clear(); // no filter has the paths of a template
    else
        rule.filter.set(CallField::Path, {route.pathTemplate});
    rule.covers = [route](const CallRecord &call) {
        return call.reason == Reason::UnknownRoute && isMethodOf(route, call.method) &&
               fits(route.pathTemplate, call.path);
    };
    rule.isEndedBy = [route](AuditAction action, const AuditEvent &later) {
        return saysOfRoute(action, later, route);
    };
    return rule;
}

/// A route that needs a scope which it did not need before.
MadeRule scopeNeeded(const AuditEvent &event, const NamedRoute &route, const QString &scope,
                     const Policy &policy)
{
    MadeRule rule = ruleOf(scope, {reasons({Reason::MissingScope})}, event.at);
    QStringList ids;
    for (const Route &each : policy.catalogue().routes()) {
        if (each.apiId == event.targetId && each.method == route.method &&
            each.pathTemplate == route.pathTemplate)
            ids.append(each.id);
    }
    bindRoutes(rule, ids);
    rule.covers = [ids](const CallRecord &call) {
        return call.reason == Reason::MissingScope && ids.contains(call.routeId);
    };
    rule.isEndedBy = [route](AuditAction action, const AuditEvent &later) {
        return saysOfRoute(action, later, route);
    };
    return rule;
}

QList<MadeRule> ofImport(const AuditEvent &event, const Policy &policy)
{
    QList<MadeRule> rules;
    for (const FieldChange &change : event.changes) {
        if (change.field != u"route")
            continue;
        const auto before = namedRoute(change.before);
        const auto after = namedRoute(change.after);
        if (before && !after)
            rules.append(routeGone(event, *before));
        if (!before || !after)
            continue;
        for (const QString &scope : after->scopes) {
            if (!before->scopes.contains(scope))
                rules.append(scopeNeeded(event, *after, scope, policy));
        }
    }
    return rules;
}

/// The path of the version that an event is about, and its id.
QString pathOfVersion(const AuditEvent &event)
{
    const FieldChange *said = saidOf(event, u"path_prefix");
    return said == nullptr ? event.targetName.section(u' ', -1)
                           : (said->after.isEmpty() ? said->before : said->after);
}

QList<MadeRule> ofVersion(const AuditEvent &event, const Policy &policy)
{
    const std::optional<QDateTime> sunset = timeSaid(event, u"sunset_at");
    if (!sunset)
        return {};
    const QString path = pathOfVersion(event);
    const QStringList routes = routesBelow(policy, event.targetId, path);
    MadeRule rule = ruleOf(path, {reasons({Reason::VersionEnded})}, std::max(event.at, *sunset));
    bindRoutes(rule, routes);
    rule.covers = [routes, path, sunset = *sunset](const CallRecord &call) {
        return call.reason == Reason::VersionEnded && sunset <= call.at &&
               (routes.contains(call.routeId) || pc::rules::isBelow(path, call.path));
    };
    rule.isEndedBy = [path](AuditAction action, const AuditEvent &later) {
        const bool ofVersions = action == AuditAction::VersionEdit || action == AuditAction::VersionEnd ||
                                action == AuditAction::VersionRemove;
        return action == AuditAction::ApiRemove ||
               (ofVersions && pathOfVersion(later) == path &&
                (action == AuditAction::VersionRemove || changes(later, u"sunset_at")));
    };
    return {rule};
}

/// Paths below the base path that an API had before it moved, or was removed.
MadeRule apiGone(const AuditEvent &event, const QString &basePath)
{
    MadeRule rule = ruleOf(u"base_path"_s, {reasons({Reason::UnknownRoute})}, event.at);
    rule.filter.conditions.clear(); // no filter has what lies below a path
    rule.covers = [basePath](const CallRecord &call) {
        return call.reason == Reason::UnknownRoute && pc::rules::isBelow(basePath, call.path);
    };
    rule.isEndedBy = [](AuditAction action, const AuditEvent &later) {
        return action == AuditAction::ApiEdit && changes(later, u"base_path");
    };
    return rule;
}

MadeRule audienceSet(const AuditEvent &event, const Policy &policy)
{
    MadeRule rule = ruleOf(u"audience"_s, {reasons({Reason::WrongAudience})}, event.at);
    bindRoutes(rule, routesOfApi(policy, event.targetId));
    rule.covers = [routes = routesOfApi(policy, event.targetId)](const CallRecord &call) {
        return call.reason == Reason::WrongAudience && routes.contains(call.routeId);
    };
    rule.isEndedBy = [](AuditAction action, const AuditEvent &later) {
        return action == AuditAction::ApiRemove ||
               (action == AuditAction::ApiEdit && changes(later, u"audience"));
    };
    return rule;
}

QList<MadeRule> ofApi(const AuditEvent &event, const Policy &policy)
{
    QList<MadeRule> rules;
    if (changes(event, u"audience"))
        rules.append(audienceSet(event, policy));
    if (const FieldChange *base = saidOf(event, u"base_path"); base != nullptr && !base->before.isEmpty())
        rules.append(apiGone(event, base->before));
    return rules;
}

/// The realms whose limits an event of a plan changes.
QStringList realmsOf(const AuditEvent &event)
{
    QStringList realms;
    if (changesWithin(event, u"sandbox."))
        realms.append(toText(Realm::Sandbox));
    if (changesWithin(event, u"limited.") || changesWithin(event, u"production."))
        realms.append(toText(Realm::Production));
    return realms;
}

/// For the partners that have the plan today.
MadeRule planSet(const AuditEvent &event, const Policy &policy)
{
    QStringList partners;
    policy.forEachPartner([&](const PartnerRule &partner) {
        if (partner.facts.planId == event.targetId)
            partners.append(partner.id);
    });
    const QStringList realms = realmsOf(event);
    MadeRule rule = ruleOf(u"limits"_s,
                           {condition(CallField::Partner, partners), condition(CallField::Realm, realms),
                            reasons({Reason::RateLimited, Reason::QuotaExceeded})},
                           event.at);
    if (partners.isEmpty() || partners.size() > pc::rules::mostCallValues)
        rule.filter.conditions.clear();
    rule.covers = [covers = rule.covers](const CallRecord &call) {
        return !call.isTokenRequest && covers(call);
    };
    rule.isEndedBy = [realms](AuditAction action, const AuditEvent &later) {
        const QStringList changed = action == AuditAction::PlanEdit ? realmsOf(later) : QStringList();
        return std::any_of(changed.begin(), changed.end(),
                           [&realms](const QString &realm) { return realms.contains(realm); });
    };
    return rule;
}

/// One that stands for a single realm refuses the credentials of the other. It is registered beside the
/// policy: by the time it counts, not by what a call stood on.
QList<MadeRule> ofGateway(const AuditEvent &event)
{
    const FieldChange *said = saidOf(event, u"realm");
    const Realm own = said == nullptr ? Realm::Unknown : enumFromText<Realm>(said->after);
    if (own == Realm::Unknown) // both
        return {};
    MadeRule rule =
        ruleOf(u"realm"_s, {condition(CallField::Gateway, {event.targetId}), reasons({Reason::WrongRealm})},
               event.at);
    rule.covers = [covers = rule.covers, own, at = event.at](const CallRecord &call) {
        return covers(call) && call.realm != own && at <= call.at;
    };
    rule.isEndedBy = [](AuditAction action, const AuditEvent &) {
        return action == AuditAction::GatewayAdd || action == AuditAction::GatewayRemove;
    };
    return {rule};
}

/// The routes of an API as an import left them: what a call needs of its route comes from there.
QList<MadeRule> importAsBeginning(const AuditEvent &event, const RuleSources &sources, const CallRecord &call)
{
    const Policy &policy = sources.policy;
    CallCondition why = reasons({Reason::UnknownRoute, Reason::StageNotAllowed, Reason::LengthRequired,
                                 Reason::BodyTooLarge, Reason::ContentTypeNotAllowed});
    const Route *route = routeOf(policy, call.routeId);
    if (route != nullptr && route->sunsetAt && *route->sunsetAt <= call.at) // its own, not its version's
        why.values.append(toText(Reason::VersionEnded));
    MadeRule rule = ruleOf(u"routes"_s, {why}, event.at);
    const QStringList routes = routesOfApi(policy, event.targetId);
    rule.filter.conditions.clear();
    rule.covers = [covers = rule.covers, routes, id = event.targetId,
                   bases = policy.catalogue().apis()](const CallRecord &record) {
        if (!covers(record))
            return false;
        if (!record.routeId.isEmpty())
            return routes.contains(record.routeId);
        return std::any_of(bases.begin(), bases.end(), [&](const Api &api) {
            return api.id == id && pc::rules::isBelow(api.basePath, record.path);
        });
    };
    rule.isEndedBy = [](AuditAction action, const AuditEvent &) {
        return action == AuditAction::CatalogueApply || action == AuditAction::ApiRemove;
    };
    rule.isBeginning = true;
    return rule.covers(call) ? QList{rule} : QList<MadeRule>();
}

} // namespace

const Route *routeOf(const Policy &policy, const QString &routeId)
{
    const QList<Route> &routes = policy.catalogue().routes();
    const auto found = std::find_if(routes.begin(), routes.end(),
                                    [&routeId](const Route &each) { return each.id == routeId; });
    return routeId.isEmpty() || found == routes.end() ? nullptr : &*found;
}

const Api *apiOfRoute(const Policy &policy, const QString &routeId)
{
    const Route *route = routeOf(policy, routeId);
    const QList<Api> &apis = policy.catalogue().apis();
    const auto found = std::find_if(apis.begin(), apis.end(), [route](const Api &each) {
        return route != nullptr && each.id == route->apiId;
    });
    return found == apis.end() ? nullptr : &*found;
}

QList<MadeRule> catalogueRulesMade(AuditAction action, const AuditEvent &event, const RuleSources &sources)
{
    switch (action) {
    case AuditAction::CatalogueApply:
        return ofImport(event, sources.policy);
    case AuditAction::VersionCreate:
    case AuditAction::VersionEdit:
    case AuditAction::VersionEnd:
        return ofVersion(event, sources.policy);
    case AuditAction::ApiEdit:
        return ofApi(event, sources.policy);
    case AuditAction::ApiRemove:
        if (const FieldChange *base = saidOf(event, u"base_path"))
            return {apiGone(event, base->before)};
        return {};
    case AuditAction::PlanEdit:
        return realmsOf(event).isEmpty() ? QList<MadeRule>() : QList{planSet(event, sources.policy)};
    case AuditAction::GatewayAdd:
        return ofGateway(event);
    default:
        return {};
    }
}

QList<MadeRule> catalogueBeginnings(AuditAction action, const AuditEvent &event, const RuleSources &sources,
                                    const CallRecord &call)
{
    QList<MadeRule> rules;
    if (action == AuditAction::CatalogueApply)
        rules = importAsBeginning(event, sources, call);
    else if (action == AuditAction::ApiCreate && changes(event, u"audience"))
        rules.append(audienceSet(event, sources.policy));
    else if (action == AuditAction::PlanCreate)
        rules.append(planSet(event, sources.policy));
    for (MadeRule &rule : rules)
        rule.isBeginning = true;
    return rules;
}

} // namespace pc::platform
