// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/factory/open_store.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/sqlite/disk_reserve.h"
#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <future>
#include <semaphore>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace std::chrono_literals;
using Kind = StoreError::Kind;

namespace {

constexpr auto patience = 10s;

struct Fixture
{
    QTemporaryDir dir;
    StoreOptions options;
    std::unique_ptr<Store> store;

    Fixture()
    {
        options.file = dir.filePath(u"store.db"_s);
        options.node = u"nod_test"_s;
    }
    Store &open()
    {
        auto opened = openStore(options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        store = std::move(*opened);
        return *store;
    }
    [[nodiscard]] QString value(const QString &name) const
    {
        return store->readNow<QString>([&](Tx &tx) { return meta_rows::value(tx, name); }).value();
    }
};

StoreResult<bool> put(Store &store, const QString &name, bool exempt = false,
                      const std::function<void(Tx &)> &more = {})
{
    return store.writeNow<bool>([&](Tx &tx) {
        if (exempt)
            tx.exempt();
        meta_rows::put(tx, name, u"kept"_s);
        if (more)
            more(tx);
        return true;
    });
}

} // namespace

/// What the store's threads do around a job.
class TestStoreJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Asked for every write but the exempt ones, and one that is exempt makes no other so.
    void theGuardIsAskedBeforeEveryCommit()
    {
        Fixture fixture;
        std::atomic<bool> allowed{true};
        std::atomic<int> asked{0};
        fixture.options.commitGuard = [&] {
            ++asked;
            return allowed.load();
        };
        Store &store = fixture.open();
        QVERIFY(put(store, u"allowed"_s));
        QCOMPARE(asked, 1);
        allowed = false;
        const auto refused = put(store, u"refused"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Forbidden);
        QVERIFY(put(store, u"exempt"_s, true));
        QVERIFY(!put(store, u"refused"_s));
        QCOMPARE(asked, 3);
        QCOMPARE(fixture.value(u"allowed"_s) + fixture.value(u"refused"_s) + fixture.value(u"exempt"_s),
                 u"keptkept"_s);
        QVERIFY(store.writeNow<bool>([](Tx &tx) { // without effect: nothing to be asked
            tx.rollBack();
            return true;
        }));
        QCOMPARE(asked, 3);
    }

    /// What fails after the commit is told, and the rest is done all the same.
    void anActThatFailsIsTold()
    {
        Fixture fixture;
        Store &store = fixture.open();
        QStringList ran;
        const auto failed = put(store, u"a"_s, false, [&ran](Tx &tx) {
            tx.afterCommit([] { throw SqlFailure({Kind::Gone, u"the anchor"_s}); });
            tx.afterCommit([&ran] { ran.append(u"second"_s); });
        });
        QVERIFY(!failed);
        QCOMPARE(failed.error().text, u"the anchor"_s);
        QCOMPARE(ran, QStringList{u"second"_s});
        QCOMPARE(fixture.value(u"a"_s), u"kept"_s);
        QVERIFY(put(store, u"b"_s));
    }

    void aLongWriteGivesWay_data()
    {
        QTest::addColumn<Store::Urgency>("urgency");
        QTest::addColumn<Store::Urgency>("comes");
        QTest::addColumn<int>("runs");
        QTest::newRow("yielding") << Store::Urgency::Yielding << Store::Urgency::Urgent << 2;
        QTest::newRow("to what is in force") << Store::Urgency::Yielding << Store::Urgency::InForce << 1;
        QTest::newRow("ordinary") << Store::Urgency::Ordinary << Store::Urgency::Urgent << 1;
    }
    /// What an urgent write interrupts is undone, and done again behind it, before what waited longer. Both
    /// kinds of those that overtake stand before the ordinary.
    void aLongWriteGivesWay()
    {
        QFETCH(Store::Urgency, urgency);
        QFETCH(Store::Urgency, comes);
        QFETCH(int, runs);
        Fixture fixture;
        Store &store = fixture.open();
        std::binary_semaphore begun(0);
        std::atomic<bool> isUrgentDone{false};
        std::atomic<int> ran{0};
        std::promise<StoreResult<bool>> ended;
        QString order; // of the writer's thread
        store.write<bool>(
            urgency,
            [&](Tx &tx) {
                meta_rows::put(tx, u"long"_s, u"run %1"_s.arg(++ran));
                if (ran == 1)
                    begun.release();
                // As one that goes over rows; without an urgent one that may come it ends by itself.
                const auto end = std::chrono::steady_clock::now() + (runs == 1 ? 300ms : patience);
                while (!isUrgentDone && std::chrono::steady_clock::now() < end)
                    (void)meta_rows::value(tx, u"long"_s);
                order += u'l';
                return true;
            },
            [&ended](StoreResult<bool> result) { ended.set_value(std::move(result)); });
        QVERIFY(begun.try_acquire_for(patience));
        std::promise<void> last;
        store.write<bool>(
            Store::Urgency::Ordinary,
            [&order](Tx &) {
                order += u'o';
                return true;
            },
            [&last](const StoreResult<bool> &) { last.set_value(); });
        const auto seen = store.writeNow<QString>(
            [&](Tx &tx) {
                isUrgentDone = true;
                order += u'u';
                return meta_rows::value(tx, u"long"_s);
            },
            comes);
        QVERIFY(seen.has_value());
        QCOMPARE(*seen, runs == 1 ? u"run 1"_s : QString());
        QVERIFY(ended.get_future().get().has_value());
        QCOMPARE(last.get_future().wait_for(patience), std::future_status::ready);
        QCOMPARE(ran, runs);
        QCOMPARE(order, runs == 1 ? u"luo"_s : u"ulo"_s);
        QCOMPARE(fixture.value(u"long"_s), u"run %1"_s.arg(runs));
    }

    /// However often something urgent comes.
    void whatGaveWayForLongIsLetThrough()
    {
        Fixture fixture;
        fixture.options.yieldsFor = 250ms;
        Store &store = fixture.open();
        std::binary_semaphore begun(0);
        std::atomic<int> ran{0};
        std::promise<StoreResult<bool>> ended;
        std::future<StoreResult<bool>> end = ended.get_future();
        store.write<bool>(
            Store::Urgency::Yielding,
            [&](Tx &tx) {
                if (++ran == 1)
                    begun.release();
                const auto until = std::chrono::steady_clock::now() + 200ms;
                while (std::chrono::steady_clock::now() < until)
                    (void)meta_rows::value(tx, u"none"_s);
                return true;
            },
            [&ended](StoreResult<bool> result) { ended.set_value(std::move(result)); });
        QVERIFY(begun.try_acquire_for(patience));
        const auto last = std::chrono::steady_clock::now() + patience;
        while (end.wait_for(1ms) != std::future_status::ready && std::chrono::steady_clock::now() < last)
            QVERIFY(store.writeNow<bool>([](Tx &) { return true; }, Store::Urgency::Urgent));
        QCOMPARE(end.wait_for(0ms), std::future_status::ready);
        QVERIFY(end.get().has_value());
        QVERIFY(ran > 1);
    }

    /// What is thrown away is bounded, as everything behind waits for it, too.
    void othersWaitNoLongerForIt()
    {
        constexpr auto work = 600ms;
        Fixture fixture;
        Store &store = fixture.open();
        std::binary_semaphore begun(0);
        std::atomic<int> ran{0};
        std::promise<void> ended;
        std::future<void> end = ended.get_future();
        store.write<bool>(
            Store::Urgency::Yielding,
            [&](Tx &tx) {
                if (++ran == 1)
                    begun.release();
                const auto until = std::chrono::steady_clock::now() + work;
                while (std::chrono::steady_clock::now() < until)
                    (void)meta_rows::value(tx, u"none"_s);
                return true;
            },
            [](const StoreResult<bool> &) {});
        QVERIFY(begun.try_acquire_for(patience));
        const auto from = std::chrono::steady_clock::now();
        store.write<bool>(
            Store::Urgency::Ordinary, [](Tx &) { return true; },
            [&ended](const StoreResult<bool> &) { ended.set_value(); });
        while (end.wait_for(150ms) != std::future_status::ready &&
               std::chrono::steady_clock::now() - from < patience)
            QVERIFY(store.writeNow<bool>([](Tx &) { return true; }, Store::Urgency::Urgent));
        QCOMPARE(end.wait_for(0ms), std::future_status::ready);
        QVERIFY(std::chrono::steady_clock::now() - from < 2s + 2 * work);
        QCOMPARE(ran, 3); // it gave way twice
    }

    void aDamagedHandleIsNotKept_data()
    {
        QTest::addColumn<StoreError::Kind>("kind");
        QTest::addColumn<bool>("kept");
        QTest::newRow("busy") << Kind::Busy << true;
        QTest::newRow("full") << Kind::Full << true;
        QTest::newRow("constraint") << Kind::Constraint << true;
        QTest::newRow("corrupt") << Kind::Corrupt << false;
        QTest::newRow("gone") << Kind::Gone << false;
        QTest::newRow("forbidden") << Kind::Forbidden << true;
        QTest::newRow("interrupted") << Kind::Interrupted << true;
        QTest::newRow("other") << Kind::Other << true;
    }
    /// A temporary table lives as long as the connection; a failed job leaves nothing else behind.
    void aDamagedHandleIsNotKept()
    {
        QFETCH(StoreError::Kind, kind);
        QFETCH(bool, kept);
        Fixture fixture;
        Store &store = fixture.open();
        QVERIFY(put(store, u"a"_s, false, [](Tx &tx) { tx.exec(u"CREATE TEMP TABLE mine (x)"_s); }));
        const auto failed = put(store, u"b"_s, false, [kind](Tx &) { throw SqlFailure({kind, u"told"_s}); });
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, kind);
        QCOMPARE(failed.error().text, u"told"_s);
        QCOMPARE(fixture.value(u"b"_s), QString());
        const auto there = store.writeNow<bool>([](Tx &tx) {
            Statement row = tx.queryOnce(u"SELECT COUNT(*) FROM temp.sqlite_master WHERE name = 'mine'"_s);
            return row.next() && row.number(0) > 0;
        });
        QCOMPARE(there.value(), kept);
    }

    /// As many as it has readers, and none waits for the writer.
    void readsRunSideBySide()
    {
        Fixture fixture;
        Store &store = fixture.open();
        QVERIFY(put(store, u"a"_s));
        std::promise<void> go;
        const auto gate = go.get_future().share();
        std::counting_semaphore<16> begun(0);
        std::counting_semaphore<16> over(0);
        const auto wait = [&](Tx &tx) {
            const bool seen = meta_rows::value(tx, u"a"_s) == u"kept"_s;
            begun.release();
            return gate.wait_for(patience) == std::future_status::ready && seen;
        };
        std::atomic<int> good{0};
        const auto done = [&](const StoreResult<bool> &result) {
            good += result && *result ? 1 : 0;
            over.release();
        };
        store.write<bool>(
            Store::Urgency::Ordinary,
            [&](Tx &tx) {
                meta_rows::put(tx, u"a"_s, u"later"_s);
                begun.release();
                return gate.wait_for(patience) == std::future_status::ready;
            },
            done);
        QVERIFY(begun.try_acquire_for(patience));
        for (int i = 0; i < fixture.options.readers; ++i)
            store.read<bool>(wait, done);
        for (int i = 0; i < fixture.options.readers; ++i)
            QVERIFY(begun.try_acquire_for(2s));
        go.set_value();
        for (int i = 0; i <= fixture.options.readers; ++i)
            QVERIFY(over.try_acquire_for(patience));
        QCOMPARE(good, fixture.options.readers + 1);
        QCOMPARE(fixture.value(u"a"_s), u"later"_s);
    }

    /// A write job has an age while it runs; a read has none.
    void theWritersJobHasAnAge()
    {
        Fixture fixture;
        Store &store = fixture.open();
        QCOMPARE(store.writingFor(), 0ns);
        QVERIFY(store.writeNow<bool>([&store](Tx &) { return store.writingFor() > 0ns; }).value());
        QVERIFY(store.readNow<bool>([&store](Tx &) { return store.writingFor() == 0ns; }).value());
        QCOMPARE(store.writingFor(), 0ns);
    }

    /// What was deleted stands in no file any more once the log is emptied.
    void deletedIsForgotten()
    {
        Fixture fixture;
        Store &store = fixture.open();
        QVERIFY(put(store, u"to be forgotten"_s));
        QVERIFY(store.writeNow<bool>([](Tx &tx) {
            meta_rows::remove(tx, u"to be forgotten"_s);
            return true;
        }));
        QFile log(fixture.options.file + u"-wal"_s);
        QVERIFY(log.size() > 0);
        store.forgetDeleted();
        QVERIFY(store.writeNow<bool>([](Tx &tx) { // in its turn
            tx.rollBack();
            return true;
        }));
        QCOMPARE(log.size(), 0);
        QFile file(fixture.options.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("to be forgotten"));
    }

    /// What is in the queue when the store closes is done; afterwards each is told, once.
    void closingFinishesTheQueue()
    {
        Fixture fixture;
        Store &store = fixture.open();
        std::atomic<int> done{0};
        for (int i = 0; i < 50; ++i) {
            store.write<bool>(
                Store::Urgency::Ordinary,
                [i](Tx &tx) {
                    meta_rows::put(tx, QString::number(i), {});
                    return true;
                },
                [&done](const StoreResult<bool> &result) { done += result ? 1 : 0; });
        }
        store.close();
        QCOMPARE(done, 50);
        store.close();
        const auto late = put(store, u"late"_s);
        QCOMPARE(late.error().kind, Kind::Closed);
        fixture.open();
        QCOMPARE(fixture.value(u"late"_s), QString());
    }

    void whatCannotBeOpenedSaysWhy()
    {
        QTemporaryDir dir;
        const qsizetype before = QSqlDatabase::connectionNames().size();
        const auto kindOf = [&dir](const QString &name) {
            StoreOptions options;
            options.node = u"nod_test"_s;
            options.file = dir.filePath(name);
            const auto store = openStore(options);
            return store ? Kind::Closed : store.error().kind;
        };
        QFile garbage(dir.filePath(u"garbage"_s));
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(QByteArray(8192, 'g'));
        garbage.close();
        QCOMPARE(kindOf(u"garbage"_s), Kind::Corrupt);
        QCOMPARE(kindOf(u"nowhere/store.db"_s), Kind::Gone);
        QVERIFY(QDir(dir.path()).mkdir(u"folder"_s));
        QCOMPARE(kindOf(u"folder"_s), Kind::Gone);
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
        QCOMPARE(kindOf(u"store.db"_s), Kind::Closed); // that is, it was opened
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
    }

    /// Each connection is of its kind, and has the name of no other.
    void connectionsAreOfTheirKind()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"a.db"_s);
        const auto setting = [](Tx &tx, const QString &name) {
            Statement row = tx.queryOnce(u"PRAGMA "_s + name);
            return row.next() ? row.text(0) : QString();
        };
        {
            const SqlConnection bulk(file, Durability::WhenComplete, 7);
            Tx tx(bulk.database(), sqliteDialect());
            tx.exec(u"CREATE TABLE a (x)"_s);
            QCOMPARE(setting(tx, u"journal_mode"_s), u"off"_s);
            QCOMPARE(setting(tx, u"synchronous"_s), u"0"_s);
            QCOMPARE(setting(tx, u"max_page_count"_s), u"7"_s);
        }
        const SqlConnection usual(file, Durability::EachCommit);
        Tx usualTx(usual.database(), sqliteDialect());
        QVERIFY(setting(usualTx, u"max_page_count"_s).toLongLong() > 1'000'000);
        usualTx.exec(u"INSERT INTO a VALUES (1)"_s);
        const SqlConnection reader(file, Durability::EachCommit, 0, true);
        Tx readerTx(reader.database(), sqliteDialect());
        QCOMPARE(setting(readerTx, u"query_only"_s), u"1"_s);
        QVERIFY_THROWS_EXCEPTION(SqlFailure, readerTx.exec(u"INSERT INTO a VALUES (2)"_s));
        Statement row = readerTx.queryOnce(u"SELECT COUNT(*) FROM a"_s);
        QVERIFY(row.next());
        QCOMPARE(row.number(0), 1);
    }

    /// What a statement of one use left, and what one that failed left, is nothing for the next.
    void statementsAreUsedAgain()
    {
        Fixture fixture;
        Store &store = fixture.open();
        const auto failed = store.writeNow<bool>([](Tx &tx) {
            (void)tx.queryOnce(u"SELECT nothing FROM meta"_s);
            return true;
        });
        QCOMPARE(failed.error().kind, Kind::Other);
        QVERIFY(!store.writeNow<bool>([](Tx &tx) {
            tx.exec(u"NO STATEMENT"_s);
            return true;
        }));
        QVERIFY(store
                    .writeNow<bool>([](Tx &tx) {
                        Statement insert = tx.query(u"INSERT INTO meta (name, value) VALUES (?, ?)"_s);
                        for (const QString &name : {u"a"_s, u"b"_s}) { // bound anew each time
                            if (insert.bind(name).bind(QString()).exec() != 1)
                                return false;
                        }
                        return true;
                    })
                    .value());
        const auto names = store.readNow<QStringList>([](Tx &tx) {
            QStringList list;
            for (int i = 0; i < 2; ++i) { // from its beginning each time
                Statement row = tx.query(u"SELECT name, value FROM meta ORDER BY name"_s);
                while (row.next())
                    list.append(row.text(0) + (row.isNull(1) ? u"?"_s : row.text(1)));
            }
            return list;
        });
        QCOMPARE(names.value(), (QStringList{u"a"_s, u"b"_s, u"a"_s, u"b"_s}));
    }

    void aReserveHoldsItsBlocks()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"reserve"_s);
        constexpr qint64 size = 64 * 1024;
        DiskReserve reserve(path, size);
        QVERIFY(!reserve.release());
        reserve.ensure();
        const auto blocks = [&path] {
            struct stat info
            {
            };
            return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_blocks * 512 : -1;
        };
        QCOMPARE(QFileInfo(path).size(), size);
        QVERIFY(blocks() >= size);
        QCOMPARE(QFile::permissions(path) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(QFile::resize(path, size - 1)); // somebody cut it
        reserve.ensure();
        QCOMPARE(QFileInfo(path).size(), size);
        QVERIFY(reserve.release());
        QVERIFY(!QFileInfo::exists(path));
        QVERIFY(!reserve.release());
        DiskReserve none{QString()};
        none.ensure();
        QVERIFY(!none.release());
        DiskReserve nowhere(dir.filePath(u"nowhere/reserve"_s), size);
        nowhere.ensure();
        QVERIFY(!nowhere.release());
    }
};

QTEST_GUILESS_MAIN(TestStoreJobs)
#include "tst_store_jobs.moc"
