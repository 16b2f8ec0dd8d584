// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/p256.h"

#include "contract/crypto/byte_pointer.h"

#include <openssl/core_names.h>
#include <openssl/obj_mac.h>

namespace pc::p256 {

namespace {

constexpr qsizetype scalarSize = 32;
constexpr qsizetype pointSize = 65;

ossl::PkeyPtr keyFrom(OSSL_PARAM_BLD *builder, int selection)
{
    const ossl::ParamsPtr params(OSSL_PARAM_BLD_to_param(builder));
    const ossl::PkeyCtxPtr context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, selection, params.get()) != 1)
        return nullptr;
    return ossl::PkeyPtr(key);
}

} // namespace

QByteArray publicPoint(const Secret &scalar)
{
    if (scalar.size() != scalarSize)
        return {};
    const ossl::EcGroupPtr group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const ossl::BigNumPtr number(BN_secure_new());
    if (!group || !number || !BN_bin2bn(bytesOf(scalar.view()), scalarSize, number.get()))
        return {};
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    if (BN_is_zero(number.get()) || BN_cmp(number.get(), EC_GROUP_get0_order(group.get())) >= 0)
        return {};
    const ossl::EcPointPtr point(EC_POINT_new(group.get()));
    QByteArray out(pointSize, Qt::Uninitialized);
    if (!point || EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, nullptr) != 1 ||
        EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                           reinterpret_cast<unsigned char *>(out.data()), static_cast<size_t>(out.size()),
                           nullptr) != static_cast<size_t>(pointSize))
        return {};
    return out;
}

Secret randomScalar(RandomSource &random)
{
    // n is just under 2^256: a draw outside [1, n-1] happens once in 2^32 times and is repeated.
    for (;;) {
        Secret scalar = randomBytes(random, scalarSize);
        if (!publicPoint(scalar).isEmpty())
            return scalar;
    }
}

ossl::PkeyPtr publicKey(QByteArrayView point)
{
    if (point.size() != pointSize || point[0] != 0x04)
        return nullptr;
    const ossl::ParamBuildPtr builder(OSSL_PARAM_BLD_new());
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, SN_X9_62_prime256v1, 0) !=
            1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         static_cast<size_t>(point.size())) != 1)
        return nullptr;
    ossl::PkeyPtr key = keyFrom(builder.get(), EVP_PKEY_PUBLIC_KEY);
    if (!key)
        return nullptr;
    const ossl::PkeyCtxPtr check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    if (!check || EVP_PKEY_public_check(check.get()) != 1)
        return nullptr;
    return key;
}

ossl::PkeyPtr privateKey(const Secret &scalar, QByteArrayView point)
{
    const ossl::ParamBuildPtr builder(OSSL_PARAM_BLD_new());
    const ossl::BigNumPtr number(BN_secure_new());
    if (scalar.size() != scalarSize || point.size() != pointSize || !builder || !number ||
        !BN_bin2bn(bytesOf(scalar.view()), scalarSize, number.get()) ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, SN_X9_62_prime256v1, 0) !=
            1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         static_cast<size_t>(point.size())) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number.get()) != 1)
        return nullptr;
    return keyFrom(builder.get(), EVP_PKEY_KEYPAIR);
}

QByteArray pointOf(const EVP_PKEY *key)
{
    QByteArray point(pointSize, Qt::Uninitialized);
    size_t size = 0;
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_EC ||
        EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY,
                                        reinterpret_cast<unsigned char *>(point.data()),
                                        static_cast<size_t>(point.size()), &size) != 1 ||
        size != static_cast<size_t>(pointSize) || point[0] != 0x04)
        return {};
    return point;
}

} // namespace pc::p256
