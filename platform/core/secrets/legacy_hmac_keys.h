// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/hashing.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>

namespace pc::platform {

/// The keys with which other systems computed HMAC-SHA-256 of theirs, by name. On disk: files
/// `legacy-hmac-<name>` (16 to 1,024 bytes as they are, mode 0400) in the data directory, put there by
/// whoever runs the host: no API takes one, and no database has one. Read at the start. Immutable, so safe
/// from any thread.
class LegacyHmacKeys
{
public:
    static constexpr qsizetype leastBytes = 16;
    static constexpr qsizetype mostBytes = 1024;

    /// Nullopt when a file is unreadable, of wrong size, or readable by others; `why` then has one plain
    /// sentence.
    [[nodiscard]] static std::optional<LegacyHmacKeys> open(const QString &directory, QString *why);
    void add(const QByteArray &name, const Secret &key);
    [[nodiscard]] const HmacKey *find(const QByteArray &name) const;
    /// Small letters, digits, '-' and '_', at most 40.
    [[nodiscard]] static bool isName(const QString &text);

private:
    std::map<QByteArray, std::shared_ptr<const HmacKey>> m_keys;
};

} // namespace pc::platform
