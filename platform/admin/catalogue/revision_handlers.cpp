// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/revision_handlers.h"

#include "contract/crypto/hashing.h"
#include "contract/crypto/redaction.h"
#include "contract/rules/text_rule.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/catalogue/catalogue_change.h"
#include "platform/admin/catalogue/description_file.h"
#include "platform/admin/catalogue/revision_review.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/catalogue_difference.h"
#include "platform/domain/routes_digest.h"
#include "platform/openapi/description_codec.h"
#include "platform/openapi/read_description.h"
#include "platform/openapi/routes_of.h"
#include "platform/store/rows/api_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostListed = 50;
constexpr int keptProposals = 5;                       // of one API
constexpr int keptReplaced = 20;                       // those that can be gone back to
constexpr qint64 mostKept = qint64{128} * 1024 * 1024; // of all APIs, compressed
constexpr qsizetype mostLeftOut = 200;
constexpr qsizetype longestWhat = 600;
constexpr qsizetype longestVersion = 100;
constexpr qsizetype mostToldChanges = 100; // in one event

/// A description that was read.
struct ReadDescription
{
    openapi::Description description;
    QByteArray packed;
    QByteArray compressed; ///< as it came, without credentials
    QString sha256;
    qint64 size = 0;
    Api api; ///< by which these routes were made; of no id when there was none
    openapi::DescribedRoutes described;
};

QString idWith(const QString &prefix, RandomSource &random)
{
    return prefix + QString::fromLatin1(randomBase62(random, 16).view());
}

openapi::DescribedRoutes describedRoutes(const WriteCall &call, const openapi::Description &description,
                                         const Api &api, const ScopeRule &rule, const QList<Route> &present)
{
    return openapi::routesOf(description, api, rule, present, call.now,
                             [&call] { return idWith(u"rte_"_s, call.context.random); });
}

void tellLeftOut(CatalogueRevision &revision, const QList<openapi::LeftOut> &leftOut)
{
    revision.counts.leftOut = static_cast<int>(leftOut.size());
    revision.leftOut.clear();
    for (const openapi::LeftOut &each : leftOut.mid(0, mostLeftOut))
        revision.leftOut.append({each.line, redactText(pc::rules::plainLine(each.what, longestWhat)),
                                 redactText(pc::rules::plainLine(each.reason, longestWhat))});
}

/// As it has them below the base path that the API has now.
QList<Route> routesNow(const RevisionRow &row, const Api &api)
{
    const QString from = row.value.basePath.value_or(api.basePath);
    return from == api.basePath ? row.routes : movedRoutes(row.routes, from, api.basePath);
}

/// Routes as the revision has them now, and what they are beside those in force.
void setRoutes(const WriteCall &call, Tx &tx, RevisionRow &row, const openapi::DescribedRoutes &described)
{
    row.routes = described.routes;
    row.value.counts = RevisionEffect(call.context, tx, row.value.apiId, row.routes, call.now).counts();
    tellLeftOut(row.value, described.leftOut);
}

tl::unexpected<AdminProblem> scopeOfAnother(const Policy &policy, const QString &scope)
{
    return refuse(
        ProblemCode::CatalogueConflict, u"A scope belongs to another API"_s,
        u"%1 is a scope of %2; choose a prefix."_s.arg(scope, nameOfApi(policy, policy.apiOfScope(scope))));
}

AuditEvent eventOf(AuditAction action, const Api &api, const CatalogueRevision &revision)
{
    AuditEvent event = eventAbout(action, api.id, api.name, {});
    event.changes = {{u"revision"_s, api.revisionId, revision.id},
                     {u"description"_s, api.title, revision.title},
                     {u"described_version"_s, api.describedVersion, revision.describedVersion}};
    return event;
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

} // namespace

AdminResult revisionList(const AdminCall &call, Tx &tx)
{
    const QString apiId = call.parameter("api_id");
    if (!api_rows::find(tx, apiId))
        return notFound(u"API"_s);
    Page<CatalogueRevision> page;
    page.items = revision_rows::newest(tx, apiId, mostListed);
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult revisionGet(const AdminCall &call, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    const auto row = revision_rows::find(tx, call.parameter("api_id"), call.parameter("revision_id"));
    if (!api || !row)
        return notFound(u"revision"_s);
    const RevisionEffect effect(call.context, tx, api->id, routesNow(*row, *api), call.now);
    RevisionReview review;
    review.revision = row->value;
    if (row->value.state != RevisionState::InForce) { // of that it is what it changed
        const int leftOut = review.revision.counts.leftOut;
        review.revision.counts = effect.counts();
        review.revision.counts.leftOut = leftOut;
    }
    review.scopes = effect.scopes();
    review.broken = effect.broken(tx, call.now);
    review.brokenPartners = effect.brokenCount();
    review.grants = effect.idleGrants();
    return replyWith(review);
}

AdminResult revisionChanges(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const RouteChangeKind kind = parameters.one<RouteChangeKind>(u"kind", RouteChangeKind::Unknown);
    const int limit = parameters.limit();
    const QString cursor = parameters.cursor();
    if (!parameters.ok())
        return parameters.error();
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    const auto row = revision_rows::find(tx, call.parameter("api_id"), call.parameter("revision_id"));
    if (!api || !row)
        return notFound(u"revision"_s);
    const QString order = u"changes "_s + row->value.id + toText(kind);
    qsizetype from = 0;
    if (!cursor.isEmpty()) {
        const auto place = KeysetCursor::decode(cursor, order, true);
        if (!place)
            return badCursor();
        from = std::max<qsizetype>(0, place->key.toLongLong());
    }
    QList<RouteChange> changes =
        RevisionEffect(call.context, tx, api->id, routesNow(*row, *api), call.now).changes();
    if (kind != RouteChangeKind::Unknown)
        changes.removeIf([kind](const RouteChange &each) { return each.kind != kind; });
    Page<RouteChange> page;
    page.items = changes.mid(from, limit);
    page.count = changes.size();
    if (from + limit < changes.size())
        page.nextCursor = KeysetCursor{order, from + limit, QString()}.encode();
    return replyWith(page);
}

namespace {

WriteResult propose(const WriteCall &call, const ReadDescription &read, const ScopeRule &rule, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    if (!api)
        return notFound(u"API"_s);
    const PolicyRef policy = call.context.policy.current();
    RevisionRow row;
    row.operations = read.packed;
    CatalogueRevision &revision = row.value;
    revision.id = idWith(u"rev_"_s, call.context.random);
    revision.apiId = api->id;
    revision.state = RevisionState::Proposed;
    revision.openapi = read.description.openapi;
    revision.basePath = api->basePath;
    revision.title = redactText(pc::rules::plainLine(read.description.title, longestVersion));
    revision.describedVersion = redactText(pc::rules::plainLine(read.description.version, longestVersion));
    revision.sha256 = read.sha256;
    revision.size = read.size;
    revision.rule = rule;
    revision.createdAt = call.now;
    revision.createdBy = call.actor.account;
    const bool isAsRead = read.api.id == api->id && read.api.version == api->version;
    setRoutes(call, tx, row,
              isAsRead
                  ? read.described
                  : describedRoutes(call, read.description, *api, rule, routesInForce(*policy, api->id)));
    revision_rows::put(tx, row);
    revision_rows::putDescription(tx, read.sha256, read.compressed);
    revision_rows::keepNewest(tx, api->id, keptProposals, keptReplaced);
    if (revision_rows::keptBytes(tx) > mostKept)
        return refuse(ProblemCode::CatalogueFull, u"There is no room for another description"_s,
                      u"Remove proposals and former revisions that nobody needs."_s);

    WriteOutcome outcome;
    outcome.answer = replyWith(revision, 201);
    outcome.answer.headers.set("Location", "/admin/v1/apis/" + api->id.toLatin1() + "/revisions/" +
                                               revision.id.toLatin1());
    AuditEvent event = eventOf(AuditAction::CataloguePropose, *api, revision);
    event.changes.append({u"sha256"_s, {}, revision.sha256});
    outcome.events = {{event, ChangeKind::Catalogue}};
    return outcome;
}

WriteResult giveRule(const WriteCall &call, const ScopeRule &rule, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    auto row = revision_rows::find(tx, call.parameter("api_id"), call.parameter("revision_id"));
    if (!api || !row)
        return notFound(u"revision"_s);
    if (row->value.state != RevisionState::Proposed)
        return refuse(ProblemCode::RevisionInForce, u"It is not a proposal any more"_s);
    const auto description = openapi::unpack(row->operations);
    if (!description)
        throw SqlFailure({StoreError::Kind::Corrupt, u"a revision holds no description"_s});
    row->value.rule = rule;
    row->value.version += 1;
    row->value.changedBy = call.actor.account;
    const QList<Route> present =
        routesNow(*row, *api) + routesInForce(*call.context.policy.current(), api->id); // the latter count
    row->value.basePath = api->basePath;
    setRoutes(call, tx, *row, describedRoutes(call, *description, *api, rule, present));
    revision_rows::put(tx, *row);
    WriteOutcome outcome;
    outcome.answer = replyWith(row->value);
    AuditEvent event = eventOf(AuditAction::CataloguePropose, *api, row->value);
    event.changes.append({u"rule"_s, {}, QString::fromUtf8(jsonBytes(rule))});
    outcome.events = {{event, ChangeKind::Catalogue}};
    return outcome;
}

/// What an API without a revision decides by, so that it can be gone back to.
void keepWhatWas(const WriteCall &call, Tx &tx, const Api &api, const QList<Route> &routes)
{
    RevisionRow row;
    row.value.id = idWith(u"rev_"_s, call.context.random);
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

    AuditEvent event = eventOf(AuditAction::CatalogueApply, *before, row->value);
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

AdminExpected<ScopeRule> ruleOf(const WriteCall &call)
{
    Parameters parameters(call.request);
    ScopeRule rule;
    rule.otherwise = parameters.one<ScopeSource>(u"otherwise", rule.otherwise);
    rule.prefix = parameters.text(u"prefix");
    rule.named = parameters.flag(u"named", rule.named);
    rule.readAndWrite = parameters.flag(u"read_and_write", rule.readAndWrite);
    if (pc::rules::faultOf(pc::rules::limit("ScopeRule", "prefix"), rule.prefix))
        parameters.fail(u"prefix", u"small letters and digits, and one of . _ : - at the end"_s);
    if (!parameters.ok())
        return tl::make_unexpected(parameters.error().value());
    return rule;
}

tl::unexpected<AdminProblem> unreadable(const openapi::Fault &fault)
{
    const QString reason = redactText(pc::rules::plainLine(fault.reason, longestWhat));
    return refuse(ProblemCode::DescriptionRefused, u"The description cannot be read"_s,
                  fault.line > 0 ? u"line %1: %2"_s.arg(fault.line).arg(reason) : reason);
}

} // namespace

AdminExpected<PreparedWrite> revisionPropose(const WriteCall &call)
{
    const AdminExpected<ScopeRule> rule = ruleOf(call);
    if (!rule)
        return tl::make_unexpected(rule.error());
    const QByteArray &bytes = call.request.body;
    auto description = openapi::readDescription(bytes);
    if (!description)
        return unreadable(description.error());
    ReadDescription read;
    read.packed = openapi::pack(*description);
    read.description = std::move(*description);
    read.compressed = qCompress(withoutCredentials(bytes, call.context.leaks, sightingIn(call)), 6);
    // Here and not in the writer's turn, which others wait for.
    const PolicyRef policy = call.context.policy.current();
    for (const Api &each : policy->catalogue().apis()) {
        if (each.id == call.parameter("api_id")) {
            read.api = each;
            read.described =
                describedRoutes(call, read.description, each, *rule, routesInForce(*policy, each.id));
        }
    }
    read.sha256 = QString::fromLatin1(sha256({bytes}).toHex());
    read.size = bytes.size();
    return PreparedWrite{[read = std::make_shared<const ReadDescription>(std::move(read)), rule = *rule](
                             const WriteCall &write, Tx &tx) { return propose(write, *read, rule, tx); }};
}

AdminExpected<PreparedWrite> revisionRule(const WriteCall &call)
{
    AdminExpected<ScopeRule> rule = bodyAs<ScopeRule>(call);
    if (!rule)
        return tl::make_unexpected(std::move(rule.error()));
    if (rule->otherwise == ScopeSource::Unknown)
        return invalid({pc::rules::fieldError(u"/otherwise"_s, pc::rules::FieldFault::UnknownValue,
                                              u"tag, path or one."_s)});
    return PreparedWrite{
        [rule = *rule](const WriteCall &write, Tx &tx) { return giveRule(write, rule, tx); }};
}

AdminExpected<PreparedWrite> revisionApply(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    Parameters parameters(call.request);
    const std::optional<qint64> reviewed = parameters.number("revision_version");
    if (!parameters.ok())
        return parameters.error();
    return PreparedWrite{[act = std::move(*act), reviewed](const WriteCall &write, Tx &tx) {
        return applyRevision(write, act, reviewed, tx);
    }};
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
