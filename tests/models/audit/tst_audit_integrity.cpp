// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_event_model.h"
#include "tests/models/audit/real_log.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// The console checks the log itself: signatures, growth since it last looked, and single events.
class TestAuditIntegrity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<ModelFixture>();
        m_log = std::make_unique<RealLog>();
        m_log->grow(20);
    }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void firstSightPinsTheKeyAndGrowthIsProven()
    {
        {
            AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, path());
            QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
            QCOMPARE(integrity.verified()->size, 20);
            QCOMPARE(integrity.verifiedAt(), m_fixture->clock.now());
        }
        m_log->grow(17);
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, path()); // the next session remembers
        QCOMPARE(integrity.verified()->size, 20);
        m_fixture->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(m_log->consistency(20, 37)));
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        QCOMPARE(m_fixture->transport.last().queryValue(u"first"_s), u"20"_s);
        QCOMPARE(integrity.verified()->size, 37);
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact); // nothing new, nothing to prove
    }

    void aForkIsFound()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, path());
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog fork(1);
        fork.useKeyOf(*m_log);
        fork.grow(30);
        m_fixture->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(fork.consistency(20, 30)));
        QCOMPARE(check(integrity, fork), IntegrityState::Mismatch);
        QCOMPARE(integrity.rejected()->size, 30);
        QCOMPARE(integrity.verified()->size, 20); // what was verified stays
    }

    void anotherHistoryOfTheSameSizeIsFound()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog other(1);
        other.useKeyOf(*m_log);
        other.grow(20);
        QCOMPARE(check(integrity, other), IntegrityState::Mismatch);
    }

    void aCutLogIsFound()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog shorter;
        shorter.useKeyOf(*m_log);
        shorter.grow(19);
        QCOMPARE(check(integrity, shorter), IntegrityState::Mismatch);
    }

    void anotherKeyIsFound()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog other;
        other.grow(20);
        QCOMPARE(check(integrity, other), IntegrityState::KeyChanged);
    }

    void aForgedNoteIsFound()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        Checkpoint forged = m_log->checkpoint(m_fixture->clock.now());
        forged.size = 21; // not what was signed
        m_fixture->transport.reply("GET", u"/audit/checkpoint"_s, toJson(forged));
        integrity.check();
        QTRY_COMPARE(integrity.state(), IntegrityState::Mismatch);
        QVERIFY(!integrity.verified());
    }

    void aMemoryThatWasTamperedWithCountsAsNone()
    {
        {
            AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, path());
            QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes.replace("\"size\": 20", "\"size\": 19");
        file.seek(0);
        file.write(bytes);
        file.close();
        const AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, path());
        QVERIFY(!integrity.verified());
    }

    void offlineIsNoMismatch()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        m_fixture->transport.fault("GET", u"/audit/checkpoint"_s, client::TransportFault::Unreachable);
        integrity.check();
        QTRY_COMPARE(integrity.state(), IntegrityState::Failed);
        QCOMPARE(integrity.error()->kind, client::ErrorKind::Offline);
    }

    void anEventIsProven()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        AuditEventModel model(m_fixture->audit, integrity, m_fixture->clock);
        const QAbstractItemModelTester tester(&model.changes(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(model, 7);
        QCOMPARE(model.changes().rowCount(), 2);
        QCOMPARE(model.leafHash(), QString::fromLatin1(merkle::leafHash(m_log->record(7).canonical).toHex()));
        QVERIFY(model.prettyJson().contains(u"agreed by phone"_s));
        scriptCheckpoint(*m_log);
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        model.verify();
        QCOMPARE(model.proof(), EventProof::Checking);
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        QCOMPARE(model.provenIn()->size, 20);
    }

    /// The bytes are in the log, but the event beside them says something else: it is not even shown.
    void anEventThatSaysSomethingElseIsRefused()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        AuditEventModel model(m_fixture->audit, integrity, m_fixture->clock);
        AuditRecord record = m_log->record(7);
        record.event.actor = u"somebody-else"_s;
        m_fixture->transport.reply("GET", u"/audit/events/"_s + record.event.id, toJson(record));
        model.setEventId(record.event.id);
        QTRY_COMPARE(model.state(), LoadState::Error);
        QCOMPARE(model.error()->kind, client::ErrorKind::Protocol);
        model.verify(); // nothing to verify
        QCOMPARE(model.proof(), EventProof::NotChecked);
    }

    void changedBytesAreFound()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        AuditEventModel model(m_fixture->audit, integrity, m_fixture->clock);
        AuditRecord &record = m_log->editRecord(7);
        record.event.actor = u"somebody-else"_s;
        record.canonical = QJsonDocument(toJson(record.event)).toJson(QJsonDocument::Compact);
        load(model, 7);
        scriptCheckpoint(*m_log);
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Mismatch);
    }

    /// A proof speaks of the bytes it was made of: other bytes have none, until they are checked.
    void otherBytesLoseTheProof()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        AuditEventModel model(m_fixture->audit, integrity, m_fixture->clock);
        load(model, 7);
        scriptCheckpoint(*m_log);
        const QJsonObject proof = toJson(m_log->inclusion(7, 20));
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, proof);
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        m_fixture->transport.reply("GET", u"/audit/events/"_s + model.eventId(), toJson(m_log->record(7)));
        model.refresh(); // the same bytes again
        QTRY_VERIFY(!model.isRefreshing());
        QCOMPARE(model.proof(), EventProof::Proven);
        AuditRecord &record = m_log->editRecord(7);
        record.event.actor = u"somebody-else"_s;
        record.canonical = QJsonDocument(toJson(record.event)).toJson(QJsonDocument::Compact);
        m_fixture->transport.reply("GET", u"/audit/events/"_s + model.eventId(), toJson(record));
        model.refresh();
        QTRY_VERIFY(!model.isRefreshing());
        QCOMPARE(model.record()->event.actor, u"somebody-else"_s);
        QCOMPARE(model.proof(), EventProof::NotChecked);
        QVERIFY(!model.provenIn());
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, proof);
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Mismatch);
    }

    void anEventNewerThanTheCheckpointIsNotAnchored()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        AuditEventModel model(m_fixture->audit, integrity, m_fixture->clock);
        const Checkpoint before = m_log->checkpoint(m_fixture->clock.now());
        m_log->grow(1);
        load(model, 20);
        m_fixture->transport.reply("GET", u"/audit/checkpoint"_s, toJson(before));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::NotAnchored);
    }

private:
    QString path() const { return m_dir->filePath(u"audit/checkpoint.json"_s); }
    void scriptCheckpoint(const RealLog &log)
    {
        m_fixture->transport.reply("GET", u"/audit/checkpoint"_s,
                                   toJson(log.checkpoint(m_fixture->clock.now())));
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
        m_fixture->transport.reply("GET", u"/audit/events/"_s + record.event.id, toJson(record));
        model.setEventId(record.event.id);
        QTRY_COMPARE(model.state(), LoadState::Ready);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<RealLog> m_log;
};

QTEST_GUILESS_MAIN(TestAuditIntegrity)
#include "tst_audit_integrity.moc"
