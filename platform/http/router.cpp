// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/router.h"

#include "platform/http/canonical_path.h"

#include <QByteArrayList>

#include <algorithm>
#include <set>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

bool isParameter(const QByteArray &segment)
{
    return segment.size() > 2 && segment.startsWith('{') && segment.endsWith('}');
}

std::vector<QByteArray> splitPath(const QByteArray &path)
{
    const QList<QByteArray> parts = path.mid(1).split('/');
    return {parts.begin(), parts.end()};
}

RouteOptions defaultOptions(HttpMethod method)
{
    RouteOptions options;
    if (method == HttpMethod::Post || method == HttpMethod::Put || method == HttpMethod::Patch)
        options.body = BodyKind::Json;
    return options;
}

bool segmentsMatch(const Router::Route &route, const std::vector<QByteArray> &path)
{
    const std::size_t wanted = route.segments.size();
    if (route.options.prefix ? path.size() < wanted : path.size() != wanted)
        return false;
    for (std::size_t i = 0; i < wanted; ++i) {
        const bool matches =
            isParameter(route.segments[i]) ? !path[i].isEmpty() : route.segments[i] == path[i];
        if (!matches)
            return false;
    }
    return true;
}

/// Whether `a` is the better of two templates that both match: exact before prefix, longer prefix before
/// shorter, then the first difference decides, where a literal beats a parameter.
bool isMoreSpecific(const Router::Route &a, const Router::Route &b)
{
    if (a.options.prefix != b.options.prefix)
        return !a.options.prefix;
    if (a.segments.size() != b.segments.size())
        return a.segments.size() > b.segments.size();
    for (std::size_t i = 0; i < a.segments.size(); ++i) {
        if (isParameter(a.segments[i]) != isParameter(b.segments[i]))
            return !isParameter(a.segments[i]);
    }
    return false;
}

bool methodMatches(const Router::Route &route, HttpMethod method)
{
    return route.options.anyMethod || route.method == method ||
           (method == HttpMethod::Head && route.method == HttpMethod::Get);
}

HttpResponse methodNotAllowed(const HttpRequest &request, const std::set<QByteArray> &allowed)
{
    HttpResponse response = problemResponse(
        request, 405, "method_not_allowed", u"Method not allowed"_s,
        u"This resource does not have the method %1."_s.arg(QString::fromLatin1(methodName(request.method))));
    QByteArrayList names(allowed.begin(), allowed.end());
    response.headers.set("Allow", names.join(", "));
    return response;
}

} // namespace

void Router::add(HttpMethod method, const QByteArray &pathTemplate, Handler handler)
{
    add(method, pathTemplate, std::move(handler), defaultOptions(method));
}

void Router::add(HttpMethod method, const QByteArray &pathTemplate, Handler handler, RouteOptions options)
{
    Route route{method, pathTemplate, splitPath(pathTemplate), options, std::move(handler)};
    QByteArray plain = pathTemplate;
    plain.replace('{', QByteArray()).replace('}', QByteArray());
    if (!canonicalPath(plain) || !route.handler)
        qFatal("router: the template %s is not usable", pathTemplate.constData());
    for (const Route &other : m_routes) {
        const bool sameMethod = other.method == method || (other.options.anyMethod && options.anyMethod);
        if (sameMethod && other.pathTemplate == pathTemplate && other.options.prefix == options.prefix)
            qFatal("router: %s %s is given twice", methodName(method).constData(), pathTemplate.constData());
    }
    m_routes.push_back(std::move(route));
}

std::variant<const Router::Route *, HttpResponse> Router::resolve(HttpRequest &request) const
{
    const qsizetype mark = request.rawTarget.indexOf('?');
    request.rawPath = mark < 0 ? request.rawTarget : request.rawTarget.first(mark);
    request.rawQuery = mark < 0 ? QByteArray() : request.rawTarget.mid(mark + 1);

    const std::optional<QString> path = canonicalPath(request.rawPath);
    if (!path) {
        return problemResponse(
            request, 400, "path_not_canonical", u"The path is not canonical"_s,
            u"Dot segments, empty segments, encoded separators and invalid escapes are refused."_s);
    }
    request.path = *path;
    std::optional<QueryItems> query = QueryItems::parse(request.rawQuery);
    if (!query)
        return problemResponse(request, 400, "query_malformed", u"The query string is malformed"_s);
    request.query = std::move(*query);

    const std::vector<QByteArray> segments = splitPath(request.path.toUtf8());
    const Route *best = nullptr;
    std::set<QByteArray> allowed;
    for (const Route &route : m_routes) {
        if (!segmentsMatch(route, segments))
            continue;
        allowed.insert(methodName(route.method));
        if (route.method == HttpMethod::Get)
            allowed.insert("HEAD");
        if (methodMatches(route, request.method) && (best == nullptr || isMoreSpecific(route, *best)))
            best = &route;
    }
    if (best == nullptr) {
        if (allowed.empty())
            return problemResponse(request, 404, "route_unknown", u"There is no such resource"_s);
        // Methods nobody knows too: 405 with Allow helps more than 501, and both are right (RFC 9110, 9.1
        // and 15.5.6).
        return methodNotAllowed(request, allowed);
    }

    request.route = best->pathTemplate;
    request.pathParameters.clear();
    for (std::size_t i = 0; i < best->segments.size(); ++i) {
        const QByteArray &segment = best->segments[i];
        if (isParameter(segment))
            request.pathParameters.emplace_back(segment.mid(1, segment.size() - 2),
                                                QString::fromUtf8(segments[i]));
    }
    if (best->options.prefix) {
        request.prefixRemainder.clear();
        for (std::size_t i = best->segments.size(); i < segments.size(); ++i)
            request.prefixRemainder += u'/' + QString::fromUtf8(segments[i]);
    }
    return best;
}

void Router::dispatch(HttpRequest request, const Responder &responder) const
{
    std::variant<const Route *, HttpResponse> found = resolve(request);
    if (auto *refusal = std::get_if<HttpResponse>(&found)) {
        responder(std::move(*refusal));
        return;
    }
    std::get<const Route *>(found)->handler(request, responder);
}

} // namespace pc::platform
