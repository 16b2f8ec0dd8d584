// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/remembered_address.h"

#include "platform/data_dir/data_directory.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace pc::platform {

using namespace Qt::StringLiterals;

RememberedAddress RememberedAddress::read(const QString &file)
{
    QFile stored(file);
    if (!stored.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(stored.read(4096)).object();
    const int port = object.value(u"port"_s).toInt();
    const QUrl issuer(object.value(u"issuer"_s).toString(), QUrl::StrictMode);
    RememberedAddress address;
    if (port > 0 && port <= 65535)
        address.port = static_cast<quint16>(port);
    if (issuer.isValid() && issuer.scheme() == u"https"_s && !issuer.host().isEmpty())
        address.issuer = issuer.toString(QUrl::FullyEncoded);
    return address;
}

tl::expected<void, QString> RememberedAddress::write(const QString &file) const
{
    const QJsonObject object{{u"port"_s, port}, {u"issuer"_s, issuer}};
    return writePrivateFile(file, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace pc::platform
