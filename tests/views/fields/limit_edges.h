// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_limits.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace pc::test {

/// A value at an edge of a field's limit, and what is said of it.
struct LimitEdge
{
    QString what;     ///< "the longest", "one too many", …
    QJsonValue value; ///< of the member
    QString code;     ///< empty: accepted
};

/// A value of so many code points, or entries, that fits the field's form. Aborts for a pattern that it does
/// not know: a new one wants a line here.
[[nodiscard]] QString textOfLength(const rules::FieldLimit &limit, qint64 length);
/// At each edge the last value that is accepted and the first that is not. `example`: one entry of a list of
/// objects.
[[nodiscard]] QList<LimitEdge> limitEdges(const rules::FieldLimit &limit, const QJsonObject &example);

} // namespace pc::test
