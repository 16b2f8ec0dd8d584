// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "platform/store/rows/call_rows.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);

/// Everything that a record can hold.
CallRecord wholeCall()
{
    CallRecord call;
    call.id = u"dec_1"_s;
    call.requestId = u"req_1"_s;
    call.at = noon.addMSecs(7);
    call.partnerId = u"prt_1"_s;
    call.credentialId = u"crd_1"_s;
    call.generation = 2;
    call.realm = Realm::Production;
    call.method = u"POST"_s;
    call.path = u"/v1/orders"_s;
    call.routeId = u"rt_1"_s;
    call.scope = u"orders.write"_s;
    call.outcome = Outcome::Throttled;
    call.reason = DecisionReason::QuotaExceeded;
    call.status = 429;
    call.source = u"192.0.2.7"_s;
    call.userAgent = u"agent/1"_s;
    call.gateway = u"gw-1"_s;
    call.micros = 90;
    call.isTokenRequest = true;
    call.snapshot = 17;
    call.auditSize = 1234;
    call.tokenDigest = u"0123456789abcdef"_s;
    call.tokenScopes = {u"orders.read"_s, u"orders.write"_s};
    call.requestLength = 0;
    call.contentType = u"application/json"_s;
    call.limits = LimitState{5, 0, 1000, 1000, noon.addSecs(60)};
    return call;
}

CallEnd endOf(int status)
{
    return {status, 512, 20'000, std::nullopt, noon.addSecs(1), u"gw-1"_s};
}

} // namespace

class TestCallRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordComesBackWhole()
    {
        StoreFixture fixture;
        const CallRecord whole = wholeCall();
        CallRecord little;
        little.id = u"dec_2"_s;
        little.at = noon;
        little.limits = LimitState{5, 4, 0, 0, {}};
        call_rows::insert(fixture.tx, {whole, little});
        QCOMPARE(call_rows::find(fixture.tx, u"dec_1"_s), whole);
        QCOMPARE(call_rows::find(fixture.tx, u"dec_2"_s), little);
        QCOMPARE(call_rows::list(fixture.tx, {})->items, (QList<CallRecord>{whole, little}));
    }

    void anEndIsOfARecordThatIsThere()
    {
        StoreFixture fixture;
        CallRecord call = wholeCall();
        QVERIFY(!call_rows::putEnd(fixture.tx, call.id, endOf(502)));
        call_rows::insert(fixture.tx, call);
        QVERIFY(call_rows::putEnd(fixture.tx, call.id, endOf(502)));
        QVERIFY(call_rows::putEnd(fixture.tx, call.id, endOf(200))); // told again
        call.end = endOf(200);
        QCOMPARE(call_rows::find(fixture.tx, call.id), call);
        CallRecord other = call;
        other.id = u"dec_3"_s;
        call_rows::insert(fixture.tx, other);
        QCOMPARE(call_rows::find(fixture.tx, other.id), other);
    }

    /// By what the partner got, where that is known.
    void theStatusIsThatOfTheEnd()
    {
        StoreFixture fixture;
        call_rows::insert(fixture.tx, wholeCall());
        const auto found = [&fixture](const QString &status) {
            CallQuery query;
            query.filter.set(CallField::Status, {status});
            return call_rows::list(fixture.tx, query)->items.size();
        };
        QCOMPARE(found(u"429"_s), 1);
        (void)call_rows::putEnd(fixture.tx, u"dec_1"_s, endOf(503));
        QCOMPARE(found(u"429"_s), 0);
        QCOMPARE(found(u"503"_s), 1);
    }

    /// A leaf covers the same bytes before and after a gateway reported, and of what a release before has
    /// written those that it covered then.
    void whatALeafCoversStays()
    {
        StoreFixture fixture;
        call_rows::insert(fixture.tx, wholeCall());
        (void)call_rows::putEnd(fixture.tx, u"dec_1"_s, endOf(200));
        std::vector<call_rows::Stored> stored = call_rows::after(fixture.tx, 1, 0, 10);
        QCOMPARE(stored.size(), std::size_t(1));
        QCOMPARE(stored.front().call, wholeCall());

        fixture.tx.exec(u"INSERT INTO calls (id, request_id, at, partner_id, credential_id, generation, "
                        "realm, method, path, route_id, scope, outcome, reason, status, source, user_agent, "
                        "gateway, micros, node, node_seq) VALUES ('dec_2', 'req_2', 1772452800000, 'prt_1', "
                        "'crd_1', 1, 'sbx', 'GET', '/a', 'rt_1', 'read', 'served', 'allowed', 200, "
                        "'192.0.2.1', 'agent', 'edge', 90, 1, 2)"_s);
        stored = call_rows::after(fixture.tx, 1, 1, 10);
        QCOMPARE(stored.size(), std::size_t(1));
        QCOMPARE(toJsonText(stored.front().call),
                 QByteArray(R"({"at":"2026-03-02T12:00:00.000Z","credential_id":"crd_1","gateway":"edge",)"
                            R"("generation":1,"id":"dec_2","method":"GET","micros":90,)"
                            R"("outcome":"served","partner_id":"prt_1","path":"/a","realm":"sbx",)"
                            R"("reason":"allowed","request_id":"req_2","route_id":"rt_1","scope":"read",)"
                            R"("source":"192.0.2.1","status":200,"user_agent":"agent"})"));
    }
};

QTEST_GUILESS_MAIN(TestCallRows)
#include "tst_call_rows.moc"
