// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sign_in/secret_store.h"

#include <map>

namespace pc::client {

SecretStore::SecretStore(QObject *parent) : QObject(parent) {}

SecretStore::~SecretStore() = default;

struct MemorySecretStore::Private
{
    std::map<QString, Secret> secrets;
};

MemorySecretStore::MemorySecretStore(QObject *parent) : SecretStore(parent), d(std::make_unique<Private>()) {}

MemorySecretStore::~MemorySecretStore() = default;

void MemorySecretStore::read(const QString &name, QObject *context,
                             std::function<void(SecretStoreResult<Secret>)> done)
{
    const auto it = d->secrets.find(name);
    auto found = it == d->secrets.end() ? nullptr : std::make_shared<Secret>(it->second.clone());
    QMetaObject::invokeMethod(
        context,
        [found, done = std::move(done)] {
            if (found)
                done(std::move(*found));
            else
                done(tl::make_unexpected(SecretStoreError{SecretStoreFault::NotFound, {}}));
        },
        Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &name, Secret secret, QObject *context,
                              std::function<void(SecretStoreResult<void>)> done)
{
    d->secrets.insert_or_assign(name, std::move(secret));
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemorySecretStore::remove(const QString &name, QObject *context,
                               std::function<void(SecretStoreResult<void>)> done)
{
    d->secrets.erase(name);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace pc::client
