# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_contract PRIVATE
    crypto/base62.h
    crypto/byte_pointer.h
    crypto/checkpoint.cpp crypto/checkpoint.h
    crypto/crc32.cpp crypto/crc32.h
    crypto/credential_format.cpp crypto/credential_format.h
    crypto/crypto_error.h
    crypto/disguise.cpp crypto/disguise.h
    crypto/evidence_statement.cpp crypto/evidence_statement.h
    crypto/hashing.cpp crypto/hashing.h
    crypto/jwt.cpp crypto/jwt.h
    crypto/merkle.cpp crypto/merkle.h
    crypto/openssl_ptr.h
    crypto/p256.cpp crypto/p256.h
    crypto/pem.cpp crypto/pem.h
    crypto/random_id.cpp crypto/random_id.h
    crypto/random_source.cpp crypto/random_source.h
    crypto/redaction.cpp crypto/redaction.h
    crypto/sealing.cpp crypto/sealing.h
    crypto/secret.cpp crypto/secret.h
    crypto/secret_box.cpp crypto/secret_box.h
    crypto/signing_key.cpp crypto/signing_key.h
    crypto/tls_ca.cpp crypto/tls_ca.h
    crypto/verifier.cpp crypto/verifier.h
)
