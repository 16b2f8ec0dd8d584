// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/limits/failure_limiter.h"
#include "platform/core/policy/policy.h"
#include "platform/core/secrets/pepper_ring.h"
#include "platform/http/http_types.h"
#include "platform/oauth/form_body.h"
#include "platform/oauth/oauth_refusal.h"

#include <tl/expected.hpp>

namespace pc::platform {

/// An authenticated OAuth client: a credential of a kind that asks for tokens with a secret, and the
/// generation its secret belongs to.
struct AuthenticatedClient
{
    Policy::CredentialPtr credential;
    GenerationRule generation;
    QByteArray clientId16 = {}; ///< of the LegacyClientId that it called itself by; empty: by its own
};

/// RFC 6749 section 2.3.1: client_secret_basic (id and secret form-encoded before Base64) or
/// client_secret_post, and exactly one of them; the same client_id in the body beside Basic is one method.
/// A client id of another system leads to a partner, and which of its clients this is says the secret
/// (docs/adr/0188); many clients send such ones as they are instead of encoded, and are taken by them when
/// nobody has the id that they would be decoded. Unknown, wrong and disabled clients get the same answer
/// after the same work. Repeated failures block source and id together. Stateless but for `failures`;
/// thread-safe.
class ClientAuthentication
{
public:
    ClientAuthentication(const PepperRing &peppers, FailureLimiter &failures, QByteArray brand);

    [[nodiscard]] tl::expected<AuthenticatedClient, OAuthRefusal>
    authenticate(const HttpRequest &request, const FormBody &body, const Policy &policy, Moment now) const;

private:
    struct Presented
    {
        QByteArray clientId;
        QByteArray sentId; ///< as it stood in Basic, when that was another text
        Secret secret;
    };
    [[nodiscard]] static tl::expected<Presented, OAuthRefusal> read(const HttpRequest &request,
                                                                    const FormBody &body);
    [[nodiscard]] tl::expected<AuthenticatedClient, OAuthRefusal>
    check(const Presented &presented, const QByteArray &source, const Policy &policy, Moment now) const;

    const PepperRing &m_peppers;
    FailureLimiter &m_failures;
    QByteArray m_brand;
};

} // namespace pc::platform
