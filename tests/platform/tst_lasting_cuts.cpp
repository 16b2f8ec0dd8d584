// SPDX-License-Identifier: GPL-3.0-or-later
#include "revocation_scene.h"

#include "platform/admin/maintenance.h"
#include "platform/admin/revocation/revocation_backlog.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// Cuts that hang on no policy, while store and journal hang.
class TestLastingCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What hangs on no policy has the same way: the side journal takes what the store does not take in time,
    /// once, and the store gets it afterwards; when neither does, that is said.
    void otherCutsWaitForNoStoreEither_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("journalToo");
        for (const char *each : {"session", "operator", "token", "gateway"}) {
            QTest::newRow(each) << QString::fromLatin1(each) << false;
            QTest::newRow(qPrintable(QString::fromLatin1(each) + u", the journal hangs too"_s))
                << QString::fromLatin1(each) << true;
        }
    }
    void otherCutsWaitForNoStoreEither()
    {
        QFETCH(QString, name);
        QFETCH(bool, journalToo);
        Scene scene;
        AdminFixture &fixture = scene.fixture;
        fixture.signIn(u"leaving"_s, {u"admin"_s});
        const QByteArray leaving = fixture.token;
        fixture.signIn(u"tester"_s, {u"admin"_s});
        const QByteArray staying = fixture.token;
        AdminContext &context = fixture.administration->context();
        context.settings.storePatience = context.settings.journalPatience = std::chrono::milliseconds(50);
        const DeniedToken token{"jti-1", fixture.clock.now().wall + std::chrono::minutes(5)};
        const QByteArray action = name == u"session"    ? "session.end"
                                  : name == u"operator" ? "operator.disable"
                                  : name == u"token"    ? "token.revoke"
                                                        : "gateway.remove";
        const auto isCut = [&] {
            if (name == u"token")
                return fixture.policy->current()->isDenied(token.jti);
            if (name == u"gateway")
                return true; // at the registry, before
            fixture.token = leaving;
            const bool cut = fixture.get("/session").status == 401;
            fixture.token = staying;
            return cut;
        };
        const auto begin = [&]() -> std::future<Reply> {
            if (name == u"operator")
                return fixture.beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                          {{u"account"_s, u"leaving"_s}});
            if (name == u"gateway")
                return fixture.beginLocal(HttpMethod::Post, "/local/v1/acts",
                                          {{u"action"_s, u"gateway.remove"_s}, {u"target_id"_s, u"edge"_s}});
            if (name == u"session") {
                fixture.token = leaving;
                auto answer = fixture.begin(HttpMethod::Delete, "/session", {}, fixture.freshKey(), {});
                fixture.token = staying;
                return answer;
            }
            auto promise = std::make_shared<std::promise<Reply>>();
            fixture.administration->denials().deny({token, scene.partner, scene.made.id, 1, {}, {}},
                                                   [promise](bool durable) {
                                                       Reply reply;
                                                       reply.status = durable ? 204 : 503;
                                                       promise->set_value(reply);
                                                   });
            return promise->get_future();
        };
        {
            const StalledStore stalled(context.store);
            std::optional<StalledJournal> journal;
            if (journalToo)
                journal.emplace(context.backlog);
            auto answer = begin();
            QVERIFY(isCut());
            QCOMPARE(answer.wait_for(std::chrono::seconds(10)), std::future_status::ready);
            const Reply reply = answer.get();
            if (name == u"token" || (name == u"gateway" && !journalToo)) {
                QCOMPARE(reply.status, journalToo ? 503 : 204);
            } else {
                // Whoever disables an operator on the host is told that it is done: it lasts.
                QCOMPARE(reply.status, name == u"operator" && !journalToo ? 202 : 507);
                QCOMPARE(reply.json.value(u"detail"_s).toString().contains(u"until the service restarts"_s),
                         journalToo);
            }
            if (name == u"token")
                QCOMPARE(fixture.administration->denials().isLasting(token.jti), !journalToo);
        }
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        Maintenance(context).everySecond();
        QVERIFY(isCut());
        QVERIFY(name != u"token" || fixture.administration->denials().isLasting(token.jti));
        QCOMPARE(fixture.get("/audit/events?action=" + action).json.value(u"count"_s).toInteger(), 1);
        fixture.open();
        QVERIFY(isCut());
    }

    /// And what the journal has is in force after a restart, and stored then.
    void journaledTokensStayDenied()
    {
        Scene scene;
        AdminFixture &fixture = scene.fixture;
        JournalEntry entry;
        entry.cut = JournalEntry::Cut::Token;
        entry.id = u"jti-2"_s;
        entry.generation = 2;
        entry.at = scene.now();
        entry.actor = scene.made.id;
        entry.actorRole = u"client"_s;
        entry.until = scene.now().addSecs(300);
        fixture.close();
        {
            RevocationJournal journal;
            QVERIFY(journal.open(fixture.dir.filePath(u"revocations.journal"_s)));
            QVERIFY(journal.add({entry}).constFirst());
        }
        fixture.open();
        QVERIFY(fixture.policy->current()->isDenied("jti-2"));
        Maintenance(fixture.administration->context()).everySecond();
        QVERIFY(fixture.administration->context().backlog.waiting().empty());
        const QJsonArray events =
            fixture.get("/audit/events?action=token.revoke").json.value(u"items"_s).toArray();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.at(0)[u"partner_id"_s].toString(), scene.partner);
        fixture.open();
        QVERIFY(fixture.policy->current()->isDenied("jti-2"));
    }
};

QTEST_GUILESS_MAIN(TestLastingCuts)
#include "tst_lasting_cuts.moc"
