// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/client_authentication.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/credential_format.h"
#include "contract/rules/legacy_keys.h"
#include "platform/core/decision/authenticate.h"

namespace pc::platform {
namespace {

/// A client id as it may appear in the failure table; anything else is cut to a bounded key.
constexpr qsizetype longestClientId = pc::rules::mostClientId;

} // namespace

ClientAuthentication::ClientAuthentication(const PepperRing &peppers, FailureLimiter &failures,
                                           QByteArray brand)
    : m_peppers(peppers), m_failures(failures), m_brand(std::move(brand))
{
}

tl::expected<ClientAuthentication::Presented, OAuthError>
ClientAuthentication::read(const HttpRequest &request, const FormBody &body)
{
    const int headers = request.headers.countWithAliases("Authorization");
    if (headers > 1)
        return tl::unexpected(OAuthError::invalidRequest("more than one Authorization header"));
    if (headers == 0) {
        if (!body.has("client_id") || !body.has("client_secret"))
            return tl::unexpected(OAuthError::invalidClient());
        return Presented{
            body.value("client_id").toByteArray(), {}, Secret::copyOf(body.value("client_secret"))};
    }

    const QByteArray header = request.headers.value("Authorization");
    const qsizetype space = header.indexOf(' ');
    if (space < 0 || !asciiEqualsIgnoringCase(QByteArrayView(header).first(space), "Basic"))
        return tl::unexpected(OAuthError::invalidClient());
    std::optional<QByteArray> decoded = fromBase64(QByteArrayView(header).sliced(space + 1).trimmed());
    if (!decoded)
        return tl::unexpected(OAuthError::invalidClient());
    const Secret pair = Secret::takeFrom(*decoded);
    const qsizetype colon = pair.view().lastIndexOf(':'); // encoded or not: no secret of ours has one
    if (colon < 0)
        return tl::unexpected(OAuthError::invalidClient());
    bool idOk = false;
    bool secretOk = false;
    const QByteArray sent = pair.view().first(colon).toByteArray();
    const Secret decodedId = FormBody::decode(sent, &idOk);
    const QByteArray id = idOk ? decodedId.view().toByteArray() : sent;
    Secret secret = FormBody::decode(pair.view().sliced(colon + 1), &secretOk);
    if (!secretOk)
        return tl::unexpected(OAuthError::invalidClient());
    if (body.has("client_secret"))
        return tl::unexpected(OAuthError::invalidRequest("more than one method of client authentication"));
    if (body.has("client_id") && body.value("client_id") != id && body.value("client_id") != sent)
        return tl::unexpected(OAuthError::invalidRequest("client_id differs from the Authorization header"));
    return Presented{id, sent == id ? QByteArray() : sent, std::move(secret)};
}

tl::expected<AuthenticatedClient, OAuthError> ClientAuthentication::check(const Presented &presented,
                                                                          const QByteArray &source,
                                                                          const Policy &policy,
                                                                          Moment now) const
{
    CryptoResult<CredentialText> text = parseCredential(presented.secret.view(), m_brand);
    if (!text) { // not our format, or a wrong checksum: no look-up
        const QByteArray failureKey = presented.clientId.left(longestClientId);
        const auto blocked = m_failures.blockedFor(source, failureKey, now);
        m_failures.failed(source, failureKey, now);
        return tl::unexpected(OAuthError::invalidClient(blocked));
    }
    const QByteArray id16 = id16Of(QString::fromLatin1(presented.clientId));
    // One of ours first: another system's name for a partner stands before nobody's.
    Policy::CredentialPtr alias;
    if (id16.isEmpty())
        alias = policy.byClientId(text->realm, presented.clientId);
    if (id16.isEmpty() && !alias && !presented.sentId.isEmpty())
        alias = policy.byClientId(text->realm, presented.sentId);
    // By whom it names: a second spelling gives no second set of guesses.
    const QByteArray failureKey = (alias ? alias->clientId : presented.clientId).left(longestClientId);
    const auto blocked = m_failures.blockedFor(source, failureKey, now);
    const Policy::CredentialPtr credential = policy.credential(alias ? text->id : id16);
    const bool isNamed = alias ? credential && alias->partnerId == credential->partnerId : text->id == id16;
    const bool usable =
        credential && isNamed &&
        isAuthentication(credential->kind, pc::rules::Authentication::TokenRequest, text->type) &&
        text->realm == credential->realm && blocked == std::chrono::nanoseconds::zero();
    const GenerationRule *generation = nullptr;
    if (usable)
        generation = matchingGeneration(*credential, m_peppers, text->secret);
    else
        (void)m_peppers.holdsNothing(text->secret);

    if (generation == nullptr) {
        if (blocked == std::chrono::nanoseconds::zero())
            m_failures.failed(source, failureKey, now);
        return tl::unexpected(OAuthError::invalidClient(blocked));
    }
    m_failures.succeeded(source, failureKey);
    if (judgeGeneration(*credential, generation, now.wall) != DecisionReason::Allowed)
        return tl::unexpected(OAuthError::invalidClient());
    if (!alias)
        return AuthenticatedClient{credential, *generation};
    if (alias->generations.empty() ||
        judgeGeneration(*alias, &alias->generations.back(), now.wall) != DecisionReason::Allowed)
        return tl::unexpected(OAuthError::invalidClient());
    return AuthenticatedClient{credential, *generation, alias->id16};
}

tl::expected<AuthenticatedClient, OAuthError> ClientAuthentication::authenticate(const HttpRequest &request,
                                                                                 const FormBody &body,
                                                                                 const Policy &policy,
                                                                                 Moment now) const
{
    auto presented = read(request, body);
    if (!presented)
        return tl::unexpected(presented.error());
    return check(*presented, request.peerAddress, policy, now);
}

} // namespace pc::platform
