// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/change_rows.h"

#include "contract/rules/list_line.h"

#include <QSet>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

const QString separator = QStringLiteral(", ");

/// Fields that older events hold as a list in one text.
bool isList(const QString &field)
{
    static const QSet<QString> lists{u"scopes"_s,          u"resources"_s,   u"tags"_s,
                                     u"data_categories"_s, u"signatories"_s, u"contacts"_s,
                                     u"networks"_s,        u"roles"_s,       u"allowed_networks"_s};
    return lists.contains(field.section(u'.', -1));
}

/// At commas outside of braces and quotation marks: an item may be a JSON object, or a text with a comma.
QStringList itemsOf(const QString &text)
{
    QStringList items;
    qsizetype start = 0;
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const auto quoted = i == start && c == u'"' ? rules::quotedItem(text, i) : std::nullopt;
        const QStringView rest = quoted ? QStringView(text).mid(quoted->end) : QStringView();
        if (quoted && (rest.isEmpty() || rest.startsWith(separator))) {
            items.append(quoted->value);
            start = quoted->end + separator.size();
            i = start - 1;
            continue;
        }
        depth += c == u'{' || c == u'[' ? 1 : c == u'}' || c == u']' ? -1 : 0;
        if (depth == 0 && QStringView(text).mid(i).startsWith(separator)) {
            items.append(text.mid(start, i - start));
            start = i + separator.size();
        }
    }
    if (start < text.size())
        items.append(text.mid(start));
    return items;
}

DiffRow rowOf(const FieldChange &change)
{
    const auto kind = change.before == change.after ? DiffRow::Change::Same
                      : change.before.isEmpty()     ? DiffRow::Change::Added
                      : change.after.isEmpty()      ? DiffRow::Change::Removed
                                                    : DiffRow::Change::Changed;
    DiffRow row{change.field, change.before, change.after, kind};
    if (kind == DiffRow::Change::Same)
        row.kept = static_cast<int>(itemsOf(change.before).size());
    return row;
}

QList<DiffRow> itemRows(const FieldChange &change)
{
    QList<DiffRow> rows;
    QStringList came = itemsOf(change.after);
    QStringList kept;
    for (const QString &item : itemsOf(change.before)) {
        if (came.removeOne(item))
            kept.append(item);
        else
            rows.append({change.field, item, {}, DiffRow::Change::Removed});
    }
    for (const QString &item : std::as_const(came))
        rows.append({change.field, {}, item, DiffRow::Change::Added});
    if (rows.isEmpty()) // another order only
        return {rowOf(change)};
    if (!kept.isEmpty()) {
        const QString stayed = rules::listLine(kept);
        rows.append({change.field, stayed, stayed, DiffRow::Change::Same, static_cast<int>(kept.size())});
    }
    return rows;
}

} // namespace

QList<DiffRow> changeRows(const QList<FieldChange> &changes)
{
    QList<DiffRow> rows;
    for (const FieldChange &change : changes) {
        if (change.before != change.after && isList(change.field))
            rows += itemRows(change);
        else
            rows.append(rowOf(change));
    }
    return rows;
}

} // namespace pc::views
