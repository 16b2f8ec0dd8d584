// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/page.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/tx.h"

#include <QStringList>
#include <QVariantList>

#include <optional>
#include <span>

namespace pc::platform {

/// Conditions of a list query, joined by AND. Texts are constants of the program; values travel as parameters
/// only.
class Filter
{
public:
    void add(const QString &condition, const QVariantList &values = {});
    /// `column = ?`; nothing when `value` is empty.
    void addEquals(const QString &column, const QString &value);
    /// Times in milliseconds from `from` to before `to`, as far as they are set.
    void addSpan(const QString &column, const std::optional<QDateTime> &from,
                 const std::optional<QDateTime> &to);
    /// `column IN (?, …)`; nothing when `values` is empty.
    void addIn(const QString &column, const QStringList &values);
    /// The same of values of any kind; `isExcluded`: NOT IN.
    void addIn(const QString &column, const QVariantList &values, bool isExcluded);
    /// "Contains" as people mean it, over columns that hold folded text (contract/rules/fold.h) or ASCII in
    /// small letters, any of them; nothing when `text` has nothing to be seen.
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

/// A sort order that a list offers, by its name in the API.
struct SortOrder
{
    const char16_t *name;
    const char16_t *expression;
    bool number;
};
[[nodiscard]] QStringList namesOf(std::span<const SortOrder> orders);
/// `sort` is a name, with "-" in front when descending. Nullopt when there is no such order.
[[nodiscard]] std::optional<SortKey> sortKey(std::span<const SortOrder> orders, const QString &sort,
                                             const QString &tieBreaker);

/// Place after a row, as an opaque text: names the order it belongs to, so that a cursor of another order is
/// refused.
struct KeysetCursor
{
    QString order;
    QVariant key;
    QVariant tie;

    static constexpr int longestText = 2000; ///< a longer one is none of ours

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
/// `found`: what is known without counting; all there is to say when the question's time is over
/// (Interruption).
[[nodiscard]] Counted countRows(Tx &tx, const QString &from, const Filter &filter, qsizetype found = 0);

/// One step through the rows of a page that has `found` of them so far. OutOfTime: the question's time is
/// over, and what was found is a page, to be gone on from; without any row that is thrown on, as nothing
/// would be gained by asking again.
enum class PageStep { End, Row, OutOfTime };
[[nodiscard]] PageStep stepPage(Statement &row, qsizetype found);

/// What a list selects; the texts are constants of the program.
struct ListSource
{
    const Columns &columns;
    QString from;
};
/// Selects at most `limit` rows in the order of `sort`: the columns, then the sort's key and its tie breaker.
[[nodiscard]] Statement selectSorted(Tx &tx, const ListSource &source, const Filter &filter,
                                     const SortKey &sort, int limit);

/// One page of a list in the order of `sort`, counted without regard to the cursor. `order` names list and
/// order in the cursor; `read` makes a row's value of `columns`. Nullopt when the cursor is of another order.
template <typename T>
[[nodiscard]] std::optional<Page<T>> readPage(Tx &tx, const ListSource &source, const Filter &filter,
                                              const SortKey &sort, const QString &order,
                                              const QString &cursor, int limit, T (*read)(const Statement &))
{
    Page<T> page;
    Filter placed = filter;
    if (!cursor.isEmpty()) {
        const auto place = KeysetCursor::decode(cursor, order, sort.number);
        if (!place)
            return {};
        addPlace(placed, sort, *place);
    }
    Statement row = selectSorted(tx, source, placed, sort, limit + 1);
    const auto number = Column<double>::behind(source.columns, 0);
    const auto key = Column<QString>::behind(source.columns, 0);
    const auto tie = Column<QString>::behind(source.columns, 1);
    KeysetCursor last{order, {}, {}};
    for (;;) {
        const PageStep step = stepPage(row, page.items.size());
        if (step == PageStep::End)
            break;
        if (step == PageStep::OutOfTime || page.items.size() == limit) {
            page.nextCursor = last.encode();
            break;
        }
        page.items.append(read(row));
        last.key = sort.number ? QVariant(number(row)) : QVariant(key(row));
        last.tie = tie(row);
    }
    const Counted counted = countRows(tx, source.from, filter, page.items.size());
    page.count = counted.exact;
    page.countAtLeast = counted.atLeast;
    return page;
}

} // namespace pc::platform
