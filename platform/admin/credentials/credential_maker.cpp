// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credentials/credential_maker.h"

#include "contract/crypto/credential_format.h"
#include "contract/crypto/sealing.h"
#include "contract/rules/credential_kinds.h"
#include "platform/core/policy/policy_rules.h"

namespace pc::platform {

std::optional<life_cycle::FreshGeneration> makeGeneration(const Credential &credential, int generation,
                                                          const QByteArray &sealTo,
                                                          const QString &idempotencyKey,
                                                          const QByteArray &brand, const PepperRing &peppers,
                                                          RandomSource &random)
{
    const auto form = pc::rules::traitsOf(credential.kind).secret;
    if (!form)
        return {};
    CredentialText parts;
    parts.brand = brand;
    parts.type = *form;
    parts.realm = credential.realm;
    parts.id = id16Of(credential.id);
    parts.secret = newCredentialSecret(random);
    const auto text = formatCredential(parts);
    if (!text)
        qFatal("a credential text could not be formed: %s", text.error().what);
    const VerifierInput input{credential.partnerId, credential.id, generation, credential.realm};
    const auto sealed = seal(sealTo, *text, {credential.id, generation, idempotencyKey}, random);
    if (!sealed) // the key was checked before
        qFatal("a secret could not be sealed: %s", sealed.error().what);

    life_cycle::FreshGeneration fresh;
    fresh.pepperVersion = peppers.currentVersion();
    fresh.verifier = peppers.verifier(input, parts.secret);
    fresh.sealed = *sealed;
    const QByteArray digest = ackDigest(*text, credential.id, generation);
    fresh.ackVerifier = peppers.verifier(input, Secret::copyOf(digest));
    fresh.lastFour = credentialLastFour(*text);
    return fresh;
}

bool isExpectedAck(const CredentialRule &credential, int number, const QByteArray &digest,
                   const PepperRing &peppers)
{
    const GenerationRule *generation = credential.generation(number);
    if (generation == nullptr || !generation->pending || generation->pending->ackVerifier.isEmpty() ||
        digest.isEmpty())
        return false;
    GenerationRule expected = *generation;
    expected.verifier = generation->pending->ackVerifier;
    return peppers.holds(credential, expected, Secret::copyOf(digest));
}

} // namespace pc::platform
