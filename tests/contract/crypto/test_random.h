// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/hashing.h"
#include "contract/crypto/random_source.h"

#include <cstring>

/// Repeatable bytes: SHA-256 of seed and counter. For tests and vectors only.
class TestRandom final : public pc::RandomSource
{
public:
    explicit TestRandom(const QByteArray &seed) : m_seed(seed) {}

    void fill(char *out, qsizetype size) override
    {
        for (qsizetype done = 0; done < size; done += pc::sha256Size) {
            const QByteArray block = pc::sha256LengthPrefixed({m_seed, QByteArray::number(m_counter++)});
            std::memcpy(out + done, block.constData(), static_cast<size_t>(qMin(size - done, block.size())));
        }
    }

private:
    QByteArray m_seed;
    quint64 m_counter = 0;
};
