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
    AdminFixture admin;

    Fixture()
    {
        admin.signIn(u"eve"_s, {u"admin"_s});
        admin.signIn(u"tester"_s, {u"admin"_s});
    }
    [[nodiscard]] AdminContext &context() const { return admin.administration->context(); }
    void hurry() const { context().settings.storePatience = std::chrono::milliseconds(30); }

    [[nodiscard]] Reply signIn(const QString &account)
    {
        auto answer =
            admin.beginLocal(HttpMethod::Post, "/local/v1/operators/token", {{u"account"_s, account}});
        return pc::test::inTime(answer, limit);
    }
    [[nodiscard]] Reply attach()
    {
        auto answer = admin.beginLocal(HttpMethod::Post, "/local/v1/attach", {});
        return pc::test::inTime(answer, limit);
    }
    [[nodiscard]] Reply renew(const QByteArray &token)
    {
        const QByteArray before = std::exchange(admin.token, token);
        auto answer = admin.begin(HttpMethod::Post, "/session/renew", {}, {}, {});
        admin.token = before;
        return pc::test::inTime(answer, limit);
    }
    [[nodiscard]] static QByteArray tokenIn(const Reply &reply)
    {
        return reply.json.value(u"token"_s).toString().toLatin1();
    }
    [[nodiscard]] bool lives(const QByteArray &token)
    {
        const QByteArray before = std::exchange(admin.token, token);
        const int status = admin.get("/session").status;
        admin.token = before;
        return status == 200;
    }
    [[nodiscard]] qint64 begun() { return admin.eventCount("action=session.begin"); }
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
            const QByteArray tester = std::exchange(fixture.admin.token, eve);
            for (int i = 0; i < 2 + 64; ++i)
                (void)fixture.admin.begin(HttpMethod::Post, "/audit/checkpoint", {}, fixture.admin.freshKey(),
                                          {});
            fixture.admin.token = tester;
            const Reply again = fixture.renew(eve);
            QCOMPARE(again.status, 200);
            renewed = fixture.tokenIn(again);
            attached = fixture.tokenIn(fixture.attach());
            auto asked = fixture.admin.administration->localToken();
            const auto token = pc::test::inTime(asked, limit);
            QVERIFY(token);
            local = token->view().toByteArray();
            for (const QByteArray &each : {eve, renewed, attached, local})
                QVERIFY(fixture.lives(each));
            QCOMPARE(fixture.signIn(u"nobody"_s).status, 422);
            QVERIFY(fixture.admin.logged.contains("session_begin_not_stored"));
            QVERIFY(fixture.admin.logged.contains("session_renewal_not_stored"));
        }
        fixture.settle();
        Maintenance(fixture.context()).everySecond();
        fixture.settle();
        QCOMPARE(fixture.begun(), before + 3);
        fixture.admin.open();
        for (const QByteArray &each : {eve, renewed, attached, local})
            QVERIFY(fixture.lives(each));
        QCOMPARE(fixture.begun(), before + 3);
    }

    /// A store that says no is not waited for; each second it is asked again.
    void aFullStoreKeepsNobodyOut()
    {
        Fixture fixture;
        fixture.admin.open(1); // from here on the database cannot grow
        fixture.context().settings.storePatience = std::chrono::minutes(1);
        for (int i = 0;
             fixture.admin.post("/partners", fixture.admin.draft(u"fill-%1"_s.arg(i))).status == 201;)
            QVERIFY(++i < 500);
        QList<QByteArray> tokens;
        for (int i = 0; i < 3000 && !fixture.admin.logged.contains("session_begin_not_stored"); ++i) {
            const Reply reply = fixture.signIn(u"eve"_s);
            QCOMPARE(reply.status, 200);
            tokens = {fixture.tokenIn(reply)};
        }
        QVERIFY(fixture.admin.logged.contains("session_begin_not_stored"));
        const Reply renewed = fixture.renew(tokens.constFirst());
        QCOMPARE(renewed.status, 200);
        tokens.append(fixture.tokenIn(renewed));
        for (const QByteArray &each : tokens)
            QVERIFY(fixture.lives(each));
        Maintenance(fixture.context()).everySecond(); // no better
        QVERIFY(fixture.lives(tokens.constFirst()));
        fixture.admin.open();
        QVERIFY(!fixture.lives(tokens.constFirst())); // a restart ends what could not be stored
    }

    /// What the store said no to is stored when it does not any more, once.
    void whatWasRefusedIsStoredLater()
    {
        Fixture fixture;
        const qint64 before = fixture.begun();
        OperatorSessions &sessions = fixture.context().sessions;
        auto minted = OperatorSessions::mint(u"eve"_s, fixture.context().now(), fixture.admin.random);
        QVERIFY(sessions.admit(minted.row));
        sessions.owe({minted.row, fixture.context().now(), u"uid-0"_s, true});
        Maintenance maintenance(fixture.context());
        maintenance.everySecond();
        fixture.settle();
        maintenance.everySecond();
        fixture.settle();
        QCOMPARE(fixture.begun(), before + 1);
        QVERIFY(sessions.takeUnstored().isEmpty());
        fixture.admin.open();
        QVERIFY(fixture.lives(minted.token.view().toByteArray()));
    }

    /// However often somebody renews his own session meanwhile: the sign-ins of others are not forgotten for
    /// it.
    void renewalsPushNoSignInOut()
    {
        Fixture fixture;
        OperatorSessions &sessions = fixture.context().sessions;
        const auto first = OperatorSessions::mint(u"eve"_s, fixture.context().now(), fixture.admin.random);
        QVERIFY(sessions.admit(first.row));
        sessions.owe({first.row, fixture.context().now(), u"uid-0"_s, true});
        const auto owed = [&](const SessionRow &row, bool begins) {
            return OperatorSessions::Unstored{row, fixture.context().now(), u"eve"_s, begins};
        };
        for (int i = 0; i < OperatorSessions::mostUnstored + 200; ++i) {
            auto next =
                OperatorSessions::mint(u"eve"_s, fixture.context().now().addSecs(i), fixture.admin.random);
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
            const auto minted =
                OperatorSessions::mint(u"eve"_s, fixture.context().now(), fixture.admin.random);
            sessions.owe(owed(minted.row, i != 0));
        }
        const QList<OperatorSessions::Unstored> full = sessions.takeUnstored();
        QCOMPARE(full.size(), qsizetype(OperatorSessions::mostUnstored));
        QVERIFY(full.constFirst().begins);
    }

    /// And what is still owed when the service stops.
    void theStopStoresWhatIsOwed()
    {
        Fixture fixture;
        auto minted = OperatorSessions::mint(u"eve"_s, fixture.context().now(), fixture.admin.random);
        QVERIFY(fixture.context().sessions.admit(minted.row));
        fixture.context().sessions.owe({minted.row, fixture.context().now(), u"uid-0"_s, true});
        fixture.admin.open();
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
                auto revocation = fixture.admin.beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                                           {{u"account"_s, u"eve"_s}});
                QCOMPARE(pc::test::inTime(revocation, limit).status, 202);
                QCOMPARE(fixture.signIn(u"eve"_s).status, 422);
            } else {
                const QByteArray tester = std::exchange(fixture.admin.token, eve);
                auto revocation =
                    fixture.admin.begin(HttpMethod::Delete, "/session", {}, fixture.admin.freshKey(), {});
                fixture.admin.token = tester;
                QCOMPARE(pc::test::inTime(revocation, limit).status, 507);
            }
            QVERIFY(!fixture.lives(eve));
        }
        fixture.settle();
        Maintenance(fixture.context()).everySecond();
        fixture.settle();
        QCOMPARE(fixture.begun(), before + 1); // it did begin
        if (disabled)
            QCOMPARE(fixture.admin
                         .local(HttpMethod::Post, "/local/v1/operators",
                                {{u"account"_s, u"eve"_s}, {u"roles"_s, QJsonArray{u"admin"_s}}})
                         .status,
                     204);
        QVERIFY(!fixture.lives(eve));
        fixture.admin.open();
        QVERIFY(!fixture.lives(eve));
    }
};

QTEST_GUILESS_MAIN(TestSessionKeeping)
#include "tst_session_keeping.moc"
