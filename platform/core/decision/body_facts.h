// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

#include <QByteArray>

#include <optional>

namespace pc::platform {

/// What is told of the body of a call before anybody reads it. A default one: nothing is told.
struct BodyFacts
{
    enum class Told {
        Nothing, ///< by a gateway of an older configuration: only the type is known
        Length,
        NoLength, ///< the call says none: it has no body, or one that ends when it ends
        Held,     ///< likewise, and the gateway holds a body back when it is told that there is none
    };
    Told told = Told::Nothing;
    qint64 length = 0;      ///< bytes, of Told::Length
    QByteArray type;        ///< as the call says it, with its parameters; empty: none
    bool hasOneType = true; ///< false: it says several, and nobody knows which one the API goes by
};

/// As much as every shipped gateway lets through of a body whose length nobody says. A route that takes less
/// needs the length.
inline constexpr int gatewayBodyLimit = 1048576;

/// "Application/JSON; charset=utf-8" → "application/json" (RFC 9110, section 8.3.1).
[[nodiscard]] QByteArray mediaTypeOf(QByteArrayView field);

/// From the field in which a gateway tells the length of a body, X-Original-Length: digits, "held", or
/// anything else when the call says no length; nothing when there is no such field.
void readLength(BodyFacts &body, const std::optional<QByteArray> &field);

/// What is wrong with the body for this route: LengthRequired, BodyTooLarge or ContentTypeNotAllowed; Allowed
/// when nothing is. Of what says no length, only methods that are made for a body are taken to have one.
/// Types are compared without their parameters; "*/*", "*" and "image/*" of a route stand for what they say.
[[nodiscard]] DecisionReason judgeBody(const BodyFacts &body, const Route &route, QByteArrayView method);

/// Whether the call is judged as one without a body, which holds only if the gateway lets none through:
/// nothing of what it says speaks of one, and the route would bound it, or take some types only.
[[nodiscard]] bool isWithoutBody(const BodyFacts &body, const Route &route, QByteArrayView method);

} // namespace pc::platform
