// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/factory/open_store.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/sql/keyset.h"
#include "platform/store/sql/migrations.h"
#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"
#include "tests/support/in_time.h"

#include <QTemporaryDir>
#include <QtTest>

#include <thread>

#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

/// The suite sees a Store only; another engine is one more row in data().
std::unique_ptr<Store> openStore(const QString &directory, qint64 maxPages = 0, bool reserve = false)
{
    StoreOptions options;
    options.node = u"nod_test"_s;
    options.file = directory + u"/store.db"_s;
    options.maxPages = maxPages;
    if (reserve)
        options.reserveFile = directory + u"/reserve"_s;
    auto store = pc::platform::openStore(options);
    if (!store)
        qFatal("%s", qPrintable(store.error().text));
    return std::move(*store);
}

qint64 countMeta(Store &store)
{
    return store
        .readNow<qint64>([](Tx &tx) {
            Statement row = tx.query(u"SELECT COUNT(*) FROM meta"_s);
            return row.next() ? row.number(0) : -1;
        })
        .value();
}

QString valueOf(Store &store, const QString &name)
{
    return store.readNow<QString>([&](Tx &tx) { return meta_rows::value(tx, name); }).value();
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAreReadBack();
    void rolledBackWritesLeaveNothing();
    void failedWritesLeaveNothing();
    void writersLoseNothing();
    void readersSeeWholeTransactions();
    void afterCommitRunsOnlyThen();
    void urgentWritesOvertake();
    void closedStoreRefuses();
    void schemaStepsAreCheckedAndKept();
    void fullStoreRefusesCleanly();
    void reserveLetsAnUrgentWriteThrough();
    void everyCommitIsSynced();
    void searchTermsAreData();
};

void TestStore::writesAreReadBack()
{
    QTemporaryDir dir;
    {
        auto store = openStore(dir.path());
        QVERIFY(store->writeNow<bool>([](Tx &tx) {
            meta_rows::put(tx, u"a"_s, u"Ünïcode '\"; DROP TABLE meta"_s);
            return true;
        }));
    }
    auto store = openStore(dir.path());
    QCOMPARE(valueOf(*store, u"a"_s), u"Ünïcode '\"; DROP TABLE meta"_s);
    QCOMPARE(QFile::permissions(dir.path() + u"/store.db"_s) & (QFile::ReadOther | QFile::ReadGroup),
             QFile::Permissions());
}

void TestStore::rolledBackWritesLeaveNothing()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    const auto answer = store->writeNow<int>([](Tx &tx) {
        meta_rows::put(tx, u"a"_s, u"1"_s);
        tx.rollBack();
        return 7;
    });
    QCOMPARE(answer.value(), 7);
    QCOMPARE(countMeta(*store), 0);
}

void TestStore::failedWritesLeaveNothing()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    const auto failed = store->writeNow<bool>([](Tx &tx) {
        meta_rows::put(tx, u"a"_s, u"1"_s);
        tx.query(u"INSERT INTO meta (name, value) VALUES (?, ?)"_s).bind(u"a"_s).bind(u"2"_s).exec();
        return true;
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, StoreError::Kind::Constraint);
    QCOMPARE(countMeta(*store), 0);
    QVERIFY(!store->readNow<bool>([](Tx &tx) { return tx.query(u"SELECT nothing FROM nowhere"_s).next(); }));
    QCOMPARE(countMeta(*store), 0); // the connection still works
}

void TestStore::writersLoseNothing()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                const auto done = store->writeNow<bool>([](Tx &tx) {
                    const int before = meta_rows::value(tx, u"n"_s).toInt();
                    meta_rows::put(tx, u"n"_s, QString::number(before + 1));
                    return true;
                });
                if (!done)
                    qFatal("a write failed");
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(valueOf(*store, u"n"_s), u"400"_s);
}

void TestStore::readersSeeWholeTransactions()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    std::atomic<bool> stop{false};
    std::thread writer([&] {
        for (int i = 0; i < 200; ++i) {
            (void)store->writeNow<bool>([i](Tx &tx) {
                meta_rows::put(tx, u"x"_s, QString::number(i));
                meta_rows::put(tx, u"y"_s, QString::number(i));
                return true;
            });
        }
        stop = true;
    });
    int torn = 0;
    while (!stop) {
        const auto same = store->readNow<bool>(
            [](Tx &tx) { return meta_rows::value(tx, u"x"_s) == meta_rows::value(tx, u"y"_s); });
        torn += same && *same ? 0 : 1;
    }
    writer.join();
    QCOMPARE(torn, 0);
}

void TestStore::afterCommitRunsOnlyThen()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    int ran = 0;
    (void)store->writeNow<bool>([&](Tx &tx) {
        tx.afterCommit([&] { ran += 1; });
        return ran == 0;
    });
    QCOMPARE(ran, 1);
    (void)store->writeNow<bool>([&](Tx &tx) {
        tx.afterCommit([&] { ran += 10; });
        tx.lastly([&] { ran += 100; });
        tx.rollBack();
        return true;
    });
    QCOMPARE(ran, 1);
    // Nothing of it is left for the next job; what comes last comes after all the others.
    QStringList order;
    (void)store->writeNow<bool>([&](Tx &tx) {
        tx.lastly([&] { order.append(u"last"_s); });
        tx.afterCommit([&] { order.append(u"first"_s); });
        tx.lastly([&] { order.append(u"very last"_s); });
        tx.afterCommit([&] { order.append(u"second"_s); });
        return true;
    });
    QCOMPARE(ran, 1);
    QCOMPARE(order, (QStringList{u"first"_s, u"second"_s, u"last"_s, u"very last"_s}));
}

void TestStore::urgentWritesOvertake()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    std::promise<void> go;
    auto gate = go.get_future().share();
    QStringList order;
    std::mutex mutex;
    std::vector<std::future<void>> all;
    const auto post = [&](Store::Urgency urgency, const QString &name, bool waits) {
        auto done = std::make_shared<std::promise<void>>();
        all.push_back(done->get_future());
        store->write<bool>(
            urgency,
            [&, name, waits](Tx &) {
                if (waits)
                    gate.wait_for(std::chrono::seconds(10));
                const std::lock_guard lock(mutex);
                order.append(name);
                return true;
            },
            [done](const StoreResult<bool> &) { done->set_value(); });
    };
    post(Store::Urgency::Ordinary, u"first"_s, true);
    QTest::qWait(50); // it is taken from the queue
    post(Store::Urgency::Ordinary, u"slow"_s, false);
    post(Store::Urgency::Urgent, u"urgent-1"_s, false);
    post(Store::Urgency::Urgent, u"urgent-2"_s, false);
    go.set_value();
    for (auto &future : all)
        pc::test::inTime(future);
    QCOMPARE(order, (QStringList{u"first"_s, u"urgent-1"_s, u"urgent-2"_s, u"slow"_s}));
}

void TestStore::closedStoreRefuses()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    store->close();
    const auto refused = store->readNow<bool>([](Tx &) { return true; });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, StoreError::Kind::Closed);
}

void TestStore::schemaStepsAreCheckedAndKept()
{
    QTemporaryDir dir;
    const SqlConnection connection(dir.path() + u"/m.db"_s, Durability::EachCommit);
    Tx tx(connection.database(), sqliteDialect());
    std::vector<Migration> list{{1, "one", {u"CREATE TABLE a (x BIGINT)"_s}}};
    migrate(tx, list);
    migrate(tx, list); // again: nothing to do
    list.push_back({2, "two", {u"CREATE TABLE b (x BIGINT)"_s}});
    migrate(tx, list);
    QVERIFY_THROWS_EXCEPTION(SqlFailure, migrate(tx, {list.front()})); // made by a newer program
    list.front().statements = {u"CREATE TABLE a (y BIGINT)"_s};
    QVERIFY_THROWS_EXCEPTION(SqlFailure, migrate(tx, list)); // another schema
    list.front().statements = {u"CREATE TABLE a (x BIGINT)"_s};
    list.push_back({3, "broken", {u"CREATE TABLE c (x BIGINT)"_s, u"CREATE TABLE c (x BIGINT)"_s}});
    QVERIFY_THROWS_EXCEPTION(SqlFailure, migrate(tx, list));
    QVERIFY_THROWS_EXCEPTION(SqlFailure, tx.exec(u"SELECT * FROM c"_s)); // a step is whole or not there
}

void TestStore::fullStoreRefusesCleanly()
{
    QTemporaryDir dir;
    openStore(dir.path())->close();
    auto store = openStore(dir.path(), 1);
    StoreError::Kind kind = StoreError::Kind::Other;
    int written = 0;
    for (; written < 100000; ++written) {
        const auto done = store->writeNow<bool>([written](Tx &tx) {
            meta_rows::put(tx, QString::number(written), QString(2000, u'x'));
            return true;
        });
        if (!done) {
            kind = done.error().kind;
            break;
        }
    }
    QCOMPARE(kind, StoreError::Kind::Full);
    QCOMPARE(countMeta(*store), written);
}

void TestStore::reserveLetsAnUrgentWriteThrough()
{
    if (::geteuid() != 0)
        QSKIP("needs root for a small file system");
    QTemporaryDir dir;
    const QByteArray place = QFile::encodeName(dir.path());
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=16m") != 0)
        QSKIP("this machine does not let a small file system be mounted");
    const auto unmount = qScopeGuard([&] { ::umount2(place.constData(), MNT_DETACH); });
    {
        auto store = openStore(dir.path(), 0, true);
        QVERIFY(QFile::exists(dir.path() + u"/reserve"_s));
        QFile filler(dir.path() + u"/filler"_s);
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'f')) == 4096) {
        }
        const std::function<bool(Tx &)> job = [](Tx &tx) {
            meta_rows::put(tx, u"cut"_s, QString(20000, u'c'));
            return true;
        };
        const auto ordinary = store->writeNow<bool>(job);
        QVERIFY(!ordinary);
        QCOMPARE(ordinary.error().kind, StoreError::Kind::Full);
        QVERIFY(store->writeNow<bool>(job, Store::Urgency::Urgent));
        QVERIFY(!QFile::exists(dir.path() + u"/reserve"_s));
        // The reserve comes back where there is room for two of it.
        constexpr qint64 mebibyte = 1024 * 1024;
        for (const auto &[filled, comesBack] : {std::pair(9 * mebibyte, false), {6 * mebibyte, true}}) {
            QVERIFY(filler.resize(filled));
            QVERIFY(store->writeNow<bool>(job));
            QCOMPARE(QFile::exists(dir.path() + u"/reserve"_s), comesBack);
        }
    }
    auto store = openStore(dir.path());
    QCOMPARE(valueOf(*store, u"cut"_s).size(), 20000);
}

void TestStore::everyCommitIsSynced()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    const auto setting = [&](const QString &name) {
        return store
            ->writeNow<QString>([&](Tx &tx) {
                Statement row = tx.queryOnce(u"PRAGMA "_s + name);
                return row.next() ? row.text(0) : QString();
            })
            .value();
    };
    QCOMPARE(setting(u"synchronous"_s), u"2"_s); // FULL
    QCOMPARE(setting(u"journal_mode"_s), u"wal"_s);
    QCOMPARE(setting(u"secure_delete"_s), u"1"_s);
    QCOMPARE(setting(u"foreign_keys"_s), u"1"_s);
}

void TestStore::searchTermsAreData()
{
    QTemporaryDir dir;
    auto store = openStore(dir.path());
    (void)store->writeNow<bool>([](Tx &tx) {
        for (const QString &name : {u"100%"_s, u"1000"_s, u"a_b"_s, u"axb"_s, u"back\\slash"_s})
            meta_rows::put(tx, name, {});
        return true;
    });
    const auto hits = [&](const QString &text) {
        return store
            ->readNow<qint64>([&](Tx &tx) {
                Filter filter;
                filter.addContains({u"name"_s}, text);
                return countRows(tx, u"meta"_s, filter).exact.value_or(-1);
            })
            .value();
    };
    QCOMPARE(hits(u"0%"_s), 1);
    QCOMPARE(hits(u"A_B"_s), 1);
    QCOMPARE(hits(u"k\\s"_s), 1);
    QCOMPARE(hits(u"' OR 1=1 --"_s), 0);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
