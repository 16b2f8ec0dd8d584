// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_types.h"
#include "platform/local/local_messages.h"
#include "platform/local/local_refusal.h"

namespace pc::platform {

/// What is wrong with a body, as a sentence without its full stop.
[[nodiscard]] QString sentenceOf(const DecodeError &fault);

/// The body as an object: of Unicode text, with each member once.
[[nodiscard]] Decoded<QJsonObject> localBody(const HttpRequest &request);

template <typename Message>
[[nodiscard]] Decoded<Message> localMessage(const HttpRequest &request)
{
    return localBody(request).and_then(
        [](const QJsonObject &body) { return messageFromJson<Message>(body); });
}

/// Answers with 422 "refused".
void refuseLocally(const HttpRequest &request, const Responder &respond, const QString &why);
void refuseLocally(const HttpRequest &request, const Responder &respond, const DecodeError &fault);
/// Answers as the Admin API does when the store fails.
void failLocally(const HttpRequest &request, const Responder &respond, const StoreError &error);

} // namespace pc::platform
