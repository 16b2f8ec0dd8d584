// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/catalogue/route_catalogue.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/text_rule.h"
#include "contract/rules/version_life.h"

#include <algorithm>
#include <iterator>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int none = -1; // of nodes and routes

Route probeRoute()
{
    Route route;
    route.id = QString::fromUtf16(probeRouteId);
    route.method = u"GET"_s;
    route.pathTemplate = QString::fromUtf16(probePath);
    route.scope = QString::fromUtf16(probeScope);
    route.title = u"Revocation probe"_s;
    return route;
}

/// Null of a version without dates: there is nothing to tell.
std::shared_ptr<const VersionNotice> noticeOf(const ApiVersion &version)
{
    if (!version.deprecatedAt && !version.sunsetAt)
        return nullptr;
    QByteArrayList links;
    const auto add = [&links](const QString &page, const char *relation) {
        if (!page.isEmpty())
            links.append('<' + page.toLatin1() + ">; rel=\"" + relation + '"');
    };
    add(version.successorUrl, "successor-version");
    if (version.deprecatedAt)
        add(version.guideUrl, "deprecation");
    if (version.sunsetAt)
        add(version.guideUrl, "sunset");
    const QString page = version.guideUrl.isEmpty() ? version.successorUrl : version.guideUrl;
    return std::make_shared<const VersionNotice>(VersionNotice{links.join(", "), page, version.sentence});
}

} // namespace

std::shared_ptr<const RouteCatalogue> RouteCatalogue::compile(const QList<Api> &apis,
                                                              const QList<Route> &routes, QString *why,
                                                              const QList<ApiVersion> &versions)
{
    auto catalogue = std::make_shared<RouteCatalogue>();
    catalogue->m_versions = versions;
    for (const ApiVersion &each : versions) {
        if (auto notice = noticeOf(each))
            catalogue->m_notices.insert(each.id, std::move(notice));
    }
    catalogue->m_nodes.emplace_back();
    catalogue->m_compiled.push_back({probeRoute(), none, {}, {}});
    QHash<QString, qsizetype> numbers;
    for (const Api &api : apis) {
        if (!catalogue->place(api, why))
            return nullptr;
        numbers.insert(api.id, catalogue->m_apis.size());
        catalogue->m_apis.append(api);
    }
    catalogue->m_routes = routes;
    catalogue->m_compiled.reserve(static_cast<std::size_t>(routes.size()) + 1);
    for (const Route &route : routes) {
        const auto api = numbers.constFind(route.apiId);
        if (api == numbers.constEnd()) {
            *why = u"%1 %2 belongs to no API."_s.arg(route.method, route.pathTemplate);
            return nullptr;
        }
        if (!catalogue->insert(route, *api, why))
            return nullptr;
    }
    return catalogue;
}

bool RouteCatalogue::isReserved(QStringView method, QStringView path)
{
    return path == QStringView(probePath) && (method == u"GET" || method == u"HEAD");
}

std::shared_ptr<const RouteCatalogue> RouteCatalogue::empty()
{
    static const std::shared_ptr<const RouteCatalogue> only = [] {
        QString why;
        return compile({}, {}, &why);
    }();
    return only;
}

/// Among the APIs so far.
bool RouteCatalogue::place(const Api &api, QString *why)
{
    for (const Api &other : std::as_const(m_apis)) {
        if (other.host == api.host && pc::rules::basePathsMeet(other.basePath, api.basePath)) {
            *why = u"%1 and %2 have paths in common."_s.arg(other.name, api.name);
            return false;
        }
    }
    if (!api.host.isEmpty() && !m_hosts.contains(api.host)) {
        m_hosts.insert(api.host, static_cast<int>(m_nodes.size()));
        m_nodes.emplace_back();
    }
    return true;
}

bool RouteCatalogue::insert(const Route &route, qsizetype api, QString *why)
{
    if (!pc::rules::matchesWhole(u"[A-Z]{3,7}"_s, route.method)) {
        *why = u"\"%1\" is not a method."_s.arg(route.method);
        return false;
    }
    if (route.scope.isEmpty()) {
        *why = u"%1 needs a scope."_s.arg(route.id);
        return false;
    }
    const tl::expected<PathTemplate, QString> path = PathTemplate::parse(route.pathTemplate);
    if (!path) {
        *why = u"%1 is not a path template: %2."_s.arg(route.pathTemplate, path.error());
        return false;
    }
    const Api &owner = m_apis.at(api);
    if (!pc::rules::isBelow(owner.basePath, route.pathTemplate)) {
        *why =
            u"%1 is not below %2, the base path of %3."_s.arg(route.pathTemplate, owner.basePath, owner.name);
        return false;
    }
    if (isReserved(route.method, route.pathTemplate)) {
        *why = u"%1 is the platform's own, by which revocations are proven."_s.arg(route.pathTemplate);
        return false;
    }
    Compiled compiled{route, api, path->names()};
    const ApiVersion *version = pc::rules::versionOf(m_versions, route);
    const pc::rules::Ending ending = pc::rules::endingOf(route, version);
    compiled.route.deprecatedAt = ending.deprecatedAt;
    compiled.route.sunsetAt = ending.sunsetAt;
    if (version != nullptr)
        compiled.notice = m_notices.value(version->id);
    int node = m_hosts.value(owner.host, 0);
    for (const SegmentTemplate &segment : path->segments())
        node = branch(node, segment);
    auto &byMethod = m_nodes[static_cast<std::size_t>(node)].byMethod;
    if (byMethod.contains(route.method)) {
        *why = u"%1 %2 is there twice."_s.arg(route.method, route.pathTemplate);
        return false;
    }
    byMethod.insert(route.method, static_cast<int>(m_compiled.size()));
    m_compiled.push_back(std::move(compiled));
    return true;
}

/// The node behind `segment`, made when there is none yet.
int RouteCatalogue::branch(int from, const SegmentTemplate &segment)
{
    const auto next = static_cast<int>(m_nodes.size());
    Node &node = m_nodes[static_cast<std::size_t>(from)];
    if (segment.isLiteral()) {
        const auto found = node.literals.constFind(segment.shape());
        if (found != node.literals.constEnd())
            return *found;
        node.literals.insert(segment.shape(), next);
    } else if (segment.isWhole()) {
        if (node.parameter != none)
            return node.parameter;
        node.parameter = next;
    } else {
        const auto isCloser = [](const Pattern &a, const Pattern &b) {
            return a.segment.literalSize() != b.segment.literalSize()
                       ? a.segment.literalSize() > b.segment.literalSize()
                       : a.segment.shape() < b.segment.shape();
        };
        const Pattern made{segment, next};
        const auto place = std::lower_bound(node.patterns.begin(), node.patterns.end(), made, isCloser);
        if (place != node.patterns.end() && place->segment.shape() == segment.shape())
            return place->node;
        node.patterns.insert(place, made);
    }
    m_nodes.emplace_back(); // `node` is not valid any more
    return next;
}

int RouteCatalogue::find(int node, const QList<QStringView> &segments, qsizetype at, const QString &method,
                         std::vector<QString> &values) const
{
    const Node &here = m_nodes[static_cast<std::size_t>(node)];
    if (at == segments.size()) {
        const int found = here.byMethod.value(method, none);
        return found == none && method == u"HEAD"_s ? here.byMethod.value(u"GET"_s, none) : found;
    }
    const QString segment = segments[at].toString();
    const auto literal = here.literals.constFind(segment);
    if (literal != here.literals.constEnd()) {
        const int found = find(*literal, segments, at + 1, method, values);
        if (found != none)
            return found;
    }
    if (segment.isEmpty()) // behind a slash at the end
        return none;
    const std::size_t before = values.size();
    for (const Pattern &pattern : here.patterns) {
        auto own = pattern.segment.match(segment);
        if (!own)
            continue;
        values.insert(values.end(), std::make_move_iterator(own->begin()),
                      std::make_move_iterator(own->end()));
        const int found = find(pattern.node, segments, at + 1, method, values);
        if (found != none)
            return found;
        values.resize(before);
    }
    if (here.parameter == none)
        return none;
    values.push_back(segment);
    const int found = find(here.parameter, segments, at + 1, method, values);
    if (found == none)
        values.resize(before);
    return found;
}

const Api *RouteCatalogue::apiAt(const QString &host, const QString &path) const
{
    const QString own = m_hosts.contains(host) ? host : QString();
    const Api *found = nullptr;
    for (const Api &each : m_apis) {
        if (each.host != own || !pc::rules::isBelow(each.basePath, path))
            continue;
        if (found != nullptr)
            return nullptr;
        found = &each;
    }
    return found;
}

std::optional<RouteCatalogue::Match> RouteCatalogue::match(QStringView host, QStringView method,
                                                           QStringView path) const
{
    if (!path.startsWith(u'/'))
        return std::nullopt;
    if (isReserved(method, path))
        return Match{&m_compiled.front().route, nullptr, {}, {}};
    const QList<QStringView> segments = path.mid(1).split(u'/');
    if (segments.size() > PathTemplate::deepest)
        return std::nullopt;
    std::vector<QString> values;
    const int root = m_hosts.isEmpty() || host.isEmpty() ? 0 : m_hosts.value(host.toString(), 0);
    const int found = find(root, segments, 0, method.toString(), values);
    if (found == none)
        return std::nullopt;
    const Compiled &compiled = m_compiled[static_cast<std::size_t>(found)];
    Match match{&compiled.route, &m_apis.at(compiled.api), compiled.notice, {}};
    for (std::size_t i = 0; i < values.size(); ++i)
        match.parameters.emplace_back(compiled.parameterNames[static_cast<qsizetype>(i)], values[i]);
    return match;
}

} // namespace pc::platform
