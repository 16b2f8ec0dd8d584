// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"

#include <QList>

#include <functional>

/// Every codec by the name of its schema: decodes a JSON value and encodes what came out.
struct CodecRow
{
    QString schema;
    std::function<pc::Decoded<QJsonObject>(const QJsonValue &)> again;
};

[[nodiscard]] const QList<CodecRow> &codecTable();

/// The example of a schema, contract/examples/<schema in snake_case>.json.
[[nodiscard]] QString examplePath(const QString &schema);
[[nodiscard]] QByteArray readFile(const QString &path);
[[nodiscard]] QJsonObject exampleOf(const QString &schema);
