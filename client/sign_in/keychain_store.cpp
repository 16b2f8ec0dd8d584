// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sign_in/keychain_store.h"

#include <QPointer>

#include <qt6keychain/keychain.h>

namespace pc::client {

namespace {

/// Without a keyring QtKeychain answers OtherError, hardly ever NoBackendAvailable (measured): both mean that
/// there is none.
bool meansNoKeyring(QKeychain::Error error)
{
    return error == QKeychain::OtherError || error == QKeychain::NoBackendAvailable ||
           error == QKeychain::NotImplemented;
}

SecretStoreError storeErrorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {SecretStoreFault::NotFound, job.errorString()};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {SecretStoreFault::Denied, job.errorString()};
    default:
        return {SecretStoreFault::Failed, job.errorString()};
    }
}

} // namespace

KeychainStore::KeychainStore(QString service, QObject *parent)
    : SecretStore(parent), m_service(std::move(service))
{
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::setKind(SecretStoreKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    Q_EMIT kindChanged(kind);
}

void KeychainStore::read(const QString &name, QObject *context,
                         std::function<void(SecretStoreResult<Secret>)> done)
{
    if (m_kind == SecretStoreKind::MemoryOnly)
        return m_memory.read(name, context, std::move(done));
    auto *job = new QKeychain::ReadPasswordJob(m_service, this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, name, context = QPointer<QObject>(context), done = std::move(done)] {
                if (meansNoKeyring(job->error())) {
                    setKind(SecretStoreKind::MemoryOnly);
                    if (context)
                        m_memory.read(name, context, done);
                    return;
                }
                setKind(SecretStoreKind::Keyring);
                if (!context)
                    return;
                if (job->error() != QKeychain::NoError)
                    return done(tl::make_unexpected(storeErrorOf(*job)));
                QByteArray bytes = job->binaryData();
                done(Secret::takeFrom(bytes));
            });
    job->start();
}

void KeychainStore::write(const QString &name, Secret secret, QObject *context,
                          std::function<void(SecretStoreResult<void>)> done)
{
    if (m_kind == SecretStoreKind::MemoryOnly)
        return m_memory.write(name, std::move(secret), context, std::move(done));
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setKey(name);
    job->setBinaryData(QByteArray(secret.view().data(), secret.size()));
    const auto kept = std::make_shared<Secret>(std::move(secret));
    connect(job, &QKeychain::Job::finished, this,
            [this, job, name, kept, context = QPointer<QObject>(context), done = std::move(done)] {
                if (meansNoKeyring(job->error())) {
                    setKind(SecretStoreKind::MemoryOnly);
                    // Kept for this run even when nobody waits for the answer any more.
                    m_memory.write(
                        name, std::move(*kept), context ? context.data() : this,
                        context ? done : [](SecretStoreResult<void>) {});
                    return;
                }
                setKind(SecretStoreKind::Keyring);
                if (!context)
                    return;
                if (job->error() != QKeychain::NoError)
                    return done(tl::make_unexpected(storeErrorOf(*job)));
                done({});
            });
    job->start();
}

void KeychainStore::remove(const QString &name, QObject *context,
                           std::function<void(SecretStoreResult<void>)> done)
{
    if (m_kind == SecretStoreKind::MemoryOnly)
        return m_memory.remove(name, context, std::move(done));
    auto *job = new QKeychain::DeletePasswordJob(m_service, this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, name, context = QPointer<QObject>(context), done = std::move(done)] {
                if (meansNoKeyring(job->error())) {
                    setKind(SecretStoreKind::MemoryOnly);
                    if (context)
                        m_memory.remove(name, context, done);
                    return;
                }
                setKind(SecretStoreKind::Keyring);
                if (!context)
                    return;
                if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
                    return done(tl::make_unexpected(storeErrorOf(*job)));
                done({});
            });
    job->start();
}

} // namespace pc::client
