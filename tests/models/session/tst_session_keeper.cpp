// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/session_keeper.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = SessionKeeper::State;

/// When a session is renewed, to the millisecond, and what ends it.
class TestSessionKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_keeper = std::make_unique<SessionKeeper>(m_fixture->sessions, m_fixture->token, m_fixture->clock);
    }
    void cleanup()
    {
        m_keeper.reset();
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    /// A fifth of its life before its end, at least half a minute, at most three.
    void theMarginFollowsTheLife_data()
    {
        QTest::addColumn<int>("life");  // seconds
        QTest::addColumn<int>("after"); // milliseconds
        QTest::newRow("an hour") << 3600 << 3'420'000;
        QTest::newRow("fifteen minutes") << 900 << 720'000;
        QTest::newRow("a second less") << 899 << 719'200;
        QTest::newRow("short") << 100 << 70'000;
        QTest::newRow("shorter than the margin") << 20 << 0;
        QTest::newRow("over") << -5 << 0;
    }
    void theMarginFollowsTheLife()
    {
        QFETCH(const int, life);
        open(life, 86'400);
        QTEST(int(m_fixture->clock.nextIn().count()), "after");
    }

    /// What can be renewed no more is worked with until it ends.
    void theLastTokenIsUsedUp_data()
    {
        QTest::addColumn<int>("renewable"); // seconds from now
        QTest::addColumn<bool>("renews");
        QTest::newRow("over") << -1 << false;
        QTest::newRow("now") << 0 << false;
        QTest::newRow("still") << 1 << true;
    }
    void theLastTokenIsUsedUp()
    {
        QFETCH(const int, renewable);
        QFETCH(const bool, renews);
        open(900, renewable);
        QSignalSpy ended(m_keeper.get(), &SessionKeeper::ended);
        QSignalSpy states(m_keeper.get(), &SessionKeeper::stateChanged);
        m_fixture->clock.advance(719s);
        if (renews)
            m_fixture->transport.reply("POST", u"/session/renew"_s, renewed(u"token-2"_s));
        m_fixture->clock.advance(1s);
        ModelFixture::spin();
        QCOMPARE(states.count(), renews ? 2 : 0);
        m_fixture->clock.advance(179s);
        QCOMPARE(ended.count(), 0);
        if (renews)
            return;
        m_fixture->clock.advance(1s);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(m_keeper->state(), State::Ended);
        QVERIFY(m_fixture->token.token().isEmpty());
        m_keeper->endSession(); // is ended
        m_keeper->refresh();
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        QCOMPARE(ended.count(), 1);
        bool told = true;
        m_fixture->token.renew([&](bool ok) { told = ok; });
        QVERIFY(!told); // at once, without asking
    }

    /// While it cannot be asked the token may be good: later and later, a minute at most.
    void triesGrowApart()
    {
        open(900, 86'400);
        QList<qint64> pauses;
        for (int i = 0; i < 14; ++i) {
            m_fixture->transport.fault("POST", u"/session/renew"_s, client::TransportFault::Unreachable);
            m_fixture->clock.advance(m_fixture->clock.nextIn());
            ModelFixture::spin();
            QCOMPARE(m_keeper->state(), State::Active);
            pauses.append(m_fixture->clock.nextIn().count());
        }
        QCOMPARE(pauses.first(), 5000);
        QCOMPARE(pauses.at(1), 10'000);
        QCOMPARE(pauses.at(11), 60'000);
        QCOMPARE(pauses.last(), 60'000);
        m_fixture->transport.reply("POST", u"/session/renew"_s, renewed(u"token-2"_s));
        m_fixture->clock.advance(60s);
        ModelFixture::spin();
        QVERIFY(m_fixture->token.token() == Secret::copyOf("token-2"));
        m_fixture->transport.fault("POST", u"/session/renew"_s, client::TransportFault::Unreachable);
        m_fixture->clock.advance(m_fixture->clock.nextIn());
        ModelFixture::spin();
        QCOMPARE(m_fixture->clock.nextIn().count(), 5000); // counted anew
    }

    /// Everybody who waits for a renewal hears how it ended, and it is asked for once.
    void everybodyWhoWaitsIsTold_data()
    {
        QTest::addColumn<int>("status"); // 0: renewed
        QTest::addColumn<State>("state");
        QTest::newRow("renewed") << 0 << State::Active;
        QTest::newRow("401") << 401 << State::Ended;
        QTest::newRow("403") << 403 << State::Ended;
        QTest::newRow("500") << 500 << State::Active;
    }
    void everybodyWhoWaitsIsTold()
    {
        QFETCH(const int, status);
        open(900, 86'400);
        if (status == 0)
            m_fixture->transport.reply("POST", u"/session/renew"_s, renewed(u"token-2"_s));
        else
            m_fixture->transport.problem("POST", u"/session/renew"_s, status, u"x"_s);
        QSignalSpy spoken(m_keeper.get(), &SessionKeeper::renewed);
        QList<bool> told;
        for (int i = 0; i < 3; ++i)
            m_fixture->token.renew([&](bool ok) { told.append(ok); });
        QCOMPARE(m_keeper->state(), State::Renewing);
        QVERIFY(told.isEmpty());
        ModelFixture::spin();
        QCOMPARE(told, QList<bool>(3, status == 0));
        QCOMPARE(spoken.count(), status == 0 ? 1 : 0);
        QTEST(m_keeper->state(), "state");
        QCOMPARE(m_fixture->clock.pending(), m_keeper->state() == State::Ended ? 0 : 1);
        QCOMPARE(m_fixture->transport.sentTo("POST", u"/session/renew"_s).size(), 1);
    }

    void whoAsksAgainHearsOnlyGoodNews()
    {
        m_keeper->refresh(); // of nothing
        QVERIFY(m_fixture->transport.sent().isEmpty());
        open(900, 86'400);
        QSignalSpy loaded(m_keeper.get(), &SessionKeeper::loaded);
        QSignalSpy failed(m_keeper.get(), &SessionKeeper::failed);
        m_fixture->transport.problem("GET", u"/session"_s, 500, u"internal"_s);
        m_keeper->refresh();
        ModelFixture::spin();
        QCOMPARE(loaded.count() + failed.count(), 0);
        Session other = sampleSession(m_fixture->clock.now());
        other.account = u"ops-9"_s;
        m_fixture->transport.reply("GET", u"/session"_s, toJson(other));
        m_keeper->refresh();
        ModelFixture::spin();
        QCOMPARE(loaded.count(), 1);
        QCOMPARE(m_keeper->session()->account, u"ops-9"_s);
    }

    void aFirstStartThatIsRefusedEndsIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<State>("state");
        QTest::newRow("401") << 401 << State::Ended;
        QTest::newRow("403") << 403 << State::Idle;
        QTest::newRow("500") << 500 << State::Idle;
    }
    void aFirstStartThatIsRefusedEndsIt()
    {
        QFETCH(const int, status);
        QFETCH(const State, state);
        QSignalSpy ended(m_keeper.get(), &SessionKeeper::ended);
        QSignalSpy failed(m_keeper.get(), &SessionKeeper::failed);
        m_fixture->transport.problem("GET", u"/session"_s, status, u"x"_s);
        if (status == 401) // a newer token is tried for
            m_fixture->transport.problem("POST", u"/session/renew"_s, 401, u"x"_s);
        m_keeper->start();
        ModelFixture::spin();
        QCOMPARE(m_keeper->state(), state);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(ended.count(), state == State::Ended ? 1 : 0);
        QVERIFY(!m_keeper->session());
    }

    /// The newer token is refused as well: that is the end, though the renewal went well.
    void whoIsRefusedTwiceIsOut()
    {
        QSignalSpy states(m_keeper.get(), &SessionKeeper::stateChanged);
        QSignalSpy ended(m_keeper.get(), &SessionKeeper::ended);
        for (int i = 0; i < 2; ++i)
            m_fixture->transport.problem("GET", u"/session"_s, 401, u"unauthorized"_s);
        m_fixture->transport.reply("POST", u"/session/renew"_s, renewed(u"token-2"_s));
        m_keeper->start();
        QCOMPARE(states.count(), 0); // it was idle
        ModelFixture::spin();
        QCOMPARE(m_keeper->state(), State::Ended);
        QCOMPARE(ended.count(), 1);
        QVERIFY(m_fixture->token.token().isEmpty());
        QCOMPARE(m_fixture->clock.pending(), 0);
        m_fixture->token.set(Secret::copyOf("token-3")); // somebody signs in again
        Session session = sampleSession(m_fixture->clock.now());
        m_fixture->transport.reply("GET", u"/session"_s, toJson(session));
        m_keeper->start();
        QCOMPARE(m_keeper->state(), State::Idle);
        ModelFixture::spin();
        QCOMPARE(m_keeper->state(), State::Active);
    }

    /// What was over when it came is over at once.
    void aSessionThatIsOverEndsAtOnce()
    {
        open(-5, -1);
        QCOMPARE(m_fixture->clock.nextIn().count(), 0);
        m_fixture->clock.advance(0ms);
        QCOMPARE(m_keeper->state(), State::Ended);
    }

    /// Signing out while a renewal is under way: whoever waits for it is told, and the new token is not
    /// taken.
    void anEndEndsTheRenewal()
    {
        open(900, 86'400);
        QList<bool> told;
        m_fixture->transport.reply("POST", u"/session/renew"_s, renewed(u"token-2"_s)).hold();
        m_fixture->token.renew([&](bool ok) { told.append(ok); });
        ModelFixture::spin();
        m_fixture->transport.raw("DELETE", u"/session"_s, {}, 204);
        m_keeper->endSession();
        ModelFixture::spin();
        QCOMPARE(m_keeper->state(), State::Ended);
        QCOMPARE(told, QList<bool>{false});
        m_fixture->transport.release();
        ModelFixture::spin();
        QVERIFY(m_fixture->token.token().isEmpty());
        QCOMPARE(m_keeper->state(), State::Ended);
        QCOMPARE(m_fixture->clock.pending(), 0);
        m_keeper->endSession(); // is over
        QCOMPARE(m_fixture->transport.sentTo("DELETE", u"/session"_s).size(), 1);
    }

    void signingOutStopsTheRenewal()
    {
        open(900, 86'400);
        m_fixture->transport.raw("DELETE", u"/session"_s, {}, 204).hold();
        m_keeper->endSession();
        ModelFixture::spin();
        m_fixture->clock.advance(1h); // no renewal meanwhile
        QCOMPARE(m_fixture->transport.sent().size(), 2);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(m_keeper->state(), State::Ended);
    }

private:
    QJsonObject renewed(const QString &token) const
    {
        return toJson(RenewedSession{token, m_fixture->clock.now().addSecs(900)});
    }
    void open(int life, int renewable)
    {
        Session session = sampleSession(m_fixture->clock.now());
        session.expiresAt = m_fixture->clock.now().addSecs(life);
        session.renewableUntil = m_fixture->clock.now().addSecs(renewable);
        m_fixture->transport.reply("GET", u"/session"_s, toJson(session));
        m_keeper->start();
        ModelFixture::spin();
        QCOMPARE(m_keeper->state(), State::Active);
    }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<SessionKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(TestSessionKeeper)
#include "tst_session_keeper.moc"
