// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_verdicts.h"

#include <QSet>
#include <QTest>

#include <functional>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);

WireAnswer answered(int status, const HttpHeaders &headers = {})
{
    WireAnswer answer;
    answer.status = status;
    answer.headers = headers;
    answer.headers.add("Date", "Tue, 10 Mar 2026 12:00:02 GMT");
    answer.at = noon;
    return answer;
}

CheckSighting question(int status = 200)
{
    CheckSighting seen;
    seen.gateway = u"edge"_s;
    seen.token = u"first"_s;
    seen.method = u"GET"_s;
    seen.path = u"/api/v1/probe"_s;
    seen.host = u"api.example.com"_s;
    seen.source = u"198.51.100.4"_s;
    seen.lengthTold = true;
    seen.status = status;
    seen.decisionId = u"dec_1"_s;
    return seen;
}

CheckSighting sentOn()
{
    CheckSighting seen;
    seen.passed = true;
    seen.gateway = u"edge"_s;
    seen.marked = {u"User-Agent"_s};
    return seen;
}

CheckedCall passed()
{
    return {{}, answered(204), {question(), sentOn()}};
}

CheckedCall refused(int status, int asked = 0)
{
    CheckedCall call{{}, answered(status, {{"Content-Type", "application/problem+json"}}), {}};
    if (asked != 0)
        call.seen = {question(asked)};
    return call;
}

CheckedCall with(CheckedCall call, const QByteArray &field)
{
    call.field = field;
    return call;
}

/// Of a gateway that is well.
GatewayObservations well()
{
    GatewayObservations seen;
    seen.name = u"edge"_s;
    seen.now = noon;
    seen.rule = GatewayRule{u"edge"_s, QByteArray(32, 'a'), {}, {}, {}, noon, noon.addDays(300)};
    seen.url = u"https://api.example.com/api/v1/probe"_s;
    seen.tls = TlsObservation{{}, noon.addDays(90), false};
    seen.elsewhere = refused(404);
    seen.anonymous = refused(401, 401);
    seen.first = seen.again = seen.second = passed();
    seen.otherHost = refused(421);
    seen.claimed = {with(passed(), "X-Real-IP: 192.0.2.99")};
    seen.forged = {with(refused(400, 400), "X-Realm: m"), with(passed(), "X_Realm: m")};
    seen.longBody = seen.endlessBody = refused(413);
    seen.longHeader = refused(431);
    seen.gone = refused(410, 410);
    seen.throttled = refused(429, 429);
    seen.throttled->answer.headers.add("Retry-After", "7");
    seen.beforeDenial = passed();
    seen.afterDenial = refused(401, 401);
    seen.inner = {{u"/gateway/v1/authorize"_s, answered(404)}};
    seen.decision = answered(403);
    WireAnswer closed;
    closed.fault = u"Connection refused"_s;
    seen.upstream = closed;
    return seen;
}

QString verdictOf(const GatewayObservations &seen, const QString &id)
{
    const QList<GatewayFinding> findings = judgeGateway(seen);
    for (const GatewayFinding &each : findings) {
        if (QLatin1StringView(each.row->id) == id)
            return toText(each.judgement.verdict);
    }
    return u"no such check"_s;
}

} // namespace

/// Each check by what it is made to find, without a network.
class TestGatewayVerdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWellIsWell()
    {
        const QList<GatewayFinding> findings = judgeGateway(well());
        QSet<QString> ids;
        for (const GatewayFinding &each : findings) {
            QVERIFY2(each.judgement.verdict == Verdict::Ok, each.row->id);
            QVERIFY2(each.judgement.mend.isEmpty(), each.row->id);
            QVERIFY2(!each.judgement.came.isEmpty(), each.row->id);
            ids.insert(QString::fromLatin1(each.row->id));
        }
        QCOMPARE(ids.size(), findings.size());
        QCOMPARE(worstOf(findings), Verdict::Ok);
    }

    void whatIsWrongIsFound_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<std::function<void(GatewayObservations &)>>("change");
        using Seen = GatewayObservations;
        using Change = std::function<void(Seen &)>;
        const auto row = [](const char *name, const QString &id, const QString &verdict,
                            const Change &change) { QTest::newRow(name) << id << verdict << change; };
        const QString fail = u"fail"_s;
        const QString warn = u"warn"_s;
        const QString open = u"not_checked"_s;
        row("unregistered", u"registered"_s, fail, [](Seen &s) { s.rule.reset(); });
        row("ended", u"registered"_s, fail, [](Seen &s) { s.rule->notAfter = noon; });
        row("ends soon", u"registered"_s, warn, [](Seen &s) { s.rule->notAfter = noon.addDays(21); });
        row("no address", u"reachable"_s, open, [](Seen &s) {
            s.url.clear();
            s.elsewhere.reset();
        });
        row("silent", u"reachable"_s, fail,
            [](Seen &s) { s.elsewhere->answer.fault = u"Connection refused"_s; });
        row("untrusted", u"certificate"_s, fail,
            [](Seen &s) { s.tls->fault = u"self-signed certificate"_s; });
        row("old certificate", u"certificate"_s, fail,
            [](Seen &s) { s.tls->certificateEnd = noon.addDays(-1); });
        row("certificate ends", u"certificate"_s, warn,
            [](Seen &s) { s.tls->certificateEnd = noon.addDays(3); });
        row("in clear", u"certificate"_s, fail, [](Seen &s) {
            s.tls.reset();
            s.url = u"http://h/api/v1/probe"_s;
        });
        row("old TLS", u"tls_versions"_s, warn, [](Seen &s) { s.tls->takesOld = true; });
        row("clock", u"clock"_s, warn, [](Seen &s) { s.elsewhere->answer.at = noon.addSecs(30); });
        row("clock far", u"clock"_s, fail, [](Seen &s) { s.elsewhere->answer.at = noon.addSecs(-90); });
        row("no date", u"clock"_s, open, [](Seen &s) { s.elsewhere->answer.headers.remove("Date"); });
        row("odd date", u"clock"_s, open,
            [](Seen &s) { s.elsewhere->answer.headers.set("Date", "yesterday"); });
        row("unasked", u"asks_itself"_s, fail, [](Seen &s) { s.first->seen.clear(); });
        row("another asks", u"asks_itself"_s, fail, [](Seen &s) { s.first->seen[0].gateway = u"other"_s; });
        row("undecided", u"accepted"_s, fail, [](Seen &s) { s.first = refused(503); });
        row("no token", u"accepted"_s, open, [](Seen &s) {
            s.first.reset();
            s.notLent = u"no credential"_s;
        });
        row("open", u"anonymous"_s, fail, [](Seen &s) { s.anonymous = CheckedCall{{}, answered(204), {}}; });
        row("observed", u"anonymous"_s, warn, [](Seen &s) { s.anonymous = passed(); });
        row("odd refusal", u"anonymous"_s, warn, [](Seen &s) { s.anonymous = refused(403); });
        row("host of the client", u"other_host"_s, fail, [](Seen &s) {
            s.otherHost = passed();
            s.otherHost->seen[0].host = u"check.invalid"_s;
        });
        row("any host", u"other_host"_s, warn, [](Seen &s) { s.otherHost = passed(); });
        row("claimed", u"client_address"_s, fail,
            [](Seen &s) { s.claimed[0].seen[0].source = u"192.0.2.99"_s; });
        row("forged", u"forged_fields"_s, fail,
            [](Seen &s) { s.forged[1].seen[1].marked.append(u"X_Realm"_s); });
        row("other path", u"forged_fields"_s, fail,
            [](Seen &s) { s.forged[1].seen[0].path = u"/api/v1/m"_s; });
        row("other path, refused", u"forged_fields"_s, fail, [](Seen &s) {
            s.forged[1].seen[0].path = u"/api/v1/m"_s;
            s.forged[1].seen[0].status = 403;
        });
        row("lost", u"forged_fields"_s, fail, [](Seen &s) { s.forged[1].seen[1].missing = {u"X-Scopes"_s}; });
        row("unseen", u"forged_fields"_s, open, [](Seen &s) { s.forged[1].seen.removeLast(); });
        row("no identity", u"identity_arrives"_s, fail,
            [](Seen &s) { s.first->seen[1].missing = {u"X-Realm"_s}; });
        row("not sent on", u"identity_arrives"_s, open, [](Seen &s) { s.first->seen.removeLast(); });
        row("token", u"credential_ends"_s, fail, [](Seen &s) { s.first->seen[1].holdsToken = true; });
        row("long body", u"long_body"_s, fail, [](Seen &s) { s.longBody = passed(); });
        row("odd body", u"long_body"_s, fail, [](Seen &s) { s.longBody = refused(502); });
        row("endless body", u"endless_body"_s, fail, [](Seen &s) { s.endlessBody = passed(); });
        row("no length", u"length_told"_s, warn, [](Seen &s) { s.first->seen[0].lengthTold = false; });
        row("header", u"long_header"_s, fail, [](Seen &s) { s.longHeader = refused(400); });
        row("gone", u"gone"_s, fail, [](Seen &s) { s.gone = refused(403); });
        row("gone passed", u"gone"_s, fail, [](Seen &s) { s.gone = passed(); });
        row("no problem", u"gone"_s, warn, [](Seen &s) { s.gone->answer.headers.remove("Content-Type"); });
        row("no wait", u"throttled"_s, fail,
            [](Seen &s) { s.throttled->answer.headers.remove("Retry-After"); });
        row("kept", u"answers_not_kept"_s, fail, [](Seen &s) { s.second->seen.removeLast(); });
        row("kept whole", u"answers_not_kept"_s, fail, [](Seen &s) { s.again->seen.clear(); });
        row("aged", u"answers_not_kept"_s, warn, [](Seen &s) { s.second->answer.headers.add("Age", "3"); });
        row("decision kept", u"decisions_not_kept"_s, fail, [](Seen &s) { s.again->seen.removeFirst(); });
        row("revoked passes", u"denied_at_once"_s, fail, [](Seen &s) { s.afterDenial = passed(); });
        row("not denied", u"denied_at_once"_s, open, [](Seen &s) { s.afterDenial.reset(); });
        row("platform", u"platform_closed"_s, fail, [](Seen &s) { s.inner[0].second = answered(204); });
        row("platform seen", u"platform_closed"_s, warn, [](Seen &s) { s.inner[0].second = answered(403); });
        row("oracle", u"decisions_closed"_s, fail, [](Seen &s) { s.decision = answered(200); });
        row("around", u"upstream_closed"_s, fail, [](Seen &s) { s.upstream = answered(200); });
        row("around, refused", u"upstream_closed"_s, warn, [](Seen &s) { s.upstream = answered(403); });
        row("not asked", u"upstream_closed"_s, open, [](Seen &s) { s.upstream.reset(); });
    }

    void whatIsWrongIsFound()
    {
        QFETCH(QString, id);
        QFETCH(QString, verdict);
        QFETCH(std::function<void(GatewayObservations &)>, change);
        GatewayObservations seen = well();
        change(seen);
        QCOMPARE(verdictOf(seen, id), verdict);
        const QList<GatewayFinding> findings = judgeGateway(seen);
        for (const GatewayFinding &each : findings) {
            if (each.judgement.verdict == Verdict::Fail)
                QVERIFY2(!each.judgement.mend.isEmpty(), each.row->id);
        }
        QCOMPARE(worstOf(findings), verdict == u"fail"_s ? Verdict::Fail
                                    : id == u"upstream_closed"_s && verdict == u"not_checked"_s
                                        ? Verdict::Ok
                                        : std::max(worstOf(findings), Verdict::Warn));
    }

    /// Where nothing could be asked, nothing is said to be well.
    void nothingIsKnownOfWhatWasNotAsked()
    {
        GatewayObservations seen;
        seen.name = u"edge"_s;
        seen.now = noon;
        for (const GatewayFinding &each : judgeGateway(seen))
            QVERIFY2(each.judgement.verdict != Verdict::Ok && each.judgement.verdict != Verdict::Warn,
                     each.row->id);
    }
};

QTEST_APPLESS_MAIN(TestGatewayVerdicts)
#include "tst_gateway_verdicts.moc"
