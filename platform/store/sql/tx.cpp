// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/tx.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

Statement::Statement(Statement &&other) noexcept
    : m_prepared(std::exchange(other.m_prepared, nullptr)), m_values(other.m_values), m_runs(other.m_runs)
{
}

Statement::~Statement()
{
    if (m_prepared)
        m_prepared->finish();
}

QVariant Statement::stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant Statement::stored(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

void Statement::bindAt(int place, const QVariant &stored)
{
    switch (stored.typeId()) {
    case QMetaType::UnknownType:
        toBind()->bindNull(place);
        break;
    case QMetaType::QByteArray:
        toBind()->bindBytes(place, stored.toByteArray());
        break;
    case QMetaType::Double:
        toBind()->bindReal(place, stored.toDouble());
        break;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        toBind()->bindNumber(place, stored.toLongLong());
        break;
    default:
        toBind()->bindText(place, stored.toString());
    }
}

Statement &Statement::bindAll(const QVariantList &values)
{
    for (const QVariant &value : values)
        bind(value);
    return *this;
}

void Statement::begin()
{
    if (m_values != m_prepared->places())
        throw SqlFailure(
            {StoreError::Kind::Other,
             u"a statement of %1 values was given %2"_s.arg(m_prepared->places()).arg(m_values)});
    m_values = 0;
}

int Statement::exec()
{
    begin();
    return m_prepared->exec();
}

bool Statement::next()
{
    if (!std::exchange(m_runs, true))
        begin();
    return m_prepared->step();
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

Tx::Tx(const QSqlDatabase &database, const Dialect &dialect) : m_database(database), m_dialect(dialect) {}

Tx::~Tx() = default;

void Tx::startJob()
{
    m_isToYield = nullptr;
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

std::unique_ptr<Prepared> Tx::prepare(const QString &sql)
{
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        throw SqlFailure(m_dialect.errorOf(query->lastError()));
    return m_dialect.prepared(m_database, std::move(query));
}

Statement Tx::query(const QString &sql)
{
    giveWay();
    std::shared_ptr<Prepared> &slot = m_prepared[sql];
    if (!slot)
        slot = prepare(sql);
    return Statement(*slot);
}

Statement Tx::queryOnce(const QString &sql)
{
    m_once.push_back(prepare(sql));
    return Statement(*m_once.back());
}

void Tx::exec(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw SqlFailure(m_dialect.errorOf(query.lastError()));
}

} // namespace pc::platform
