// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "platform/admin/jobs/maintenance.h"
#include "tests/support/in_time.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

constexpr std::chrono::seconds limit{20};

struct Fixture
{
    AdminFixture fixture;

    Fixture()
    {
        fixture.signIn(u"eve"_s, {u"admin"_s});
        fixture.signIn(u"tester"_s, {u"admin"_s});
    }
    [[nodiscard]] AdminContext &context() const { return fixture.administration->context(); }
    void hurry() const { context().settings.storePatience = std::chrono::milliseconds(30); }

    [[nodiscard]] Reply signIn(const QString &account)
    {
        auto answer =
            fixture.beginLocal(HttpMethod::Post, "/local/v1/operators/token", {{u"account"_s, account}});
        return pc::test::inTime(answer, limit);
    }
    [[nodiscard]] Reply attach()
    {
        auto answer = fixture.beginLocal(HttpMethod::Post, "/local/v1/attach", {});
        return pc::test::inTime(answer, limit);
    }
    [[nodiscard]] Reply renew(const QByteArray &token)
    {
        const QByteArray before = std::exchange(fixture.token, token);
        auto answer = fixture.begin(HttpMethod::Post, "/session/renew", {}, {}, {});
        fixture.token = before;
        return pc::test::inTime(answer, limit);
    }
    [[nodiscard]] static QByteArray tokenIn(const Reply &reply)
    {
        return reply.json.value(u"token"_s).toString().toLatin1();
    }
    [[nodiscard]] bool lives(const QByteArray &token)
    {
        const QByteArray before = std::exchange(fixture.token, token);
        const int status = fixture.get("/session").status;
        fixture.token = before;
        return status == 200;
    }
    [[nodiscard]] qint64 begun()
    {
        return fixture.get("/audit/events?action=session.begin").json.value(u"count"_s).toInteger();
    }
    /// Until what was posted so far has had its turn.
    void settle() const
    {
        if (!context().store.writeNow<bool>([](Tx &) { return true; }))
            qFatal("the store does not write");
    }
};

} // namespace

/// Signing in and renewing while the store does not write, so that somebody can take power away.
class TestSessionKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// From memory after the store's patience; stored once, as soon as the store goes on.
    void aHangingStoreKeepsNobodyOut()
    {
        Fixture fixture;
        fixture.hurry();
        const qint64 before = fixture.begun();
        QByteArray eve, renewed, attached, local;
        {
            const StalledStore stalled(fixture.context().store);
            const Reply signedIn = fixture.signIn(u"eve"_s);
            QCOMPARE(signedIn.status, 200);
            eve = fixture.tokenIn(signedIn);
            // Also when her other writes hang, as many as she may have.
            const QByteArray tester = std::exchange(fixture.fixture.token, eve);
            for (int i = 0; i < 2 + 64; ++i)
                (void)fixture.fixture.begin(HttpMethod::Post, "/audit/checkpoint", {},
                                            fixture.fixture.freshKey(), {});
            fixture.fixture.token = tester;
            const Reply again = fixture.renew(eve);
            QCOMPARE(again.status, 200);
            renewed = fixture.tokenIn(again);
            attached = fixture.tokenIn(fixture.attach());
            auto asked = fixture.fixture.administration->localToken();
            const auto token = pc::test::inTime(asked, limit);
            QVERIFY(token);
            local = token->view().toByteArray();
            for (const QByteArray &each : {eve, renewed, attached, local})
                QVERIFY(fixture.lives(each));
            QCOMPARE(fixture.signIn(u"nobody"_s).status, 422);
            QVERIFY(fixture.fixture.logged.contains("session_begin_not_stored"));
            QVERIFY(fixture.fixture.logged.contains("session_renewal_not_stored"));
        }
        fixture.settle();
        Maintenance(fixture.context()).everySecond();
        fixture.settle();
        QCOMPARE(fixture.begun(), before + 3);
        fixture.fixture.open();
        for (const QByteArray &each : {eve, renewed, attached, local})
            QVERIFY(fixture.lives(each));
        QCOMPARE(fixture.begun(), before + 3);
    }

    /// A store that says no is not waited for; each second it is asked again.
    void aFullStoreKeepsNobodyOut()
    {
        Fixture fixture;
        fixture.fixture.open(1); // from here on the database cannot grow
        fixture.context().settings.storePatience = std::chrono::minutes(1);
        for (int i = 0;
             fixture.fixture.post("/partners", fixture.fixture.draft(u"fill-%1"_s.arg(i))).status == 201;)
            QVERIFY(++i < 500);
        QList<QByteArray> tokens;
        for (int i = 0; i < 3000 && !fixture.fixture.logged.contains("session_begin_not_stored"); ++i) {
            const Reply reply = fixture.signIn(u"eve"_s);
            QCOMPARE(reply.status, 200);
            tokens = {fixture.tokenIn(reply)};
        }
        QVERIFY(fixture.fixture.logged.contains("session_begin_not_stored"));
        const Reply renewed = fixture.renew(tokens.constFirst());
        QCOMPARE(renewed.status, 200);
        tokens.append(fixture.tokenIn(renewed));
        for (const QByteArray &each : tokens)
            QVERIFY(fixture.lives(each));
        Maintenance(fixture.context()).everySecond(); // no better
        QVERIFY(fixture.lives(tokens.constFirst()));
        fixture.fixture.open();
        QVERIFY(!fixture.lives(tokens.constFirst())); // a restart ends what could not be stored
    }

    /// What the store said no to is stored when it does not any more, once.
    void whatWasRefusedIsStoredLater()
    {
        Fixture fixture;
        const qint64 before = fixture.begun();
        OperatorSessions &sessions = fixture.context().sessions;
        auto minted = OperatorSessions::mint(u"eve"_s, fixture.context().now(), fixture.fixture.random);
        QVERIFY(sessions.admit(minted.row));
        sessions.owe({minted.row, fixture.context().now(), u"uid-0"_s, true});
        Maintenance maintenance(fixture.context());
        maintenance.everySecond();
        fixture.settle();
        maintenance.everySecond();
        fixture.settle();
        QCOMPARE(fixture.begun(), before + 1);
        QVERIFY(sessions.takeUnstored().isEmpty());
        fixture.fixture.open();
        QVERIFY(fixture.lives(minted.token.view().toByteArray()));
    }

    /// And what is still owed when the service stops.
    void theStopStoresWhatIsOwed()
    {
        Fixture fixture;
        auto minted = OperatorSessions::mint(u"eve"_s, fixture.context().now(), fixture.fixture.random);
        QVERIFY(fixture.context().sessions.admit(minted.row));
        fixture.context().sessions.owe({minted.row, fixture.context().now(), u"uid-0"_s, true});
        fixture.fixture.open();
        QVERIFY(fixture.lives(minted.token.view().toByteArray()));
    }

    /// A revocation overtakes the sign-in in the store's queue: it must not bring back what was ended.
    void whatWasEndedMeanwhileDoesNotComeBack_data()
    {
        QTest::addColumn<bool>("disabled");
        QTest::newRow("signed out") << false;
        QTest::newRow("disabled, and enabled again") << true;
    }
    void whatWasEndedMeanwhileDoesNotComeBack()
    {
        QFETCH(bool, disabled);
        Fixture fixture;
        fixture.hurry();
        const qint64 before = fixture.begun();
        QByteArray eve;
        {
            const StalledStore stalled(fixture.context().store);
            eve = fixture.tokenIn(fixture.signIn(u"eve"_s));
            QVERIFY(fixture.lives(eve));
            if (disabled) {
                auto revocation = fixture.fixture.beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                                             {{u"account"_s, u"eve"_s}});
                QCOMPARE(pc::test::inTime(revocation, limit).status, 202);
                QCOMPARE(fixture.signIn(u"eve"_s).status, 422);
            } else {
                const QByteArray tester = std::exchange(fixture.fixture.token, eve);
                auto revocation =
                    fixture.fixture.begin(HttpMethod::Delete, "/session", {}, fixture.fixture.freshKey(), {});
                fixture.fixture.token = tester;
                QCOMPARE(pc::test::inTime(revocation, limit).status, 507);
            }
            QVERIFY(!fixture.lives(eve));
        }
        fixture.settle();
        Maintenance(fixture.context()).everySecond();
        fixture.settle();
        QCOMPARE(fixture.begun(), before + 1); // it did begin
        if (disabled)
            QCOMPARE(fixture.fixture
                         .local(HttpMethod::Post, "/local/v1/operators",
                                {{u"account"_s, u"eve"_s}, {u"roles"_s, QJsonArray{u"admin"_s}}})
                         .status,
                     204);
        QVERIFY(!fixture.lives(eve));
        fixture.fixture.open();
        QVERIFY(!fixture.lives(eve));
    }
};

QTEST_GUILESS_MAIN(TestSessionKeeping)
#include "tst_session_keeping.moc"
