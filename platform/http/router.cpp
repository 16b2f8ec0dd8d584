// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/router.h"

#include "platform/http/request_target.h"
#include "platform/uri/canonical_path.h"
#include "platform/uri/path_segments.h"

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

using Segments = std::vector<QByteArrayView>;

/// Of `path`, without its leading slash; they live as long as it does.
Segments splitPath(QByteArrayView path)
{
    Segments segments;
    forEachSegment(path, [&segments](QByteArrayView segment, bool) {
        segments.push_back(segment);
        return true;
    });
    return segments;
}

bool segmentsMatch(const Router::Route &route, const Segments &path)
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

/// The methods that the resource of this path has.
std::set<QByteArray> methodsOf(const std::vector<Router::Route> &routes, const Segments &path)
{
    std::set<QByteArray> names;
    for (const Router::Route &route : routes) {
        if (!segmentsMatch(route, path))
            continue;
        names.insert(methodName(route.method));
        if (route.method == HttpMethod::Get)
            names.insert("HEAD");
    }
    return names;
}

HttpResponse methodNotAllowed(const HttpRequest &request, const std::set<QByteArray> &allowed)
{
    HttpResponse response = problemResponse(
        request, ProblemCode::MethodNotAllowed, u"Method not allowed"_s,
        u"This resource does not have the method %1."_s.arg(QString::fromLatin1(methodName(request.method))));
    QByteArrayList names(allowed.begin(), allowed.end());
    response.headers.set("Allow", names.join(", "));
    return response;
}

/// RFC 9110 section 9.3.7: asked of the server as a whole.
HttpResponse serverOptions()
{
    HttpResponse response = emptyResponse(204);
    response.headers.set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    return response;
}

/// Whether a path, raw or decoded, is `prefix` or lies below it.
bool isBelow(QByteArrayView path, QByteArrayView prefix)
{
    return path.startsWith(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
}

} // namespace

RouteOptions Router::defaultOptions(HttpMethod method)
{
    RouteOptions options;
    if (method == HttpMethod::Post || method == HttpMethod::Put || method == HttpMethod::Patch)
        options.body = BodyKind::Json;
    return options;
}

void Router::add(HttpMethod method, const QByteArray &pathTemplate, Handler handler)
{
    add(method, pathTemplate, std::move(handler), defaultOptions(method));
}

void Router::add(HttpMethod method, const QByteArray &pathTemplate, Handler handler, RouteOptions options)
{
    Route route{method, pathTemplate, {}, options, std::move(handler)};
    for (const QByteArrayView segment : splitPath(pathTemplate))
        route.segments.push_back(segment.toByteArray());
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

void Router::refuseWith(const QByteArray &prefix, RefusalWriter writer)
{
    m_writers.emplace_back(prefix, std::move(writer));
}

HttpResponse Router::refusal(const HttpRequest &request, HttpResponse refusal) const
{
    const std::optional<RequestTarget> target = parseRequestTarget(request.rawTarget);
    if (!target || refusal.status < 400)
        return refusal;
    const QByteArray decoded = request.path.toUtf8();
    for (const auto &[prefix, writer] : m_writers) {
        if (isBelow(target->path, prefix) || isBelow(decoded, prefix))
            return writer(request, std::move(refusal));
    }
    return refusal;
}

/// Splits the target; an answer when it is none that names a resource.
std::optional<HttpResponse> Router::readTarget(HttpRequest &request) const
{
    if (request.rawMethod == "CONNECT")
        return problemResponse(request, ProblemCode::MethodUnknown, u"There is no tunnel here"_s);
    std::optional<RequestTarget> target = parseRequestTarget(request.rawTarget);
    if (!target)
        return problemResponse(request, ProblemCode::TargetMalformed, u"The request target is malformed"_s);
    if (target->form == RequestTarget::Form::Asterisk && request.method == HttpMethod::Options)
        return serverOptions();
    if (target->form == RequestTarget::Form::Absolute)
        request.headers.set("Host", target->authority);
    request.rawPath = std::move(target->path);
    request.rawQuery = std::move(target->query);
    return std::nullopt;
}

/// The longest prefix route that takes raw paths, for a path that has no single reading.
const Router::Route *Router::ownerOf(const HttpRequest &request) const
{
    const Route *owner = nullptr;
    for (const Route &route : m_routes) {
        const bool takes = route.options.prefix && route.options.ownTarget &&
                           methodMatches(route, request.method) &&
                           isBelow(request.rawPath, route.pathTemplate);
        if (takes && (owner == nullptr || isMoreSpecific(route, *owner)))
            owner = &route;
    }
    return owner;
}

std::variant<const Router::Route *, HttpResponse> Router::resolve(HttpRequest &request) const
{
    if (std::optional<HttpResponse> answer = readTarget(request))
        return std::move(*answer);
    const std::optional<QString> path = canonicalPath(request.rawPath);
    if (!path) {
        if (const Route *owner = ownerOf(request)) {
            request.route = owner->pathTemplate;
            return owner;
        }
        return problemResponse(request, ProblemCode::PathNotCanonical, u"The path is not canonical"_s,
                               u"Dot segments, empty segments, path parameters, encoded separators and "
                               "invalid escapes are refused."_s);
    }
    request.path = *path;

    const QByteArray text = request.path.toUtf8();
    const Segments segments = splitPath(text);
    const Route *best = nullptr;
    for (const Route &route : m_routes) {
        if (methodMatches(route, request.method) && segmentsMatch(route, segments) &&
            (best == nullptr || isMoreSpecific(route, *best)))
            best = &route;
    }
    if (best == nullptr) {
        const std::set<QByteArray> allowed = methodsOf(m_routes, segments);
        if (allowed.empty())
            return problemResponse(request, ProblemCode::RouteUnknown, u"There is no such resource"_s);
        // Methods nobody knows too: 405 with Allow helps more than 501, and both are right (RFC 9110, 9.1
        // and 15.5.6).
        return methodNotAllowed(request, allowed);
    }

    request.route = best->pathTemplate;
    if (!best->options.ownTarget) {
        std::optional<QueryItems> query = QueryItems::parse(request.rawQuery);
        if (!query)
            return problemResponse(request, ProblemCode::QueryMalformed, u"The query string is malformed"_s);
        request.query = std::move(*query);
    }
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
    noticed(request);
    std::variant<const Route *, HttpResponse> found = resolve(request);
    if (auto *refusal = std::get_if<HttpResponse>(&found)) {
        responder(this->refusal(request, std::move(*refusal)));
        return;
    }
    const Route *route = std::get<const Route *>(found);
    if (route->options.admit) {
        if (Admission admission = route->options.admit(request); admission.refusal) {
            responder(std::move(*admission.refusal));
            return;
        }
    }
    route->handler(request, responder);
}

} // namespace pc::platform
