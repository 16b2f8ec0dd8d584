// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/description_file.h"

#include "platform/openapi/node_builder.h"

#include <QFile>

namespace pc::platform {

using namespace Qt::StringLiterals;

tl::expected<QByteArray, Failure> readDescriptionFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    const QByteArray bytes = file.read(openapi::DocumentBounds().bytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failed(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    return bytes;
}

} // namespace pc::platform
