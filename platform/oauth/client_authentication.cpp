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

using Reason = DecisionReason;

tl::unexpected<OAuthRefusal> ambiguous(const QByteArray &description, Reason reason)
{
    return tl::unexpected(OAuthRefusal(OAuthError::invalidRequest(description), reason));
}

tl::unexpected<OAuthRefusal> failed(Reason reason, const QByteArray &claimed = {},
                                    std::chrono::nanoseconds retryAfter = {})
{
    OAuthRefusal refusal(OAuthError::invalidClient(retryAfter), reason);
    refusal.claimed = claimed;
    return tl::unexpected(std::move(refusal));
}

/// Of a client whose secret holds, and that may not be used.
tl::unexpected<OAuthRefusal> shut(Reason reason, const Policy::CredentialPtr &credential, int generation)
{
    OAuthRefusal refusal(OAuthError::invalidClient(), reason);
    refusal.claimed = credential->id16;
    refusal.credential = credential;
    refusal.generation = generation;
    return tl::unexpected(std::move(refusal));
}

} // namespace

ClientAuthentication::ClientAuthentication(const PepperRing &peppers, FailureLimiter &failures,
                                           QByteArray brand)
    : m_peppers(peppers), m_failures(failures), m_brand(std::move(brand))
{
}

tl::expected<ClientAuthentication::Presented, OAuthRefusal>
ClientAuthentication::read(const HttpRequest &request, const FormBody &body)
{
    const int headers = request.headers.countWithAliases("Authorization");
    if (headers > 1)
        return ambiguous("more than one Authorization header", Reason::MultipleCredentials);
    if (headers == 0) {
        if (!body.has("client_id") || !body.has("client_secret"))
            return failed(Reason::MissingCredential);
        return Presented{
            body.value("client_id").toByteArray(), {}, Secret::copyOf(body.value("client_secret"))};
    }

    const QByteArray header = request.headers.value("Authorization");
    const qsizetype space = header.indexOf(' ');
    if (space < 0 || !asciiEqualsIgnoringCase(QByteArrayView(header).first(space), "Basic"))
        return failed(Reason::MalformedCredential);
    std::optional<QByteArray> decoded = fromBase64(QByteArrayView(header).sliced(space + 1).trimmed());
    if (!decoded)
        return failed(Reason::MalformedCredential);
    const Secret pair = Secret::takeFrom(*decoded);
    const qsizetype colon = pair.view().lastIndexOf(':'); // encoded or not: no secret of ours has one
    if (colon < 0)
        return failed(Reason::MalformedCredential);
    bool idOk = false;
    bool secretOk = false;
    const QByteArray sent = pair.view().first(colon).toByteArray();
    const Secret decodedId = FormBody::decode(sent, &idOk);
    const QByteArray id = idOk ? decodedId.view().toByteArray() : sent;
    Secret secret = FormBody::decode(pair.view().sliced(colon + 1), &secretOk);
    if (!secretOk)
        return failed(Reason::MalformedCredential);
    if (body.has("client_secret"))
        return ambiguous("more than one method of client authentication", Reason::MultipleCredentials);
    if (body.has("client_id") && body.value("client_id") != id && body.value("client_id") != sent)
        return ambiguous("client_id differs from the Authorization header", Reason::MultipleCredentials);
    return Presented{id, sent == id ? QByteArray() : sent, std::move(secret)};
}

tl::expected<AuthenticatedClient, OAuthRefusal> ClientAuthentication::check(const Presented &presented,
                                                                            const QByteArray &source,
                                                                            const Policy &policy,
                                                                            Moment now) const
{
    CryptoResult<CredentialText> text = parseCredential(presented.secret.view(), m_brand);
    if (!text) { // not our format, or a wrong checksum: no look-up
        const QByteArray failureKey = presented.clientId.left(longestClientId);
        const auto blocked = m_failures.blockedFor(source, failureKey, now);
        m_failures.failed(source, failureKey, now);
        return failed(Reason::MalformedCredential, id16Of(QString::fromLatin1(presented.clientId)), blocked);
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
        return failed(Reason::UnknownCredential, alias ? text->id : id16, blocked);
    }
    m_failures.succeeded(source, failureKey);
    if (const Reason reason = judgeGeneration(*credential, generation, now.wall); reason != Reason::Allowed)
        return shut(reason, credential, generation->number);
    if (!alias)
        return AuthenticatedClient{credential, *generation};
    const Reason ofName = alias->generations.empty()
                              ? Reason::UnknownCredential
                              : judgeGeneration(*alias, &alias->generations.back(), now.wall);
    if (ofName != Reason::Allowed)
        return shut(ofName, credential, generation->number);
    return AuthenticatedClient{credential, *generation, alias->id16};
}

tl::expected<AuthenticatedClient, OAuthRefusal> ClientAuthentication::authenticate(const HttpRequest &request,
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
