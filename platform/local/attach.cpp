// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/attach.h"

#include "platform/local/local_service.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

tl::expected<Attachment, QString> attachTo(const QString &dataDirectory)
{
    // Longer than a sign-in waits for a store that hangs (AdminSettings::storePatience).
    constexpr std::chrono::seconds patience{5};
    auto attached = LocalService(dataDirectory, patience).attach();
    if (!attached)
        return tl::make_unexpected(attached.error().text);
    QByteArray token = attached->token.toLatin1();
    if (token.isEmpty())
        return tl::make_unexpected(u"the running service gave no token"_s);
    return Attachment{attached->url, attached->caFile, pc::Secret::takeFrom(token)};
}

} // namespace pc::platform
