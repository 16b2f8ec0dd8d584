// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/jwt.h"

#include "contract/codec/base64url.h"
#include "contract/codec/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxKeySet = 256 * 1024;

QString nameOf(SignatureAlgorithm algorithm)
{
    return algorithm == SignatureAlgorithm::Es256 ? u"ES256"_s : u"EdDSA"_s;
}

QString normalisedType(const QString &type)
{
    const QString lower = type.toLower();
    return lower.startsWith("application/"_L1) ? lower.sliced(12) : lower;
}

std::optional<QString> optionalText(const QJsonObject &header, QLatin1StringView name)
{
    const QJsonValue value = header.value(name);
    if (value.isUndefined())
        return QString();
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

} // namespace

QByteArray signJws(QByteArrayView payload, const QString &type, const SigningKey &key)
{
    codec::TextWriter header;
    header("alg"_L1, nameOf(key.verifyKey().algorithm()));
    header("kid"_L1, key.verifyKey().thumbprint());
    header("typ"_L1, type);
    const QByteArray input = toBase64Url(header.take()) + '.' + toBase64Url(payload);
    return input + '.' + toBase64Url(key.sign(input));
}

CryptoResult<Jws> verifyJws(QByteArrayView token, const std::optional<QString> &type, const KeyLookup &keys)
{
    if (token.size() > jwsMaxLength)
        return malformed("a token is too long");
    const QByteArray text = token.toByteArray();
    const qsizetype first = text.indexOf('.');
    const qsizetype second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0)
        return malformed("a token has three parts");
    const auto headerBytes = fromBase64Url(QByteArrayView(text).first(first));
    const auto payload = fromBase64Url(QByteArrayView(text).sliced(first + 1, second - first - 1));
    const auto signature = fromBase64Url(QByteArrayView(text).sliced(second + 1));
    if (!headerBytes || !payload || !signature)
        return malformed("a part of the token is not base64url");

    const QJsonDocument document = QJsonDocument::fromJson(*headerBytes);
    const QJsonObject header = document.object();
    const auto algorithm = optionalText(header, "alg"_L1);
    const auto keyId = optionalText(header, "kid"_L1);
    const auto typ = optionalText(header, "typ"_L1);
    if (!document.isObject() || !algorithm || !keyId || !typ)
        return malformed("the token's header is not valid");
    if (header.contains("crit"_L1) || header.contains("b64"_L1))
        return unsupported("the token's header asks for an extension");
    if (*algorithm != "ES256"_L1 && *algorithm != "EdDSA"_L1)
        return unsupported("the token's algorithm is not allowed");
    if (type && normalisedType(*typ) != normalisedType(*type))
        return rejected("the token is of another type");

    const auto key = keys(*keyId);
    if (!key)
        return rejected("the token's key is not known");
    if (*algorithm != nameOf(key->algorithm()))
        return rejected("the token's algorithm is not the key's");
    if (!key->verify(QByteArrayView(text).first(second), *signature))
        return rejected("the token's signature does not hold");
    return Jws{*keyId, *typ, *payload};
}

QByteArray jwkSet(const QList<VerifyKey> &keys)
{
    QJsonArray array;
    for (const VerifyKey &key : keys)
        array.append(key.toJwk());
    return QJsonDocument(QJsonObject{{u"keys"_s, array}}).toJson(QJsonDocument::Compact);
}

CryptoResult<QList<VerifyKey>> parseJwkSet(QByteArrayView json)
{
    const QJsonDocument document =
        json.size() <= maxKeySet ? QJsonDocument::fromJson(json.toByteArray()) : QJsonDocument();
    const QJsonValue array = document.object().value("keys"_L1);
    if (!array.isArray())
        return malformed("not a JWK set");
    QList<VerifyKey> keys;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values) {
        if (auto key = VerifyKey::fromJwk(value.toObject()))
            keys.append(std::move(*key));
    }
    return keys;
}

} // namespace pc
