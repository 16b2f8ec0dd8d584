// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/keyset.h"

#include "contract/codec/base64url.h"
#include "contract/rules/fold.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pc::platform {

using namespace Qt::StringLiterals;

void Filter::add(const QString &condition, const QVariantList &values)
{
    m_conditions.append(condition);
    m_values.append(values);
}

void Filter::addEquals(const QString &column, const QString &value)
{
    if (!value.isEmpty())
        add(column + u" = ?"_s, {value});
}

void Filter::addSpan(const QString &column, const std::optional<QDateTime> &from,
                     const std::optional<QDateTime> &to)
{
    if (from)
        add(column + u" >= ?"_s, {from->toMSecsSinceEpoch()});
    if (to)
        add(column + u" < ?"_s, {to->toMSecsSinceEpoch()});
}

void Filter::addIn(const QString &column, const QStringList &values)
{
    addIn(column, QVariantList(values.begin(), values.end()), false);
}

void Filter::addIn(const QString &column, const QVariantList &values, bool isExcluded)
{
    if (values.isEmpty())
        return;
    QString marks = u"?"_s;
    marks += u", ?"_s.repeated(values.size() - 1);
    add(column + (isExcluded ? u" NOT IN ("_s : u" IN ("_s) + marks + u')', values);
}

void Filter::addContains(const QStringList &columns, const QString &text)
{
    QString pattern = pc::rules::fold(text);
    if (pattern.isEmpty())
        return;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    pattern = u'%' + pattern + u'%';
    QStringList parts;
    for (const QString &column : columns) {
        parts.append(column + u" LIKE ? ESCAPE '\\'"_s);
        m_values.append(pattern);
    }
    m_conditions.append(u'(' + parts.join(u" OR "_s) + u')');
}

QString Filter::where() const
{
    // house: sql — conditions are constants with placeholders; their values are bound
    return m_conditions.isEmpty() ? QString() : u" WHERE "_s + m_conditions.join(u" AND "_s);
}

QStringList namesOf(std::span<const SortOrder> orders)
{
    QStringList names;
    for (const SortOrder &order : orders)
        names.append(QStringView(order.name).toString());
    return names;
}

std::optional<SortKey> sortKey(std::span<const SortOrder> orders, const QString &sort,
                               const QString &tieBreaker)
{
    const bool descending = sort.startsWith(u'-');
    const QString name = descending ? sort.mid(1) : sort;
    for (const SortOrder &order : orders) {
        if (name == QStringView(order.name))
            return SortKey{QStringView(order.expression).toString(), tieBreaker, descending, order.number};
    }
    return {};
}

QString KeysetCursor::encode() const
{
    const QJsonArray array{order, QJsonValue::fromVariant(key), QJsonValue::fromVariant(tie)};
    return QString::fromLatin1(toBase64Url(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

std::optional<KeysetCursor> KeysetCursor::decode(const QString &text, const QString &order, bool number)
{
    if (text.size() > longestText)
        return {};
    const auto bytes = fromBase64Url(text.toLatin1());
    if (!bytes)
        return {};
    const QJsonArray array = QJsonDocument::fromJson(*bytes).array();
    if (array.size() != 3 || array.at(0).toString() != order || array.at(1).isDouble() != number)
        return {};
    const auto variant = [](const QJsonValue &value) {
        if (!value.isDouble())
            return QVariant(value.toString());
        const double real = value.toDouble();
        const qint64 whole = value.toInteger();
        return static_cast<double>(whole) == real ? QVariant(whole) : QVariant(real);
    };
    return KeysetCursor{order, variant(array.at(1)), variant(array.at(2))};
}

void addPlace(Filter &filter, const SortKey &sort, const KeysetCursor &cursor)
{
    const QString compare = sort.descending ? u"<"_s : u">"_s;
    filter.add(u'(' + sort.expression + u", "_s + sort.tieBreaker + u") "_s + compare + u" (?, ?)"_s,
               {cursor.key, cursor.tie});
}

QString orderBy(const SortKey &sort)
{
    const QString direction = sort.descending ? u" DESC"_s : QString();
    return u" ORDER BY "_s + sort.expression + direction + u", "_s + sort.tieBreaker + direction;
}

PageStep stepPage(Statement &row, qsizetype found)
{
    try {
        return row.next() ? PageStep::Row : PageStep::End;
    } catch (const SqlFailure &failure) {
        if (failure.error().kind != StoreError::Kind::Interrupted || found == 0)
            throw;
        return PageStep::OutOfTime;
    }
}

Counted countRows(Tx &tx, const QString &from, const Filter &filter, qsizetype found)
{
    // house: sql — every caller names its tables by a constant
    Statement count = tx.queryOnce(u"SELECT COUNT(*) FROM (SELECT 1 FROM "_s + from + filter.where() +
                                   u" LIMIT "_s + QString::number(cheapCount + 1) + u") AS bounded"_s);
    count.bindAll(filter.values());
    qint64 rows = 0;
    try {
        rows = only<qint64>(count).value_or(0);
    } catch (const SqlFailure &failure) {
        if (failure.error().kind != StoreError::Kind::Interrupted)
            throw;
        return {{}, found};
    }
    if (rows > cheapCount)
        return {{}, rows};
    return {rows, {}};
}

Statement selectSorted(Tx &tx, const ListSource &source, const Filter &filter, const SortKey &sort, int limit)
{
    const QString key = sort.expression + u", "_s + sort.tieBreaker;
    // house: sql — every caller names its columns and tables by constants
    Statement row = tx.queryOnce(u"SELECT "_s + source.columns.selected() + u", "_s + key + u" FROM "_s +
                                 source.from + filter.where() + orderBy(sort) + u" LIMIT ?"_s);
    row.bindAll(filter.values()).bind(limit);
    return row;
}

} // namespace pc::platform
