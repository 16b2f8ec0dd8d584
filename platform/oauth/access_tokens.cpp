// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/access_tokens.h"

#include "contract/crypto/jwt.h"
#include "contract/crypto/random_source.h"
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
    SystemRandom random;
    return randomBase62(random, 22).view().toByteArray();
}

AccessTokens::AccessTokens(TokenKeys keys, QString issuer, seconds life)
    : m_keys(std::move(keys)), m_issuer(std::move(issuer)),
      m_life(std::clamp(life, seconds(300), longestLife)), m_keySet(jwkSet(m_keys.published()))
{
}

QByteArray AccessTokens::mint(const TokenClaims &claims) const
{
    const QString client = u"crd_"_s + QString::fromLatin1(claims.id16);
    QJsonObject json{{u"iss"_s, m_issuer},
                     {u"aud"_s, audience()},
                     {u"sub"_s, client},
                     {u"client_id"_s, client},
                     {u"jti"_s, QString::fromLatin1(claims.jti)},
                     {u"iat"_s, secondsOf(claims.issuedAt)},
                     {u"exp"_s, secondsOf(claims.expiresAt)},
                     {u"scope"_s, claims.scopes.join(u' ')},
                     {u"partner_id"_s, claims.partnerId},
                     {u"gen"_s, claims.generation},
                     {u"realm"_s, toText(claims.realm)}};
    if (claims.probe)
        json.insert(u"probe"_s, true);
    return signJws(QJsonDocument(json).toJson(QJsonDocument::Compact), u"at+jwt"_s, m_keys.signing());
}

Presented AccessTokens::read(QByteArrayView token) const
{
    const auto jws =
        verifyJws(token, u"at+jwt"_s, [this](const QString &keyId) { return m_keys.find(keyId); });
    if (!jws)
        return presented::BadToken{};
    const QJsonDocument document = QJsonDocument::fromJson(jws->payload);
    const QJsonObject json = document.object();
    // One audience, as one string: a token for several could be meant for somebody else, too.
    if (json.value("iss"_L1).toString() != m_issuer || json.value("aud"_L1).toString() != audience())
        return presented::BadToken{};
    std::optional<TokenClaims> claims = claimsOf(json);
    if (!claims)
        return presented::BadToken{};
    return presented::Token{std::move(*claims)};
}

} // namespace pc::platform
