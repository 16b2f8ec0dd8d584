// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/access_tokens.h"

#include "contract/codec/base64url.h"
#include "contract/codec/json_text.h"
#include "contract/crypto/hashing.h"
#include "contract/crypto/jwt.h"
#include "contract/crypto/random_id.h"
#include "platform/core/decision/record_fields.h"
#include "platform/core/policy/policy.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace pc::platform {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

constexpr qsizetype longestJti = 64;

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (!(std::abs(number) < 9e15) || number != std::floor(number))
        return std::nullopt;
    return static_cast<qint64>(number);
}

qint64 secondsOf(Instant instant)
{
    return std::chrono::floor<seconds>(instant).time_since_epoch().count();
}

std::optional<TokenClaims> claimsOf(const QJsonObject &json)
{
    TokenClaims claims;
    const QString client = json.value("client_id"_L1).toString();
    claims.id16 = id16Of(client);
    claims.jti = json.value("jti"_L1).toString().toLatin1();
    claims.digest = tokenDigest(claims.jti);
    claims.partnerId = json.value("partner_id"_L1).toString();
    claims.realm = enumFromText<Realm>(json.value("realm"_L1).toString());
    const auto generation = wholeNumber(json.value("gen"_L1));
    const auto issuedAt = wholeNumber(json.value("iat"_L1));
    const auto expiresAt = wholeNumber(json.value("exp"_L1));
    const bool complete = !claims.id16.isEmpty() && json.value("sub"_L1).toString() == client &&
                          !claims.jti.isEmpty() && claims.jti.size() <= longestJti &&
                          !claims.partnerId.isEmpty() && claims.realm != Realm::Unknown && generation &&
                          *generation > 0 && *generation < 1'000'000'000 && issuedAt && expiresAt &&
                          json.value("scope"_L1).isString();
    if (!complete)
        return std::nullopt;
    claims.generation = static_cast<int>(*generation);
    claims.issuedAt = Instant(seconds(*issuedAt));
    claims.expiresAt = Instant(seconds(*expiresAt));
    claims.scopes = json.value("scope"_L1).toString().split(u' ', Qt::SkipEmptyParts);
    claims.probe = json.value("probe"_L1).toBool(false);
    return claims;
}

} // namespace

QByteArray newTokenId()
{
    return randomId(22);
}

AccessTokens::AccessTokens(TokenKeys keys, QString issuer, seconds life)
    : m_keys(std::move(keys)), m_issuer(std::move(issuer)),
      m_life(std::clamp(life, seconds(300), longestLife)), m_audience(m_issuer + u"/api"_s),
      m_keySet(jwkSet(m_keys.published()))
{
}

QByteArray AccessTokens::mint(const TokenClaims &claims) const
{
    const QString client = u"crd_"_s + QString::fromLatin1(claims.id16);
    codec::TextWriter json;
    json("iss"_L1, m_issuer);
    json("aud"_L1, claims.audience.isEmpty() ? m_audience : claims.audience);
    json("sub"_L1, client);
    json("client_id"_L1, client);
    json("jti"_L1, QString::fromLatin1(claims.jti));
    json("iat"_L1, secondsOf(claims.issuedAt));
    json("exp"_L1, secondsOf(claims.expiresAt));
    json("scope"_L1, claims.scopes.join(u' '));
    json("partner_id"_L1, claims.partnerId);
    json("gen"_L1, claims.generation);
    json("realm"_L1, toText(claims.realm));
    if (claims.probe)
        json("probe"_L1, true);
    return signJws(json.take(), u"at+jwt"_s, m_keys.signing());
}

Presented AccessTokens::read(QByteArrayView token) const
{
    if (token.size() > jwsMaxLength)
        return presented::BadToken{};
    const QByteArray digest = sha256({token});
    VerifiedTokens::Claims claims = m_verified.find(digest);
    if (!claims) {
        claims = verified(token);
        if (!claims)
            return presented::BadToken{};
        m_verified.keep(digest, claims);
    }
    return presented::Token{*claims};
}

bool AccessTokens::isOurs(QByteArrayView token) const
{
    const auto header = fromBase64Url(token.first(std::max<qsizetype>(token.indexOf('.'), 0)));
    const QString key = QJsonDocument::fromJson(header.value_or(QByteArray()))["kid"_L1].toString();
    return !key.isEmpty() && m_keys.find(key).has_value();
}

VerifiedTokens::Claims AccessTokens::verified(QByteArrayView token) const
{
    const auto jws =
        verifyJws(token, u"at+jwt"_s, [this](const QString &keyId) { return m_keys.find(keyId); });
    if (!jws)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(jws->payload);
    const QJsonObject json = document.object();
    // One audience, as one string: a token for several could be meant for somebody else, too.
    const QString audience = json.value("aud"_L1).toString();
    if (json.value("iss"_L1).toString() != m_issuer || audience.isEmpty())
        return {};
    std::optional<TokenClaims> claims = claimsOf(json);
    if (claims && audience != m_audience)
        claims->audience = audience;
    return claims ? std::make_shared<const TokenClaims>(std::move(*claims)) : nullptr;
}

} // namespace pc::platform
