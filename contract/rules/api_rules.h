// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"

#include <QList>
#include <QString>

namespace pc::rules {

/// Whether a path lies at a base path or below it: "/v1/orders" and "/v1" below "/v1", "/v10" not; everything
/// below an empty one.
[[nodiscard]] bool isBelow(const QString &basePath, const QString &path);

/// Whether two APIs of one host would both have some path: a gateway sends it to one of them, and a decision
/// must not take it for the other's.
[[nodiscard]] bool basePathsMeet(const QString &one, const QString &other);

/// A path of one base path as it is below another: "/v1/orders" below "/v2" is "/v2/orders". One that is not
/// below the first stays.
[[nodiscard]] QString moved(const QString &path, const QString &from, const QString &to);

/// Something that an API may not share with another one.
struct ApiClash
{
    QString pointer; ///< of the draft's member: "/name", "/audience" or "/base_path"
    QString other;   ///< name of the other API
};

/// What only all APIs together can say of a draft. `id`: of the one that is edited; empty for a new one.
[[nodiscard]] QList<ApiClash> apiClashes(const ApiDraft &draft, const QString &id, const QList<Api> &apis);

} // namespace pc::rules
