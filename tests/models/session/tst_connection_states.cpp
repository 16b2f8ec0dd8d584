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
using client::TransportFault;
using State = ConnectionState;

/// Every way a connection is lost or never comes about: the state that is said, since when, what may be done
/// in it, and when it is tried again.
class TestConnectionStates final : public QObject
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

    void aStartThatFails_data()
    {
        QTest::addColumn<int>("fault"); // of the transport; -1: the status
        QTest::addColumn<int>("status");
        QTest::addColumn<State>("state");
        QTest::addColumn<ActBlock>("block"); // of reading
        QTest::addColumn<bool>("again");
        const auto row = [](const char *name, int fault, int status, State state, ActBlock block,
                            bool again) {
            QTest::newRow(name) << fault << status << state << block << again;
        };
        row("unreachable", int(TransportFault::Unreachable), 0, State::Offline, ActBlock::Offline, true);
        row("tls", int(TransportFault::Tls), 0, State::Offline, ActBlock::Offline, true);
        row("late", int(TransportFault::TimedOut), 0, State::NotAnswering, ActBlock::Loading, true);
        row("broken", -1, 500, State::Offline, ActBlock::Offline, true);
        row("forbidden", -1, 403, State::Forbidden, ActBlock::Loading, false);
    }
    void aStartThatFails()
    {
        QFETCH(const int, fault);
        QFETCH(const int, status);
        QFETCH(const State, state);
        QFETCH(const ActBlock, block);
        QFETCH(const bool, again);
        m_clock->advance(5s);
        script(fault, status);
        m_connection->start();
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, state);
        QCOMPARE(m_connection->status().since, m_clock->now());
        QVERIFY(m_connection->status().error.has_value());
        QCOMPARE(m_connection->blockOf(Op::PartnerList), block);
        QCOMPARE(m_connection->status().waitingSince.isValid(), state == State::NotAnswering);
        m_clock->advance(999ms);
        ModelFixture::spin();
        QCOMPARE(m_transport->sent().size(), 1);
        if (again)
            scriptOnline();
        m_clock->advance(1ms);
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, again ? State::Online : state);
        QCOMPARE(m_connection->status().waitingSince.isValid(), false);
    }

    void triesGrowApart()
    {
        QList<qint64> asked; // seconds
        for (int i = 0; i < 8; ++i)
            m_transport->on("GET", u"/session"_s, [&](const SentRequest &) -> client::TransportResult {
                asked.append(m_clock->monotonicMs() / 1000);
                return tl::make_unexpected(client::TransportError{TransportFault::Unreachable, {}});
            });
        m_connection->start();
        for (int second = 0; second <= 91; ++second) {
            ModelFixture::spin();
            m_clock->advance(1s);
        }
        QCOMPARE(asked, (QList<qint64>{0, 1, 3, 7, 15, 31, 61, 91}));
        ModelFixture::spin();
        scriptOnline();
        m_connection->retryNow(); // a person does not wait
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::Online);
        const auto sent = m_transport->sentTo("GET", u"/session"_s).size();
        m_clock->advance(31s); // and the alarm of before is not in the way
        ModelFixture::spin();
        QCOMPARE(m_transport->sentTo("GET", u"/session"_s).size(), sent);
    }

    /// A start that fails much later is tried again as soon as the first one.
    void whoCameOnlineStartsToCountAnew()
    {
        script(int(TransportFault::Unreachable), 0);
        script(int(TransportFault::Unreachable), 0);
        scriptOnline();
        m_connection->start();
        ModelFixture::spin();
        m_clock->advance(1s);
        ModelFixture::spin();
        m_clock->advance(2s);
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::Online);
        m_transport->raw("DELETE", u"/session"_s, {}, 204);
        m_connection->endSession();
        QVERIFY(!m_connection->feed().isRunning());
        ModelFixture::spin();
        script(int(TransportFault::Unreachable), 0);
        m_connection->signInAgain(Secret::copyOf("token-2"));
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::Offline);
        scriptOnline();
        m_clock->advance(1s);
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::Online);
    }

    /// A token that is refused at the start: nobody knocks again.
    void aRefusedStartIsAnEnd()
    {
        QList<State> states;
        connect(m_connection.get(), &Connection::statusChanged, this,
                [&] { states.append(m_connection->status().state); });
        script(-1, 401);
        m_transport->problem("POST", u"/session/renew"_s, 401, u"unauthorized"_s);
        m_connection->start();
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::SessionEnded);
        QVERIFY(!states.contains(State::Offline));
        QVERIFY(!m_connection->feed().isRunning());
        const auto sent = m_transport->sent().size();
        m_connection->retryNow();
        QCOMPARE(m_connection->keeper().state(), SessionKeeper::State::Ended);
        m_clock->advance(1h);
        ModelFixture::spin();
        QCOMPARE(m_transport->sent().size(), sent);
    }

    /// What the feed alone says of the connection.
    void aFeedThatFails_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<State>("state");
        QTest::newRow("unreachable") << int(TransportFault::Unreachable) << 0 << State::Offline;
        QTest::newRow("tls") << int(TransportFault::Tls) << 0 << State::Offline;
        QTest::newRow("late") << int(TransportFault::TimedOut) << 0 << State::NotAnswering;
        QTest::newRow("too large") << int(TransportFault::TooLarge) << 0 << State::Online;
        QTest::newRow("500") << -1 << 500 << State::Offline;
        QTest::newRow("404") << -1 << 404 << State::Online;
    }
    void aFeedThatFails()
    {
        QFETCH(const int, fault);
        QFETCH(const int, status);
        QFETCH(const State, state);
        goOnline();
        script(fault, status, u"/changes"_s);
        m_connection->retryNow();
        QCOMPARE(m_transport->last().path, u"/changes"_s);
        if (state == State::Offline && fault >= 0) // who is told so asks once more
            script(fault, status, u"/changes"_s);
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, state);
        QCOMPARE(m_connection->status().error.has_value(), state != State::Online);
        QCOMPARE(m_transport->sentTo("GET", u"/session"_s).size(), 1);
    }

    /// The last reason is the one that is told.
    void whoIsOfflineForAnotherReasonSaysSo()
    {
        goOnline();
        using client::ErrorKind;
        const QList<std::pair<TransportFault, ErrorKind>> faults{
            {TransportFault::Tls, ErrorKind::Tls},
            {TransportFault::Unreachable, ErrorKind::Offline},
            {TransportFault::Tls, ErrorKind::Tls}};
        script(int(TransportFault::Unreachable), 0, u"/changes"_s);
        script(int(TransportFault::Unreachable), 0, u"/changes"_s);
        m_connection->retryNow();
        ModelFixture::spin();
        for (const auto &[fault, kind] : faults) {
            QSignalSpy said(m_connection.get(), &Connection::statusChanged);
            script(int(fault), 0, u"/changes"_s);
            m_connection->retryNow();
            ModelFixture::spin();
            QCOMPARE(m_connection->status().state, State::Offline);
            QCOMPARE(m_connection->status().error->kind, kind);
            QCOMPARE(said.count(), 1);
        }
    }

    /// The time of a poll that was held back says nothing; nor does an answer after the end.
    void answersThatSayLittle()
    {
        goOnline();
        const int latency = m_connection->status().latencyMs;
        QVERIFY(latency >= 0);
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c2"_s, false, {}})).hold();
        m_transport->release();
        ModelFixture::spin();
        QCOMPARE(m_connection->status().latencyMs, latency);
        m_transport->reply("GET", u"/session"_s, toJson(sampleSession(m_clock->now())));
        m_connection->refreshSession();
        QCOMPARE(m_transport->last().path, u"/session"_s);
        ModelFixture::spin();
        m_transport->reply("GET", u"/partners"_s, pageOf(QList<Partner>())).hold();
        const client::Call call =
            m_connection->partners().list({}, this, [](const client::Result<Page<Partner>> &) {});
        m_transport->problem("POST", u"/session/renew"_s, 401, u"unauthorized"_s);
        m_clock->advance(12min);
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::SessionEnded);
        QVERIFY(!m_connection->feed().isRunning());
        while (m_transport->release())
            ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::SessionEnded);
    }

    /// While it works: what one request that fails says of the connection.
    void aRequestThatFails_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<State>("state");
        QTest::newRow("unreachable") << int(TransportFault::Unreachable) << 0 << State::Offline;
        QTest::newRow("tls") << int(TransportFault::Tls) << 0 << State::Offline;
        QTest::newRow("late") << int(TransportFault::TimedOut) << 0 << State::Online;
        QTest::newRow("too large") << int(TransportFault::TooLarge) << 0 << State::Online;
        QTest::newRow("500") << -1 << 500 << State::Online;
        QTest::newRow("404") << -1 << 404 << State::Online;
    }
    void aRequestThatFails()
    {
        QFETCH(const int, fault);
        QFETCH(const int, status);
        QFETCH(const State, state);
        goOnline();
        m_clock->advance(1s);
        script(fault, status, u"/partners"_s);
        if (state == State::Offline) // one broken request is no proof: the feed asks at once
            m_transport->fault("GET", u"/changes"_s, TransportFault::Unreachable).hold();
        bool failed = false;
        const client::Call call = m_connection->partners().list(
            {}, this, [&](const client::Result<Page<Partner>> &result) { failed = !result; });
        ModelFixture::spin();
        QVERIFY(failed);
        QCOMPARE(m_connection->status().state, state);
        // Whatever has a status is an answer.
        QCOMPARE(m_connection->status().lastGoodAt, status > 0 ? m_clock->now() : m_clock->now().addSecs(-1));
        QCOMPARE(m_connection->blockOf(Op::PartnerEdit),
                 state == State::Offline ? ActBlock::Offline : ActBlock::None);
        QCOMPARE(m_connection->blockOf(Op::PartnerList), ActBlock::None);
        QCOMPARE(m_transport->sentTo("GET", u"/changes"_s).size(), state == State::Offline ? 3 : 2);
    }

    void anEndIsAnEnd()
    {
        goOnline();
        QSignalSpy sessions(m_connection.get(), &Connection::sessionChanged);
        m_transport->raw("DELETE", u"/session"_s, {}, 204);
        m_connection->endSession();
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::SessionEnded);
        QCOMPARE(sessions.count(), 1);
        for (const Op op : {Op::PartnerList, Op::PartnerEdit})
            QCOMPARE(m_connection->blockOf(op), ActBlock::SessionEnded);
        const auto sent = m_transport->sent().size();
        m_connection->retryNow();
        m_connection->refreshSession();
        m_clock->advance(1h);
        ModelFixture::spin();
        QCOMPARE(m_transport->sent().size(), sent);
        m_transport->reply("GET", u"/session"_s, toJson(sampleSession(m_clock->now()))).hold();
        m_connection->signInAgain(Secret::copyOf("token-9"));
        QCOMPARE(m_connection->status().state, State::Connecting);
        QVERIFY(!m_connection->status().error);
        QCOMPARE(m_connection->blockOf(Op::PartnerEdit),
                 ActBlock::Loading); // what was allowed may not be now
        QCOMPARE(m_connection->blockOf(Op::PartnerList), ActBlock::None);
        ModelFixture::spin();
        QCOMPARE(m_transport->last().bearer, QByteArray("token-9"));
    }

private:
    void script(int fault, int status, const QString &path = u"/session"_s)
    {
        if (fault >= 0)
            m_transport->fault("GET", path, TransportFault(fault));
        else
            m_transport->problem("GET", path, status, u"x"_s);
    }
    /// The session, one answer of the feed, and a poll that stays open.
    void scriptOnline()
    {
        m_transport->reply("GET", u"/session"_s, toJson(sampleSession(m_clock->now())));
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c1"_s, false, {}}));
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c1"_s, false, {}})).hold();
    }
    void goOnline()
    {
        scriptOnline();
        m_connection->start();
        ModelFixture::spin();
        QCOMPARE(m_connection->status().state, State::Online);
        QCOMPARE(m_transport->heldCount(), 1);
    }

    ScriptedTransport *m_transport = nullptr; ///< owned by the connection
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestConnectionStates)
#include "tst_connection_states.moc"
