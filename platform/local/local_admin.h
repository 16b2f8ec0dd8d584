// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "contract/crypto/secret.h"
#include "platform/local/local_service.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace pc::platform {

/// One request of LocalAdmin.
struct AdminQuestion
{
    Op op;
    QHash<QByteArray, QString> path{}; ///< values of the path's parameters, by name
    QByteArray query{};                ///< encoded, without its "?"
    QByteArray body{};
    QByteArray ifMatch{}; ///< with its quotes
    /// A service may take as long to read a file, and to find room for it.
    std::chrono::seconds limit = std::chrono::seconds(60);
};

/// The Admin API of a running service as one of its operators, whom a command of this host signs in: what it
/// changes is that operator's act, and is allowed what that one is. Ends the session when it goes.
class LocalAdmin
{
public:
    [[nodiscard]] static FromService<LocalAdmin> signIn(const QString &dataDirectory, const QString &account);
    ~LocalAdmin();
    LocalAdmin(LocalAdmin &&other) noexcept = default;
    LocalAdmin &operator=(LocalAdmin &&) = delete;

    /// The answer, when it is no refusal.
    [[nodiscard]] FromService<LocalReply> ask(const AdminQuestion &question) const;
    /// The same of an answer in JSON.
    [[nodiscard]] FromService<QJsonObject> read(const AdminQuestion &question) const;

private:
    LocalAdmin(QString socket, Secret token) : m_socket(std::move(socket)), m_token(std::move(token)) {}

    QString m_socket;
    Secret m_token;
};

} // namespace pc::platform
