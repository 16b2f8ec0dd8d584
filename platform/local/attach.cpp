// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/attach.h"

#include "platform/data_dir/data_directory.h"
#include "platform/local/local_client.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform {

using namespace Qt::StringLiterals;

tl::expected<Attachment, QString> attachTo(const QString &dataDirectory)
{
    // Longer than a sign-in waits for a store that hangs (AdminSettings::storePatience).
    constexpr std::chrono::seconds patience{5};
    auto reply = askLocally(localSocketPath(dataDirectory), "POST", "/local/v1/attach", {}, patience);
    if (!reply)
        return tl::make_unexpected(reply.error());
    QJsonObject object = QJsonDocument::fromJson(reply->body).object();
    pc::wipe(reply->body);
    QByteArray token = object.take(u"token"_s).toString().toLatin1();
    if (reply->status != 200 || token.isEmpty())
        return tl::make_unexpected(u"the running service answered %1"_s.arg(reply->status));
    return Attachment{object.value(u"url"_s).toString(), object.value(u"ca_file"_s).toString(),
                      pc::Secret::takeFrom(token)};
}

} // namespace pc::platform
