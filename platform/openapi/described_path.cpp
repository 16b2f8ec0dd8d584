// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/described_path.h"

#include "platform/uri/percent.h"

#include <QUrl>

#include <string_view>

namespace pc::platform::openapi {

namespace {

constexpr qsizetype escapeSize = 3; // %XX

/// The byte that is escaped at `at`; -1 where none is.
int escapedByte(const QByteArray &path, qsizetype at)
{
    if (path.at(at) != '%' || at + escapeSize > path.size())
        return -1;
    const int high = hexValue(path.at(at + 1));
    const int low = hexValue(path.at(at + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool meansItself(int byte)
{
    constexpr std::string_view meanings = "/\\.;%?#{}";
    return byte >= 0x20 && byte != 0x7f && meanings.find(static_cast<char>(byte)) == std::string_view::npos;
}

} // namespace

QString unescapedPath(const QString &path)
{
    if (!path.contains(u'%'))
        return path;
    const QByteArray written = path.toUtf8();
    QByteArray bytes;
    for (qsizetype at = 0; at < written.size();) {
        const int byte = escapedByte(written, at);
        if (meansItself(byte)) {
            bytes += static_cast<char>(byte);
            at += escapeSize;
        } else {
            bytes += written.at(at);
            ++at;
        }
    }
    return cleanUtf8(bytes).value_or(path);
}

QString escapedPath(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/{}%!$&'()*+,;=:@"));
}

} // namespace pc::platform::openapi
