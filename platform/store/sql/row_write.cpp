// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/row_write.h"

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString equations(const QStringList &columns, const QStringList &values, const QString &between)
{
    QStringList all;
    for (qsizetype at = 0; at < columns.size(); ++at)
        all.append(columns.at(at) + u" = "_s + values.at(at));
    return all.join(between);
}

QStringList places(qsizetype count)
{
    return QStringList(count, u"?"_s);
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
    const QString columns = m_columns.join(u", ");
    const QString values = places(m_columns.size()).join(u", ");
    // house: sql — tables and columns are constants of the program
    return tx
        .query(u"INSERT INTO "_s + m_table + u" ("_s + columns + u") VALUES ("_s + values + u')' + onConflict)
        .bindAll(m_values)
        .exec();
}

void RowWrite::insert(Tx &tx) const
{
    (void)run(tx, {});
}

bool RowWrite::insertOrKeep(Tx &tx) const
{
    return run(tx, u" ON CONFLICT ("_s + m_keys.join(u", ") + u") DO NOTHING"_s) > 0;
}

void RowWrite::put(Tx &tx) const
{
    // house: sql — tables and columns are constants of the program
    (void)run(tx, u" ON CONFLICT ("_s + m_keys.join(u", ") + u") DO UPDATE SET "_s +
                      equations(m_changing, m_expressions, u", "_s));
}

bool RowWrite::update(Tx &tx) const
{
    QVariantList values;
    for (const QStringList *named : {&m_changing, &m_keys})
        for (const QString &column : *named)
            values.append(m_values.at(m_columns.indexOf(column)));
    const QString set = equations(m_changing, places(m_changing.size()), u", "_s);
    const QString where = equations(m_keys, places(m_keys.size()), u" AND "_s);
    // house: sql — tables and columns are constants of the program
    return tx.query(u"UPDATE "_s + m_table + u" SET "_s + set + u" WHERE "_s + where).bindAll(values).exec() >
           0;
}

} // namespace pc::platform
