// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "platform/admin/maintenance/maintenance.h"
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
        Fixture room;
        room.hurry();
        const qint64 before = room.begun();
        QByteArray eve, renewed, attached, local;
        {
            const StalledStore stalled(room.context().store);
            const Reply signedIn = room.signIn(u"eve"_s);
            QCOMPARE(signedIn.status, 200);
            eve = room.tokenIn(signedIn);
            // Also when her other writes hang, as many as she may have.
            const QByteArray tester = std::exchange(room.fixture.token, eve);
            for (int i = 0; i < 2 + 64; ++i)
                (void)room.fixture.begin(HttpMethod::Post, "/audit/checkpoint", {}, room.fixture.freshKey(),
                                         {});
            room.fixture.token = tester;
            const Reply again = room.renew(eve);
            QCOMPARE(again.status, 200);
            renewed = room.tokenIn(again);
            attached = room.tokenIn(room.attach());
            auto asked = room.fixture.administration->localToken();
            const auto token = pc::test::inTime(asked, limit);
            QVERIFY(token);
            local = token->view().toByteArray();
            for (const QByteArray &each : {eve, renewed, attached, local})
                QVERIFY(room.lives(each));
            QCOMPARE(room.signIn(u"nobody"_s).status, 422);
            QVERIFY(room.fixture.logged.contains("session_begin_not_stored"));
            QVERIFY(room.fixture.logged.contains("session_renewal_not_stored"));
        }
        room.settle();
        Maintenance(room.context()).everySecond();
        room.settle();
        QCOMPARE(room.begun(), before + 3);
        room.fixture.open();
        for (const QByteArray &each : {eve, renewed, attached, local})
            QVERIFY(room.lives(each));
        QCOMPARE(room.begun(), before + 3);
    }

    /// A store that says no is not waited for; each second it is asked again.
    void aFullStoreKeepsNobodyOut()
    {
        Fixture room;
        room.fixture.open(1); // from here on the database cannot grow
        room.context().settings.storePatience = std::chrono::minutes(1);
        for (int i = 0;
             room.fixture.post("/partners", room.fixture.draft(u"fill-%1"_s.arg(i))).status == 201;)
            QVERIFY(++i < 500);
        QList<QByteArray> tokens;
        for (int i = 0; i < 3000 && !room.fixture.logged.contains("session_begin_not_stored"); ++i) {
            const Reply reply = room.signIn(u"eve"_s);
            QCOMPARE(reply.status, 200);
            tokens = {room.tokenIn(reply)};
        }
        QVERIFY(room.fixture.logged.contains("session_begin_not_stored"));
        const Reply renewed = room.renew(tokens.constFirst());
        QCOMPARE(renewed.status, 200);
        tokens.append(room.tokenIn(renewed));
        for (const QByteArray &each : tokens)
            QVERIFY(room.lives(each));
        Maintenance(room.context()).everySecond(); // no better
        QVERIFY(room.lives(tokens.constFirst()));
        room.fixture.open();
        QVERIFY(!room.lives(tokens.constFirst())); // a restart ends what could not be stored
    }

    /// What the store said no to is stored when it does not any more, once.
    void whatWasRefusedIsStoredLater()
    {
        Fixture room;
        const qint64 before = room.begun();
        OperatorSessions &sessions = room.context().sessions;
        auto minted = OperatorSessions::mint(u"eve"_s, room.context().now(), room.fixture.random);
        QVERIFY(sessions.admit(minted.row));
        sessions.owe({minted.row, room.context().now(), u"uid-0"_s, true});
        Maintenance maintenance(room.context());
        maintenance.everySecond();
        room.settle();
        maintenance.everySecond();
        room.settle();
        QCOMPARE(room.begun(), before + 1);
        QVERIFY(sessions.takeUnstored().isEmpty());
        room.fixture.open();
        QVERIFY(room.lives(minted.token.view().toByteArray()));
    }

    /// However often somebody renews his own session meanwhile: the sign-ins of others are not forgotten for
    /// it.
    void renewalsPushNoSignInOut()
    {
        Fixture room;
        OperatorSessions &sessions = room.context().sessions;
        const auto first = OperatorSessions::mint(u"eve"_s, room.context().now(), room.fixture.random);
        QVERIFY(sessions.admit(first.row));
        sessions.owe({first.row, room.context().now(), u"uid-0"_s, true});
        const auto owed = [&](const SessionRow &row, bool begins) {
            return OperatorSessions::Unstored{row, room.context().now(), u"eve"_s, begins};
        };
        for (int i = 0; i < OperatorSessions::mostUnstored + 200; ++i) {
            auto next =
                OperatorSessions::mint(u"eve"_s, room.context().now().addSecs(i), room.fixture.random);
            next.row.chain = first.row.chain;
            QVERIFY(sessions.admit(next.row));
            sessions.owe(owed(next.row, false));
        }
        const QList<OperatorSessions::Unstored> unstored = sessions.takeUnstored();
        QVERIFY2(unstored.size() <= 2 * OperatorSessions::tokensPerChain,
                 qPrintable(QString::number(unstored.size())));
        QCOMPARE(unstored.constFirst().row, first.row);
        // Of more than can be kept renewals go first.
        for (int i = 0; i < OperatorSessions::mostUnstored + 1; ++i) {
            const auto minted = OperatorSessions::mint(u"eve"_s, room.context().now(), room.fixture.random);
            sessions.owe(owed(minted.row, i != 0));
        }
        const QList<OperatorSessions::Unstored> full = sessions.takeUnstored();
        QCOMPARE(full.size(), qsizetype(OperatorSessions::mostUnstored));
        QVERIFY(full.constFirst().begins);
    }

    /// And what is still owed when the service stops.
    void theStopStoresWhatIsOwed()
    {
        Fixture room;
        auto minted = OperatorSessions::mint(u"eve"_s, room.context().now(), room.fixture.random);
        QVERIFY(room.context().sessions.admit(minted.row));
        room.context().sessions.owe({minted.row, room.context().now(), u"uid-0"_s, true});
        room.fixture.open();
        QVERIFY(room.lives(minted.token.view().toByteArray()));
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
        Fixture room;
        room.hurry();
        const qint64 before = room.begun();
        QByteArray eve;
        {
            const StalledStore stalled(room.context().store);
            eve = room.tokenIn(room.signIn(u"eve"_s));
            QVERIFY(room.lives(eve));
            if (disabled) {
                auto revocation = room.fixture.beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                                          {{u"account"_s, u"eve"_s}});
                QCOMPARE(pc::test::inTime(revocation, limit).status, 202);
                QCOMPARE(room.signIn(u"eve"_s).status, 422);
            } else {
                const QByteArray tester = std::exchange(room.fixture.token, eve);
                auto revocation =
                    room.fixture.begin(HttpMethod::Delete, "/session", {}, room.fixture.freshKey(), {});
                room.fixture.token = tester;
                QCOMPARE(pc::test::inTime(revocation, limit).status, 507);
            }
            QVERIFY(!room.lives(eve));
        }
        room.settle();
        Maintenance(room.context()).everySecond();
        room.settle();
        QCOMPARE(room.begun(), before + 1); // it did begin
        if (disabled)
            QCOMPARE(room.fixture
                         .local(HttpMethod::Post, "/local/v1/operators",
                                {{u"account"_s, u"eve"_s}, {u"roles"_s, QJsonArray{u"admin"_s}}})
                         .status,
                     204);
        QVERIFY(!room.lives(eve));
        room.fixture.open();
        QVERIFY(!room.lives(eve));
    }
};

QTEST_GUILESS_MAIN(TestSessionKeeping)
#include "tst_session_keeping.moc"
