// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/catalogue_client.h"
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"

#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// The APIs and their revisions: what each function sends, and how a description travels.
class TestCatalogueClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<ScriptedTransport>();
        m_api = std::make_unique<ApiCaller>(*m_transport, m_token, m_clock);
        m_catalogue = std::make_unique<CatalogueClient>(*m_api);
    }
    void cleanup()
    {
        m_call.cancel();
        QVERIFY(m_transport->isUsedUp());
    }

    void aDescriptionGoesAsItIs()
    {
        m_transport->reply("POST", revisions, toJson(sampleRevision()), 201);
        const QByteArray file("openapi: 3.1.0\ninfo: {title: \xc3\x84}\n\0rest", 44);
        ScopeRule rule;
        rule.otherwise = ScopeSource::Path;
        rule.prefix = u"shop."_s;
        rule.named = false;
        const auto made = wait<CatalogueRevision>([&](auto done) {
            return m_catalogue->propose(u"api_1"_s, file, rule, IdempotencyKey::make(), {}, &m_context, done);
        });
        QVERIFY(made.has_value());
        QCOMPARE(*made, sampleRevision());
        const SentRequest &sent = m_transport->last();
        QCOMPARE(sent.body, file);
        QCOMPARE(sent.header("Content-Type"), QByteArray("application/octet-stream"));
        QCOMPARE(sent.queryValue(u"otherwise"_s), u"path"_s);
        QCOMPARE(sent.queryValue(u"prefix"_s), u"shop."_s);
        QCOMPARE(sent.queryValue(u"named"_s), u"false"_s);
        QCOMPARE(sent.queryValue(u"read_and_write"_s), u"true"_s);
        QVERIFY(!sent.header("Idempotency-Key").isEmpty());
    }

    /// A large file over a slow line is neither an unknown outcome after some seconds nor a platform that
    /// does not answer; and it ends at its own limit.
    void aDescriptionMayTakeLong()
    {
        m_transport->reply("POST", revisions, toJson(sampleRevision()), 201).hold();
        std::optional<ErrorKind> kind;
        QList<std::pair<qint64, qint64>> told;
        m_call = m_catalogue->propose(
            u"api_1"_s, QByteArray(1000, 'x'), {}, IdempotencyKey::make(),
            [&told](qint64 sent, qint64 total) {
                told.append({sent, total});
            },
            &m_context, [&](const Result<CatalogueRevision> &result) { kind = result.error().kind; });
        QTRY_COMPARE(m_transport->heldCount(), 1);
        m_transport->tellProgress(400, 1000);
        QCOMPARE(told, (QList<std::pair<qint64, qint64>>{{400, 1000}}));
        QVERIFY(*m_api->waitingSinceMs() > m_clock.monotonicMs());
        m_clock.advance(CatalogueClient::uploadLimit - std::chrono::seconds(1));
        QCoreApplication::processEvents();
        QVERIFY(!kind);
        m_clock.advance(std::chrono::seconds(1));
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, ErrorKind::OutcomeUnknown);
    }

    void cancellingEndsTheUpload()
    {
        m_transport->reply("POST", revisions, toJson(sampleRevision()), 201).hold();
        int told = 0;
        m_call = m_catalogue->propose(
            u"api_1"_s, "{}", {}, IdempotencyKey::make(), [&told](qint64, qint64) { ++told; }, &m_context,
            [&told](const Result<CatalogueRevision> &) { ++told; });
        QTRY_COMPARE(m_transport->heldCount(), 1);
        m_call.cancel();
        QCOMPARE(m_transport->aborted(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(told, 0);
    }

    void changesAreFilteredAndPaged()
    {
        m_transport->reply("GET", revisions + u"/rev_1/changes"_s, pageOf(QList<RouteChange>{}));
        const auto page = wait<Page<RouteChange>>([&](auto done) {
            return m_catalogue->changes(u"api_1"_s, u"rev_1"_s, {RouteChangeKind::Gone, 100, u"c1"_s},
                                        &m_context, done);
        });
        QVERIFY(page.has_value());
        QCOMPARE(m_transport->last().queryValue(u"kind"_s), u"gone"_s);
        QCOMPARE(m_transport->last().queryValue(u"limit"_s), u"100"_s);
        QCOMPARE(m_transport->last().queryValue(u"cursor"_s), u"c1"_s);
    }

    void applyingNamesTheVersionOfTheApi()
    {
        m_transport->reply("POST", revisions + u"/rev_1/apply"_s, toJson(sampleApi()));
        const auto api = wait<Versioned<Api>>([&](auto done) {
            return m_catalogue->apply(u"api_1"_s, u"rev_1"_s, 3, {u"New routes"_s, u"API-7"_s}, u"\"4\""_s,
                                      IdempotencyKey::make(), &m_context, done);
        });
        QCOMPARE(api->value, sampleApi());
        QCOMPARE(api->etag, etagOf(sampleApi().version));
        QCOMPARE(m_transport->last().header("If-Match"), QByteArray("\"4\""));
        QCOMPARE(m_transport->last().queryValue(u"revision_version"_s), u"3"_s);
        QCOMPARE(m_transport->last().json().value("reason"_L1).toString(), u"New routes"_s);
    }

    /// What belongs to one operation each.
    void everyFunctionNamesItsOperation()
    {
        m_transport->reply("GET", u"/apis"_s, pageOf(QList<Api>{sampleApi()}));
        m_transport->reply("GET", u"/apis/api_1"_s, toJson(sampleApi()));
        m_transport->reply("POST", u"/apis"_s, toJson(sampleApi()), 201);
        m_transport->reply("PUT", u"/apis/api_1"_s, toJson(sampleApi()));
        m_transport->reply("POST", u"/apis/api_1/remove"_s, toJson(sampleApi()));
        m_transport->reply("GET", revisions, pageOf(QList<CatalogueRevision>{sampleRevision()}));
        m_transport->reply("GET", revisions + u"/rev_1"_s, toJson(RevisionReview{sampleRevision(), {}, {}}));
        m_transport->reply("PUT", revisions + u"/rev_1/rule"_s, toJson(sampleRevision()));
        m_transport->reply("POST", revisions + u"/rev_1/remove"_s, toJson(sampleRevision()));
        const IdempotencyKey key = IdempotencyKey::make();
        const QString id = u"api_1"_s;
        CatalogueClient &c = *m_catalogue;
        QCOMPARE(wait<Page<Api>>([&](auto done) { return c.apis(&m_context, done); })->items.size(), 1);
        QVERIFY(wait<Versioned<Api>>([&](auto done) { return c.api(id, &m_context, done); }));
        QVERIFY(wait<Versioned<Api>>([&](auto done) { return c.create({}, key, &m_context, done); }));
        QVERIFY(wait<Versioned<Api>>(
            [&](auto done) { return c.edit(id, {}, u"\"4\""_s, key, &m_context, done); }));
        QVERIFY(wait<Api>([&](auto done) { return c.remove(id, {}, u"\"4\""_s, key, &m_context, done); }));
        QVERIFY(wait<Page<CatalogueRevision>>([&](auto done) { return c.revisions(id, &m_context, done); }));
        QVERIFY(wait<RevisionReview>([&](auto done) { return c.review(id, u"rev_1"_s, &m_context, done); }));
        QVERIFY(wait<CatalogueRevision>(
            [&](auto done) { return c.giveRule(id, u"rev_1"_s, {}, key, &m_context, done); }));
        QVERIFY(wait<CatalogueRevision>(
            [&](auto done) { return c.removeRevision(id, u"rev_1"_s, {}, key, &m_context, done); }));
    }

private:
    template <typename T, typename Start>
    Result<T> wait(Start start)
    {
        std::optional<Result<T>> result;
        const Call call = start([&](Result<T> answer) { result = std::move(answer); });
        for (int i = 0; i < 1000 && !result; ++i)
            QCoreApplication::processEvents();
        if (!result)
            return failure({ErrorKind::Timeout, -1, {}, u"no answer in this test"_s, {}, {}});
        return std::move(*result);
    }

    const QString revisions = u"/apis/api_1/revisions"_s;
    QObject m_context;
    ManualClock m_clock;
    SessionToken m_token{Secret::copyOf("token-1")};
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<ApiCaller> m_api;
    std::unique_ptr<CatalogueClient> m_catalogue;
    Call m_call;
};

QTEST_GUILESS_MAIN(TestCatalogueClient)
#include "tst_catalogue_client.moc"
