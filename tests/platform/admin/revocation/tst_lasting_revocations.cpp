// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/operators/host_acts.h"
#include "platform/store/history/history_anchor.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// Cuts that hang on no policy, while store and journal hang.
class TestLastingRevocations : public QObject
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
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        admin.signIn(u"leaving"_s, {u"admin"_s});
        const QByteArray leaving = admin.token;
        admin.signIn(u"tester"_s, {u"admin"_s});
        const QByteArray staying = admin.token;
        AdminContext &context = admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        if (journalToo)
            context.settings.journalPatience = std::chrono::milliseconds(50);
        const DeniedToken token{"jti-1", admin.clock.now().wall + std::chrono::minutes(5)};
        const QByteArray action = name == u"session"    ? "session.end"
                                  : name == u"operator" ? "operator.disable"
                                  : name == u"token"    ? "token.revoke"
                                                        : "gateway.remove";
        const auto isCut = [&] {
            if (name == u"token")
                return admin.policy->current()->isDenied(token.jti);
            if (name == u"gateway")
                return true; // at the registry, before
            admin.token = leaving;
            const bool revocation = admin.get("/session").status == 401;
            admin.token = staying;
            return revocation;
        };
        const auto begin = [&]() -> std::future<Reply> {
            if (name == u"operator")
                return admin.beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                        {{u"account"_s, u"leaving"_s}});
            if (name == u"gateway")
                return admin.beginLocal(HttpMethod::Post, "/local/v1/acts",
                                        {{u"action"_s, u"gateway.remove"_s}, {u"target_id"_s, u"edge"_s}});
            if (name == u"session") {
                admin.token = leaving;
                auto answer = admin.begin(HttpMethod::Delete, "/session", {}, admin.freshKey(), {});
                admin.token = staying;
                return answer;
            }
            auto promise = std::make_shared<std::promise<Reply>>();
            admin.administration->denials().deny({token, fixture.partner, fixture.made.id, 1, {}, {}},
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
                QCOMPARE(admin.administration->denials().isLasting(token.jti), !journalToo);
        }
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        Maintenance(context).everySecond();
        QVERIFY(isCut());
        QVERIFY(name != u"token" || admin.administration->denials().isLasting(token.jti));
        QCOMPARE(admin.eventCount("action=" + action), 1);
        admin.open();
        QVERIFY(isCut());
    }

    /// Several tokens at once are kept by the journal one by one, and told as kept when all of them are.
    void severalTokensAtOnce()
    {
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        AdminContext &context = admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        constexpr int several = 5;
        const auto jti = [](int i) { return QByteArray("jti-" + QByteArray::number(i)); };
        {
            const StalledStore stalled(context.store);
            std::vector<std::future<bool>> answers;
            for (int i = 0; i < several; ++i) {
                auto promise = std::make_shared<std::promise<bool>>();
                answers.push_back(promise->get_future());
                const DeniedToken token{jti(i), admin.clock.now().wall + std::chrono::minutes(5)};
                admin.administration->denials().deny(
                    {token, fixture.partner, fixture.made.id, 1, {}, {}},
                    [promise](bool durable) { promise->set_value(durable); });
            }
            for (std::future<bool> &answer : answers) {
                QCOMPARE(answer.wait_for(std::chrono::seconds(10)), std::future_status::ready);
                QVERIFY(answer.get());
            }
            QCOMPARE(context.backlog.waiting().size(), std::size_t(several));
            for (int i = 0; i < several; ++i)
                QVERIFY(admin.administration->denials().isLasting(jti(i)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        admin.open();
        for (int i = 0; i < several; ++i)
            QVERIFY(admin.policy->current()->isDenied(jti(i)));
    }

    /// The event of what only the journal knew says who did it, why and since when; it is stored once.
    void whatTheJournalHeldIsStoredAsItWas_data()
    {
        using Cut = JournalEntry::Kind;
        QTest::addColumn<int>("cut");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("change"); // before the instant it holds from
        QTest::newRow("revoke") << static_cast<int>(Cut::Credential) << u"credential.revoke"_s
                                << u"credential"_s << u"state: rotating > revoked"_s;
        QTest::newRow("suspend") << static_cast<int>(Cut::Suspend) << u"credential.suspend"_s
                                 << u"credential"_s << u"state: rotating > suspended"_s;
        QTest::newRow("grace") << static_cast<int>(Cut::Generation) << u"credential.grace"_s
                               << u"credential"_s << u"state: rotating > active"_s;
        QTest::newRow("freeze") << static_cast<int>(Cut::Freeze) << u"partner.freeze"_s << u"partner"_s
                                << u"status: active > frozen"_s;
        QTest::newRow("gateway") << static_cast<int>(Cut::Gateway) << u"gateway.remove"_s << u"gateway"_s
                                 << QString();
    }
    void whatTheJournalHeldIsStoredAsItWas()
    {
        QFETCH(int, cut);
        QFETCH(QString, action);
        QFETCH(QString, target);
        QFETCH(QString, change);
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        JournalEntry entry;
        entry.kind = static_cast<JournalEntry::Kind>(cut);
        entry.id = target == u"partner"   ? fixture.partner
                   : target == u"gateway" ? u"edge"_s
                                          : fixture.made.id;
        entry.generation = 1;
        entry.at = fixture.now().addSecs(-30);
        entry.actor = u"ann"_s;
        entry.actorRole = u"security"_s;
        entry.reason = u"leaked"_s;
        entry.ticket = u"OPS-1"_s;
        entry.requestId = u"req_9"_s;
        admin.closeWithJournaled(entry);
        admin.open();
        const QByteArray events = "action=" + action.toLatin1();
        QCOMPARE(admin.eventCount(events), 0);
        const QString cursor = admin.feedCursor();
        for (int again = 0; again < 2; ++again) {
            Maintenance(admin.administration->context()).everySecond();
            QVERIFY(admin.administration->context().backlog.waiting().empty());
        }
        const QJsonArray items = admin.events(events);
        QCOMPARE(items.size(), 1);
        const QJsonValue event = items.at(0);
        QCOMPARE(event[u"target_kind"_s].toString(), target);
        QCOMPARE(event[u"target_id"_s].toString(), entry.id);
        QCOMPARE(event[u"partner_id"_s].toString(), target == u"gateway" ? QString() : fixture.partner);
        QCOMPARE(event[u"actor"_s].toString(), entry.actor);
        QCOMPARE(event[u"actor_role"_s].toString(), entry.actorRole);
        QCOMPARE(event[u"reason"_s].toString(), entry.reason);
        QCOMPARE(event[u"ticket"_s].toString(), entry.ticket);
        QCOMPARE(event[u"request_id"_s].toString(), entry.requestId);
        QStringList changes;
        const QJsonArray all = event[u"changes"_s].toArray();
        for (const QJsonValue &each : all)
            changes.append(each[u"field"_s].toString() + u": "_s + each[u"before"_s].toString() + u" > "_s +
                           each[u"after"_s].toString());
        QStringList expected{u"in_force_since:  > "_s + entry.at.toString(Qt::ISODateWithMs)};
        if (!change.isEmpty())
            expected.prepend(change);
        QCOMPARE(changes, expected);
        QStringList fed;
        const QJsonArray told = admin.toldAfter(cursor);
        for (const QJsonValue &each : told) {
            if (each[u"event_id"_s] == event[u"id"_s])
                fed.append(each[u"kind"_s].toString());
        }
        QCOMPARE(fed, QStringList{target == u"gateway" ? u"audit"_s : target});
        // And the object is what the event says.
        const QJsonObject credential = fixture.get("/credentials/{c}").json;
        if (action == u"credential.revoke") {
            QCOMPARE(credential.value(u"revoked_by"_s).toString(), entry.actor);
            QCOMPARE(credential.value(u"revoked_reason"_s).toString(), entry.reason);
            QCOMPARE(credential.value(u"revoked_at"_s).toString(), entry.at.toString(Qt::ISODateWithMs));
        }
        const QJsonObject partner = fixture.get("/partners/{p}").json;
        QCOMPARE(partner.value(u"status"_s).toString(), target == u"partner" ? u"frozen"_s : u"active"_s);
        QCOMPARE(fixture.get("/partners/{p}").etag, target == u"partner" ? u"\"3\""_s : u"\"2\""_s);
    }

    /// Whoever writes the file without the key of the log closes what he names, and nothing of what he says
    /// about it stands in the log.
    void whatNobodyVouchesForIsThePlatforms_data()
    {
        using Kind = JournalEntry::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("id"); // empty: the fixture's own
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("events");
        const auto row = [](const char *name, Kind kind, const QString &id, const QString &action,
                            int events) {
            QTest::newRow(name) << static_cast<int>(kind) << id << action << events;
        };
        row("revoke", Kind::Credential, {}, u"credential.revoke"_s, 1);
        row("freeze", Kind::Freeze, {}, u"partner.freeze"_s, 1);
        row("operator", Kind::Operator, u"leaving"_s, u"operator.disable"_s, 1);
        row("session", Kind::Session, u"ses_1"_s, u"session.end"_s, 1);
        row("gateway", Kind::Gateway, u"edge"_s, u"gateway.remove"_s, 1);
        row("token", Kind::Token, u"jti-1"_s, u"token.revoke"_s, 1);
        row("nobody's name", Kind::Gateway, u"<b>edge\u202e\n"_s, u"gateway.remove"_s, 0);
        row("no account", Kind::Operator, u"Ann Other"_s, u"operator.disable"_s, 0);
    }
    void whatNobodyVouchesForIsThePlatforms()
    {
        QFETCH(int, kind);
        QFETCH(QString, id);
        QFETCH(QString, action);
        QFETCH(int, events);
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        const QByteArray staying = admin.token;
        admin.signIn(u"leaving"_s, {u"viewer"_s});
        admin.token = staying;
        JournalEntry entry;
        entry.kind = static_cast<JournalEntry::Kind>(kind);
        const bool ofPartner = entry.kind == JournalEntry::Kind::Freeze;
        const bool ofToken = entry.kind == JournalEntry::Kind::Token;
        entry.id = !id.isEmpty() ? id : ofPartner ? fixture.partner : fixture.made.id;
        entry.at = fixture.now().addSecs(-3600);
        entry.until = fixture.now().addSecs(300);
        entry.actor = ofToken ? fixture.made.id : u"eve"_s;
        entry.actorRole = u"security"_s;
        entry.reason = u"as agreed"_s;
        entry.ticket = u"OPS-1"_s;
        entry.requestId = u"req_9"_s;
        admin.closeWithJournaled(entry, false);
        admin.logged.clear();
        admin.open();
        QVERIFY(admin.administration->context().history.isAccepted());
        QVERIFY(admin.logged.contains("journal_not_vouched_for"));
        // A line of the anchor would vouch for it at the next start.
        JournalEntry other;
        other.kind = JournalEntry::Kind::Session;
        other.id = u"ses_none"_s;
        admin.administration->context().backlog.note({other, 0}, [](bool) {});
        admin.open();
        Maintenance(admin.administration->context()).everySecond();
        QVERIFY(admin.administration->context().backlog.waiting().empty());
        const QJsonArray found = admin.events("action=" + action.toLatin1());
        int ofEntry = 0;
        for (const QJsonValue &event : found) {
            if (event[u"target_id"_s].toString() == other.id)
                continue;
            ++ofEntry;
            QCOMPARE(event[u"actor"_s].toString(), u"platform"_s);
            QCOMPARE(event[u"actor_role"_s].toString(), u"platform"_s);
            QCOMPARE(event[u"source"_s].toString(), u"journal"_s);
            QCOMPARE(event[u"reason"_s].toString(), QString());
            QCOMPARE(event[u"ticket"_s].toString(), QString());
            QVERIFY(event[u"request_id"_s].toString() != entry.requestId);
            const QByteArray whole = QJsonDocument(event.toObject()).toJson();
            QVERIFY2(!whole.contains("eve\"") && !whole.contains("in_force_since"), whole.constData());
        }
        QCOMPARE(ofEntry, events);
        QTRY_VERIFY_WITH_TIMEOUT(
            RevocationJournal::read(RevocationJournal::pathIn(admin.dir.path())).revocations.isEmpty(),
            10'000);
        if (ofToken)
            QVERIFY(admin.policy->current()->isDenied("jti-1"));
        if (ofPartner)
            QCOMPARE(fixture.get("/partners/{p}").json.value(u"status"_s).toString(), u"frozen"_s);
    }

    /// A former version sealed nothing; what it noted in the anchor is its own all the same.
    void whatAFormerVersionNotedIsItsOwn()
    {
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        JournalEntry entry;
        entry.kind = JournalEntry::Kind::Freeze;
        entry.id = fixture.partner;
        entry.at = fixture.now();
        entry.actor = u"ann"_s;
        entry.actorRole = u"security"_s;
        const QString origin = admin.administration->context().signer.origin();
        admin.closeWithJournaled(entry, false);
        {
            const QString path = RevocationJournal::pathIn(admin.dir.path());
            const auto signer = AuditSigner::open(admin.dir.path(), origin, admin.random);
            QVERIFY(signer.has_value());
            const AnchorReading reading =
                AnchorFile::read(AnchorFile::pathIn(admin.dir.path()), signer->origin(), signer->verifyKey());
            QVERIFY(reading.state == AnchorReading::State::Whole);
            AnchorFile anchor(reading.path, signer->origin(), signer->key());
            QVERIFY(anchor.open(reading));
            QVERIFY(
                anchor.append({journal_notes::kept(RevocationJournal::read(path).revocations.constFirst())}));
        }
        admin.logged.clear();
        admin.open();
        QVERIFY(admin.administration->context().history.isAccepted());
        QVERIFY(!admin.logged.contains("journal_not_vouched_for"));
        Maintenance(admin.administration->context()).everySecond();
        const QJsonValue event = admin.events("action=partner.freeze").at(0);
        QCOMPARE(event[u"actor"_s].toString(), u"ann"_s);
        QCOMPARE(event[u"actor_role"_s].toString(), u"security"_s);
    }

    /// What only the journal knows of operators and their sessions is in force from the start, and stored
    /// then.
    void journaledOperatorsStayOut_data()
    {
        QTest::addColumn<int>("cut");
        QTest::addColumn<QByteArray>("action");
        QTest::newRow("session") << static_cast<int>(JournalEntry::Kind::Session)
                                 << QByteArray("session.end");
        QTest::newRow("operator") << static_cast<int>(JournalEntry::Kind::Operator)
                                  << QByteArray("operator.disable");
    }
    void journaledOperatorsStayOut()
    {
        QFETCH(int, cut);
        QFETCH(QByteArray, action);
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        const QByteArray staying = admin.token;
        admin.signIn(u"leaving"_s, {u"admin"_s});
        const QByteArray leaving = admin.token;
        const auto actor = admin.administration->context().sessions.authenticate(leaving, fixture.now());
        QVERIFY(actor);
        JournalEntry entry;
        entry.kind = static_cast<JournalEntry::Kind>(cut);
        entry.id = entry.kind == JournalEntry::Kind::Session ? actor->chain : u"leaving"_s;
        entry.at = fixture.now();
        entry.actor = u"leaving"_s;
        entry.actorRole = u"admin"_s;
        admin.closeWithJournaled(entry);
        for (int start = 0; start < 2; ++start) {
            admin.open();
            admin.token = leaving;
            QCOMPARE(admin.get("/session").status, 401);
            admin.token = staying;
            QCOMPARE(admin.get("/session").status, 200);
            Maintenance(admin.administration->context()).everySecond();
            QVERIFY(admin.administration->context().backlog.waiting().empty());
            QCOMPARE(admin.eventCount("action=" + action), 1);
        }
    }

    /// An account that was disabled by the journal has lost its sessions, whenever it is enabled again.
    void enabledAgainOldSessionsStayDead_data()
    {
        QTest::addColumn<QString>("when");
        for (const char *each : {"stored", "not stored yet", "restarted, not stored yet"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void enabledAgainOldSessionsStayDead()
    {
        QFETCH(QString, when);
        AdminFixture admin;
        const QByteArray staying = admin.token;
        admin.signIn(u"leaving"_s, {u"viewer"_s});
        const QByteArray leaving = std::exchange(admin.token, staying);
        const auto statusWith = [&](const QByteArray &token) {
            admin.token = token;
            const int status = admin.get("/session").status;
            admin.token = staying;
            return status;
        };
        QCOMPARE(statusWith(leaving), 200);
        const JournalEntry entry = host_acts::disabledOperator(
            u"leaving"_s, admin.administration->context().now(), u"uid-0"_s, u"req_of_its_own"_s);
        if (when.startsWith(u"restarted"_s)) {
            admin.closeWithJournaled(entry);
            admin.open();
        } else { // as a store that fails leaves it
            AdminContext &context = admin.administration->context();
            QVERIFY(context.sessions.close(u"leaving"_s));
            std::promise<bool> journaled;
            context.backlog.note({entry, 0}, [&](bool done) { journaled.set_value(done); });
            QVERIFY(journaled.get_future().get());
        }
        AdminContext &context = admin.administration->context();
        QCOMPARE(statusWith(leaving), 401);
        const auto listed = [&] {
            const QJsonArray items =
                admin.local(HttpMethod::Get, "/local/v1/operators").json.value(u"items"_s).toArray();
            for (const QJsonValue &item : items) {
                if (item[u"account"_s] == u"leaving"_s)
                    return item[u"disabled"_s].toBool();
            }
            return false;
        };
        QVERIFY(listed());
        if (when == u"stored") {
            Maintenance(context).everySecond();
            QVERIFY(context.sessions.find(u"leaving"_s)->disabledAt.has_value());
            QVERIFY(listed());
        }
        const Reply added =
            admin.local(HttpMethod::Post, "/local/v1/operators",
                        {{u"account"_s, u"leaving"_s}, {u"roles"_s, QJsonArray{u"viewer"_s}}});
        QCOMPARE(added.status, 204);
        for (int start = 0; start < 2; ++start) {
            QCOMPARE(statusWith(leaving), 401);
            Maintenance(admin.administration->context()).everySecond();
            QCOMPARE(statusWith(leaving), 401);
            QVERIFY(!listed());
            const Reply token =
                admin.local(HttpMethod::Post, "/local/v1/operators/token", {{u"account"_s, u"leaving"_s}});
            QCOMPARE(statusWith(token.json.value(u"token"_s).toString().toLatin1()), 200);
            const QJsonObject events = admin.get("/audit/events?action=operator.*").json;
            QCOMPARE(events.value(u"items"_s)[0][u"action"_s].toString(), u"operator.edit"_s);
            admin.open();
        }
    }

    /// And what the journal has is in force after a restart, and stored then.
    void journaledTokensStayDenied()
    {
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        JournalEntry entry;
        entry.kind = JournalEntry::Kind::Token;
        entry.id = u"jti-2"_s;
        entry.generation = 2;
        entry.at = fixture.now();
        entry.actor = fixture.made.id;
        entry.actorRole = u"client"_s;
        entry.until = fixture.now().addSecs(300);
        admin.closeWithJournaled(entry);
        admin.open();
        QVERIFY(admin.policy->current()->isDenied("jti-2"));
        Maintenance(admin.administration->context()).everySecond();
        QVERIFY(admin.administration->context().backlog.waiting().empty());
        const QJsonArray events = admin.events("action=token.revoke");
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.at(0)[u"partner_id"_s].toString(), fixture.partner);
        admin.open();
        QVERIFY(admin.policy->current()->isDenied("jti-2"));
    }
};

QTEST_GUILESS_MAIN(TestLastingRevocations)
#include "tst_lasting_revocations.moc"
