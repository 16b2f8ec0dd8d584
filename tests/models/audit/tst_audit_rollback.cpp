// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_event_model.h"
#include "models/session/session_keeper.h"
#include "tests/models/audit/real_log.h"
#include "tests/models/model_fixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// A log that is put back, cut or forked while the console stays open.
class TestAuditRollback final : public QObject
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

    /// The window stays open, the log is put back and grows past what was verified.
    void aRollbackIsFoundWhileTheConsoleStaysOpen()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        integrity.follow(m_fixture->feed);
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        QVERIFY(!integrity.alarm());
        m_fixture->tell(ChangeKind::Partner, u"prt_1"_s); // within the minute: nothing is asked yet
        QCOMPARE(integrity.state(), IntegrityState::Intact);

        RealLog fork(1);
        fork.useKeyOf(*m_log);
        fork.grow(30);
        scriptCheckpoint(fork);
        m_fixture->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(fork.consistency(20, 30)));
        QSignalSpy spy(&integrity, &AuditIntegrity::changed);
        m_fixture->clock.advance(AuditIntegrity::checkEvery);
        QTRY_VERIFY(integrity.alarm());
        QCOMPARE(*integrity.alarm(), IntegrityState::Mismatch);
        QCOMPARE(spy.count(), 1); // no "checking" in between
        // That the next check fails takes nothing back; that the log matches again does.
        m_fixture->transport.fault("GET", u"/audit/checkpoint"_s, client::TransportFault::Unreachable);
        m_fixture->tellReset();
        QTRY_COMPARE(integrity.state(), IntegrityState::Failed);
        QVERIFY(integrity.alarm());
        m_log->useKeyOf(fork); // it has its own again
        scriptCheckpoint(*m_log);
        m_fixture->tellReset();
        QTRY_COMPARE(integrity.state(), IntegrityState::Intact);
        QVERIFY(!integrity.alarm());
        QVERIFY(!integrity.rejected());
        QVERIFY(integrity.saveError().isEmpty()); // there is nothing to save to
    }

    void aPersonMayStartFromTheLogAsItIs()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, path());
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
        const AuditIntegrity next(m_fixture->audit, m_fixture->clock, path());
        QCOMPARE(next.verified()->size, 10);
    }

    void whoReplacesTheLogForgetsIt()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, path());
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        integrity.forget();
        QCOMPARE(integrity.state(), IntegrityState::Unknown);
        QVERIFY(!integrity.verified());
        QVERIFY(!QFile::exists(path()));
        QCOMPARE(check(integrity, *m_log), IntegrityState::Intact);
        RealLog shorter;
        shorter.useKeyOf(*m_log);
        shorter.grow(10);
        QCOMPARE(check(integrity, shorter), IntegrityState::Mismatch);
        integrity.forget(); // whatever was wrong with it
        QVERIFY(!integrity.alarm());
        QVERIFY(!integrity.rejected());
        RealLog other;
        other.grow(3);
        QCOMPARE(check(integrity, other), IntegrityState::Intact);
    }

    /// Nothing is called intact by what was verified before the log was put back.
    void aProofNeedsAFreshCheck()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        AuditEventModel model(m_fixture->audit, integrity, m_fixture->clock);
        load(model, 7);
        scriptCheckpoint(*m_log);
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        RealLog other(1);
        other.useKeyOf(*m_log);
        other.grow(20);
        m_fixture->clock.advance(std::chrono::seconds(11));
        scriptCheckpoint(other);
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Mismatch);

        m_log->useKeyOf(other);
        scriptCheckpoint(*m_log);
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        m_fixture->clock.advance(std::chrono::seconds(11));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        other.useKeyOf(*m_log);
        QCOMPARE(check(integrity, other), IntegrityState::Mismatch); // found elsewhere
        QCOMPARE(model.proof(), EventProof::Mismatch);
        QCOMPARE(model.provenIn()->root, other.checkpoint(m_fixture->clock.now()).root);
    }

    /// The platform that refuses its history says so with the session, which is asked for again.
    void whatThePlatformSaysOfItsHistoryIsFetchedAgain()
    {
        SessionKeeper keeper(m_fixture->sessions, m_fixture->token, m_fixture->clock);
        keeper.refresh(); // there is no session yet
        Session session = sampleSession(m_fixture->clock.now());
        session.historyRefused.clear();
        m_fixture->transport.reply("GET", u"/session"_s, toJson(session));
        keeper.start();
        QTRY_COMPARE(keeper.state(), SessionKeeper::State::Active);
        QSignalSpy loaded(&keeper, &SessionKeeper::loaded);
        session.historyRefused = u"an older database was put back"_s;
        m_fixture->transport.reply("GET", u"/session"_s, toJson(session));
        keeper.refresh();
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(keeper.session()->historyRefused, session.historyRefused);
        m_fixture->transport.fault("GET", u"/session"_s, client::TransportFault::Unreachable);
        keeper.refresh();
        QTRY_VERIFY(m_fixture->transport.isUsedUp());
        ModelFixture::spin();
        QCOMPARE(loaded.count(), 1);
        QCOMPARE(keeper.state(), SessionKeeper::State::Active);
        QCOMPARE(keeper.session()->historyRefused, session.historyRefused);
    }

    /// A page that is opened shows what was checked just now, without "checking" in between.
    void whoLooksAtTheLogHasItChecked()
    {
        AuditIntegrity integrity(m_fixture->audit, m_fixture->clock, {});
        scriptCheckpoint(*m_log);
        integrity.look();
        QCOMPARE(integrity.state(), IntegrityState::Checking); // nothing was known yet
        QTRY_COMPARE(integrity.state(), IntegrityState::Intact);
        integrity.look(); // that was just now
        m_fixture->clock.advance(std::chrono::seconds(11));
        RealLog shorter;
        shorter.useKeyOf(*m_log);
        shorter.grow(19);
        scriptCheckpoint(shorter);
        integrity.look();
        QCOMPARE(integrity.state(), IntegrityState::Intact);
        QTRY_COMPARE(integrity.state(), IntegrityState::Mismatch);
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

QTEST_GUILESS_MAIN(TestAuditRollback)
#include "tst_audit_rollback.moc"
