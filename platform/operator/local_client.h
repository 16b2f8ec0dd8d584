// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace pc::platform {

struct LocalReply
{
    int status = 0;
    QByteArray body;
};

/// One request to a running service over the Unix socket of its data directory; waits at most ten seconds.
/// The error is a sentence.
[[nodiscard]] tl::expected<LocalReply, QString> askLocally(const QString &socketPath,
                                                           const QByteArray &method, const QByteArray &path,
                                                           const QByteArray &json = {});

/// Whether somebody listens on that socket.
[[nodiscard]] bool isListening(const QString &socketPath);

} // namespace pc::platform
