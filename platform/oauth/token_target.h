// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/policy.h"

#include <tl/expected.hpp>

namespace pc::platform {

/// What a client asks a token for (RFC 6749 section 3.3, RFC 8707 section 2).
struct TokenWish
{
    std::optional<QStringList> scopes; ///< nothing: all that it may have
    std::optional<QString> resource;   ///< an audience
};

/// For which API, and with which of its scopes.
struct TokenTarget
{
    QString audience; ///< as Api::audience
    QStringList scopes;
};

enum class NoTarget { Scope, Resource };

/// A token is for one API. That of `resource`; else the one whose scopes are asked for; else, of those that
/// the client holds scopes of, the one that has been there longest: so an API that is granted later never
/// changes what a running client gets. `held`: all scopes that the client may have now. Scopes are granted as
/// a whole or not at all. `ownAudience`: what `resource` is of the API without an audience of its own. Pure.
[[nodiscard]] tl::expected<TokenTarget, NoTarget> targetOf(const Policy &policy, const QStringList &held,
                                                           const TokenWish &wish, const QString &ownAudience);

} // namespace pc::platform
