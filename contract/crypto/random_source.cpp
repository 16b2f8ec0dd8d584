// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/random_source.h"

#include "contract/crypto/base62.h"

#include <QtGlobal>

#include <openssl/rand.h>

namespace pc {

RandomSource::~RandomSource() = default;

void SystemRandom::fill(char *out, qsizetype size)
{
    if (size <= 0)
        return;
    if (RAND_priv_bytes(reinterpret_cast<unsigned char *>(out), static_cast<int>(size)) != 1)
        qFatal("The system's random generator failed");
}

Secret randomBytes(RandomSource &random, qsizetype size)
{
    Secret bytes(size);
    if (size > 0)
        random.fill(bytes.data(), size);
    return bytes;
}

Secret randomBase62(RandomSource &random, qsizetype length)
{
    Secret text(length);
    Secret pool(length + length / 8 + 4); // 3 % of the bytes are refused; usually one draw is enough
    qsizetype written = 0;
    while (written < length) {
        random.fill(pool.data(), pool.size());
        for (qsizetype i = 0; i < pool.size() && written < length; ++i) {
            const char drawn = base62::drawnBy(static_cast<unsigned char>(pool.data()[i]));
            if (drawn != '\0')
                text.data()[written++] = drawn;
        }
    }
    return text;
}

} // namespace pc
