// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/verifier.h"
#include "platform/core/policy/policy.h"

#include <QList>
#include <QString>

#include <map>
#include <memory>
#include <optional>

namespace pc::platform {

/// The peppers of this platform by version; new verifiers use the newest. Verifiers run over the secret43
/// part of a credential (CredentialText::secret), never over the whole text. Immutable after the start, so
/// safe from any thread.
///
/// On disk: `pepper-<version>` files of 32 raw bytes, mode 0400, in the data directory, never in the database
/// or its backups. A lost pepper means that all secrets made with it are dead.
class PepperRing
{
public:
    /// Adds one version (1, 2, …); fatal when it is there already.
    void add(int version, const Secret &pepper);

    /// Reads every pepper file of `directory`, and makes version 1 when `createFirst` and there is none.
    /// Nullopt when a file is unreadable, of wrong size, or readable by others; `why` then has one plain
    /// sentence.
    [[nodiscard]] static std::optional<PepperRing> open(const QString &directory, bool createFirst,
                                                        QString *why);

    /// The version that new verifiers use; 0 when the ring is empty.
    [[nodiscard]] int currentVersion() const { return m_keys.empty() ? 0 : m_keys.rbegin()->first; }

    [[nodiscard]] bool has(int version) const { return m_keys.count(version) != 0; }

    [[nodiscard]] QList<int> versions() const;

    /// 32 bytes over fields, of which the first says what for (VerifierKey::keyed); empty when there is no
    /// such version.
    [[nodiscard]] QByteArray keyed(int version, std::initializer_list<QByteArrayView> parts) const;

    /// 32 bytes, with the current version.
    [[nodiscard]] QByteArray verifier(const VerifierInput &input, const Secret &secret) const;

    /// Whether `secret` is the one of that generation. False, after as much work, when the pepper version is
    /// unknown.
    [[nodiscard]] bool holds(const CredentialRule &credential, const GenerationRule &generation,
                             const Secret &secret) const;
    /// By which the same text is known again and from which it cannot be guessed: 12 hexadecimal digits.
    [[nodiscard]] QString printOf(QByteArrayView text) const;
    /// The work of one check for an id that nobody has; always false.
    [[nodiscard]] bool holdsNothing(const Secret &secret) const;

private:
    std::map<int, std::shared_ptr<const VerifierKey>> m_keys;
};

} // namespace pc::platform
