// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"

#include <QByteArray>

namespace pc::platform {

/// A token that was revoked by itself (RFC 7009), kept until it would have expired anyway.
struct DeniedToken
{
    QByteArray jti;
    Instant expiresAt{};
    bool operator==(const DeniedToken &) const = default;
};

} // namespace pc::platform
