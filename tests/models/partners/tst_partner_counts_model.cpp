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
        Fixture fixture;
        fixture.answer(1204);
        fixture.answer(3);
        models::PartnerCountsModel counts(fixture.partners, fixture.feed);
        counts.setQueries(twoQueries());
        QVERIFY(!counts.count(0));
        QTRY_COMPARE(counts.count(1), std::optional<qint64>(3));
        QCOMPARE(counts.count(0), std::optional<qint64>(1204));
        QVERIFY(!counts.count(7));
        for (const auto &sent : fixture.transport.sent()) {
            QCOMPARE(sent.queryValue(u"limit"_s), u"1"_s);
            QVERIFY(sent.queryValue(u"cursor"_s).isEmpty());
        }
        counts.setQueries(twoQueries()); // the same again asks nothing
        QCOMPARE(fixture.transport.sent().size(), 2);
    }

    void whatWasNotCountedIsAbsent()
    {
        Fixture fixture;
        fixture.answer(-1);
        models::PartnerCountsModel counts(fixture.partners, fixture.feed);
        counts.setQueries({PartnerQuery{}});
        QTRY_VERIFY(fixture.transport.isUsedUp());
        QTest::qWait(0);
        QVERIFY(!counts.count(0));
    }

    void aFailureKeepsTheLastNumber()
    {
        Fixture fixture;
        fixture.answer(5);
        models::PartnerCountsModel counts(fixture.partners, fixture.feed);
        counts.setQueries({PartnerQuery{}});
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(5));
        fixture.transport.problem("GET", u"/partners"_s, 500, u"internal"_s);
        counts.refresh();
        QTRY_VERIFY(fixture.transport.isUsedUp());
        QCOMPARE(counts.count(0), std::optional<qint64>(5));
        fixture.transport.problem("GET", u"/partners"_s, 403, u"forbidden"_s);
        counts.refresh();
        QTRY_VERIFY(!counts.count(0)); // it may no longer be seen
    }

    void whatChangesANumberAsksAgain_data()
    {
        QTest::addColumn<ChangeKind>("kind");
        QTest::addColumn<bool>("byExpiry");
        QTest::addColumn<bool>("asks");
        for (const bool byExpiry : {false, true}) {
            const char *of = byExpiry ? "those that expire" : "all";
            QTest::addRow("partner, %s", of) << ChangeKind::Partner << byExpiry << true;
            QTest::addRow("credential, %s", of) << ChangeKind::Credential << byExpiry << byExpiry;
            QTest::addRow("usage, %s", of) << ChangeKind::Usage << byExpiry << false;
            QTest::addRow("audit, %s", of) << ChangeKind::Audit << byExpiry << false;
        }
    }
    void whatChangesANumberAsksAgain()
    {
        QFETCH(const ChangeKind, kind);
        QFETCH(const bool, byExpiry);
        QFETCH(const bool, asks);
        PartnerQuery query;
        if (byExpiry)
            query.expiringWithinDays = 14;
        Fixture fixture;
        fixture.answer(5);
        models::PartnerCountsModel counts(fixture.partners, fixture.feed);
        counts.setQueries({query});
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(5));
        Q_EMIT fixture.feed.changed(test::changeAbout(kind, u"x"_s));
        fixture.clock.advance(999ms);
        QCOMPARE(fixture.transport.sent().size(), 1);
        if (asks)
            fixture.answer(6);
        fixture.clock.advance(1ms);
        QCOMPARE(fixture.transport.sent().size(), asks ? 2 : 1);
        if (!asks)
            return;
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(6));
        fixture.answer(7); // a gap is a change, after the one before is asked for
        Q_EMIT fixture.feed.reset();
        fixture.clock.advance(1s);
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(7));
    }

    void manyChangesAreOneQuestion()
    {
        Fixture fixture;
        fixture.answer(5);
        models::PartnerCountsModel counts(fixture.partners, fixture.feed);
        counts.setQueries({PartnerQuery{}});
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(5));
        for (int i = 0; i < 10; ++i)
            Q_EMIT fixture.feed.changed(test::changeAbout(ChangeKind::Partner, u"prt_1"_s));
        Q_EMIT fixture.feed.changed(test::changeAbout(ChangeKind::Usage, u"prt_1"_s));
        fixture.answer(6);
        fixture.clock.advance(600ms);
        Q_EMIT fixture.feed.changed(
            test::changeAbout(ChangeKind::Partner, u"prt_2"_s)); // does not put it off
        fixture.clock.advance(400ms);
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(6));
        QCOMPARE(fixture.transport.sent().size(), 2);
    }

    /// Asked again, the answers to the question before are not waited for.
    void onlyTheLastQuestionCounts()
    {
        Fixture fixture;
        for (int i = 0; i < 2; ++i)
            fixture.transport.reply("GET", u"/partners"_s, test::pageOf(QList<Partner>{}, {}, 1)).hold();
        models::PartnerCountsModel counts(fixture.partners, fixture.feed);
        counts.setQueries(twoQueries());
        QTRY_COMPARE(fixture.transport.heldCount(), 2);
        fixture.answer(5);
        counts.setQueries({PartnerQuery{}});
        QCOMPARE(fixture.transport.aborted(), 2);
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(5));
    }
};

QTEST_GUILESS_MAIN(PartnerCountsModelTest)
#include "tst_partner_counts_model.moc"
