// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/hashing.h"
#include "contract/crypto/signing_key.h"

#include <memory>

namespace pc::platform {

/// What vouches for a slot of the side journal: a MAC that nobody makes without the key of the audit log,
/// which lies beside the database and in no backup of it. Cheap to copy, thread-safe.
class JournalSeal
{
public:
    static constexpr qsizetype size = 32; ///< bytes

    /// `key`: an Ed25519 key, whose signatures are the same each time (RFC 8032).
    explicit JournalSeal(const SigningKey &key);

    [[nodiscard]] QByteArray of(QByteArrayView body) const;
    [[nodiscard]] bool holds(QByteArrayView body, QByteArrayView seal) const;

private:
    std::shared_ptr<const HmacKey> m_key;
};

} // namespace pc::platform
