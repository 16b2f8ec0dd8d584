// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "models/partners/partner_counts_model.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Fixture
{
    test::ScriptedTransport transport;
    client::SessionToken token{Secret::copyOf("operator")};
    test::ManualClock clock;
    client::ApiCaller api{transport, token, clock};
    client::PartnersClient partners{api};
    client::ChangesClient changes{api};
    models::ChangeFeed feed{changes, clock};

    /// Answers with this count; -1: the service did not count.
    void answer(qint64 count)
    {
        transport.reply("GET", u"/partners"_s,
                        test::pageOf(QList<Partner>{}, {}, count < 0 ? std::optional<qint64>() : count));
    }
};

QList<PartnerQuery> twoQueries()
{
    PartnerQuery mine;
    mine.owner = u"ops-1"_s;
    mine.cursor = u"of another page"_s;
    return {PartnerQuery{}, mine};
}

} // namespace

class PartnerCountsModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksOneRowPerQuery()
    {
        Fixture world;
        world.answer(1204);
        world.answer(3);
        models::PartnerCountsModel counts(world.partners, world.feed);
        counts.setQueries(twoQueries());
        QVERIFY(!counts.count(0));
        QTRY_COMPARE(counts.count(1), std::optional<qint64>(3));
        QCOMPARE(counts.count(0), std::optional<qint64>(1204));
        QVERIFY(!counts.count(7));
        for (const auto &sent : world.transport.sent()) {
            QCOMPARE(sent.queryValue(u"limit"_s), u"1"_s);
            QVERIFY(sent.queryValue(u"cursor"_s).isEmpty());
        }
        counts.setQueries(twoQueries()); // the same again asks nothing
        QCOMPARE(world.transport.sent().size(), 2);
    }

    void whatWasNotCountedIsAbsent()
    {
        Fixture world;
        world.answer(-1);
        models::PartnerCountsModel counts(world.partners, world.feed);
        counts.setQueries({PartnerQuery{}});
        QTRY_VERIFY(world.transport.isUsedUp());
        QTest::qWait(0);
        QVERIFY(!counts.count(0));
    }

    void aFailureKeepsTheLastNumber()
    {
        Fixture world;
        world.answer(5);
        models::PartnerCountsModel counts(world.partners, world.feed);
        counts.setQueries({PartnerQuery{}});
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(5));
        world.transport.problem("GET", u"/partners"_s, 500, u"internal"_s);
        counts.refresh();
        QTRY_VERIFY(world.transport.isUsedUp());
        QCOMPARE(counts.count(0), std::optional<qint64>(5));
    }

    void whatChangesANumberAsksAgain_data()
    {
        QTest::addColumn<ChangeKind>("kind");
        QTest::addColumn<bool>("asks");
        QTest::newRow("partner") << ChangeKind::Partner << true;
        QTest::newRow("credential") << ChangeKind::Credential << true;
        QTest::newRow("usage") << ChangeKind::Usage << false;
        QTest::newRow("audit") << ChangeKind::Audit << false;
    }
    void whatChangesANumberAsksAgain()
    {
        QFETCH(const ChangeKind, kind);
        QFETCH(const bool, asks);
        Fixture world;
        world.answer(5);
        models::PartnerCountsModel counts(world.partners, world.feed);
        counts.setQueries({PartnerQuery{}});
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(5));
        Q_EMIT world.feed.changed(kind, {u"x"_s});
        world.clock.advance(999ms);
        QCOMPARE(world.transport.sent().size(), 1);
        if (asks)
            world.answer(6);
        world.clock.advance(1ms);
        QCOMPARE(world.transport.sent().size(), asks ? 2 : 1);
        if (!asks)
            return;
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(6));
        world.answer(7); // a gap is a change, after the one before is asked for
        Q_EMIT world.feed.reset();
        world.clock.advance(1s);
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(7));
    }

    void manyChangesAreOneQuestion()
    {
        Fixture world;
        world.answer(5);
        models::PartnerCountsModel counts(world.partners, world.feed);
        counts.setQueries({PartnerQuery{}});
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(5));
        for (int i = 0; i < 10; ++i)
            Q_EMIT world.feed.changed(ChangeKind::Partner, {u"prt_1"_s});
        Q_EMIT world.feed.changed(ChangeKind::Usage, {u"prt_1"_s});
        world.answer(6);
        world.clock.advance(600ms);
        Q_EMIT world.feed.changed(ChangeKind::Partner, {u"prt_2"_s}); // does not put it off
        world.clock.advance(400ms);
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(6));
        QCOMPARE(world.transport.sent().size(), 2);
    }

    /// Asked again, the answers to the question before are not waited for.
    void onlyTheLastQuestionCounts()
    {
        Fixture world;
        for (int i = 0; i < 2; ++i)
            world.transport.reply("GET", u"/partners"_s, test::pageOf(QList<Partner>{}, {}, 1)).hold();
        models::PartnerCountsModel counts(world.partners, world.feed);
        counts.setQueries(twoQueries());
        QTRY_COMPARE(world.transport.heldCount(), 2);
        world.answer(5);
        counts.setQueries({PartnerQuery{}});
        QCOMPARE(world.transport.aborted(), 2);
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(5));
    }
};

QTEST_GUILESS_MAIN(PartnerCountsModelTest)
#include "tst_partner_counts_model.moc"
