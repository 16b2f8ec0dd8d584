// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/metering_rows.h"
#include "platform/store/rows/report_rows.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::report_rows::LineKept;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);

GatewayLine lineAt(const QDateTime &at, int number = 0)
{
    GatewayLine line;
    line.at = at;
    line.gateway = u"edge"_s;
    line.requestId = u"req_%1"_s.arg(number);
    line.status = 400;
    line.method = u"GET"_s;
    line.path = u"/api/v1/orders"_s;
    line.source = u"203.0.113.24"_s;
    line.bytesSent = 157;
    line.totalMicros = 300;
    return line;
}

struct Lines : StoreFixture
{
    [[nodiscard]] Page<GatewayLine> list(const GatewayLineQuery &query)
    {
        const auto page = report_rows::list(tx, query);
        tx.dropStatements();
        return page.value();
    }
    [[nodiscard]] QString requests(const GatewayLineQuery &query)
    {
        QStringList ids;
        for (const GatewayLine &line : list(query).items)
            ids.append(line.requestId.mid(4));
        return ids.join(u' ');
    }
};

} // namespace

class TestReportRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsKeptOnce()
    {
        Lines store;
        QCOMPARE(report_rows::addLine(store.tx, lineAt(noon)), LineKept::Now);
        QCOMPARE(report_rows::addLine(store.tx, lineAt(noon)), LineKept::Before);
        GatewayLine bare;
        bare.at = noon;
        bare.gateway = u"edge"_s;
        bare.status = 400;
        QCOMPARE(report_rows::addLine(store.tx, bare), LineKept::Now);
        GatewayLine other = lineAt(noon);
        other.status = 408;
        QCOMPARE(report_rows::addLine(store.tx, other), LineKept::Now);
        other.gateway = u"local socket"_s;
        QCOMPARE(report_rows::addLine(store.tx, other), LineKept::Now);
        const Page<GatewayLine> page = store.list({});
        QCOMPARE(page.items.size(), 4);
        QCOMPARE(page.count, std::optional<qint64>(4));
        QVERIFY(page.items.contains(lineAt(noon)));
        QVERIFY(page.items.contains(bare)); // what is not known is not 0
    }

    // Of each second and gateway, by its own clock: a log of last night is bounded like one of now.
    void ofASecondSoMany()
    {
        Lines store;
        for (int i = 0; i < report_rows::mostOfSecond; ++i)
            QCOMPARE(report_rows::addLine(store.tx, lineAt(noon.addMSecs(i * 40), i)), LineKept::Now);
        QCOMPARE(report_rows::addLine(store.tx, lineAt(noon.addMSecs(999), 99)), LineKept::Not);
        QCOMPARE(report_rows::addLine(store.tx, lineAt(noon, 0)), LineKept::Before);
        QCOMPARE(report_rows::addLine(store.tx, lineAt(noon.addMSecs(1000), 100)), LineKept::Now);
        QCOMPARE(report_rows::addLine(store.tx, lineAt(noon.addMSecs(-1), 101)), LineKept::Now);
        GatewayLine other = lineAt(noon.addMSecs(999), 102);
        other.gateway = u"other"_s;
        QCOMPARE(report_rows::addLine(store.tx, other), LineKept::Now);
    }

    void filters()
    {
        Lines store;
        for (int i = 0; i < 5; ++i) {
            GatewayLine line = lineAt(noon.addSecs(i), i);
            if (i == 2)
                line.source = u"198.51.100.1"_s;
            if (i == 3)
                line.gateway = u"other"_s;
            QCOMPARE(report_rows::addLine(store.tx, line), LineKept::Now);
        }
        QCOMPARE(store.requests({}), u"4 3 2 1 0"_s);
        QCOMPARE(store.requests({u"req_1"_s, {}, {}, {}, {}, 100, {}}), u"1"_s);
        QCOMPARE(store.requests({u"req_1"_s, {}, u"other"_s, {}, {}, 100, {}}), QString());
        QCOMPARE(store.requests({u"req_1"_s, {}, {}, noon.addSecs(2), {}, 100, {}}), QString());
        QCOMPARE(store.requests({{}, u"198.51.100.1"_s, {}, {}, {}, 100, {}}), u"2"_s);
        QCOMPARE(store.requests({{}, u"198.51.100.1"_s, u"other"_s, {}, {}, 100, {}}), QString());
        QCOMPARE(store.requests({{}, {}, u"other"_s, {}, {}, 100, {}}), u"3"_s);
        QCOMPARE(store.requests({{}, {}, {}, noon.addSecs(1), noon.addSecs(3), 100, {}}), u"2 1"_s);
    }

    void pages()
    {
        Lines store;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(report_rows::addLine(store.tx, lineAt(noon, i)), LineKept::Now); // at one time
        GatewayLineQuery query;
        query.limit = 2;
        QStringList seen;
        for (;;) {
            const Page<GatewayLine> page = store.list(query);
            QVERIFY(page.items.size() <= 2);
            for (const GatewayLine &line : page.items)
                seen.append(line.requestId);
            if (page.nextCursor.isEmpty())
                break;
            query.cursor = page.nextCursor;
        }
        QCOMPARE(seen, (QStringList{u"req_4"_s, u"req_3"_s, u"req_2"_s, u"req_1"_s, u"req_0"_s}));
        query.cursor = u"x"_s;
        QVERIFY(!report_rows::list(store.tx, query));
    }

    // A request is found without going through what a gateway wrote in a month.
    void aRequestIsLookedUp()
    {
        Lines store;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(report_rows::addLine(store.tx, lineAt(noon.addSecs(i), i)), LineKept::Now);
        Statement plan = store.tx.queryOnce(
            u"EXPLAIN QUERY PLAN SELECT seq FROM gateway_lines WHERE request_id = ? AND at + 0 >= ? ORDER BY "
            "at + 0 DESC, seq DESC LIMIT 100"_s);
        plan.bind(u"req_1"_s).bind(noon);
        QVERIFY(plan.next());
        QVERIFY2(plan.text(3).contains(u"gateway_lines_by_request"_s), qPrintable(plan.text(3)));
    }

    void oldLinesGo()
    {
        Lines store;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(report_rows::addLine(store.tx, lineAt(noon.addDays(i), i)), LineKept::Now);
        report_rows::removeBefore(store.tx, noon.addDays(1));
        QCOMPARE(store.requests({}), u"2 1"_s);
        // What is too much goes by when it came: an old log that is imported late is no older than the rest.
        store.tx.exec(u"UPDATE gateway_lines SET seq = seq + %1 WHERE request_id = 'req_1'"_s.arg(
            report_rows::mostLines));
        report_rows::removeBefore(store.tx, noon);
        QCOMPARE(store.requests({}), u"2 1"_s);
        store.tx.exec(u"UPDATE gateway_lines SET seq = seq + 1 WHERE request_id = 'req_1'"_s);
        report_rows::removeBefore(store.tx, noon);
        QCOMPARE(store.requests({}), u"1"_s);
    }

    void endsAreAddedUp()
    {
        StoreFixture store;
        CallRecord call;
        call.partnerId = u"prt_1"_s;
        call.routeId = u"rte_orders"_s;
        call.at = noon.addSecs(1799);
        CallEnd end;
        end.status = 200;
        end.bytesSent = 100;
        end.at = noon.addSecs(7200); // it took its time
        report_rows::countEnd(store.tx, call, end);
        end.bytesSent = 23;
        report_rows::countEnd(store.tx, call, end);
        end.bytesSent.reset();
        report_rows::countEnd(store.tx, call, end);
        end.status = 502;
        report_rows::countEnd(store.tx, call, end);
        call.at = noon.addSecs(3600);
        report_rows::countEnd(store.tx, call, end);
        call.partnerId.clear();
        report_rows::countEnd(store.tx, call, end);
        call.partnerId = u"prt_1"_s;
        call.isTokenRequest = true;
        report_rows::countEnd(store.tx, call, end);
        const auto cell = [&](const QString &column, int status) {
            return store.numberOf(u"SELECT "_s + column +
                                  u" FROM call_ends WHERE partner_id = 'prt_1' AND "
                                  u"route_id = 'rte_orders' AND status = %1 AND at = %2"_s.arg(status)
                                      .arg(noon.toSecsSinceEpoch()));
        };
        QCOMPARE(cell(u"calls"_s, 200), 3);
        QCOMPARE(cell(u"sized"_s, 200), 2);
        QCOMPARE(cell(u"bytes_sent"_s, 200), 123);
        QCOMPARE(cell(u"calls"_s, 502), 1);
        QCOMPARE(store.numberOf(u"SELECT SUM(calls) FROM call_ends"_s), 5);
    }
};

QTEST_GUILESS_MAIN(TestReportRows)
#include "tst_report_rows.moc"
