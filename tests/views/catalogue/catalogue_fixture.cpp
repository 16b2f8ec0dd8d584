// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/catalogue/catalogue_fixture.h"

#include "contract/api/roles.h"
#include "contract/codec/codecs.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "views/seams/catalogue_places.h"

#include <QFile>
#include <QJsonDocument>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::TransportResult;

namespace {

template <typename T>
TransportResult told(const T &value, int status = 200)
{
    return ScriptedTransport::response(status, QJsonDocument(toJson(value)).toJson());
}

template <typename T>
Page<T> whole(const QList<T> &items)
{
    Page<T> page;
    page.items = items;
    page.count = items.size();
    return page;
}

QDateTime at(int hour)
{
    return QDateTime({2025, 11, 21}, {hour, 4}, Qt::UTC);
}

Route route(int number, const QString &method, const QString &path, const QString &scope,
            const QString &title)
{
    Route made;
    made.id = u"rte_%1"_s.arg(number);
    made.apiId = u"api_1"_s;
    made.method = method;
    made.pathTemplate = path;
    made.scope = scope;
    made.title = title;
    return made;
}

RouteChange change(RouteChangeKind kind, const Route &of, qint64 calls)
{
    RouteChange made;
    made.kind = kind;
    made.routeId = of.id;
    made.method = of.method;
    made.pathTemplate = of.pathTemplate;
    made.title = of.title;
    made.calls30d = calls;
    if (kind == RouteChangeKind::Changed)
        made.changes = {{u"scope"_s, u"orders:read"_s, of.scope}};
    return made;
}

} // namespace

QList<Api> CatalogueFixture::someApis()
{
    Api orders = sampleApi();
    orders.name = u"Orders"_s;
    orders.host = u"orders.example"_s;
    orders.audience = u"https://orders.example"_s;
    orders.routes = 3;
    orders.scopes = 2;
    orders.createdAt = at(1).addDays(-90);
    orders.updatedAt = at(9).addDays(-3);
    Api maps = sampleApi(2);
    maps.name = u"Maps"_s;
    maps.host.clear();
    maps.audience.clear();
    maps.title.clear();
    maps.describedVersion.clear();
    maps.revisionId.clear();
    maps.routes = 0;
    maps.scopes = 0;
    maps.createdAt = maps.updatedAt = at(9);
    return {orders, maps};
}

CatalogueFixture::CatalogueFixture(Role role, const QList<Api> &list) : apis(list)
{
    routes = {route(1, u"GET"_s, u"/v1/orders"_s, u"orders:read"_s, u"Lists orders"_s),
              route(2, u"POST"_s, u"/v1/orders"_s, u"orders:write"_s, u"Places an order"_s),
              route(3, u"GET"_s, u"/v1/orders/{order_id}"_s, u"orders:read"_s, u"Reads one order"_s)};
    CatalogueRevision proposed = sampleRevision();
    proposed.createdAt = at(10);
    CatalogueRevision inForce = sampleRevision(2);
    inForce.id = u"rev_0"_s;
    inForce.state = RevisionState::InForce;
    inForce.describedVersion = u"1.4.0"_s;
    inForce.createdAt = at(9).addDays(-3);
    inForce.appliedAt = inForce.createdAt;
    inForce.appliedBy = u"ops-1"_s;
    CatalogueRevision former = sampleRevision(3);
    former.state = RevisionState::Replaced;
    former.describedVersion = u"1.3.0"_s;
    former.createdAt = at(9).addDays(-40);
    former.appliedAt = former.createdAt;
    former.appliedBy = u"ops-2"_s;
    revisions = {proposed, inForce, former};
    review.scopes = {{u"orders:read"_s, 9, false, {}},
                     {u"orders:write"_s, 4, false, {}},
                     {u"orders:cancel"_s, 1, true, {}}};
    BrokenPartner broken;
    broken.partnerId = pages.idOf(u"Cardinal Payroll"_s);
    broken.name = u"Cardinal Payroll"_s;
    broken.calls30d = 48213;
    broken.routes = {u"GET /v1/orders"_s};
    broken.missingScopes = {u"shop.orders:read"_s};
    broken.contact = u"tech@cardinal.example"_s;
    review.broken = {broken};
    review.brokenPartners = 1;
    changes = {change(RouteChangeKind::Gone, routes[1], 48213),
               change(RouteChangeKind::Changed, routes[0], 120),
               change(RouteChangeKind::New,
                      route(4, u"GET"_s, u"/v1/refunds"_s, u"orders:read"_s, u"Lists refunds"_s), 0)};
    const QDateTime now = pages.clock.now();
    use = sampleVersionUse(now);
    use.callers[0].partnerId = broken.partnerId;
    ApiVersion next = sampleVersion(now);
    next.id = u"ver_2"_s;
    next.pathPrefix = u"/v2"_s;
    next.deprecatedAt.reset();
    next.sunsetAt.reset();
    next.routes = 0;
    next.partners30d = 0;
    next.calls30d = 0;
    versions = {sampleVersion(now), next};
    pages.commands.addGroup(u"catalogue"_s, u"Catalogue"_s);
    pages.service->session.roles = {role};
    pages.service->session.permissions = permissionsOf({role});
    pages.connection->keeper().start();
    pages.service->first = [this](const SampleService::Asked &asked) { return answer(asked); };
    acts = new views::CatalogueActs(pages.context, model, &pages.window);
    settle();
}

CatalogueFixture::~CatalogueFixture()
{
    delete page; // before the model that it shows
    while (QWidget *child = pages.window.findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        delete child;
    delete acts;
}

void CatalogueFixture::open(const QString &apiId, const QString &tab)
{
    page = new views::CataloguePage(pages.context, {pages.catalogue, model, *acts});
    page->open(views::places::cataloguePage(apiId, tab));
    pages.show(page);
    settle();
}

void CatalogueFixture::tell(const QString &apiId)
{
    Q_EMIT pages.connection->feed().changed({ChangeKind::Catalogue, apiId, {}, {}});
    pages.clock.advance(std::chrono::milliseconds(150));
    settle();
}

QString CatalogueFixture::file(const QString &name, const QByteArray &bytes)
{
    QFile file(m_dir.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

std::optional<TransportResult> CatalogueFixture::answer(const SampleService::Asked &asked)
{
    if (first)
        if (auto own = first(asked))
            return own;
    if (asked.path == "/routes"_L1)
        return told(whole(routes));
    if (!asked.path.startsWith("/apis"_L1))
        return {};
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() == 1 && asked.method == "GET")
        return told(whole(apis));
    if (parts.size() == 1) {
        const auto draft = fromJson<ApiDraft>(asked.body);
        Api made = sampleApi(9);
        made.name = draft ? draft->name : QString();
        made.routes = 0;
        made.revisionId.clear();
        made.version = 1;
        apis.append(made);
        return told(made, 201);
    }
    if (parts.value(2) == "revisions"_L1)
        return answerRevision(asked, parts);
    if (parts.value(2) == "versions"_L1)
        return answerVersion(asked, parts);
    for (Api &api : apis) {
        if (api.id != parts.value(1))
            continue;
        if (asked.method == "PUT") {
            if (const auto draft = fromJson<ApiDraft>(asked.body))
                api.name = draft->name;
            ++api.version;
        }
        const Api was = api;
        if (parts.value(2) == "remove"_L1)
            apis.removeOne(was);
        return told(was);
    }
    return ScriptedTransport::problemResponse(404, u"not_found"_s);
}

TransportResult CatalogueFixture::answerVersion(const SampleService::Asked &asked, const QStringList &parts)
{
    const QString id = parts.value(3);
    const auto draft = fromJson<ApiVersionDraft>(asked.body);
    const auto take = [&draft](ApiVersion &version) {
        version.pathPrefix = draft->pathPrefix;
        version.deprecatedAt = draft->deprecatedAt;
        version.sunsetAt = draft->sunsetAt;
        ++version.version;
    };
    if (id.isEmpty() && asked.method == "GET")
        return told(whole(parts.value(1) == "api_1"_L1 ? versions : QList<ApiVersion>()));
    if (id.isEmpty()) {
        ApiVersion made;
        made.id = u"ver_9"_s;
        made.apiId = parts.value(1);
        made.createdAt = made.updatedAt = at(9);
        if (draft)
            take(made);
        versions.append(made);
        return told(made, 201);
    }
    for (ApiVersion &each : versions) {
        if (each.id != id)
            continue;
        if (parts.value(4) == "use"_L1) {
            VersionUse own = use;
            own.version = each;
            if (each.partners30d == 0)
                own.callers.clear();
            return told(own);
        }
        if (parts.value(4) == "end"_L1) {
            each.sunsetAt = pages.clock.now();
            ++each.version;
        } else if (draft) {
            take(each);
        }
        const ApiVersion was = each;
        if (parts.value(4) == "remove"_L1)
            versions.removeOne(was);
        return told(was);
    }
    return ScriptedTransport::problemResponse(404, u"not_found"_s);
}

TransportResult CatalogueFixture::answerRevision(const SampleService::Asked &asked, const QStringList &parts)
{
    const QString id = parts.value(3);
    if (id.isEmpty() && asked.method == "GET")
        return told(whole(parts.value(1) == "api_1"_L1 ? revisions : QList<CatalogueRevision>()));
    if (id.isEmpty()) {
        CatalogueRevision made = revisions.first();
        made.apiId = parts.value(1);
        return told(made, 201);
    }
    for (CatalogueRevision &each : revisions) {
        if (each.id != id)
            continue;
        if (parts.value(4) == "changes"_L1)
            return told(whole(changes));
        if (parts.value(4) == "rule"_L1) {
            if (const auto rule = fromJson<ScopeRule>(asked.body)) {
                each.rule = *rule;
                ++each.version;
                for (ScopeNeed &need : review.scopes)
                    need.scope = rule->prefix + need.scope.section(u'.', -1);
            }
            return told(each);
        }
        if (parts.value(4) == "remove"_L1) {
            const CatalogueRevision was = each;
            revisions.removeOne(was);
            return told(was);
        }
        if (parts.value(4) == "apply"_L1) {
            if (each.state == RevisionState::Proposed &&
                !asked.query.contains(std::pair(u"revision_version"_s, QString::number(each.version))))
                return ScriptedTransport::problemResponse(409, u"revision_changed"_s);
            Api &api = apis.first();
            api.revisionId = id;
            api.routes = each.counts.routes;
            ++api.version;
            return told(api);
        }
        RevisionReview own = review;
        own.revision = each;
        own.revision.apiId = parts.value(1);
        return told(own);
    }
    return ScriptedTransport::problemResponse(404, u"not_found"_s);
}

} // namespace pc::test
