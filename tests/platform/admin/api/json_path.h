// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace pc::platform::test {

/// `body` with the value at a path of members and indices.
[[nodiscard]] inline QJsonValue with(const QJsonValue &body, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString key = path.constFirst();
    bool isIndex = false;
    const int index = key.toInt(&isIndex);
    if (isIndex) {
        QJsonArray array = body.toArray();
        while (array.size() <= index)
            array.append(QJsonValue());
        array.replace(index, with(array.at(index), path.mid(1), value));
        return array;
    }
    QJsonObject object = body.toObject();
    object.insert(key, with(object.value(key), path.mid(1), value));
    return object;
}

/// `body` without the member at a path.
[[nodiscard]] inline QJsonValue without(const QJsonValue &body, const QStringList &path)
{
    return with(body, path, QJsonValue(QJsonValue::Undefined));
}

} // namespace pc::platform::test
