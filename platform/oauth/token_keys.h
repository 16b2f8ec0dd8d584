// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/signing_key.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace pc::platform {

/// The keys that sign access tokens: ES256, one file each (`token-key-<n>.pem`, mode 0400, in the data
/// directory). The newest signs; its predecessor stays published until its last token has expired. Immutable
/// after open(); thread-safe.
class TokenKeys
{
public:
    static constexpr int rotateAfterDays = 30;
    static constexpr int keepOldSeconds = 3600; ///< well above the longest life of a token

    /// Reads the keys, makes the first one, adds a new one when the newest is due, and removes files that are
    /// no longer needed. Nullopt with one plain sentence in `why` when a key is unreadable, damaged or
    /// readable by others.
    [[nodiscard]] static std::optional<TokenKeys> open(const QString &directory, const QDateTime &now,
                                                       RandomSource &random, QString *why);

    [[nodiscard]] const SigningKey &signing() const { return m_keys.front(); }
    /// Newest first.
    [[nodiscard]] QList<VerifyKey> published() const;
    [[nodiscard]] std::optional<VerifyKey> find(const QString &keyId) const;

private:
    std::vector<SigningKey> m_keys; // newest first
};

} // namespace pc::platform
