// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/revision_acts.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/catalogue/catalogue_change.h"
#include "platform/admin/catalogue/revision_review.h"
#include "platform/admin/catalogue/revision_routes.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/catalogue_difference.h"
#include "platform/domain/routes_digest.h"
#include "platform/openapi/description_codec.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostToldChanges = 100; // in one event

tl::unexpected<AdminProblem> scopeOfAnother(const Policy &policy, const QString &scope)
{
    return refuse(
        ProblemCode::CatalogueConflict, u"A scope belongs to another API"_s,
        u"%1 is a scope of %2; choose a prefix."_s.arg(scope, nameOfApi(policy, policy.apiOfScope(scope))));
}

/// What a route is called in an event.
QString named(const Route &route)
{
    return u"%1 %2 %3"_s.arg(route.method, route.pathTemplate,
                             (QStringList{route.scope} + route.alsoScopes).join(u' '));
}

/// The first of what goes and comes, and how much of it there is.
QList<FieldChange> toldChanges(const QList<Route> &before, const QList<Route> &after)
{
    QHash<QString, const Route *> was;
    QHash<QString, const Route *> is;
    for (const Route &each : before)
        was.insert(each.id, &each);
    for (const Route &each : after)
        is.insert(each.id, &each);
    const QList<RouteChange> changes = domain::routeChanges(before, after);
    QList<FieldChange> told{{u"routes"_s, QString::number(before.size()), QString::number(after.size())},
                            {u"changed_routes"_s, {}, QString::number(changes.size())}};
    for (const RouteChange &each : changes.mid(0, mostToldChanges)) {
        const Route *old = was.value(each.routeId);
        const Route *next = is.value(each.routeId);
        told.append({u"route"_s, old == nullptr ? QString() : named(*old),
                     next == nullptr ? QString() : named(*next)});
    }
    return told;
}

/// What an API without a revision decides by, so that it can be gone back to.
void keepWhatWas(const WriteCall &call, Tx &tx, const Api &api, const QList<Route> &routes)
{
    RevisionRow row;
    row.value.id = catalogueId(u"rev_"_s, call.context.random);
    row.value.apiId = api.id;
    row.value.state = RevisionState::Replaced;
    row.value.basePath = api.basePath;
    row.value.createdAt = api.updatedAt;
    row.value.createdBy = api.updatedBy;
    row.value.appliedAt = api.updatedAt;
    row.value.appliedBy = api.updatedBy;
    row.value.counts.routes = static_cast<int>(routes.size());
    row.routes = routes;
    revision_rows::put(tx, row);
}

/// The routes that applying it makes: of a proposal by what there is now, as somebody may have edited a route
/// since; of one that was in force as they were.
AdminExpected<QList<Route>> routesToApply(const WriteCall &call, const RevisionRow &row, const Api &api,
                                          const QList<Route> &inForce)
{
    if (row.value.state == RevisionState::InForce)
        return refuse(ProblemCode::RevisionInForce, u"It is in force already"_s);
    if (row.value.state == RevisionState::Replaced)
        return routesNow(row, api);
    const auto description = openapi::unpack(row.operations);
    if (!description)
        throw SqlFailure({StoreError::Kind::Corrupt, u"a revision holds no description"_s});
    return describedRoutes(call, *description, api, row.value.rule, routesNow(row, api) + inForce).routes;
}

/// What is applied is what was reviewed: of a proposal that must be said.
std::optional<AdminProblem> wasNotReviewed(const WriteCall &call, const CatalogueRevision &revision,
                                           std::optional<qint64> reviewed)
{
    if (!reviewed && revision.state == RevisionState::Proposed) {
        Parameters parameters(call.request);
        parameters.fail(u"revision_version", u"the version of the proposal that was reviewed"_s);
        return parameters.error().value();
    }
    if (!reviewed || *reviewed == revision.version)
        return std::nullopt;
    return refuse(ProblemCode::RevisionChanged, u"The proposal was changed since it was reviewed"_s,
                  u"It has version %1 now."_s.arg(revision.version))
        .value();
}

WriteResult applyRevision(const WriteCall &call, const ActRequest &act, std::optional<qint64> reviewed,
                          Tx &tx)
{
    const auto before = api_rows::find(tx, call.parameter("api_id"));
    if (!before)
        return notFound(u"API"_s);
    if (!call.matches(before->version))
        return stale(toJson(*before), etagOf(before->version));
    auto row = revision_rows::find(tx, before->id, call.parameter("revision_id"));
    if (!row)
        return notFound(u"revision"_s);
    if (auto problem = wasNotReviewed(call, row->value, reviewed))
        return tl::make_unexpected(std::move(*problem));
    const PolicyRef policy = call.context.policy.current();
    const QList<Route> inForce = routesInForce(*policy, before->id);
    const auto routes = routesToApply(call, *row, *before, inForce);
    if (!routes)
        return tl::make_unexpected(routes.error());
    tx.giveWay(); // of thousands of routes each step takes a while
    if (const QString scope = foreignScope(*policy, before->id, *routes); !scope.isEmpty())
        return scopeOfAnother(*policy, scope);

    Api api = *before;
    api.revisionId = row->value.id;
    api.title = row->value.title;
    api.describedVersion = row->value.describedVersion;
    api.version += 1;
    api.updatedAt = call.now;
    api.updatedBy = call.actor.account;
    auto catalogue = catalogueWith(*policy, api, *routes);
    if (!catalogue)
        return tl::make_unexpected(std::move(catalogue.error()));
    tx.giveWay();

    if (!before->revisionId.isEmpty()) {
        if (auto old = revision_rows::find(tx, before->id, before->revisionId)) {
            old->value.state = RevisionState::Replaced;
            old->routes = inForce; // with what was edited since
            old->value.basePath = before->basePath;
            revision_rows::put(tx, *old);
        }
    } else if (!inForce.isEmpty()) {
        keepWhatWas(call, tx, *before, inForce);
    }
    const int leftOut = row->value.counts.leftOut;
    row->value.counts = RevisionEffect(call.context, tx, api.id, *routes, call.now).counts();
    row->value.counts.leftOut = leftOut;
    row->value.state = RevisionState::InForce;
    row->value.appliedAt = call.now;
    row->value.appliedBy = call.actor.account;
    row->value.basePath = api.basePath;
    row->routes = *routes;
    revision_rows::put(tx, *row);
    revision_rows::keepNewest(tx, api.id, keptProposals, keptReplaced);
    const auto description = openapi::unpack(row->operations);
    CatalogueRule rule =
        storeRoutes(tx, *policy, api, *routes,
                    description ? description->scopeTexts : QMap<QString, QString>(), std::move(*catalogue));
    api_rows::put(tx, api);

    AuditEvent event = revisionEvent(AuditAction::CatalogueApply, *before, row->value);
    event.changes += toldChanges(inForce, *routes);
    event.changes.append({u"routes_sha256"_s, {}, domain::routesDigest(*routes, api.basePath)});
    event.reason = act.reason;
    event.ticket = act.ticket;
    WriteOutcome outcome;
    const Api stored = api_rows::find(tx, api.id).value_or(api);
    outcome.answer = replyVersioned(stored, stored.version);
    outcome.events = {{event, ChangeKind::Catalogue}};
    outcome.policy = {std::move(rule)};
    return outcome;
}

WriteResult removeRevision(const WriteCall &call, const ActRequest &act, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    const auto row = revision_rows::find(tx, call.parameter("api_id"), call.parameter("revision_id"));
    if (!api || !row)
        return notFound(u"revision"_s);
    if (row->value.state == RevisionState::InForce)
        return refuse(ProblemCode::RevisionInForce, u"It is in force"_s);
    revision_rows::remove(tx, row->value.id);
    AuditEvent event = eventAbout(AuditAction::CatalogueWithdraw, api->id, api->name, {});
    event.changes = {{u"revision"_s, row->value.id, {}},
                     {u"description"_s, row->value.title, {}},
                     {u"state"_s, toText(row->value.state), {}}};
    event.reason = act.reason;
    event.ticket = act.ticket;
    WriteOutcome outcome;
    outcome.answer = replyWith(row->value);
    outcome.events = {{event, ChangeKind::Catalogue}};
    return outcome;
}

} // namespace

AdminExpected<PreparedWrite> revisionApply(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    Parameters parameters(call.request);
    const std::optional<qint64> reviewed = parameters.number("revision_version");
    if (!parameters.ok())
        return parameters.error();
    return longWrite([act = std::move(*act), reviewed](const WriteCall &write, Tx &tx) {
        return applyRevision(write, act, reviewed, tx);
    });
}

AdminExpected<PreparedWrite> revisionRemove(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    return PreparedWrite{
        [act = std::move(*act)](const WriteCall &write, Tx &tx) { return removeRevision(write, act, tx); }};
}

} // namespace pc::platform::handlers
