// SPDX-License-Identifier: GPL-3.0-or-later
// What one stranger, client or operator can make the service store, read or wait for.
#include "admin_fixture.h"

#include "platform/admin/account_share.h"
#include "platform/admin/stored_denials.h"
#include "platform/store/audit_log.h"

#include <QTest>

#include <atomic>
#include <future>
#include <vector>

using namespace pc::platform;
using namespace pc::platform::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
        const Reply events = fixture.get("/audit/events?action=token.revoke&limit=100");
        const QJsonArray items = events.json.value("items"_L1).toArray();
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

    /// 500 long polls of one operator: 32 wait, the others are told so at once; another operator's one waits.
    void oneOperatorHasFewFeeds()
    {
        AdminFixture fixture;
        Router router;
        fixture.administration->mount(router);
        const QByteArray after = fixture.get("/changes").json.value("cursor"_L1).toString().toLatin1();
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
        fixture.signIn(u"other"_s, {u"viewer"_s});
        const int before = refused;
        open();
        QCOMPARE(refused.load(), before);
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

    void oneAccountsReadsAreRefusedBeyondTheBound()
    {
        AdminFixture fixture;
        std::promise<void> release;
        const std::shared_future<void> released = release.get_future().share();
        for (int i = 0; i < storeReaders; ++i)
            fixture.administration->context().store.read<bool>(
                [released](Tx &) {
                    released.wait_for(60s);
                    return true;
                },
                [](const StoreResult<bool> &) {});
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
