// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/body_facts.h"

#include <algorithm>

namespace pc::platform {

namespace {

constexpr qsizetype longestLength = 15; ///< digits: no overflow, and more than anybody sends

bool isMadeForBodies(QByteArrayView method)
{
    return method == QByteArrayView("POST") || method == QByteArrayView("PUT") ||
           method == QByteArrayView("PATCH");
}

bool takes(const QString &allowed, const QByteArray &type)
{
    const QByteArray pattern = mediaTypeOf(allowed.toUtf8());
    if (pattern == "*/*" || pattern == "*")
        return !type.isEmpty();
    return pattern.endsWith("/*") ? type.startsWith(QByteArrayView(pattern).chopped(1)) : type == pattern;
}

bool takesType(const Route &route, const BodyFacts &body)
{
    if (route.contentTypes.isEmpty())
        return true;
    const QByteArray type = mediaTypeOf(body.type);
    return body.hasOneType && std::any_of(route.contentTypes.begin(), route.contentTypes.end(),
                                          [&type](const QString &allowed) { return takes(allowed, type); });
}

} // namespace

QByteArray mediaTypeOf(QByteArrayView field)
{
    const qsizetype end = field.indexOf(';');
    return field.first(end < 0 ? field.size() : end).trimmed().toByteArray().toLower();
}

void readLength(BodyFacts &body, const std::optional<QByteArray> &field)
{
    if (!field)
        return;
    const bool isLength =
        !field->isEmpty() && field->size() <= longestLength &&
        std::all_of(field->begin(), field->end(), [](char c) { return c >= '0' && c <= '9'; });
    body.told = isLength           ? BodyFacts::Told::Length
                : *field == "held" ? BodyFacts::Told::Held
                                   : BodyFacts::Told::NoLength;
    body.length = isLength ? field->toLongLong() : 0;
}

DecisionReason judgeBody(const BodyFacts &body, const Route &route, QByteArrayView method)
{
    switch (body.told) {
    case BodyFacts::Told::Length:
        if (body.length > route.bodyLimit)
            return DecisionReason::BodyTooLarge;
        if (body.length == 0)
            return DecisionReason::Allowed;
        break;
    case BodyFacts::Told::NoLength:
    case BodyFacts::Told::Held:
        if (!isMadeForBodies(method) || isWithoutBody(body, route, method))
            return DecisionReason::Allowed;
        if (route.bodyLimit < gatewayBodyLimit)
            return DecisionReason::LengthRequired;
        break;
    case BodyFacts::Told::Nothing:
        if (body.type.isEmpty())
            return DecisionReason::Allowed;
        break;
    }
    return takesType(route, body) ? DecisionReason::Allowed : DecisionReason::ContentTypeNotAllowed;
}

bool isWithoutBody(const BodyFacts &body, const Route &route, QByteArrayView method)
{
    return body.told == BodyFacts::Told::Held && isMadeForBodies(method) && body.type.isEmpty() &&
           body.hasOneType && (route.bodyLimit < gatewayBodyLimit || !route.contentTypes.isEmpty());
}

} // namespace pc::platform
