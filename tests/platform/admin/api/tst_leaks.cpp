// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/history/older_log.h"

#include "contract/codec/base64url.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/core/decision/authorizer.h"
#include "platform/core/decision/leak_watch.h"
#include "platform/oauth/oauth_service.h"
#include "platform/openapi/read_description.h"
#include "platform/store/rows/api_rows.h"
#include "tests/support/full_disk.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QJsonArray leaks(AdminFixture &fixture)
{
    // Events are queued, and those that come while some are stored are queued again after them: two writes
    // behind them make sure that all are there.
    (void)fixture.post("/audit/checkpoint");
    (void)fixture.post("/audit/checkpoint");
    return fixture.events("action=credential.leak_seen");
}

qint64 leakCount(AdminFixture &fixture)
{
    (void)leaks(fixture);
    return fixture.eventCount("action=credential.leak_seen");
}

QString changed(const QJsonObject &event, QStringView field)
{
    const QJsonArray changes = event.value(u"changes"_s).toArray();
    for (const QJsonValue &change : changes) {
        if (change[u"field"_s].toString() == field)
            return change[u"after"_s].toString();
    }
    return {};
}

/// The endpoints beside the partners' API, behind one router.
struct Endpoints
{
    AdminFixture fixture;
    QString partner = fixture.makePartner(u"mu"_s);
    QTemporaryDir keyDirectory;
    QString why;
    AccessTokens tokens{
        *TokenKeys::open(keyDirectory.path(), fixture.administration->context().now(), fixture.random, &why),
        u"https://platform.example"_s};
    LiveTokens live;
    FailureLimiter failures;
    Router router;

    Endpoints()
    {
        OAuthDeps parts{*fixture.policy, *fixture.peppers, tokens, fixture.administration->denials(), live,
                        failures,        fixture.clock,    "pcx"};
        parts.leaks = &fixture.administration->leaks();
        mountOAuth(router, std::make_shared<OAuthService>(parts));
        fixture.administration->mount(router);
    }
    [[nodiscard]] bool ask(const QByteArray &request, const QByteArray &field, const QByteArray &body) const
    {
        HttpRequest sent;
        const qsizetype blank = request.indexOf(' ');
        sent.rawMethod = request.first(blank);
        sent.method = methodFromName(sent.rawMethod);
        sent.rawTarget = request.sliced(blank + 1);
        sent.headers.add("Host", "127.0.0.1");
        sent.peerAddress = "192.0.2.7";
        sent.requestId = "req_1";
        if (const qsizetype colon = field.indexOf(": "); colon > 0)
            sent.headers.add(field.first(colon), field.sliced(colon + 2));
        if (!body.isEmpty())
            sent.headers.add("Content-Type", "application/x-www-form-urlencoded");
        sent.body = body;
        auto answered = std::make_shared<std::promise<void>>();
        auto done = answered->get_future();
        router.dispatch(std::move(sent), [answered](const HttpResponse &) { answered->set_value(); });
        return done.wait_for(std::chrono::seconds(30)) == std::future_status::ready;
    }
};

} // namespace

class TestLeaks : public QObject
{
    Q_OBJECT

    std::unique_ptr<Endpoints> m_endpoints; ///< for all rows of one walk

private Q_SLOTS:
    void cleanupTestCase() { m_endpoints.reset(); }
    void aLivingSecretInACallIsAnEvent();
    void aLivingSecretInAReasonIsAnEvent();
    void aLivingSecretInAFileIsAnEvent_data();
    void aLivingSecretInAFileIsAnEvent();
    void aLivingSecretInAnyRequestIsAnEvent_data();
    void aLivingSecretInAnyRequestIsAnEvent();
    void aLivingSecretOverTheSocketIsAnEvent();
    void forgedOnesInFrontHideNothing();
    void manyAtOnceAreStoredTogether();
    void whatTheStoreRefusesIsAskedAgain();
    void randomBytesAreLeftAlone();
    void whatIsNotLivingIsNone();
};

void TestLeaks::aLivingSecretInACallIsAnEvent()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"mu"_s);
    const AdminFixture::Issued issued = fixture.makeCredential(partner);
    const QByteArray secret = issued.text.view().toByteArray();
    FailureLimiter failures;
    Authorizer authorizer(*fixture.policy, *fixture.peppers, *fixture.counters, failures, *fixture.calls,
                          fixture.clock, &fixture.administration->leaks());
    const auto call = [&](const QByteArray &path, const QByteArray &query, const QByteArray &agent) {
        CallFacts facts;
        facts.question.gateway.emplace();
        facts.question.method = "GET";
        facts.question.rawPath = path;
        facts.query = query;
        facts.userAgent = agent;
        facts.source = "192.0.2.7";
        facts.requestId = "req_1";
        (void)authorizer.authorize(std::move(facts));
    };
    call("/api/v1/orders", "a=b", "curl/8");
    QCOMPARE(leaks(fixture).size(), 0);
    call("/api/v1/" + secret, {}, {});
    QJsonArray events = leaks(fixture);
    QCOMPARE(events.size(), 1);
    const QJsonObject event = events.first().toObject();
    QCOMPARE(event.value(u"target_id"_s).toString(), issued.id);
    QCOMPARE(event.value(u"partner_id"_s).toString(), partner);
    QCOMPARE(event.value(u"source"_s).toString(), u"192.0.2.7"_s);
    QCOMPARE(changed(event, u"generation"), u"1"_s);
    QCOMPARE(changed(event, u"place"), u"path"_s);
    QCOMPARE(event.value(u"changes"_s).toArray().size(), 2); // nobody was signed in, nothing was left out

    // Once per place and day; another place is another matter.
    for (int i = 0; i < 50; ++i)
        call("/api/v1/" + secret, {}, {});
    QCOMPARE(leaks(fixture).size(), 1);
    call("/api/v1/orders", "key=" + secret, {});
    call("/api/v1/orders", {}, "app/1 " + secret);
    events = leaks(fixture);
    QCOMPARE(events.size(), 3);
    QCOMPARE(changed(events.at(0).toObject(), u"place"), u"user_agent"_s);
    QCOMPARE(changed(events.at(1).toObject(), u"place"), u"query"_s);
    fixture.clock.advance(LeakWatch::again);
    call("/api/v1/" + secret, {}, {});
    fixture.signIn(u"tester"_s, {u"admin"_s});
    QCOMPARE(leaks(fixture).size(), 4);

    // And no record of those calls holds it.
    const QByteArray part = secret.right(49).first(20);
    const CallQueue::Batch batch = fixture.calls->takeNow(1000);
    QVERIFY(batch.records.size() > 50);
    for (const CallRecord &record : batch.records) {
        QVERIFY(!record.path.contains(QString::fromLatin1(part)));
        QVERIFY(!record.userAgent.contains(QString::fromLatin1(part)));
    }
    QVERIFY(!fixture.logged.contains(part));
}

void TestLeaks::aLivingSecretInAReasonIsAnEvent()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"mu"_s);
    const AdminFixture::Issued issued = fixture.makeCredential(partner);
    const QString secret = QString::fromLatin1(issued.text.view());
    QCOMPARE(fixture
                 .post("/partners/" + partner.toLatin1() + "/freeze",
                       {{u"reason"_s, QString(u"they sent "_s + secret)}, {u"ticket"_s, QString()}})
                 .status,
             200);
    const QJsonArray events = leaks(fixture);
    QCOMPARE(events.size(), 1);
    QCOMPARE(changed(events.first().toObject(), u"place"), u"partner.freeze"_s);
    QCOMPARE(changed(events.first().toObject(), u"sent_by"), u"tester"_s);
    const QJsonArray frozen = fixture.events("action=partner.freeze");
    const QString reason = frozen.first().toObject().value(u"reason"_s).toString();
    QVERIFY2(reason.startsWith(u"they sent pcx_"_s) && reason.endsWith(u"[redacted]"_s), qPrintable(reason));
}

void TestLeaks::aLivingSecretInAFileIsAnEvent_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("file"); // SECRET stands for it, ESCAPED for it in another form
    QTest::addColumn<QString>("place");
    const QByteArray head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n";
    const QByteArray revisions = "/apis/api_demo/revisions?prefix=x.";
    QTest::newRow("title") << revisions
                           << QByteArray("openapi: 3.1.0\ninfo: {title: a SECRET b}\npaths: {}\n")
                           << u"revision.propose"_s;
    QTest::newRow("summary and path") << revisions << head + "paths: {/SECRET: {get: {summary: SECRET}}}\n"
                                      << u"revision.propose"_s;
    QTest::newRow("scope") << revisions << head + "paths: {/a: {get: {security: [{a: [SECRET]}]}}}\n"
                           << u"revision.propose"_s;
    QTest::newRow("example") << revisions
                             << QByteArray(
                                    R"({"openapi":"3.0.3","info":{"title":"t"},"paths":{"/a":{"get":{}}},)") +
                                    R"("x-example":{"key":"ESCAPED","other":")" + QByteArray(20'000, 'x') +
                                    R"("}})"
                             << u"revision.propose"_s;
    QTest::newRow("partners") << QByteArray("/imports/partners?format=csv&apply=true&reason=moved")
                              << QByteArray("slug,name,notes\nacme,Acme,see SECRET\n")
                              << u"import.partners"_s;
}

void TestLeaks::aLivingSecretInAFileIsAnEvent()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, file);
    QFETCH(QString, place);
    AdminFixture fixture;
    const AdminFixture::Issued issued = fixture.makeCredential(fixture.makePartner(u"mu"_s));
    const QByteArray secret = issued.text.view().toByteArray();
    file.replace("SECRET", secret).replace("ESCAPED", QByteArray(secret).replace('_', "\\u005f"));
    const Reply reply = fixture.postFile(path, file);
    QVERIFY2(reply.status < 300, reply.body.constData());
    const QJsonArray events = leaks(fixture);
    QCOMPARE(events.size(), 1);
    QCOMPARE(changed(events.first().toObject(), u"place"), place);
    QCOMPARE(changed(events.first().toObject(), u"sent_by"), u"tester"_s);
    const QByteArray part = secret.right(49).first(20);
    QVERIFY(!reply.body.contains(part));
    if (!path.startsWith("/apis"))
        return;
    const auto kept = fixture.administration->context().store.readNow<QByteArray>([&reply](Tx &tx) {
        const QString id = reply.json.value(u"id"_s).toString();
        const auto row = revision_rows::find(tx, u"api_demo"_s, id);
        return qUncompress(revision_rows::description(tx, row->value.sha256)) + qUncompress(row->operations) +
               QJsonDocument(toJson(row->value)).toJson();
    });
    QVERIFY(kept);
    QVERIFY(!kept->contains(part));
    // It is read as before.
    const auto again = fixture.administration->context().store.readNow<QByteArray>([&reply](Tx &tx) {
        return qUncompress(revision_rows::description(tx, reply.json.value(u"sha256"_s).toString()));
    });
    QVERIFY(again && openapi::readDescription(*again));
}

// SECRET stands for a living one, OPERATOR for a token. Whatever is answered: the secret was sent.
void TestLeaks::aLivingSecretInAnyRequestIsAnEvent_data()
{
    QTest::addColumn<QByteArray>("request"); // method and target
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("place"); // empty: none is to be seen
    const auto row = [](const QByteArray &request, const QByteArray &field, const QByteArray &body,
                        const QString &place) {
        QTest::newRow(QByteArray(request + " | " + field + " | " + body).constData())
            << request << field << body << place;
    };
    const QList<std::pair<QByteArray, QString>> fields{{"User-Agent: x/1 SECRET", u"user_agent"_s},
                                                       {"Referer: https://x.example/?k=SECRET", u"referer"_s},
                                                       {"Cookie: k=SECRET", u"cookie"_s},
                                                       {"Idempotency-Key: SECRET", u"idempotency_key"_s},
                                                       {"If-Match: \"SECRET\"", u"if_match"_s},
                                                       {"X-Request-Id: SECRET", u"x_request_id"_s},
                                                       {"X-Api-Key: SECRET", u"x_api_key"_s},
                                                       {"X-Trace: SECRET", u"header"_s},
                                                       {"X-SECRET: 1", u"header"_s},
                                                       {"Authorization: Bearer SECRET", {}}};
    const QByteArrayList everywhere{"POST /oauth2/token",       "POST /oauth2/introspect",
                                    "POST /oauth2/revoke",      "GET /oauth2/jwks",
                                    "GET /oauth2/nothing",      "GET /.well-known/oauth-authorization-server",
                                    "GET /admin/v1/session",    "GET /admin/v1/partners",
                                    "POST /admin/v1/partners",  "PUT /admin/v1/partners/prt_1/grant",
                                    "DELETE /admin/v1/nothing", "GET /nothing"};
    for (const QByteArray &request : everywhere) {
        const bool posts = request.startsWith("POST /oauth2");
        const QByteArray body = posts ? "a=b" : "";
        row(request + "?x=SECRET", "", body, u"query"_s);
        row(request + "/SECRET", "", body, u"path"_s);
        row(request + "//SECRET/..", "", body, u"path"_s);
        for (const auto &[field, place] : fields)
            row(request, field, body, place);
    }
    for (const QByteArray &post : everywhere.first(3)) {
        row(post, "", "client_id=SECRET&client_secret=x", u"client_id"_s);
        row(post, "", "scope=SECRET", u"scope"_s);
        row(post, "", "grant_type=SECRET", u"grant_type"_s);
        row(post, "", "token_type_hint=SECRET", u"token_type_hint"_s);
        row(post, "", "client_id=x&client_secret=SECRET", {}); // where it belongs
    }
    row("GET /admin/v1/partners?q=SECRET", "Authorization: Bearer OPERATOR", "", u"query"_s);
    row("GET /admin/v1/partners/SECRET", "Authorization: Bearer OPERATOR", "", u"path"_s);
    row("GET https://platform.example/admin/v1/partners?q=SECRET", "", "", u"query"_s);
}

void TestLeaks::aLivingSecretInAnyRequestIsAnEvent()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, body);
    QFETCH(QString, place);
    if (!m_endpoints)
        m_endpoints = std::make_unique<Endpoints>();
    AdminFixture &fixture = m_endpoints->fixture;
    fixture.clock.advance(LeakWatch::again); // what was said is said again
    fixture.signIn(u"tester"_s, {u"admin"_s});
    const AdminFixture::Issued issued = fixture.makeCredential(m_endpoints->partner);
    const bool signedIn = field.contains("OPERATOR");
    for (QByteArray *text : {&request, &field, &body})
        text->replace("SECRET", issued.text.view().toByteArray()).replace("OPERATOR", fixture.token);
    const qint64 before = leakCount(fixture);
    QVERIFY(m_endpoints->ask(request, field, body));
    QCOMPARE(leakCount(fixture), before + (place.isEmpty() ? 0 : 1));
    const QJsonArray events = leaks(fixture);
    if (place.isEmpty())
        return;
    const QJsonObject event = events.first().toObject();
    QCOMPARE(event.value(u"target_id"_s).toString(), issued.id);
    QCOMPARE(event.value(u"source"_s).toString(), u"192.0.2.7"_s);
    QCOMPARE(changed(event, u"place"), place);
    QCOMPARE(changed(event, u"sent_by"), signedIn ? u"tester"_s : QString());
}

/// Acts of whoever is on this machine are no exception.
void TestLeaks::aLivingSecretOverTheSocketIsAnEvent()
{
    AdminFixture fixture;
    const AdminFixture::Issued issued = fixture.makeCredential(fixture.makePartner(u"mu"_s));
    const QString secret = QString::fromLatin1(issued.text.view());
    QCOMPARE(fixture
                 .local(HttpMethod::Post, "/local/v1/operators",
                        {{u"account"_s, u"zoe"_s},
                         {u"display_name"_s, QString(u"Zoe "_s + secret.left(60) + u' ')},
                         {u"roles"_s, QJsonArray{u"viewer"_s}},
                         {u"note"_s, secret}})
                 .status,
             204);
    QCOMPARE(changed(leaks(fixture).at(0).toObject(), u"place"), u"operator.add"_s);
    QCOMPARE(fixture
                 .local(HttpMethod::Post, "/local/v1/acts",
                        {{u"action"_s, u"gateway.add"_s}, {u"target_id"_s, secret}})
                 .status,
             422);
    QCOMPARE(changed(leaks(fixture).at(0).toObject(), u"place"), u"local.act"_s);
    openOnAnOlderLog(fixture);
    std::vector<std::future<Reply>> answers;
    for (int i = 0; i < 4; ++i)
        answers.push_back(fixture.beginLocal(HttpMethod::Post, "/local/v1/history/accept",
                                             {{u"reason"_s, QString(u"restored, see "_s + secret)}}));
    int accepted = 0;
    for (std::future<Reply> &answer : answers) {
        const Reply reply = answer.get();
        accepted += reply.status == 204 ? 1 : 0;
        QVERIFY(reply.status == 204 || reply.status == 409); // one of them: the others' reasons are nowhere
    }
    QCOMPARE(accepted, 1);
    QCOMPARE(changed(leaks(fixture).at(0).toObject(), u"place"), u"history.accept"_s);
}

/// A checksum can be computed by anybody, and an id is public: as many of such a kind as there is room for.
void TestLeaks::forgedOnesInFrontHideNothing()
{
    AdminFixture fixture;
    const AdminFixture::Issued issued = fixture.makeCredential(fixture.makePartner(u"mu"_s));
    QString text;
    for (int i = 0; i < 51; ++i) {
        CredentialText forged;
        forged.brand = "pcx";
        forged.type = CredentialTextType::ClientSecret;
        forged.realm = Realm::Sandbox;
        forged.id = i % 2 == 0 ? id16Of(issued.id) : newCredentialId(fixture.random);
        forged.secret = newCredentialSecret(fixture.random);
        text += QString::fromLatin1(formatCredential(forged)->view()) + u'/';
    }
    LeakSighting about;
    about.place = u"path"_s;
    fixture.administration->leaks().look(text, about);
    QCOMPARE(leaks(fixture).size(), 0);
    text += QString::fromLatin1(issued.text.view());
    QVERIFY(text.size() <= LeakWatch::longest);
    fixture.administration->leaks().look(text, about);
    const QJsonArray events = leaks(fixture);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().toObject().value(u"target_id"_s).toString(), issued.id);
}

/// One request may hold many: none is lost, and the writer is not held up by a commit for each.
void TestLeaks::manyAtOnceAreStoredTogether()
{
    AdminFixture fixture;
    AdminContext &context = fixture.administration->context();
    LeakEvents events(context);
    constexpr qint64 many = 250;
    {
        const StalledStore stalled(context.store);
        for (qint64 i = 0; i < many; ++i) {
            LeakSighting sighting;
            sighting.credentialId = u"crd_%1"_s.arg(i);
            sighting.generation = 1;
            sighting.place = u"path"_s;
            events.record(sighting);
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(leakCount(fixture), many, 20'000);
    const auto commits = anchorBytes(fixture.dir.path()).count(" credential.leak_seen ");
    QVERIFY2(commits > 0 && commits <= 5, qPrintable(QString::number(commits)));
    // Whatever waits beyond the bound is counted, and said.
    {
        const StalledStore stalled(context.store);
        for (std::size_t i = 0; i < LeakEvents::most + 7; ++i)
            events.record({i == 0 ? u"crd_first"_s : u"crd_other"_s, 1, {}, u"query"_s, {}, {}, {}});
    }
    QTRY_COMPARE_WITH_TIMEOUT(leakCount(fixture), many + static_cast<qint64>(LeakEvents::most), 60'000);
    const QJsonArray first = fixture.events("target_id=crd_first");
    QCOMPARE(first.size(), 1);
    QCOMPARE(changed(first.first().toObject(), u"sightings_left_out"), u"7"_s);
    events.record({u"crd_next"_s, 1, {}, u"query"_s, {}, {}, {}}); // said once
    const auto next = [&fixture] { return fixture.events("target_id=crd_next"); };
    QTRY_COMPARE_WITH_TIMEOUT(next().size(), 1, 20'000);
    QCOMPARE(next().at(0)[u"changes"_s].toArray().size(), 2);
}

/// A disk that is full or broken for a while: nobody says the same again within a day, so it must not be
/// lost.
void TestLeaks::whatTheStoreRefusesIsAskedAgain()
{
    AdminFixture fixture;
    AdminContext &context = fixture.administration->context();
    const AdminFixture::Issued issued = fixture.makeCredential(fixture.makePartner(u"mu"_s));
    const QString text = QString::fromLatin1(issued.text.view());
    LeakSighting about;
    about.place = u"path"_s;
    Maintenance maintenance(context);
    {
        const pc::test::FullDisk full;
        fixture.administration->leaks().look(text, about);
        (void)fixture.post("/audit/checkpoint"); // behind it in the store's queue
        maintenance.everySecond();
    }
    QCOMPARE(fixture.eventCount("action=credential.leak_seen"), 0);
    fixture.administration->leaks().look(text, about); // said already
    QTRY_VERIFY_WITH_TIMEOUT((maintenance.everySecond(), leakCount(fixture) == 1), 20'000);
    maintenance.everySecond();
    QCOMPARE(leakCount(fixture), 1);
}

/// A public key or a digest may look as if a token stood in it; cut, it would be refused. The same letters
/// anywhere else are taken for what they look like.
void TestLeaks::randomBytesAreLeftAlone()
{
    for (const auto &[member, length] : {std::pair{u"seal_to"_s, 87}, {u"digest"_s, 43}}) {
        const QString text = u"BAAApco_"_s + QString(length - 8, u'A');
        const auto after = [&text](const QString &name, const QString &value) {
            return withoutSecrets({{name, value}}, nullptr, {}).value(name).toString();
        };
        QVERIFY(fromBase64Url(text.toLatin1()));
        QCOMPARE(after(member, text), text);
        QVERIFY(after(u"reason"_s, text).contains(u"[redacted]"_s));
        QVERIFY(after(member, QString(text + u"AAAA"_s)).contains(u"[redacted]"_s));
    }
    // At any depth; what is no text stays what it is.
    const QString token = u"pco_"_s + QString(43, u'A');
    const QJsonObject deep = withoutSecrets(
        {{u"a"_s, QJsonArray{1, true, QJsonArray{token}, QJsonObject{{u"b"_s, token}}, u"plain"_s}}}, nullptr,
        {});
    const QJsonArray list = deep.value(u"a"_s).toArray();
    QCOMPARE(list.size(), 5);
    QCOMPARE(list.at(0), QJsonValue(1));
    QCOMPARE(list.at(1), QJsonValue(true));
    QVERIFY(list.at(2)[0].toString().contains(u"[redacted]"_s));
    QVERIFY(list.at(3)[u"b"_s].toString().contains(u"[redacted]"_s));
    QCOMPARE(list.at(4).toString(), u"plain"_s);
}

void TestLeaks::whatIsNotLivingIsNone()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"mu"_s);
    const AdminFixture::Issued issued = fixture.makeCredential(partner);
    LeakWatch &watch = fixture.administration->leaks();
    LeakSighting about;
    about.place = u"path"_s;
    // Right form, right checksum, right id, but not the secret.
    CredentialText other;
    other.brand = "pcx";
    other.type = CredentialTextType::ClientSecret;
    other.realm = Realm::Sandbox;
    other.id = id16Of(issued.id);
    other.secret = newCredentialSecret(fixture.random);
    watch.look(QString::fromLatin1(formatCredential(other)->view()), about);
    QCOMPARE(leaks(fixture).size(), 0);
    QCOMPARE(fixture
                 .post("/credentials/" + issued.id.toLatin1() + "/revoke",
                       {{u"reason"_s, u"Test"_s}, {u"ticket"_s, QString()}})
                 .status,
             200);
    watch.look(QString::fromLatin1(issued.text.view()), about);
    QCOMPARE(leaks(fixture).size(), 0);
}

QTEST_GUILESS_MAIN(TestLeaks)
#include "tst_leaks.moc"
