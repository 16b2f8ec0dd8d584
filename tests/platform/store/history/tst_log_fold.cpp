// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/log_fold_bytes.h"
#include "tests/contract/properties.h"
#include "tests/platform/store/history/signed_log.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

log_fold::State folded(SignedLog &log, log_fold::State state, int most)
{
    while (state.phase != log_fold::Phase::Over)
        state = log_fold::advance(log.tx, log.witness(), state, most);
    log.tx.dropStatements();
    return state;
}

/// What a killed process leaves, again and again.
log_fold::State foldedWithKills(SignedLog &log)
{
    log_fold::State state;
    while (state.phase != log_fold::Phase::Over) {
        state = log_fold::advance(log.tx, log.witness(), state, *rc::gen::inRange(1, 90));
        const auto again = log_fold::fromBytes(log_fold::toBytes(state));
        RC_ASSERT(again);
        RC_ASSERT(*again == state);
        state = *again;
    }
    log.tx.dropStatements();
    return state;
}

} // namespace

class TestLogFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// However it is cut, and whatever is wrong, the end is the same.
    void piecesComeToTheSame()
    {
        SignedLog whole;
        const log_fold::State atOnce = folded(whole, {}, 100'000);
        QCOMPARE(toText(atOnce.finding), u"nothing"_s);
        QVERIFY(rc::check("a log that holds", [&] { RC_ASSERT(foldedWithKills(whole) == atOnce); }));
        const std::function<void(SignedLog &)> faults[]{
            [](SignedLog &log) { log.tx.exec(u"DELETE FROM audit_events WHERE idx = 123"_s); },
            [](SignedLog &log) { log.rewrite(290, [](AuditEvent &e) { e.reason = u"other"_s; }); },
            [](SignedLog &log) {
                log.setTile([](QByteArray &h) { h[640] = static_cast<char>(h.at(640) ^ 1); });
            },
            [](SignedLog &log) { log.tx.exec(u"UPDATE checkpoints SET note = 'x' WHERE size = 256"_s); },
            [](SignedLog &log) { log.line(u"act"_s, 298, QByteArray(32, 'x')); },
        };
        for (const auto &fault : faults) {
            SignedLog log;
            fault(log);
            const log_fold::State found = folded(log, {}, 100'000);
            QVERIFY(found.finding != HistoryFinding::Nothing);
            QVERIFY(rc::check("a log with a fault", [&] {
                const log_fold::State state = foldedWithKills(log);
                RC_ASSERT(state.finding == found.finding);
                RC_ASSERT(state.firstBad == found.firstBad);
            }));
        }
    }

    /// Events that come while it goes on are not its business, and no fault.
    void theLogMayGrow()
    {
        SignedLog log;
        const log_fold::State quiet = folded(log, {}, 50);
        log_fold::State state;
        for (int i = 0; state.phase != log_fold::Phase::Over; ++i) {
            state = log_fold::advance(log.tx, log.witness(), state, 50);
            log.tx.exec(u"BEGIN IMMEDIATE"_s);
            audit_log::append(log.tx, pc::test::sampleEvent(1000 + i));
            if (i % 2 == 0)
                (void)log.signer.make(log.tx, pc::test::sampleEvent(1000 + i).at);
            history::putPointer(log.tx, log.anchor.last());
            log.tx.exec(u"COMMIT"_s);
            log.line(u"act"_s);
        }
        QCOMPARE(toText(state.finding), u"nothing"_s);
        QCOMPARE(state.size, events + 1); // one came between the lines and the count
        QCOMPARE(state.checkpoints, quiet.checkpoints + 1);
    }

    /// What is put back behind its back is found at the end, at the latest.
    void theLogMayNotShrink()
    {
        SignedLog log;
        log_fold::State state;
        while (state.phase != log_fold::Phase::End)
            state = log_fold::advance(log.tx, log.witness(), state, 50);
        StoreFixture other;
        for (int i = 0; i < events; ++i)
            audit_log::append(other.tx, pc::test::sampleEvent(1000 + i));
        log.tx.queryOnce(u"UPDATE audit_state SET frontier = ?"_s)
            .bind(merkle::Frontier().serialise())
            .exec();
        QCOMPARE(toText(folded(log, state, 50).finding), u"log_cut"_s);
        log.tx.queryOnce(u"UPDATE audit_state SET frontier = ?"_s)
            .bind(audit_log::frontier(other.tx).serialise())
            .exec();
        QCOMPARE(toText(folded(log, state, 50).finding), u"tree_differs"_s);
    }

    /// A file that ends before the line that the database names was cut.
    void theNamedLineIsThere()
    {
        SignedLog log;
        QFile file(log.anchor.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray lines = file.readAll().trimmed();
        QVERIFY(file.resize(lines.lastIndexOf('\n') + 1));
        file.close();
        QCOMPARE(toText(folded(log, {}, 50).finding), u"anchor_damaged"_s);
        history::putPointer(log.tx, {3, QByteArray(32, 'h')});
        QCOMPARE(toText(folded(log, {}, 50).finding), u"nothing"_s); // passed before it was looked for
        history::putPointer(log.tx, {4, QByteArray(32, 'h')});
        QCOMPARE(toText(folded(log, {}, 50).finding), u"anchor_damaged"_s);
    }

    /// Also when the database names no line of it: a log without its anchor is never taken as whole.
    void theAnchorFileIsThere()
    {
        SignedLog log;
        QVERIFY(QFile::remove(log.anchor.path()));
        log_fold::State state = log_fold::advance(log.tx, log.witness(), {}, 50);
        QCOMPARE(state.phase, log_fold::Phase::Over);
        QCOMPARE(toText(state.finding), u"anchor_damaged"_s);
        QCOMPARE(state.firstBad, qint64{0});
        history::putPointer(log.tx, {});
        state = folded(log, {}, 50);
        QCOMPARE(toText(state.finding), u"anchor_damaged"_s);
        QCOMPARE(state.firstBad, qint64{0});
    }

    void anotherKeyIsNoWitness()
    {
        SignedLog log;
        log_fold::Witness stranger = log.witness();
        stranger.key = SigningKey::generate(SignatureAlgorithm::Ed25519, log.random).verifyKey();
        const log_fold::State state = log_fold::advance(log.tx, stranger, {}, 50);
        QCOMPARE(toText(state.finding), u"anchor_damaged"_s);
    }

    /// A log that nobody signed; and one without events, which needs nobody.
    void withoutAnySignature()
    {
        SignedLog log;
        log.tx.exec(u"DELETE FROM checkpoints"_s);
        QVERIFY(QFile::resize(log.anchor.path(), 0));
        history::putPointer(log.tx, {});
        QCOMPARE(toText(folded(log, {}, 50).finding), u"nothing_signed"_s);
        StoreFixture empty;
        log_fold::State state;
        for (int i = 0; i < 4; ++i)
            state = log_fold::advance(empty.tx, log.witness(), state, 50);
        QCOMPARE(toText(state.finding), u"nothing"_s);
        QCOMPARE(log_fold::reportOf(state).events, 0);
    }

    void whatIsNoStateIsNone()
    {
        SignedLog log;
        const QByteArray bytes = log_fold::toBytes(folded(log, {}, 50));
        QVERIFY(log_fold::fromBytes(bytes));
        for (const QByteArray &damaged : {QByteArray(), QByteArray("{}"), QByteArray("x"),
                                          QByteArray(bytes).replace("\"version\":1", "\"version\":2"),
                                          QByteArray(bytes).replace("\"vouched\":", "\"other\":"),
                                          QByteArray(bytes).replace("\"phase\":4", "\"phase\":5"),
                                          QByteArray(bytes).replace("\"frontier\":\"", "\"frontier\":\"A")})
            QVERIFY2(!log_fold::fromBytes(damaged), damaged.constData());
    }
};

QTEST_GUILESS_MAIN(TestLogFold)
#include "tst_log_fold.moc"
