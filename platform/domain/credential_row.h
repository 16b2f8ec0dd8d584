// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace pc::platform {

/// One generation with what only the service may hold.
struct GenerationRow
{
    Generation value;
    std::optional<QDateTime> voidAt; ///< while pending
    qint64 graceSeconds = 0;         ///< asked for at rotation; the grace starts at the acknowledgement
    /// While pending: the credential's end from the acknowledgement on. In its grace: the latest end of this
    /// secret.
    std::optional<QDateTime> expiresAt;
    QByteArray verifier; ///< 32 bytes
    int pepperVersion = 0;
    QByteArray sealed;      ///< to the caller's key; erased at the acknowledgement or when void
    QByteArray ackVerifier; ///< keyed hash of the expected acknowledgement digest; erased likewise
    bool operator==(const GenerationRow &) const = default;
};

/// How an imported key is found; never its hash in clear (docs/adr/0180).
struct LegacyRow
{
    QByteArray origin;     ///< keyed hash of what the file said: the same row again is known by it
    QByteArray lookup;     ///< keyed hash by which a call's key is found; of bcrypt that of its prefix
    int pepperVersion = 0; ///< of all three
    int prefixLength = 0;  ///< of bcrypt, until it was hashed anew
    QByteArray box;        ///< the bcrypt hash, closed with the pepper; erased when it was hashed anew
    bool operator==(const LegacyRow &) const = default;
};

/// A credential as stored. `value.state` is the state at the last write, `value.generations` stays empty
/// here: see credential_life_cycle.h for what holds at an instant.
struct CredentialRow
{
    Credential value;
    bool suspended = false;
    QList<GenerationRow> generations;     ///< oldest first
    std::optional<QDateTime> nextEventAt; ///< when the clock changes it next
    std::optional<LegacyRow> legacy;      ///< beside value.legacy
    bool operator==(const CredentialRow &) const = default;
};

} // namespace pc::platform
