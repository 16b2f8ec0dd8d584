// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/api_handlers.h"

#include "contract/rules/api_rules.h"
#include "platform/admin/api/body.h"
#include "platform/admin/catalogue/catalogue_change.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/version_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

constexpr qsizetype mostApis = 100;

const QStringList notAudited{u"version"_s,     u"created_at"_s, u"updated_at"_s, u"updated_by"_s,
                             u"revision_id"_s, u"routes"_s,     u"scopes"_s};

void apply(const ApiDraft &draft, Api &api, const WriteCall &call)
{
    api.name = draft.name;
    api.host = draft.host;
    api.basePath = draft.basePath;
    api.audience = draft.audience;
    api.version += 1;
    api.updatedAt = call.now;
    api.updatedBy = call.actor.account;
}

/// What only all APIs together can say. `id`: of the one that is edited.
QList<FieldError> checkAmongOthers(const ApiDraft &draft, const QString &id, const QList<Api> &apis)
{
    FieldCheck check;
    for (const pc::rules::ApiClash &each : pc::rules::apiClashes(draft, id, apis)) {
        const QString why = each.pointer == "/name"_L1       ? u"Another API has this name."_s
                            : each.pointer == "/audience"_L1 ? u"Tokens for %1 would be accepted here."_s
                                                             : u"%1 has paths there on the same host."_s;
        check.fail(each.pointer, FieldFault::Taken, why.contains(u"%1") ? why.arg(each.other) : why);
    }
    return check.errors();
}

AuditEvent apiEvent(AuditAction action, const Api &api, const QString &reason, const QString &ticket)
{
    AuditEvent event = eventAbout(action, api.id, api.name, {});
    event.reason = reason;
    event.ticket = ticket;
    return event;
}

/// Partners whose grant has a scope of this API.
qsizetype holders(const Policy &policy, Tx &tx, const QString &apiId)
{
    const QList<Grant> grants = catalogue_rows::grants(tx);
    return std::count_if(grants.begin(), grants.end(), [&policy, &apiId](const Grant &grant) {
        return std::any_of(grant.scopes.begin(), grant.scopes.end(),
                           [&](const QString &scope) { return policy.apiOfScope(scope) == apiId; });
    });
}

} // namespace

AdminResult apiList(const AdminCall &, Tx &tx)
{
    Page<Api> page;
    page.items = api_rows::all(tx);
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult apiGet(const AdminCall &call, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    return api ? AdminResult(replyVersioned(*api, api->version)) : notFound(u"API"_s);
}

namespace {

WriteResult createApi(const WriteCall &call, const AdminExpected<ApiDraft> &asked, Tx &tx)
{
    if (!asked)
        return tl::make_unexpected(asked.error());
    const ApiDraft &draft = *asked;
    const QList<Api> others = api_rows::all(tx);
    if (others.size() >= mostApis)
        return refuse(ProblemCode::CatalogueFull, u"There are too many APIs"_s,
                      u"At most %1 are kept."_s.arg(mostApis));
    const QList<FieldError> errors = checkAmongOthers(draft, {}, others);
    if (!errors.isEmpty())
        return invalid(errors);
    Api api;
    api.id = u"api_"_s + QString::fromLatin1(randomBase62(call.context.random, 16).view());
    api.createdAt = call.now;
    apply(draft, api, call);
    const PolicyRef policy = call.context.policy.current();
    auto catalogue = catalogueWith(*policy, api, {});
    if (!catalogue)
        return tl::make_unexpected(std::move(catalogue.error()));
    api_rows::put(tx, api);
    AuditEvent event = apiEvent(AuditAction::ApiCreate, api, draft.reason, draft.ticket);
    event.changes = auditDiff({}, toJson(api), notAudited + QStringList{u"id"_s});
    WriteOutcome outcome;
    outcome.answer = replyVersioned(api, api.version, 201);
    outcome.answer.headers.set("Location", "/admin/v1/apis/" + api.id.toLatin1());
    outcome.events = {{event, ChangeKind::Catalogue}};
    outcome.policy = {CatalogueRule{std::move(*catalogue), policy->scopes()}};
    return outcome;
}

WriteResult editApi(const WriteCall &call, const AdminExpected<ApiDraft> &asked, Tx &tx)
{
    const auto before = api_rows::find(tx, call.parameter("api_id"));
    if (!before)
        return notFound(u"API"_s);
    if (!call.matches(before->version))
        return stale(toJson(*before), etagOf(before->version));
    if (!asked)
        return tl::make_unexpected(asked.error());
    const ApiDraft &draft = *asked;
    const QList<FieldError> errors = checkAmongOthers(draft, before->id, api_rows::all(tx));
    if (!errors.isEmpty())
        return invalid(errors);
    Api api = *before;
    apply(draft, api, call);
    const QList<FieldChange> changes = auditDiff(toJson(*before), toJson(api), notAudited);
    if (changes.isEmpty())
        return WriteOutcome{replyVersioned(*before, before->version)};
    const PolicyRef policy = call.context.policy.current();
    const QList<Route> routes = movedRoutes(routesInForce(*policy, api.id), before->basePath, api.basePath);
    auto catalogue = catalogueWith(*policy, api, routes);
    if (!catalogue)
        return tl::make_unexpected(std::move(catalogue.error()));
    api_rows::put(tx, api);
    CatalogueRule rule{*catalogue, policy->scopes()};
    if (api.basePath != before->basePath) {
        rule = storeRoutes(tx, *policy, api, routes, {}, *catalogue);
        for (const ApiVersion &each : (*catalogue)->versions()) {
            if (each.apiId == api.id)
                version_rows::put(tx, each);
        }
    }
    AuditEvent event = apiEvent(AuditAction::ApiEdit, api, draft.reason, draft.ticket);
    event.changes = changes;
    WriteOutcome outcome;
    outcome.answer = replyVersioned(api, api.version);
    outcome.events = {{event, ChangeKind::Catalogue}};
    outcome.policy = {rule};
    return outcome;
}

WriteResult removeApi(const WriteCall &call, const ActRequest &act, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    if (!api)
        return notFound(u"API"_s);
    if (!call.matches(api->version))
        return stale(toJson(*api), etagOf(api->version));
    const PolicyRef policy = call.context.policy.current();
    const qsizetype held = holders(*policy, tx, api->id);
    if (held > 0)
        return refuse(ProblemCode::ApiInUse, u"Partners still hold scopes of this API"_s,
                      u"%1 of them; take these scopes out of their grants first."_s.arg(held));
    api_rows::remove(tx, api->id);
    QList<Scope> scopes = policy->scopes();
    scopes.removeIf([&api](const Scope &each) { return each.apiId == api->id; });
    AuditEvent event = apiEvent(AuditAction::ApiRemove, *api, act.reason, act.ticket);
    event.changes = auditDiff(toJson(*api), {}, notAudited + QStringList{u"id"_s});
    event.changes.append({u"routes"_s, QString::number(api->routes), {}});
    WriteOutcome outcome;
    outcome.answer = replyWith(*api);
    outcome.events = {{event, ChangeKind::Catalogue}};
    outcome.policy = {CatalogueRule{catalogueWithout(*policy, api->id), scopes}};
    return outcome;
}

/// A write whose body is a draft. A wrong one is refused behind what stands before it: no version, no object.
template <typename Act>
AdminExpected<PreparedWrite> withDraft(const WriteCall &call, Act act)
{
    return PreparedWrite{
        [draft = bodyAs<ApiDraft>(call), act](const WriteCall &write, Tx &tx) -> WriteResult {
            return act(write, draft, tx);
        }};
}

} // namespace

AdminExpected<PreparedWrite> apiCreate(const WriteCall &call)
{
    return withDraft(call, createApi);
}

/// Another base path moves all its routes.
AdminExpected<PreparedWrite> apiEdit(const WriteCall &call)
{
    AdminExpected<PreparedWrite> write = withDraft(call, editApi);
    if (write)
        write->isLong = true;
    return write;
}

AdminExpected<PreparedWrite> apiRemove(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    return longWrite(
        [act = std::move(*act)](const WriteCall &write, Tx &tx) { return removeApi(write, act, tx); });
}

} // namespace pc::platform::handlers
