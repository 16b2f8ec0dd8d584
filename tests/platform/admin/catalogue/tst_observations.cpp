// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/catalogue/catalogue_fixture.h"

#include "platform/core/decision/authorizer.h"
#include "platform/core/limits/failure_limiter.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// Calls through one gateway.
class Calls
{
public:
    explicit Calls(CatalogueFixture &fixture)
        : m_fixture(fixture),
          m_authorizer(*fixture.admin.policy, *fixture.admin.peppers, *fixture.admin.counters, m_failures,
                       *fixture.admin.calls, fixture.admin.clock)
    {
    }

    Decision call(const QByteArray &path, Presented presented = presented::Malformed{},
                  const QByteArray &source = "192.0.2.7")
    {
        CallFacts facts;
        facts.question.gateway = GatewayIdentity{u"edge"_s};
        facts.question.presented = std::move(presented);
        facts.question.host = host;
        facts.question.method = "GET";
        facts.question.rawPath = path;
        facts.source = source;
        facts.userAgent = "legacy-sync/2";
        facts.shown = shown;
        facts.mayPass = mayPass;
        return m_authorizer.authorize(std::move(facts)).decision;
    }

    QByteArray host = "shop.example";
    QByteArray shown;
    bool mayPass = true;

private:
    CatalogueFixture &m_fixture;
    FailureLimiter m_failures;
    Authorizer m_authorizer;
};

QJsonObject draft(const CatalogueFixture &fixture, const QString &kind, const QString &target,
                  const QString &prefix = {}, int days = 7)
{
    QJsonObject json{
        {u"kind"_s, kind},
        {u"target"_s, target},
        {u"until"_s, fixture.admin.administration->context().now().addDays(days).toString(Qt::ISODateWithMs)},
        {u"reason"_s, u"they move over"_s}};
    if (!prefix.isEmpty())
        json.insert(u"path_prefix"_s, prefix);
    return json;
}

} // namespace

/// What would be refused passes, is counted, and is enforced again when the time has come.
class TestObservations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsObservedPasses_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("target"); // "api": the shop's id
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<bool>("orders");
        QTest::addColumn<bool>("others");
        QTest::newRow("an API") << u"api"_s << u"api"_s << QString() << true << true;
        QTest::newRow("routes") << u"routes"_s << u"api"_s << u"/v1/orders"_s << true << false;
        QTest::newRow("another API") << u"api"_s << u"api_demo"_s << QString() << false << false;
    }

    void whatIsObservedPasses()
    {
        QFETCH(QString, kind);
        QFETCH(QString, target);
        QFETCH(QString, prefix);
        QFETCH(bool, orders);
        QFETCH(bool, others);
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        if (target == u"api"_s)
            target = QString::fromLatin1(api.mid(6));
        Calls calls(fixture);
        QVERIFY(!calls.call("/v1/orders/7").passes());
        QCOMPARE(fixture.admin.post("/observations", draft(fixture, kind, target, prefix)).status, 201);
        QCOMPARE(calls.call("/v1/orders/7").passes(), orders);
        QCOMPARE(calls.call("/v1/orders").passes(), orders);
        QCOMPARE(calls.call("/v1/ordersx").passes(), others);
        QCOMPARE(calls.call("/v1/things").passes(), others);
        const Decision decision = calls.call("/v1/orders");
        QVERIFY(!decision.allowed);
        QCOMPARE(decision.reason, DecisionReason::MalformedCredential);
        QCOMPARE(decision.outcome(), orders ? Outcome::Observed : Outcome::Refused);
        calls.host = "other.example";
        QVERIFY(!calls.call("/v1/orders").passes());
    }

    /// Whoever asks must be able to let it pass with nobody's identity.
    void whoCannotLetItPassIsRefused()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        QCOMPARE(
            fixture.admin.post("/observations", draft(fixture, u"api"_s, QString::fromLatin1(api.mid(6))))
                .status,
            201);
        Calls calls(fixture);
        calls.mayPass = false;
        QVERIFY(!calls.call("/v1/orders").passes());
    }

    void whatWasTakenAwayStaysAway()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const AdminFixture::Issued credential = fixture.admin.makeCredential(partner);
        const QByteArray id16 = credential.id.mid(4).toLatin1();
        const auto presented = [&] { return presented::Assumed{id16, 1, {}}; };
        QCOMPARE(fixture.admin.post("/observations", draft(fixture, u"api"_s, u"api_demo"_s)).status, 201);
        Calls calls(fixture);
        calls.host = {};
        Decision decision = calls.call("/api/v1/orders", presented());
        QCOMPARE(decision.reason, DecisionReason::MissingScope);
        QVERIFY(decision.passes());
        QCOMPARE(fixture.admin.post("/partners/" + partner.toLatin1() + "/freeze", {{u"reason"_s, u"why"_s}})
                     .status,
                 200);
        decision = calls.call("/api/v1/orders", presented());
        QCOMPARE(decision.reason, DecisionReason::PartnerFrozen);
        QVERIFY(!decision.passes());
    }

    void onePartnerIsObserved()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const QString other = fixture.admin.makePartner(u"other"_s);
        const QByteArray mine = fixture.admin.makeCredential(partner).id.mid(4).toLatin1();
        const QByteArray theirs = fixture.admin.makeCredential(other).id.mid(4).toLatin1();
        QCOMPARE(fixture.admin.post("/observations", draft(fixture, u"partner"_s, partner)).status, 201);
        Calls calls(fixture);
        calls.host = {};
        QVERIFY(calls.call("/api/v1/orders", presented::Assumed{mine, 1, {}}).passes());
        QVERIFY(!calls.call("/api/v1/orders", presented::Assumed{theirs, 1, {}}).passes());
        QVERIFY(!calls.call("/api/v1/orders").passes()); // nobody is no partner
    }

    void itEndsWhenSomebodySaysSo()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const Reply begun =
            fixture.admin.post("/observations", draft(fixture, u"api"_s, QString::fromLatin1(api.mid(6))));
        Calls calls(fixture);
        QVERIFY(calls.call("/v1/orders").passes());
        QCOMPARE(fixture.admin
                     .post("/observations/" + begun.json[u"id"].toString().toLatin1() + "/end",
                           {{u"reason"_s, u"all moved"_s}})
                     .status,
                 200);
        QVERIFY(!calls.call("/v1/orders").passes());
        fixture.admin.close();
        fixture.admin.open();
        QVERIFY(fixture.admin.policy->current()->observations().isEmpty());
    }

    void itEndsByTheClock()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const Reply begun = fixture.admin.post(
            "/observations", draft(fixture, u"api"_s, QString::fromLatin1(api.mid(6)), {}, 1));
        Calls calls(fixture);
        fixture.admin.clock.advance(std::chrono::hours(24) - std::chrono::minutes(1));
        QVERIFY(calls.call("/v1/orders").passes());
        fixture.admin.clock.advance(std::chrono::minutes(1));
        QVERIFY(!calls.call("/v1/orders").passes());
    }

    void itOutlivesARestart()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        QCOMPARE(
            fixture.admin.post("/observations", draft(fixture, u"api"_s, QString::fromLatin1(api.mid(6))))
                .status,
            201);
        fixture.admin.close();
        fixture.admin.open();
        Calls calls(fixture);
        QVERIFY(calls.call("/v1/orders").passes());
    }

    void theReportSaysWhatWouldBeRefused()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const QByteArray id16 = fixture.admin.makeCredential(partner).id.mid(4).toLatin1();
        const Reply begun = fixture.admin.post("/observations", draft(fixture, u"api"_s, u"api_demo"_s));
        const QByteArray report = "/observations/" + begun.json[u"id"].toString().toLatin1() + "/report";
        Calls calls(fixture);
        calls.host = {};
        for (int i = 0; i < 3; ++i)
            QVERIFY(calls.call("/api/v1/orders", presented::Assumed{id16, 1, {u"orders:read"_s}}).allowed);
        for (int i = 0; i < 2; ++i)
            QVERIFY(calls.call("/api/v1/invoices", presented::Assumed{id16, 1, {u"orders:read"_s}}).passes());
        calls.shown = "Bearer an-older-key";
        for (const char *path : {"/api/v1/things/17", "/api/v1/things/18"})
            QVERIFY(calls.call(path).passes());
        fixture.admin.administration->start();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.admin.get(report).json[u"calls"].toInt(), 7, 20'000);
        const Reply read = fixture.admin.get(report);
        QCOMPARE(read.json.value(u"refused"_s).toInt(), 4);
        const QJsonArray lines = read.json.value(u"lines"_s).toArray();
        QCOMPARE(lines.size(), 2);
        QStringList told;
        for (const QJsonValue &each : lines)
            told.append(QStringList{each[u"reason"].toString(), each[u"partner_name"].toString(),
                                    each[u"what"].toString(), QString::number(each[u"calls"].toInt())}
                            .join(u'|'));
        told.sort();
        const QString name =
            fixture.admin.get("/partners/" + partner.toLatin1()).json.value(u"name"_s).toString();
        QCOMPARE(told, (QStringList{u"malformed_credential||GET /api/v1/things/{…}|2"_s,
                                    u"missing_scope|"_s + name + u"|GET /api/v1/invoices|2"_s}));
        const QJsonValue stranger = read.json.value(u"strangers"_s).toArray().first();
        QCOMPARE(stranger[u"source"].toString(), u"192.0.2.7"_s);
        QCOMPARE(stranger[u"user_agent"].toString(), u"legacy-sync/2"_s);
        QCOMPARE(stranger[u"fingerprint"].toString().size(), 12);
        QVERIFY(!read.body.contains("older-key"));
        QFile database(fixture.admin.dir.filePath(u"platform.db"_s));
        QVERIFY(database.open(QIODevice::ReadOnly));
        QVERIFY(!database.readAll().contains("older-key"));
    }

    /// Of what was counted: what would be refused by what is in force now.
    void theReportIsJudgedAnew()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const QByteArray id16 = fixture.admin.makeCredential(partner).id.mid(4).toLatin1();
        const Reply begun = fixture.admin.post("/observations", draft(fixture, u"api"_s, u"api_demo"_s));
        const QByteArray report = "/observations/" + begun.json[u"id"].toString().toLatin1() + "/report";
        Calls calls(fixture);
        calls.host = {};
        const auto call = [&](const QByteArray &path) {
            return calls.call(path, presented::Assumed{id16, 1, {}});
        };
        QCOMPARE(call("/api/v1/orders").reason, DecisionReason::MissingScope); // it has it: the token had not
        QCOMPARE(call("/api/v1/invoices").reason, DecisionReason::MissingScope);
        QCOMPARE(call("/api/v1/things").reason, DecisionReason::UnknownRoute);
        QCOMPARE(call("/api/v1/things/17").reason, DecisionReason::UnknownRoute);
        QCOMPARE(calls.call("/api/v1/orders").reason, DecisionReason::MalformedCredential);
        QCOMPARE(calls.call("/api/v1/orders", presented::Nothing{}).reason,
                 DecisionReason::MissingCredential);
        fixture.admin.administration->start();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.admin.get(report).json[u"calls"].toInt(), 6, 20'000);
        const auto told = [&] {
            QStringList list;
            const QJsonArray lines = fixture.admin.get(report).json.value(u"lines"_s).toArray();
            for (const QJsonValue &each : lines)
                list.append(QString(each[u"what"].toString() + u' ' + each[u"reason"].toString() + u": " +
                                    each[u"today"].toString()));
            list.sort();
            return list;
        };
        QStringList expected{u"GET /api/v1/invoices missing_scope: refused"_s,
                             u"GET /api/v1/orders malformed_credential: open"_s,
                             u"GET /api/v1/orders missing_credential: refused"_s,
                             u"GET /api/v1/orders missing_scope: passes"_s,
                             u"GET /api/v1/things unknown_route: refused"_s,
                             u"GET /api/v1/things/{…} unknown_route: open"_s};
        QCOMPARE(told(), expected);
        QCOMPARE(fixture.admin.post("/partners/" + partner.toLatin1() + "/freeze", {{u"reason"_s, u"why"_s}})
                     .status,
                 200);
        expected = {u"GET /api/v1/invoices missing_scope: refused"_s,
                    u"GET /api/v1/orders malformed_credential: open"_s,
                    u"GET /api/v1/orders missing_credential: refused"_s,
                    u"GET /api/v1/orders missing_scope: refused"_s,
                    u"GET /api/v1/things unknown_route: refused"_s,
                    u"GET /api/v1/things/{…} unknown_route: refused"_s};
        QCOMPARE(told(), expected);
    }

    void theReportIsOfATime()
    {
        CatalogueFixture fixture;
        const Reply begun = fixture.admin.post("/observations", draft(fixture, u"api"_s, u"api_demo"_s));
        const QByteArray report = "/observations/" + begun.json[u"id"].toString().toLatin1() + "/report";
        Calls calls(fixture);
        calls.host = {};
        const QDateTime first = fixture.admin.administration->context().now();
        QVERIFY(calls.call("/api/v1/orders").passes());
        fixture.admin.clock.advance(std::chrono::hours(30));
        fixture.admin.signIn(u"later"_s, {u"admin"_s});
        const QDateTime second = fixture.admin.administration->context().now();
        QVERIFY(calls.call("/api/v1/orders").passes());
        QVERIFY(calls.call("/api/v1/orders").passes());
        fixture.admin.administration->start();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.admin.get(report).json[u"calls"].toInt(), 3, 20'000);
        const auto between = [&](const QDateTime &from, const QDateTime &to) {
            return fixture.admin.get(report + "?from=" + from.toString(Qt::ISODateWithMs).toLatin1() +
                                     "&to=" + to.toString(Qt::ISODateWithMs).toLatin1());
        };
        QCOMPARE(between(first, first.addSecs(3600)).json[u"refused"].toInt(), 1);
        QCOMPARE(between(second, second.addSecs(3600)).json[u"refused"].toInt(), 2);
        const Reply both = between(first, second.addSecs(1));
        QCOMPARE(both.json[u"refused"].toInt(), 3);
        QCOMPARE(both.json.value(u"course"_s).toArray().size(), 2);
        QCOMPARE(between(second, first).status, 400);
    }

    void theListSaysWhatIsCalledHow()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const QByteArray ended = fixture.admin.post("/observations", draft(fixture, u"partner"_s, partner))
                                     .json[u"id"]
                                     .toString()
                                     .toLatin1();
        QCOMPARE(fixture.admin.post("/observations/" + ended + "/end", {{u"reason"_s, u"why"_s}}).status,
                 200);
        QCOMPARE(fixture.admin.post("/observations", draft(fixture, u"api"_s, u"api_demo"_s, {}, 20)).status,
                 201);
        QCOMPARE(
            fixture.admin
                .post("/observations", draft(fixture, u"routes"_s, u"api_demo"_s, u"/api/v1/orders"_s, 10))
                .status,
            201);
        const QJsonArray items = fixture.admin.get("/observations").json.value(u"items"_s).toArray();
        QCOMPARE(items.size(), 3);
        QCOMPARE(items[0][u"observation"][u"kind"].toString(), u"routes"_s); // the soonest to end
        QCOMPARE(items[1][u"observation"][u"kind"].toString(), u"api"_s);
        QCOMPARE(items[1][u"refused_day"].toInt(-1), 0);
        QCOMPARE(items[2][u"observation"][u"kind"].toString(), u"partner"_s);
        QVERIFY(items[2][u"refused"].isUndefined());
        QVERIFY(!items[0][u"name"].toString().isEmpty());
        QCOMPARE(items[2][u"name"].toString(),
                 fixture.admin.get("/partners/" + partner.toLatin1()).json.value(u"name"_s).toString());
    }

    void itsEndIsMoved()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QByteArray id =
            fixture.admin
                .post("/observations", draft(fixture, u"api"_s, QString::fromLatin1(api.mid(6)), {}, 1))
                .json[u"id"]
                .toString()
                .toLatin1();
        const auto extend = [&](int hours) {
            const QDateTime until = fixture.admin.administration->context().now().addSecs(hours * 3600);
            return fixture.admin
                .post("/observations/" + id + "/extend",
                      {{u"until"_s, until.toString(Qt::ISODateWithMs)}, {u"reason"_s, u"two are late"_s}})
                .status;
        };
        QCOMPARE(extend(0), 422);
        QCOMPARE(extend(91 * 24), 422);
        QCOMPARE(extend(48), 200);
        Calls calls(fixture);
        fixture.admin.clock.advance(std::chrono::hours(47));
        QVERIFY(calls.call("/v1/orders").passes());
        fixture.admin.close(); // as stored
        fixture.admin.open();
        fixture.admin.signIn(u"later"_s, {u"admin"_s});
        {
            Calls again(fixture);
            QVERIFY(again.call("/v1/orders").passes());
            QCOMPARE(extend(1), 200);
            fixture.admin.clock.advance(std::chrono::hours(1));
            QVERIFY(!again.call("/v1/orders").passes());
        }
        fixture.admin.signIn(u"latest"_s, {u"admin"_s});
        QCOMPARE(extend(2), 409);
        const QJsonArray events =
            fixture.admin.get("/audit/events?action=observation.extend").json.value(u"items"_s).toArray();
        QCOMPARE(events.size(), 2);
        QCOMPARE(events[0][u"reason"].toString(), u"two are late"_s);
    }

    void onlySoLong_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("status");
        QTest::newRow("in the past") << -1 << 422;
        QTest::newRow("as long as may be") << 90 << 201;
        QTest::newRow("longer") << 91 << 422;
    }

    void onlySoLong()
    {
        QFETCH(int, days);
        QFETCH(int, status);
        CatalogueFixture fixture;
        QCOMPARE(
            fixture.admin.post("/observations", draft(fixture, u"api"_s, u"api_demo"_s, {}, days)).status,
            status);
    }

    void whatThereIsNotIsNotObserved_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("prefix");
        QTest::newRow("API") << u"api"_s << u"api_none"_s << QString();
        QTest::newRow("gateway") << u"gateway"_s << u"none"_s << QString();
        QTest::newRow("partner") << u"partner"_s << u"prt_none"_s << QString();
        QTest::newRow("kind") << u"world"_s << u"api_demo"_s << QString();
        QTest::newRow("routes of no prefix") << u"routes"_s << u"api_demo"_s << QString();
        QTest::newRow("routes elsewhere") << u"routes"_s << u"api_demo"_s << u"/v2"_s;
        QTest::newRow("routes with a parameter") << u"routes"_s << u"api_demo"_s << u"/api/v1/{x}"_s;
        QTest::newRow("a prefix of an API") << u"api"_s << u"api_demo"_s << u"/api/v1/orders"_s;
    }

    void whatThereIsNotIsNotObserved()
    {
        QFETCH(QString, kind);
        QFETCH(QString, target);
        QFETCH(QString, prefix);
        CatalogueFixture fixture;
        QCOMPARE(fixture.admin.post("/observations", draft(fixture, kind, target, prefix)).status, 422);
    }
};

QTEST_GUILESS_MAIN(TestObservations)
#include "tst_observations.moc"
