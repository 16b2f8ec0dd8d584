// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pc::platform {

/// Names and addresses that the server certificate must carry.
struct ServerNames
{
    QStringList dns{QStringLiteral("localhost")};
    QStringList ip;

    /// Adds it where it belongs, once: an address as inet_pton(3) reads it, else a name.
    void addHost(const QString &host);
};

} // namespace pc::platform
