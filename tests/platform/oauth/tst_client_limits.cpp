// SPDX-License-Identifier: GPL-3.0-or-later
// How often one client may mint, ask about and give back tokens.
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;

namespace {

using Act = ClientLimits::Act;

constexpr Act acts[]{Act::Token, Act::Introspection, Act::Revocation};

HttpRequest requestOf(Act act, int client, const QByteArray &source = "192.0.2.7")
{
    HttpRequest request =
        act == Act::Token ? Platform::basic("/oauth2/token", client, "grant_type=client_credentials")
        : act == Act::Introspection ? Platform::basic("/oauth2/introspect", client, "token=x")
                                    : Platform::basic("/oauth2/revoke", client, "token=x");
    request.peerAddress = source;
    return request;
}

constexpr std::size_t room = 4096; // clients that are kept without looking who is at rest

} // namespace

class TestClientLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void clientsAtRestAreForgottenForRoom();
    void roomGrowsWithWhoIsBusy();

    void eachActHasItsBurstAndAnHonestRetryAfter()
    {
        for (const Act act : acts) {
            Platform platform;
            const ClientLimits::Rate rate = ClientLimits::rateOf(act);
            // From a new address each time: it is the credential that counts.
            for (int i = 0; i < rate.burst; ++i) {
                const auto source = "198.51.100." + QByteArray::number(i % 250);
                QCOMPARE(platform.send(requestOf(act, 1, source)).status, 200);
            }
            const HttpResponse refused = platform.send(requestOf(act, 1));
            QCOMPARE(refused.status, 429);
            const QJsonObject body = Platform::json(refused);
            QCOMPARE(body.value("error"_L1).toString(), u"temporarily_unavailable"_s);
            QVERIFY(!body.value("error_description"_L1).toString().isEmpty());
            QCOMPARE(refused.headers.value("Content-Type"), QByteArray("application/json"));
            QCOMPARE(refused.headers.value("Cache-Control"), QByteArray("no-store"));
            const int seconds = refused.headers.value("Retry-After").toInt();
            QVERIFY(seconds >= 1);
            platform.clock.advance(std::chrono::seconds(seconds));
            QCOMPARE(platform.send(requestOf(act, 1)).status, 200);
        }
    }

    /// What clients were told: so many at once, and so many a second from then on.
    void theFiguresAreThose()
    {
        struct Row
        {
            Act act;
            int burst;
            int perSecond;
        };
        for (const Row &row :
             {Row{Act::Token, 120, 2}, Row{Act::Introspection, 500, 100}, Row{Act::Revocation, 60, 1}}) {
            ClientLimits limits;
            const auto takenAt = [&](std::chrono::seconds time) {
                int taken = 0;
                while (limits.take("c", row.act, {noon(), time}) == 0ns)
                    ++taken;
                return taken;
            };
            QCOMPARE(takenAt(0s), row.burst);
            QCOMPARE(takenAt(1s), row.perSecond);
            QCOMPARE(takenAt(3s), 2 * row.perSecond);
        }
    }

    void oneClientsShareIsNotAnothers()
    {
        Platform platform;
        platform.set(platform.fixture.credential(6, CredentialKind::ClientSecret));
        for (int i = 0; i <= ClientLimits::rateOf(Act::Token).burst; ++i)
            (void)platform.send(requestOf(Act::Token, 1));
        QCOMPARE(platform.send(requestOf(Act::Token, 1)).status, 429);
        QCOMPARE(platform.send(requestOf(Act::Token, 6)).status, 200);
        QCOMPARE(platform.send(requestOf(Act::Introspection, 1)).status, 200); // nor another act's
    }

    /// An id is public: wrong secrets from anywhere use nothing of the client's share.
    void strangersUseNothingUp()
    {
        Platform platform;
        for (int i = 0; i < 3 * ClientLimits::rateOf(Act::Token).burst; ++i) {
            HttpRequest guess = Platform::basic("/oauth2/token", 1, "grant_type=client_credentials", 7);
            guess.peerAddress = "203.0.113." + QByteArray::number(i % 250);
            QCOMPARE(platform.send(guess).status, 401);
        }
        QCOMPARE(platform.send(requestOf(Act::Token, 1)).status, 200);
    }

    /// A client that takes a new token every few minutes, and a fleet of a hundred that starts at once each
    /// hour, for a day.
    void whoReusesTokensNeverNotices()
    {
        ClientLimits limits;
        Moment now;
        for (int minute = 0; minute < 24 * 60; ++minute) {
            now.steady += std::chrono::minutes(1);
            const int tokens = minute % 60 == 0 ? 100 : 1;
            for (int i = 0; i < tokens; ++i)
                QCOMPARE(limits.take("fleet", Act::Token, now), 0ns);
        }
    }

    /// Who is blocked for guessing cannot lift that by failing with thousands of other ids.
    void aBlockOutlivesAFloodOfOtherFailures()
    {
        FailureLimiter gate;
        const Moment now{noon(), 1h};
        for (int i = 0; i < FailureLimiter::allowedFailures; ++i)
            gate.failed("203.0.113.9", "crd_wanted", now);
        QVERIFY(gate.blockedFor("203.0.113.9", "crd_wanted", now) > 0ns);
        for (int i = 0; i < 200'000; ++i)
            gate.failed("203.0.113.9", "crd_" + QByteArray::number(i), now);
        QVERIFY(gate.blockedFor("203.0.113.9", "crd_wanted", now) > 0ns);
        QVERIFY(gate.entryCount() <= 16 * FailureLimiter::mostPerShard);
    }

    void memoryIsBoundedByWhoAskedLately()
    {
        ClientLimits limits;
        Moment now;
        for (int i = 0; i < 20'000; ++i) {
            now.steady += std::chrono::milliseconds(10);
            QCOMPARE(limits.take(QByteArray::number(i), Act::Token, now), 0ns);
        }
        QVERIFY2(limits.entryCount() <= 4096, qPrintable(QString::number(limits.entryCount())));
    }
};

void TestClientLimits::clientsAtRestAreForgottenForRoom()
{
    using Act = ClientLimits::Act;
    ClientLimits limits;
    const Moment start{noon(), 1h};
    for (std::size_t i = 0; i < room - 3; ++i)
        QCOMPARE(limits.take(QByteArray::number(qulonglong(i)), Act::Token, start), 0ns);
    const auto rest = std::chrono::nanoseconds(1s) / ClientLimits::rateOf(Act::Token).perSecond;
    const Moment later{noon(), start.steady + std::chrono::duration_cast<std::chrono::nanoseconds>(rest)};
    // Busy in one act of three, and used up in it.
    for (int i = 0; i < ClientLimits::rateOf(Act::Revocation).burst; ++i)
        QCOMPARE(limits.take("busy", Act::Revocation, later), 0ns);
    QCOMPARE(limits.take("one more", Act::Token, later), 0ns);
    QCOMPARE(limits.take("the last", Act::Token, later), 0ns);
    QCOMPARE(limits.entryCount(), room);
    QCOMPARE(limits.take("too many", Act::Token, later), 0ns);
    QCOMPARE(limits.entryCount(), std::size_t(4)); // those at rest went, to the very instant
    QVERIFY(limits.take("busy", Act::Revocation, later) > 0ns);
}

void TestClientLimits::roomGrowsWithWhoIsBusy()
{
    using Act = ClientLimits::Act;
    ClientLimits limits;
    const Moment now{noon(), 1h};
    std::size_t count = 0;
    const auto ask = [&](Moment when) {
        (void)limits.take(QByteArray::number(qulonglong(++count)), Act::Token, when);
        return limits.entryCount();
    };
    while (count <= room)
        QCOMPARE(ask(now), count); // nobody is at rest, and nobody goes
    const Moment later{noon(), 2h};
    while (count < 2 * room)
        QCOMPARE(ask(later), count); // nor is anybody looked for again so soon
    QVERIFY(ask(later) < count);
    QCOMPARE(limits.entryCount(), room); // those of the second hour
}

QTEST_GUILESS_MAIN(TestClientLimits)
#include "tst_client_limits.moc"
