// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_check.h"

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct MediaType
{
    QByteArray type; ///< lower case, e.g. "application/json"
    QByteArray charset;
};

MediaType parseMediaType(const QByteArray &value)
{
    const QByteArray lower = value.toLower();
    MediaType media;
    const qsizetype semicolon = lower.indexOf(';');
    media.type = (semicolon < 0 ? lower : lower.first(semicolon)).trimmed();
    const qsizetype charset = lower.indexOf("charset=");
    if (charset >= 0) {
        QByteArray rest = lower.mid(charset + 8);
        const qsizetype end = rest.indexOf(';');
        rest = (end < 0 ? rest : rest.first(end)).trimmed();
        if (rest.size() >= 2 && rest.startsWith('"') && rest.endsWith('"'))
            rest = rest.mid(1, rest.size() - 2);
        media.charset = rest;
    }
    return media;
}

bool typeFits(BodyKind kind, const MediaType &media)
{
    const bool utf8 = media.charset.isEmpty() || media.charset == "utf-8" || media.charset == "utf8";
    switch (kind) {
    case BodyKind::Json:
        return utf8 && (media.type == "application/json" || media.type == "application/merge-patch+json");
    case BodyKind::Form:
        return utf8 && media.type == "application/x-www-form-urlencoded";
    case BodyKind::Any:
    case BodyKind::Ignored:
        return true;
    case BodyKind::None:
        break;
    }
    return false;
}

QByteArray wantedType(BodyKind kind)
{
    switch (kind) {
    case BodyKind::Json:
        return "application/json";
    case BodyKind::Form:
        return "application/x-www-form-urlencoded";
    case BodyKind::None:
    case BodyKind::Any:
    case BodyKind::Ignored:
        break;
    }
    return "*/*";
}

} // namespace

std::optional<HttpResponse> checkFraming(const HttpRequest &request, const BodyFraming &framing)
{
    const int hosts = request.headers.count("Host");
    if (hosts > 1 || (framing.http11 && hosts == 0))
        return problemResponse(request, ProblemCode::HostMissing, u"Exactly one Host header is needed"_s);
    const int codings = request.headers.count("Transfer-Encoding");
    if (codings > 0 && (!framing.http11 || codings > 1 || !framing.chunked ||
                        !asciiEqualsIgnoringCase(request.headers.value("Transfer-Encoding"), "chunked"))) {
        return problemResponse(request, ProblemCode::TransferCodingUnknown,
                               u"Only the chunked transfer coding is known here"_s);
    }
    if (request.headers.contains("Expect") &&
        !asciiEqualsIgnoringCase(request.headers.value("Expect"), "100-continue")) {
        return problemResponse(request, ProblemCode::ExpectationUnknown, u"This expectation cannot be met"_s);
    }
    return std::nullopt;
}

std::optional<HttpResponse> checkBody(const HttpRequest &request, const BodyFraming &framing,
                                      const RouteOptions &options)
{
    if (!framing.hasBody())
        return std::nullopt;
    if (options.body == BodyKind::None)
        return problemResponse(request, ProblemCode::BodyUnexpected, u"This operation takes no body"_s);
    if (framing.contentLength && std::cmp_greater(*framing.contentLength, options.bodyLimit))
        return tooLarge(request, options.bodyLimit);
    if (options.body == BodyKind::Ignored || options.body == BodyKind::Any)
        return std::nullopt;
    const bool coded = request.headers.contains("Content-Encoding") &&
                       !asciiEqualsIgnoringCase(request.headers.value("Content-Encoding"), "identity");
    const bool fits = request.headers.count("Content-Type") == 1 &&
                      typeFits(options.body, parseMediaType(request.headers.value("Content-Type")));
    if (coded || !fits) {
        const QByteArray wanted = wantedType(options.body);
        HttpResponse response = problemResponse(
            request, ProblemCode::ContentTypeUnsupported, u"The body has another type than wanted"_s,
            u"Send it as %1, without a content coding."_s.arg(QString::fromLatin1(wanted)));
        response.headers.set("Accept", wanted);
        return response;
    }
    return std::nullopt;
}

HttpResponse tooLarge(const HttpRequest &request, std::int64_t limit)
{
    return problemResponse(request, ProblemCode::BodyTooLarge, u"The body is too large"_s,
                           u"At most %1 bytes are taken here."_s.arg(limit));
}

bool expectsContinue(const HttpRequest &request, const BodyFraming &framing)
{
    return framing.http11 && framing.hasBody() && request.headers.contains("Expect");
}

} // namespace pc::platform
