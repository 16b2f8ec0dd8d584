// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/random_id.h"

#include "contract/crypto/base62.h"

#include <QtGlobal>

#include <openssl/rand.h>

#include <array>

namespace pc {

namespace {

/// Bytes that nobody has had yet.
class RandomPool
{
public:
    unsigned char next()
    {
        if (m_at == m_bytes.size()) {
            if (RAND_bytes(m_bytes.data(), static_cast<int>(m_bytes.size())) != 1)
                qFatal("The system's random generator failed");
            m_at = 0;
        }
        return m_bytes[m_at++];
    }

private:
    std::array<unsigned char, 1024> m_bytes{};
    std::size_t m_at = m_bytes.size();
};

} // namespace

QByteArray randomId(qsizetype length)
{
    Q_ASSERT(length <= 64);
    constexpr int uniform = 62 * 4; // the largest multiple of 62 that a byte can hold
    thread_local RandomPool pool;
    QByteArray text(length, Qt::Uninitialized);
    for (char &c : text) {
        unsigned char byte = pool.next();
        while (byte >= uniform)
            byte = pool.next();
        c = base62::digits[byte % 62];
    }
    return text;
}

} // namespace pc
