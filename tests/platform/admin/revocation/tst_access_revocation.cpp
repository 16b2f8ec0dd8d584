// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/service/writer_checks.h"

#include <QDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// Whatever takes power away is denied on the request's own thread; the store, drains, and other revocations
/// are waited for by the answer only. What turns out not to be allowed is taken back.
class TestAccessRevocation : public QObject
{
    Q_OBJECT

private:
    static void names()
    {
        QTest::addColumn<QString>("name");
        for (const char *each :
             {"revoke", "suspend", "freeze", "end grace", "nearer grace", "emergency rotation",
              "fewer scopes", "resources", "smaller limits", "smaller plan", "fewer networks"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }

private Q_SLOTS:
    void deniedWhileTheStoreHangs_data() { names(); }
    void deniedWhileTheStoreHangs()
    {
        QFETCH(QString, name);
        RevocationFixture fixture;
        fixture.admin.administration->context().settings.storePatience = std::chrono::minutes(1);
        const Act wanted = fixture.actNamed(name);
        QVERIFY(!fixture.isDenied(name));
        std::future<Reply> answer;
        {
            const StalledStore stalled(fixture.admin.administration->context().store);
            answer = fixture.begin(wanted);
            QVERIFY(fixture.isDenied(name)); // on this very thread, before begin() came back
            QCOMPARE(answer.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
            QCOMPARE(fixture.get("/partners/{p}").status, 200); // others read on
        }
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        const Reply reply = answer.get();
        QVERIFY2(reply.status == 200 || reply.status == 201, reply.body.constData());
        QVERIFY(fixture.isDenied(name));
        QCOMPARE(fixture.takenBack(), 0);
        fixture.admin.open(); // as stored
        QVERIFY(fixture.isDenied(name));
    }

    /// The same request once more, after somebody lifted what it did: answered as before, and nothing is
    /// denied.
    void aReplayDeniesNothing()
    {
        RevocationFixture fixture;
        const Act suspend = fixture.actNamed(u"suspend"_s);
        Reply reply = fixture.begin(suspend, "once").get();
        QCOMPARE(reply.status, 200);
        QCOMPARE(fixture.admin.post(fixture.path("/credentials/{c}/resume"), act(), {}, reply.etag).status,
                 200);
        QVERIFY(!fixture.isDenied(u"suspend"_s));
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(10);
        std::future<Reply> again;
        {
            const StalledStore stalled(context.store); // also not while the store hangs
            again = fixture.begin(suspend, "once");
            QVERIFY(!fixture.isDenied(u"suspend"_s));
            QCOMPARE(again.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
            QVERIFY(!fixture.isDenied(u"suspend"_s));
            QVERIFY(context.backlog.waiting().empty());
            std::future<Reply> fresh = fixture.begin(suspend, "another");
            QVERIFY(fixture.isDenied(u"suspend"_s)); // another key is another act
            QCOMPARE(fresh.wait_for(std::chrono::seconds(10)), std::future_status::ready);
        }
        reply = again.get();
        QCOMPARE(reply.headers.value("Idempotency-Replayed"), QByteArray("true"));
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        QCOMPARE(fixture.admin
                     .post(fixture.path("/credentials/{c}/resume"), act(), {},
                           fixture.get("/credentials/{c}").etag)
                     .status,
                 200);
        reply = fixture.begin(suspend, "once").get();
        QCOMPARE(reply.headers.value("Idempotency-Replayed"), QByteArray("true"));
        QVERIFY(!fixture.isDenied(u"suspend"_s));
        QCOMPARE(fixture.admin.get(fixture.path("/credentials/{c}")).json.value(u"state"_s).toString(),
                 u"rotating"_s);
    }

    /// A grant edit that no store would take denies nothing: what it names is judged by the policy's
    /// catalogue.
    void aTypoInAGrantDeniesNothing_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("scope") << u"scopes"_s << QJsonValue(QJsonArray{u"nope:x"_s});
        QTest::newRow("plan") << u"plan_id"_s << QJsonValue(u"pln_none"_s);
        QTest::newRow("parameter") << u"resources"_s
                                   << QJsonValue(QJsonArray{QJsonObject{{u"parameter"_s, u"nope"_s},
                                                                        {u"values"_s, QJsonArray{u"1"_s}}}});
    }
    void aTypoInAGrantDeniesNothing()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        RevocationFixture fixture;
        Act wanted = fixture.actNamed(u"fewer scopes"_s);
        wanted.body.insert(member, value);
        const PartnerRule before = fixture.rule();
        std::future<Reply> answer;
        {
            const StalledStore stalled(fixture.admin.administration->context().store);
            answer = fixture.begin(wanted);
            QCOMPARE(fixture.rule(), before);
        }
        QCOMPARE(answer.get().status, 422);
        QCOMPARE(fixture.rule(), before);
        QCOMPARE(fixture.takenBack(), 0);
    }

    /// Nothing is denied for what is refused without the store: no permission, no reason, no key, no body.
    void refusalsWithoutTheStoreDenyNothing()
    {
        RevocationFixture fixture;
        const qint64 number = fixture.admin.policy->current()->number();
        const QByteArray revoke = fixture.path("/credentials/{c}/revoke");
        QCOMPARE(fixture.admin.post(revoke, {{u"reason"_s, QString()}}).status, 422);
        QCOMPARE(fixture.admin.post(revoke, {{u"reason"_s, 5}}).status, 422);
        QCOMPARE(fixture.admin.send(HttpMethod::Post, revoke, act(), {}, {}).status, 400);
        QCOMPARE(fixture.admin.send(HttpMethod::Post, revoke, act(), QByteArray(201, 'k'), {}).status, 400);
        fixture.admin.signIn(u"reader"_s, {u"viewer"_s});
        QCOMPARE(fixture.admin.post(revoke, act()).status, 403);
        QCOMPARE(fixture.admin.policy->current()->number(), number);
    }

    /// Patience over: the side journal takes it, the answer says so, and the store gets it when it wakes up.
    void theJournalTakesWhatTheStoreDoesNot_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *each : {"revoke", "suspend", "freeze", "end grace"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void theJournalTakesWhatTheStoreDoesNot()
    {
        QFETCH(QString, name);
        RevocationFixture fixture;
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const Act wanted = fixture.actNamed(name);
        {
            const StalledStore stalled(context.store);
            std::future<Reply> answer = fixture.begin(wanted);
            QCOMPARE(answer.wait_for(std::chrono::seconds(10)), std::future_status::ready);
            const Reply reply = answer.get();
            if (name == u"revoke") {
                QCOMPARE(reply.status, 202);
                QCOMPARE(reply.json.value(u"durable"_s).toBool(true), false);
                const QJsonObject credential = reply.json.value(u"credential"_s).toObject();
                QCOMPARE(credential.value(u"name"_s).toString(), u"Order sync"_s);
                QCOMPARE(credential.value(u"state"_s).toString(), u"revoked"_s);
                const Reply receipt = fixture.get("/credentials/{c}/revocation");
                QCOMPARE(receipt.status, 200);
                QCOMPARE(receipt.json.value(u"durable"_s).toBool(true), false);
            } else {
                QCOMPARE(reply.status, 507);
                QCOMPARE(reply.code(), u"refused_not_durable"_s);
            }
            QVERIFY(fixture.isDenied(name));
            QCOMPARE(context.backlog.waiting().size(), std::size_t(1));
        }
        // The store's own job comes through: then there is nothing left to do, and it is done once.
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        Maintenance(context).everySecond();
        QVERIFY(fixture.isDenied(name));
        fixture.admin.open();
        QVERIFY(fixture.isDenied(name));
        const QByteArray action = name == u"revoke"    ? "credential.revoke"
                                  : name == u"suspend" ? "credential.suspend"
                                  : name == u"freeze"  ? "partner.freeze"
                                                       : "credential.grace";
        QCOMPARE(fixture.admin.eventCount("action=" + action), 1);
        QCOMPARE(fixture.takenBack(), 0);
    }

    /// Whoever was told that it is closed can rely on it, also when the store refuses the act afterwards:
    /// what the journal has is carried out, with its event, and never taken back.
    void whatWasToldIsCarriedOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("extended");
        QTest::newRow("end grace, an extension came first") << u"end grace"_s << true;
        for (const char *each : {"revoke", "suspend", "freeze", "end grace"})
            QTest::newRow(each) << QString::fromLatin1(each) << false;
    }
    void whatWasToldIsCarriedOut()
    {
        QFETCH(QString, name);
        QFETCH(bool, extended);
        RevocationFixture fixture;
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const Act wanted = fixture.actNamed(name);
        Act later = fixture.actNamed(u"nearer grace"_s);
        later.body.insert(u"until"_s, fixture.now().addSecs(7200).toString(Qt::ISODateWithMs));
        if (!extended)
            fixture.useElsewhere(wanted, "used", false);
        std::future<Reply> extension;
        {
            std::optional<LockedDatabase> locked;
            std::optional<StalledStore> stalled;
            if (extended) {
                locked.emplace(fixture.admin.dir.path());
                extension = fixture.begin(later);
                QTRY_VERIFY_WITH_TIMEOUT(context.store.writingFor().count() > 0, 4000);
            } else {
                stalled.emplace(context.store);
            }
            std::future<Reply> answer = fixture.begin(wanted, extended ? QByteArray() : "used");
            QCOMPARE(answer.wait_for(std::chrono::seconds(4)), std::future_status::ready);
            const Reply reply = answer.get();
            QCOMPARE(reply.status, name == u"revoke" ? 202 : 507);
            QVERIFY(fixture.isDenied(name));
        }
        if (extended)
            QCOMPARE(extension.get().status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        QVERIFY(fixture.isDenied(name));
        QCOMPARE(fixture.takenBack(), 0);
        const QByteArray action = name == u"revoke"    ? "credential.revoke"
                                  : name == u"suspend" ? "credential.suspend"
                                  : name == u"freeze"  ? "partner.freeze"
                                                       : "credential.grace";
        QCOMPARE(fixture.admin.eventCount("action=" + action), extended ? 2 : 1);
        fixture.admin.open();
        QVERIFY(fixture.isDenied(name));
    }

    /// The whole disk hangs, store and journal: a third deadline, and the answer that nothing has it yet; the
    /// service says which writers hang. When the disk comes back all of it is stored, once.
    void neitherIsWaitedForWhenBothHang_data() { theJournalTakesWhatTheStoreDoesNot_data(); }
    void neitherIsWaitedForWhenBothHang()
    {
        QFETCH(QString, name);
        RevocationFixture fixture;
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = context.settings.journalPatience = context.settings.writerPatience =
            std::chrono::milliseconds(50);
        Readiness readiness;
        watchWriters(readiness, context);
        const Act wanted = fixture.actNamed(name);
        QTRY_VERIFY_WITH_TIMEOUT(readiness.degraded().empty(), 20000);
        {
            const StalledStore stalled(context.store);
            const StalledJournal journal(context.backlog);
            std::future<Reply> answer = fixture.begin(wanted);
            QCOMPARE(answer.wait_for(std::chrono::seconds(10)), std::future_status::ready);
            const Reply reply = answer.get();
            QCOMPARE(reply.status, 507);
            QCOMPARE(reply.code(), u"refused_not_durable"_s);
            QVERIFY(reply.json.value(u"detail"_s).toString().contains(u"until the service restarts"_s));
            QVERIFY(fixture.isDenied(name));
            QVERIFY(readiness.missing().empty()); // nobody takes decisions away from it for that
            QTRY_COMPARE_WITH_TIMEOUT(readiness.degraded(),
                                      (std::vector<std::string>{"store_writer", "revocation_journal"}), 5000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(readiness.degraded().empty(), 20000);
        Maintenance(context).everySecond();
        QVERIFY(fixture.isDenied(name));
        fixture.admin.open();
        QVERIFY(fixture.isDenied(name));
        QCOMPARE(fixture.takenBack(), 0);
    }

    /// A journal entry for a generation names the one that was meant: another rotation's grace is not its
    /// business.
    void theJournalEndsTheGraceThatWasMeant()
    {
        RevocationFixture fixture;
        AdminContext &context = fixture.admin.administration->context();
        JournalEntry entry;
        entry.kind = JournalEntry::Kind::Generation;
        entry.id = fixture.made.id;
        entry.generation = 1;
        entry.at = context.now();
        entry.actor = u"tester"_s;
        const auto narrowed = context.policy.narrow(narrowings::of(entry));
        QVERIFY(narrowed.changed);
        std::promise<bool> journaled;
        context.backlog.note({entry, narrowed.ticket}, [&](bool done) { journaled.set_value(done); });
        QVERIFY(journaled.get_future().get());
        // Meanwhile generation 2 becomes the older one of the next rotation.
        fixture.admin.clock.advance(std::chrono::seconds(3601));
        fixture.admin.signIn(u"tester"_s, {u"admin"_s});
        const SealingKey key = SealingKey::generate(fixture.admin.random);
        const Reply rotated =
            fixture.admin.post(fixture.path("/credentials/{c}/rotate"), fixture.rotateBody(key), "again",
                               fixture.get("/credentials/{c}").etag);
        QCOMPARE(rotated.status, 201);
        QCOMPARE(
            fixture.admin.acknowledge(fixture.made.id, 3, AdminFixture::unseal(rotated.json, key, "again"))
                .status,
            200);
        Maintenance(context).everySecond();
        QVERIFY(context.backlog.waiting().empty());
        const Instant now = fixture.admin.clock.now().wall;
        QVERIFY(CredentialRule::isValid(*fixture.credential().generation(2), now));
        QVERIFY(CredentialRule::isValid(*fixture.credential().generation(3), now));
    }

    /// Neither store nor journal: closed until the restart, and that is what the answer says.
    void neitherStoreNorJournalIsToldAsSuch()
    {
        RevocationFixture fixture;
        fixture.admin.close();
        QVERIFY(QFile::remove(fixture.admin.dir.filePath(u"revocations.journal"_s)));
        QVERIFY(QDir().mkdir(fixture.admin.dir.filePath(u"revocations.journal"_s))); // cannot be opened
        fixture.admin.open(1); // and the database may not grow
        int written = 0;
        while (fixture.admin.post("/partners", fixture.admin.draft(u"fill-%1"_s.arg(written))).status == 201)
            QVERIFY(++written < 500);
        const auto filler = fixture.path("/credentials/{c}");
        Reply reply;
        for (int i = 0; i < 2000 && reply.status != 507; ++i) {
            reply = fixture.admin.post(filler + "/suspend", act());
            if (reply.status == 507)
                break;
            reply = fixture.admin.post(filler + "/resume", act(), {}, fixture.admin.get(filler).etag);
        }
        QCOMPARE(reply.status, 507);
        reply = fixture.begin(fixture.actNamed(u"revoke"_s)).get();
        QCOMPARE(reply.status, 507);
        QCOMPARE(reply.code(), u"refused_not_durable"_s);
        QVERIFY(reply.json.value(u"detail"_s).toString().contains(u"until the service restarts"_s));
        QVERIFY(reply.json.value(u"durable"_s).isUndefined()); // no receipt
        QVERIFY(fixture.isDenied(u"revoke"_s));
        // The journal fails first: what the store says is waited for all the same, and said.
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(10);
        std::future<Reply> answer;
        {
            const StalledStore stalled(context.store);
            answer = fixture.begin(fixture.actNamed(u"freeze"_s));
            QVERIFY(fixture.isDenied(u"freeze"_s));
            QCOMPARE(answer.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
        }
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        reply = answer.get();
        QCOMPARE(reply.status, 507);
        QVERIFY(reply.json.value(u"detail"_s).toString().contains(u"until the service restarts"_s));
        QVERIFY(fixture.isDenied(u"freeze"_s));
    }

    /// The answer waits for decisions in flight; a decision begun before may be sent, none after.
    void acknowledgedAfterDecisionsInFlight()
    {
        RevocationFixture fixture;
        PolicyRef inFlight = fixture.admin.policy->current();
        std::future<Reply> answer = fixture.begin(fixture.actNamed(u"revoke"_s));
        QVERIFY(fixture.isDenied(u"revoke"_s));
        QCOMPARE(answer.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
        // Another one does not wait behind it for more than the same drain.
        std::future<Reply> other = fixture.begin(fixture.actNamed(u"freeze"_s));
        QVERIFY(fixture.isDenied(u"freeze"_s));
        inFlight.reset();
        for (std::future<Reply> *each : {&answer, &other}) {
            QCOMPARE(each->wait_for(std::chrono::seconds(2)), std::future_status::ready);
            QCOMPARE(each->get().status, 200);
        }
    }

    /// An edit is no entry of the side journal: it waits for the store, however long that hangs.
    void whatIsNoCutWaitsForTheStore()
    {
        RevocationFixture fixture;
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(10);
        const Act wanted = fixture.actNamed(u"fewer scopes"_s);
        std::future<Reply> answer;
        {
            const StalledStore stalled(context.store);
            answer = fixture.begin(wanted);
            QVERIFY(fixture.isDenied(u"fewer scopes"_s));
            QCOMPARE(answer.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
            QVERIFY(context.backlog.waiting().empty());
        }
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QCOMPARE(answer.get().status, 200);
        QVERIFY(!fixture.admin.logged.contains("revocation_waits_for_the_store"));
    }

    /// What takes nothing away is answered though a decision stands on the policy before; what may, is not.
    void whatWidensWaitsForNoDecision()
    {
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        const auto made = admin.makeCredential(fixture.partner);
        const QByteArray credential = "/credentials/" + made.id.toLatin1();
        const Reply suspended = admin.post(credential + "/suspend", act());
        const QString frozen = admin.makePartner(u"frozen"_s);
        const Reply froze = admin.post("/partners/" + frozen.toLatin1() + "/freeze", act());
        Act wider = fixture.actNamed(u"fewer scopes"_s);
        wider.body.insert(u"scopes"_s, QJsonArray{u"orders:read"_s, u"products:read"_s, u"invoices:read"_s});
        admin.logged.clear();
        PolicyRef inFlight = admin.policy->current();
        const SealingKey key = SealingKey::generate(admin.random);
        QCOMPARE(admin.post("/partners", admin.draft(u"new"_s)).status, 201);
        QCOMPARE(
            admin.post(fixture.path("/partners/{p}/credentials"), admin.issueBody(key.publicKey())).status,
            201);
        QCOMPARE(admin.post(credential + "/resume", act(), {}, suspended.etag).status, 200);
        QCOMPARE(admin.post("/partners/" + frozen.toLatin1() + "/unfreeze", act(), {}, froze.etag).status,
                 200);
        QCOMPARE(admin.put(fixture.path(wider.path), wider.body, {}, wider.etag).status, 200);
        QVERIFY(!admin.logged.contains("revocation_not_drained")); // said by whoever has waited in vain
        std::future<Reply> fewer = fixture.begin(fixture.actNamed(u"fewer scopes"_s));
        QVERIFY(fixture.isDenied(u"fewer scopes"_s));
        QCOMPARE(fewer.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
        inFlight.reset();
        QCOMPARE(fewer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QCOMPARE(fewer.get().status, 200);
    }

    /// Operators: disabled, their sessions, and roles taken away, while the store hangs and when it is full.
    void operatorsLoseTheirPowerAtOnce()
    {
        AdminFixture admin;
        const QByteArray staying = admin.token;
        admin.signIn(u"leaving"_s, {u"admin"_s});
        const QByteArray leaving = admin.token;
        AdminContext &context = admin.administration->context();
        {
            const StalledStore stalled(context.store);
            auto narrowed =
                admin.beginLocal(HttpMethod::Post, "/local/v1/operators",
                                 {{u"account"_s, u"leaving"_s}, {u"roles"_s, QJsonArray{u"viewer"_s}}});
            QCOMPARE(admin.get("/session").status, 403); // the role it had is gone, the other not yet there
            admin.token = staying;
            auto disabled = admin.beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                             {{u"account"_s, u"leaving"_s}});
            admin.token = leaving;
            QCOMPARE(admin.get("/session").status, 401);
        }
        QTRY_COMPARE_WITH_TIMEOUT(admin.get("/session").status, 401, 20000);
        admin.open();
        QCOMPARE(admin.get("/session").status, 401);
        admin.token = staying;
        QCOMPARE(admin.get("/session").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestAccessRevocation)
#include "tst_access_revocation.moc"
