// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/revocation/narrowings.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// What the store would refuse is known before it is asked, and denies nobody for a moment.
class TestForeseenRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What will be refused denies nothing, not for the length of a write either, and leaves no event.
    void whatIsRefusedDeniesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("because");
        const QStringList tagged{u"end grace"_s,    u"nearer grace"_s,  u"emergency rotation"_s,
                                 u"fewer scopes"_s, u"resources"_s,     u"smaller limits"_s,
                                 u"smaller plan"_s, u"fewer networks"_s};
        const QStringList closing{u"revoke"_s, u"suspend"_s, u"freeze"_s};
        const auto row = [](const QString &name, const char *because) {
            QTest::newRow(qPrintable(name + u' ' + QString::fromLatin1(because)))
                << name << QString::fromLatin1(because);
        };
        for (const QString &name : tagged) {
            for (const char *because : {"stale", "tag of later", "tag of nothing", "no tag", "key", "gone"})
                row(name, because);
        }
        for (const QString &name : closing) {
            for (const char *because : {"key", "state", "gone"})
                row(name, because);
        }
        for (const char *because : {"frozen", "suspended", "revoked", "expired"})
            row(u"emergency rotation"_s, because);
        for (const char *because : {"expired", "revoked", "grace over"})
            row(u"end grace"_s, because);
        for (const char *because : {"expired", "revoked"})
            row(u"suspend"_s, because);
        row(u"fewer scopes"_s, "lawful basis");
        // What is refused for the body alone.
        for (const QString &name : tagged + closing)
            row(name, "malformed");
        for (const QString &name : closing + QStringList{u"end grace"_s, u"emergency rotation"_s,
                                                         u"fewer scopes"_s, u"smaller limits"_s})
            row(name, "reason");
        row(u"emergency rotation"_s, "expiry");
        row(u"smaller plan"_s, "country");
        for (const char *because : {"owner", "slug", "plan", "number", "basis of the scopes"})
            row(u"smaller plan"_s, because);
    }
    void whatIsRefusedDeniesNothing()
    {
        QFETCH(QString, name);
        QFETCH(QString, because);
        RevocationFixture fixture;
        QByteArray key = fixture.admin.freshKey();
        fixture.spoil(name, because); // before the act is read: its tag is the one of then
        Act wanted = fixture.actNamed(name);
        fixture.spoil(wanted, name, because, key);
        const CredentialRule credential = fixture.credential();
        const PartnerRule partner = fixture.rule();
        std::future<Reply> answer;
        {
            const StalledStore stalled(fixture.admin.administration->context().store);
            answer = fixture.begin(wanted, key);
            QCOMPARE(fixture.credential(), credential);
            QCOMPARE(fixture.rule(), partner);
        }
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        const Reply reply = answer.get();
        QVERIFY2(reply.status >= 400 && reply.status < 500, reply.body.constData());
        QCOMPARE(fixture.credential(), credential);
        QCOMPARE(fixture.rule(), partner);
        QCOMPARE(fixture.takenBack(), 0);
        QVERIFY(fixture.admin.administration->context().backlog.waiting().empty());
    }

    /// Two edits of one version, on their way at once: the second is late, and denies nothing.
    void theSecondOfTwoEditsDeniesNothing()
    {
        RevocationFixture fixture;
        const Act first = fixture.actNamed(u"resources"_s);
        const Act second = fixture.actNamed(u"fewer scopes"_s);
        std::future<Reply> one, two;
        {
            const StalledStore stalled(fixture.admin.administration->context().store);
            one = fixture.begin(first);
            QVERIFY(fixture.isDenied(u"resources"_s));
            two = fixture.begin(second);
            QVERIFY(!fixture.isDenied(u"fewer scopes"_s));
            QVERIFY(fixture.isDenied(u"resources"_s));
        }
        QCOMPARE(one.get().status, 200);
        QCOMPARE(two.get().status, 412);
        QCOMPARE(fixture.takenBack(), 0);
    }

    /// What only the queue before it makes late is closed for as long, and opens again, as an event.
    void takenBackWhenAnotherEditCameFirst()
    {
        RevocationFixture fixture;
        const Act smaller = fixture.actNamed(u"smaller plan"_s);
        QJsonObject renamed = smaller.body;
        renamed.insert(u"plan_id"_s, u"pln_volume"_s);
        renamed.insert(u"name"_s, u"Another name"_s);
        const PartnerRule before = fixture.rule();
        const QString cursor = fixture.admin.feedCursor();
        std::future<Reply> one, two;
        {
            const StalledStore stalled(fixture.admin.administration->context().store);
            one = fixture.admin.begin(smaller.method, fixture.path(smaller.path), renamed,
                                      fixture.admin.freshKey(), smaller.etag);
            two = fixture.begin(smaller);
            QVERIFY(fixture.isDenied(u"smaller plan"_s));
        }
        QCOMPARE(one.get().status, 200);
        QCOMPARE(two.get().status, 412);
        QCOMPARE(fixture.rule().limitsAt(Realm::Sandbox, fixture.admin.clock.now().wall),
                 before.limitsAt(Realm::Sandbox, fixture.admin.clock.now().wall));
        QCOMPARE(fixture.takenBack(), 1);
        const QJsonObject event = fixture.admin.events("action=revocation.taken_back").at(0).toObject();
        QCOMPARE(event.value(u"actor"_s).toString(), u"tester"_s);
        QCOMPARE(event.value(u"target_kind"_s).toString(), u"partner"_s);
        QCOMPARE(event.value(u"target_id"_s).toString(), fixture.partner);
        QCOMPARE(event.value(u"partner_id"_s).toString(), fixture.partner);
        const QJsonArray changes = event.value(u"changes"_s).toArray();
        QCOMPARE(changes.size(), 3);
        QCOMPARE(changes.at(0)[u"before"_s].toString(), u"partner.edit"_s);
        QCOMPARE(changes.at(1)[u"before"_s].toString(), fixture.now().toString(Qt::ISODateWithMs));
        QCOMPARE(changes.at(2)[u"after"_s].toString(), u"stale"_s);
        const QJsonArray told = fixture.admin.toldAfter(cursor);
        QVERIFY(std::any_of(told.begin(), told.end(), [&event](const QJsonValue &each) {
            return each[u"event_id"_s] == event.value(u"id"_s) && each[u"kind"_s].toString() == u"partner";
        }));
    }

    /// Two valid generations, and a rotation that may not drop one: neither is touched for a moment.
    void aPlainRotationClosesNothing()
    {
        RevocationFixture fixture;
        const SealingKey key = SealingKey::generate(fixture.admin.random);
        const Act plain{"/credentials/{c}/rotate", HttpMethod::Post, fixture.rotateBody(key), fixture.etag};
        const CredentialRule before = fixture.credential();
        std::future<Reply> answer;
        {
            const StalledStore stalled(fixture.admin.administration->context().store);
            answer = fixture.begin(plain);
            QCOMPARE(fixture.credential(), before);
        }
        QCOMPARE(answer.get().code(), u"two_generations_valid"_s);
    }

    /// A grace that ends when it did, or later, is nothing that is taken away.
    void aLaterGraceClosesNothing_data()
    {
        QTest::addColumn<int>("seconds"); // of an hour that it has
        QTest::newRow("the same") << 3600;
        QTest::newRow("later") << 7200;
    }
    void aLaterGraceClosesNothing()
    {
        QFETCH(int, seconds);
        RevocationFixture fixture;
        Act later = fixture.actNamed(u"nearer grace"_s);
        later.body.insert(u"until"_s, fixture.now().addSecs(seconds).toString(Qt::ISODateWithMs));
        const CredentialRule before = fixture.credential();
        std::future<Reply> answer;
        {
            const StalledStore stalled(fixture.admin.administration->context().store);
            answer = fixture.begin(later);
            QCOMPARE(fixture.credential(), before);
        }
        QCOMPARE(answer.get().status, 200);
        QCOMPARE(fixture.credential().generation(1)->graceUntil,
                 std::optional(instantOf(fixture.now().addSecs(seconds))));
    }

    /// Of two limits the smaller one, of no quota and one the one; where nothing gets smaller all stays.
    void limitsAreNarrowedOneByOne()
    {
        const Instant now(std::chrono::milliseconds(1'700'000'000'000));
        PartnerRule rule;
        rule.stage = Stage::Limited;
        rule.status = PartnerStatus::Active;
        rule.facts.planId = u"pln_a"_s;
        rule.facts.version = 7;
        rule.facts.grantVersion = 3;
        rule.limits.sandbox = {5, 10, 100};
        rule.limits.limited = {6, 12, 0};
        rule.limits.production = {7, 14, 0};
        const auto planned = [&](const Limits &sandbox, const Limits &limited, const QString &plan) {
            PartnerRule after = rule;
            narrowings::ofPlan(u"prt_x"_s, plan, {sandbox, limited, {}}, now).partner(after);
            return after;
        };
        const auto limits = [&](const Limits &sandbox, const Limits &limited) {
            const PartnerRule after = planned(sandbox, limited, u"pln_b"_s);
            return std::pair(after.limitsAt(Realm::Sandbox, now), after.limitsAt(Realm::Production, now));
        };
        const Limits sandbox = rule.limits.sandbox;
        const Limits limited = rule.limits.limited;
        QCOMPARE(limits({9, 20, 0}, {9, 20, 0}), std::pair(sandbox, limited));
        QCOMPARE(limits({4, 20, 0}, {9, 20, 0}), (std::pair(Limits{4, 10, 100}, limited)));
        QCOMPARE(limits({9, 9, 0}, {9, 20, 0}), (std::pair(Limits{5, 9, 100}, limited)));
        QCOMPARE(limits({9, 20, 99}, {9, 20, 0}), (std::pair(Limits{5, 10, 99}, limited)));
        QCOMPARE(limits({9, 20, 101}, {9, 20, 0}), std::pair(sandbox, limited));
        QCOMPARE(limits({9, 20, 0}, {9, 20, 5}), (std::pair(sandbox, Limits{6, 12, 5})));
        QCOMPARE(limits({9, 20, 0}, {1, 1, 1}), (std::pair(sandbox, Limits{1, 1, 1})));
        QCOMPARE(planned({9, 20, 0}, {9, 20, 0}, u"pln_a"_s), rule); // the same plan
        const PartnerRule other = planned({9, 20, 0}, {9, 20, 0}, u"pln_b"_s);
        QCOMPARE(other.facts.planId, u"pln_b"_s);
        QCOMPARE(other.facts.version, 8);
        QCOMPARE(other.facts.grantVersion, 4);
        // Restrictions of both sides hold.
        rule.scopes = {u"a"_s, u"b"_s};
        rule.resources = {{u"x"_s, {u"1"_s, u"2"_s}}, {u"y"_s, {u"1"_s}}};
        GrantEdit edit;
        edit.planId = u"pln_a"_s;
        edit.scopes = {u"c"_s, u"b"_s};
        edit.resources = {{u"z"_s, {u"9"_s}}, {u"x"_s, {u"2"_s, u"3"_s}}};
        PartnerRule after = rule;
        narrowings::ofGrant(u"prt_x"_s, edit, std::nullopt, now).partner(after);
        QCOMPARE(after.scopes, QStringList{u"b"_s});
        QCOMPARE(after.resources,
                 (QList<ResourceRule>{{u"x"_s, {u"2"_s}}, {u"y"_s, {u"1"_s}}, {u"z"_s, {u"9"_s}}}));
        QCOMPARE(after.limits.sandbox, rule.limits.sandbox);
        QCOMPARE(after.facts.grantVersion, 4);
        QCOMPARE(after.facts.version, 7);
        for (const auto change : {0, 1, 2}) { // each alone is an edit
            edit.scopes = rule.scopes;
            edit.resources = rule.resources;
            edit.limitOverride.reset();
            if (change == 0)
                edit.resources.removeLast();
            if (change == 1)
                edit.limitOverride = LimitOverride{{9, 90, 0}, {}, {}, {}};
            after = rule;
            narrowings::ofGrant(u"prt_x"_s, edit, std::nullopt, now).partner(after);
            QCOMPARE(after.facts.grantVersion, change < 2 ? 4 : 3);
        }
    }

    /// What the side journal closes, in every state it may find.
    void journaledCutsCloseWhatIsOpen()
    {
        using Cut = JournalEntry::Kind;
        using State = CredentialState;
        using Part = GenerationState;
        const auto closed = [](Cut revocation, State state) {
            JournalEntry entry;
            entry.kind = revocation;
            entry.id = u"crd_0000000000000001"_s;
            entry.generation = 2;
            CredentialRule rule;
            rule.state = state;
            rule.version = 5;
            int number = 0;
            for (const Part part :
                 {Part::Void, Part::Grace, Part::Grace, Part::Active, Part::Pending, Part::Ended}) {
                GenerationRule generation;
                generation.number = ++number;
                generation.state = part;
                rule.generations.push_back(generation);
            }
            narrowings::of(entry).credential(rule);
            QList<Part> parts;
            for (const GenerationRule &each : rule.generations)
                parts.append(each.state);
            return std::tuple(rule.state, rule.version, parts);
        };
        const QList<Part> whole{Part::Void,   Part::Grace,   Part::Grace,
                                Part::Active, Part::Pending, Part::Ended};
        const QList<Part> none{Part::Void,    Part::Revoked, Part::Revoked,
                               Part::Revoked, Part::Revoked, Part::Ended};
        const QList<Part> without{Part::Void,   Part::Ended,   Part::Grace,
                                  Part::Active, Part::Pending, Part::Ended};
        for (const State state : {State::Pending, State::Active, State::Rotating, State::Suspended,
                                  State::Revoked, State::Expired, State::Void}) {
            QCOMPARE(closed(Cut::Credential, state),
                     std::tuple(State::Revoked, state == State::Revoked ? 5 : 6, none));
            const bool living = state == State::Active || state == State::Rotating;
            QCOMPARE(closed(Cut::Suspend, state),
                     std::tuple(living ? State::Suspended : state, living ? 6 : 5, whole));
            QCOMPARE(closed(Cut::Generation, state), std::tuple(state, 6, without));
        }
        JournalEntry freeze;
        freeze.kind = Cut::Freeze;
        freeze.id = u"prt_x"_s;
        for (const PartnerStatus status :
             {PartnerStatus::Active, PartnerStatus::Frozen, PartnerStatus::Offboarded}) {
            PartnerRule rule;
            rule.status = status;
            rule.facts.version = 5;
            narrowings::of(freeze).partner(rule);
            QCOMPARE(rule.status, status == PartnerStatus::Active ? PartnerStatus::Frozen : status);
            QCOMPARE(rule.facts.version, status == PartnerStatus::Active ? 6 : 5);
        }
        // A nearer end of the grace is the nearer of both.
        const Instant now(std::chrono::milliseconds(1'700'000'000'000));
        for (const int seconds : {-10, 0, 10}) {
            CredentialRule rule;
            GenerationRule older;
            older.state = Part::Grace;
            older.graceUntil = now;
            rule.generations = {older, GenerationRule()};
            narrowings::ofNearerGrace("0000000000000001", now + std::chrono::seconds(seconds))
                .credential(rule);
            QCOMPARE(rule.generations[0].graceUntil,
                     std::optional(now + std::chrono::seconds(std::min(seconds, 0))));
            QCOMPARE(rule.generations[1].graceUntil, std::nullopt);
        }
    }

    /// The version in the policy moves as the store will move it: with what the edit changes, and else not.
    void versionsMoveWithWhatIsEdited()
    {
        PartnerRule before;
        before.facts.version = 7;
        before.facts.grantVersion = 3;
        before.facts.planId = u"pln_a"_s;
        before.scopes = {u"orders:read"_s, u"orders:write"_s};
        GrantEdit same;
        same.planId = before.facts.planId;
        same.scopes = before.scopes;
        const auto after = [&before](const Narrowing &narrowing) {
            PartnerRule rule = before;
            narrowing.partner(rule);
            return rule.facts;
        };
        const auto ofGrant = [](const GrantEdit &edit) {
            return narrowings::ofGrant(u"prt_x"_s, edit, std::nullopt, {});
        };
        QCOMPARE(after(ofGrant(same)), before.facts);

        GrantEdit fewer = same;
        fewer.scopes.removeLast();
        QCOMPARE(after(ofGrant(fewer)).grantVersion, before.facts.grantVersion + 1);
        QCOMPARE(after(ofGrant(fewer)).version, before.facts.version);
        GrantEdit other = same;
        other.planId = u"pln_b"_s;
        QCOMPARE(after(ofGrant(other)).grantVersion, before.facts.grantVersion + 1);
        QCOMPARE(after(ofGrant(other)).version, before.facts.version + 1);
        QCOMPARE(after(ofGrant(other)).planId, u"pln_b"_s);
    }
};

QTEST_GUILESS_MAIN(TestForeseenRefusals)
#include "tst_foreseen_refusals.moc"
