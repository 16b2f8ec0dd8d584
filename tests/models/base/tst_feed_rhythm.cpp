// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/change_feed.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::TransportFault;

/// When the feed asks, how long it lets the service wait, and what it says of each answer.
class TestFeedRhythm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_said.clear();
        ChangeFeed &feed = m_fixture->feed;
        connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
            m_said.append(toText(change.kind) + u' ' + change.id + u',' + change.partnerId);
        });
        connect(&feed, &ChangeFeed::reset, this, [this] { m_said.append(u"reset"_s); });
        connect(&feed, &ChangeFeed::recovered, this, [this] { m_said.append(u"recovered"_s); });
        connect(&feed, &ChangeFeed::failed, this, [this] { m_said.append(u"failed"_s); });
    }
    void cleanup()
    {
        QCOMPARE(m_fixture->transport.unscripted(), 0);
        m_fixture.reset();
    }

    void eachAnswerIsToldAndGoesOn()
    {
        reply({u"c1"_s,
               false,
               {changeAbout(ChangeKind::Credential, u"c1"_s, u"p1"_s), changeAbout(ChangeKind::Audit)}});
        hold();
        m_fixture->feed.start();
        QVERIFY(m_fixture->feed.isRunning());
        QCOMPARE(asked().first().queryValue(u"wait"_s), u"0"_s);
        QCOMPARE(asked().first().queryValues(u"after"_s), QStringList());
        ModelFixture::spin();
        QCOMPARE(m_said, (QStringList{u"credential c1,p1"_s, u"audit ,"_s}));
        QCOMPARE(asked().size(), 2);
        QCOMPARE(asked().last().queryValue(u"wait"_s), u"10"_s);
        QCOMPARE(asked().last().queryValue(u"after"_s), u"c1"_s);
        m_fixture->feed.start(); // runs already
        ModelFixture::spin();
        QCOMPARE(asked().size(), 2);
        hold();
        m_fixture->feed.retryNow();
        QCOMPARE(asked().size(), 3);
        QCOMPARE(asked().last().queryValue(u"wait"_s), u"0"_s);
        QCOMPARE(m_fixture->transport.aborted(), 1); // in place of the one that was open
    }

    void aGapIsAllThatIsSaidOfIt()
    {
        reply({u"c1"_s, true, {changeAbout(ChangeKind::Partner, u"p1"_s)}});
        hold();
        m_fixture->feed.start();
        ModelFixture::spin();
        QCOMPARE(m_said, QStringList{u"reset"_s});
        QCOMPARE(asked().last().queryValue(u"after"_s), u"c1"_s);
    }

    void failuresGrowApart()
    {
        QList<qint64> at; // seconds
        for (int i = 0; i < 8; ++i)
            m_fixture->transport.on(
                "GET", u"/changes"_s, [&](const SentRequest &) -> client::TransportResult {
                    at.append(m_fixture->clock.monotonicMs() / 1000);
                    return tl::make_unexpected(client::TransportError{TransportFault::Unreachable, {}});
                });
        m_fixture->feed.start();
        for (int second = 0; second < 91; ++second) {
            ModelFixture::spin();
            m_fixture->clock.advance(1s);
        }
        ModelFixture::spin();
        QCOMPARE(at, (QList<qint64>{0, 1, 3, 7, 15, 31, 61, 91}));
        QCOMPARE(m_fixture->feed.failures(), 8);
        QCOMPARE(m_said, QStringList(8, u"failed"_s));
        m_said.clear();
        reply({u"c1"_s, false, {changeAbout(ChangeKind::Grant, u"p1"_s)}});
        reply({u"c2"_s, false, {changeAbout(ChangeKind::Grant, u"p2"_s)}});
        hold();
        m_fixture->feed.retryNow(); // a person does not wait
        ModelFixture::spin();
        QCOMPARE(m_fixture->feed.failures(), 0);
        // What happened meanwhile is not known.
        QCOMPARE(m_said, (QStringList{u"recovered"_s, u"reset"_s, u"grant p1,p1"_s, u"grant p2,p2"_s}));
        QCOMPARE(asked().size(), 11);
        m_fixture->clock.advance(31s); // the alarm of before is not in the way
        ModelFixture::spin();
        QCOMPARE(asked().size(), 11);
    }

    void oneFailureIsEnough()
    {
        m_fixture->transport.fault("GET", u"/changes"_s, TransportFault::Unreachable);
        reply({u"c1"_s, false, {}});
        hold();
        m_fixture->feed.start();
        ModelFixture::spin();
        m_fixture->clock.advance(1s);
        ModelFixture::spin();
        QCOMPARE(m_said, (QStringList{u"failed"_s, u"recovered"_s, u"reset"_s}));
    }

    void whoIsStoppedAsksNothing()
    {
        hold();
        m_fixture->feed.start();
        ModelFixture::spin();
        m_fixture->feed.stop();
        QVERIFY(!m_fixture->feed.isRunning());
        QCOMPARE(m_fixture->transport.aborted(), 1);
        m_fixture->feed.retryNow();
        QCOMPARE(asked().size(), 1);
        m_fixture->transport.fault("GET", u"/changes"_s, TransportFault::Unreachable);
        m_fixture->feed.start();
        ModelFixture::spin();
        m_fixture->feed.stop();
        m_fixture->clock.advance(1h);
        ModelFixture::spin();
        QCOMPARE(asked().size(), 2);
    }

    /// The session is over: asking again cannot help.
    void aRefusalEndsIt()
    {
        m_fixture->transport.problem("GET", u"/changes"_s, 401, u"unauthorized"_s);
        m_fixture->feed.start();
        ModelFixture::spin();
        QVERIFY(!m_fixture->feed.isRunning());
        QCOMPARE(m_said, QStringList{u"failed"_s});
        m_fixture->feed.retryNow();
        m_fixture->clock.advance(1h);
        ModelFixture::spin();
        QCOMPARE(asked().size(), 1);
    }

    /// A service that never holds an answer back: six at once, then one a second; whoever took a second
    /// starts anew.
    void answersThatComeTooFastAreSlowedDown()
    {
        m_fixture->transport.reply("GET", u"/changes"_s, toJson(Changes{u"c"_s, false, {}})).always();
        m_fixture->feed.start();
        QList<int> counts;
        for (int second = 0; second < 4; ++second) {
            for (int i = 0; i < 3; ++i)
                ModelFixture::spin();
            counts.append(int(asked().size()));
            m_fixture->clock.advance(999ms);
            ModelFixture::spin();
            QCOMPARE(int(asked().size()), counts.last());
            m_fixture->clock.advance(1ms);
        }
        QCOMPARE(counts, (QList<int>{6, 7, 13, 14}));
        QCOMPARE(asked().at(6).queryValue(u"wait"_s), u"10"_s);
        m_fixture->feed.stop();
    }

    /// Whatever there is to tell is told at once, however fast it comes.
    void newsAreNotSlowedDown_data()
    {
        QTest::addColumn<bool>("gap");
        QTest::newRow("changes") << false;
        QTest::newRow("gaps") << true;
    }
    void newsAreNotSlowedDown()
    {
        QFETCH(const bool, gap);
        const QList<Change> changes =
            gap ? QList<Change>() : QList<Change>{changeAbout(ChangeKind::Usage, u"p1"_s)};
        for (int i = 0; i < 20; ++i)
            reply({u"c"_s, gap, changes});
        hold();
        m_fixture->feed.start();
        for (int i = 0; i < 6; ++i)
            ModelFixture::spin();
        QCOMPARE(asked().size(), 21);
        QCOMPARE(m_said, QStringList(20, gap ? u"reset"_s : u"usage ,p1"_s));
    }

private:
    void reply(const Changes &changes) { m_fixture->transport.reply("GET", u"/changes"_s, toJson(changes)); }
    void hold()
    {
        m_fixture->transport.reply("GET", u"/changes"_s, toJson(Changes{u"c"_s, false, {}})).hold();
    }
    [[nodiscard]] QList<SentRequest> asked() const
    {
        return m_fixture->transport.sentTo("GET", u"/changes"_s);
    }

    std::unique_ptr<ModelFixture> m_fixture;
    QStringList m_said;
};

QTEST_GUILESS_MAIN(TestFeedRhythm)
#include "tst_feed_rhythm.moc"
