// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/refusal_filters.h"

#include "contract/rules/call_fields.h"
#include "platform/admin/calls/credential_rules_made.h"
#include "platform/admin/calls/decision_checks.h"
#include "platform/store/audit/event_walk.h"
#include "platform/store/rows/credential_rows.h"

#include <algorithm>

namespace pc::platform {

namespace {

/// Of more routes than a filter takes, those that were called: nothing when these are too many, too.
std::optional<CallFilter> withCalledRoutes(Tx &tx, UsageStore &usage, CallFilter filter,
                                           const QStringList &routes)
{
    const auto called = usage.routesOfCalls(tx, filter, static_cast<int>(routes.size()) + 1);
    if (!called)
        return std::nullopt;
    QStringList own;
    for (const QString &route : *called) {
        if (routes.contains(route))
            own.append(route);
    }
    if (own.size() > pc::rules::mostCallValues)
        return std::nullopt;
    // None was called yet: any of them stands for all.
    filter.set(CallField::Route, own.isEmpty() ? QStringList{routes.constFirst()} : own);
    return filter;
}

std::optional<CallFilter> filterOf(Tx &tx, UsageStore &usage, const AuditEvent &event, const MadeRule &rule)
{
    if (rule.isBeginning || rule.filter.conditions.isEmpty())
        return std::nullopt;
    CallFilter filter = rule.filter;
    filter.to = endOf(tx, event, rule);
    if (filter.from && filter.to && *filter.to <= *filter.from)
        return std::nullopt; // ended before it began to refuse
    if (rule.routes.isEmpty())
        return filter;
    return withCalledRoutes(tx, usage, std::move(filter), rule.routes);
}

/// Two that differ in their routes only are one: of scopes that were taken away together.
bool merge(CallFilter &into, const CallFilter &other)
{
    CallFilter a = into;
    CallFilter b = other;
    const QStringList mine = a.values(CallField::Route);
    QStringList both = mine + b.values(CallField::Route);
    both.removeDuplicates();
    a.set(CallField::Route, {});
    b.set(CallField::Route, {});
    if (mine.isEmpty() || a != b || both.size() > pc::rules::mostCallValues)
        return false;
    into.set(CallField::Route, both);
    return true;
}

/// By what such calls are told apart from others that were refused for the same.
void placeIn(CallFilter &filter, const CallRecord &call)
{
    const auto is = [&filter](CallField field, const QString &value) {
        if (!value.isEmpty())
            filter.set(field, {value});
    };
    switch (failedCheck(call)) {
    case DecisionCheck::Credential:
        is(CallField::Credential, call.credentialId);
        if (call.generation > 0)
            is(CallField::Generation, QString::number(call.generation));
        if (call.credentialId.isEmpty())
            is(CallField::Source, call.source);
        break;
    case DecisionCheck::Route:
        is(CallField::Route, call.routeId);
        if (call.routeId.isEmpty()) {
            is(CallField::Method, call.method);
            is(CallField::Path, call.path);
        }
        break;
    case DecisionCheck::Gateway:
    case DecisionCheck::Realm:
        is(CallField::Gateway, call.gateway);
        break;
    case DecisionCheck::Request:
        is(CallField::Source, call.source);
        break;
    case DecisionCheck::Audience:
    case DecisionCheck::Scope:
    case DecisionCheck::Resource:
    case DecisionCheck::Body:
        is(call.routeId.isEmpty() ? CallField::Credential : CallField::Route,
           call.routeId.isEmpty() ? call.credentialId : call.routeId);
        break;
    default: // of the whole partner
        break;
    }
}

} // namespace

RuleSources ruleSources(Tx &tx, const Policy &policy, const QString &partnerId, const QString &credentialId)
{
    RuleSources sources{policy};
    if (!partnerId.isEmpty()) {
        for (const CredentialRow &row : credential_rows::ofPartner(tx, partnerId))
            sources.credentialScopes.insert(row.value.id, row.value.scopes);
    }
    if (credentialId.isEmpty())
        return sources;
    EndedGenerations ended;
    audit_log::EventWalk walk;
    walk.targetId = credentialId;
    walk.newestFirst = false;
    audit_log::walkEvents(
        tx, walk, [](AuditAction) { return true; },
        [&ended](AuditAction action, const AuditEvent &event) {
            ended.see(action, event);
            return true;
        });
    sources.endedGenerations = ended.byEvent();
    return sources;
}

QList<CallFilter> refusalFilters(Tx &tx, UsageStore &usage, const RuleSources &sources,
                                 const AuditEvent &event)
{
    QList<CallFilter> filters;
    const QList<MadeRule> rules = rulesMadeBy(event, sources);
    for (const MadeRule &rule : rules) {
        const auto filter = filterOf(tx, usage, event, rule);
        if (!filter)
            continue;
        const bool isMerged = std::any_of(filters.begin(), filters.end(),
                                          [&filter](CallFilter &each) { return merge(each, *filter); });
        if (!isMerged)
            filters.append(*filter);
    }
    return filters;
}

CallFilter alikeOf(Tx &tx, UsageStore &usage, const RuleSources &sources, const CallRecord &call,
                   const std::optional<CallCause> &cause)
{
    if (failedCheck(call) == DecisionCheck::Unknown)
        return {};
    CallFilter filter;
    if (cause) {
        for (const CallFilter &each : refusalFilters(tx, usage, sources, cause->event)) {
            if (matches(each, call))
                return each;
        }
        filter.from = std::min(cause->rule.filter.from.value_or(cause->event.at), call.at);
        filter.to = endOf(tx, cause->event, cause->rule);
        if (filter.to && *filter.to <= call.at)
            filter.to.reset();
    }
    if (!call.partnerId.isEmpty())
        filter.set(CallField::Partner, {call.partnerId});
    filter.set(CallField::Reason, {toText(call.reason)});
    placeIn(filter, call);
    return filter;
}

} // namespace pc::platform
