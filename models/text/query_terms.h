// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

/// Lines that ask by fields and words: `actor:ops-1 -status:403 path:"/a b" "a phrase" word`. Pure; what the
/// fields mean is of whoever asks.
namespace pc::models {

struct QueryTerm
{
    QString field; ///< lower case; empty for a word
    QString value; ///< without its quotes; may be empty: a field without a value yet, an empty quote
    bool isExcluded = false; ///< "-" stood before the field
    QString text;            ///< as a line holds it
    bool operator==(const QueryTerm &) const = default;
};

/// The terms of a line in their order. A value with blanks stands in double quotes, in which `\"` and `\\`
/// are those signs; a quote that is still open goes to the end of the line, because lines are read while
/// people type.
[[nodiscard]] QList<QueryTerm> queryTerms(const QString &line);
/// One term that reads back as just that.
[[nodiscard]] QString termText(const QString &field, const QString &value, bool isExcluded = false);
/// An instant (UTC) as a value: ISO 8601, with thousandths where it has some.
[[nodiscard]] QString timeValue(const QDateTime &instant);

} // namespace pc::models
