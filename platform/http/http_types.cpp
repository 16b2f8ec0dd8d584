// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/http_types.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct MethodName
{
    HttpMethod method;
    const char *name;
};

constexpr std::array<MethodName, 7> methods{{{HttpMethod::Get, "GET"},
                                             {HttpMethod::Head, "HEAD"},
                                             {HttpMethod::Post, "POST"},
                                             {HttpMethod::Put, "PUT"},
                                             {HttpMethod::Patch, "PATCH"},
                                             {HttpMethod::Delete, "DELETE"},
                                             {HttpMethod::Options, "OPTIONS"}}};

} // namespace

QByteArray methodName(HttpMethod method)
{
    for (const MethodName &entry : methods) {
        if (entry.method == method)
            return entry.name;
    }
    return "OTHER";
}

HttpMethod methodFromName(QByteArrayView name)
{
    for (const MethodName &entry : methods) {
        if (name == QByteArrayView(entry.name))
            return entry.method;
    }
    return HttpMethod::Other;
}

QString HttpRequest::pathParameter(QByteArrayView name) const
{
    for (const auto &parameter : pathParameters) {
        if (parameter.first == name)
            return parameter.second;
    }
    return {};
}

HttpResponse jsonResponse(QByteArray json, int status)
{
    HttpResponse response;
    response.status = status;
    response.headers.set("Content-Type", "application/json");
    response.body = std::move(json);
    return response;
}

HttpResponse textResponse(QByteArray text, int status)
{
    HttpResponse response;
    response.status = status;
    response.headers.set("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(text);
    return response;
}

HttpResponse emptyResponse(int status)
{
    HttpResponse response;
    response.status = status;
    return response;
}

HttpResponse problemResponse(const HttpRequest &request, ProblemCode code, const QString &title,
                             const QString &detail)
{
    return problemResponse(request, statusOf(code), toText(code).toLatin1(), title, detail);
}

HttpResponse problemResponse(const HttpRequest &request, int status, const QByteArray &code,
                             const QString &title, const QString &detail)
{
    QJsonObject problem{{u"type"_s, u"about:blank"_s},
                        {u"title"_s, title},
                        {u"status"_s, status},
                        {u"code"_s, QString::fromUtf8(code)},
                        {u"request_id"_s, QString::fromUtf8(request.requestId)}};
    if (!detail.isEmpty())
        problem.insert(u"detail"_s, detail);
    HttpResponse response = jsonResponse(QJsonDocument(problem).toJson(QJsonDocument::Compact), status);
    response.headers.set("Content-Type", "application/problem+json");
    return response;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 423:
        return "Locked";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return {};
    }
}

} // namespace pc::platform
