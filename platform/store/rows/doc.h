// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"
#include "platform/store/sql/sql_failure.h"

#include <QJsonDocument>
#include <QStringList>

/// `doc` columns: JSON of the contract's codecs.
namespace pc::platform {

template <typename T>
[[nodiscard]] QString encodeDoc(const T &value)
{
    return QString::fromUtf8(QJsonDocument(toJson(value)).toJson(QJsonDocument::Compact));
}

/// Throws SqlFailure(Corrupt) when the stored text is not what this program writes.
template <typename T>
[[nodiscard]] T decodeDoc(const QString &doc)
{
    auto value = fromJson<T>(QJsonDocument::fromJson(doc.toUtf8()).object());
    if (!value) {
        throw SqlFailure({StoreError::Kind::Corrupt,
                          QStringLiteral("a stored document is not valid at %1").arg(value.error().pointer)});
    }
    return std::move(*value);
}

template <typename E>
[[nodiscard]] QStringList textsOf(const QList<E> &values)
{
    QStringList texts;
    for (const E value : values)
        texts.append(toText(value));
    return texts;
}

} // namespace pc::platform
