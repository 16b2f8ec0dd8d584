// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/admin/credentials/rotation_requests.h"
#include "tests/platform/store/history/history_fixture.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/clock/clock_watch.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/checkpoint_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "tests/support/in_time.h"

#include <QtTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

constexpr auto jump = std::chrono::hours(25);

/// The service's minute: what its maintenance thread does in one.
void minute(AdminFixture &fixture, Maintenance &maintenance)
{
    for (int second = 0; second < 60; ++second) {
        fixture.clock.advance(1s);
        maintenance.everySecond();
    }
    maintenance.everyMinute();
}

/// The wall clock is set forward, for a minute, and back.
void jumpForAMinute(AdminFixture &fixture, Maintenance &maintenance)
{
    fixture.clock.stepWall(jump);
    minute(fixture, maintenance);
    fixture.clock.stepWall(-jump);
    minute(fixture, maintenance);
}

bool deny(AdminFixture &fixture, const QByteArray &jti, std::chrono::minutes life)
{
    TokenDenials::Request request;
    request.token = {jti, fixture.clock.now().wall + life};
    request.credentialId = u"crd_0000000000000000"_s;
    std::promise<bool> done;
    auto durable = done.get_future();
    fixture.administration->denials().deny(request, [&done](bool stored) { done.set_value(stored); });
    return durable.get();
}

QJsonArray steps(AdminFixture &fixture)
{
    return fixture.events("action=clock.step");
}

} // namespace

class TestClockSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settledTimeFollowsTheSteadyClock();
    void aRevokedTokenStaysDead();
    void aRevokedTokenStaysDeadAcrossARestart();
    void aBootWithTheClockAheadForgetsNothing();
    void denialsGoWhenTheyAreOver();
    void credentialsKeepTheirState();
    void aCutHitsWhatOnlyLooksExpired();
    void nothingElseIsForgotten();
    void aSignInDoesNotOutliveAWrongClock();
    void stepsAreRecorded();
    void checkpointsGoOn();
};

void TestClockSteps::settledTimeFollowsTheSteadyClock()
{
    ManualClock clock(Instant(1700000000000ms));
    ClockWatch watch(clock.now());
    const auto settled = [&] { return watch.settled(clock.now()); };
    const auto run = [&](std::chrono::seconds time) {
        bool stepped = false;
        for (std::chrono::seconds passed{0}; passed < time; passed += 10s) {
            clock.advance(10s);
            stepped = watch.tick(clock.now()).has_value() || stepped;
        }
        return stepped;
    };
    QVERIFY(!run(600s));
    QCOMPARE(settled(), clock.now().wall);

    clock.stepWall(1s); // a correction
    QVERIFY(!run(10s));
    QCOMPARE(settled(), clock.now().wall);

    clock.stepWall(jump);
    clock.advance(1s);
    const auto step = watch.tick(clock.now());
    QVERIFY(step);
    QCOMPARE(step->actual - step->expected, std::chrono::milliseconds(jump));
    QVERIFY(!run(60s)); // said once
    QVERIFY(clock.now().wall - settled() >= jump - 2s);
    clock.stepWall(-jump);
    QVERIFY(watch.tick(clock.now()));
    QCOMPARE(settled(), clock.now().wall);

    clock.stepWall(-jump); // settled time is never after the wall clock
    QVERIFY(watch.tick(clock.now()));
    QCOMPARE(settled(), clock.now().wall);

    clock.stepWall(jump); // believed when it stays
    QVERIFY(run(ClockWatch::believedAfter - 10s));
    QVERIFY(settled() < clock.now().wall - 24h);
    (void)run(30s);
    QCOMPARE(settled(), clock.now().wall);

    // The next process of the same boot goes on from there.
    ClockWatch next(clock.now());
    const Moment before = clock.now();
    clock.advance(1h);
    clock.stepWall(jump);
    next.resume(before, clock.now());
    QVERIFY(clock.now().wall - next.settled(clock.now()) >= jump - 2s);
    QVERIFY(next.tick(clock.now()));
    // Another boot: the wall clock is believed after the hour here too; being off is no step.
    ClockWatch booted(clock.now());
    booted.resumeAfterBoot(clock.now().wall - jump, clock.now());
    QVERIFY(clock.now().wall - booted.settled(clock.now()) >= jump - 2s);
    for (int i = 0; i < 365; ++i) {
        QVERIFY(!booted.tick(clock.now()));
        if (i == 350)
            QVERIFY(clock.now().wall - booted.settled(clock.now()) >= jump - 2s);
        clock.advance(10s);
    }
    QCOMPARE(booted.settled(clock.now()), clock.now().wall);
}

void TestClockSteps::aRevokedTokenStaysDead()
{
    AdminFixture fixture;
    Maintenance maintenance(fixture.administration->context());
    minute(fixture, maintenance);
    QVERIFY(deny(fixture, "jti-1", 14min));
    jumpForAMinute(fixture, maintenance);
    QVERIFY(fixture.policy->current()->isDenied("jti-1"));
    // Denied while the clock is wrong: as if it had expired already.
    fixture.clock.stepWall(jump);
    minute(fixture, maintenance);
    TokenDenials::Request request;
    QVERIFY(deny(fixture, "jti-2", -std::chrono::minutes(60 * 25 - 10)));
    minute(fixture, maintenance);
    fixture.clock.stepWall(-jump);
    minute(fixture, maintenance);
    QVERIFY(fixture.policy->current()->isDenied("jti-2"));
    fixture.open();
    QVERIFY(fixture.policy->current()->isDenied("jti-1"));
    QVERIFY(fixture.policy->current()->isDenied("jti-2"));
}

void TestClockSteps::aRevokedTokenStaysDeadAcrossARestart()
{
    AdminFixture fixture;
    {
        Maintenance maintenance(fixture.administration->context());
        minute(fixture, maintenance);
    }
    QVERIFY(deny(fixture, "jti-1", 14min));
    fixture.clock.stepWall(jump);
    fixture.open(); // the service starts while the clock is wrong
    {
        Maintenance maintenance(fixture.administration->context());
        maintenance.resumeClock();
        minute(fixture, maintenance);
    }
    fixture.clock.stepWall(-jump);
    fixture.open();
    QVERIFY(fixture.policy->current()->isDenied("jti-1"));
}

void TestClockSteps::aBootWithTheClockAheadForgetsNothing()
{
    AdminFixture fixture;
    const AdminFixture::Issued issued = fixture.makeCredential(fixture.makePartner(u"mu"_s));
    CallRecord call;
    call.id = u"dec_1"_s;
    call.at = toDateTime(fixture.clock.now().wall);
    call.outcome = Outcome::Served;
    call.reason = DecisionReason::Allowed;
    {
        Maintenance maintenance(fixture.administration->context());
        minute(fixture, maintenance);
    }
    QVERIFY(deny(fixture, "jti-1", 14min));
    const auto written = fixture.administration->context().store.writeNow<bool>([&call](Tx &tx) {
        call_rows::insert(tx, call);
        return true;
    });
    QVERIFY(written);
    const auto calls = [&fixture] {
        return fixture.administration->context()
            .store
            .readNow<qint64>([](Tx &tx) {
                Statement row = tx.queryOnce(u"SELECT COUNT(*) FROM calls"_s);
                return row.next() ? row.number(0) : qint64{-1};
            })
            .value();
    };
    QCOMPARE(calls(), 1);
    for (const std::chrono::hours ahead : {std::chrono::hours(25), std::chrono::hours(24 * 400)}) {
        fixture.close();
        tamper(fixture.dir.path(), [](Tx &tx) { // the mark of another boot
            QStringList parts = meta_rows::value(tx, u"clock_seen"_s).split(u' ');
            QCOMPARE(parts.size(), 3);
            parts[2] = u"another-boot"_s;
            meta_rows::put(tx, u"clock_seen"_s, parts.join(u' '));
        });
        fixture.clock.stepWall(ahead);
        fixture.open();
        Maintenance maintenance(fixture.administration->context());
        maintenance.resumeClock();
        minute(fixture, maintenance);
        fixture.clock.stepWall(-ahead); // the time service sets it
        minute(fixture, maintenance);
        QVERIFY(fixture.policy->current()->isDenied("jti-1"));
        QVERIFY(fixture.policy->current()->credential(id16Of(issued.id))->state == CredentialState::Active);
        QCOMPARE(calls(), 1);
    }
    fixture.open();
    QVERIFY(fixture.policy->current()->isDenied("jti-1"));
    QVERIFY(fixture.policy->current()->credential(id16Of(issued.id))->state == CredentialState::Active);
}

void TestClockSteps::denialsGoWhenTheyAreOver()
{
    AdminFixture fixture;
    Maintenance maintenance(fixture.administration->context());
    QVERIFY(deny(fixture, "jti-1", 14min));
    for (int i = 0; i < 14; ++i)
        minute(fixture, maintenance);
    QVERIFY(!fixture.policy->current()->isDenied("jti-1"));
    fixture.open();
    QVERIFY(!fixture.policy->current()->isDenied("jti-1"));
}

void TestClockSteps::credentialsKeepTheirState()
{
    AdminFixture fixture;
    Maintenance maintenance(fixture.administration->context());
    const QString partner = fixture.makePartner(u"mu"_s);
    const SealingKey key = SealingKey::generate(fixture.random);
    // One that expires within the jump, one that nobody acknowledged yet.
    QJsonObject body = fixture.issueBody(key.publicKey());
    body.insert(u"expires_at"_s,
                toDateTime(fixture.clock.now().wall).addSecs(20 * 3600).toString(Qt::ISODateWithMs));
    const QByteArray idempotency = fixture.freshKey();
    const Reply issued = fixture.post("/partners/" + partner.toLatin1() + "/credentials", body, idempotency);
    QCOMPARE(issued.status, 201);
    const QString id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    jumpForAMinute(fixture, maintenance);
    const auto state = [&] {
        return fixture.get("/credentials/" + id.toLatin1()).json.value(u"state"_s).toString();
    };
    QCOMPARE(state(), u"pending"_s);
    const Secret text = AdminFixture::unseal(issued.json, key, idempotency);
    QCOMPARE(fixture.acknowledge(id, 1, text).status, 200);
    jumpForAMinute(fixture, maintenance);
    QCOMPARE(state(), u"active"_s);
    QVERIFY(fixture.policy->current()->credential(id16Of(id))->state == CredentialState::Active);
    QCOMPARE(fixture.eventCount("action=credential.expired"), 0);
    // A clock that stays where it was set is believed, and then it is over.
    fixture.clock.stepWall(jump);
    for (int i = 0; i < 62; ++i)
        minute(fixture, maintenance);
    fixture.signIn(u"tester"_s, {u"admin"_s});
    QCOMPARE(state(), u"expired"_s);
    QVERIFY(fixture.policy->current()->credential(id16Of(id))->state == CredentialState::Expired);
}

/// A revocation of what only the wall clock calls expired is carried out and stays, also one that the side
/// journal keeps until the store takes it.
void TestClockSteps::aCutHitsWhatOnlyLooksExpired()
{
    AdminFixture fixture;
    AdminContext &context = fixture.administration->context();
    Maintenance maintenance(context);
    maintenance.everySecond();
    const QString partner = fixture.makePartner(u"mu"_s);
    const SealingKey key = SealingKey::generate(fixture.random);
    const auto make = [&] {
        QJsonObject body = fixture.issueBody(key.publicKey());
        body.insert(u"expires_at"_s,
                    toDateTime(fixture.clock.now().wall).addSecs(20 * 3600).toString(Qt::ISODateWithMs));
        const QByteArray used = fixture.freshKey();
        const Reply issued = fixture.post("/partners/" + partner.toLatin1() + "/credentials", body, used);
        const QString id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
        if (fixture.acknowledge(id, 1, AdminFixture::unseal(issued.json, key, used)).status != 200)
            qFatal("not acknowledged");
        return id;
    };
    const QString suspended = make();
    const QString journaled = make();
    const QString rotated = make();
    const Reply rotation = fixture.post(path(rotated, "/rotate"), rotateBody(key.publicKey(), 6 * 3600),
                                        "rotate", fixture.get(path(rotated)).etag);
    QCOMPARE(fixture.acknowledge(rotated, 2, AdminFixture::unseal(rotation.json, key, "rotate")).status, 200);

    fixture.clock.stepWall(jump);
    maintenance.everySecond();
    fixture.signIn(u"tester"_s, {u"admin"_s});
    QCOMPARE(fixture.get(path(suspended)).json.value(u"state"_s).toString(), u"expired"_s);
    const Reply reply = fixture.post(path(suspended, "/suspend"), act());
    QVERIFY2(reply.status == 200, reply.body.constData());
    QCOMPARE(reply.json.value(u"state"_s).toString(), u"suspended"_s);
    QJsonObject now = act();
    now.insert(u"until"_s, toDateTime(fixture.clock.now().wall).toString(Qt::ISODateWithMs));
    const Reply ended = fixture.post(path(rotated, "/grace"), now, {}, fixture.get(path(rotated)).etag);
    QVERIFY2(ended.status == 200, ended.body.constData());
    JournalEntry entry;
    entry.kind = JournalEntry::Kind::Suspend;
    entry.id = journaled;
    entry.at = context.now();
    entry.actor = u"tester"_s;
    std::promise<bool> kept;
    context.backlog.note({entry, context.policy.narrow(narrowings::of(entry)).ticket},
                         [&kept](bool done) { kept.set_value(done); });
    auto done = kept.get_future();
    QVERIFY(pc::test::inTime(done, std::chrono::seconds(30)));
    maintenance.everySecond();
    QVERIFY(context.backlog.waiting().empty());

    fixture.clock.stepWall(-jump);
    maintenance.everySecond();
    fixture.open(); // as stored
    const auto rule = [&](const QString &id) { return fixture.policy->current()->credential(id16Of(id)); };
    QVERIFY(rule(suspended)->state == CredentialState::Suspended);
    QVERIFY(rule(journaled)->state == CredentialState::Suspended);
    const Instant wall = fixture.clock.now().wall;
    QVERIFY(!CredentialRule::isValid(*rule(rotated)->generation(1), wall));
    QVERIFY(CredentialRule::isValid(*rule(rotated)->generation(2), wall));
}

void TestClockSteps::nothingElseIsForgotten()
{
    AdminFixture fixture;
    Maintenance maintenance(fixture.administration->context());
    const QByteArray key = fixture.freshKey();
    const Reply first = fixture.post("/partners", fixture.draft(u"mu"_s), key);
    QCOMPARE(first.status, 201);
    const QByteArray token = fixture.token;
    CallRecord call;
    call.id = u"dec_1"_s;
    call.at = toDateTime(fixture.clock.now().wall);
    call.outcome = Outcome::Served;
    call.reason = DecisionReason::Allowed;
    QVERIFY(fixture.calls->push(call));
    const auto far = std::chrono::hours(24 * 400);
    fixture.clock.stepWall(far);
    minute(fixture, maintenance);
    fixture.clock.stepWall(-far);
    minute(fixture, maintenance);
    QCOMPARE(fixture.token, token);
    QCOMPARE(fixture.get("/session").status, 200); // the session is there again
    const Reply again = fixture.post("/partners", fixture.draft(u"mu"_s), key);
    QCOMPARE(again.status, 201); // the kept reply, not a second partner
    QCOMPARE(again.json.value(u"id"_s), first.json.value(u"id"_s));
    fixture.open();
    QCOMPARE(fixture.get("/session").status, 200);
}

void TestClockSteps::aSignInDoesNotOutliveAWrongClock()
{
    AdminFixture fixture;
    Maintenance maintenance(fixture.administration->context());
    fixture.clock.stepWall(jump);
    fixture.signIn(u"tester"_s, {u"admin"_s});
    QCOMPARE(fixture.get("/session").status, 200);
    fixture.clock.stepWall(-jump);
    maintenance.everySecond();
    QCOMPARE(fixture.get("/session").status, 401);
    fixture.signIn(u"tester"_s, {u"admin"_s});
    QCOMPARE(fixture.get("/session").status, 200);
}

void TestClockSteps::stepsAreRecorded()
{
    AdminFixture fixture;
    Maintenance maintenance(fixture.administration->context());
    minute(fixture, maintenance);
    QCOMPARE(steps(fixture).size(), 0);
    const QDateTime before = toDateTime(fixture.clock.now().wall);
    jumpForAMinute(fixture, maintenance);
    const QJsonArray events = steps(fixture); // newest first
    QCOMPARE(events.size(), 2);
    const auto change = [&events](int i, QStringView side) {
        return QDateTime::fromString(
            events.at(i).toObject().value(u"changes"_s).toArray().first().toObject().value(side).toString(),
            Qt::ISODateWithMs);
    };
    QCOMPARE(change(1, u"before"), before.addSecs(1));
    QCOMPARE(change(1, u"after").toSecsSinceEpoch(), before.addSecs(1 + 25 * 3600).toSecsSinceEpoch());
    QCOMPARE(change(0, u"before").secsTo(change(0, u"after")), -25 * 3600);
    // What is recorded after the clock was set back bears the right time again.
    (void)fixture.makePartner(u"mu"_s);
    const QJsonArray newest = fixture.events("limit=1");
    const auto at =
        QDateTime::fromString(newest.first().toObject().value(u"at"_s).toString(), Qt::ISODateWithMs);
    QCOMPARE(at, toDateTime(fixture.clock.now().wall));
    // What an operator does while the clock is wrong says so.
    fixture.clock.stepWall(jump);
    maintenance.everySecond();
    fixture.signIn(u"tester"_s, {u"admin"_s});
    (void)fixture.makePartner(u"nu"_s);
    const QJsonArray made = fixture.events("limit=1");
    const QJsonObject note = made.first().toObject().value(u"changes"_s).toArray().last().toObject();
    QCOMPARE(note.value(u"field"_s).toString(), u"clock_ahead_seconds"_s);
    QVERIFY(qAbs(note.value(u"after"_s).toString().toInt() - 25 * 3600) <= 5);
    fixture.clock.stepWall(-jump);
    maintenance.everySecond();
    fixture.signIn(u"tester"_s, {u"admin"_s});
    // A clock that jumps every second does not fill the log.
    for (int i = 0; i < 120; ++i) {
        fixture.clock.stepWall(i % 2 == 0 ? 1h : -1h);
        fixture.clock.advance(1s);
        maintenance.everySecond();
    }
    QVERIFY(steps(fixture).size() <= 6);
}

void TestClockSteps::checkpointsGoOn()
{
    AdminFixture fixture;
    Maintenance maintenance(fixture.administration->context());
    fixture.clock.stepWall(jump);
    fixture.signIn(u"tester"_s, {u"admin"_s});
    (void)fixture.makePartner(u"mu"_s);
    minute(fixture, maintenance);
    fixture.clock.stepWall(-jump);
    minute(fixture, maintenance);
    fixture.signIn(u"tester"_s, {u"admin"_s});
    const auto size = [&] { return fixture.get("/audit/checkpoint").json.value(u"size"_s).toInteger(); };
    const qint64 before = size();
    QVERIFY(before > 0);
    (void)fixture.makePartner(u"nu"_s);
    minute(fixture, maintenance);
    minute(fixture, maintenance);
    QVERIFY(size() > before);
}

QTEST_GUILESS_MAIN(TestClockSteps)
#include "tst_clock_steps.moc"
