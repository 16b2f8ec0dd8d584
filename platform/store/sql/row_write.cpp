// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/row_write.h"

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString equation(const QString &column, const QString &value)
{
    return column + u" = "_s + value;
}

QString equations(const QStringList &columns, const QString &between)
{
    QStringList all;
    for (const QString &column : columns)
        all.append(equation(column, u"?"_s));
    return all.join(between);
}

} // namespace

RowWrite &RowWrite::add(const QString &column, QVariant value)
{
    m_columns.append(column);
    m_values.append(std::move(value));
    return *this;
}

int RowWrite::run(Tx &tx, const QString &onConflict) const
{
    return tx.query(insert_text::insert(m_table, m_columns) + onConflict).bindAll(m_values).exec();
}

void RowWrite::insert(Tx &tx) const
{
    (void)run(tx, {});
}

bool RowWrite::insertOrKeep(Tx &tx) const
{
    return run(tx, insert_text::orKeep(m_keys)) > 0;
}

void RowWrite::put(Tx &tx) const
{
    QStringList changes;
    for (qsizetype at = 0; at < m_changing.size(); ++at)
        changes.append(equation(m_changing.at(at), m_expressions.at(at)));
    (void)run(tx, insert_text::orSet(m_keys, changes));
}

bool RowWrite::update(Tx &tx) const
{
    QVariantList values;
    for (const QStringList *named : {&m_changing, &m_keys})
        for (const QString &column : *named)
            values.append(m_values.at(m_columns.indexOf(column)));
    const QString set = equations(m_changing, u", "_s);
    const QString where = equations(m_keys, u" AND "_s);
    // house: sql — tables and columns are constants of the program
    return tx.query(u"UPDATE "_s + m_table + u" SET "_s + set + u" WHERE "_s + where).bindAll(values).exec() >
           0;
}

} // namespace pc::platform
