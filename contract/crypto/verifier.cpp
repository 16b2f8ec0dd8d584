// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/verifier.h"

#include <QtGlobal>

namespace pc {

namespace {

const Secret &checked(const Secret &pepper)
{
    if (pepper.size() < 16)
        qFatal("A pepper needs at least 16 bytes");
    return pepper;
}

} // namespace

VerifierKey::VerifierKey(const Secret &pepper) : m_key(checked(pepper)) {}

QByteArray VerifierKey::verifier(const VerifierInput &input, const Secret &secret) const
{
    return m_key.macLengthPrefixed({"v1", input.partnerId.toUtf8(), input.credentialId.toUtf8(),
                                    QByteArray::number(input.generation), toText(input.realm).toLatin1(),
                                    secret.view()});
}

bool VerifierKey::holds(QByteArrayView stored, const VerifierInput &input, const Secret &secret) const
{
    const QByteArray computed = verifier(input, secret);
    const QByteArray nothing(sha256Size, '\0');
    const bool known = stored.size() == sha256Size;
    const bool equal = Secret::equals(known ? stored : QByteArrayView(nothing), computed);
    return known && equal;
}

} // namespace pc
