// SPDX-License-Identifier: GPL-3.0-or-later
// Both ways of a prepared statement, over Qt SQL and over the engine itself, write and read the same.
#include "platform/store/sql/query_prepared.h"
#include "platform/store/sql/tx.h"
#include "platform/store/sqlite/sqlite_dialect.h"
#include "platform/store/sqlite/sqlite_prepared.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

#include <functional>
#include <limits>

using namespace Qt::StringLiterals;
using namespace pc::platform;

namespace {

using Write = std::function<void(Prepared &)>;

enum class Way { Query, Engine };

} // namespace

class TestPrepared : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"prepared"_s);
        m_database.setDatabaseName(u":memory:"_s);
        QVERIFY(m_database.open());
        QVERIFY(QSqlQuery(m_database).exec(u"CREATE TABLE a (id INTEGER PRIMARY KEY, v)"_s));
    }
    void cleanupTestCase()
    {
        m_database = {};
        QSqlDatabase::removeDatabase(u"prepared"_s);
    }
    void init() { QVERIFY(QSqlQuery(m_database).exec(u"DELETE FROM a"_s)); }

    void writesAndReadsTheSame_data()
    {
        QTest::addColumn<Write>("write");
        const auto text = [](const QString &value) {
            return Write([value](Prepared &to) { to.bindText(0, value); });
        };
        const auto bytes = [](const QByteArray &value) {
            return Write([value](Prepared &to) { to.bindBytes(0, value); });
        };
        const auto number = [](qint64 value) {
            return Write([value](Prepared &to) { to.bindNumber(0, value); });
        };
        const auto real = [](double value) {
            return Write([value](Prepared &to) { to.bindReal(0, value); });
        };
        QTest::newRow("null") << Write([](Prepared &to) { to.bindNull(0); });
        QTest::newRow("no text") << text({});
        QTest::newRow("empty text") << text(u""_s);
        QTest::newRow("text") << text(u"Zahlen und Käse, 日本語, 😀, العربية"_s);
        QTest::newRow("text with a zero") << text(u"a\0b"_s);
        QTest::newRow("plain text") << text(u"~\x7f plain"_s);
        QTest::newRow("long plain text") << text(QString(513, u'x'));
        QTest::newRow("half of a pair") << text(QString(QChar(0xd83d)) + u"x"_s);
        QTest::newRow("digits") << text(u"12345"_s);
        QTest::newRow("no bytes") << bytes({});
        QTest::newRow("bytes") << bytes(QByteArray("\0\x01\xff z", 5));
        for (const qint64 each : {qint64{0}, qint64{-1}, qint64{1} << 40, std::numeric_limits<qint64>::max(),
                                  std::numeric_limits<qint64>::min()})
            QTest::addRow("number %lld", static_cast<long long>(each)) << number(each);
        for (const double each : {0.5, -2.5, 7.0, 1e300, 1.0 / 3})
            QTest::addRow("real %g", each) << real(each);
    }
    void writesAndReadsTheSame()
    {
        QFETCH(Write, write);
        for (const Way way : {Way::Query, Way::Engine}) {
            const auto insert = prepared(way, u"INSERT INTO a (v) VALUES (?)"_s);
            write(*insert);
            QCOMPARE(insert->exec(), 1);
        }
        // What one wrote is what the other wrote, to SQLite itself.
        QSqlQuery same(m_database);
        QVERIFY(same.exec(u"SELECT COUNT(DISTINCT typeof(v) || ':' || COALESCE(quote(v), '')) FROM a"_s) &&
                same.next());
        QCOMPARE(same.value(0).toInt(), 1);
        const auto byQuery = prepared(Way::Query, u"SELECT v FROM a ORDER BY id"_s);
        const auto byEngine = prepared(Way::Engine, u"SELECT v FROM a ORDER BY id"_s);
        for (int row = 0; row < 2; ++row) {
            QVERIFY(byQuery->step() && byEngine->step());
            QCOMPARE(byEngine->isNull(0), byQuery->isNull(0));
            QCOMPARE(byEngine->text(0), byQuery->text(0));
            QCOMPARE(byEngine->bytes(0), byQuery->bytes(0));
            QCOMPARE(byEngine->real(0), byQuery->real(0));
            if (qAbs(byQuery->real(0)) < 9e15 || byQuery->number(0) != 0)
                QCOMPARE(byEngine->number(0), byQuery->number(0));
        }
        QVERIFY(!byQuery->step());
        QVERIFY(!byEngine->step());
    }

    void beginsAnew_data() { ways(); }
    void beginsAnew()
    {
        QFETCH(Way, way);
        const auto insert = prepared(way, u"INSERT INTO a (id, v) VALUES (?, ?)"_s);
        for (int id = 1; id <= 3; ++id) {
            insert->bindNumber(0, id);
            insert->bindText(1, QString::number(id * 10));
            QCOMPARE(insert->exec(), 1);
        }
        const auto some = prepared(way, u"SELECT v FROM a WHERE id >= ? ORDER BY id"_s);
        for (int from : {2, 1, 3}) {
            some->bindNumber(0, from);
            for (int id = from; id <= 3; ++id) {
                QVERIFY(some->step());
                QCOMPARE(some->text(0), QString::number(id * 10));
                if (id == 2)
                    break; // left in the middle
            }
            some->finish();
        }
        const auto none = prepared(way, u"UPDATE a SET v = ? WHERE id = 99"_s);
        none->bindText(0, u"x"_s);
        QCOMPARE(none->exec(), 0);
    }

    void endsOnce_data() { ways(); }
    void endsOnce()
    {
        QFETCH(Way, way);
        const auto insert = prepared(way, u"INSERT INTO a (v) VALUES (?)"_s);
        insert->bindNumber(0, 1);
        QCOMPARE(insert->exec(), 1);
        const auto all = prepared(way, u"SELECT v FROM a"_s);
        QVERIFY(all->step());
        QVERIFY(!all->step());
        QVERIFY(!all->step());
        all->finish();
        QVERIFY(all->step());
    }

    // What was bound is gone with the run that used it.
    void forgetsItsValues_data() { ways(); }
    void forgetsItsValues()
    {
        QFETCH(Way, way);
        const auto insert = prepared(way, u"INSERT INTO a (id, v) VALUES (?, ?)"_s);
        QCOMPARE(insert->places(), 2);
        insert->bindNumber(0, 1);
        insert->bindText(1, u"once"_s);
        QCOMPARE(insert->exec(), 1);
        insert->bindNumber(0, 2);
        QCOMPARE(insert->exec(), 1);
        QSqlQuery second(m_database);
        QVERIFY(second.exec(u"SELECT v IS NULL FROM a WHERE id = 2"_s) && second.next());
        QCOMPARE(second.value(0).toInt(), 1);
    }

    // A Statement takes neither too few values nor too many.
    void everyPlaceHasAValue()
    {
        Tx tx(m_database, sqliteDialect());
        const auto fails = [](const std::function<void()> &run) {
            try {
                run();
            } catch (const SqlFailure &) {
                return true;
            }
            return false;
        };
        const QString text = u"INSERT INTO a (id, v) VALUES (?, ?)"_s;
        QVERIFY(fails([&] { tx.query(text).bind(1).exec(); }));
        QVERIFY(fails([&] { tx.query(text).bind(1).bind(2).bind(3).exec(); }));
        QVERIFY(fails([&] { (void)tx.query(u"SELECT v FROM a WHERE id = ?"_s).next(); }));
        QCOMPARE(tx.query(text).bind(1).bind(2).exec(), 1);
        Statement many = tx.query(text);
        many.bind(2).bind(2).exec();
        QVERIFY(fails([&] { many.bind(3).exec(); }));
    }

    void faultsAreTold_data() { ways(); }
    void faultsAreTold()
    {
        QFETCH(Way, way);
        const auto insert = prepared(way, u"INSERT INTO a (id, v) VALUES (1, ?)"_s);
        insert->bindText(0, u"the value of a secret"_s);
        QCOMPARE(insert->exec(), 1);
        insert->bindText(0, u"the value of a secret"_s);
        try {
            insert->exec();
            QFAIL("one key, two rows");
        } catch (const SqlFailure &failure) {
            QCOMPARE(failure.error().kind, StoreError::Kind::Constraint);
            QVERIFY(!failure.error().text.contains(u"secret"_s));
        }
        // The statement is as good as before.
        insert->finish();
        QVERIFY(QSqlQuery(m_database).exec(u"DELETE FROM a"_s));
        insert->bindText(0, u"again"_s);
        QCOMPARE(insert->exec(), 1);
    }

private:
    static void ways()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("query") << Way::Query;
        QTest::newRow("engine") << Way::Engine;
    }
    [[nodiscard]] std::unique_ptr<Prepared> prepared(Way way, const QString &sql)
    {
        auto query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            qFatal("cannot prepare");
        if (way == Way::Query)
            return std::make_unique<QueryPrepared>(std::move(query), sqliteDialect());
        auto own = SqlitePrepared::over(m_database, query);
        if (!own)
            qFatal("Qt's SQLite is another one");
        return own;
    }

    QSqlDatabase m_database;
};

QTEST_GUILESS_MAIN(TestPrepared)
#include "tst_prepared.moc"
