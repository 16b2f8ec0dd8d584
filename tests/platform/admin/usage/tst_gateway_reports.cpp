// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/usage/metering_writer.h"
#include "tests/platform/admin/admin_fixture.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// What gateways report, on its way from the endpoint's queue to what the Admin API says.
struct Reporting
{
    AdminFixture fixture;
    QString partner = fixture.makePartner(u"reported"_s);
    QString credential = fixture.makeCredential(partner).id;
    CallQueue calls;
    ReportQueue reports{calls};
    NoOtherNodes others;
    std::optional<MeteringWriter> writer;

    Reporting() { start(); }
    void start() { writer.emplace(context(), calls, others, &reports).start(); }
    [[nodiscard]] AdminContext &context() const { return fixture.administration->context(); }

    /// A call that "edge" asked about.
    CallRecord decided(int number)
    {
        CallRecord call = fixture.servedCall(partner, credential, number);
        call.gateway = u"edge"_s;
        call.routeId = u"rte_orders"_s;
        call.requestId = u"req_%1"_s.arg(number);
        return call;
    }
    void decide(int number)
    {
        const bool isTaken = calls.push(decided(number));
        Q_ASSERT(isTaken);
    }
    [[nodiscard]] std::future<std::optional<ReportCounts>> begin(const QByteArray &lines,
                                                                 const QString &gateway = u"edge"_s)
    {
        auto promise = std::make_shared<std::promise<std::optional<ReportCounts>>>();
        auto answer = promise->get_future();
        reports.push({gateway, lines, [promise](const auto &counts) { promise->set_value(counts); }});
        return answer;
    }
    [[nodiscard]] ReportCounts report(const QByteArray &lines, const QString &gateway = u"edge"_s)
    {
        auto answer = begin(lines, gateway);
        const bool isThere = answer.wait_for(std::chrono::seconds(30)) == std::future_status::ready;
        return isThere ? answer.get().value_or(ReportCounts{-1, 0, 0, 0, 0}) : ReportCounts{-2, 0, 0, 0, 0};
    }
    /// A line of the access log; members in the place of others, or besides.
    [[nodiscard]] QByteArray line(QJsonObject members) const
    {
        QJsonObject json{{u"at"_s, static_cast<double>(context().now().toMSecsSinceEpoch()) / 1000},
                         {u"status"_s, 200},
                         {u"bytes_sent"_s, 412},
                         {u"request_time"_s, 0.0021},
                         {u"upstream_time"_s, 0.0018}};
        for (auto it = members.begin(); it != members.end(); ++it)
            json.insert(it.key(), it.value());
        return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    }
    [[nodiscard]] QByteArray endOf(int number, int status = 200) const
    {
        return line({{u"decision_id"_s, u"dec_%1"_s.arg(number)}, {u"status"_s, status}});
    }
    [[nodiscard]] QJsonObject end(int number)
    {
        return fixture.get("/calls/dec_" + QByteArray::number(number)).json.value(u"end"_s).toObject();
    }
    [[nodiscard]] QJsonArray lines(const QByteArray &query = {})
    {
        return fixture.get("/gateway-lines?" + query).json.value(u"items"_s).toArray();
    }
    [[nodiscard]] qint64 number(const QString &sql)
    {
        return context()
            .store
            .readNow<qint64>([&sql](Tx &tx) {
                Statement row = tx.queryOnce(sql);
                return row.next() ? row.number(0) : qint64{-1};
            })
            .value_or(-2);
    }
};

} // namespace

class TestGatewayReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallHasItsEndWhenTheReportIsAnswered()
    {
        Reporting service;
        service.decide(1);
        service.decide(2);
        QCOMPARE(service.report(service.endOf(1, 502) + service.endOf(77)), (ReportCounts{1, 0, 1, 0, 0}));
        QCOMPARE(service.end(1), (QJsonObject{{u"status"_s, 502},
                                              {u"bytes_sent"_s, 412},
                                              {u"total_micros"_s, 2100},
                                              {u"upstream_micros"_s, 1800},
                                              {u"at"_s, service.context().now().toString(Qt::ISODateWithMs)},
                                              {u"gateway"_s, u"edge"_s}}));
        const QJsonObject call = service.fixture.get("/calls/dec_1").json;
        QCOMPARE(call.value(u"status"_s), 200); // at the decision, as it was
        QVERIFY(service.end(2).isEmpty());      // never estimated
    }

    void theFirstReportCounts()
    {
        Reporting service;
        service.decide(1);
        QCOMPARE(service.report(service.endOf(1, 200) + service.endOf(1, 500)),
                 (ReportCounts{1, 1, 0, 0, 0}));
        QCOMPARE(service.report(service.endOf(1, 501)), (ReportCounts{0, 1, 0, 0, 0}));
        QCOMPARE(service.end(1).value(u"status"_s), 200);
        QCOMPARE(service.number(u"SELECT SUM(calls) FROM call_ends"_s), 1);
        QCOMPARE(service.number(u"SELECT SUM(bytes_sent) FROM call_ends WHERE status = 200 AND route_id = "
                                "'rte_orders'"_s),
                 412);
    }

    void onlyWhoAskedMayReport()
    {
        Reporting service;
        service.decide(1);
        QCOMPARE(service.report(service.endOf(1, 500), u"other"_s), (ReportCounts{0, 0, 1, 0, 0}));
        QVERIFY(service.end(1).isEmpty());
        CallRecord direct = service.decided(2); // by the demo API itself: no gateway asked
        direct.gateway.clear();
        QVERIFY(service.calls.push(direct));
        QCOMPARE(service.report(service.endOf(2)), (ReportCounts{0, 0, 1, 0, 0}));
        QVERIFY(service.end(2).isEmpty());
    }

    // Records are stored in batches; however many wait, a report comes behind those it is about.
    void recordsComeFirst()
    {
        Reporting service;
        std::vector<std::future<std::optional<ReportCounts>>> answers;
        {
            const StalledStore stalled(service.context().store);
            QByteArray ends;
            for (int i = 0; i < 1200; ++i) {
                service.decide(i);
                ends += service.endOf(i);
            }
            answers.push_back(service.begin(ends));
            service.decide(5000);
            answers.push_back(service.begin(service.endOf(5000)));
        }
        qint64 taken = 0;
        for (auto &each : answers) {
            QCOMPARE(each.wait_for(std::chrono::seconds(30)), std::future_status::ready);
            taken += each.get().value().taken;
        }
        QCOMPARE(taken, 1201);
        QCOMPARE(service.number(u"SELECT COUNT(*) FROM calls WHERE end_status = 200"_s), 1201);
    }

    void whatNeverCameToADecision()
    {
        Reporting service;
        const QJsonObject own{{u"status"_s, u"400"_s},
                              {u"request_id"_s, u"4ab8c188"_s},
                              {u"method"_s, u"GET"_s},
                              {u"path"_s, u"/api/v1/orders?key=x"_s},
                              {u"source"_s, u"203.0.113.24"_s}};
        const QByteArray line = service.line(own);
        QCOMPARE(service.report(line + line + "garbage\n"), (ReportCounts{1, 1, 0, 0, 1}));
        QCOMPARE(service.lines(),
                 (QJsonArray{QJsonObject{{u"at"_s, service.context().now().toString(Qt::ISODateWithMs)},
                                         {u"gateway"_s, u"edge"_s},
                                         {u"request_id"_s, u"4ab8c188"_s},
                                         {u"status"_s, 400},
                                         {u"method"_s, u"GET"_s},
                                         {u"path"_s, u"/api/v1/orders"_s},
                                         {u"source"_s, u"203.0.113.24"_s},
                                         {u"bytes_sent"_s, 412},
                                         {u"total_micros"_s, 2100}}}));
        QCOMPARE(service.lines("request_id=4ab8c188").size(), 1);
        QCOMPARE(service.lines("request_id=other").size(), 0);
        QCOMPARE(service.lines("gateway=edge&source=203.0.113.24").size(), 1);
        QCOMPARE(service.lines("source=203.0.113.25").size(), 0);
        const Reply wrong =
            service.fixture.get("/gateway-lines?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z");
        QCOMPARE(wrong.status, 400);
        QCOMPARE(service.fixture.get("/gateway-lines?cursor=x").status, 400);
        service.fixture.signIn(u"onlooker"_s, {u"viewer"_s});
        QCOMPARE(service.fixture.get("/gateway-lines").status, 403);
    }

    void nothingIsKeptThatMayBeASecret()
    {
        Reporting service;
        const AdminFixture::Issued issued = service.fixture.makeCredential(service.partner);
        const QString secret = QString::fromLatin1(issued.text.view());
        QCOMPARE(
            service.report(service.line({{u"path"_s, QString(u"/a/"_s + secret + u'/' + QString(5000, u'x'))},
                                         {u"request_id"_s, secret},
                                         {u"method"_s, QString(u"G\x01"_s)},
                                         {u"upstream_time"_s, secret}})),
            (ReportCounts{1, 0, 0, 0, 0}));
        const QJsonObject kept = service.lines().at(0).toObject();
        QVERIFY2(!QJsonDocument(kept).toJson().contains(issued.text.view().last(40).toByteArray()),
                 QJsonDocument(kept).toJson().constData());
        QCOMPARE(kept.value(u"path"_s).toString().size(), 512);
        QCOMPARE(kept.value(u"method"_s).toString(), QString(u"G"_s + QChar(0xfffd)));
        // Of a decision only figures are taken.
        service.decide(1);
        QCOMPARE(service.report(service.line({{u"decision_id"_s, u"dec_1"_s}, {u"path"_s, secret}})),
                 (ReportCounts{1, 0, 0, 0, 0}));
        QCOMPARE(service.number(u"SELECT COUNT(*) FROM gateway_lines"_s), 1);
    }

    void aTextThatIsNone()
    {
        Reporting service;
        QByteArray line = service.line({{u"path"_s, u"/a"_s}, {u"request_id"_s, u"r"_s}});
        line.replace("/a", "/\\ud800/\\u0000");
        QCOMPARE(service.report(line), (ReportCounts{1, 0, 0, 0, 0}));
        QCOMPARE(service.lines("request_id=r").size(), 1);
    }

    void aGatewayIsBounded()
    {
        Reporting service;
        QByteArray many;
        for (int i = 0; i < report_rows::mostOfSecond + 3; ++i)
            many += service.line({{u"request_id"_s, u"r%1"_s.arg(i)}});
        QCOMPARE(service.report(many), (ReportCounts{report_rows::mostOfSecond, 0, 0, 3, 0}));
        // A clock that is days ahead would keep its lines for days longer.
        const double ahead =
            static_cast<double>(service.context().now().addDays(2).toMSecsSinceEpoch()) / 1000;
        QCOMPARE(service.report(service.line({{u"at"_s, ahead}})), (ReportCounts{0, 0, 0, 1, 0}));
    }

    void linesGoWithTheCalls()
    {
        Reporting service;
        QCOMPARE(service.report(service.line({})).taken, 1);
        Maintenance maintenance(service.context());
        service.fixture.clock.advance(std::chrono::hours(24 * (Maintenance::callRetentionDays - 1)));
        maintenance.everyMinute();
        QCOMPARE(service.number(u"SELECT COUNT(*) FROM gateway_lines"_s), 1);
        service.fixture.clock.advance(std::chrono::hours(49));
        maintenance.everyMinute();
        QCOMPARE(service.number(u"SELECT COUNT(*) FROM gateway_lines"_s), 0);
    }

    // What cannot be stored is the gateway's to report again; records of calls do not wait for it.
    void aStoreThatTakesNothing()
    {
        Reporting service;
        service.decide(1);
        QCOMPARE(service.report(service.endOf(1)).taken, 1);
        service.writer.reset();
        service.fixture.administration->stop(); // its store is closed
        CallQueue calls;
        ReportQueue reports(calls);
        MeteringWriter writer(service.context(), calls, service.others, &reports);
        writer.start();
        std::promise<bool> refused;
        reports.push({u"edge"_s, service.endOf(1),
                      [&refused](const std::optional<ReportCounts> &counts) { refused.set_value(!counts); }});
        auto answer = refused.get_future();
        QCOMPARE(answer.wait_for(std::chrono::seconds(30)), std::future_status::ready);
        QVERIFY(answer.get());
        writer.stop();
    }

    void afterTheEndNothingIsTaken()
    {
        Reporting service;
        service.writer->stop();
        auto answer = service.begin(service.endOf(1));
        QCOMPARE(answer.wait_for(std::chrono::seconds(0)), std::future_status::ready);
        QVERIFY(!answer.get());
    }

    // Whoever looks at the partner's calls sees that one has ended.
    void consolesAreTold()
    {
        Reporting service;
        const std::vector<CallRecord> records{service.decided(1)};
        const std::vector<CallRecord> none;
        const std::vector<QuotaCount> quotas;
        const auto stored = service.context().store.writeNow<bool>([&](Tx &tx) {
            (void)service.context().usage.add(tx, {records, none, quotas, 0, service.context().now()});
            return true;
        });
        QVERIFY(stored);
        const QString cursor = service.fixture.feedCursor();
        QCOMPARE(service.report(service.endOf(1)).taken, 1);
        const QJsonArray told = service.fixture.toldAfter(cursor, std::chrono::seconds(20));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].toObject(),
                 (QJsonObject{{u"kind"_s, u"usage"_s}, {u"partner_id"_s, service.partner}}));
    }
};

QTEST_GUILESS_MAIN(TestGatewayReports)
#include "tst_gateway_reports.moc"
