// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/audit_client.h"
#include "client/api/changes_client.h"
#include "client/api/partners_client.h"
#include "client/api/session_client.h"
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A network that never answers, and keeps what it was given last.
class Recorder final : public Transport
{
public:
    HttpRequest last;
    std::unique_ptr<Exchange> send(HttpRequest request, std::function<void(TransportResult)>) override
    {
        last = std::move(request);
        return std::make_unique<Exchange>();
    }
};

} // namespace

/// What each kind of request is given on its way: how long it may take, and how it is read and written.
class TestRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadHasTenSeconds()
    {
        const Call call = m_partners.get(u"p"_s, this, [](const Result<Versioned<Partner>> &) {});
        QCOMPARE(m_network.last.timeout, 10'000ms);
        QCOMPARE(m_network.last.method, QByteArray("GET"));
        QVERIFY(!m_network.last.write);
        QVERIFY(!m_network.last.sink);
        QCOMPARE(m_network.last.header("accept"), QByteArray("application/json"));
        QCOMPARE(m_network.last.target(), QByteArray("/admin/v1/partners/p"));
    }

    /// What the service may hold back comes on top.
    void aPollHasItsWaitAndTenSeconds()
    {
        ChangesClient changes(m_api);
        for (const std::chrono::seconds wait : {0s, 10s}) {
            const Call call = changes.get(u"c 1"_s, wait, this, [](const Result<Changes> &) {});
            QCOMPARE(m_network.last.timeout, std::chrono::milliseconds(wait + 10s));
        }
        QCOMPARE(m_network.last.target(), QByteArray("/admin/v1/changes?after=c%201&wait=10"));
        QCOMPARE(m_network.last.queryValue(u"wait"_s), u"10"_s);
        QCOMPARE(m_network.last.queryValue(u"nothing"_s), QString());
        QCOMPARE(m_network.last.header("nothing"), QByteArray());
    }

    void aWriteIsMarkedAsOne()
    {
        const Call call = m_partners.freeze(u"p"_s, {}, IdempotencyKey::make(), this,
                                            [](const Result<Versioned<Partner>> &) {});
        QVERIFY(m_network.last.write);
        QVERIFY(!m_network.last.header("Idempotency-Key").isEmpty());
        QCOMPARE(m_network.last.header("Content-Type"), QByteArray("application/json"));
    }

    /// No body, and so no type of one.
    void signingOutHasNoBody()
    {
        SessionClient sessions(m_api);
        const Call call = sessions.end(this, [](const Result<void> &) {});
        QCOMPARE(m_network.last.method, QByteArray("DELETE"));
        QVERIFY(m_network.last.write);
        QVERIFY(m_network.last.body.isEmpty());
        QVERIFY(m_network.last.header("Content-Type").isEmpty());
    }

    void renewingHasAnEmptyBody()
    {
        SessionClient sessions(m_api);
        const Call call = sessions.renew(this, [](const Result<FreshToken> &) {});
        QCOMPARE(m_network.last.method, QByteArray("POST"));
        QCOMPARE(m_network.last.body, QByteArray("{}"));
    }

    void aStreamBeginsAfterTheOneBefore_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<QString>("after");
        QTest::newRow("from the start") << qint64(0) << QString();
        QTest::newRow("from the second") << qint64(1) << u"0"_s;
        QTest::newRow("later") << qint64(42) << u"41"_s;
    }
    void aStreamBeginsAfterTheOneBefore()
    {
        QFETCH(const qint64, from);
        AuditClient audit(m_api);
        const Call call = audit.stream(
            from, this, [](const QList<AuditRecord> &) {}, [](const Result<qint64> &) {});
        QTEST(m_network.last.queryValue(u"after"_s), "after");
        QVERIFY(m_network.last.sink);
        QCOMPARE(m_network.last.header("Accept"), QByteArray("application/x-ndjson"));
    }

private:
    ManualClock m_clock;
    Recorder m_network;
    SessionToken m_token{Secret::copyOf("token-1")};
    ApiCaller m_api{m_network, m_token, m_clock};
    PartnersClient m_partners{m_api};
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
