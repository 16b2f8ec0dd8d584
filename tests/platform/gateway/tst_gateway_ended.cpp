// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;

namespace {

/// The endpoint, and what is behind it.
struct Ended : Platform
{
    ReportQueue reports{calls};
    Router own;
    std::optional<HttpResponse> answer;

    Ended()
    {
        mountGateway(
            own, std::make_shared<GatewayService>(GatewayDeps{*authorizer, *tokens, *gateways, clock, "pcx",
                                                              nullptr, nullptr, nullptr, &reports}));
    }
    [[nodiscard]] static HttpRequest report(const QByteArray &lines)
    {
        HttpRequest request;
        request.method = HttpMethod::Post;
        request.rawTarget = "/gateway/v1/ended";
        request.listener = ListenerKind::UnixSocket;
        request.body = lines;
        return request;
    }
    /// 0: not answered yet.
    int send(HttpRequest request)
    {
        request.requestId = "req_test";
        answer.reset();
        own.dispatch(std::move(request), [this](HttpResponse response) { answer = std::move(response); });
        return answer ? answer->status : 0;
    }
};

} // namespace

class TestGatewayEnded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredIsAnswered()
    {
        Ended service;
        QCOMPARE(service.send(Ended::report("{}\n{}\n")), 0);
        const auto taken = service.reports.take(0);
        QCOMPARE(taken.size(), std::size_t(1));
        QCOMPARE(taken[0].gateway, u"local socket"_s);
        QCOMPARE(taken[0].lines, "{}\n{}\n"_ba);
        taken[0].answer(ReportCounts{1, 0, 1, 0, 0});
        QCOMPARE(service.answer->status, 200);
        QCOMPARE(service.answer->body, jsonOf(ReportCounts{1, 0, 1, 0, 0}));
        QCOMPARE(service.send(Ended::report({})), 200); // there is nothing to wait for
        QCOMPARE(service.answer->body, jsonOf(ReportCounts()));
    }

    void whatIsNotStoredIsReportedAgain()
    {
        Ended service;
        QCOMPARE(service.send(Ended::report("{}")), 0);
        service.reports.take(0).at(0).answer({});
        QCOMPARE(service.answer->status, 503);
        QCOMPARE(service.answer->headers.value("Retry-After"), "5"_ba);
        QCOMPARE(Platform::json(*service.answer).value("code"_L1).toString(), u"not_stored"_s);
    }

    // Before a byte of the body is read.
    void strangersReportNothing()
    {
        Ended service;
        HttpRequest request = Ended::report("{}");
        request.listener = ListenerKind::Tcp;
        QCOMPARE(service.send(request), 403);
        PeerCertificate certificate;
        certificate.verified = true; // by our CA, and not registered
        request.peerCertificate = certificate;
        QCOMPARE(service.send(request), 403);
        QCOMPARE(Platform::json(*service.answer).value("code"_L1).toString(), u"gateway_untrusted"_s);
        QVERIFY(service.reports.take(0).empty());
        for (const Router::Route &route : service.own.routes()) {
            if (route.pathTemplate == "/gateway/v1/ended")
                QVERIFY(route.options.admit && route.options.admit(request).refusal);
        }
    }

    void aReportIsBounded()
    {
        Ended service;
        QByteArray lines = QByteArray("{}\n").repeated(ReportQueue::mostLines);
        QCOMPARE(service.send(Ended::report(lines)), 0);
        QCOMPARE(service.send(Ended::report(lines + "{}")), 413);
        QCOMPARE(service.reports.take(0).size(), std::size_t(1));
        const auto &routes = service.own.routes();
        const auto route = std::find_if(routes.begin(), routes.end(), [](const Router::Route &each) {
            return each.pathTemplate == "/gateway/v1/ended";
        });
        QVERIFY(route != routes.end());
        QCOMPARE(route->options.bodyLimit, ReportQueue::longest);
        QVERIFY(route->options.bodyTimeout.count() > 0);
    }

    // However slowly its reports come in, or are stored, a gateway has so many places.
    void aGatewayThatReportsTooMuch()
    {
        Ended service;
        const HttpRequest request = Ended::report("{}");
        const auto &admit =
            std::find_if(service.own.routes().begin(), service.own.routes().end(),
                         [](const Router::Route &each) { return each.pathTemplate == "/gateway/v1/ended"; })
                ->options.admit;
        std::vector<Admission> admitted;
        for (int i = 0; i < ReportQueue::mostOfOne; ++i) {
            admitted.push_back(admit(request));
            QVERIFY(!admitted.back().refusal && admitted.back().held);
        }
        const Admission refused = admit(request);
        QVERIFY(refused.refusal);
        QCOMPARE(refused.refusal->status, 429);
        QCOMPARE(refused.refusal->headers.value("Retry-After"), "1"_ba);
        // A report keeps its place until it is stored, whoever waits for that.
        HttpRequest held = request;
        held.held = admitted.back().held;
        admitted.clear();
        QCOMPARE(service.send(held), 0);
        held.held.reset();
        service.answer.reset();
        for (int i = 0; i < ReportQueue::mostOfOne - 1; ++i)
            admitted.push_back(admit(request));
        QVERIFY(admit(request).refusal);
        service.reports.take(0);
        QVERIFY(!admit(request).refusal);
    }

    void onlyByPost()
    {
        Ended service;
        HttpRequest request = Ended::report({});
        request.method = HttpMethod::Get;
        QCOMPARE(service.send(request), 405);
    }
};

QTEST_GUILESS_MAIN(TestGatewayEnded)
#include "tst_gateway_ended.moc"
