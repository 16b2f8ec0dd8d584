// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/admin_rows.h"
#include "platform/verify/verify_log.h"
#include "tests/platform/store/history/signed_log.h"

#include <QtTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::events;
using pc::platform::test::SignedLog;
using pc::platform::test::StoreFixture;

namespace {

/// Verified offline, and as the running service does it.
struct Log : SignedLog
{
    LogVerdict verify(const QList<JournaledRevocation> &kept = {})
    {
        const AnchorReading reading =
            AnchorFile::read(anchor.path(), signer.origin(), signer.verifyKey(), history::pointer(tx));
        const LogVerdict verdict = verifyLog(tx, signer.origin(), signer.verifyKey(), reading, kept);
        tx.dropStatements();
        return verdict;
    }
    /// In pieces of some events.
    HistoryReport fold()
    {
        log_fold::State state;
        while (state.phase != log_fold::Phase::Over)
            state = log_fold::advance(tx, witness(), state, 7);
        tx.dropStatements();
        return log_fold::reportOf(state);
    }
};

} // namespace

class TestVerifyLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeLog()
    {
        Log log;
        const LogVerdict verdict = log.verify();
        QVERIFY2(verdict.ok, qPrintable(verdict.why));
        QCOMPARE(verdict.events, events);
        QCOMPARE(verdict.checkpoints, 3);
        QCOMPARE(verdict.anchored, 5);
        QCOMPARE(verdict.sinceLastSignature, 5);
        QCOMPARE(verdict.firstBad, -1);
        const HistoryReport report = log.fold();
        QCOMPARE(toText(report.finding), u"nothing"_s);
        QCOMPARE(report.events, events);
        QCOMPARE(report.size, events);
        QCOMPARE(report.root, history::headOf(log.tx).root);
        QCOMPARE(report.checkpoints, 3);
        QCOMPARE(report.anchored, 5);
        QVERIFY(!report.firstBad);
    }

    /// Sealed, or named by a line of the anchor: else it is told.
    void theJournalIsVouchedFor()
    {
        Log log;
        JournalEntry entry;
        entry.id = u"crd_1"_s;
        entry.at = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
        const JournaledRevocation unsealed{entry, u"digest"_s, false};
        QCOMPARE(log.verify({{entry, u"digest"_s, true}}).unvouched, 0);
        const LogVerdict verdict = log.verify({unsealed});
        QVERIFY2(verdict.ok, qPrintable(verdict.why));
        QCOMPARE(verdict.unvouched, 1);
        QVERIFY(log.anchor.append({journal_notes::kept(unsealed)}));
        history::putPointer(log.tx, log.anchor.last());
        QCOMPARE(log.verify({unsealed}).unvouched, 0);
    }

    /// The newest signature may be that of a checkpoint too.
    void theLastSignatureCounts()
    {
        Log log;
        (void)log.signer.make(log.tx, pc::test::sampleEvent(events).at);
        QCOMPARE(log.verify().sinceLastSignature, 0);
        QCOMPARE(log.verify().checkpoints, 4);
        log.tx.exec(u"DELETE FROM checkpoints"_s);
        QVERIFY(log.verify().ok); // the anchor vouches for it as well
        QCOMPARE(log.verify().sinceLastSignature, 5);
    }

    /// What was accepted binds no more; what comes after it does.
    void anAcceptanceBeginsAnew()
    {
        Log log;
        log.line(u"other"_s, 200, QByteArray(32, 'x')); // of a log that is not there any more
        log.line(u"history.accept"_s);
        log.line(u"act"_s);
        history::putPointer(log.tx, log.anchor.last());
        const LogVerdict verdict = log.verify();
        QVERIFY2(verdict.ok, qPrintable(verdict.why));
        QCOMPARE(verdict.anchored, 2);
        QCOMPARE(verdict.sinceLastSignature, 0);
        QCOMPARE(toText(log.fold().finding), u"nothing"_s);
        QCOMPARE(log.fold().anchored, 2);
    }

    void whatIsWrongIsFoundAtItsPlace_data()
    {
        using Act = std::function<void(Log &)>;
        QTest::addColumn<Act>("act");
        QTest::addColumn<int>("firstBad");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const Act &act, int firstBad, const QString &says) {
            QTest::newRow(name) << act << firstBad << says;
        };
        const auto sql = [](const QString &statement) {
            return Act([statement](Log &log) { log.tx.exec(statement); });
        };
        for (const char *column : {"at", "actor", "action", "target_id", "partner_id", "request_id"}) {
            const QString value = QByteArray(column) == "at" ? u"7"_s : u"'other'"_s;
            QTest::addRow("column %s", column) << sql(u"UPDATE audit_events SET %1 = %2 WHERE idx = 4"_s.arg(
                                                      QString::fromLatin1(column), value))
                                               << 4 << u"columns do not say"_s;
        }
        row(
            "index in the bytes", [](Log &log) { log.rewrite(4, [](AuditEvent &e) { e.index = 5; }); }, 4,
            u"columns do not say"_s);
        row(
            "id in the bytes", [](Log &log) { log.rewrite(4, [](AuditEvent &e) { e.id = eventId(5); }); }, 4,
            u"columns do not say"_s);
        row("no bytes", sql(u"UPDATE audit_events SET canonical = 'x' WHERE idx = 4"_s), 4,
            u"do not have the hash"_s);
        row(
            "another event", [](Log &log) { log.rewrite(4, [](AuditEvent &e) { e.reason = u"other"_s; }); },
            0, u"anchored with 5 events (first)"_s);
        row(
            "another event behind the anchor",
            [](Log &log) { log.rewrite(6, [](AuditEvent &e) { e.reason = u"other"_s; }); }, 5,
            u"the checkpoint of size 10 was signed for"_s);
        row("a hole", sql(u"DELETE FROM audit_events WHERE idx = 7"_s), 7, u"the event is missing"_s);
        row("cut", sql(u"DELETE FROM audit_events WHERE idx >= 297"_s), 297, u"300 events were written"_s);
        row("cut to a checkpoint", sql(u"DELETE FROM audit_events WHERE idx >= 290"_s), 290,
            u"295 events were anchored"_s);
        row(
            "cut, checkpoints as well",
            [](Log &log) {
                log.tx.exec(u"DELETE FROM audit_events WHERE idx >= 280"_s);
                QVERIFY(QFile::remove(log.anchor.path()));
            },
            280, u"a checkpoint was signed for 290 events"_s);
        row("note of a checkpoint", sql(u"UPDATE checkpoints SET note = 'x' WHERE size = 256"_s), 10,
            u"checkpoint of size 256 has no valid signature"_s);
        row("size of a checkpoint", sql(u"UPDATE checkpoints SET size = 255 WHERE size = 256"_s), 10,
            u"checkpoint of size 255 has no valid signature"_s);
        row("root of a checkpoint", sql(u"UPDATE checkpoints SET root = zeroblob(32) WHERE size = 256"_s), 10,
            u"checkpoint of size 256 has no valid signature"_s);
        row(
            "first hash of a tile",
            [](Log &log) { log.setTile([](QByteArray &h) { h[0] = static_cast<char>(h.at(0) ^ 1); }); }, 0,
            u"stored tree"_s);
        row(
            "last hash of a tile",
            [](Log &log) { log.setTile([](QByteArray &h) { h[8191] = static_cast<char>(h.at(8191) ^ 1); }); },
            255, u"stored tree"_s);
        row(
            "tile cut", [](Log &log) { log.setTile([](QByteArray &h) { h.truncate(320); }); }, 10,
            u"stored tree"_s);
        row("tile gone", sql(u"DELETE FROM audit_tiles WHERE level = 0"_s), 0, u"stored tree"_s);
        row("tile above the leaves", sql(u"UPDATE audit_tiles SET hashes = zeroblob(32) WHERE level = 1"_s),
            0, u"stored tree"_s);
        row("tile beyond the end",
            sql(u"INSERT INTO audit_tiles (level, idx, hashes) VALUES (0, 1, zeroblob(32))"_s), events,
            u"tiles of events that are not there"_s);
        row(
            "frontier of another log",
            [](Log &log) {
                StoreFixture other;
                for (int i = 0; i < 300; ++i)
                    audit_log::append(other.tx, pc::test::sampleEvent(i));
                log.tx.queryOnce(u"UPDATE audit_state SET frontier = ?"_s)
                    .bind(audit_log::frontier(other.tx).serialise())
                    .exec();
            },
            295, u"frontier does not fit"_s);
        row(
            "frontier of a shorter one",
            [](Log &log) {
                StoreFixture other;
                for (int i = 1; i <= 20; ++i)
                    audit_log::append(other.tx, pc::test::sampleEvent(i));
                log.tx.queryOnce(u"UPDATE audit_state SET frontier = ?"_s)
                    .bind(audit_log::frontier(other.tx).serialise())
                    .exec();
            },
            20, u"frontier does not fit"_s);
        row(
            "a line of another log",
            [](Log &log) {
                log.line(u"act"_s, 298, QByteArray(32, 'x'));
                history::putPointer(log.tx, log.anchor.last());
            },
            295, u"anchored with 298 events (act)"_s);
        row(
            "lines out of order",
            [](Log &log) {
                log.line(u"act"_s, 200, QByteArray(32, 'x')); // never passed: smaller than the one before
                history::putPointer(log.tx, log.anchor.last());
            },
            295, u"is not the one"_s);
        row(
            "no anchor", [](Log &log) { QVERIFY(QFile::remove(log.anchor.path())); }, 290,
            u"missing or empty"_s);
        // Two faults at one event: the first that was found is told.
        row(
            "tile and checkpoint",
            [](Log &log) {
                log.setTile([](QByteArray &h) { h[320] = static_cast<char>(h.at(320) ^ 1); });
                log.tx.exec(u"UPDATE checkpoints SET note = 'x' WHERE size = 256"_s);
            },
            10, u"stored tree"_s);
    }
    void whatIsWrongIsFoundAtItsPlace()
    {
        QFETCH(std::function<void(Log &)>, act);
        QFETCH(int, firstBad);
        QFETCH(QString, says);
        Log log;
        act(log);
        const LogVerdict verdict = log.verify();
        QVERIFY(!verdict.ok);
        QVERIFY2(verdict.why.contains(says), qPrintable(verdict.why));
        QCOMPARE(verdict.firstBad, firstBad);
        const HistoryReport report = log.fold();
        QVERIFY(report.finding != HistoryFinding::Nothing && report.finding != HistoryFinding::Unknown);
        QVERIFY(report.firstBad);
    }

    /// A log that nobody signed is not vouched for; one without events needs nobody.
    void withoutAnySignature()
    {
        StoreFixture fixture;
        SystemRandom random;
        const AuditSigner signer(SigningKey::generate(SignatureAlgorithm::Ed25519, random), u"test/audit"_s);
        const auto verify = [&] {
            return verifyLog(fixture.tx, signer.origin(), signer.verifyKey(), {}, {});
        };
        QVERIFY(verify().ok);
        QCOMPARE(verify().sinceLastSignature, 0);
        audit_log::append(fixture.tx, pc::test::sampleEvent(0));
        history::noteOlderRelease(fixture.tx);
        QVERIFY(!verify().ok);
        QCOMPARE(verify().firstBad, 0);
        (void)signer.make(fixture.tx, pc::test::sampleEvent(0).at);
        QVERIFY2(verify().ok, qPrintable(verify().why));
        audit_log::append(fixture.tx, pc::test::sampleEvent(1));
        QCOMPARE(verify().sinceLastSignature, 1);
    }

    /// What a database names as the last line of its anchor; what cannot be read is a line that no file has.
    void theNameOfTheLastLine()
    {
        StoreFixture fixture;
        QVERIFY(!history::pointer(fixture.tx));
        history::putPointer(fixture.tx, {0, QByteArray(32, 'h')});
        QVERIFY(!history::pointer(fixture.tx));
        history::putPointer(fixture.tx, {1, QByteArray(32, 'h')});
        QCOMPARE(history::pointer(fixture.tx)->number, 1);
        QCOMPARE(history::pointer(fixture.tx)->hash, QByteArray(32, 'h'));
        for (const QString &damaged : {u"0 aGg"_s, u"-1 aGg"_s, u"x aGg"_s, u" aGg"_s}) {
            meta_rows::put(fixture.tx, u"history_anchor"_s, damaged);
            QCOMPARE(history::pointer(fixture.tx)->number, INT64_MAX);
            QCOMPARE(history::pointer(fixture.tx)->hash, QByteArray("hh"));
        }
        meta_rows::put(fixture.tx, u"history_anchor"_s, u"7 !!"_s);
        QCOMPARE(history::pointer(fixture.tx)->number, 7);
        QVERIFY(history::pointer(fixture.tx)->hash.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVerifyLog)
#include "tst_verify_log.moc"
