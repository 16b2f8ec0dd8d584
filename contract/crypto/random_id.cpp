// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/random_id.h"

#include "contract/crypto/base62.h"

#include <QtGlobal>

#include <openssl/rand.h>

#include <algorithm>
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
    thread_local RandomPool pool;
    QByteArray text(length, Qt::Uninitialized);
    for (char &c : text) {
        do {
            c = base62::drawnBy(pool.next());
        } while (c == '\0');
    }
    return text;
}

QByteArray timedId(qsizetype length, std::chrono::milliseconds sinceEpoch)
{
    Q_ASSERT(length >= 14);
    constexpr qsizetype timed = 7;
    QByteArray text = randomId(length);
    auto rest = static_cast<quint64>(std::max<qint64>(sinceEpoch.count(), 0));
    for (qsizetype at = timed - 1; at >= 0; --at) {
        text[at] = base62::digits[rest % 62];
        rest /= 62;
    }
    return text;
}

} // namespace pc
