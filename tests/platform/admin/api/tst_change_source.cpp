// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/change_source.h"
#include "platform/store/factory/open_store.h"
#include "platform/store/rows/admin_rows.h"
#include "tests/support/in_time.h"

#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

/// A source, and how a job tells it what it changed.
struct Told
{
    std::shared_ptr<ChangeSource> source;
    std::function<void(Tx &, const QList<Change> &)> tell;
};
using MakeTold = std::function<Told()>;

Told ownCommits()
{
    auto commits = std::make_shared<OwnCommits>();
    return {commits, [commits](Tx &tx, const QList<Change> &changes) { commits->publishAfter(tx, changes); }};
}

Change named(const QString &event)
{
    Change change;
    change.eventId = event;
    return change;
}

} // namespace

Q_DECLARE_METATYPE(MakeTold)

/// What a source of changes holds, wherever they come from.
class TestChangeSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        StoreOptions options;
        options.node = u"nod_test"_s;
        options.file = m_dir->filePath(u"store.db"_s);
        auto opened = openStore(options);
        QVERIFY(opened);
        m_store = std::move(*opened);
    }
    void cleanup() { m_store.reset(); }

    void everyCommitIsToldInItsOrder_data() { sources(); }
    /// Several at once, with jobs among them that fail or take themselves back.
    void everyCommitIsToldInItsOrder()
    {
        QFETCH(MakeTold, make);
        const Told told = make();
        std::mutex mutex;
        QStringList heard;
        told.source->follow([&](const QList<Change> &changes) {
            const std::lock_guard lock(mutex);
            for (const Change &change : changes)
                heard.append(change.eventId);
        });
        constexpr int threads = 4;
        constexpr int jobs = 60;
        const auto work = [&](int thread) {
            for (int i = 0; i < jobs; ++i) {
                const QString name = u"%1/%2"_s.arg(thread).arg(i);
                (void)m_store->writeNow<bool>([&](Tx &tx) {
                    const int place = meta_rows::value(tx, u"place"_s).toInt() + 1;
                    meta_rows::put(tx, u"place"_s, QString::number(place));
                    meta_rows::put(tx, u"done/"_s + QString::number(place).rightJustified(6, u'0'), name);
                    told.tell(tx, {named(name), named(name + u'b')});
                    if (i % 5 == 3)
                        tx.rollBack();
                    if (i % 5 == 4)
                        throw SqlFailure({StoreError::Kind::Other, u"this job fails"_s});
                    return true;
                });
            }
        };
        std::vector<std::thread> all;
        for (int thread = 0; thread < threads; ++thread)
            all.emplace_back(work, thread);
        for (std::thread &each : all)
            each.join();
        const auto done = m_store->readNow<QStringList>([](Tx &tx) {
            QStringList names;
            for (const auto &[place, name] : meta_rows::family(tx, u"done"_s, threads * jobs))
                names << name << name + u'b';
            return names;
        });
        QVERIFY(done);
        QCOMPARE(done->size(), 2 * threads * jobs * 3 / 5);
        QTRY_COMPARE_WITH_TIMEOUT(([&] {
                                      const std::lock_guard lock(mutex);
                                      return heard;
                                  }()),
                                  *done, 10'000);
    }

    void whoHearsOfItReadsIt_data() { sources(); }
    void whoHearsOfItReadsIt()
    {
        QFETCH(MakeTold, make);
        const Told told = make();
        std::promise<void> heard;
        told.source->follow([&](const QList<Change> &) { heard.set_value(); });
        QVERIFY(m_store->writeNow<bool>([&](Tx &tx) {
            meta_rows::put(tx, u"seen"_s, u"yes"_s);
            told.tell(tx, {named(u"it"_s)});
            return true;
        }));
        auto future = heard.get_future();
        pc::test::inTime(future);
        const auto seen = m_store->readNow<QString>([](Tx &tx) { return meta_rows::value(tx, u"seen"_s); });
        QCOMPARE(seen.value(), u"yes"_s);
    }

private:
    static void sources()
    {
        QTest::addColumn<MakeTold>("make");
        QTest::newRow("own commits") << MakeTold(ownCommits);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestChangeSource)
#include "tst_change_source.moc"
