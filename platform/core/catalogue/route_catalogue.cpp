// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/catalogue/route_catalogue.h"

#include "contract/rules/text_rule.h"

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

bool isParameter(const QString &segment)
{
    return pc::rules::matchesWhole(u"\\{[A-Za-z_][A-Za-z0-9_]*\\}"_s, segment);
}

bool isLiteral(const QString &segment)
{
    // What canonicalPath() lets through, without braces: a template is compared with decoded segments.
    return pc::rules::matchesWhole(u"[^/{}%\\\\\\x00-\\x1f\\x7f]+"_s, segment) && segment != u"."_s &&
           segment != u".."_s;
}

} // namespace

std::shared_ptr<const RouteCatalogue> RouteCatalogue::compile(const QList<Route> &routes, QString *why)
{
    auto catalogue = std::make_shared<RouteCatalogue>();
    catalogue->m_routes = routes;
    catalogue->m_nodes.emplace_back();
    if (!catalogue->insert(probeRoute(), why))
        return nullptr;
    for (const Route &route : routes) {
        if (!catalogue->insert(route, why))
            return nullptr;
    }
    return catalogue;
}

std::shared_ptr<const RouteCatalogue> RouteCatalogue::empty()
{
    static const std::shared_ptr<const RouteCatalogue> only = [] {
        QString why;
        return compile({}, &why);
    }();
    return only;
}

bool RouteCatalogue::insert(const Route &route, QString *why)
{
    if (!pc::rules::matchesWhole(u"[A-Z]{3,7}"_s, route.method)) {
        *why = u"\"%1\" is not a method."_s.arg(route.method);
        return false;
    }
    if (!route.pathTemplate.startsWith(u'/') || route.scope.isEmpty()) {
        *why = u"%1 needs a path that starts with / and a scope."_s.arg(route.id);
        return false;
    }
    Compiled compiled{route, {}};
    int node = 0;
    const QStringList segments = route.pathTemplate.mid(1).split(u'/');
    for (const QString &segment : segments) {
        if (isParameter(segment)) {
            const QString name = segment.mid(1, segment.size() - 2);
            if (compiled.parameterNames.contains(name)) {
                *why = u"%1 names the parameter %2 twice."_s.arg(route.pathTemplate, name);
                return false;
            }
            compiled.parameterNames.append(name);
            if (m_nodes[static_cast<std::size_t>(node)].parameter == none) {
                m_nodes[static_cast<std::size_t>(node)].parameter = static_cast<int>(m_nodes.size());
                m_nodes.emplace_back();
            }
            node = m_nodes[static_cast<std::size_t>(node)].parameter;
        } else if (isLiteral(segment)) {
            int next = m_nodes[static_cast<std::size_t>(node)].literals.value(segment, none);
            if (next == none) {
                next = static_cast<int>(m_nodes.size());
                m_nodes[static_cast<std::size_t>(node)].literals.insert(segment, next);
                m_nodes.emplace_back();
            }
            node = next;
        } else {
            *why = u"%1 is not a path template."_s.arg(route.pathTemplate);
            return false;
        }
    }
    auto &byMethod = m_nodes[static_cast<std::size_t>(node)].byMethod;
    if (byMethod.contains(route.method)) {
        *why = u"%1 %2 is there twice."_s.arg(route.method, route.pathTemplate);
        return false;
    }
    byMethod.insert(route.method, static_cast<int>(m_compiled.size()));
    m_compiled.push_back(std::move(compiled));
    return true;
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
    if (segment.isEmpty())
        return none;
    const auto literal = here.literals.constFind(segment);
    if (literal != here.literals.constEnd()) {
        const int found = find(*literal, segments, at + 1, method, values);
        if (found != none)
            return found;
    }
    if (here.parameter == none)
        return none;
    values.push_back(segment);
    const int found = find(here.parameter, segments, at + 1, method, values);
    if (found == none)
        values.pop_back();
    return found;
}

std::optional<RouteCatalogue::Match> RouteCatalogue::match(QStringView method, QStringView path) const
{
    constexpr qsizetype deepest = 64; // segments; bounds the steps back
    if (!path.startsWith(u'/'))
        return std::nullopt;
    const QList<QStringView> segments = path.mid(1).split(u'/');
    if (segments.size() > deepest)
        return std::nullopt;
    std::vector<QString> values;
    const int found = find(0, segments, 0, method.toString(), values);
    if (found == none)
        return std::nullopt;
    const Compiled &compiled = m_compiled[static_cast<std::size_t>(found)];
    Match match{&compiled.route, {}};
    for (std::size_t i = 0; i < values.size(); ++i)
        match.parameters.emplace_back(compiled.parameterNames[static_cast<qsizetype>(i)], values[i]);
    return match;
}

} // namespace pc::platform
