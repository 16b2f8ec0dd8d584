// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/scope_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/catalogue/scope_holding.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/scope_rules.h"
#include "platform/store/rows/catalogue_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

const QStringList scopeNotAudited{u"version"_s, u"updated_at"_s, u"updated_by"_s};

AdminExpected<Scope> scopeNamed(const QString &name, Tx &tx)
{
    std::optional<Scope> scope = name.isEmpty() ? std::nullopt : catalogue_rows::scope(tx, name);
    if (!scope)
        return notFound(u"scope"_s);
    return *std::move(scope);
}

/// The scope that the query names: a name may have what a path cannot.
AdminExpected<Scope> askedScope(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const QString name = parameters.text(u"scope");
    if (!parameters.ok())
        return parameters.error();
    return scopeNamed(name, tx);
}

/// Likewise, in the version that the caller has seen.
AdminExpected<Scope> askedVersion(const WriteCall &call, Tx &tx)
{
    AdminExpected<Scope> scope = askedScope(call, tx);
    if (scope && !call.matches(scope->version))
        return stale(toJson(*scope), etagOf(scope->version));
    return scope;
}

/// The draft with all that is wrong with it; the reason is asked for where it is kept.
AdminExpected<ScopeDraft> scopeDraftOf(const AdminCall &call)
{
    AdminExpected<Body<ScopeDraft>> body = readBody<ScopeDraft>(call);
    if (!body)
        return tl::make_unexpected(std::move(body.error()));
    FieldCheck check(domain::checkScope(body->value, body->faults));
    check.reason(body->value.reason, pc::rules::reasonNeed(call.operation.op));
    if (!check.ok())
        return invalid(check.errors());
    return std::move(body->value);
}

AuditEvent scopeEvent(AuditAction action, const Scope &scope, const QString &reason, const QString &ticket)
{
    AuditEvent event = eventAbout(action, scope.name, scope.title, {});
    event.reason = reason;
    event.ticket = ticket;
    return event;
}

CatalogueRule ruleWith(const Policy &policy, QList<Scope> scopes)
{
    return {policy.sharedCatalogue(), std::move(scopes)};
}

WriteResult editScope(const WriteCall &call, const AdminExpected<ScopeDraft> &asked, Tx &tx)
{
    const AdminExpected<Scope> before = askedVersion(call, tx);
    if (!before)
        return tl::make_unexpected(before.error());
    if (!asked)
        return tl::make_unexpected(asked.error());
    Scope scope = domain::edited(*before, *asked);
    const QList<FieldChange> changes = auditDiff(toJson(*before), toJson(scope), scopeNotAudited);
    if (changes.isEmpty())
        return WriteOutcome{replyVersioned(scopeEffect(call, tx, *before, *before), before->version)};
    scope.version += 1;
    scope.updatedAt = call.now;
    scope.updatedBy = call.actor.account;
    catalogue_rows::put(tx, scope);
    const PolicyRef policy = call.context.policy.current();
    QList<Scope> scopes = policy->scopes();
    for (Scope &each : scopes) {
        if (each.name == scope.name)
            each = scope;
    }
    AuditEvent event = scopeEvent(AuditAction::ScopeEdit, scope, asked->reason, asked->ticket);
    event.changes = changes;
    WriteOutcome outcome;
    outcome.answer = replyVersioned(scopeEffect(call, tx, *before, scope), scope.version);
    // It may open or close gates of those that hold it.
    outcome.events = {{event, ChangeKind::Catalogue, {ChangeKind::Grant}}};
    outcome.policy = {ruleWith(*policy, std::move(scopes))};
    return outcome;
}

WriteResult removeScope(const WriteCall &call, const AdminExpected<ActRequest> &act, Tx &tx)
{
    const AdminExpected<Scope> scope = askedVersion(call, tx);
    if (!scope)
        return tl::make_unexpected(scope.error());
    if (!act)
        return tl::make_unexpected(act.error());
    const PolicyRef policy = call.context.policy.current();
    const ScopeBonds bonds = scopeBonds(*policy, scope->name, call.now);
    if (!bonds.isFree())
        return refuse(ProblemCode::ScopeInUse, u"The scope is in use"_s,
                      u"%1 partners and %2 credentials hold it, %3 routes need it."_s.arg(bonds.partners)
                          .arg(bonds.credentials)
                          .arg(bonds.routes));
    catalogue_rows::removeScope(tx, scope->name);
    QList<Scope> scopes = policy->scopes();
    scopes.removeIf([&scope](const Scope &each) { return each.name == scope->name; });
    AuditEvent event = scopeEvent(AuditAction::ScopeRemove, *scope, act->reason, act->ticket);
    event.changes = auditDiff(toJson(*scope), {}, scopeNotAudited + QStringList{u"name"_s});
    WriteOutcome outcome;
    outcome.answer = replyWith(*scope);
    outcome.events = {{event, ChangeKind::Catalogue}};
    outcome.policy = {ruleWith(*policy, std::move(scopes))};
    return outcome;
}

} // namespace

AdminResult scopeGet(const AdminCall &call, Tx &tx)
{
    const AdminExpected<Scope> scope = askedScope(call, tx);
    if (!scope)
        return tl::make_unexpected(scope.error());
    return replyVersioned(*scope, scope->version);
}

AdminResult scopeFiguresList(const AdminCall &call, Tx &tx)
{
    Page<ScopeFigures> page;
    page.items = scopeFigures(call, tx);
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult scopeHoldersList(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const QString name = parameters.text(u"scope");
    const int limit = parameters.limit();
    const QString cursor = parameters.cursor();
    if (!parameters.ok())
        return parameters.error();
    const AdminExpected<Scope> scope = scopeNamed(name, tx);
    if (!scope)
        return tl::make_unexpected(scope.error());
    const auto page = scopeHolders(call, tx, *scope, limit, cursor);
    return page ? AdminResult(replyWith(*page)) : badCursor();
}

AdminResult scopeEffectOf(const AdminCall &call, Tx &tx)
{
    const AdminExpected<Scope> scope = askedScope(call, tx);
    if (!scope)
        return tl::make_unexpected(scope.error());
    const AdminExpected<ScopeDraft> draft = scopeDraftOf(call);
    if (!draft)
        return tl::make_unexpected(draft.error());
    return replyWith(scopeEffect(call, tx, *scope, domain::edited(*scope, *draft)));
}

AdminExpected<PreparedWrite> scopeEdit(const WriteCall &call)
{
    return PreparedWrite{
        [draft = scopeDraftOf(call)](const WriteCall &write, Tx &tx) { return editScope(write, draft, tx); }};
}

AdminExpected<PreparedWrite> scopeRemove(const WriteCall &call)
{
    return PreparedWrite{
        [act = actOf(call)](const WriteCall &write, Tx &tx) { return removeScope(write, act, tx); }};
}

} // namespace pc::platform::handlers
