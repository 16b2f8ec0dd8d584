// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/changes_client.h"
#include "client/api/partners_client.h"
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "contract/codec/codecs.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"

#include <QJsonDocument>
#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a call becomes by its answer: every status at its edges, what is tried again and when, who is told.
class TestApiRepeats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_transport = std::make_unique<ScriptedTransport>();
        m_token = std::make_unique<SessionToken>(Secret::copyOf("token-1"));
        m_api = std::make_unique<ApiCaller>(*m_transport, *m_token, *m_clock);
        m_partners = std::make_unique<PartnersClient>(*m_api);
        m_error.reset();
        m_answers = 0;
    }
    void cleanup()
    {
        m_call.cancel();
        QVERIFY(m_transport->isUsedUp());
        QCOMPARE(m_transport->unscripted(), 0);
    }

    void statusesAtTheirEdges_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code"); // empty: no problem came with it
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](int status, const QString &code, ErrorKind kind) {
            QTest::addRow("%d %s", status, qPrintable(code)) << status << code << kind;
        };
        row(300, {}, ErrorKind::Protocol);
        row(399, {}, ErrorKind::Protocol);
        row(401, u"step_up_required"_s, ErrorKind::StepUpRequired);
        row(403, u"step_up_required"_s, ErrorKind::StepUpRequired);
        row(404, u"step_up_required"_s, ErrorKind::NotFound);
        row(403, {}, ErrorKind::Forbidden);
        row(412, u"stale"_s, ErrorKind::Stale);
        row(413, u"too_large"_s, ErrorKind::Validation);
        row(499, {}, ErrorKind::Protocol);
        row(502, {}, ErrorKind::Server);
        row(504, {}, ErrorKind::Server);
        row(599, {}, ErrorKind::Server);
        row(600, {}, ErrorKind::Protocol);
    }
    void statusesAtTheirEdges()
    {
        QFETCH(const int, status);
        QFETCH(const QString, code);
        if (code.isEmpty())
            m_transport->raw("GET", path, "<html>", status);
        else
            m_transport->problem("GET", path, status, code);
        bool renewed = false;
        m_token->setRenewer([&](const std::function<void(bool)> &done) {
            renewed = true;
            done(false);
        });
        get();
        settle();
        QVERIFY(m_error.has_value());
        QTEST(m_error->kind, "kind");
        QCOMPARE(m_error->status, status);
        QVERIFY(!renewed);                       // a fresher token is not what is asked for
        QCOMPARE(m_transport->sent().size(), 1); // a read is never repeated
        QCOMPARE(m_error->detail.contains(u"redirects"_s), status < 400);
        QCOMPARE(m_error->body.isEmpty(), status != 412);
        // The service's own number where it gave one, ours else.
        QCOMPARE(m_error->requestId, code.isEmpty()
                                         ? QString::fromLatin1(m_transport->last().header("X-Request-Id"))
                                         : u"req_scripted"_s);
    }

    void howLongToWait_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("inBody"); // -1: none
        QTest::addColumn<int>("is");
        QTest::newRow("header") << QByteArray("17") << -1 << 17;
        QTest::newRow("at once") << QByteArray("0") << -1 << 0;
        QTest::newRow("a date") << QByteArray("Mon, 02 Mar 2026 10:00:00 GMT") << -1 << -1;
        QTest::newRow("before") << QByteArray("-5") << -1 << -1;
        QTest::newRow("the body says it") << QByteArray("17") << 3 << 3;
    }
    void howLongToWait()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const int, inBody);
        QFETCH(const int, is);
        QJsonObject more;
        if (inBody >= 0)
            more.insert(u"retry_after"_s, inBody);
        HttpResponse answer = ScriptedTransport::problemResponse(429, u"rate_limited"_s, more);
        answer.headers.emplaceBack("retry-after", header);
        m_transport->on("GET", path, [answer](const SentRequest &) { return answer; });
        get();
        settle();
        QCOMPARE(m_error->problem->retryAfter.value_or(-1), is);
    }

    /// After a try that may have arrived: only what was looked at as a new act is the answer.
    void afterALostTry_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("404") << 404 << u"not_found"_s << ErrorKind::NotFound;
        QTest::newRow("409") << 409 << u"already"_s << ErrorKind::Conflict;
        QTest::newRow("412") << 412 << u"stale"_s << ErrorKind::Stale;
        QTest::newRow("422") << 422 << u"validation_failed"_s << ErrorKind::Validation;
        QTest::newRow("403") << 403 << u"forbidden"_s << ErrorKind::OutcomeUnknown;
        QTest::newRow("429") << 429 << u"rate_limited"_s << ErrorKind::OutcomeUnknown;
        QTest::newRow("500") << 500 << u"internal"_s << ErrorKind::OutcomeUnknown;
    }
    void afterALostTry()
    {
        QFETCH(const int, status);
        QFETCH(const QString, code);
        m_transport->fault("PUT", path, TransportFault::Lost);
        m_transport->problem("PUT", path, status, code);
        edit();
        settle();
        m_clock->advance(300ms);
        settle();
        QVERIFY(m_error.has_value());
        QTEST(m_error->kind, "kind");
    }

    /// What says nothing about the outcome is asked again; every other refusal is one, at once.
    void whatIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("again");
        QTest::newRow("502 of a gateway") << 502 << QString() << true;
        QTest::newRow("504 of a gateway") << 504 << QString() << true;
        QTest::newRow("502 of the service") << 502 << u"bad_gateway"_s << false;
        QTest::newRow("503 of a gateway") << 503 << QString() << false;
        QTest::newRow("in flight") << 409 << u"idempotency_in_flight"_s << true;
        QTest::newRow("another conflict") << 409 << u"already"_s << false;
        QTest::newRow("the code alone") << 422 << u"idempotency_in_flight"_s << false;
    }
    void whatIsTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const QString, code);
        QFETCH(const bool, again);
        if (code.isEmpty())
            m_transport->raw("PUT", path, "<html>", status);
        else
            m_transport->problem("PUT", path, status, code);
        if (again)
            m_transport->reply("PUT", path, toJson(samplePartner()));
        edit();
        settle();
        QCOMPARE(m_error.has_value(), !again);
        m_clock->advance(1s);
        settle();
        QCOMPARE(m_transport->sent().size(), again ? 2 : 1);
        QCOMPARE(m_answers, again ? 1 : 0);
        QCOMPARE(m_clock->pending(), 0); // nobody waits any more
        m_clock->advance(10min);
        settle();
        QCOMPARE(m_transport->sent().size(), again ? 2 : 1);
    }

    void thePausesGrow()
    {
        for (int i = 0; i <= ApiCaller::maxRepeats; ++i)
            m_transport->fault("PUT", path, TransportFault::TimedOut);
        edit();
        for (const auto pause : {300ms, 1000ms, 3000ms}) {
            settle();
            const auto before = m_transport->sent().size();
            m_clock->advance(pause - 1ms);
            settle();
            QCOMPARE(m_transport->sent().size(), before);
            m_clock->advance(1ms);
            settle();
            QCOMPARE(m_transport->sent().size(), before + 1);
        }
        QCOMPARE(m_error->kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(m_clock->pending(), 0);
    }

    void withoutASessionNothingIsSent()
    {
        m_transport->fault("PUT", path, TransportFault::Lost);
        edit();
        settle();
        m_token->clear();
        m_clock->advance(300ms);
        settle();
        QCOMPARE(m_error->kind, ErrorKind::OutcomeUnknown); // the first try may have arrived
        QCOMPARE(m_transport->sent().size(), 1);
        get();
        settle();
        QCOMPARE(m_error->kind, ErrorKind::Unauthorized);
        QCOMPARE(m_transport->sent().size(), 1);
        QVERIFY(!m_api->waitingSinceMs());
    }

    /// Somebody else renewed meanwhile: the new token is tried, and no other is asked for.
    void aTokenThatIsNewAlreadyIsTried()
    {
        m_transport->problem("GET", path, 401, u"unauthorized"_s).hold();
        m_transport->reply("GET", path, toJson(samplePartner()));
        int renewals = 0;
        m_token->setRenewer([&](const std::function<void(bool)> &done) {
            ++renewals;
            done(false);
        });
        get();
        m_token->set(Secret::copyOf("token-2"));
        m_transport->release();
        settle();
        QCOMPARE(m_answers, 1);
        QCOMPARE(renewals, 0);
        QCOMPARE(m_transport->last().bearer, QByteArray("token-2"));
    }

    void aRenewalThatFailsIsTheRefusal()
    {
        m_transport->problem("GET", path, 401, u"unauthorized"_s);
        std::function<void(bool)> later;
        m_token->setRenewer([&](std::function<void(bool)> done) { later = std::move(done); });
        get();
        settle();
        QVERIFY(!m_error);
        QVERIFY(later);
        later(false);
        settle();
        QCOMPARE(m_error->kind, ErrorKind::Unauthorized);
        QCOMPARE(m_transport->sent().size(), 1);
    }

    /// A poll may be held back: only then is it late. Whoever waits longest counts.
    void whoWaitsLongest()
    {
        ChangesClient changes(*m_api);
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c1"_s, false, {}})).hold();
        m_transport->reply("GET", path, toJson(samplePartner())).hold();
        QVERIFY(!m_api->waitingSinceMs());
        m_clock->advance(1s);
        const Call poll = changes.get({}, 10s, &m_context, [](const Result<Changes> &) {});
        QCOMPARE(m_api->waitingSinceMs(), std::optional<qint64>(11'000));
        m_clock->advance(1s);
        get();
        QCOMPARE(m_api->waitingSinceMs(), std::optional<qint64>(2'000));
        m_call.cancel();
        QCOMPARE(m_api->waitingSinceMs(), std::optional<qint64>(11'000));
        m_transport->release();
        settle();
        QVERIFY(!m_api->waitingSinceMs());
        m_transport->release();
        settle();
    }

    void theListenerHearsHowLongItTook()
    {
        int begun = 0;
        QList<qint64> took;
        QList<ErrorKind> failed;
        m_api->setListener({[&](std::chrono::milliseconds ms) { took.append(ms.count()); },
                            [&](const ApiError &error) { failed.append(error.kind); }, [&] { ++begun; }});
        m_transport->reply("GET", path, toJson(samplePartner())).hold();
        get();
        QCOMPARE(begun, 1);
        m_clock->advance(250ms);
        m_transport->release();
        settle();
        ChangesClient changes(*m_api);
        m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c1"_s, false, {}}));
        const Call poll = changes.get({}, 10s, &m_context, [](const Result<Changes> &) {});
        settle();
        QCOMPARE(took, (QList<qint64>{250, -1})); // how long a poll was held back says nothing
        m_transport->problem("GET", path, 404, u"not_found"_s);
        get();
        settle();
        QCOMPARE(failed, QList<ErrorKind>{ErrorKind::NotFound});
        QCOMPARE(begun, 3);
        m_api->setListener({}); // nobody has to listen
        m_transport->reply("GET", path, toJson(samplePartner()));
        m_transport->problem("GET", path, 404, u"not_found"_s);
        get();
        settle();
        get();
        settle();
        QCOMPARE(m_answers, 2);
    }

    void aPollSaysWhereItStands()
    {
        ChangesClient changes(*m_api);
        for (const QString &after : {QString(), u"c1"_s}) {
            m_transport->reply("GET", u"/changes"_s, toJson(Changes{u"c1"_s, false, {}}));
            m_call = changes.get(after, 10s, &m_context, [](const Result<Changes> &) {});
            settle();
            QCOMPARE(m_transport->last().queryValues(u"after"_s),
                     after.isEmpty() ? QStringList() : QStringList{after});
        }
        QCOMPARE(m_transport->last().queryValue(u"wait"_s), u"10"_s);
    }

    void anActWithoutFieldsHasABody()
    {
        m_transport->reply("POST", path + u"/freeze"_s, toJson(samplePartner()));
        m_call = m_partners->freeze(u"prt_0001"_s, {}, IdempotencyKey::make(), &m_context,
                                    [this](const Result<Versioned<Partner>> &) { ++m_answers; });
        settle();
        QCOMPARE(m_transport->last().header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(m_transport->last().header("Accept"), QByteArray("application/json"));
        QVERIFY(!m_transport->last().body.isEmpty());
        m_transport->reply("GET", path, toJson(samplePartner()));
        get();
        settle();
        QVERIFY(m_transport->last().header("Content-Type").isEmpty());
        QVERIFY(m_transport->last().body.isEmpty());
    }

    /// An answer that comes when the caller is gone is nobody's.
    void theCallerMayGoFirst()
    {
        m_transport->reply("GET", path, toJson(samplePartner())).hold();
        get();
        m_partners.reset();
        m_api.reset();
        m_transport->release();
        settle();
        QCOMPARE(m_answers, 0);
        QVERIFY(!m_error);
    }

private:
    void get()
    {
        m_call = m_partners->get(u"prt_0001"_s, &m_context,
                                 [this](const Result<Versioned<Partner>> &result) { note(result); });
    }
    void edit()
    {
        m_call = m_partners->edit(u"prt_0001"_s, {}, u"\"3\""_s, IdempotencyKey::make(), &m_context,
                                  [this](const Result<Versioned<Partner>> &result) { note(result); });
    }
    void note(const Result<Versioned<Partner>> &result)
    {
        if (result)
            ++m_answers;
        else
            m_error = result.error();
    }
    static void settle()
    {
        for (int i = 0; i < 12; ++i)
            QCoreApplication::processEvents();
    }

    const QString path = u"/partners/prt_0001"_s;
    QObject m_context;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<SessionToken> m_token;
    std::unique_ptr<ApiCaller> m_api;
    std::unique_ptr<PartnersClient> m_partners;
    std::optional<ApiError> m_error;
    int m_answers = 0;
    Call m_call;
};

QTEST_GUILESS_MAIN(TestApiRepeats)
#include "tst_api_repeats.moc"
