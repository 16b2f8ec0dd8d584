// SPDX-License-Identifier: GPL-3.0-or-later
// What one stranger, client or operator can make the service store, read or wait for.
#include "tests/platform/admin/admin_fixture.h"

#include "platform/admin/api/account_share.h"
#include "platform/admin/api/token_events.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/revocation/stored_denials.h"
#include "platform/store/audit/audit_log.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <utility>
#include <vector>

using namespace pc::platform;
using namespace pc::platform::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Every reader of the store is at work until `released`, or for a minute.
void takeReaders(AdminFixture &fixture, const std::shared_future<void> &released)
{
    for (int i = 0; i < storeReaders; ++i)
        fixture.administration->context().store.read<bool>(
            [released](Tx &) {
                released.wait_for(60s);
                return true;
            },
            [](const StoreResult<bool> &) {});
}

} // namespace

class TestAdminNeighbours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Walks the table of operations: none reads the body of somebody without a token.
    void everyOperationAsksForTheTokenFirst()
    {
        AdminFixture fixture;
        Router router;
        fixture.administration->mount(router);
        int walked = 0;
        for (const Router::Route &route : router.routes()) {
            QVERIFY2(route.options.admit, route.pathTemplate.constData());
            HttpRequest request;
            request.method = route.method;
            request.rawTarget = route.pathTemplate;
            const Admission stranger = route.options.admit(request);
            QVERIFY(stranger.refusal);
            QCOMPARE(stranger.refusal->status, 401);
            QVERIFY(stranger.caller.isEmpty());
            request.headers.set("Authorization", "Bearer " + fixture.token);
            const Admission known = route.options.admit(request);
            QVERIFY2(!known.refusal, route.pathTemplate.constData());
            QCOMPARE(known.caller, QByteArray("operator:tester"));
            ++walked;
        }
        QVERIFY(walked > 20);
        fixture.signIn(u"reader"_s, {u"viewer"_s});
        const Router::Route *create = nullptr;
        for (const Router::Route &route : router.routes()) {
            if (route.method == HttpMethod::Post && route.pathTemplate == "/admin/v1/partners")
                create = &route;
        }
        QVERIFY(create != nullptr);
        HttpRequest request;
        request.headers.set("Authorization", "Bearer " + fixture.token);
        const Admission forbidden = create->options.admit(request);
        QVERIFY2(forbidden.refusal && forbidden.refusal->status == 403,
                 "a role that may not is told so first");
    }

    /// 200 tokens given back at once: denied when deny() returns, one transaction, one event a generation.
    void revokedTokensAreStoredTogether()
    {
        AdminFixture fixture;
        const QString partner = fixture.makePartner(u"acme"_s);
        const auto first = fixture.makeCredential(partner);
        const auto second = fixture.makeCredential(partner);
        constexpr int each = 100;
        std::vector<std::future<bool>> answers;
        TokenDenials &denials = fixture.administration->denials();
        for (int i = 0; i < 2 * each; ++i) {
            TokenDenials::Request request;
            request.token = {"jti-" + QByteArray::number(i), fixture.clock.now().wall + 10min};
            request.partnerId = partner;
            request.credentialId = i % 2 == 0 ? first.id : second.id;
            request.generation = 1;
            auto promise = std::make_shared<std::promise<bool>>();
            answers.push_back(promise->get_future());
            denials.deny(request, [promise](bool durable) { promise->set_value(durable); });
            QVERIFY(fixture.policy->current()->isDenied(request.token.jti));
        }
        for (std::future<bool> &answer : answers) {
            QVERIFY(answer.wait_for(10s) == std::future_status::ready);
            QVERIFY(answer.get());
        }
        const QJsonArray items = fixture.events("action=token.revoke&limit=100");
        // Two, if all came within one moment; a slow machine may need a few more.
        QVERIFY2(items.size() >= 2 && items.size() <= 20, qPrintable(QString::number(items.size())));
        int tokens = 0;
        for (const QJsonValue &item : items) {
            int here = 1;
            for (const QJsonValue &change : item.toObject().value("changes"_L1).toArray()) {
                if (change.toObject().value("field"_L1).toString() == u"tokens"_s)
                    here = change.toObject().value("after"_L1).toString().toInt();
            }
            tokens += here;
        }
        QCOMPARE(tokens, 2 * each);
        // They outlive a restart.
        fixture.open();
        QVERIFY(fixture.policy->current()->isDenied("jti-0"));
        QVERIFY(fixture.policy->current()->isDenied("jti-199"));
    }

    /// Twelve clients of one partner that give tokens back as fast as they can: all are denied and stored,
    /// and the log grows no faster for it than for one client; what got no event is counted, also across a
    /// restart, and said. Another partner loses nothing by it.
    void onePartnersRevocationsLeaveFewEvents()
    {
        AdminFixture fixture;
        constexpr int clients = 12;
        constexpr int rounds = 10;
        const auto revoke = [&fixture](const QString &partner, int client, int number) {
            TokenDenials::Request request;
            request.token = {QByteArray(partner.toLatin1() + '-' + QByteArray::number(client) + '-' +
                                        QByteArray::number(number)),
                             fixture.clock.now().wall + 10min};
            request.partnerId = partner;
            request.credentialId = u"crd_client%1"_s.arg(client);
            request.generation = 1;
            auto promise = std::make_shared<std::promise<bool>>();
            auto answer = promise->get_future();
            fixture.administration->denials().deny(request,
                                                   [promise](bool durable) { promise->set_value(durable); });
            return answer;
        };
        const auto round = [&](const QString &partner, int number) {
            std::vector<std::future<bool>> answers;
            for (int client = 0; client < clients; ++client)
                answers.push_back(revoke(partner, client, number));
            return std::all_of(answers.begin(), answers.end(), [](std::future<bool> &answer) {
                return answer.wait_for(10s) == std::future_status::ready && answer.get();
            });
        };
        struct Said
        {
            qsizetype events = 0;
            int tokens = 0;
        };
        const auto said = [&fixture](const QByteArray &partner) {
            const QJsonArray items = fixture.events("action=token.revoke&limit=1000&partner_id=" + partner);
            Said all{items.size(), 0};
            for (const QJsonValue &item : items) {
                int here = item["target_kind"_L1].toString() == u"credential"_s ? 1 : 0;
                const QJsonArray changes = item["changes"_L1].toArray();
                for (const QJsonValue &change : changes) {
                    const QString field = change["field"_L1].toString();
                    if (field == u"tokens"_s)
                        here += change["after"_L1].toString().toInt() - 1;
                    if (field == u"tokens_left_out"_s)
                        here += change["after"_L1].toString().toInt();
                }
                all.tokens += here;
            }
            return all;
        };
        for (int number = 0; number < rounds; ++number)
            QVERIFY(round(u"prt_busy"_s, number));
        const Said flood = said("prt_busy");
        QVERIFY2(flood.events <= TokenEvents::burst, qPrintable(QString::number(flood.events)));
        QVERIFY(flood.tokens >= TokenEvents::burst && flood.tokens < clients * rounds);
        QCOMPARE(revoke(u"prt_other"_s, 0, 0).get(), true);
        QCOMPARE(said("prt_other").events, 1);

        // Said by the next event.
        fixture.clock.advance(2s);
        QVERIFY(revoke(u"prt_busy"_s, 0, rounds).get());
        QCOMPARE(said("prt_busy").events, flood.events + 1);
        QCOMPARE(said("prt_busy").tokens, clients * rounds + 1);

        // And without one, by the clock; a restart forgets none.
        for (int number = 0; number < 3; ++number)
            QVERIFY(round(u"prt_busy"_s, rounds + 1 + number));
        const Said again = said("prt_busy");
        QVERIFY(again.tokens < clients * (rounds + 3) + 1);
        Maintenance(fixture.administration->context()).everySecond(); // not yet
        QCOMPARE(said("prt_busy").events, again.events);
        fixture.open();
        Maintenance(fixture.administration->context()).everySecond();
        QCOMPARE(said("prt_busy").events, again.events + 1);
        QCOMPARE(said("prt_busy").tokens, clients * (rounds + 3) + 1);
        Maintenance(fixture.administration->context()).everySecond();
        QCOMPARE(said("prt_busy").events, again.events + 1);
        QVERIFY(fixture.policy->current()->isDenied("prt_busy-11-9"));
    }

    /// 500 long polls of one operator: 32 wait, the others are told so at once; another operator's one waits.
    void oneOperatorHasFewFeeds()
    {
        AdminFixture fixture;
        const QByteArray own = fixture.token;
        fixture.signIn(u"other"_s, {u"viewer"_s});
        const QByteArray others = std::exchange(fixture.token, own);
        Router router;
        fixture.administration->mount(router);
        const QByteArray after = fixture.feedCursor().toLatin1();
        std::atomic<int> answered{0};
        std::atomic<int> refused{0};
        const auto open = [&] {
            HttpRequest request;
            request.method = HttpMethod::Get;
            request.rawTarget = "/admin/v1/changes?wait=20&after=" + after;
            request.requestId = "req_test";
            request.headers.set("Authorization", "Bearer " + fixture.token);
            router.dispatch(request, [&](const HttpResponse &response) {
                ++answered;
                if (response.status == 503 && response.headers.value("Retry-After").toInt() > 0)
                    ++refused;
            });
        };
        for (int i = 0; i < 500; ++i)
            open();
        QCOMPARE(refused.load(), 500 - 32);
        QCOMPARE(answered.load(), refused.load());
        fixture.token = others;
        open();
        QCOMPARE(answered.load(), 500 - 32); // it waits
        fixture.administration->releaseWaiting();
        QTRY_COMPARE_WITH_TIMEOUT(answered.load(), 501, 10'000);
    }

    /// Renewing in a loop keeps a bounded number of tokens, in memory and in the store.
    void oneSignInHasFewTokens()
    {
        AdminFixture fixture;
        const QByteArray first = fixture.token;
        for (int i = 0; i < 3 * OperatorSessions::tokensPerChain; ++i) {
            fixture.clock.advance(1s);
            const Reply renewed = fixture.post("/session/renew");
            QCOMPARE(renewed.status, 200);
            fixture.token = renewed.json.value("token"_L1).toString().toLatin1();
        }
        QCOMPARE(fixture.get("/session").status, 200);
        const auto rows = fixture.administration->context().store.readNow<int>(
            [](Tx &tx) { return static_cast<int>(session_rows::all(tx).size()); });
        QVERIFY(rows && *rows <= OperatorSessions::tokensPerChain);
        fixture.token = first;
        QCOMPARE(fixture.get("/session").status, 401);
    }

    void afterTheEndADenialIsSaidNotToLast()
    {
        AdminFixture fixture;
        fixture.administration->stop();
        std::promise<bool> promise;
        TokenDenials::Request request;
        request.token = {"late", fixture.clock.now().wall + 10min};
        fixture.administration->denials().deny(request, [&](bool durable) { promise.set_value(durable); });
        QCOMPARE(promise.get_future().get(), false);
        QVERIFY(fixture.policy->current()->isDenied("late"));
    }

    /// An account has its few jobs; another's begin at once whatever the first has waiting.
    void anAccountWaitsForItselfOnly()
    {
        AccountShare share(2);
        std::vector<AccountShare::Turn> turns;
        QStringList order;
        const auto ask = [&](const QString &account, const QString &name) {
            QVERIFY(share.run(account, [&, name](AccountShare::Turn turn) {
                order.append(name);
                turns.push_back(std::move(turn));
            }));
        };
        for (int i = 0; i < 6; ++i)
            ask(u"greedy"_s, QString::number(i));
        QCOMPARE(order, (QStringList{u"0"_s, u"1"_s}));
        ask(u"modest"_s, u"m"_s);
        QCOMPARE(order.constLast(), u"m"_s);
        const auto endOne = [&] {
            const AccountShare::Turn ending = std::move(turns.front());
            turns.erase(turns.begin());
        };
        endOne();
        QCOMPARE(order, (QStringList{u"0"_s, u"1"_s, u"m"_s, u"2"_s}));
        while (!turns.empty())
            endOne();
        QCOMPARE(order, (QStringList{u"0"_s, u"1"_s, u"m"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    }

    /// One that ends makes room for one.
    void aTurnIsOneTurn()
    {
        AccountShare share(2);
        AccountShare::Turn first = share.tryTurn(u"a"_s);
        AccountShare::Turn second = share.tryTurn(u"a"_s);
        QVERIFY(first && second);
        QVERIFY(!share.tryTurn(u"a"_s));
        QVERIFY(share.tryTurn(u"b"_s));
        first.reset();
        first = share.tryTurn(u"a"_s);
        QVERIFY(first);
        QVERIFY(!share.tryTurn(u"a"_s));
        first.reset();
        second.reset();
        QVERIFY(share.tryTurn(u"a"_s));
    }

    /// Who asks and hangs up leaves no more than this behind, and an end waits for none of it.
    void whatWaitsIsBounded()
    {
        AccountShare share(1, 3);
        AccountShare::Turn running;
        int begun = 0;
        const auto ask = [&](const QString &account) {
            return share.run(account, [&](AccountShare::Turn turn) {
                ++begun;
                running = std::move(turn);
            });
        };
        QVERIFY(ask(u"greedy"_s));
        for (int i = 0; i < 3; ++i)
            QVERIFY(ask(u"greedy"_s));
        QVERIFY(!ask(u"greedy"_s));
        QCOMPARE(begun, 1);
        auto kept = std::make_shared<int>(0);
        const std::weak_ptr<int> seen = kept;
        std::exchange(running, {}).reset(); // the next begins
        QCOMPARE(begun, 2);
        QVERIFY(share.run(u"greedy"_s, [held = kept](const AccountShare::Turn &) { Q_UNUSED(held) }));
        QVERIFY(!ask(u"greedy"_s));
        kept.reset();
        share.dropWaiting();
        QVERIFY(seen.expired());
        std::exchange(running, {}).reset();
        QCOMPARE(begun, 2);
        QVERIFY(ask(u"greedy"_s)); // nothing is left over
        QCOMPARE(begun, 3);
    }

    /// What waits for its turn is dropped when its client has gone; what was received whole and changes
    /// something is carried out: its sender may only have lost the connection, and asks again with its key.
    void whoHungUpIsServedNothing()
    {
        AdminFixture fixture;
        auto gone = std::make_shared<std::atomic<bool>>(false);
        std::promise<void> release;
        takeReaders(fixture, release.get_future().share());
        const auto begin = [&](const QByteArray &path) {
            return fixture.begin(HttpMethod::Get, path, {}, {}, {});
        };
        std::future<Reply> staying = begin("/partners");
        fixture.peerGone = std::make_shared<const std::function<bool()>>([gone] { return gone->load(); });
        std::vector<std::future<Reply>> answers;
        for (int i = 0; i < 8; ++i)
            answers.push_back(begin(i % 2 == 0 ? "/partners" : "/audit/events?q=a"));
        *gone = true;
        release.set_value();
        for (std::future<Reply> &answer : answers) {
            QCOMPARE(answer.wait_for(20s), std::future_status::ready);
            const Reply reply = answer.get();
            QCOMPARE(reply.status, 503);
            QCOMPARE(reply.code(), u"hung_up"_s);
        }
        QCOMPARE(staying.wait_for(20s), std::future_status::ready);
        QCOMPARE(staying.get().status, 200);
        QCOMPARE(fixture.post("/partners", fixture.draft(u"kept"_s)).status, 201);
        fixture.peerGone.reset();
        QCOMPARE(fixture.get("/partners?q=kept").json.value("items"_L1).toArray().size(), 1);
    }

    /// The same for what is written: beyond two at work and 64 that wait, somebody else's go on.
    void oneAccountsWritesAreRefusedBeyondTheBound_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("write") << QByteArray("/audit/checkpoint");
        QTest::newRow("renewal") << QByteArray("/session/renew");
    }
    void oneAccountsWritesAreRefusedBeyondTheBound()
    {
        QFETCH(QByteArray, path);
        AdminFixture fixture;
        // A renewal waits no longer than this for the store.
        fixture.administration->context().settings.storePatience = std::chrono::minutes(1);
        std::vector<std::future<Reply>> answers;
        const auto ask = [&] { return fixture.begin(HttpMethod::Post, path, {}, fixture.freshKey(), {}); };
        {
            const StalledStore stalled(fixture.administration->context().store);
            for (int i = 0; i < 2 + 64; ++i)
                answers.push_back(ask());
            for (std::future<Reply> &answer : answers)
                QCOMPARE(answer.wait_for(0s), std::future_status::timeout);
            std::future<Reply> refused = ask();
            QCOMPARE(refused.wait_for(10s), std::future_status::ready);
            const Reply busy = refused.get();
            QCOMPARE(busy.status, 503);
            QCOMPARE(busy.code(), u"too_many_waiting"_s);
            QVERIFY(busy.headers.value("Retry-After").toInt() > 0);
        }
        for (std::future<Reply> &answer : answers) {
            QCOMPARE(answer.wait_for(20s), std::future_status::ready);
            const Reply reply = answer.get();
            QVERIFY(reply.code() != u"too_many_waiting");
            QVERIFY(!reply.stream);
        }
        QVERIFY(ask().get().code() != u"too_many_waiting");
    }

    /// Four logs at once are read by one account; the next begins when one has ended, unless its reader has
    /// gone meanwhile. Nobody else waits for them.
    void oneAccountReadsFewLogsAtOnce()
    {
        AdminFixture fixture;
        const auto begin = [&] { return fixture.begin(HttpMethod::Get, "/audit/stream", {}, {}, {}); };
        std::vector<Reply> open;
        for (int i = 0; i < 4; ++i) {
            open.push_back(fixture.get("/audit/stream"));
            QCOMPARE(open.back().status, 200);
        }
        std::future<Reply> fifth = begin();
        QCOMPARE(fifth.wait_for(50ms), std::future_status::timeout);
        auto gone = std::make_shared<std::atomic<bool>>(false);
        fixture.peerGone = std::make_shared<const std::function<bool()>>([gone] { return gone->load(); });
        std::future<Reply> left = begin();
        fixture.peerGone.reset();
        const QByteArray token = fixture.token;
        fixture.signIn(u"other"_s, {u"admin"_s});
        QCOMPARE(fixture.get("/audit/stream").status, 200);
        fixture.token = token;
        open.pop_back();
        QCOMPARE(fifth.wait_for(20s), std::future_status::ready);
        open.push_back(fifth.get());
        QCOMPARE(open.back().status, 200);
        QCOMPARE(left.wait_for(0s), std::future_status::timeout);
        *gone = true;
        open.pop_back();
        QCOMPARE(left.wait_for(20s), std::future_status::ready);
        const Reply hungUp = left.get();
        QCOMPARE(hungUp.status, 503);
        QCOMPARE(hungUp.code(), u"hung_up"_s);
        QCOMPARE(fixture.get("/audit/stream").status, 200); // and took nobody's place
    }

    /// What still waits for its turn when the service ends is let go at once, not when the store answers.
    void anEndDropsWhatWaits()
    {
        AdminFixture fixture;
        std::optional<StalledStore> stalled(std::in_place, fixture.administration->context().store);
        std::vector<std::future<Reply>> writes;
        for (int i = 0; i < 4; ++i)
            writes.push_back(
                fixture.begin(HttpMethod::Post, "/audit/checkpoint", {}, fixture.freshKey(), {}));
        std::future<void> stopped =
            std::async(std::launch::async, [&fixture] { fixture.administration->stop(); });
        for (std::size_t i = 2; i < writes.size(); ++i) { // nobody holds its answer any more
            QCOMPARE(writes[i].wait_for(20s), std::future_status::ready);
            QVERIFY_THROWS_EXCEPTION(std::future_error, writes[i].get());
        }
        QCOMPARE(writes[0].wait_for(0s), std::future_status::timeout);
        stalled.reset();
        QCOMPARE(stopped.wait_for(20s), std::future_status::ready);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(writes[static_cast<std::size_t>(i)].wait_for(20s), std::future_status::ready);
    }

    void oneAccountsReadsAreRefusedBeyondTheBound()
    {
        AdminFixture fixture;
        std::promise<void> release;
        takeReaders(fixture, release.get_future().share());
        std::vector<std::future<Reply>> answers;
        for (int i = 0; i < storeReaders - 1 + 64; ++i)
            answers.push_back(fixture.begin(HttpMethod::Get, "/partners", {}, {}, {}));
        std::future<Reply> refused = fixture.begin(HttpMethod::Get, "/partners", {}, {}, {});
        QCOMPARE(refused.wait_for(10s), std::future_status::ready);
        const Reply busy = refused.get();
        QCOMPARE(busy.status, 503);
        QCOMPARE(busy.code(), u"too_many_waiting"_s);
        release.set_value();
        for (std::future<Reply> &answer : answers) {
            QCOMPARE(answer.wait_for(20s), std::future_status::ready);
            QCOMPARE(answer.get().status, 200);
        }
    }
};

QTEST_GUILESS_MAIN(TestAdminNeighbours)
#include "tst_admin_neighbours.moc"
