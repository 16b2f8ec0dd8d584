// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/transport.h"

#include <QUrl>

namespace pc::client {

QByteArray HttpRequest::target() const
{
    QByteArray target = path.toLatin1();
    char separator = '?';
    for (const auto &[name, value] : query) {
        target += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return target;
}

QByteArray HttpRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString HttpRequest::queryValue(const QString &name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

QByteArray HttpResponse::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[key, value] : headers) {
        if (key == lowerCaseName)
            return value;
    }
    return {};
}

Exchange::~Exchange() = default;
Transport::~Transport() = default;

} // namespace pc::client
