// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_request.h"

#include "contract/codec/repeated_member.h"
#include "contract/rules/body_check.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

QString sentenceOf(const DecodeError &fault)
{
    const QString where = fault.pointer.isEmpty() ? u"the body"_s : fault.pointer;
    return (fault.fault == DecodeFault::Missing ? u"%1 is missing: expected %2"_s : u"%1: expected %2"_s)
        .arg(where, fault.expected);
}

Decoded<QJsonObject> localBody(const HttpRequest &request)
{
    Decoded<QJsonObject> body = parseBody(request.body);
    if (const auto pointer = body ? pc::rules::firstNotText(*body) : std::nullopt)
        return tl::make_unexpected(DecodeError{*pointer, u"a text that can be read"_s});
    return body;
}

void refuseLocally(const HttpRequest &request, const Responder &respond, const QString &why)
{
    respond(toHttp(request, refuseLocally(LocalRefusal::Refused, why)));
}

void refuseLocally(const HttpRequest &request, const Responder &respond, const DecodeError &fault)
{
    refuseLocally(request, respond, sentenceOf(fault));
}

void failLocally(const HttpRequest &request, const Responder &respond, const StoreError &error)
{
    respond(toHttp(request, tl::make_unexpected(storeProblem(error))));
}

} // namespace pc::platform
