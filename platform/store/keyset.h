// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/tx.h"

#include <QStringList>
#include <QVariantList>

#include <optional>

namespace pc::platform {

/// Conditions of a list query, joined by AND. Texts are constants of the program; values travel as parameters
/// only.
class Filter
{
public:
    void add(const QString &condition, const QVariantList &values = {});
    /// `column IN (?, …)`; nothing when `values` is empty.
    void addIn(const QString &column, const QStringList &values);
    /// Case-insensitive "contains" over lower-cased columns, any of them.
    void addContains(const QStringList &columns, const QString &text);

    [[nodiscard]] QString where() const; ///< " WHERE …" or empty
    [[nodiscard]] const QVariantList &values() const { return m_values; }

private:
    QStringList m_conditions;
    QVariantList m_values;
};

/// One sort order of a list: an expression that is never NULL, and a unique column that breaks ties.
struct SortKey
{
    QString expression;
    QString tieBreaker;
    bool descending = false;
    bool number = false;
};

/// Place after a row, as an opaque text: names the order it belongs to, so that a cursor of another order is
/// refused.
struct KeysetCursor
{
    QString order;
    QVariant key;
    QVariant tie;

    [[nodiscard]] QString encode() const;
    /// Nullopt when the text is not a cursor of this order.
    [[nodiscard]] static std::optional<KeysetCursor> decode(const QString &text, const QString &order,
                                                            bool number);
};

/// Adds the place to a filter, and gives the ORDER BY clause.
void addPlace(Filter &filter, const SortKey &sort, const KeysetCursor &cursor);
[[nodiscard]] QString orderBy(const SortKey &sort);

/// Rows counted up to this many are exact.
inline constexpr qint64 cheapCount = 10000;

/// Counts `from` + the filter: {exact, nothing} or {nothing, at least}.
struct Counted
{
    std::optional<qint64> exact;
    std::optional<qint64> atLeast;
};
[[nodiscard]] Counted countRows(Tx &tx, const QString &from, const Filter &filter);

} // namespace pc::platform
