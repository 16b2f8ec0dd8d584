// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/server_names.h"

#include <arpa/inet.h>

#include <array>

namespace pc::platform {

void ServerNames::addHost(const QString &host)
{
    std::array<unsigned char, 16> buffer{};
    const QByteArray latin = host.toLatin1();
    const bool address = ::inet_pton(AF_INET, latin.constData(), buffer.data()) == 1 ||
                         ::inet_pton(AF_INET6, latin.constData(), buffer.data()) == 1;
    QStringList &list = address ? ip : dns;
    if (!list.contains(host))
        list.append(host);
}

} // namespace pc::platform
