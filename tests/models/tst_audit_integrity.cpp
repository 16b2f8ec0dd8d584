// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/checkpoint.h"
#include "contract/crypto/merkle.h"
#include "models/audit_event_model.h"
#include "tests/models/bench.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

/// A real log: tree, signed checkpoints and proofs as the service makes them.
class RealLog
{
public:
    explicit RealLog(int seed = 0)
        : m_seed(seed), m_key(SigningKey::generate(SignatureAlgorithm::Ed25519, m_random))
    {
    }

    void grow(int events)
    {
        for (int i = 0; i < events; ++i) {
            AuditRecord record = sampleRecord(int(m_records.size()));
            if (m_seed != 0) {
                record.event.reason = u"history %1"_s.arg(m_seed);
                record.canonical = QJsonDocument(toJson(record.event)).toJson(QJsonDocument::Compact);
            }
            m_frontier.append(merkle::leafHash(record.canonical),
                              [this](int level, quint64 index, const QByteArray &hash) {
                                  m_nodes[{level, index}] = hash;
                              });
            m_records.append(record);
        }
    }
    [[nodiscard]] const AuditRecord &record(int index) const { return m_records.at(index); }
    [[nodiscard]] AuditRecord &editRecord(int index) { return m_records[index]; }
    [[nodiscard]] Checkpoint checkpoint(const QDateTime &now) const
    {
        const CheckpointBody body{u"test.example/audit"_s, m_frontier.size(), m_frontier.root(), now};
        return {body.origin,
                qint64(body.size),
                body.root,
                now,
                *signCheckpoint(body, m_key),
                m_key.verifyKey().raw()};
    }
    [[nodiscard]] InclusionProof inclusion(qint64 index, qint64 size) const
    {
        return {index, size, *merkle::inclusionProof(quint64(index), quint64(size), subtree())};
    }
    [[nodiscard]] ConsistencyProof consistency(qint64 first, qint64 second) const
    {
        return {first, second, *merkle::consistencyProof(quint64(first), quint64(second), subtree())};
    }
    void useKeyOf(RealLog &other) { std::swap(m_key, other.m_key); }

private:
    [[nodiscard]] merkle::SubtreeFn subtree() const
    {
        return [this](int level, quint64 index) {
            const auto it = m_nodes.find({level, index});
            return it == m_nodes.end() ? QByteArray() : it->second;
        };
    }
    int m_seed;
    SystemRandom m_random;
    SigningKey m_key;
    merkle::Frontier m_frontier;
    std::map<std::pair<int, quint64>, QByteArray> m_nodes;
    QList<AuditRecord> m_records;
};

} // namespace

/// The console checks the log itself: signatures, growth since it last looked, and single events.
class TestAuditIntegrity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_bench = std::make_unique<Bench>();
        m_log = std::make_unique<RealLog>();
        m_log->grow(20);
    }
    void cleanup()
    {
        QVERIFY(m_bench->transport.isUsedUp());
        QCOMPARE(m_bench->transport.unscripted(), 0);
    }

    void firstSightPinsTheKeyAndGrowthIsProven()
    {
        {
            AuditIntegrity integrity(m_bench->audit, m_bench->clock, path());
            QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
            QCOMPARE(integrity.verified()->size, 20);
            QCOMPARE(integrity.verifiedAt(), m_bench->clock.now());
        }
        m_log->grow(17);
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, path()); // the next session remembers
        QCOMPARE(integrity.verified()->size, 20);
        m_bench->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(m_log->consistency(20, 37)));
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        QCOMPARE(m_bench->transport.last().queryValue(u"first"_s), u"20"_s);
        QCOMPARE(integrity.verified()->size, 37);
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact); // nothing new, nothing to prove
    }

    void aForkIsFound()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, path());
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog fork(1);
        fork.useKeyOf(*m_log);
        fork.grow(30);
        m_bench->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(fork.consistency(20, 30)));
        QCOMPARE(check(integrity, fork), IntegrityState::Mismatch);
        QCOMPARE(integrity.rejected()->size, 30);
        QCOMPARE(integrity.verified()->size, 20); // what was verified stays
    }

    void anotherHistoryOfTheSameSizeIsFound()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog other(1);
        other.useKeyOf(*m_log);
        other.grow(20);
        QCOMPARE(check(integrity, other), IntegrityState::Mismatch);
    }

    void aCutLogIsFound()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog shorter;
        shorter.useKeyOf(*m_log);
        shorter.grow(19);
        QCOMPARE(check(integrity, shorter), IntegrityState::Mismatch);
    }

    void anotherKeyIsFound()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog other;
        other.grow(20);
        QCOMPARE(check(integrity, other), IntegrityState::KeyChanged);
    }

    void aForgedNoteIsFound()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        Checkpoint forged = m_log->checkpoint(m_bench->clock.now());
        forged.size = 21; // not what was signed
        m_bench->transport.reply("GET", u"/audit/checkpoint"_s, toJson(forged));
        integrity.check();
        QTRY_COMPARE(integrity.state(), IntegrityState::Mismatch);
        QVERIFY(!integrity.verified());
    }

    void aMemoryThatWasTamperedWithCountsAsNone()
    {
        {
            AuditIntegrity integrity(m_bench->audit, m_bench->clock, path());
            QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes.replace("\"size\": 20", "\"size\": 19");
        file.seek(0);
        file.write(bytes);
        file.close();
        const AuditIntegrity integrity(m_bench->audit, m_bench->clock, path());
        QVERIFY(!integrity.verified());
    }

    void offlineIsNoMismatch()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        m_bench->transport.fault("GET", u"/audit/checkpoint"_s, client::TransportFault::Unreachable);
        integrity.check();
        QTRY_COMPARE(integrity.state(), IntegrityState::Failed);
        QCOMPARE(integrity.error()->kind, client::ErrorKind::Offline);
    }

    /// The window stays open, the log is put back and grows past what was verified.
    void aRollbackIsFoundWhileTheConsoleStaysOpen()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        integrity.follow(m_bench->feed);
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        QVERIFY(!integrity.alarm());
        m_bench->tell(ChangeKind::Partner, {u"prt_1"_s}); // within the minute: nothing is asked yet
        QCOMPARE(integrity.state(), IntegrityState::Intact);

        RealLog fork(1);
        fork.useKeyOf(*m_log);
        fork.grow(30);
        scriptCheckpoint(fork);
        m_bench->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(fork.consistency(20, 30)));
        QSignalSpy spy(&integrity, &AuditIntegrity::changed);
        m_bench->clock.advance(AuditIntegrity::checkEvery);
        QTRY_VERIFY(integrity.alarm());
        QCOMPARE(*integrity.alarm(), IntegrityState::Mismatch);
        QCOMPARE(spy.count(), 1); // no "checking" in between
        // That the next check fails takes nothing back; that the log matches again does.
        m_bench->transport.fault("GET", u"/audit/checkpoint"_s, client::TransportFault::Unreachable);
        m_bench->tellReset();
        QTRY_COMPARE(integrity.state(), IntegrityState::Failed);
        QVERIFY(integrity.alarm());
        scriptCheckpoint(*m_log);
        m_bench->tellReset();
        QTRY_COMPARE(integrity.state(), IntegrityState::Intact);
        QVERIFY(!integrity.alarm());
    }

    void aPersonMayStartFromTheLogAsItIs()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, path());
        integrity.startAnew(); // without an alarm there is nothing to start from
        QVERIFY(!integrity.verified());
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog shorter;
        shorter.useKeyOf(*m_log);
        shorter.grow(10);
        QCOMPARE(check(integrity, shorter), IntegrityState::Mismatch);
        integrity.startAnew();
        QCOMPARE(integrity.state(), IntegrityState::Intact);
        QVERIFY(!integrity.alarm());
        QCOMPARE(integrity.verified()->size, 10);
        const AuditIntegrity next(m_bench->audit, m_bench->clock, path());
        QCOMPARE(next.verified()->size, 10);
    }

    /// Nothing is called intact by what was verified before the log was put back.
    void aProofNeedsAFreshCheck()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        AuditEventModel model(m_bench->audit, integrity, m_bench->clock);
        load(model, 7);
        scriptCheckpoint(*m_log);
        m_bench->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        RealLog other(1);
        other.useKeyOf(*m_log);
        other.grow(20);
        m_bench->clock.advance(std::chrono::seconds(11));
        scriptCheckpoint(other);
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Mismatch);

        scriptCheckpoint(*m_log);
        m_bench->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        m_bench->clock.advance(std::chrono::seconds(11));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        QCOMPARE(check(integrity, other), IntegrityState::Mismatch); // found elsewhere
        QCOMPARE(model.proof(), EventProof::Mismatch);
        QCOMPARE(model.provenIn()->root, other.checkpoint(m_bench->clock.now()).root);
    }

    void anEventIsProven()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        AuditEventModel model(m_bench->audit, integrity, m_bench->clock);
        const QAbstractItemModelTester tester(&model.changes(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(model, 7);
        QCOMPARE(model.changes().rowCount(), 2);
        QCOMPARE(model.leafHash(), QString::fromLatin1(merkle::leafHash(m_log->record(7).canonical).toHex()));
        QVERIFY(model.prettyJson().contains(u"agreed by phone"_s));
        scriptCheckpoint(*m_log);
        m_bench->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        model.verify();
        QCOMPARE(model.proof(), EventProof::Checking);
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        QCOMPARE(model.provenIn()->size, 20);
    }

    /// The bytes are in the log, but the event beside them says something else: it is not even shown.
    void anEventThatSaysSomethingElseIsRefused()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        AuditEventModel model(m_bench->audit, integrity, m_bench->clock);
        AuditRecord record = m_log->record(7);
        record.event.actor = u"somebody-else"_s;
        m_bench->transport.reply("GET", u"/audit/events/"_s + record.event.id, toJson(record));
        model.setEventId(record.event.id);
        QTRY_COMPARE(model.state(), LoadState::Error);
        QCOMPARE(model.error()->kind, client::ErrorKind::Protocol);
        model.verify(); // nothing to verify
        QCOMPARE(model.proof(), EventProof::NotChecked);
    }

    void changedBytesAreFound()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        AuditEventModel model(m_bench->audit, integrity, m_bench->clock);
        AuditRecord &record = m_log->editRecord(7);
        record.event.actor = u"somebody-else"_s;
        record.canonical = QJsonDocument(toJson(record.event)).toJson(QJsonDocument::Compact);
        load(model, 7);
        scriptCheckpoint(*m_log);
        m_bench->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Mismatch);
    }

    /// A proof speaks of the bytes it was made of: other bytes have none, until they are checked.
    void otherBytesLoseTheProof()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        AuditEventModel model(m_bench->audit, integrity, m_bench->clock);
        load(model, 7);
        scriptCheckpoint(*m_log);
        const QJsonObject proof = toJson(m_log->inclusion(7, 20));
        m_bench->transport.reply("GET", u"/audit/proofs/inclusion"_s, proof);
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        m_bench->transport.reply("GET", u"/audit/events/"_s + model.eventId(), toJson(m_log->record(7)));
        model.refresh(); // the same bytes again
        QTRY_VERIFY(!model.isRefreshing());
        QCOMPARE(model.proof(), EventProof::Proven);
        AuditRecord &record = m_log->editRecord(7);
        record.event.actor = u"somebody-else"_s;
        record.canonical = QJsonDocument(toJson(record.event)).toJson(QJsonDocument::Compact);
        m_bench->transport.reply("GET", u"/audit/events/"_s + model.eventId(), toJson(record));
        model.refresh();
        QTRY_VERIFY(!model.isRefreshing());
        QCOMPARE(model.record()->event.actor, u"somebody-else"_s);
        QCOMPARE(model.proof(), EventProof::NotChecked);
        QVERIFY(!model.provenIn());
        m_bench->transport.reply("GET", u"/audit/proofs/inclusion"_s, proof);
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Mismatch);
    }

    void anEventNewerThanTheCheckpointIsNotAnchored()
    {
        AuditIntegrity integrity(m_bench->audit, m_bench->clock, {});
        AuditEventModel model(m_bench->audit, integrity, m_bench->clock);
        const Checkpoint before = m_log->checkpoint(m_bench->clock.now());
        m_log->grow(1);
        load(model, 20);
        m_bench->transport.reply("GET", u"/audit/checkpoint"_s, toJson(before));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::NotAnchored);
    }

private:
    QString path() const { return m_dir->filePath(u"audit/checkpoint.json"_s); }
    void scriptCheckpoint(const RealLog &log)
    {
        m_bench->transport.reply("GET", u"/audit/checkpoint"_s, toJson(log.checkpoint(m_bench->clock.now())));
    }
    IntegrityState check(AuditIntegrity &integrity, const RealLog &log)
    {
        scriptCheckpoint(log);
        integrity.check();
        (void)QTest::qWaitFor([&] { return integrity.state() != IntegrityState::Checking; });
        return integrity.state();
    }
    void load(AuditEventModel &model, int index)
    {
        const AuditRecord record = m_log->record(index);
        m_bench->transport.reply("GET", u"/audit/events/"_s + record.event.id, toJson(record));
        model.setEventId(record.event.id);
        QTRY_COMPARE(model.state(), LoadState::Ready);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<RealLog> m_log;
};

QTEST_GUILESS_MAIN(TestAuditIntegrity)
#include "tst_audit_integrity.moc"
