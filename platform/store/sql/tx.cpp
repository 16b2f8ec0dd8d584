// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/tx.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

Statement::Statement(QSqlQuery &query, const Dialect &dialect) : m_query(&query), m_dialect(&dialect) {}

Statement::Statement(Statement &&other) noexcept
    : m_query(std::exchange(other.m_query, nullptr)), m_dialect(other.m_dialect), m_bound(other.m_bound),
      m_ran(other.m_ran)
{
}

Statement::~Statement()
{
    if (m_query)
        m_query->finish();
}

QVariant Statement::stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant Statement::stored(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QVariant Statement::stored(const QDateTime &time)
{
    return time.isValid() ? QVariant(qint64{time.toMSecsSinceEpoch()}) : QVariant();
}

Statement &Statement::bind(const QVariant &value)
{
    m_query->bindValue(m_bound++, value);
    return *this;
}

Statement &Statement::bindAll(const QVariantList &values)
{
    for (const QVariant &value : values)
        bind(value);
    return *this;
}

void Statement::run()
{
    if (!m_query->exec())
        throw SqlFailure(m_dialect->errorOf(m_query->lastError()));
}

int Statement::exec()
{
    run();
    const int touched = m_query->numRowsAffected();
    m_query->finish();
    m_bound = 0;
    return touched;
}

bool Statement::next()
{
    if (!std::exchange(m_ran, true))
        run();
    if (m_query->next())
        return true;
    // The driver reports a failing step as an ordinary end; only its error tells them apart.
    if (m_query->lastError().isValid())
        throw SqlFailure(m_dialect->errorOf(m_query->lastError()));
    return false;
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Statement::number(int column) const
{
    return m_query->value(column).toLongLong();
}

double Statement::real(int column) const
{
    return m_query->value(column).toDouble();
}

bool Statement::isNull(int column) const
{
    return m_query->value(column).isNull();
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

Tx::Tx(const QSqlDatabase &database, const Dialect &dialect) : m_database(database), m_dialect(dialect) {}

Tx::~Tx() = default;

void Tx::startJob()
{
    m_rollBack = false;
    m_exempt = false;
    m_afterCommit.clear();
    m_lastly.clear();
    m_once.clear();
}

std::vector<std::function<void()>> Tx::takeAfterCommit()
{
    std::vector<std::function<void()>> acts = std::move(m_afterCommit);
    std::move(m_lastly.begin(), m_lastly.end(), std::back_inserter(acts));
    return acts;
}

Statement Tx::query(const QString &sql)
{
    std::shared_ptr<QSqlQuery> &slot = m_prepared[sql];
    if (!slot) {
        auto query = std::make_shared<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            throw SqlFailure(m_dialect.errorOf(query->lastError()));
        slot = std::move(query);
    }
    return Statement(*slot, m_dialect);
}

Statement Tx::queryOnce(const QString &sql)
{
    auto query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        throw SqlFailure(m_dialect.errorOf(query->lastError()));
    m_once.push_back(query);
    return Statement(*query, m_dialect);
}

void Tx::exec(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw SqlFailure(m_dialect.errorOf(query.lastError()));
}

} // namespace pc::platform
