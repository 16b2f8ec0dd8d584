// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_event_model.h"
#include "models/audit/audit_integrity.h"
#include "tests/models/audit/real_log.h"
#include "tests/models/model_fixture.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// When the console looks at the log by itself, to the millisecond; what it remembers of a look, and what of
/// an event that is being proven.
class TestIntegrityRhythm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<ModelFixture>();
        m_log = std::make_unique<RealLog>();
        m_log->grow(20);
        m_integrity = std::make_unique<AuditIntegrity>(m_fixture->audit, m_fixture->clock, path());
    }
    void cleanup()
    {
        m_integrity.reset();
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void theLogIsLookedAtOnceAMinute()
    {
        m_fixture->clock.advance(5min);
        m_integrity->follow(m_fixture->feed);
        script();
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Audit)); // never looked at: at once
        m_fixture->clock.advance(0ms);
        ModelFixture::spin();
        QCOMPARE(asked(), 1);
        QCOMPARE(m_integrity->state(), IntegrityState::Intact);
        m_fixture->clock.advance(20s);
        for (int i = 0; i < 3; ++i)
            Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner));
        m_fixture->clock.advance(39'999ms);
        ModelFixture::spin();
        QCOMPARE(asked(), 1);
        script();
        QSignalSpy changed(m_integrity.get(), &AuditIntegrity::changed);
        m_fixture->clock.advance(1ms);
        QCOMPARE(m_integrity->state(), IntegrityState::Intact); // beside what is shown
        QCOMPARE(changed.count(), 0);
        ModelFixture::spin();
        QCOMPARE(asked(), 2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_fixture->clock.pending(), 0);
        m_fixture->clock.advance(60s);
        script();
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner)); // a minute is over
        m_fixture->clock.advance(0ms);
        ModelFixture::spin();
        QCOMPARE(asked(), 3);
        script();
        m_fixture->tellReset(); // whatever the time
        QCOMPARE(asked(), 4);
        script();
        Q_EMIT m_fixture->feed.reset();
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner)); // does not put it off
        m_fixture->clock.advance(0ms);
        ModelFixture::spin();
        QCOMPARE(asked(), 5);
    }

    void whoIsLookingIsNotJoined()
    {
        m_integrity->follow(m_fixture->feed);
        script(true);
        QSignalSpy changed(m_integrity.get(), &AuditIntegrity::changed);
        m_integrity->check();
        QCOMPARE(m_integrity->state(), IntegrityState::Checking);
        QCOMPARE(changed.count(), 1);
        m_fixture->tellReset();
        m_integrity->look();
        QCOMPARE(asked(), 1);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(m_integrity->state(), IntegrityState::Intact);
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner));
        script();
        m_fixture->clock.advance(60s); // the alarm of before is not in the way
        ModelFixture::spin();
        QCOMPARE(asked(), 2);
    }

    void tenSecondsAreFresh()
    {
        QVERIFY(!m_integrity->isFresh());
        m_fixture->clock.advance(5min);
        script();
        m_integrity->look();
        QCOMPARE(m_integrity->state(), IntegrityState::Checking); // never looked: it is shown
        ModelFixture::spin();
        QVERIFY(m_integrity->isFresh());
        m_fixture->clock.advance(9'999ms);
        QVERIFY(m_integrity->isFresh());
        m_integrity->look();
        QCOMPARE(asked(), 1);
        m_fixture->clock.advance(1ms);
        QVERIFY(!m_integrity->isFresh());
        m_fixture->transport.problem("GET", u"/audit/checkpoint"_s, 500, u"internal"_s);
        m_integrity->look();
        QCOMPARE(m_integrity->state(), IntegrityState::Intact);
        ModelFixture::spin();
        QCOMPARE(m_integrity->state(), IntegrityState::Failed);
        QCOMPARE(m_integrity->error()->kind, client::ErrorKind::Server);
        QVERIFY(!m_integrity->isFresh());
        QVERIFY(!m_integrity->alarm());
    }

    /// What was under way when the log is replaced speaks of the one before.
    void forgettingEndsWhatIsUnderWay()
    {
        m_integrity->follow(m_fixture->feed);
        script();
        m_integrity->check();
        ModelFixture::spin();
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner));
        script(true);
        m_integrity->check();
        m_integrity->forget();
        QCOMPARE(m_integrity->state(), IntegrityState::Unknown);
        QVERIFY(!m_integrity->verified());
        QVERIFY(!m_integrity->rejected());
        QCOMPARE(m_fixture->clock.pending(), 0);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(m_integrity->state(), IntegrityState::Unknown);
        m_fixture->clock.advance(5min);
        QCOMPARE(asked(), 2);
        Q_EMIT m_fixture->feed.reset();
        QCOMPARE(m_fixture->clock.pending(), 1);
        m_integrity->forget();
        QCOMPARE(m_fixture->clock.pending(), 0);
    }

    /// A log without an event has no history to prove; one with a single event has.
    void theFirstEventsAreProven()
    {
        RealLog log;
        const auto look = [&] {
            m_fixture->transport.reply("GET", u"/audit/checkpoint"_s,
                                       toJson(log.checkpoint(m_fixture->clock.now())));
            m_integrity->check();
            ModelFixture::spin();
            QCOMPARE(m_integrity->state(), IntegrityState::Intact);
        };
        look();
        QCOMPARE(m_integrity->verified()->size, 0);
        log.grow(1);
        look();
        log.grow(1);
        m_fixture->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(log.consistency(1, 2)));
        look();
        QCOMPARE(m_integrity->verified()->size, 2);
    }

    /// What is kept is small: more than a mebibyte is not read.
    void aMemoryOfAnySizeIsNotRead()
    {
        script();
        m_integrity->check();
        ModelFixture::spin();
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll().trimmed();
        for (const int more : {0, 1}) {
            file.resize(0);
            file.seek(0);
            file.write(QByteArray(1'048'576 + more - bytes.size(), ' ') + bytes);
            file.flush();
            const AuditIntegrity next(m_fixture->audit, m_fixture->clock, path());
            QCOMPARE(next.verified().has_value(), more == 0);
        }
    }

    void anotherVersionOfTheMemoryIsNone_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<bool>("counts");
        QTest::newRow("this") << QByteArray("1") << true;
        QTest::newRow("later") << QByteArray("2") << false;
        QTest::newRow("none") << QByteArray("0") << false;
    }
    void anotherVersionOfTheMemoryIsNone()
    {
        QFETCH(const QByteArray, version);
        QFETCH(const bool, counts);
        script();
        m_integrity->check();
        ModelFixture::spin();
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes.replace("\"version\": 1", QByteArray("\"version\": " + version));
        file.resize(0);
        file.write(bytes);
        file.close();
        const AuditIntegrity next(m_fixture->audit, m_fixture->clock, path());
        QCOMPARE(next.verified().has_value(), counts);
        QCOMPARE(next.verifiedAt().isValid(), counts);
    }

    /// The next checkpoint is right, and its proof cannot be had: not intact, and no mismatch either.
    void aProofThatCannotBeHadIsAFailure()
    {
        script();
        m_integrity->check();
        ModelFixture::spin();
        m_log->grow(5);
        script();
        m_fixture->transport.problem("GET", u"/audit/proofs/consistency"_s, 500, u"internal"_s);
        m_integrity->check();
        ModelFixture::spin();
        QCOMPARE(m_integrity->state(), IntegrityState::Failed);
        QCOMPARE(m_integrity->verified()->size, 20);
        QVERIFY(!m_integrity->rejected());
        script();
        m_fixture->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(m_log->consistency(20, 24)));
        m_integrity->check(); // of another size than what is claimed
        ModelFixture::spin();
        QCOMPARE(m_integrity->state(), IntegrityState::Mismatch);
        QCOMPARE(m_integrity->rejected()->size, 25);
        QCOMPARE(m_integrity->alarm(), std::optional(IntegrityState::Mismatch));
        m_fixture->transport.problem("GET", u"/audit/checkpoint"_s, 500, u"internal"_s);
        m_integrity->check();
        ModelFixture::spin();
        QCOMPARE(m_integrity->alarm(), std::optional(IntegrityState::Mismatch)); // nothing is taken back
    }

    void aFreshCheckpointIsAskedForByAWrite()
    {
        m_fixture->transport.reply("POST", u"/audit/checkpoint"_s,
                                   toJson(m_log->checkpoint(m_fixture->clock.now())));
        QSignalSpy changed(m_integrity.get(), &AuditIntegrity::changed);
        m_integrity->checkFresh();
        QCOMPARE(m_integrity->state(), IntegrityState::Checking);
        QCOMPARE(changed.count(), 1);
        ModelFixture::spin();
        QCOMPARE(m_integrity->state(), IntegrityState::Intact);
        QVERIFY(!m_fixture->transport.last().header("Idempotency-Key").isEmpty());
    }

    /// Another event: the proof that is on its way is of the one before.
    void aProofIsOfTheEventThatIsShown()
    {
        AuditEventModel model(m_fixture->audit, *m_integrity, m_fixture->clock);
        show(model, 7);
        script();
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)))
            .hold();
        model.verify();
        model.verify(); // is under way
        ModelFixture::spin();
        QCOMPARE(model.proof(), EventProof::Checking);
        QSignalSpy changed(&model, &AuditEventModel::proofChanged);
        show(model, 8);
        QCOMPARE(model.proof(), EventProof::NotChecked);
        QVERIFY(!changed.isEmpty());
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(model.proof(), EventProof::NotChecked);
        QVERIFY(!model.provenIn());
        model.setEventId(model.eventId()); // the same: nothing is asked
        m_fixture->transport.problem("GET", u"/audit/proofs/inclusion"_s, 500, u"internal"_s);
        model.verify(); // by the checkpoint of just now
        ModelFixture::spin();
        QCOMPARE(model.proof(), EventProof::Failed);
        QVERIFY(model.proofError().has_value());
        QCOMPARE(asked(), 1);
    }

    /// A proof says of which place in which log it is; the right hashes of another place prove nothing.
    void aProofOfAnotherSizeIsNone()
    {
        AuditEventModel model(m_fixture->audit, *m_integrity, m_fixture->clock);
        show(model, 7);
        script();
        InclusionProof proof = m_log->inclusion(7, 20);
        proof.size = 19; // the same way up
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(proof));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Mismatch);
    }

    /// The checkpoint of just now ends where this event begins: another one is asked for, once.
    void anEventBehindTheCheckpointWaits()
    {
        AuditEventModel model(m_fixture->audit, *m_integrity, m_fixture->clock);
        script();
        m_integrity->check();
        ModelFixture::spin();
        const QJsonObject before = toJson(m_log->checkpoint(m_fixture->clock.now()));
        m_log->grow(1);
        show(model, 20);
        m_fixture->transport.reply("GET", u"/audit/checkpoint"_s, before).hold();
        model.verify();
        QCOMPARE(model.proof(), EventProof::Checking);
        QCOMPARE(m_integrity->state(), IntegrityState::Checking);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(model.proof(), EventProof::NotAnchored);
        script();
        m_fixture->transport.reply("GET", u"/audit/proofs/consistency"_s, toJson(m_log->consistency(20, 21)));
        m_integrity->check(); // of which nobody asked anything for the event
        ModelFixture::spin();
        QCOMPARE(model.proof(), EventProof::NotAnchored);
        script(true);
        m_integrity->check();
        const int already = asked();
        m_fixture->clock.advance(11s);
        model.verify(); // joins the one that is under way
        show(model, 7); // and is forgotten with its event
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(asked(), already);
        QCOMPARE(m_integrity->state(), IntegrityState::Intact);
        QCOMPARE(model.proof(), EventProof::NotChecked);
    }

    void whoMayNotReadItAnyMoreHasNoProof()
    {
        AuditEventModel model(m_fixture->audit, *m_integrity, m_fixture->clock);
        show(model, 7);
        script();
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        model.verify();
        QTRY_COMPARE(model.proof(), EventProof::Proven);
        m_fixture->transport.problem("GET", u"/audit/events/"_s + model.eventId(), 403, u"forbidden"_s);
        model.refresh();
        ModelFixture::spin();
        QCOMPARE(model.proof(), EventProof::NotChecked);
        QVERIFY(!model.provenIn());
    }

    /// What is computed for the event before ends after the next one is shown, while that one is being
    /// proven.
    void aLateComputationIsOfNothing()
    {
        AuditEventModel model(m_fixture->audit, *m_integrity, m_fixture->clock);
        show(model, 7);
        script();
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(7, 20)));
        QSemaphore busy;
        QThreadPool &pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        pool.setMaxThreadCount(1);
        pool.start([&busy] { busy.acquire(); });
        model.verify();
        ModelFixture::spin();
        QCOMPARE(model.proof(), EventProof::Checking);
        show(model, 8);
        m_fixture->transport.reply("GET", u"/audit/proofs/inclusion"_s, toJson(m_log->inclusion(8, 20)))
            .hold();
        model.verify();
        busy.release();
        QVERIFY(pool.waitForDone(10'000));
        pool.setMaxThreadCount(threads);
        ModelFixture::spin();
        QCOMPARE(model.proof(), EventProof::Checking);
        m_fixture->transport.release();
        QTRY_COMPARE(model.proof(), EventProof::Proven);
    }

private:
    QString path() const { return m_dir->filePath(u"checkpoint.json"_s); }
    void script(bool hold = false)
    {
        auto &step = m_fixture->transport.reply("GET", u"/audit/checkpoint"_s,
                                                toJson(m_log->checkpoint(m_fixture->clock.now())));
        if (hold)
            step.hold();
    }
    int asked() const { return int(m_fixture->transport.sentTo("GET", u"/audit/checkpoint"_s).size()); }
    void show(AuditEventModel &model, int index)
    {
        const AuditRecord record = m_log->record(index);
        m_fixture->transport.reply("GET", u"/audit/events/"_s + record.event.id, toJson(record));
        model.setEventId(record.event.id);
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Ready);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<RealLog> m_log;
    std::unique_ptr<AuditIntegrity> m_integrity;
};

QTEST_GUILESS_MAIN(TestIntegrityRhythm)
#include "tst_integrity_rhythm.moc"
