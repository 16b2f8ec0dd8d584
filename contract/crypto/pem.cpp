// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/pem.h"

#include <openssl/pem.h>

namespace pc::pem {

namespace {

constexpr qsizetype maxSize = 64 * 1024;

// OpenSSL's default callback asks on the terminal; a service must not.
int refusePassphrase(char *, int, int, void *)
{
    return -1;
}

ossl::BioPtr reader(QByteArrayView pem)
{
    if (pem.isEmpty() || pem.size() > maxSize)
        return nullptr;
    return ossl::BioPtr(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

QByteArrayView contents(BIO *bio)
{
    char *data = nullptr;
    const auto size = BIO_ctrl(bio, BIO_CTRL_INFO, 0, &data);
    return QByteArrayView(data, data ? size : 0);
}

} // namespace

ossl::PkeyPtr readPrivateKey(QByteArrayView pem)
{
    const auto bio = reader(pem);
    return ossl::PkeyPtr(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, refusePassphrase, nullptr)
                             : nullptr);
}

Secret writePrivateKey(const EVP_PKEY *key)
{
    const ossl::BioPtr bio(BIO_new(BIO_s_secmem())); // wiped when freed
    if (!key || !bio ||
        PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, refusePassphrase, nullptr) != 1)
        return {};
    return Secret::copyOf(contents(bio.get()));
}

ossl::X509Ptr readCertificate(QByteArrayView pem)
{
    const auto bio = reader(pem);
    return ossl::X509Ptr(bio ? PEM_read_bio_X509(bio.get(), nullptr, refusePassphrase, nullptr) : nullptr);
}

QByteArray writeCertificate(const X509 *certificate)
{
    const ossl::BioPtr bio(BIO_new(BIO_s_mem()));
    if (!certificate || !bio || PEM_write_bio_X509(bio.get(), certificate) != 1)
        return {};
    return contents(bio.get()).toByteArray();
}

} // namespace pc::pem
