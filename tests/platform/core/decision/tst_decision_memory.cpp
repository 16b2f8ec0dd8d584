// SPDX-License-Identifier: GPL-3.0-or-later
// What the service remembers for a while: failures, live tokens, leaks that were told, and the clock.
#include "tests/platform/core/decision/decision_fixture.h"

#include "platform/clock/clock_watch.h"
#include "platform/clock/work_age.h"
#include "platform/core/decision/leak_watch.h"
#include "platform/core/limits/failure_limiter.h"
#include "platform/oauth/live_tokens.h"

#include <QDeadlineTimer>
#include <QTest>

#include <thread>

using namespace testing;

namespace {

QByteArray numbered(const char *word, qsizetype n)
{
    return word + QByteArray::number(n);
}

void fail(FailureLimiter &gate, const QByteArray &id, Moment now, int times)
{
    for (int i = 0; i < times; ++i)
        gate.failed("s", id, now);
}

bool isBlocked(const FailureLimiter &gate, const QByteArray &id, Moment now)
{
    return gate.blockedFor("s", id, now) > 0ns;
}

/// Fails `times` with new ids from `first` on until the gate forgets somebody; the id that caused it.
qsizetype failUntilSomethingGoes(FailureLimiter &gate, qsizetype first, Moment now, int times)
{
    for (qsizetype i = first;; ++i) {
        const std::size_t before = gate.entryCount();
        fail(gate, numbered("n", i), now, times);
        if (gate.entryCount() != before + 1)
            return i;
    }
}

} // namespace

class TestDecisionMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failuresCountWithinTheirWindow();
    void failuresAreForgottenOnlyForRoom();
    void whatIsOverGoesFirst();
    void blocksGoLast();
    void handsOfAClockGoTogether();
    void workIsAsOldAsItsBeginning();
    void aFewSecondsAreNoStep();
    void settledTimeHasItsBounds();
    void anotherProcessGoesOnFromTheReadingBefore();
    void liveTokensHaveTheirBounds();
    void liveTokensAreSweptOnceAMinute();
    void aRequestHasABudget();
    void onlyLivingSecretsAreLeaks_data();
    void onlyLivingSecretsAreLeaks();
    void aLeakIsToldOnceADay();
    void whatWasToldIsBounded();
};

void TestDecisionMemory::failuresCountWithinTheirWindow()
{
    FailureLimiter gate;
    const Moment start{noon(), 5s};
    const int almost = FailureLimiter::allowedFailures - 1;
    fail(gate, "a", start, almost);
    fail(gate, "b", start, almost);
    const Moment last{noon(), start.steady + FailureLimiter::window - 1ns};
    const Moment over{noon(), start.steady + FailureLimiter::window};
    fail(gate, "a", last, 1);
    QCOMPARE(gate.blockedFor("s", "a", last), std::chrono::nanoseconds(FailureLimiter::blockTime));
    fail(gate, "b", over, 1); // the first of a new window
    QCOMPARE(gate.blockedFor("s", "b", over), 0ns);
    fail(gate, "b", over, almost - 1);
    QCOMPARE(gate.blockedFor("s", "b", over), 0ns);
    fail(gate, "b", over, 1);
    QCOMPARE(gate.blockedFor("s", "b", over), std::chrono::nanoseconds(FailureLimiter::blockTime));
    QCOMPARE(gate.blockedFor("s", "never", over), 0ns);
    const Moment ended{noon(), over.steady + FailureLimiter::blockTime};
    QCOMPARE(gate.blockedFor("s", "b", {noon(), ended.steady - 1ns}), 1ns);
    QCOMPARE(gate.blockedFor("s", "b", ended), 0ns);
    QCOMPARE(gate.blockedFor("s", "b", {noon(), ended.steady + 1h}), 0ns);
    fail(gate, "b", ended, almost); // after a block the count is at its beginning
    QCOMPARE(gate.blockedFor("s", "b", ended), 0ns);
}

void TestDecisionMemory::failuresAreForgottenOnlyForRoom()
{
    const Moment now{noon(), 0ns};
    FailureLimiter first;
    const qsizetype full = failUntilSomethingGoes(first, 0, now, 1);

    FailureLimiter gate;
    for (qsizetype i = 0; i < full; ++i)
        fail(gate, numbered("n", i), now, 1);
    QCOMPARE(gate.entryCount(), std::size_t(full));
    for (qsizetype i = 0; i < full; ++i) // known ones need no room
        fail(gate, numbered("n", i), now, 1);
    QCOMPARE(gate.entryCount(), std::size_t(full));
    fail(gate, numbered("n", full), now, 1); // the first that does not fit: its shard starts anew
    QCOMPARE(gate.entryCount(), std::size_t(full) - FailureLimiter::mostPerShard + 1);

    FailureLimiter sparse; // what is over stays while there is room
    fail(sparse, "old", now, 1);
    fail(sparse, "new", {noon(), 1h}, 1);
    QCOMPARE(sparse.entryCount(), std::size_t(2));
}

void TestDecisionMemory::whatIsOverGoesFirst()
{
    FailureLimiter gate;
    const Moment before{noon(), 1h};
    for (qsizetype i = 0; i < 15'000; ++i)
        fail(gate, numbered("over", i), before, 1);
    for (qsizetype i = 0; i < 15'000; ++i)
        fail(gate, numbered("wasBlocked", i), before, FailureLimiter::allowedFailures);
    const Moment now{noon(), before.steady + FailureLimiter::window}; // and of the blocks
    const qsizetype last = failUntilSomethingGoes(gate, 0, now, FailureLimiter::allowedFailures - 1);
    QVERIFY(gate.entryCount() < std::size_t(last + 30'000));
    for (qsizetype i = 0; i <= last; ++i) {
        fail(gate, numbered("n", i), now, 1);
        QVERIFY2(isBlocked(gate, numbered("n", i), now), qPrintable(QString::number(i)));
    }
}

void TestDecisionMemory::blocksGoLast()
{
    FailureLimiter gate;
    const Moment now{noon(), 1h};
    const qsizetype last = failUntilSomethingGoes(gate, 0, now, FailureLimiter::allowedFailures);
    // Blocks alone filled a shard: all of it went, and whoever came is there.
    QCOMPARE(gate.entryCount(), std::size_t(last) - FailureLimiter::mostPerShard + 1);
    QVERIFY(isBlocked(gate, numbered("n", last), now));

    FailureLimiter mixed; // a shard with one that can go keeps its blocks
    for (qsizetype i = 0; i < 30'000; ++i)
        fail(mixed, numbered("blocked", i), now, FailureLimiter::allowedFailures);
    (void)failUntilSomethingGoes(mixed, 0, now, 1);
    for (qsizetype i = 0; i < 30'000; ++i)
        QVERIFY(isBlocked(mixed, numbered("blocked", i), now));
}

void TestDecisionMemory::handsOfAClockGoTogether()
{
    ManualClock clock(noon());
    for (int i = 0; i < 3; ++i)
        clock.advance(500us); // the wall clock shows milliseconds
    QCOMPARE(clock.now().steady, std::chrono::nanoseconds(1500us));
    QCOMPARE(clock.now().wall, noon() + 1ms);
    clock.advance(500us);
    QCOMPARE(clock.now().wall, noon() + 2ms);
    clock.stepWall(1h);
    QCOMPARE(clock.now().wall, noon() + 1h + 2ms);
    QCOMPARE(clock.now().steady, std::chrono::nanoseconds(2ms));
}

void TestDecisionMemory::workIsAsOldAsItsBeginning()
{
    WorkAge work;
    QCOMPARE(work.age(), 0ns);
    for (int round = 0; round < 2; ++round) {
        work.begin();
        const QDeadlineTimer limit(20'000);
        while (work.age() == 0ns && !limit.hasExpired())
            std::this_thread::yield();
        QVERIFY(work.age() > 0ns);
        QVERIFY(work.age() < 1min);
        work.end();
        QCOMPARE(work.age(), 0ns);
    }
}

void TestDecisionMemory::aFewSecondsAreNoStep()
{
    for (const auto off : {ClockWatch::tolerance, -ClockWatch::tolerance}) {
        for (const auto more : {0ms, 1ms}) {
            ManualClock clock(noon());
            ClockWatch watch(clock.now());
            clock.advance(1s);
            const Instant expected = clock.now().wall;
            clock.stepWall(off > 0ms ? off + more : off - more);
            const auto step = watch.tick(clock.now());
            QCOMPARE(step.has_value(), more > 0ms);
            if (step) {
                QCOMPARE(step->expected, expected);
                QCOMPARE(step->actual, clock.now().wall);
            }
            clock.advance(1s);
            QVERIFY(!watch.tick(clock.now())); // said once
        }
    }
}

void TestDecisionMemory::settledTimeHasItsBounds()
{
    ManualClock clock(noon());
    ClockWatch watch(clock.now());
    clock.stepWall(ClockWatch::tolerance); // slightly off: the line follows at once
    (void)watch.tick(clock.now());
    QCOMPARE(watch.ahead(clock.now()), 0ms);
    clock.stepWall(ClockWatch::tolerance);
    (void)watch.tick(clock.now());
    QCOMPARE(watch.ahead(clock.now()), 0ms);

    // Believed after exactly an hour, whatever came before.
    clock.stepWall(1min);
    (void)watch.tick(clock.now());
    const auto ahead = std::chrono::milliseconds(1min) - ClockWatch::tolerance;
    QCOMPARE(watch.ahead(clock.now()), ahead);
    for (int round = 0; round < 2; ++round) {
        clock.advance(ClockWatch::believedAfter - 1ms);
        (void)watch.tick(clock.now());
        QCOMPARE(watch.ahead(clock.now()), ahead);
        clock.advance(1ms);
        (void)watch.tick(clock.now());
        QCOMPARE(watch.ahead(clock.now()), 0ms);
        clock.stepWall(1min); // and the next time an hour from then on
        (void)watch.tick(clock.now());
    }
    clock.advance(30min);
    clock.stepWall(-1min); // set right
    (void)watch.tick(clock.now());
    clock.stepWall(1min);
    (void)watch.tick(clock.now());
    clock.advance(31min); // an hour and more since the first time
    (void)watch.tick(clock.now());
    QCOMPARE(watch.ahead(clock.now()), ahead);
}

void TestDecisionMemory::anotherProcessGoesOnFromTheReadingBefore()
{
    const Moment now{noon(), 100s};
    const auto stepAfter = [&now](Moment before) {
        ClockWatch watch(now);
        watch.resume(before, now);
        return watch.tick(now).has_value();
    };
    QVERIFY(stepAfter({noon() - 1h, 99s}));
    QVERIFY(stepAfter({noon() - 1h, 100s}));  // of the very same instant
    QVERIFY(!stepAfter({noon() - 1h, 101s})); // of another boot
    ClockWatch watch(now);
    watch.resume({noon() - 1h, 101s}, now);
    QCOMPARE(watch.ahead(now), std::chrono::milliseconds(1h) - ClockWatch::tolerance);
}

void TestDecisionMemory::liveTokensHaveTheirBounds()
{
    LiveTokens live;
    const Moment now{noon(), 0ns};
    live.issued("a", 1, noon() + 10s, now);
    live.issued("a", 1, noon() + 10s, now);
    live.issued("a", 1, noon() + 20'001ms, now); // counts as a whole second more
    live.issued("a", 2, noon() + 10s, now);
    QCOMPARE(live.count("a", 1, noon() + 9'999ms), 3);
    QCOMPARE(live.count("a", 1, noon() + 10s), 1);
    QCOMPARE(live.count("a", 1, noon() + 20s), 1);
    QCOMPARE(live.count("a", 1, noon() + 21s), 0);
    QCOMPARE(live.count("a", 3, noon()), 0);
    QCOMPARE(live.count("b", 1, noon()), 0);
    QCOMPARE(live.count("b", noon()), 0);
    live.ended("b", 1, noon() + 10s); // nobody's
    live.ended("a", 3, noon() + 10s);
    live.ended("a", 1, noon() + 11s);
    QCOMPARE(live.count("a", noon()), 4);
    live.ended("a", 1, noon() + 20'001ms);
    QCOMPARE(live.count("a", noon()), 3);
    live.ended("a", 1, noon() + 10s); // one of two
    QCOMPARE(live.count("a", 1, noon()), 1);
    live.ended("a", 1, noon() + 10s);
    live.ended("a", 1, noon() + 10s); // once too often
    QCOMPARE(live.count("a", 1, noon()), 0);
    QCOMPARE(live.count("a", noon()), 1);
}

void TestDecisionMemory::liveTokensAreSweptOnceAMinute()
{
    LiveTokens live;
    live.issued("a", 1, noon() + 10s, {noon(), 0ns});
    live.issued("a", 1, noon() + 60s, {noon(), 0ns});
    live.issued("a", 1, noon() + 61s, {noon(), 0ns});
    const auto remembered = [&live] { return live.count("a", noon() - 1s); };
    live.issued("b", 1, noon() + 5min, {noon() + 60s, 60s}); // a minute: not yet
    QCOMPARE(remembered(), 3);
    live.issued("b", 1, noon() + 5min, {noon() + 60s, 60s + 1ns});
    QCOMPARE(remembered(), 1);                               // what ends now is over
    live.issued("b", 1, noon() + 5min, {noon() + 70s, 70s}); // the next minute counts from then
    QCOMPARE(remembered(), 1);
    live.issued("b", 1, noon() + 5min, {noon() + 121s, 121s});
    QCOMPARE(remembered(), 0);
    QCOMPARE(live.count("b", noon()), 4);
}

namespace {

/// A leak watch over one credential with one generation.
struct Watched
{
    Fixture fixture;
    PolicyHolder holder;
    ManualClock clock{noon()};
    LeakWatch watch{holder, fixture.peppers, clock, "pcx"};
    std::vector<LeakSighting> told;

    explicit Watched(CredentialState state = CredentialState::Active,
                     GenerationState generation = GenerationState::Active)
    {
        CredentialRule rule = fixture.credential(1);
        rule.state = state;
        rule.generations[0].state = generation;
        rule.generations.push_back(fixture.generation(rule, 1, 2));
        holder.publish([&rule](const Policy &policy) { return policy.withCredential(rule); });
        watch.setSink([this](const LeakSighting &each) { told.push_back(each); });
    }

    static QString text(int n, int generation = 1)
    {
        const auto formatted = formatCredential({QByteArray("pcx"), CredentialTextType::ApiKey,
                                                 Realm::Production, id16(n), Fixture::secret(n, generation)});
        return QString::fromLatin1(formatted->view().toByteArray());
    }

    void look(const QString &text, const QString &place = u"path"_s)
    {
        LeakSighting about;
        about.place = place;
        about.source = u"192.0.2.1"_s;
        about.requestId = u"req"_s;
        watch.look(text, about);
    }
};

} // namespace

/// What looking costs is bounded for each request; what costs nothing takes nothing from it.
void TestDecisionMemory::aRequestHasABudget()
{
    Watched watched;
    const auto seen = [&watched](const QStringList &texts) {
        const std::size_t before = watched.told.size();
        LeakWatch::Budget budget;
        static int place = 0;
        for (const QString &text : texts) {
            LeakSighting about;
            about.place = QString::number(++place);
            watched.watch.look(text, about, budget);
        }
        return static_cast<int>(watched.told.size() - before);
    };
    const QString secret = Watched::text(1);
    const QString plain = u"Mozilla/5.0 (X11; Linux x86_64) like anything, "_s.repeated(200);
    QCOMPARE(seen({secret}), 1);
    QCOMPARE(seen({plain, plain, secret}), 1);
    QCOMPARE(seen({QString(1900, u'a'), secret}), 1);
    QCOMPARE(seen({QString(2000, u'a'), secret}), 0); // less is left than a credential has
    QCOMPARE(seen({QString(1200, u'a'), QString(1200, u'a'), secret}), 0);
    QCOMPARE(seen({QString(QString(2000, u'a') + u' ' + secret)}), 0);
}

void TestDecisionMemory::onlyLivingSecretsAreLeaks_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("generation");
    QTest::addColumn<bool>("leak");
    for (const CredentialState state :
         {CredentialState::Unknown, CredentialState::Pending, CredentialState::Active,
          CredentialState::Rotating, CredentialState::Suspended, CredentialState::Expired,
          CredentialState::Void, CredentialState::Revoked}) {
        for (const GenerationState generation :
             {GenerationState::Unknown, GenerationState::Pending, GenerationState::Active,
              GenerationState::Grace, GenerationState::Suspended, GenerationState::Void,
              GenerationState::Ended, GenerationState::Revoked}) {
            const bool dead = state == CredentialState::Revoked || generation == GenerationState::Ended ||
                              generation == GenerationState::Revoked;
            QTest::addRow("credential %d, generation %d", int(state), int(generation))
                << int(state) << int(generation) << !dead;
        }
    }
}

void TestDecisionMemory::onlyLivingSecretsAreLeaks()
{
    QFETCH(int, state);
    QFETCH(int, generation);
    QFETCH(bool, leak);
    Watched watched(static_cast<CredentialState>(state), static_cast<GenerationState>(generation));
    // Nobody's, one with another secret, then ours: what comes first hides nothing.
    watched.look(Watched::text(9) + u' ' + Watched::text(1, 7) + u' ' + Watched::text(1));
    QCOMPARE(watched.told.size(), std::size_t(leak ? 1 : 0));
    if (!leak)
        return;
    const LeakSighting &sighting = watched.told.front();
    QCOMPARE(sighting.credentialId, u"crd_"_s + QString::fromLatin1(id16(1)));
    QCOMPARE(sighting.generation, 1);
    QCOMPARE(sighting.partnerId, u"prt_1"_s);
    QCOMPARE(sighting.place, u"path"_s);
    QCOMPARE(sighting.source, u"192.0.2.1"_s);
    QCOMPARE(sighting.requestId, u"req"_s);
    QVERIFY(sighting.by.isEmpty());
}

void TestDecisionMemory::aLeakIsToldOnceADay()
{
    Watched watched;
    const auto toldAfter = [&watched](const QString &text, const QString &place) {
        watched.look(text, place);
        return watched.told.size();
    };
    QCOMPARE(toldAfter(QString(), u"path"_s), std::size_t(0));
    QCOMPARE(toldAfter(Watched::text(1), u"path"_s), std::size_t(1));
    QCOMPARE(toldAfter(Watched::text(1), u"path"_s), std::size_t(1));
    QCOMPARE(toldAfter(Watched::text(1), u"query"_s), std::size_t(2));    // another place
    QCOMPARE(toldAfter(Watched::text(1, 2), u"query"_s), std::size_t(3)); // another generation
    // One that was told before hides none behind it.
    QCOMPARE(toldAfter(Watched::text(1) + u' ' + Watched::text(1, 2), u"path"_s), std::size_t(4));
    watched.clock.advance(LeakWatch::again - 1ns);
    QCOMPARE(toldAfter(Watched::text(1), u"path"_s), std::size_t(4));
    watched.clock.advance(1ns);
    QCOMPARE(toldAfter(Watched::text(1), u"path"_s), std::size_t(5));
    watched.clock.advance(LeakWatch::again - 1ns);
    QCOMPARE(toldAfter(Watched::text(1), u"path"_s), std::size_t(5));

    int asked = 0;
    const auto sender = [&asked] {
        ++asked;
        return u"opr_1"_s;
    };
    watched.watch.look(Watched::text(1), {}, sender);
    watched.watch.look(Watched::text(1), {}, sender);
    QCOMPARE(watched.told.back().by, u"opr_1"_s);
    QCOMPARE(asked, 1);

    LeakWatch deaf(watched.holder, watched.fixture.peppers, watched.clock, "pcx");
    deaf.look(Watched::text(1), {}); // nobody to tell
}

void TestDecisionMemory::whatWasToldIsBounded()
{
    Watched watched;
    const QString secret = Watched::text(1);
    const auto isTold = [&](const QString &place) {
        watched.told.clear();
        watched.look(secret, place);
        return !watched.told.empty();
    };
    const auto most = qsizetype(LeakWatch::mostRemembered);
    for (qsizetype i = 0; i < most / 2; ++i)
        QVERIFY(isTold(QString::number(i)));
    watched.clock.advance(1h);
    for (qsizetype i = most / 2; i < most; ++i)
        QVERIFY(isTold(QString::number(i)));
    QVERIFY(!isTold(u"0"_s)); // all of them are remembered
    watched.clock.advance(LeakWatch::again - 1h);
    QVERIFY(isTold(u"one more"_s)); // the first half is a day old and makes room
    QVERIFY(!isTold(QString::number(most / 2)));
    QVERIFY(!isTold(QString::number(most - 1)));
    for (qsizetype i = 1; i < most / 2; ++i)
        QVERIFY(isTold(u"again %1"_s.arg(i)));
    QVERIFY(!isTold(QString::number(most - 1)));
    QVERIFY(isTold(u"too many"_s)); // none is old enough: all go
    QVERIFY(isTold(QString::number(most - 1)));
}

QTEST_GUILESS_MAIN(TestDecisionMemory)
#include "tst_decision_memory.moc"
