// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/secrets/legacy_lookup.h"

#include "contract/crypto/secret_box.h"

namespace pc::platform::legacy {

namespace {

Secret boxKey(const PepperRing &peppers, int version)
{
    QByteArray key = peppers.keyed(version, {"legacy-box-v1"});
    return Secret::takeFrom(key);
}

} // namespace

QByteArray lookupOf(const PepperRing &peppers, int version, const QByteArray &header, KeyScheme scheme,
                    const QByteArray &hmacKey, QByteArrayView digest)
{
    return peppers.keyed(version, {"legacy-lookup-v1", header, toText(scheme).toLatin1(), hmacKey, digest});
}

QByteArray prefixOf(const PepperRing &peppers, int version, const QByteArray &header, QByteArrayView prefix)
{
    return peppers.keyed(version, {"legacy-prefix-v1", header, prefix});
}

QByteArray originOf(const PepperRing &peppers, int version, const QByteArray &header, KeyScheme scheme,
                    const QByteArray &hmacKey, QByteArrayView hash)
{
    return peppers.keyed(version, {"legacy-origin-v1", header, toText(scheme).toLatin1(), hmacKey, hash});
}

QByteArray closeHash(const PepperRing &peppers, int version, const QString &credentialId, QByteArrayView hash,
                     RandomSource &random)
{
    return closeBox(boxKey(peppers, version), hash, credentialId.toLatin1(), random);
}

std::optional<Secret> openHash(const PepperRing &peppers, int version, const QString &credentialId,
                               QByteArrayView box)
{
    return openBox(boxKey(peppers, version), box, credentialId.toLatin1());
}

std::optional<QByteArray> digestOf(KeyScheme scheme, const HmacKey *key, QByteArrayView text)
{
    switch (scheme) {
    case KeyScheme::Sha256:
        return sha256({text});
    case KeyScheme::HmacSha256:
        return key != nullptr ? std::optional(key->mac(text)) : std::nullopt;
    case KeyScheme::Bcrypt:
    case KeyScheme::Unknown:
        break;
    }
    return std::nullopt;
}

} // namespace pc::platform::legacy
