// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

namespace pc {

/// Where random bytes come from. Injected, so that tests and vectors can be repeated.
class RandomSource
{
public:
    virtual ~RandomSource();
    /// Fills `size` bytes; never fails: an implementation that cannot deliver ends the process.
    virtual void fill(char *out, qsizetype size) = 0;
};

/// OpenSSL's RAND_priv_bytes. A process that has no randomness cannot issue credentials, so a failure is
/// fatal instead of an error somebody might overlook. Stateless; may be used from any thread.
class SystemRandom final : public RandomSource
{
public:
    void fill(char *out, qsizetype size) override;
};

/// `size` random bytes in a wiping container.
[[nodiscard]] Secret randomBytes(RandomSource &random, qsizetype size);

/// `length` characters of [0-9A-Za-z], each uniform (bytes of 248 and above are drawn again, so no modulo
/// bias).
[[nodiscard]] Secret randomBase62(RandomSource &random, qsizetype length);

} // namespace pc
