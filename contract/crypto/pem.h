// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/openssl_ptr.h"
#include "contract/crypto/secret.h"

/// PEM in and out. Internal to contract/crypto.
namespace pc::pem {

/// Null when it is not an unencrypted private key. Never asks for a passphrase.
[[nodiscard]] ossl::PkeyPtr readPrivateKey(QByteArrayView pem);
/// PKCS #8; empty when the library fails.
[[nodiscard]] Secret writePrivateKey(const EVP_PKEY *key);
/// The first certificate; null when there is none.
[[nodiscard]] ossl::X509Ptr readCertificate(QByteArrayView pem);
[[nodiscard]] QByteArray writeCertificate(const X509 *certificate);

} // namespace pc::pem
