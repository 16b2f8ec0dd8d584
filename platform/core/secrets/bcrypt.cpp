// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/secrets/bcrypt.h"

#include <openssl/crypto.h>

#include <memory>

#include <crypt.h>

namespace pc::platform {

namespace {

/// Some 32 KiB, with what it was computed from.
struct WipedCryptData
{
    void operator()(crypt_data *data) const
    {
        OPENSSL_cleanse(data, sizeof *data);
        delete data;
    }
};

/// What crypt_r() makes of them; empty when it refuses.
QByteArray crypted(const Secret &text, const char *setting)
{
    if (text.view().contains('\0'))
        return {};
    Secret terminated(text.size() + 1); // C text
    std::copy(text.view().begin(), text.view().end(), terminated.data());
    const std::unique_ptr<crypt_data, WipedCryptData> data(new crypt_data{});
    const char *made = ::crypt_r(terminated.data(), setting, data.get());
    return made == nullptr || *made == '*' ? QByteArray() : QByteArray(made);
}

} // namespace

bool bcryptHolds(const Secret &text, const Secret &hash)
{
    const QByteArray setting = hash.view().toByteArray();
    if (!setting.startsWith("$2") || text.size() > longestBcryptText) // crypt_r() knows many schemes
        return false;
    const QByteArray made = crypted(text, setting.constData());
    return made.size() == setting.size() && Secret::equals(made, setting);
}

QByteArray bcryptHash(const Secret &text, int cost, QByteArrayView random16)
{
    char setting[CRYPT_GENSALT_OUTPUT_SIZE] = {};
    if (::crypt_gensalt_rn("$2b$", static_cast<unsigned long>(cost), random16.data(),
                           static_cast<int>(random16.size()), setting, sizeof setting) == nullptr)
        return {};
    return crypted(text, setting);
}

} // namespace pc::platform
