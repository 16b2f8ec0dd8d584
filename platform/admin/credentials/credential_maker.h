// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/random_source.h"
#include "contract/types/credential.h"
#include "platform/core/secrets/pepper_ring.h"
#include "platform/domain/credential_life_cycle.h"

#include <optional>

namespace pc::platform {

/// Makes a secret, seals it to the caller's key and forgets it: what comes back is a verifier, the sealed
/// bytes and the keyed hash of the acknowledgement to expect. Nothing for a kind that holds no secret, or is
/// not known (contract/rules/credential_kinds.h).
[[nodiscard]] std::optional<life_cycle::FreshGeneration>
makeGeneration(const Credential &credential, int generation, const QByteArray &sealTo,
               const QString &idempotencyKey, const QByteArray &brand, const PepperRing &peppers,
               RandomSource &random);

/// Whether this digest is the one of the pending generation's secret.
[[nodiscard]] bool isExpectedAck(const CredentialRule &credential, int number, const QByteArray &digest,
                                 const PepperRing &peppers);

} // namespace pc::platform
