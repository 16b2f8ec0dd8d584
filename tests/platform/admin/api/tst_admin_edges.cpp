// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "platform/admin/api/admin_result.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "tests/support/in_time.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QtTest>

#include <future>
#include <vector>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// What is taken and what is refused on both sides of every limit of a request, and how an answer says what
/// it is.
class TestAdminEdges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysHaveTheirForm_data();
    void keysHaveTheirForm();
    void oneTokenIsShown_data();
    void oneTokenIsShown();
    void operatorsAreInTheOrderOfTheirNames();
    void parametersHaveTheirEdges_data();
    void parametersHaveTheirEdges();
    void theFirstWrongParameterIsTold();
    void everyFailureOfTheStoreHasItsAnswer_data();
    void everyFailureOfTheStoreHasItsAnswer();
    void whatIsAnsweredSaysWhatItIs();
    void aRestartKeepsWhatWasSet();
    void aLargeBodyKeepsNobodyWaiting();
    void filesOfOneAccountLeaveRoomForOthers();
    void cleanupTestCase() { m_fixture.reset(); }

private:
    std::unique_ptr<AdminFixture> m_fixture; ///< for rows that write nothing
    QByteArray m_partner;
};

/// One field, 1 to 200 visible ASCII characters.
void TestAdminEdges::keysHaveTheirForm_data()
{
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArrayList() << 400;
    QTest::newRow("empty") << QByteArrayList{""} << 400;
    QTest::newRow("one") << QByteArrayList{"k"} << 201;
    QTest::newRow("200") << QByteArrayList{QByteArray(200, 'k')} << 201;
    QTest::newRow("201") << QByteArrayList{QByteArray(201, 'k')} << 400;
    QTest::newRow("two") << QByteArrayList{"a", "b"} << 400;
    QTest::newRow("twice the same") << QByteArrayList{"a", "a"} << 400;
    QTest::newRow("first visible") << QByteArrayList{"!"} << 201;
    QTest::newRow("last visible") << QByteArrayList{"~"} << 201;
    QTest::newRow("space inside") << QByteArrayList{"a b"} << 400;
    QTest::newRow("delete") << QByteArrayList{"a\x7f"} << 400;
    QTest::newRow("not ASCII") << QByteArrayList{"a\xc3\xa4"} << 400;
}

void TestAdminEdges::keysHaveTheirForm()
{
    QFETCH(QByteArrayList, fields);
    QFETCH(int, status);
    AdminFixture fixture;
    Router router;
    fixture.administration->mount(router);
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.rawTarget = "/admin/v1/partners";
    request.headers.set("Authorization", "Bearer " + fixture.token);
    request.headers.set("Content-Type", "application/json");
    for (const QByteArray &field : fields)
        request.headers.add("Idempotency-Key", field);
    request.body = QJsonDocument(fixture.draft(u"key"_s)).toJson(QJsonDocument::Compact);
    auto promise = std::make_shared<std::promise<HttpResponse>>();
    auto future = promise->get_future();
    router.dispatch(request, [promise](HttpResponse response) { promise->set_value(std::move(response)); });
    QCOMPARE(future.wait_for(std::chrono::seconds(20)), std::future_status::ready);
    const HttpResponse response = future.get();
    QCOMPARE(response.status, status);
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    if (status == 400) {
        QCOMPARE(json.value(u"code"_s).toString(), u"idempotency_key_required"_s);
        return;
    }
    // Where it is, under an id as the contract writes it.
    const QString id = json.value(u"id"_s).toString();
    static const QRegularExpression form(u"^prt_[0-9A-Za-z]{16}$"_s);
    QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
    QCOMPARE(response.headers.value("Location"), QByteArray("/admin/v1/partners/" + id.toLatin1()));
}

/// TOKEN stands for a living one.
void TestAdminEdges::oneTokenIsShown_data()
{
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArrayList() << 401;
    QTest::newRow("one") << QByteArrayList{"Bearer TOKEN"} << 200;
    QTest::newRow("scheme in any case") << QByteArrayList{"bEARER TOKEN"} << 200;
    QTest::newRow("another scheme") << QByteArrayList{"Basics TOKEN"} << 401;
    QTest::newRow("no scheme") << QByteArrayList{"TOKEN"} << 401;
    QTest::newRow("nothing behind the scheme") << QByteArrayList{"Bearer "} << 401;
    QTest::newRow("the scheme alone") << QByteArrayList{"Bearer"} << 401;
    QTest::newRow("two spaces") << QByteArrayList{"Bearer  TOKEN"} << 401;
    QTest::newRow("one letter more") << QByteArrayList{"Bearer TOKENx"} << 401;
    QTest::newRow("twice") << QByteArrayList{"Bearer TOKEN", "Bearer TOKEN"} << 401;
}

void TestAdminEdges::oneTokenIsShown()
{
    QFETCH(QByteArrayList, fields);
    QFETCH(int, status);
    AdminFixture fixture;
    Router router;
    fixture.administration->mount(router);
    HttpRequest request;
    request.method = HttpMethod::Get;
    request.rawTarget = "/admin/v1/session";
    for (QByteArray field : fields)
        request.headers.add("Authorization", field.replace("TOKEN", fixture.token));
    int answered = 0;
    router.dispatch(request, [&answered](const HttpResponse &response) { answered = response.status; });
    QCOMPARE(answered, status);
}

void TestAdminEdges::operatorsAreInTheOrderOfTheirNames()
{
    AdminFixture fixture;
    for (const auto &[account, name] :
         {std::pair{u"a1"_s, u"Zoe"_s}, {u"a4"_s, u"bob"_s}, {u"a2"_s, u"bob"_s}, {u"a3"_s, u"Ärger"_s}})
        QCOMPARE(fixture
                     .local(HttpMethod::Post, "/local/v1/operators",
                            {{u"account"_s, account},
                             {u"display_name"_s, name},
                             {u"roles"_s, QJsonArray{u"viewer"_s}}})
                     .status,
                 204);
    const Reply list = fixture.get("/operators");
    QStringList accounts;
    const QJsonArray items = list.json.value(u"items"_s).toArray();
    for (const QJsonValue &item : items)
        accounts.append(item[u"account"_s].toString());
    QCOMPARE(accounts, (QStringList{u"a3"_s, u"a2"_s, u"a4"_s, u"tester"_s, u"a1"_s}));
    QCOMPARE(list.json.value(u"count"_s).toInteger(), 5);
}

void TestAdminEdges::parametersHaveTheirEdges_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("refused"); // the parameter that is named; empty: it is taken
    const auto row = [](const QByteArray &path, const QString &refused = {}) {
        QTest::newRow(path.left(120).constData()) << path << refused;
    };
    const auto number = [&row](const QByteArray &list, const QByteArray &name, qint64 least, qint64 most) {
        const QByteArray field = list + (list.contains('?') ? '&' : '?') + name + '=';
        const QString refused = QString::fromLatin1(name);
        row(field + QByteArray::number(least));
        row(field + QByteArray::number(most));
        row(field + QByteArray::number(least - 1), refused);
        row(field + QByteArray::number(most + 1), refused);
        row(field + "0" + QByteArray::number(most), refused);
        row(field + "-0", refused);
        row(field + "99999999999999999999", refused);
    };
    for (const char *list : {"/partners", "/credentials", "/calls", "/audit/events"})
        number(list, "limit", 1, 1000);
    for (const char *list : {"/scopes", "/routes", "/plans", "/partners/{p}/scope-use"}) {
        row(list);
        row(QByteArray(list) + "?limit=1", u"limit"_s); // they have no pages
        row(QByteArray(list) + "?cursor=x", u"cursor"_s);
    }
    for (const char *list : {"/partners", "/credentials"}) {
        number(list, "expiring_within_days", 0, 366);
        row(QByteArray(list) + "?sort=-name");
        row(QByteArray(list) + "?sort=--name", u"sort"_s);
        row(QByteArray(list) + "?sort=-", u"sort"_s);
        row(QByteArray(list) + "?sort=");
        row(QByteArray(list) + "?q=" + QByteArray(200, 'a'));
        row(QByteArray(list) + "?q=" + QByteArray(201, 'a'), u"q"_s);
    }
    number("/changes", "wait", 0, 25);
    row("/partners?stage=sandbox,limited,sandbox");
    row("/partners?stage=,");
    row("/partners?stage=sandbox,moon", u"stage"_s);
    row("/partners?status=moon", u"status"_s);
    row("/partners?health=moon", u"health"_s);
    row("/credentials?state=moon", u"state"_s);
    row("/credentials?kind=moon", u"kind"_s);
    row("/credentials?realm=moon", u"realm"_s);
    row("/calls?outcome=moon", u"outcome"_s);
    const QByteArray usage = "/partners/{p}/usage?";
    const QByteArray from = "from=2026-01-01T00:00:00Z";
    row(usage + from + "&to=2026-01-01T00:00:00Z", u"to"_s);
    row(usage + from + "&to=2026-01-01T00:00:00.001Z");
    row(usage + from + "&to=2027-08-24T00:00:00Z"); // 600 days
    row(usage + from + "&to=2027-08-25T00:00:00Z", u"to"_s);
    row(usage + from, u"to"_s);
    row(usage + "to=2026-01-01T00:00:00Z", u"from"_s);
    row(usage + from + "&to=2026-01-02T00:00:00Z&bucket=year", u"bucket"_s);
    row(usage + from + "&to=2026-01-02T00:00:00Z&by=moon", u"by"_s);
    row(usage + from + "&to=2026-01-02T00:00:00Z&bucket=&by=");
    for (const char *time :
         {"2026-01-01T00:00:00Z", "2026-01-01T00:00:00.1Z", "2026-01-01T00:00:00.123456789Z",
          "2026-01-01T00:00:00%2B02:00", "2026-01-01T00:00:00-11:30"})
        row(QByteArray("/calls?from=") + time);
    for (const char *time :
         {"2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567890Z", "2026-01-01T00:00:00z",
          "2026-01-01 00:00:00Z", "2026-02-29T00:00:00Z", "2026-01-01T00:60:00Z", ""})
        row(QByteArray("/calls?from=") + time, u"from"_s);
}

void TestAdminEdges::parametersHaveTheirEdges()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, refused);
    if (!m_fixture) {
        m_fixture = std::make_unique<AdminFixture>();
        m_partner = m_fixture->makePartner(u"edges"_s).toLatin1();
    }
    const Reply reply = m_fixture->get(path.replace("{p}", m_partner));
    QVERIFY2(reply.status == (refused.isEmpty() ? 200 : 400), reply.body);
    if (!refused.isEmpty()) {
        QCOMPARE(reply.code(), u"bad_parameter"_s);
        QVERIFY2(reply.json.value(u"detail"_s).toString().startsWith(refused + u": expected "_s), reply.body);
    }
}

void TestAdminEdges::theFirstWrongParameterIsTold()
{
    AdminFixture fixture;
    const auto told = [&fixture](const QByteArray &query) {
        return fixture.get("/partners?" + query).json.value(u"detail"_s).toString();
    };
    QVERIFY(told("limit=0&stage=moon&sort=no").startsWith(u"stage: "_s)); // in the order they are read
    QVERIFY(told("limit=0&colour=red&colour=blue").startsWith(u"colour: "_s));
    QCOMPARE(told(QByteArray(61, 'x') + "=1"),
             QString(QString(60, u'x') + u": expected no such parameter"_s));
    QCOMPARE(told("limit=1&limit=1"), u"limit: expected one value"_s);
    QCOMPARE(told("limit=x"), u"limit: expected a whole number from 1 to 1000"_s);
}

/// Each is in memory while it comes in, however slowly.
void TestAdminEdges::filesOfOneAccountLeaveRoomForOthers()
{
    AdminFixture fixture;
    Router router;
    fixture.administration->mount(router);
    const auto send = [&](const QByteArray &token) {
        HttpRequest request;
        request.rawMethod = "POST";
        request.method = HttpMethod::Post;
        request.rawTarget = "/admin/v1/imports/partners";
        request.headers.add("Authorization", "Bearer " + token);
        const auto found = router.resolve(request);
        return std::get<const Router::Route *>(found)->options.admit(request);
    };
    QByteArrayList tokens{fixture.token};
    for (const QString &account : {u"one"_s, u"two"_s, u"three"_s}) {
        fixture.signIn(account, {u"admin"_s});
        tokens.append(fixture.token);
    }
    Admission first = send(tokens[0]);
    Admission second = send(tokens[0]);
    QVERIFY(!first.refusal && !second.refusal);
    QCOMPARE(send(tokens[0]).refusal->status, 503);
    Admission other = send(tokens[1]);
    QVERIFY(!other.refusal);
    Admission third = send(tokens[2]);
    QVERIFY(!third.refusal);
    QVERIFY(send(tokens[3]).refusal); // of all together
    first = {};
    QVERIFY(!send(tokens[3]).refusal);
}

/// A thread of the server hands it on: reading and looking through it takes longer than a hundred decisions.
void TestAdminEdges::aLargeBodyKeepsNobodyWaiting()
{
    AdminFixture fixture;
    const QByteArray path = "/partners/" + fixture.makePartner(u"large"_s).toLatin1() + "/grant";
    QJsonArray texts;
    for (int i = 0; i < 230; ++i)
        texts.append(QString::fromLatin1(QByteArray(3000, static_cast<char>('a' + i % 26)).toBase64()));
    QElapsedTimer timer;
    timer.start();
    auto answer = fixture.begin(HttpMethod::Put, path, {{u"texts"_s, texts}}, fixture.freshKey(), u"\"1\""_s);
    const qint64 handedOn = timer.elapsed();
    const Reply reply = pc::test::inTime(answer, std::chrono::seconds(30));
    const qint64 took = timer.elapsed();
    QCOMPARE(reply.status, 422);
    QVERIFY2(handedOn < took / 3, qPrintable(u"%1 of %2 ms"_s.arg(handedOn).arg(took)));

    // What takes power away is carried out where it comes in, however long it is.
    const QString tooLong(5000, u'x');
    auto revoked = fixture.begin(HttpMethod::Post, "/credentials/crd_0000000000000000/revoke",
                                 {{u"reason"_s, tooLong}}, fixture.freshKey(), {});
    QCOMPARE(revoked.wait_for(std::chrono::seconds(0)), std::future_status::ready);
    QVERIFY(revoked.get().status >= 400);

    // A disk that hangs keeps none of them: a narrower grant is in force at once.
    std::promise<void> disk;
    const std::shared_future<void> goesOn = disk.get_future().share();
    for (int i = 0; i < storeReaders; ++i)
        fixture.administration->context().store.read<bool>(
            [goesOn](Tx &) {
                (void)goesOn.wait_for(std::chrono::seconds(40));
                return true;
            },
            [](const StoreResult<bool> &) {});
    auto meanwhile =
        fixture.begin(HttpMethod::Put, path, {{u"texts"_s, texts}}, fixture.freshKey(), u"\"1\""_s);
    const bool answered = meanwhile.wait_for(std::chrono::seconds(30)) == std::future_status::ready;
    disk.set_value();
    QVERIFY(answered);
    QCOMPARE(meanwhile.get().status, 422);

    // And not without end: its account's next one waits for it, others do not.
    std::vector<std::future<Reply>> many;
    for (int i = 0; i < 3; ++i)
        many.push_back(
            fixture.begin(HttpMethod::Put, path, {{u"texts"_s, texts}}, fixture.freshKey(), u"\"1\""_s));
    fixture.signIn(u"other"_s, {u"viewer"_s});
    timer.start();
    QCOMPARE(fixture.get("/partners").status, 200);
    const qint64 other = timer.elapsed();
    for (std::future<Reply> &each : many)
        QCOMPARE(pc::test::inTime(each, std::chrono::seconds(30)).status, 422);
    QVERIFY2(other < timer.elapsed(), qPrintable(u"%1 of %2 ms"_s.arg(other).arg(timer.elapsed())));
}

void TestAdminEdges::everyFailureOfTheStoreHasItsAnswer_data()
{
    using Kind = StoreError::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("retryAfter");
    const auto row = [](const char *name, Kind kind, int status, const QString &code,
                        const QByteArray &after = {}) {
        QTest::newRow(name) << static_cast<int>(kind) << status << code << after;
    };
    row("full", Kind::Full, 507, u"store_full"_s);
    row("busy", Kind::Busy, 503, u"store_busy"_s, "1");
    row("closed", Kind::Closed, 503, u"store_busy"_s, "1");
    row("forbidden", Kind::Forbidden, 403, u"history_not_accepted"_s);
    row("interrupted", Kind::Interrupted, 503, u"took_too_long"_s);
    row("gone", Kind::Gone, 503, u"store_unavailable"_s);
    row("corrupt", Kind::Corrupt, 503, u"store_unavailable"_s);
    row("constraint", Kind::Constraint, 500, u"internal"_s);
    row("other", Kind::Other, 500, u"internal"_s);
}

void TestAdminEdges::everyFailureOfTheStoreHasItsAnswer()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QByteArray, retryAfter);
    HttpRequest request;
    request.requestId = "req_1";
    const StoreError error{static_cast<StoreError::Kind>(kind), u"the engine's own words"_s};
    const HttpResponse response = toHttp(request, tl::make_unexpected(storeProblem(error)));
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(response.status, status);
    QCOMPARE(json.value(u"status"_s).toInt(), status);
    QCOMPARE(json.value(u"code"_s).toString(), code);
    QCOMPARE(json.value(u"request_id"_s).toString(), u"req_1"_s);
    QCOMPARE(response.headers.value("Retry-After"), retryAfter);
    QCOMPARE(response.headers.value("Content-Type"), QByteArray("application/problem+json"));
    QVERIFY(!response.headers.contains("WWW-Authenticate"));
    QVERIFY(!response.body.contains("own words"));
}

void TestAdminEdges::whatIsAnsweredSaysWhatItIs()
{
    const HttpRequest request;
    const auto header = [](const HttpResponse &response, const char *name) {
        return response.headers.value(name);
    };
    const HttpResponse stranger = toHttp(request, refuse(ProblemCode::Unauthorized, u"Sign in"_s));
    QCOMPARE(header(stranger, "WWW-Authenticate"), QByteArray("Bearer"));
    AdminReply reply;
    reply.status = 204;
    QVERIFY(!toHttp(request, reply).headers.contains("Content-Type"));
    QVERIFY(!toHttp(request, reply).headers.contains("ETag"));
    reply.body = "{}";
    reply.etag = etagOf(7);
    QCOMPARE(header(toHttp(request, reply), "Content-Type"), QByteArray("application/json"));
    QCOMPARE(header(toHttp(request, reply), "ETag"), QByteArray("\"7\""));
    reply.headers.set("Content-Type", "application/x-ndjson");
    QCOMPARE(header(toHttp(request, reply), "Content-Type"), QByteArray("application/x-ndjson"));
    // What a refusal quotes is redacted wherever it stands; members beyond the contract's go with it.
    const QString secret = u"pco_"_s + QString(43, u'A');
    AdminProblem quoting =
        invalid({{QString(u"/x/"_s + secret), u"malformed"_s, QString(u"not "_s + secret)}}).value();
    quoting.problem.detail = u"sent "_s + secret;
    quoting.extra.insert(u"gates"_s, 3);
    const HttpResponse quoted = toHttp(request, tl::make_unexpected(quoting));
    QVERIFY2(!quoted.body.contains(secret.toLatin1()), quoted.body);
    QCOMPARE(quoted.body.count("[redacted]"), 3);
    QCOMPARE(QJsonDocument::fromJson(quoted.body).object().value(u"gates"_s).toInt(), 3);
    QCOMPARE(quoted.status, 422);
}

/// What a database was told once, it says after a restart; what somebody changed in the catalogue stays so.
void TestAdminEdges::aRestartKeepsWhatWasSet()
{
    AdminFixture fixture;
    QJsonObject session = fixture.get("/session").json;
    QCOMPARE(session.value(u"sample"_s), QJsonValue(false));
    QCOMPARE(session.value(u"environment"_s).toString(), u"local"_s);
    QVERIFY(!session.contains(u"history_refused"_s));
    const auto changed = fixture.administration->context().store.writeNow<bool>([](Tx &tx) {
        meta_rows::put(tx, u"environment"_s, u"staging"_s);
        meta_rows::put(tx, u"sample"_s, u"1"_s);
        Plan plan = catalogue_rows::plan(tx, u"pln_standard"_s).value();
        plan.name = u"Renamed"_s;
        catalogue_rows::put(tx, plan);
        return true;
    });
    QVERIFY(changed);
    fixture.open();
    session = fixture.get("/session").json;
    QCOMPARE(session.value(u"sample"_s), QJsonValue(true));
    QCOMPARE(session.value(u"environment"_s).toString(), u"staging"_s);
    const QJsonArray plans = fixture.get("/plans").json.value(u"items"_s).toArray();
    QCOMPARE(fixture.get("/plans").json.value(u"count"_s).toInteger(), plans.size());
    QStringList named;
    for (const QJsonValue &plan : plans) {
        if (plan[u"id"_s].toString() == u"pln_standard")
            named.append(plan[u"name"_s].toString());
    }
    QCOMPARE(named, QStringList{u"Renamed"_s});
}

QTEST_GUILESS_MAIN(TestAdminEdges)
#include "tst_admin_edges.moc"
