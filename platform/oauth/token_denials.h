// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/policy.h"

#include <functional>

namespace pc::platform {

/// Where a token revocation (RFC 7009) becomes lasting. The store's implementation denies at once, on the
/// caller's thread, then writes and waits for decisions in flight elsewhere, then calls `done`: the caller is
/// a server thread and never waits.
class TokenDenials
{
public:
    struct Request
    {
        DeniedToken token;
        QString partnerId;
        QString credentialId;
        int generation = 0;
        QString requestId;
        QString source;
    };

    virtual ~TokenDenials() = default;
    /// `done(durable)`: false when the token is refused from now on but the store could not take the denial.
    /// Called exactly once, from any thread.
    virtual void deny(const Request &request, std::function<void(bool durable)> done) = 0;
    /// False for a token that was denied and whose denial nothing has taken that outlives this process.
    [[nodiscard]] virtual bool isLasting(const QByteArray &jti) const = 0;
};

} // namespace pc::platform
