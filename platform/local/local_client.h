// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <utility>

namespace pc::platform {

struct LocalReply
{
    int status = 0;
    QByteArray body;
    QByteArray etag; ///< with its quotes; empty: none
};

struct LocalQuestion
{
    QByteArray method;
    QByteArray path; ///< with its query
    QByteArray body{};
    QByteArray contentType = QByteArrayLiteral("application/json"); ///< of a body
    QList<std::pair<QByteArray, QByteArray>> headers{};             ///< besides
    std::chrono::seconds limit = std::chrono::seconds(10);          ///< for each step
};

/// One request to a running service over the Unix socket of its data directory. The error is a sentence; it
/// says so when the service may have carried the request out all the same.
[[nodiscard]] tl::expected<LocalReply, QString> askLocally(const QString &socketPath,
                                                           const LocalQuestion &question);
[[nodiscard]] tl::expected<LocalReply, QString>
askLocally(const QString &socketPath, const QByteArray &method, const QByteArray &path,
           const QByteArray &json = {}, std::chrono::seconds limit = std::chrono::seconds(10));

/// Whether somebody listens on that socket.
[[nodiscard]] bool isListening(const QString &socketPath);

} // namespace pc::platform
