// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

/// In another order than the table and the writes have them.
const struct : Columns
{
    Column<QString> kept{*this, u"kept"};
    Column<qint64> count{*this, u"count"};
    Column<std::optional<QDateTime>> at{*this, u"at"};
    Column<QString> second{*this, u"second"};
    Column<QString> first{*this, u"first"};
} columns;

struct Row
{
    QString first;
    QString second;
    QString kept;
    std::optional<QDateTime> at;
    qint64 count = 0;
    bool operator==(const Row &) const = default;
};

const QDateTime noon({2026, 5, 1}, {12, 0}, Qt::UTC);

RowWrite written(const Row &row)
{
    return RowWrite(u"a"_s)
        .once(u"kept"_s, row.kept)
        .key(u"second"_s, row.second)
        .set(u"at"_s, row.at)
        .key(u"first"_s, row.first)
        .merge(u"count"_s, row.count, u"a.count + excluded.count"_s);
}

} // namespace

class TestRowWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<StoreFixture>();
        m_store->tx.exec(
            u"CREATE TABLE a (first TEXT, second TEXT, count BIGINT, at BIGINT, kept TEXT NOT NULL, "
            "PRIMARY KEY (first, second))"_s);
    }
    void cleanup() { m_store.reset(); }

    /// Each value stands in its column, whatever their order.
    void insertWritesEachColumn()
    {
        const Row row{u"1"_s, u"2"_s, u"3"_s, noon, 4};
        written(row).insert(m_store->tx);
        QCOMPARE(rows(), QList<Row>{row});
        QVERIFY_THROWS_EXCEPTION(SqlFailure, written(row).insert(m_store->tx));
        const Row empty{u"1"_s, u"3"_s, QString(), {}, 0};
        written(empty).insert(m_store->tx); // text that is null is empty, a time that is none is NULL
        QCOMPARE(rows(), (QList<Row>{row, empty}));
    }
    void putChangesWhatIsSet()
    {
        written({u"1"_s, u"2"_s, u"3"_s, noon, 4}).put(m_store->tx);
        written({u"1"_s, u"9"_s, u"other"_s, noon, 1}).put(m_store->tx);
        written({u"1"_s, u"2"_s, u"late"_s, noon.addSecs(1), 10}).put(m_store->tx);
        QCOMPARE(rows(), (QList<Row>{{u"1"_s, u"2"_s, u"3"_s, noon.addSecs(1), 14},
                                     {u"1"_s, u"9"_s, u"other"_s, noon, 1}}));
    }
    void insertOrKeepTellsWhich()
    {
        QVERIFY(written({u"1"_s, u"2"_s, u"3"_s, noon, 4}).insertOrKeep(m_store->tx));
        QVERIFY(!written({u"1"_s, u"2"_s, u"5"_s, {}, 6}).insertOrKeep(m_store->tx));
        QCOMPARE(rows(), (QList<Row>{{u"1"_s, u"2"_s, u"3"_s, noon, 4}}));
    }
    /// Of the row of both keys, and without what is written once.
    void updateChangesOneRow()
    {
        written({u"1"_s, u"2"_s, u"3"_s, noon, 4}).insert(m_store->tx);
        written({u"1"_s, u"9"_s, u"3"_s, noon, 4}).insert(m_store->tx);
        QVERIFY(written({u"1"_s, u"9"_s, u"late"_s, {}, 7}).update(m_store->tx));
        QVERIFY(!written({u"2"_s, u"9"_s, u"late"_s, {}, 7}).update(m_store->tx));
        QCOMPARE(rows(), (QList<Row>{{u"1"_s, u"2"_s, u"3"_s, noon, 4}, {u"1"_s, u"9"_s, u"3"_s, {}, 7}}));
    }
    /// No value becomes part of a statement.
    void valuesAreParameters()
    {
        const Row row{u"'); DROP TABLE a; --"_s, u"?"_s, u"\"x\""_s, noon, 1};
        written(row).put(m_store->tx);
        written(row).put(m_store->tx);
        QCOMPARE(rows().size(), 1);
        QCOMPARE(rows().constFirst().first, row.first);
    }

private:
    [[nodiscard]] QList<Row> rows()
    {
        QList<Row> list;
        Statement row =
            m_store->tx.query(u"SELECT "_s + columns.selected() + u" FROM a ORDER BY first, second"_s);
        while (row.next())
            list.append({columns.first(row), columns.second(row), columns.kept(row), columns.at(row),
                         columns.count(row)});
        return list;
    }

    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(TestRowWrite)
#include "tst_row_write.moc"
