// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

namespace pc {

/// Why a cryptographic input was not taken.
enum class CryptoFault {
    Malformed,   ///< the bytes do not have the documented shape
    Unsupported, ///< well formed, but a version or algorithm that is not on the allow-list
    Rejected,    ///< well formed, and wrong: checksum, signature, tag or proof does not hold
    Internal     ///< the library below failed (out of memory, missing algorithm)
};

/// A fault and a fixed English sentence for logs. It never contains a byte of the input.
struct CryptoError
{
    CryptoFault fault = CryptoFault::Internal;
    const char *what = "";
};

template <typename T>
using CryptoResult = tl::expected<T, CryptoError>;

[[nodiscard]] inline tl::unexpected<CryptoError> malformed(const char *what)
{
    return tl::unexpected<CryptoError>(CryptoError{CryptoFault::Malformed, what});
}
[[nodiscard]] inline tl::unexpected<CryptoError> unsupported(const char *what)
{
    return tl::unexpected<CryptoError>(CryptoError{CryptoFault::Unsupported, what});
}
[[nodiscard]] inline tl::unexpected<CryptoError> rejected(const char *what)
{
    return tl::unexpected<CryptoError>(CryptoError{CryptoFault::Rejected, what});
}
[[nodiscard]] inline tl::unexpected<CryptoError> internalFault(const char *what)
{
    return tl::unexpected<CryptoError>(CryptoError{CryptoFault::Internal, what});
}

} // namespace pc
