// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/connection.h"
#include "tests/models/model_fixture.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Session, change feed and the state of one environment.
class TestConnection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto transport = std::make_unique<ScriptedTransport>();
        m_transport = transport.get();
        m_clock = std::make_unique<ManualClock>();
        m_connection =
            std::make_unique<Connection>(std::move(transport), Secret::copyOf("token-1"), *m_clock);
    }
    void cleanup()
    {
        QCOMPARE(m_transport->unscripted(), 0);
        m_connection.reset();
        m_clock.reset();
    }

    void comesOnline()
    {
        QCOMPARE(m_connection->status().state, ConnectionState::Connecting);
        QCOMPARE(m_connection->blockOf(Op::PartnerEdit), ActBlock::Loading);
        goOnline();
        QVERIFY(m_connection->session()->account == u"ops-1"_s);
        QCOMPARE(m_connection->status().lastGoodAt, m_clock->now());
        QVERIFY(m_connection->status().latencyMs >= 0);
        QCOMPARE(m_connection->blockOf(Op::PartnerEdit), ActBlock::None);
        QCOMPARE(m_connection->blockOf(Op::CredentialRevoke), ActBlock::MissingPermission);
    }

    /// A session outlives its 15-minute token, silently.
    void theSessionOutlivesItsToken()
    {
        goOnline();
        QSignalSpy renewed(m_connection.get(), &Connection::tokenRenewed);
        for (int round = 2; round < 6; ++round) {
            const QString token = u"token-%1"_s.arg(round);
            m_transport->reply("POST", u"/session/renew"_s,
                               toJson(RenewedSession{token, m_clock->now().addSecs((12 + 15) * 60)}));
            m_clock->advance(12min); // three minutes before the end of a token of 15
            ModelFixture::spin();
            QCOMPARE(renewed.count(), round - 1);
            QVERIFY(m_connection->cloneToken() == Secret::copyOf(token.toLatin1()));
        }
        QCOMPARE(m_connection->status().state, ConnectionState::Online);
    }

    /// Whichever way the service says that the session is over: a renewal is not asked for for ever.
    void aRefusedRenewalEndsTheSession_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("401") << 401 << u"unauthorized"_s;
        QTest::newRow("403, over") << 403 << u"session_over"_s;
        QTest::newRow("403, roles gone") << 403 << u"forbidden"_s;
    }
    void aRefusedRenewalEndsTheSession()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        goOnline();
        m_transport->problem("POST", u"/session/renew"_s, status, code);
        m_clock->advance(12min + 1s);
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, ConnectionState::SessionEnded);
        QCOMPARE(m_connection->blockOf(Op::PartnerList), ActBlock::SessionEnded);
        QVERIFY(m_connection->cloneToken().isEmpty());
        const auto sent = m_transport->sent().size();
        m_clock->advance(1h);
        ModelFixture::spin();
        QCOMPARE(m_transport->sent().size(), sent); // nobody knocks any more
    }

    /// Offline at renewal time is no end: it is tried again.
    void anUnreachableRenewalIsRepeated()
    {
        goOnline();
        m_transport->fault("POST", u"/session/renew"_s, client::TransportFault::Unreachable);
        m_transport->reply("POST", u"/session/renew"_s,
                           toJson(RenewedSession{u"token-2"_s, m_clock->now().addSecs(1800)}));
        m_clock->advance(12min);
        ModelFixture::spin();
        QVERIFY(m_connection->status().state != ConnectionState::SessionEnded);
        m_clock->advance(6s);
        ModelFixture::spin();
        QVERIFY(m_connection->cloneToken() == Secret::copyOf("token-2"));
    }

    /// A request that is refused renews at once, is repeated once, and nobody notices.
    void aRefusedRequestRenews()
    {
        goOnline();
        m_transport->problem("GET", u"/partners/p"_s, 401, u"unauthorized"_s);
        m_transport->reply("POST", u"/session/renew"_s,
                           toJson(RenewedSession{u"token-2"_s, m_clock->now().addSecs(900)}));
        m_transport->reply("GET", u"/partners/p"_s, toJson(samplePartner()));
        bool ok = false;
        const client::Call call = m_connection->partners().get(
            u"p"_s, this, [&](const client::Result<Versioned<Partner>> &result) { ok = result.has_value(); });
        QTRY_VERIFY(ok);
        QCOMPARE(m_connection->status().state, ConnectionState::Online);
    }

    void twoRefusedRequestsRenewOnce()
    {
        goOnline();
        for (const QString &path : {u"/partners/p"_s, u"/partners/q"_s}) {
            m_transport->problem("GET", path, 401, u"unauthorized"_s);
            m_transport->reply("GET", path, toJson(samplePartner()));
        }
        m_transport->reply("POST", u"/session/renew"_s,
                           toJson(RenewedSession{u"token-2"_s, m_clock->now().addSecs(900)}));
        int ok = 0;
        const auto count = [&](const client::Result<Versioned<Partner>> &result) { ok += result ? 1 : 0; };
        const client::Call one = m_connection->partners().get(u"p"_s, this, count);
        const client::Call two = m_connection->partners().get(u"q"_s, this, count);
        QTRY_COMPARE(ok, 2);
        QCOMPARE(m_transport->sentTo("POST", u"/session/renew"_s).size(), 1);
    }

    void anEndedSessionIsSaidAndSigningInAgainHelps()
    {
        goOnline();
        m_transport->problem("GET", u"/partners/p"_s, 401, u"unauthorized"_s);
        m_transport->problem("POST", u"/session/renew"_s, 401, u"unauthorized"_s);
        std::optional<client::ErrorKind> kind;
        const client::Call call =
            m_connection->partners().get(u"p"_s, this, [&](const client::Result<Versioned<Partner>> &result) {
                kind = result.error().kind;
            });
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, client::ErrorKind::Unauthorized);
        QCOMPARE(m_connection->status().state, ConnectionState::SessionEnded);
        m_transport->reply("GET", u"/session"_s, toJson(sampleSession(m_clock->now())));
        QSignalSpy resets(&m_connection->feed(), &ChangeFeed::reset);
        m_connection->signInAgain(Secret::copyOf("token-9"));
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Online);
        QCOMPARE(m_transport->last().bearer, QByteArray("token-9"));
        QTRY_COMPARE(resets.count(), 1); // what was refused is asked anew, without a Retry
        QVERIFY(m_connection->feed().isRunning());
    }

    void signingOutEndsIt()
    {
        goOnline();
        m_transport->raw("DELETE", u"/session"_s, {}, 204);
        m_connection->endSession();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::SessionEnded);
    }

    void aFirstStartThatFailsIsRepeated()
    {
        m_transport->fault("GET", u"/session"_s, client::TransportFault::Unreachable);
        m_connection->start();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Offline);
        QCOMPARE(m_connection->status().since, m_clock->now());
        scriptStart();
        m_clock->advance(1s);
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Online);
    }

    void anAccountWithoutRightsIsForbidden()
    {
        m_transport->problem("GET", u"/session"_s, 403, u"forbidden"_s);
        m_connection->start();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Forbidden);
    }

    void aLostServiceIsOfflineAndComesBackWithAReset()
    {
        goOnline(true);
        QSignalSpy resets(&m_connection->feed(), &ChangeFeed::reset);
        m_clock->advance(30s);
        const QDateTime lastGood = m_clock->now();
        m_transport->fault("GET", u"/changes"_s, client::TransportFault::Unreachable).hold();
        m_transport->release(); // the open poll is answered, and the next one is asked
        QTRY_COMPARE(m_transport->heldCount(), 1);
        m_clock->advance(5s);
        m_transport->fault("GET", u"/changes"_s, client::TransportFault::Unreachable); // asked again at once
        m_transport->release();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Offline);
        ModelFixture::spin();
        QCOMPARE(m_connection->status().since, lastGood.addSecs(5));
        QCOMPARE(m_connection->status().lastGoodAt, lastGood);
        QCOMPARE(m_connection->blockOf(Op::PartnerEdit), ActBlock::Offline);
        QCOMPARE(m_connection->blockOf(Op::PartnerList), ActBlock::None); // reading goes on
        m_transport->fault("GET", u"/changes"_s, client::TransportFault::Unreachable);
        m_clock->advance(1s);
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, ConnectionState::Offline);
        QCOMPARE(m_connection->status().since, m_clock->now().addSecs(-1)); // since the first failure
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c2"_s, false, {}}));
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c2"_s, false, {}})).hold();
        m_clock->advance(2s);
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Online);
        QTRY_COMPARE(resets.count(), 1); // follows "online", with the answer
    }

    /// A platform that takes connections and says nothing is not "connected": two seconds after an answer was
    /// due it is said, with since when, and any answer ends it.
    void aPlatformThatHangsIsNotOnline()
    {
        goOnline(true);
        m_clock->advance(5s); // in the middle of a poll, when nobody expects anything for seconds
        const QDateTime asked = m_clock->now();
        m_transport->reply("GET", u"/partners"_s, pageOf(QList<Partner>{samplePartner()})).hold();
        bool answered = false;
        const client::Call call = m_connection->partners().list(
            {}, this, [&](const client::Result<Page<Partner>> &) { answered = true; });
        ModelFixture::spin();
        m_clock->advance(1999ms);
        QCOMPARE(m_connection->status().state, ConnectionState::Online);
        m_clock->advance(1ms);
        QCOMPARE(m_connection->status().state, ConnectionState::NotAnswering);
        QCOMPARE(m_connection->status().waitingSince, asked);
        QSignalSpy told(m_connection.get(), &Connection::statusChanged);
        m_clock->advance(3s);
        QVERIFY(told.count() >= 3); // the seconds go on
        QCOMPARE(m_connection->blockOf(Op::PartnerEdit),
                 ActBlock::None); // trying is allowed, it may only be slow
        m_transport->release();   // the open poll
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c2"_s, false, {}})).hold();
        m_transport->release();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Online);
        QVERIFY(!m_connection->status().waitingSince.isValid());
        QTRY_VERIFY(answered);
    }

    /// An idle console has only its poll: that one is late, too, when its time is over.
    void anIdleConsoleNoticesByItsPoll()
    {
        goOnline(true);
        m_clock->advance(11999ms);
        QCOMPARE(m_connection->status().state, ConnectionState::Online);
        m_clock->advance(1ms);
        QCOMPARE(m_connection->status().state, ConnectionState::NotAnswering);
    }

    /// One slow answer among quick ones is no hang.
    void aSlowAnswerAmongOthersIsNoHang()
    {
        goOnline(true);
        m_transport->reply("GET", u"/partners"_s, pageOf(QList<Partner>{})).hold();
        const client::Call slow =
            m_connection->partners().list({}, this, [](const client::Result<Page<Partner>> &) {});
        ModelFixture::spin();
        for (int i = 0; i < 5; ++i) {
            m_clock->advance(1500ms);
            m_transport->reply("GET", u"/partners/p/gates"_s, toJson(StageGates{}));
            bool answered = false;
            const client::Call quick = m_connection->partners().gates(
                u"p"_s, this, [&](const client::Result<StageGates> &) { answered = true; });
            QTRY_VERIFY(answered);
            QCOMPARE(m_connection->status().state, ConnectionState::Online);
        }
    }

    /// A refusal is an answer; a time-out is none, and not "offline" either.
    void whatEndsAndKeepsTheSilence()
    {
        goOnline(true);
        m_transport->fault("GET", u"/changes"_s, client::TransportFault::TimedOut);
        m_transport->release(); // the open poll is answered, the next one times out
        QTRY_COMPARE(m_connection->status().state, ConnectionState::NotAnswering);
        m_clock->advance(500ms);
        m_transport->problem("GET", u"/partners/p/gates"_s, 404, u"not_found"_s);
        bool refused = false;
        const client::Call call = m_connection->partners().gates(
            u"p"_s, this, [&](const client::Result<StageGates> &result) { refused = !result; });
        QTRY_VERIFY(refused);
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Online);
    }

    /// Before the session is known nobody lacks a permission: it is loading. Also while signing in again.
    void beforeTheSessionIsKnownActsAreLoading()
    {
        m_transport->reply("GET", u"/session"_s, toJson(sampleSession(m_clock->now()))).hold();
        m_connection->start();
        ModelFixture::spin();
        for (const Operation &operation : operations())
            QCOMPARE(m_connection->blockOf(operation.op), ActBlock::Loading);
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c1"_s, false, {}}));
        m_transport->on("GET", u"/changes"_s, poll()).hold();
        m_transport->release();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Online);
        QTRY_COMPARE(m_connection->blockOf(Op::PartnerEdit), ActBlock::None); // as soon as the answer is read
    }

    void theFeedTellsWhatChanged()
    {
        goOnline(true);
        QList<Change> told;
        connect(&m_connection->feed(), &ChangeFeed::changed, this,
                [&](const Change &change) { told.append(change); });
        QSignalSpy resets(&m_connection->feed(), &ChangeFeed::reset);
        const QList<Change> news{{ChangeKind::Credential, u"crd_1"_s, u"prt_1"_s, u"evt_1"_s},
                                 {ChangeKind::Audit, {}, {}, {}}};
        m_nextPoll = Changes{u"c2"_s, false, news};
        m_transport->on("GET", u"/changes"_s, poll());
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c2"_s, false, {}})).hold();
        m_transport->release();
        QTRY_COMPARE(told, news);
        QCOMPARE(resets.count(), 0);
    }

    void theFeedBacksOff()
    {
        ModelFixture fixture;
        QSignalSpy failed(&fixture.feed, &ChangeFeed::failed);
        fixture.transport.fault("GET", u"/changes"_s, client::TransportFault::Unreachable).always();
        fixture.feed.start();
        QList<qint64> pauses;
        for (int i = 0; i < 7; ++i) {
            QTRY_COMPARE(failed.count(), i + 1);
            pauses.append(fixture.clock.nextIn().count());
            fixture.clock.advance(fixture.clock.nextIn());
        }
        QCOMPARE(pauses, (QList<qint64>{1000, 2000, 4000, 8000, 16000, 30000, 30000}));
        fixture.feed.stop();
        QCOMPARE(fixture.clock.pending(), 0);
    }

    void theFeedFollowsItsCursorAndHearsOfGaps()
    {
        ModelFixture fixture;
        QSignalSpy resets(&fixture.feed, &ChangeFeed::reset);
        fixture.transport.reply("GET", u"/changes"_s, toJson(Changes{u"c1"_s, false, {}}));
        fixture.transport.reply("GET", u"/changes"_s, toJson(Changes{u"c2"_s, true, {}}));
        fixture.transport.reply("GET", u"/changes"_s, toJson(Changes{u"c3"_s, false, {}})).hold();
        fixture.feed.start();
        QTRY_COMPARE(fixture.transport.sent().size(), 3);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(fixture.transport.sent().at(0).queryValues(u"after"_s).size(), 0);
        QCOMPARE(fixture.transport.sent().at(1).queryValue(u"after"_s), u"c1"_s);
        QCOMPARE(fixture.transport.sent().at(2).queryValue(u"after"_s), u"c2"_s);
        QCOMPARE(fixture.transport.sent().at(2).queryValue(u"wait"_s), u"10"_s);
    }

private:
    ScriptedTransport::Answer poll()
    {
        return [this](const SentRequest &) -> client::TransportResult {
            return ScriptedTransport::response(200, QJsonDocument(toJson(m_nextPoll)).toJson());
        };
    }
    /// `last`: the test scripts every further poll itself.
    void scriptStart(bool last = false)
    {
        m_transport->reply("GET", u"/session"_s, toJson(sampleSession(m_clock->now())));
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c1"_s, false, {}}));
        auto &step = m_transport->on("GET", u"/changes"_s, poll()).hold();
        if (!last)
            step.always();
    }
    void goOnline(bool last = false)
    {
        scriptStart(last);
        m_connection->start();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Online);
        QTRY_COMPARE(m_transport->heldCount(), 1);
    }

    Changes m_nextPoll{u"c1"_s, false, {}};
    ScriptedTransport *m_transport = nullptr; ///< owned by the connection
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
