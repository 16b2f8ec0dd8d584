// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/data_directory.h"
#include "platform/http/http_types.h"
#include "platform/local/local_calls.h"
#include "platform/local/local_service.h"
#include "tests/platform/local/one_answer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

const QDateTime noon(QDate(2026, 3, 18), QTime(12, 0), Qt::UTC);

template <typename Message>
QString roundTrip(const Message &message)
{
    const auto again = messageFromJson<Message>(toJson(message));
    return !again              ? again.error().pointer + u": " + again.error().expected
           : *again == message ? QString()
                               : u"another value"_s;
}

/// What was asked, of a service that answers everything so.
struct Heard
{
    QByteArray line;
    QJsonObject body;
};
template <typename Ask>
Heard heard(const QByteArray &answer, const Ask &ask)
{
    const QTemporaryDir dir;
    OneAnswer server(localSocketPath(dir.path()), answer);
    ask(LocalService(dir.path()));
    const QByteArray asked = server.asked();
    return {asked.left(asked.indexOf(" HTTP/1.1")),
            QJsonDocument::fromJson(asked.mid(asked.indexOf("\r\n\r\n") + 4)).object()};
}

QByteArray answerOf(int status, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n\r\n" + body;
}

} // namespace

/// What goes over the socket of a data directory, and what a command makes of the answers.
class TestLocalService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesComeBackAsTheyWere()
    {
        QCOMPARE(roundTrip(OperatorAddition{u"ann"_s, u"Ann A."_s, {u"viewer"_s, u"support"_s}}), QString());
        QCOMPARE(roundTrip(OperatorAddition{u"ann"_s, {}, {}}), QString());
        QCOMPARE(roundTrip(NamedOperator{u"ann"_s}), QString());
        QCOMPARE(roundTrip(OperatorList{{{u"ann"_s, u"Ann"_s, {u"viewer"_s}, true}, {}}}), QString());
        QCOMPARE(roundTrip(SignedIn{u"pco_1"_s, noon}), QString());
        QCOMPARE(roundTrip(AttachedConsole{u"pco_1"_s, noon, u"https://h:1"_s, u"/ca.pem"_s}), QString());
        QCOMPARE(roundTrip(KeptForLater{false, u"Later."_s}), QString());
        QCOMPARE(roundTrip(HistoryState{}), QString());
        QCOMPARE(roundTrip(HistoryState{false, u"it is shorter"_s, 3, 0}), QString());
        QCOMPARE(roundTrip(HistoryAcceptance{u"the disk was lost"_s}), QString());
        QCOMPARE(roundTrip(GatewayCheckStart{u"edge"_s, {}}), QString());
        QCOMPARE(roundTrip(GatewayCheckStart{u"edge"_s, u"crd_1"_s}), QString());
        QCOMPARE(roundTrip(GatewayCheckBegun{
                     u"c"_s, u"m"_s, u"crd_1"_s, {{u"first"_s, u"ey"_s}}, u"https://h:1"_s, u"/ca.pem"_s}),
                 QString());
        QCOMPARE(roundTrip(NamedGatewayCheck{u"c"_s}), QString());
        QCOMPARE(roundTrip(CheckTokenDenial{u"c"_s, u"ended"_s}), QString());
        CheckSighting passed;
        passed.passed = passed.holdsToken = true;
        passed.marked = passed.missing = {u"X-Realm"_s};
        const CheckSighting asked{false, u"edge"_s, u"first"_s, u"GET"_s, u"/p"_s, u"h"_s, u"::1"_s,
                                  true,  200,       u"dec_1"_s, {},       {},      false};
        QCOMPARE(roundTrip(GatewayCheckSeen{{asked, passed}}), QString());
    }

    void wrongMessagesAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char *json, const QString &pointer) {
            QTest::newRow(json) << QByteArray(json) << pointer;
        };
        row("[]", {});
        row("{}", u"/account"_s);
        row("{\"account\":7,\"roles\":[]}", u"/account"_s);
        row("{\"account\":null,\"roles\":[]}", u"/account"_s);
        row("{\"account\":\"ann\"}", u"/roles"_s);
        row("{\"account\":\"ann\",\"roles\":\"viewer\"}", u"/roles"_s);
        row("{\"account\":\"ann\",\"roles\":[\"viewer\",1]}", u"/roles/1"_s);
        row("{\"account\":\"ann\",\"roles\":[],\"display_name\":false}", u"/display_name"_s);
    }
    void wrongMessagesAreNone()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, pointer);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        const auto message = messageFromJson<OperatorAddition>(
            document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array()));
        QVERIFY(!message);
        QCOMPARE(message.error().pointer, pointer);
    }

    /// What a newer program says beside what this one knows is no fault.
    void strangeMembersAreIgnored()
    {
        const auto message =
            messageFromJson<NamedOperator>(QJsonObject{{u"account"_s, u"ann"_s}, {u"shoe_size"_s, 41}});
        QVERIFY(message);
        QCOMPARE(message->account, u"ann"_s);
    }

    void everyCallHasAPathOfItsOwn()
    {
        QSet<QByteArray> seen;
        for (const LocalCallRow &row : localCalls()) {
            QCOMPARE(&localCall(row.call), &row);
            QVERIFY(QByteArray(row.path).startsWith("/local/v1/"));
            seen.insert(methodName(row.method) + ' ' + row.path);
        }
        QCOMPARE(seen.size(), qsizetype(localCalls().size()));
        QCOMPARE(localCalls().size(), std::size_t(11));
    }

    void callsAskAtTheirPaths()
    {
        const QByteArray done = answerOf(204, {});
        const Heard added = heard(done, [](const LocalService &service) {
            QVERIFY(service.add({u"ann"_s, u"Ann"_s, {u"viewer"_s}}));
        });
        QCOMPARE(added.line, "POST /local/v1/operators");
        QCOMPARE(added.body, toJson(OperatorAddition{u"ann"_s, u"Ann"_s, {u"viewer"_s}}));
        const Heard disabled =
            heard(done, [](const LocalService &service) { QVERIFY(service.disable(u"ann"_s)); });
        QCOMPARE(disabled.line, "POST /local/v1/operators/disable");
        QCOMPARE(disabled.body, toJson(NamedOperator{u"ann"_s}));
        const Heard accepted =
            heard(done, [](const LocalService &service) { QVERIFY(service.acceptHistory(u"lost"_s)); });
        QCOMPARE(accepted.line, "POST /local/v1/history/accept");
        QCOMPARE(accepted.body, toJson(HistoryAcceptance{u"lost"_s}));
        host_acts::HostAct act{AuditAction::GatewayRemove, u"edge"_s, {}};
        act.onlyIfKnown = true;
        const Heard recorded =
            heard(done, [&act](const LocalService &service) { QVERIFY(service.record(act)); });
        const Heard denied = heard(done, [](const LocalService &service) {
            QVERIFY(service.deny({u"c"_s, u"ended"_s}));
        });
        QCOMPARE(denied.line, "POST /local/v1/gateway-checks/deny");
        QCOMPARE(denied.body, toJson(CheckTokenDenial{u"c"_s, u"ended"_s}));
        QCOMPARE(recorded.line, "POST /local/v1/acts");
        QCOMPARE(recorded.body, host_acts::toJson(act));
    }

    void answersAreRead()
    {
        const OperatorList list{{{u"ann"_s, u"Ann"_s, {u"viewer"_s}, true}}};
        const Heard listed =
            heard(answerOf(200, QJsonDocument(toJson(list)).toJson()), [&list](const LocalService &service) {
                const auto answer = service.operators();
                QVERIFY(answer);
                QCOMPARE(*answer, list);
            });
        QCOMPARE(listed.line, "GET /local/v1/operators");
        const SignedIn token{u"pco_1"_s, noon};
        const Heard asked = heard(answerOf(200, QJsonDocument(toJson(token)).toJson()),
                                  [&token](const LocalService &service) {
                                      const auto answer = service.signIn(u"ann"_s);
                                      QVERIFY(answer);
                                      QCOMPARE(*answer, token);
                                  });
        QCOMPARE(asked.line, "POST /local/v1/operators/token");
        const AttachedConsole console{u"pco_1"_s, noon, u"https://h:1"_s, u"/ca.pem"_s};
        const Heard attached = heard(answerOf(200, QJsonDocument(toJson(console)).toJson()),
                                     [&console](const LocalService &service) {
                                         const auto answer = service.attach();
                                         QVERIFY(answer);
                                         QCOMPARE(*answer, console);
                                     });
        QCOMPARE(attached.line, "POST /local/v1/attach");
        const GatewayCheckBegun begun{u"c"_s,           u"m"_s,      u"crd_1"_s, {{u"first"_s, u"ey"_s}},
                                      u"https://h:1"_s, u"/ca.pem"_s};
        const Heard checked = heard(answerOf(200, QJsonDocument(toJson(begun)).toJson()),
                                    [&begun](const LocalService &service) {
                                        const auto answer = service.beginCheck({u"edge"_s, {}});
                                        QVERIFY(answer);
                                        QCOMPARE(*answer, begun);
                                    });
        QCOMPARE(checked.line, "POST /local/v1/gateway-checks");
        QCOMPARE(checked.body, toJson(GatewayCheckStart{u"edge"_s, {}}));
        const GatewayCheckSeen sightings{{CheckSighting{}}};
        const Heard looked = heard(answerOf(200, QJsonDocument(toJson(sightings)).toJson()),
                                   [&sightings](const LocalService &service) {
                                       const auto answer = service.seen(u"c"_s);
                                       QVERIFY(answer);
                                       QCOMPARE(*answer, sightings);
                                   });
        QCOMPARE(looked.line, "POST /local/v1/gateway-checks/seen");
        const HistoryState state{false, u"it is shorter"_s, 3, 5};
        const Heard shown = heard(answerOf(200, QJsonDocument(toJson(state)).toJson()),
                                  [&state](const LocalService &service) {
                                      const auto answer = service.history();
                                      QVERIFY(answer);
                                      QCOMPARE(*answer, state);
                                  });
        QCOMPARE(shown.line, "GET /local/v1/history");
        // In force, and in the audit log later only.
        (void)heard(answerOf(202, "{\"durable\":false,\"detail\":\"Later.\"}"),
                    [](const LocalService &service) {
                        const auto answer = service.disable(u"ann"_s);
                        QVERIFY(answer && *answer);
                        QCOMPARE((*answer)->detail, u"Later."_s);
                    });
    }

    void whatCannotBeReadIsTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const QString unread = u"the service gave an answer that this program cannot read (%1)"_s;
        QTest::newRow("no JSON") << answerOf(200, "token") << unread.arg(u"/token"_s) << QString();
        QTest::newRow("nothing") << answerOf(200, {}) << unread.arg(u"/token"_s) << QString();
        QTest::newRow("another type")
            << answerOf(200, "{\"token\":1,\"expires_at\":\"2026-03-18T12:00:00Z\"}")
            << unread.arg(u"/token"_s) << QString();
        QTest::newRow("no time") << answerOf(200, "{\"token\":\"t\"}") << unread.arg(u"/expires_at"_s)
                                 << QString();
        QTest::newRow("refused")
            << answerOf(422, "{\"status\":422,\"code\":\"refused\",\"title\":\"No\",\"detail\":\"he left\"}")
            << u"he left"_s << u"refused"_s;
        QTest::newRow("a title alone")
            << answerOf(503, "{\"status\":503,\"code\":\"store_busy\",\"title\":\"Busy\"}") << u"Busy"_s
            << u"store_busy"_s;
        QTest::newRow("no problem") << answerOf(500, "oops") << u"the service answered 500"_s << QString();
        QTest::newRow("moved") << answerOf(302, {}) << u"the service answered 302"_s << QString();
        QTest::newRow("silence") << QByteArray()
                                 << u"the service did not answer; it may have done it, or do it yet"_s
                                 << QString();
    }
    void whatCannotBeReadIsTold()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        (void)heard(answer, [&](const LocalService &service) {
            const auto signedIn = service.signIn(u"ann"_s);
            QVERIFY(!signedIn);
            QCOMPARE(signedIn.error().text, text);
            QCOMPARE(signedIn.error().code, code);
        });
    }

    void nobodyIsThere()
    {
        const QTemporaryDir dir;
        QVERIFY(!LocalService::on(dir.path()));
        const auto state = LocalService(dir.path()).history();
        QVERIFY(!state && state.error().text.contains(u"no service runs"_s));
        const OneAnswer server(localSocketPath(dir.path()), {});
        QVERIFY(LocalService::on(dir.path()));
    }
};

QTEST_GUILESS_MAIN(TestLocalService)
#include "tst_local_service.moc"
