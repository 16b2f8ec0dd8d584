// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>

#include <iosfwd>

class QString;

namespace pc {

/// Bytes that must not outlive their use: a credential, a private key, a pepper, an operator token.
///
/// Move-only; the memory is wiped with OPENSSL_cleanse when the object dies or is moved from or assigned to.
/// There is no conversion to QString or QByteArray and no stream operator, so that a secret cannot slip into
/// a log line or an implicitly shared buffer. view() is the one way to the bytes.
class Secret
{
public:
    Secret() noexcept = default;
    /// `size` zero bytes, to be filled through data().
    explicit Secret(qsizetype size);
    ~Secret();

    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /// Copies. The caller keeps responsibility for the source.
    [[nodiscard]] static Secret copyOf(QByteArrayView bytes);
    /// Copies, then wipes and clears `source`. Other QByteArrays that share its buffer are *not* reached:
    /// take a byte array only where it was made and never copied.
    [[nodiscard]] static Secret takeFrom(QByteArray &source);

    /// An explicit copy, for the rare case where two owners are needed.
    [[nodiscard]] Secret clone() const;

    [[nodiscard]] QByteArrayView view() const noexcept;
    [[nodiscard]] char *data() noexcept { return m_bytes; }
    [[nodiscard]] qsizetype size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }

    /// Wipes the bytes and becomes empty.
    void clear() noexcept;

    /// Constant time in the bytes (CRYPTO_memcmp); the length is not treated as secret.
    [[nodiscard]] friend bool operator==(const Secret &a, const Secret &b) noexcept
    {
        return equals(a.view(), b.view());
    }
    [[nodiscard]] static bool equals(QByteArrayView a, QByteArrayView b) noexcept;

    explicit operator QString() const = delete;
    explicit operator QByteArray() const = delete;

private:
    char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

QDebug operator<<(QDebug, const Secret &) = delete;
std::ostream &operator<<(std::ostream &, const Secret &) = delete;

/// Wipes a byte array in place when it is the only owner of its buffer, then clears it.
void wipe(QByteArray &bytes) noexcept;

} // namespace pc
