// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/secret.h"

#include <openssl/crypto.h>

#include <cstring>
#include <utility>

namespace pc {

Secret::Secret(qsizetype size)
    : m_bytes(size > 0 ? new char[static_cast<size_t>(size)]() : nullptr), m_size(size > 0 ? size : 0)
{
}

Secret::~Secret()
{
    clear();
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        clear();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::copyOf(QByteArrayView bytes)
{
    Secret copy(bytes.size());
    if (!bytes.isEmpty())
        std::memcpy(copy.m_bytes, bytes.data(), static_cast<size_t>(bytes.size()));
    return copy;
}

Secret Secret::takeFrom(QByteArray &source)
{
    Secret taken = copyOf(source);
    wipe(source);
    return taken;
}

Secret Secret::clone() const
{
    return copyOf(view());
}

QByteArrayView Secret::view() const noexcept
{
    return QByteArrayView(m_bytes, m_size);
}

void Secret::clear() noexcept
{
    if (m_bytes) {
        OPENSSL_cleanse(m_bytes, static_cast<size_t>(m_size));
        delete[] m_bytes;
        m_bytes = nullptr;
    }
    m_size = 0;
}

bool Secret::equals(QByteArrayView a, QByteArrayView b) noexcept
{
    if (a.size() != b.size())
        return false;
    return a.isEmpty() || CRYPTO_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

void wipe(QByteArray &bytes) noexcept
{
    // data() on a shared array would detach: the copy would be wiped, and the original left as it is.
    if (!bytes.isEmpty() && bytes.isDetached())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

} // namespace pc
