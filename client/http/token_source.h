// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

#include <functional>

namespace pc::client {

/// Where the bearer token of a request comes from, and how a refused one is renewed.
class TokenSource
{
public:
    TokenSource() = default;
    virtual ~TokenSource();
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;

    /// The token in force, empty when there is none.
    [[nodiscard]] virtual const Secret &token() const = 0;
    /// Counts renewals: a request that was refused under an older number is simply repeated with the newer
    /// token.
    [[nodiscard]] virtual quint64 number() const = 0;
    /// Tries to get a new token once, shared by all who ask meanwhile; `done(true)` when token() changed. May
    /// call at once.
    virtual void renew(std::function<void(bool)> done) = 0;
};

} // namespace pc::client
