// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/credential_format.h"

#include "contract/crypto/base62.h"
#include "contract/crypto/crc32.h"

#include <array>
#include <cstring>
#include <optional>

namespace pc {

namespace {

constexpr qsizetype crcLength = 6;
constexpr qsizetype tailLength = credentialSecretLength + crcLength; // after the last underscore
// "_cs_sbx_" + id16 + "_" + secret43 + crc6: everything but the brand
constexpr qsizetype fixedLength = 8 + credentialIdLength + 1 + tailLength;

QByteArrayView typeText(CredentialTextType type)
{
    switch (type) {
    case CredentialTextType::ApiKey:
        return "ak";
    case CredentialTextType::ClientSecret:
        return "cs";
    case CredentialTextType::OneTimeLink:
        return "ol";
    }
    return {};
}

std::optional<CredentialTextType> typeFrom(QByteArrayView text)
{
    if (text == QByteArrayView("ak"))
        return CredentialTextType::ApiKey;
    if (text == QByteArrayView("cs"))
        return CredentialTextType::ClientSecret;
    if (text == QByteArrayView("ol"))
        return CredentialTextType::OneTimeLink;
    return std::nullopt;
}

QByteArrayView realmText(Realm realm)
{
    switch (realm) {
    case Realm::Sandbox:
        return "sbx";
    case Realm::Production:
        return "prd";
    case Realm::Unknown:
        break;
    }
    return {};
}

Realm realmFrom(QByteArrayView text)
{
    if (text == QByteArrayView("sbx"))
        return Realm::Sandbox;
    return text == QByteArrayView("prd") ? Realm::Production : Realm::Unknown;
}

std::array<char, crcLength> checksum(QByteArrayView text)
{
    std::array<char, crcLength> out{};
    quint32 value = crc32(text);
    for (auto digit = out.rbegin(); digit != out.rend(); ++digit) {
        *digit = base62::digits[value % 62];
        value /= 62;
    }
    return out;
}

bool isLowerLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

} // namespace

QString CredentialText::credentialId() const
{
    return QLatin1StringView("crd_") + QLatin1StringView(id);
}

QByteArray CredentialText::publicPrefix() const
{
    QByteArray prefix = brand;
    prefix += '_';
    prefix += typeText(type);
    prefix += '_';
    prefix += realmText(realm);
    prefix += '_';
    prefix += id;
    return prefix;
}

bool isCredentialBrand(QByteArrayView brand) noexcept
{
    if (brand.size() < 3 || brand.size() > 6)
        return false;
    for (const char c : brand) {
        if (!isLowerLetter(c))
            return false;
    }
    return true;
}

QByteArray newCredentialId(RandomSource &random)
{
    return randomBase62(random, credentialIdLength).view().toByteArray();
}

Secret newCredentialSecret(RandomSource &random)
{
    return randomBase62(random, credentialSecretLength);
}

CryptoResult<Secret> formatCredential(const CredentialText &parts)
{
    if (!isCredentialBrand(parts.brand))
        return malformed("a brand has 3 to 6 lower-case letters");
    if (parts.realm == Realm::Unknown)
        return malformed("a credential belongs to a realm");
    if (parts.id.size() != credentialIdLength || !base62::isBase62(parts.id))
        return malformed("a credential id has 16 base62 characters");
    if (parts.secret.size() != credentialSecretLength || !base62::isBase62(parts.secret.view()))
        return malformed("a credential secret has 43 base62 characters");

    const QByteArray prefix = parts.publicPrefix() + '_';
    Secret text(prefix.size() + tailLength);
    std::memcpy(text.data(), prefix.constData(), static_cast<size_t>(prefix.size()));
    std::memcpy(text.data() + prefix.size(), parts.secret.view().data(),
                static_cast<size_t>(credentialSecretLength));
    const auto crc = checksum(text.view().first(text.size() - crcLength));
    std::memcpy(text.data() + text.size() - crcLength, crc.data(), crc.size());
    return text;
}

CryptoResult<CredentialText> parseCredential(QByteArrayView text, QByteArrayView brand)
{
    if (!isCredentialBrand(brand) || text.size() != brand.size() + fixedLength || !text.startsWith(brand))
        return malformed("not a credential of this platform");
    const QByteArrayView rest = text.sliced(brand.size());
    const auto type = typeFrom(rest.sliced(1, 2));
    const Realm realm = realmFrom(rest.sliced(4, 3));
    const QByteArrayView id = rest.sliced(8, credentialIdLength);
    const QByteArrayView tail = rest.last(tailLength);
    if (rest[0] != '_' || rest[3] != '_' || rest[7] != '_' || rest[8 + credentialIdLength] != '_' || !type ||
        realm == Realm::Unknown || !base62::isBase62(id) || !base62::isBase62(tail))
        return malformed("not a credential of this platform");

    const auto crc = checksum(text.chopped(crcLength));
    if (!Secret::equals(text.last(crcLength), QByteArrayView(crc.data(), crcLength)))
        return rejected("the checksum of the credential does not hold");

    CredentialText parts;
    parts.brand = brand.toByteArray();
    parts.type = *type;
    parts.realm = realm;
    parts.id = id.toByteArray();
    parts.secret = Secret::copyOf(tail.first(credentialSecretLength));
    return parts;
}

QString credentialLastFour(const Secret &text)
{
    return QString::fromLatin1(text.view().last(qMin<qsizetype>(4, text.size())));
}

} // namespace pc
