// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/journal/journal_seal.h"

namespace pc::platform {

namespace {

/// Signed by nobody for anything else: no checkpoint and no line of the anchor ends with a NUL.
constexpr QByteArrayView label("seal of the side journal\0", 25);

Secret keyFrom(const SigningKey &key)
{
    QByteArray signature = key.sign(label);
    QByteArray digest = sha256({signature});
    wipe(signature);
    return Secret::takeFrom(digest);
}

} // namespace

JournalSeal::JournalSeal(const SigningKey &key) : m_key(std::make_shared<const HmacKey>(keyFrom(key))) {}

QByteArray JournalSeal::of(QByteArrayView body) const
{
    return m_key->macLengthPrefixed({body});
}

bool JournalSeal::holds(QByteArrayView body, QByteArrayView seal) const
{
    return Secret::equals(of(body), seal);
}

} // namespace pc::platform
