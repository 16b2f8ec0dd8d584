// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "platform/store/audit/audit_canonical.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/audit/log_time.h"
#include "platform/store/history/history_check.h"
#include "platform/store/schema/schema.h"
#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"
#include "platform/verify/verify_log.h"

#include <rapidcheck.h>

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

AuditEvent sampleEvent(int i)
{
    AuditEvent event;
    event.at = QDateTime::fromMSecsSinceEpoch(1700000000000 + i * 1000, Qt::UTC);
    event.actor = u"ops-%1"_s.arg(i % 3);
    event.actorRole = u"admin"_s;
    event.action = u"partner.edit"_s;
    event.targetKind = u"partner"_s;
    event.targetId = u"prt_%1"_s.arg(i % 7);
    event.targetName = u"Name \"%1\"\n\\"_s.arg(i);
    event.partnerId = event.targetId;
    event.changes = {{u"notes"_s, u"ä"_s, QString::number(i)}};
    return event;
}

/// A log of `size` events with a checkpoint every 100, in its own file.
class Fixture
{
public:
    explicit Fixture(int size)
        : connection(dir.path() + u"/a.db"_s, Durability::EachCommit),
          tx(connection.database(), sqliteDialect()),
          signer(SigningKey::generate(SignatureAlgorithm::Ed25519, random), u"test/audit"_s)
    {
        migrate(tx, u"nod_test"_s);
        tx.exec(u"BEGIN IMMEDIATE"_s);
        for (int i = 0; i < size; ++i) {
            audit_log::append(tx, sampleEvent(i));
            if (i % 100 == 99)
                signer.make(tx, sampleEvent(i).at);
        }
        history::noteOlderRelease(tx); // a log of before the anchor: this test is about the log itself
        tx.exec(u"COMMIT"_s);
    }
    [[nodiscard]] LogVerdict verify() { return verifyLog(tx, signer.origin(), signer.verifyKey(), {}, {}); }
    /// Changes one byte of a bytes column.
    void flip(const QString &table, const QString &column, const QString &where, int byte, int bit)
    {
        QByteArray value;
        {
            Statement row = tx.queryOnce(u"SELECT "_s + column + u" FROM "_s + table + u" WHERE "_s + where);
            QVERIFY(row.next());
            value = row.bytes(0);
        }
        QVERIFY(byte < value.size());
        value[byte] = static_cast<char>(value.at(byte) ^ (1 << bit));
        tx.queryOnce(u"UPDATE "_s + table + u" SET "_s + column + u" = ? WHERE "_s + where)
            .bind(value)
            .exec();
        tx.dropStatements();
    }

    QTemporaryDir dir;
    SystemRandom random;
    SqlConnection connection;
    Tx tx;
    AuditSigner signer;
};

} // namespace

class TestAuditLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalBytesAreTheCodecs();
    void wholeLogHolds();
    void anyFlippedBitIsFoundAtItsEvent();
    void flippedTreeIsFound();
    void truncationIsFound();
    void rewrittenLogIsFoundByItsCheckpoints();
    void foreignSignatureIsFound();
    void columnsMustSayWhatTheBytesSay();
    void proofsOfEverySize();
    void timeGoesBackWithTheClockOnly();
    void severalAtOnce();
    void damagedBytesAreCorrupt();
    void aSearchThatIsCutIsGoneOnWith_data();
    void aSearchThatIsCutIsGoneOnWith();
};

void TestAuditLog::canonicalBytesAreTheCodecs()
{
    const bool held = rc::check("decoded bytes are the event, and what the codec makes of it",
                                [](const std::string &a, const std::string &b, bool alone) {
                                    AuditEvent value = sampleEvent(3);
                                    value.reason = QString::fromLatin1(QByteArray::fromStdString(a));
                                    value.targetName = QString::fromLatin1(QByteArray::fromStdString(b)) +
                                                       u"\u20ac\U0001F600"_s;
                                    value.singleOperator = alone;
                                    value.id = eventId(3);
                                    value.index = 3;
                                    const QByteArray bytes = canonicalBytes(value);
                                    RC_ASSERT(audit_log::decode(bytes) == value);
                                    const auto byCodec = fromJson<AuditEvent>(toJson(value));
                                    RC_ASSERT(byCodec.has_value());
                                    RC_ASSERT(*byCodec == audit_log::decode(bytes));
                                });
    QVERIFY(held);
    QCOMPARE(eventIndex(eventId(1234567)), 1234567);
    QCOMPARE(eventIndex(u"evt_1"_s), -1);
    QCOMPARE(eventIndex(u"evt_00000000000x"_s), -1);
}

void TestAuditLog::wholeLogHolds()
{
    Fixture fixture(1300); // five tiles and a part
    const LogVerdict verdict = fixture.verify();
    QVERIFY2(verdict.ok, qPrintable(verdict.why));
    QCOMPARE(verdict.events, 1300);
    QCOMPARE(verdict.checkpoints, 13);
}

void TestAuditLog::anyFlippedBitIsFoundAtItsEvent()
{
    Fixture fixture(600);
    SystemRandom random;
    for (const int index : {0, 1, 255, 256, 511, 512, 599}) {
        const QString where = u"idx = %1"_s.arg(index);
        for (const QString &column : {u"canonical"_s, u"leaf"_s}) {
            for (int i = 0; i < 12; ++i) {
                char dice[2];
                random.fill(dice, 2);
                const int byte = static_cast<unsigned char>(dice[0]) % (column == u"leaf"_s ? 32 : 200);
                const int bit = static_cast<unsigned char>(dice[1]) % 8;
                fixture.flip(u"audit_events"_s, column, where, byte, bit);
                const LogVerdict verdict = fixture.verify();
                QVERIFY(!verdict.ok);
                QCOMPARE(verdict.firstBad, qint64{index});
                fixture.flip(u"audit_events"_s, column, where, byte, bit);
            }
        }
    }
    QVERIFY(fixture.verify().ok);
}

void TestAuditLog::flippedTreeIsFound()
{
    Fixture fixture(600);
    fixture.flip(u"audit_tiles"_s, u"hashes"_s, u"level = 0 AND idx = 1"_s, 32 * 10, 0);
    QCOMPARE(fixture.verify().firstBad, qint64{256 + 10});
    fixture.flip(u"audit_tiles"_s, u"hashes"_s, u"level = 0 AND idx = 1"_s, 32 * 10, 0);
    fixture.flip(u"audit_tiles"_s, u"hashes"_s, u"level = 1 AND idx = 0"_s, 32, 0);
    QVERIFY(!fixture.verify().ok);
    fixture.flip(u"audit_tiles"_s, u"hashes"_s, u"level = 1 AND idx = 0"_s, 32, 0);
    fixture.flip(u"audit_state"_s, u"frontier"_s, u"id = 1"_s, 20, 3);
    bool found = false;
    try {
        found = !fixture.verify().ok;
    } catch (const SqlFailure &) {
        found = true;
    }
    QVERIFY(found);
    fixture.flip(u"audit_state"_s, u"frontier"_s, u"id = 1"_s, 20, 3);
    fixture.flip(u"checkpoints"_s, u"note"_s, u"size = 300"_s, 5, 1);
    QVERIFY(!fixture.verify().ok);
    fixture.flip(u"checkpoints"_s, u"note"_s, u"size = 300"_s, 5, 1);
    QVERIFY(fixture.verify().ok);
}

void TestAuditLog::truncationIsFound()
{
    Fixture fixture(330);
    fixture.tx.exec(u"DELETE FROM audit_events WHERE idx >= 320"_s);
    LogVerdict verdict = fixture.verify();
    QVERIFY(!verdict.ok);
    QCOMPARE(verdict.firstBad, qint64{320});

    Fixture hole(330);
    hole.tx.exec(u"DELETE FROM audit_events WHERE idx = 100"_s);
    QCOMPARE(hole.verify().firstBad, qint64{100});

    Fixture emptied(330);
    emptied.tx.exec(u"DELETE FROM audit_events"_s);
    emptied.tx.exec(u"DELETE FROM audit_state"_s);
    emptied.tx.exec(u"DELETE FROM audit_tiles"_s);
    QVERIFY(!emptied.verify().ok); // the checkpoints are still there
}

void TestAuditLog::rewrittenLogIsFoundByItsCheckpoints()
{
    // Everything that is computed is computed again for a changed event 250; only the signatures cannot be.
    Fixture fixture(330);
    const QList<QByteArray> all = audit_log::canonicalRange(fixture.tx, 0, 1000);
    fixture.tx.exec(u"DELETE FROM audit_events"_s);
    fixture.tx.exec(u"DELETE FROM audit_state"_s);
    fixture.tx.exec(u"DELETE FROM audit_tiles"_s);
    fixture.tx.exec(u"BEGIN IMMEDIATE"_s);
    for (qsizetype i = 0; i < all.size(); ++i) {
        AuditEvent changed = audit_log::decode(all.at(i));
        if (i == 250)
            changed.actor = u"somebody-else"_s;
        audit_log::append(fixture.tx, changed);
    }
    fixture.tx.exec(u"COMMIT"_s);
    const LogVerdict verdict = fixture.verify();
    QVERIFY(!verdict.ok);
    QCOMPARE(verdict.firstBad, qint64{200}); // the last checkpoint before it vouches for 200 events
}

void TestAuditLog::foreignSignatureIsFound()
{
    Fixture fixture(150);
    const AuditSigner other(SigningKey::generate(SignatureAlgorithm::Ed25519, fixture.random),
                            u"test/audit"_s);
    fixture.tx.exec(u"DELETE FROM checkpoints"_s);
    other.make(fixture.tx, sampleEvent(150).at);
    QVERIFY(!fixture.verify().ok);
}

void TestAuditLog::columnsMustSayWhatTheBytesSay()
{
    Fixture fixture(10);
    fixture.tx.exec(u"UPDATE audit_events SET actor = 'nobody' WHERE idx = 4"_s);
    QCOMPARE(fixture.verify().firstBad, qint64{4});
}

void TestAuditLog::proofsOfEverySize()
{
    Fixture fixture(700);
    merkle::Frontier naive;
    QList<QByteArray> roots{merkle::emptyRoot()};
    const QList<QByteArray> all = audit_log::canonicalRange(fixture.tx, 0, 1000);
    for (const QByteArray &canonical : all) {
        naive.append(merkle::leafHash(canonical));
        roots.append(naive.root());
    }
    QCOMPARE(audit_log::frontier(fixture.tx), naive);
    for (const int size : {1, 2, 255, 256, 257, 511, 512, 513, 700}) {
        for (const int index : {0, 1, 200, 255, 256, 510, 512, 699}) {
            if (index >= size)
                continue;
            const auto path =
                merkle::inclusionProof(quint64(index), quint64(size), audit_log::subtrees(fixture.tx));
            QVERIFY(path);
            QVERIFY(merkle::verifyInclusion(merkle::leafHash(all.at(index)), quint64(index), quint64(size),
                                            *path, roots.at(size)));
        }
        for (const int first : {0, 1, 100, 255, 256, 512}) {
            if (first > size)
                continue;
            const auto path =
                merkle::consistencyProof(quint64(first), quint64(size), audit_log::subtrees(fixture.tx));
            QVERIFY(path);
            QVERIFY(merkle::verifyConsistency(quint64(first), quint64(size), roots.at(first), roots.at(size),
                                              *path));
        }
    }
}

void TestAuditLog::timeGoesBackWithTheClockOnly()
{
    Fixture fixture(2);
    AuditEvent early = sampleEvent(0);
    const AuditEvent stored = audit_log::append(fixture.tx, early);
    QCOMPARE(stored.at, sampleEvent(1).at);
    QCOMPARE(stored.index, 2);
    early.at = sampleEvent(1).at.addSecs(-3600); // somebody set the clock
    QCOMPARE(audit_log::append(fixture.tx, early).at, early.at);
    early.at = early.at.addSecs(-1);
    QCOMPARE(audit_log::append(fixture.tx, early).at, early.at.addSecs(1));
    // Five seconds are jitter, more is another clock.
    const QDateTime last = early.at.addSecs(1);
    early.at = last.addMSecs(-5000);
    QCOMPARE(audit_log::append(fixture.tx, early).at, last);
    early.at = last.addMSecs(-5001);
    QCOMPARE(audit_log::append(fixture.tx, early).at, early.at);
    // Where it goes back is kept, and compared.
    fixture.signer.make(fixture.tx, last);
    QVERIFY2(fixture.verify().ok && fixture.verify().stateWhy.isEmpty(),
             qPrintable(fixture.verify().stateWhy));
    const std::vector<LogRun> runs = LogTime::storedRuns(fixture.tx);
    QCOMPARE(runs.size(), std::size_t(3));
    QCOMPARE(runs.back().before, last.toMSecsSinceEpoch());
    for (const QString &tampered :
         {u"DELETE FROM audit_runs WHERE idx = 3"_s, u"UPDATE audit_runs SET before_at = 0 WHERE idx = 3"_s,
          u"INSERT INTO audit_runs (idx, at, before_at) VALUES (1, 0, 0)"_s}) {
        fixture.tx.exec(u"SAVEPOINT before"_s);
        fixture.tx.exec(tampered);
        QVERIFY2(!fixture.verify().stateWhy.isEmpty(), qPrintable(tampered));
        fixture.tx.exec(u"ROLLBACK TO before"_s);
        fixture.tx.exec(u"RELEASE before"_s);
    }
}

/// Appended together, over the edge of a tile, they are what they are one by one; the watcher hears once, and
/// of nothing when nothing was appended.
void TestAuditLog::severalAtOnce()
{
    Fixture fixture(250);
    std::vector<LogHead> heads;
    fixture.tx.setLogWatcher([&heads](Tx &, const LogHead &head) { heads.push_back(head); });
    audit_log::BulkAppender(fixture.tx).finish();
    QVERIFY(heads.empty());
    audit_log::BulkAppender appender(fixture.tx);
    for (int i = 250; i < 260; ++i)
        QCOMPARE(appender.append(sampleEvent(i)).index, qint64{i});
    appender.finish();
    QCOMPARE(heads.size(), std::size_t(1));
    QCOMPARE(heads.front().size, 260);
    QCOMPARE(heads.front().root, audit_log::frontier(fixture.tx).root());
    QCOMPARE(heads.front().at, sampleEvent(259).at);
    QCOMPARE(heads.front().act, sampleEvent(259).action);
    QCOMPARE(heads.front().subject, sampleEvent(259).targetId);
    Fixture one(260);
    QCOMPARE(audit_log::frontier(fixture.tx), audit_log::frontier(one.tx));
    QVERIFY2(fixture.verify().ok, qPrintable(fixture.verify().why));
    const QList<QByteArray> bytes = audit_log::canonicalRange(fixture.tx, 255, 3);
    QCOMPARE(bytes.size(), 3);
    QCOMPARE(bytes.constFirst(), audit_log::find(fixture.tx, 255)->canonical);
    QCOMPARE(audit_log::find(fixture.tx, 255)->event, audit_log::decode(bytes.constFirst()));
    QVERIFY(!audit_log::find(fixture.tx, 260));
    QCOMPARE(audit_log::canonicalRange(fixture.tx, 258, 5).size(), 2);
}

/// What cannot be read is a fault of the file, not of whoever asks.
void TestAuditLog::damagedBytesAreCorrupt()
{
    for (const QByteArray &bytes : {QByteArray("x"), QByteArray("[]"), QByteArray("{}")}) {
        try {
            (void)audit_log::decode(bytes);
            QFAIL("decoded");
        } catch (const SqlFailure &failure) {
            QCOMPARE(failure.error().kind, StoreError::Kind::Corrupt);
        }
    }
    Fixture fixture(257);
    fixture.tx.exec(u"UPDATE audit_state SET frontier = 'x'"_s);
    QVERIFY_THROWS_EXCEPTION(SqlFailure, (void)audit_log::frontier(fixture.tx));
}

void TestAuditLog::aSearchThatIsCutIsGoneOnWith_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("wanted");
    QTest::newRow("every event") << QString() << QString() << 2000;
    QTest::newRow("a word of every event") << u"name"_s << QString() << 2000;
    QTest::newRow("a word and a target") << u"name"_s << u"prt_3"_s << 286;
}

/// With however little time: what was found is a page, and following its cursor finds everything once.
/// Without anything found there is no page, or whoever follows it would never come to an end.
void TestAuditLog::aSearchThatIsCutIsGoneOnWith()
{
    QFETCH(QString, text);
    QFETCH(QString, target);
    QFETCH(int, wanted);
    Fixture fixture(2000);
    AuditQuery query;
    query.text = text;
    query.targetId = target;
    query.limit = 1000;
    QList<qint64> found;
    int patience = 0; // questions to `over` that are answered with no
    int revocation = 0;
    int refused = 0;
    for (int pages = 0; pages < 3000; ++pages) {
        int left = patience;
        try {
            const auto bound = fixture.tx.interruptWhen([&left] { return left-- <= 0; });
            const auto page = audit_log::list(fixture.tx, query);
            QVERIFY(page);
            QVERIFY(page->count || page->countAtLeast.value_or(0) >= page->items.size());
            revocation += !page->nextCursor.isEmpty() && page->items.size() < query.limit ? 1 : 0;
            for (const AuditRecord &record : page->items)
                found.append(record.event.index);
            query.cursor = page->nextCursor;
            if (query.cursor.isEmpty())
                break;
        } catch (const SqlFailure &failure) {
            QCOMPARE(failure.error().kind, StoreError::Kind::Interrupted);
            ++patience;
            ++refused;
        }
        fixture.tx.dropStatements();
    }
    QCOMPARE(found.size(), wanted);
    QVERIFY(std::is_sorted(found.begin(), found.end(), std::greater<>()));
    QCOMPARE(QSet<qint64>(found.begin(), found.end()).size(), wanted);
    // Without a search the first rows come before the first question.
    QVERIFY2(revocation > 0 && (refused > 0 || text.isEmpty()),
             qPrintable(u"%1 cut, %2 refused"_s.arg(revocation).arg(refused)));
    // Nothing hangs on the connection afterwards.
    query.cursor.clear();
    QCOMPARE(audit_log::list(fixture.tx, query)->count.value_or(0), wanted);
}

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_audit_log.moc"
