// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/timer_clock.h"
#include "contract/crypto/secret.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>

namespace pc::client {

/// Where operator tokens of remote profiles are kept between sessions.
enum class SecretStoreKind {
    Undecided, ///< the keyring was not asked yet
    Keyring,   ///< the system's keyring
    MemoryOnly ///< no keyring answered: secrets live until the console ends. Pages show a banner.
};

enum class SecretStoreFault {
    NotFound, ///< nothing is kept under that name
    Denied,   ///< the person or the keyring refused
    Failed    ///< the keyring is there and failed
};

struct SecretStoreError
{
    SecretStoreFault fault = SecretStoreFault::Failed;
    QString detail;
};

template <typename T>
using SecretStoreResult = tl::expected<T, SecretStoreError>;

/// Named secrets. All functions answer once, later, on the context's thread, never after the context is gone.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    explicit SecretStore(QObject *parent = nullptr);
    ~SecretStore() override;

    [[nodiscard]] virtual SecretStoreKind kind() const = 0;
    virtual void read(const QString &name, QObject *context,
                      std::function<void(SecretStoreResult<Secret>)> done) = 0;
    virtual void write(const QString &name, Secret secret, QObject *context,
                       std::function<void(SecretStoreResult<void>)> done) = 0;
    /// Removing what is not there succeeds.
    virtual void remove(const QString &name, QObject *context,
                        std::function<void(SecretStoreResult<void>)> done) = 0;

Q_SIGNALS:
    void kindChanged(pc::client::SecretStoreKind kind);
};

/// Never writes anywhere; secrets are wiped when it dies.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT
public:
    explicit MemorySecretStore(QObject *parent = nullptr);
    ~MemorySecretStore() override;
    [[nodiscard]] SecretStoreKind kind() const override { return SecretStoreKind::MemoryOnly; }
    void read(const QString &name, QObject *context,
              std::function<void(SecretStoreResult<Secret>)> done) override;
    void write(const QString &name, Secret secret, QObject *context,
               std::function<void(SecretStoreResult<void>)> done) override;
    void remove(const QString &name, QObject *context,
                std::function<void(SecretStoreResult<void>)> done) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pc::client
