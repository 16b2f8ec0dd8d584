// SPDX-License-Identifier: GPL-3.0-or-later
#include "revocation_scene.h"

#include "platform/admin/maintenance.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/admin/revocation/revocation_backlog.h"

#include <QtTest>

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
        const QStringList tagged{u"end grace"_s,    u"nearer grace"_s, u"emergency rotation"_s,
                                 u"fewer scopes"_s, u"resources"_s,    u"smaller limits"_s,
                                 u"smaller plan"_s};
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
        for (const char *because : {"owner", "slug", "plan", "number", "basis of the scopes"})
            row(u"smaller plan"_s, because);
    }
    void whatIsRefusedDeniesNothing()
    {
        QFETCH(QString, name);
        QFETCH(QString, because);
        Scene scene;
        QByteArray key = scene.fixture.freshKey();
        scene.spoil(name, because); // before the act is read: its tag is the one of then
        Act wanted = scene.actNamed(name);
        scene.spoil(wanted, because, key);
        const CredentialRule credential = scene.credential();
        const PartnerRule partner = scene.rule();
        std::future<Reply> answer;
        {
            const StalledStore stalled(scene.fixture.administration->context().store);
            answer = scene.begin(wanted, key);
            QCOMPARE(scene.credential(), credential);
            QCOMPARE(scene.rule(), partner);
        }
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        const Reply reply = answer.get();
        QVERIFY2(reply.status >= 400 && reply.status < 500, reply.body.constData());
        QCOMPARE(scene.credential(), credential);
        QCOMPARE(scene.rule(), partner);
        QCOMPARE(scene.takenBack(), 0);
        QVERIFY(scene.fixture.administration->context().backlog.waiting().empty());
    }

    /// Two edits of one version, on their way at once: the second is late, and denies nothing.
    void theSecondOfTwoEditsDeniesNothing()
    {
        Scene scene;
        const Act first = scene.actNamed(u"resources"_s);
        const Act second = scene.actNamed(u"fewer scopes"_s);
        std::future<Reply> one, two;
        {
            const StalledStore stalled(scene.fixture.administration->context().store);
            one = scene.begin(first);
            QVERIFY(scene.isDenied(u"resources"_s));
            two = scene.begin(second);
            QVERIFY(!scene.isDenied(u"fewer scopes"_s));
            QVERIFY(scene.isDenied(u"resources"_s));
        }
        QCOMPARE(one.get().status, 200);
        QCOMPARE(two.get().status, 412);
        QCOMPARE(scene.takenBack(), 0);
    }

    /// What only the queue before it makes late is closed for as long, and opens again, as an event.
    void takenBackWhenAnotherEditCameFirst()
    {
        Scene scene;
        const Act smaller = scene.actNamed(u"smaller plan"_s);
        QJsonObject renamed = smaller.body;
        renamed.insert(u"plan_id"_s, u"pln_volume"_s);
        renamed.insert(u"name"_s, u"Another name"_s);
        const PartnerRule before = scene.rule();
        std::future<Reply> one, two;
        {
            const StalledStore stalled(scene.fixture.administration->context().store);
            one = scene.fixture.begin(smaller.method, scene.path(smaller.path), renamed,
                                      scene.fixture.freshKey(), smaller.etag);
            two = scene.begin(smaller);
            QVERIFY(scene.isDenied(u"smaller plan"_s));
        }
        QCOMPARE(one.get().status, 200);
        QCOMPARE(two.get().status, 412);
        QCOMPARE(scene.rule().limitsAt(Realm::Sandbox, scene.fixture.clock.now().wall),
                 before.limitsAt(Realm::Sandbox, scene.fixture.clock.now().wall));
        QCOMPARE(scene.takenBack(), 1);
        const QJsonObject event = scene.fixture.get("/audit/events?action=revocation.taken_back")
                                      .json.value(u"items"_s)
                                      .toArray()
                                      .at(0)
                                      .toObject();
        QCOMPARE(event.value(u"actor"_s).toString(), u"tester"_s);
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
