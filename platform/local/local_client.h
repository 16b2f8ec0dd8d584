// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>

namespace pc::platform {

struct LocalReply
{
    int status = 0;
    QByteArray body;
};

/// One request to a running service over the Unix socket of its data directory; each step waits at most
/// `limit`. The error is a sentence; it says so when the service may have carried the request out all the
/// same.
[[nodiscard]] tl::expected<LocalReply, QString>
askLocally(const QString &socketPath, const QByteArray &method, const QByteArray &path,
           const QByteArray &json = {}, std::chrono::seconds limit = std::chrono::seconds(10));

/// Whether somebody listens on that socket.
[[nodiscard]] bool isListening(const QString &socketPath);

} // namespace pc::platform
