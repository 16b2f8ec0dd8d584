// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "platform/admin/maintenance/maintenance.h"
#include "platform/cli/command_line.h"
#include "platform/local/stopped_store.h"
#include "platform/operators/host_acts.h"
#include "platform/operators/operator_accounts.h"
#include "platform/operators/operator_sessions.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// What the host's own socket is asked, and what comes back.
struct Host
{
    AdminFixture fixture;

    Reply list() { return fixture.local(HttpMethod::Get, "/local/v1/operators"); }
    Reply post(const QByteArray &path, const QJsonObject &body = {})
    {
        return fixture.local(HttpMethod::Post, "/local/v1/" + path, body);
    }
    Reply add(const QString &account, const QStringList &roles, const QString &shown = {})
    {
        return post("operators", {{u"account"_s, account},
                                  {u"display_name"_s, shown},
                                  {u"roles"_s, QJsonArray::fromStringList(roles)}});
    }
    Reply of(const QByteArray &act, const QString &account)
    {
        return post("operators/" + act, {{u"account"_s, account}});
    }
    /// The one with this account, as it is listed.
    QJsonObject listed(const QString &account)
    {
        const QJsonArray items = list().json.value(u"items"_s).toArray();
        for (const QJsonValue &item : items)
            if (item.toObject().value(u"account"_s) == account)
                return item.toObject();
        return {};
    }
    /// Whether a request with this token is one of an operator.
    int statusWith(const Reply &signedIn)
    {
        const QByteArray kept = fixture.token;
        fixture.token = signedIn.json.value(u"token"_s).toString().toLatin1();
        const int status = fixture.get("/session").status;
        fixture.token = kept;
        return status;
    }
    /// "kind id event" of what the feed tells after this cursor, once it tells anything.
    QStringList toldAfter(const QString &cursor)
    {
        QStringList told;
        const QJsonArray changes = fixture.toldAfter(cursor, std::chrono::seconds(20));
        for (const QJsonValue &each : changes)
            told.append(QStringList{each[u"kind"_s].toString(), each[u"id"_s].toString(),
                                    each[u"event_id"_s].toString()}
                            .join(u' '));
        return told;
    }
    /// The newest events of the log, oldest first, as toldAfter() has them.
    QStringList newest(qint64 count)
    {
        QStringList events;
        const QJsonArray items = fixture.events("limit=" + QByteArray::number(count));
        for (const QJsonValue &each : items)
            events.prepend(u"audit  "_s + each[u"id"_s].toString());
        return events;
    }
};

} // namespace

class TestLocalApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operatorsAreListed()
    {
        Host host;
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s, u"support"_s}, u"Ann A."_s).status, 204);
        QCOMPARE(host.list().status, 200);
        const QJsonObject ann{{u"account"_s, u"ann"_s},
                              {u"display_name"_s, u"Ann A."_s},
                              {u"roles"_s, QJsonArray{u"viewer"_s, u"support"_s}},
                              {u"disabled"_s, false}};
        QCOMPARE(host.listed(u"ann"_s), ann);
        QCOMPARE(host.of("disable", u"ann"_s).status, 204);
        QVERIFY(host.listed(u"ann"_s).value(u"disabled"_s).toBool());
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s, u"support"_s}, u"Ann A."_s).status, 204); // enabled again
        QCOMPARE(host.listed(u"ann"_s), ann);
    }

    void whatCannotBeDoneIsTold()
    {
        Host host;
        const auto refused = [](const Reply &reply, const QString &says) {
            const QString detail = reply.json.value(u"detail"_s).toString();
            return reply.status == 422 && reply.code() == u"refused"_s && detail.contains(says)
                       ? QString()
                       : u"%1 %2"_s.arg(reply.status).arg(detail);
        };
        QCOMPARE(refused(host.add(u"Ann"_s, {u"viewer"_s}), u"lower-case"_s), QString());
        QCOMPARE(refused(host.add(u"ann"_s, {u"king"_s}), u"no role"_s), QString());
        QCOMPARE(refused(host.add(u"ann"_s, {}), u"at least one role"_s), QString());
        for (const char *act : {"disable", "token"}) {
            QCOMPARE(refused(host.of(act, u"nobody"_s), u"no operator \"nobody\""_s), QString());
            QCOMPARE(refused(host.of(act, {}), u"no operator \"\""_s), QString());
        }
        for (const QJsonObject &act :
             {QJsonObject{}, QJsonObject{{u"action"_s, u"gateway.add"_s}},
              QJsonObject{{u"action"_s, u"partner.edit"_s}, {u"target_id"_s, u"g"_s}},
              QJsonObject{{u"action"_s, u"gateway.add"_s}, {u"target_id"_s, u"g\u0000x"_s}},
              QJsonObject{{u"action"_s, u"gateway.add"_s}, {u"target_id"_s, u"edge\nof\u202e"_s}},
              QJsonObject{{u"action"_s, u"gateway.remove"_s}, {u"target_id"_s, QString(60'000, u'x')}}})
            QCOMPARE(refused(host.post("acts", act), u"not an act on a gateway"_s), QString());
        QCOMPARE(host.fixture.eventCount("action=operator.add"), 1); // that of the fixture
        QCOMPARE(host.fixture.eventCount("action=gateway.add"), 0);
    }

    void wrongBodiesChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        const auto row = [](const QByteArray &path, const QByteArray &body, const QString &says) {
            QTest::newRow(QByteArray(path + ' ' + body.left(60))) << path << body << says;
        };
        const QString act = u"the body is not an act on a gateway: "_s;
        for (const auto &[path, prefix, first] :
             {std::tuple(QByteArray("operators"), QString(), u"/account"_s),
              {QByteArray("operators/disable"), QString(), u"/account"_s},
              {QByteArray("operators/token"), QString(), u"/account"_s},
              {QByteArray("history/accept"), QString(), u"/reason"_s},
              {QByteArray("acts"), act, u"/action"_s}}) {
            for (const char *noObject : {"", "nonsense", "[]", "\"ann\"", "{\"account\":\"a\"", "\xff"})
                row(path, noObject, prefix + u"the body: expected an object"_s);
            row(path, "{}", prefix + first + u" is missing: expected a string"_s);
            row(path, '{' + QByteArray("\"") + first.mid(1).toUtf8() + "\":5}",
                prefix + first + u": expected a string"_s);
            row(path, "{\"note\":1,\"note\":2}", prefix + u"/note: expected each member once"_s);
            row(path, "{\"note\":\"\\ud800\"}", prefix + u"/note: expected a text that can be read"_s);
        }
        row("operators", "{\"account\":\"ann\",\"roles\":{}}", u"/roles: expected an array"_s);
        row("operators", "{\"account\":\"ann\"}", u"/roles is missing: expected an array"_s);
        row("acts", "{\"action\":\"gateway.add\",\"target_id\":\"edge\",\"changes\":7}",
            act + u"/changes: expected an array"_s);
        row("acts", "{\"action\":\"gateway.add\",\"target_id\":\"edge\",\"changes\":[{\"field\":\"realm\"}]}",
            act + u"/changes/0/after is missing: expected a string"_s);
        row("acts",
            "{\"action\":\"gateway.add\",\"target_id\":\"edge\",\"changes\":[{\"field\":\"note\",\"after\":"
            "\"x\"}]}",
            act + u"/changes: expected realm and thumbprint of a gateway"_s);
        row("acts", "{\"action\":\"gateway.remove\",\"target_id\":\"edge\",\"only_if_known\":\"yes\"}",
            act + u"/only_if_known: expected true or false"_s);
        row("acts", "{\"action\":\"operator.add\",\"target_id\":\"edge\"}",
            act + u"/action: expected gateway.add or gateway.remove"_s);
        row("acts", "{\"action\":\"gateway.add\",\"target_id\":\"Edge\"}",
            act + u"/target_id: expected the name of a gateway"_s);
    }
    void wrongBodiesChangeNothing()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, says);
        Host host;
        const qint64 before = host.fixture.eventCount();
        Router router;
        host.fixture.administration->mountLocal(router);
        HttpRequest request;
        request.method = HttpMethod::Post;
        request.rawTarget = "/local/v1/" + path;
        request.body = body;
        HttpResponse answer; // at once: nothing is asked of the store
        router.dispatch(request, [&answer](HttpResponse response) { answer = std::move(response); });
        const QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
        QCOMPARE(answer.status, 422);
        QCOMPARE(problem.value(u"code"_s).toString(), u"refused"_s);
        QCOMPARE(problem.value(u"detail"_s).toString(), says);
        QCOMPARE(host.fixture.eventCount(), before);
    }

    /// By the code, whatever the sentence is: that is how a command knows it.
    void anUnknownGatewayHasACodeOfItsOwn()
    {
        Host host;
        const Reply reply = host.post(
            "acts",
            {{u"action"_s, u"gateway.remove"_s}, {u"target_id"_s, u"edge"_s}, {u"only_if_known"_s, true}});
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.code(), u"gateway_unknown"_s);
        QCOMPARE(host.fixture.local(HttpMethod::Post, "/local/v1/nothing").status, 404);
        QVERIFY(host.fixture.local(HttpMethod::Post, "/local/v1/nothing").code() != u"gateway_unknown"_s);
        const Reply history = host.post("history/accept", {{u"reason"_s, u"Again"_s}});
        QCOMPARE(history.status, 409);
        QCOMPARE(history.code(), u"history_not_acceptable"_s);
    }

    void actsAreRecorded()
    {
        Host host;
        const QJsonObject change{{u"field"_s, u"realm"_s}, {u"before"_s, QString()}, {u"after"_s, u"sbx"_s}};
        for (const auto &action : {u"gateway.add"_s, u"gateway.remove"_s}) {
            QCOMPARE(host.post("acts", {{u"action"_s, action},
                                        {u"target_id"_s, u"edge"_s},
                                        {u"changes"_s, QJsonArray{change}}})
                         .status,
                     204);
            const QJsonObject event = host.fixture.events("action=" + action.toLatin1()).first().toObject();
            QCOMPARE(event.value(u"target_id"_s).toString(), u"edge"_s);
            QCOMPARE(event.value(u"target_kind"_s).toString(), u"gateway"_s);
            QCOMPARE(event.value(u"actor_role"_s).toString(), u"host"_s);
        }
    }

    /// Whoever looks at the log hears of what the host does as of everything else: once, with its event.
    void theFeedTellsOfTheHost_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QStringList>("actions");
        const auto row = [](const char *name, const QByteArray &path, const QJsonObject &body,
                            const QStringList &actions) { QTest::newRow(name) << path << body << actions; };
        const auto account = [](const QString &name, const QString &role) {
            return QJsonObject{{u"account"_s, name}, {u"roles"_s, QJsonArray{role}}};
        };
        const auto act = [](const QString &action, const QString &name) {
            return QJsonObject{{u"action"_s, action}, {u"target_id"_s, name}};
        };
        row("add an operator", "operators", account(u"bob"_s, u"viewer"_s), {u"operator.add"_s});
        row("other roles", "operators", account(u"ann"_s, u"support"_s), {u"operator.edit"_s});
        row("disable", "operators/disable", {{u"account"_s, u"ann"_s}}, {u"operator.disable"_s});
        row("sign in", "operators/token", {{u"account"_s, u"ann"_s}}, {u"session.begin"_s});
        row("attach a console", "attach", {}, {u"operator.add"_s, u"session.begin"_s});
        row("add a gateway", "acts", act(u"gateway.add"_s, u"other"_s), {u"gateway.add"_s});
        row("remove a gateway", "acts", act(u"gateway.remove"_s, u"edge"_s), {u"gateway.remove"_s});
    }
    void theFeedTellsOfTheHost()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QJsonObject, body);
        QFETCH(const QStringList, actions);
        Host host;
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s}).status, 204);
        QCOMPARE(host.post("acts", {{u"action"_s, u"gateway.add"_s}, {u"target_id"_s, u"edge"_s}}).status,
                 204);
        const qint64 before = host.fixture.eventCount();
        QHash<QString, qint64> counts;
        for (const QString &action : actions)
            counts.insert(action, host.fixture.eventCount("action=" + action.toLatin1()));
        const QString cursor = host.fixture.feedCursor();
        QCOMPARE(host.post(path, body).status / 100, 2);
        QTRY_COMPARE(host.fixture.eventCount(), before + actions.size());
        for (const QString &action : actions)
            QCOMPARE(host.fixture.eventCount("action=" + action.toLatin1()), counts.value(action) + 1);
        QTRY_COMPARE(host.toldAfter(cursor), host.newest(actions.size()));
    }

    /// Also when only the journal had it, and the store gets it from there.
    void theFeedTellsOfWhatTheJournalHad()
    {
        Host host;
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s}).status, 204);
        const QDateTime now = toDateTime(host.fixture.clock.now().wall);
        host.fixture.closeWithJournaled(host_acts::disabledOperator(u"ann"_s, now, u"uid-0"_s));
        host.fixture.open();
        const QString cursor = host.fixture.feedCursor();
        Maintenance(host.fixture.administration->context()).everySecond();
        QCOMPARE(host.fixture.eventCount("action=operator.disable"), 1);
        const QStringList told = host.toldAfter(cursor);
        QCOMPARE(told.count(host.newest(1).constFirst()), 1);
    }

    /// A sign-in that counted from memory is told when it is written down.
    void theFeedTellsOfASignInThatIsStoredLater()
    {
        Host host;
        AdminContext &context = host.fixture.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const qint64 before = host.fixture.eventCount();
        const QString cursor = host.fixture.feedCursor();
        {
            const StalledStore stalled(context.store);
            QCOMPARE(host.of("token", u"tester"_s).status, 200);
        }
        QTRY_COMPARE(host.fixture.eventCount(), before + 1);
        QTRY_COMPARE(host.toldAfter(cursor), host.newest(1));
    }

    /// The list of gateways does not name it: whether there is one, only the service can say.
    void aGatewayIsRemovedIfItIsKnown()
    {
        Host host;
        const auto body = [](const QString &action, const QString &name) {
            return QJsonObject{{u"action"_s, action},
                               {u"target_id"_s, name},
                               {u"only_if_known"_s, action == u"gateway.remove"}};
        };
        QCOMPARE(host.post("acts", body(u"gateway.remove"_s, u"edge"_s)).status, 404);
        QCOMPARE(host.fixture.eventCount("action=gateway.remove"), 0);
        QCOMPARE(host.post("acts", body(u"gateway.add"_s, u"edge"_s)).status, 204);
        QCOMPARE(host.post("acts", body(u"gateway.remove"_s, u"edge"_s)).status, 204);
        QCOMPARE(host.post("acts", body(u"gateway.remove"_s, u"edge"_s)).status, 404);
        QCOMPARE(host.fixture.eventCount("action=gateway.remove"), 1);
        // An addition that hangs in the store, and was taken back by who asked for it.
        AdminContext &context = host.fixture.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        std::future<Reply> adding;
        {
            const StalledStore stalled(context.store);
            adding = host.fixture.beginLocal(HttpMethod::Post, "/local/v1/acts",
                                             body(u"gateway.add"_s, u"late"_s));
            QCOMPARE(host.post("acts", body(u"gateway.remove"_s, u"late"_s)).status, 204);
        }
        QCOMPARE(adding.get().status, 422);
        QCOMPARE(host.fixture.eventCount("action=gateway.add"), 1);
    }

    /// A token of an operator is that and no more; whoever attaches is told where the service is as well.
    void tokensSignIn()
    {
        Host host;
        const QDateTime now = toDateTime(host.fixture.clock.now().wall);
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s}).status, 204);
        const Reply token = host.of("token", u"ann"_s);
        QCOMPARE(token.status, 200);
        QCOMPARE(token.json.keys(), (QStringList{u"expires_at"_s, u"token"_s}));
        QCOMPARE(
            QDateTime::fromString(token.json.value(u"expires_at"_s).toString(), Qt::ISODateWithMs).toUTC(),
            now.addSecs(OperatorSessions::tokenSeconds));
        QCOMPARE(host.statusWith(token), 200);
        const Reply attached = host.post("attach");
        QCOMPARE(attached.status, 200);
        QCOMPARE(attached.json.keys(), (QStringList{u"ca_file"_s, u"expires_at"_s, u"token"_s, u"url"_s}));
        QCOMPARE(host.statusWith(attached), 200);
        const QString local = QStringView(operator_accounts::localAccount).toString();
        QCOMPARE(host.listed(local).value(u"roles"_s).toArray(), QJsonArray{u"admin"_s});
        // What somebody made of that account stays.
        QCOMPARE(host.add(local, {u"viewer"_s}).status, 204);
        QCOMPARE(host.post("attach").status, 200);
        QCOMPARE(host.listed(local).value(u"roles"_s).toArray(), QJsonArray{u"viewer"_s});
        QCOMPARE(host.of("disable", local).status, 204);
        QCOMPARE(host.post("attach").status, 422);
        QVERIFY(!host.fixture.administration->localToken().get());
    }

    /// Disabled: no token works, none is given; enabled again the old ones stay dead.
    void disabledIsOut()
    {
        Host host;
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s}).status, 204);
        const Reply token = host.of("token", u"ann"_s);
        QCOMPARE(host.of("disable", u"ann"_s).status, 204);
        QCOMPARE(host.statusWith(token), 401);
        QCOMPARE(host.of("disable", u"ann"_s).status, 204); // once more is no fault
        QCOMPARE(host.fixture.eventCount("action=operator.disable"), 1);
        const Reply refused = host.of("token", u"ann"_s);
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.json.value(u"detail"_s).toString().contains(u"disabled"_s));
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s}).status, 204);
        QCOMPARE(host.statusWith(token), 401);
        QCOMPARE(host.statusWith(host.of("token", u"ann"_s)), 200);
    }

    /// Roles change for tokens that live, and for those of after a restart.
    void rolesChangeAtOnce()
    {
        Host host;
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s}).status, 204);
        const Reply token = host.of("token", u"ann"_s);
        const auto mayWrite = [&] {
            const QByteArray kept =
                std::exchange(host.fixture.token, token.json.value(u"token"_s).toString().toLatin1());
            const int status = host.fixture.post("/partners", host.fixture.draft(u"p"_s)).status;
            host.fixture.token = kept;
            return status != 403;
        };
        QVERIFY(!mayWrite());
        QCOMPARE(host.add(u"ann"_s, {u"admin"_s}).status, 204);
        QVERIFY(mayWrite());
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s}).status, 204);
        QVERIFY(!mayWrite());
        host.fixture.open();
        QVERIFY(!mayWrite());
        QCOMPARE(host.statusWith(token), 200);
    }

    /// What only the side journal knows counts for the commands on a stopped service too, and comes first.
    void theJournalCountsForAStoppedService()
    {
        Host host;
        QCOMPARE(host.add(u"ann"_s, {u"viewer"_s}).status, 204);
        const Reply token = host.of("token", u"ann"_s);
        const QString directory = host.fixture.dir.path();
        const QDateTime now = toDateTime(host.fixture.clock.now().wall);
        host.fixture.closeWithJournaled(host_acts::disabledOperator(u"ann"_s, now, u"uid-0"_s));
        {
            const auto stopped = StoppedStore::open(directory, StoppedStore::WhenEmpty::Refuse);
            QVERIFY(stopped);
            const auto shut = stopped->store->readNow<bool>(
                [&](Tx &tx) { return stopped->isShut(tx, u"ann"_s) && !stopped->isShut(tx, u"tester"_s); });
            QVERIFY(shut && *shut);
        }
        QCOMPARE(runCommandLine({u"operator"_s, u"token"_s, u"ann"_s, u"--data"_s, directory}),
                 ExitCode::Failed);
        QCOMPARE(runCommandLine({u"operator"_s, u"list"_s, u"--data"_s, directory}), ExitCode::Done);
        QCOMPARE(runCommandLine(
                     {u"operator"_s, u"add"_s, u"ann"_s, u"--role"_s, u"support"_s, u"--data"_s, directory}),
                 ExitCode::Done);
        for (int start = 0; start < 2; ++start) {
            host.fixture.open();
            Maintenance(host.fixture.administration->context()).everySecond();
            QVERIFY(!host.listed(u"ann"_s).value(u"disabled"_s).toBool());
            QCOMPARE(host.statusWith(token), 401);
            QCOMPARE(host.statusWith(host.of("token", u"ann"_s)), 200);
            QCOMPARE(host.fixture.eventCount("action=operator.disable"), 1);
        }
    }

    /// A store that takes nothing: an account keeps what it had, and whoever may sign in does (ADR 0139).
    void aFullStoreIsTold()
    {
        Host host;
        QCOMPARE(host.add(u"ann"_s, {u"admin"_s}).status, 204);
        const Reply token = host.of("token", u"ann"_s);
        host.fixture.open(1);
        const auto refused = [](const Reply &reply) { return reply.status >= 500; };
        for (int i = 0;
             i < 200 && !refused(host.add(u"filler-%1"_s.arg(i), {u"viewer"_s}, QString(80, u'x'))); ++i) {
        }
        QVERIFY(refused(host.add(u"ann"_s, {u"viewer"_s})));
        QCOMPARE(host.statusWith(host.of("token", u"ann"_s)), 200);
        QCOMPARE(host.statusWith(host.post("attach")), 200);
        QVERIFY(refused(host.post("acts", {{u"action"_s, u"gateway.add"_s}, {u"target_id"_s, u"edge"_s}})));
        QVERIFY(host.fixture.administration->localToken().get());
        const QByteArray kept =
            std::exchange(host.fixture.token, token.json.value(u"token"_s).toString().toLatin1());
        const QJsonObject session = host.fixture.get("/session").json;
        host.fixture.token = kept;
        QVERIFY2(QJsonDocument(session).toJson().contains("\"admin\""),
                 QJsonDocument(session).toJson().constData());
    }
};

QTEST_GUILESS_MAIN(TestLocalApi)
#include "tst_local_api.moc"
