// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/columns.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

/// In another order than the table has them.
const struct : Columns
{
    Column<bool> flag{*this, u"flag"};
    Column<QString> text{*this, u"text"};
    Column<int> next{*this, u"number + 1"};
    Column<qint64> number{*this, u"number"};
    Column<double> half{*this, u"number / 2.0"};
    Column<QByteArray> bytes{*this, u"bytes"};
    Column<QDateTime> at{*this, u"at"};
    Column<std::optional<QDateTime>> ended{*this, u"ended"};
    Column<std::optional<qint64>> again{*this, u"ended AS again"};
    Column<Realm> realm{*this, u"realm"};
} columns;

} // namespace

class TestColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<StoreFixture>();
        m_store->tx.exec(u"CREATE TABLE a (text TEXT, number BIGINT, at BIGINT, ended BIGINT, realm TEXT, "
                         "flag BIGINT, bytes BLOB)"_s);
    }
    void cleanup() { m_store.reset(); }

    void theListIsItsDeclaration()
    {
        QCOMPARE(columns.selected(),
                 u"flag, text, number + 1, number, number / 2.0, bytes, at, ended, ended AS again, realm"_s);
        QCOMPARE(columns.count(), 10);
        QCOMPARE(Columns().selected(), QString());
    }

    void eachIsReadFromItsPlace()
    {
        const QDateTime at({2026, 5, 1}, {12, 0}, Qt::UTC);
        insert(at, at.addSecs(1));
        insert(at, {});
        Statement row = m_store->tx.query(u"SELECT "_s + columns.selected() + u", 'behind', 7 FROM a"_s);
        QVERIFY(row.next());
        QCOMPARE(columns.text(row), u"Ünï"_s);
        QCOMPARE(columns.number(row), 4'000'000'001);
        QCOMPARE(columns.half(row), 2'000'000'000.5);
        QCOMPARE(columns.bytes(row), QByteArray("\0\1", 2));
        QCOMPARE(columns.at(row), at);
        QCOMPARE(columns.ended(row), at.addSecs(1));
        QCOMPARE(columns.again(row), at.addSecs(1).toMSecsSinceEpoch());
        QCOMPARE(columns.realm(row), Realm::Production);
        QVERIFY(columns.flag(row));
        QCOMPARE(Column<QString>::behind(columns, 0)(row), u"behind"_s);
        QCOMPARE(Column<int>::behind(columns, 1)(row), 7);
        QVERIFY(row.next());
        QCOMPARE(columns.ended(row), std::nullopt);
        QCOMPARE(columns.again(row), std::nullopt);
        QVERIFY(columns.ended.isNull(row));
        QVERIFY(!row.next());
    }

    void onlyOne()
    {
        const auto ask = [this](const QString &sql) { return m_store->tx.queryOnce(sql); };
        {
            Statement none = ask(u"SELECT number FROM a"_s);
            QCOMPARE(only<qint64>(none), std::nullopt);
        }
        insert(QDateTime({2026, 5, 1}, {12, 0}, Qt::UTC), {});
        Statement number = ask(u"SELECT number FROM a"_s);
        QCOMPARE(only<qint64>(number), 4'000'000'001);
        Statement null = ask(u"SELECT ended FROM a"_s);
        const auto found = only<std::optional<qint64>>(null);
        QVERIFY(found.has_value() && !found->has_value()); // a row, with nothing in it
        Statement sum = ask(u"SELECT SUM(ended) FROM a"_s);
        QCOMPARE(only<qint64>(sum), 0);
    }

private:
    void insert(const QDateTime &at, const std::optional<QDateTime> &ended)
    {
        m_store->tx
            .query(
                u"INSERT INTO a (text, number, at, ended, realm, flag, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
            .bind(u"Ünï"_s)
            .bind(qint64{4'000'000'001})
            .bind(at)
            .bind(ended)
            .bind(toText(Realm::Production))
            .bind(true)
            .bind(QByteArray("\0\1", 2))
            .exec();
    }

    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
