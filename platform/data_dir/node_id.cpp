// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/node_id.h"

#include "contract/crypto/base62.h"
#include "platform/data_dir/data_directory.h"

#include <QFile>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView prefix = "nod_";
constexpr qsizetype digits = 12;

bool isNodeId(const QByteArray &text)
{
    return text.size() == prefix.size() + digits && text.startsWith(prefix) &&
           base62::isBase62(QByteArrayView(text).sliced(prefix.size()));
}

} // namespace

tl::expected<QString, QString> nodeId(const QString &dataDirectory, RandomSource &random)
{
    QFile file(dataDirectory + u"/node-id"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray text = file.read(64).trimmed();
        if (!isNodeId(text))
            return tl::make_unexpected(
                u"%1 does not hold the id of a node: restore it"_s.arg(file.fileName()));
        return QString::fromLatin1(text);
    }
    if (file.exists())
        return tl::make_unexpected(u"%1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
    const QByteArray id = prefix.toByteArray() + randomBase62(random, digits).view().toByteArray();
    if (auto written = writePrivateFile(file.fileName(), QByteArray(id + '\n')); !written)
        return tl::make_unexpected(written.error());
    return QString::fromLatin1(id);
}

} // namespace pc::platform
