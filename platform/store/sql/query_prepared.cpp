// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/query_prepared.h"

#include <QSqlError>
#include <QVariant>

#include <utility>

namespace pc::platform {

QueryPrepared::QueryPrepared(std::unique_ptr<QSqlQuery> query, const Dialect &dialect)
    : m_query(std::move(query)), m_dialect(dialect)
{
}

int QueryPrepared::places() const
{
    return static_cast<int>(m_query->lastQuery().count(u'?')); // no constant of a statement holds one
}

void QueryPrepared::bindNull(int place)
{
    m_query->bindValue(place, QVariant());
}

void QueryPrepared::bindText(int place, QStringView text)
{
    m_query->bindValue(place, text.isEmpty() ? QStringLiteral("") : text.toString());
}

void QueryPrepared::bindBytes(int place, QByteArrayView bytes)
{
    m_query->bindValue(place, bytes.isEmpty() ? QByteArray("") : bytes.toByteArray());
}

void QueryPrepared::bindNumber(int place, qint64 number)
{
    m_query->bindValue(place, number);
}

void QueryPrepared::bindReal(int place, double number)
{
    m_query->bindValue(place, number);
}

void QueryPrepared::run()
{
    if (!m_query->exec())
        throw SqlFailure(m_dialect.errorOf(m_query->lastError()));
}

int QueryPrepared::exec()
{
    run();
    const int touched = m_query->numRowsAffected();
    finish();
    return touched;
}

bool QueryPrepared::step()
{
    if (!std::exchange(m_ran, true))
        run();
    if (m_query->next())
        return true;
    // The driver reports a failing step as an ordinary end; only its error tells them apart.
    if (m_query->lastError().isValid())
        throw SqlFailure(m_dialect.errorOf(m_query->lastError()));
    return false;
}

void QueryPrepared::finish() noexcept
{
    m_query->finish();
    m_ran = false;
    for (int place = places() - 1; place >= 0; --place)
        m_query->bindValue(place, QVariant());
}

QString QueryPrepared::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray QueryPrepared::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 QueryPrepared::number(int column) const
{
    return m_query->value(column).toLongLong();
}

double QueryPrepared::real(int column) const
{
    return m_query->value(column).toDouble();
}

bool QueryPrepared::isNull(int column) const
{
    return m_query->value(column).isNull();
}

} // namespace pc::platform
