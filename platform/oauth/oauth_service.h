// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"
#include "platform/core/decision/leak_watch.h"
#include "platform/core/policy/policy_holder.h"
#include "platform/http/router.h"
#include "platform/oauth/access_tokens.h"
#include "platform/oauth/client_authentication.h"
#include "platform/oauth/client_limits.h"
#include "platform/oauth/live_tokens.h"
#include "platform/oauth/token_denials.h"
#include "platform/oauth/token_records.h"

#include <QString>

#include <functional>
#include <memory>

namespace pc::platform {

/// What the endpoints stand on; everything outlives the router they are mounted on.
struct OAuthDeps
{
    const PolicyHolder &policy;
    const PepperRing &peppers;
    const AccessTokens &tokens;
    TokenDenials &denials;
    LiveTokens &liveTokens;
    FailureLimiter &failures;
    const Clock &clock;
    QByteArray brand;           ///< of credentials, e.g. "pcx"
    QString origin{};           ///< https origin of the endpoints; empty: the issuer
    LeakWatch *leaks = nullptr; ///< may be missing
    /// From where a request comes, as text; empty: from the peer of its connection.
    std::function<QByteArray(const HttpRequest &)> sourceOf = {};
    /// Told when a client called itself by another system's client id: which one (CredentialRule), when and
    /// from where. Must not block; may be empty.
    std::function<void(const QByteArray &id16, Instant at, const QByteArray &source)> named = {};
    /// Through which gateway it came, by name; empty: through none. May be missing.
    std::function<QString(const HttpRequest &)> gatewayOf = {};
    RecordSink *records = nullptr; ///< of requests of tokens; may be missing
};

/// The authorization server's endpoints. Each client is limited by itself (ClientLimits); else stateless but
/// for its dependencies. Thread-safe.
class OAuthService
{
public:
    explicit OAuthService(const OAuthDeps &deps);

    /// `POST /oauth2/token`, RFC 6749 sections 4.4 and 5.
    [[nodiscard]] HttpResponse token(const HttpRequest &request) const;
    /// `POST /oauth2/introspect`, RFC 7662: a client's own tokens only; anything else is inactive.
    [[nodiscard]] HttpResponse introspect(const HttpRequest &request) const;
    /// `POST /oauth2/revoke`, RFC 7009: a client's own tokens only. Answers when the denial is lasting; 503
    /// when it is in force but not lasting.
    void revoke(const HttpRequest &request, const Responder &respond) const;
    /// `GET /oauth2/jwks`, RFC 7517.
    [[nodiscard]] HttpResponse keySet() const;
    /// `GET /.well-known/oauth-authorization-server`, RFC 8414.
    [[nodiscard]] HttpResponse metadata() const;

private:
    struct Client
    {
        AuthenticatedClient client;
        FormBody body;
        PolicyRef policy;
        Moment now;
    };
    /// Form, exactly-once parameters, client authentication and the client's limit: what all three POST
    /// endpoints begin with.
    [[nodiscard]] tl::expected<Client, OAuthRefusal> begin(const HttpRequest &request,
                                                           ClientLimits::Act act) const;
    /// A living secret of ours in parameters that are no secrets.
    void lookForLeaks(const HttpRequest &request, const FormBody &body) const;
    [[nodiscard]] tl::expected<TokenClaims, OAuthRefusal> grant(const HttpRequest &request,
                                                                const Client &client) const;
    [[nodiscard]] QByteArray sourceOf(const HttpRequest &request) const;
    /// As far as it says who asks, when and how.
    [[nodiscard]] CallRecord recordOf(const HttpRequest &request, Moment began) const;

    OAuthDeps m_deps;
    ClientAuthentication m_authentication;
    mutable ClientLimits m_limits;  // thread-safe
    mutable TokenRecords m_records; // thread-safe
};

void mountOAuth(Router &router, std::shared_ptr<const OAuthService> service);

} // namespace pc::platform
