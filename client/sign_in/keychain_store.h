// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/sign_in/secret_store.h"

namespace pc::client {

/// The system's keyring by QtKeychain. Without one (QtKeychain answers OtherError or NoBackendAvailable) it
/// turns into a memory-only store for the rest of the run and says so; it never falls back to a file.
class KeychainStore final : public SecretStore
{
    Q_OBJECT
public:
    /// `service` groups the entries in the keyring, e.g. "partner-console".
    explicit KeychainStore(QString service, QObject *parent = nullptr);
    ~KeychainStore() override;
    [[nodiscard]] SecretStoreKind kind() const override { return m_kind; }
    void read(const QString &name, QObject *context,
              std::function<void(SecretStoreResult<Secret>)> done) override;
    void write(const QString &name, Secret secret, QObject *context,
               std::function<void(SecretStoreResult<void>)> done) override;
    void remove(const QString &name, QObject *context,
                std::function<void(SecretStoreResult<void>)> done) override;

private:
    void setKind(SecretStoreKind kind);

    QString m_service;
    SecretStoreKind m_kind = SecretStoreKind::Undecided;
    MemorySecretStore m_memory;
};

} // namespace pc::client
