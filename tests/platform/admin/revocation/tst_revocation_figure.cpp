// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/http/http_fixture.h"

#include "platform/gateway/revocation_proofs.h"
#include "platform/service/partner_endpoints.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <QTcpServer>
#include <QtTest>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using pc::test::HttpFixture;
using pc::test::RawClient;
using Steady = std::chrono::steady_clock;

namespace {

constexpr int rounds = 10;
constexpr int atOnce = 100;
constexpr auto stall = std::chrono::seconds(5);
constexpr double limitMs = 50; ///< denied after the last byte of its request, 99 of 100

double ms(Steady::duration span)
{
    return std::chrono::duration<double, std::milli>(span).count();
}

double p99(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() * 99 / 100 - 1);
}

QByteArray credentialId(int n)
{
    return QByteArray::number(n).rightJustified(16, '0');
}

/// The service over loopback TLS, with its parts in reach: 1,000 credentials of ten partners, one gateway
/// that accepts connections and never answers, one that is gone.
struct Service
{
    HttpFixture http;
    QTemporaryDir dir;
    QTcpServer hanging; ///< accepts, by the kernel's queue, and says nothing
    SystemClock clock;
    SystemRandom random;
    Log log;
    PepperRing peppers;
    PolicyHolder policy;
    Counters counters{true};
    CallQueue calls;
    RecordedGateways gateways;
    std::unique_ptr<PartnerEndpoints> endpoints;
    std::unique_ptr<Administration> administration;
    QByteArray token;

    Service() : log([](const QByteArray &) {})
    {
        QString why;
        auto ring = PepperRing::open(dir.path(), true, &why);
        if (!ring)
            qFatal("%s", qPrintable(why));
        peppers = std::move(*ring);
        registerGateways();
        open();
        fill();
        administration.reset();
        open();
        auto opened =
            PartnerEndpoints::open({policy, peppers, counters, calls, clock, dir.path(),
                                    u"https://platform.test"_s, u"https://platform.test"_s, "pcx", gateways},
                                   random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error()));
        endpoints = std::move(*opened);
        endpoints->mountPublic(http.router(), administration->denials());
        administration->setProbe(&endpoints->probe(), &endpoints->liveTokens());
        administration->mount(http.router());
        administration->start();
        token = administration->localToken().get()->view().toByteArray();
        http.limits().connections.total = 1024;
        http.start(2);
    }
    ~Service()
    {
        administration->releaseWaiting();
        http.stop();
        administration->stop();
        endpoints->probe().stop();
    }

    void open()
    {
        auto opened =
            Administration::open({dir.path(), policy, counters, calls, peppers, clock, random, log});
        if (!opened)
            qFatal("%s", qPrintable(opened.error()));
        administration = std::move(*opened);
    }

    void registerGateways()
    {
        QTcpServer gone;
        if (!hanging.listen(QHostAddress::LocalHost) || !gone.listen(QHostAddress::LocalHost))
            qFatal("no loopback port");
        const auto add = [this](const QString &name, char mark, quint16 port) {
            const GatewayRule rule{name,
                                   QByteArray(32, mark),
                                   {},
                                   u"http://127.0.0.1:%1/api/v1/probe"_s.arg(port),
                                   {},
                                   toDateTime(clock.now().wall),
                                   toDateTime(clock.now().wall).addDays(1)};
            if (!GatewayRegistry::add(gatewayRegistryFile(dir.path()), rule))
                qFatal("gateway not registered");
            gateways.add(rule);
        };
        add(u"edge-hangs"_s, 'a', hanging.serverPort());
        add(u"edge-gone"_s, 'b', gone.serverPort());
    }

    void fill()
    {
        const QDateTime now = toDateTime(clock.now().wall);
        const auto stored = administration->context().store.writeNow<bool>([&](Tx &tx) {
            for (int p = 0; p < rounds; ++p) {
                Partner partner;
                partner.id = u"prt_"_s + QString::number(p).rightJustified(16, u'0');
                partner.name = u"Partner %1"_s.arg(p);
                partner.slug = u"partner-%1"_s.arg(p);
                partner.owner = u"ops-1"_s;
                partner.planId = u"pln_standard"_s;
                partner.timeZone = u"UTC"_s;
                partner.stage = Stage::Sandbox;
                partner.status = PartnerStatus::Active;
                partner.createdAt = partner.updatedAt = partner.stageSince = now;
                partner.version = 1;
                partner_rows::insert(tx, partner);
                Grant grant;
                grant.partnerId = partner.id;
                grant.planId = partner.planId;
                grant.scopes = {u"orders:read"_s};
                grant.version = 1;
                grant.updatedAt = now;
                grant.updatedBy = u"ops-1"_s;
                catalogue_rows::put(tx, grant);
                for (int c = 0; c < atOnce; ++c)
                    credential_rows::put(tx, credential(p * atOnce + c, partner.id, now));
            }
            return true;
        });
        if (!stored)
            qFatal("not stored: %s", qPrintable(stored.error().text));
    }

    [[nodiscard]] CredentialRow credential(int n, const QString &partnerId, const QDateTime &now)
    {
        CredentialRow row;
        row.value.id = u"crd_"_s + QString::fromLatin1(credentialId(n));
        row.value.partnerId = partnerId;
        row.value.name = u"Key %1"_s.arg(n);
        row.value.kind = CredentialKind::ApiKey;
        row.value.realm = Realm::Sandbox;
        row.value.state = CredentialState::Active;
        row.value.scopes = {u"orders:read"_s};
        row.value.owner = u"ops-1"_s;
        row.value.createdAt = now;
        row.value.createdBy = u"ops-1"_s;
        row.value.expiresAt = now.addDays(90);
        row.value.version = 1;
        GenerationRow generation;
        generation.value.number = 1;
        generation.value.state = GenerationState::Active;
        generation.value.lastFour = u"0000"_s;
        generation.value.createdAt = now;
        generation.value.acknowledgedAt = now;
        generation.verifier = QByteArray(32, '\0');
        random.fill(generation.verifier.data(), generation.verifier.size());
        generation.pepperVersion = peppers.currentVersion();
        row.generations = {generation};
        return row;
    }

    [[nodiscard]] QByteArray request(const QByteArray &method, const QByteArray &path,
                                     const QByteArray &body = {}) const
    {
        static std::atomic<int> keys{0};
        QByteArray text = method + " /admin/v1" + path +
                          " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token +
                          "\r\nIdempotency-Key: key-" + QByteArray::number(++keys) + "\r\n";
        if (!body.isEmpty())
            text += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                    "\r\n";
        return text + "\r\n" + body;
    }

    /// Keeps the writer busy for `stall` from now on; returns at once.
    void stallTheStore()
    {
        administration->context().store.postWrite(
            Store::Urgency::Urgent, [](Tx &) { std::this_thread::sleep_for(stall); },
            [](const std::optional<StoreError> &) {});
    }
};

/// Sees, from inside, when the policy that decisions use denies each of these.
class Watcher
{
public:
    Watcher(const PolicyHolder &policy, std::vector<std::function<bool(const Policy &)>> denied)
        : m_policy(policy), m_denied(std::move(denied)), m_at(m_denied.size()), m_thread([this] { run(); })
    {
    }
    ~Watcher() { stop(); }
    void stop()
    {
        m_stopping = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    /// After stop(): when; the epoch for what was never denied.
    [[nodiscard]] Steady::time_point at(std::size_t i) const { return m_at.at(i); }

private:
    void run()
    {
        while (!m_stopping) {
            const Steady::time_point now = Steady::now();
            {
                const PolicyRef policy = m_policy.current();
                for (std::size_t i = 0; i < m_denied.size(); ++i) {
                    if (m_at[i] == Steady::time_point() && m_denied[i](*policy))
                        m_at[i] = now;
                }
            }
            std::this_thread::sleep_for(std::chrono::microseconds(500));
        }
    }
    const PolicyHolder &m_policy;
    std::vector<std::function<bool(const Policy &)>> m_denied;
    std::vector<Steady::time_point> m_at;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace

/// The figure of a revocation: 10 × 100 at once, with a gateway that hangs, one that is gone, and a store
/// that does not answer for five seconds, over TLS on loopback.
class TestRevocationFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deniedWithinFiftyMilliseconds()
    {
        Service service;
        const QByteArray body = R"({"reason":"figure"})";
        std::vector<double> denied;
        std::vector<double> freezes;
        std::vector<double> reads;
        std::vector<double> answers;
        const std::vector<double> quiet = quietAnswers(service);
        for (int round = 0; round < rounds; ++round) {
            std::vector<std::unique_ptr<RawClient>> clients;
            std::vector<std::function<bool(const Policy &)>> conditions;
            for (int i = 0; i < atOnce; ++i) {
                const QByteArray id16 = credentialId(round * atOnce + i);
                clients.push_back(service.http.connect());
                QVERIFY(clients.back());
                const QByteArray request =
                    service.request("POST", "/credentials/crd_" + id16 + "/revoke", body);
                QVERIFY(clients.back()->send(request.chopped(1)));
                conditions.emplace_back([id16](const Policy &policy) {
                    return policy.credential(id16)->state == CredentialState::Revoked;
                });
            }
            const QString partner = u"prt_"_s + QString::number(round).rightJustified(16, u'0');
            conditions.emplace_back([partner](const Policy &policy) {
                return policy.partner(partner)->status == PartnerStatus::Frozen;
            });
            auto freezer = service.http.connect();
            auto reader = service.http.connect();
            auto prober = service.http.connect();
            QVERIFY(freezer && reader && prober);
            // One of them has its dialog open: the gateways are being asked, and one of them hangs.
            QVERIFY(prober->send(
                service.request("POST", "/credentials/crd_" + credentialId(round * atOnce) + "/probe")));
            const QString first = u"crd_"_s + QString::fromLatin1(credentialId(round * atOnce));
            QTRY_VERIFY_WITH_TIMEOUT(service.administration->context().proofs->isPrepared(first), 20000);
            QTest::qWait(20); // the decision itself has answered, the hanging gateway never will

            service.stallTheStore();
            Watcher watcher(service.policy, conditions);
            std::vector<Steady::time_point> sent;
            for (auto &client : clients) {
                sent.push_back(Steady::now());
                QVERIFY(client->send(body.right(1)));
            }
            sent.push_back(Steady::now());
            QVERIFY(
                freezer->send(service.request("POST", "/partners/" + partner.toLatin1() + "/freeze", body)));
            const Steady::time_point asked = Steady::now();
            QVERIFY(reader->send(service.request("GET", "/partners")));
            QCOMPARE(reader->response()->status, 200);
            reads.push_back(ms(Steady::now() - asked));
            for (std::size_t i = 0; i < clients.size(); ++i) {
                const auto answer = clients[i]->response();
                QVERIFY(answer);
                QVERIFY2(answer->status == 202 || answer->status == 200, answer->body.constData());
                answers.push_back(ms(Steady::now() - sent[i]));
            }
            watcher.stop();
            for (std::size_t i = 0; i < sent.size(); ++i) {
                QVERIFY2(watcher.at(i) != Steady::time_point(), "never denied");
                (i < clients.size() ? denied : freezes).push_back(ms(watcher.at(i) - sent[i]));
            }
        }
        const double idle = p99(quiet);
        qInfo("denied after the last byte: p50 %.1f ms, p99 %.1f ms, most %.1f ms (%zu revocations); freezes "
              "behind them: most %.1f ms; another operator's list: most %.1f ms; acknowledged: p99 %.0f ms; "
              "for "
              "comparison a plain answer to %d at once, idle: p99 %.1f ms",
              sorted(denied).at(denied.size() / 2), p99(denied), sorted(denied).back(), denied.size(),
              sorted(freezes).back(), sorted(reads).back(), p99(answers), atOnce, idle);
        QVERIFY2(p99(denied) <= limitMs, qPrintable(QString::number(p99(denied))));
        QVERIFY2(sorted(freezes).back() <= 2 * limitMs, qPrintable(QString::number(sorted(freezes).back())));
        QVERIFY2(sorted(reads).back() <= 1000, qPrintable(QString::number(sorted(reads).back())));

        // Everything arrives in the store, once; the proofs say point by point what they could know.
        auto &context = service.administration->context();
        QTRY_VERIFY_WITH_TIMEOUT(countOf(context, u"credential.revoke"_s) == rounds * atOnce, 120'000);
        QCOMPARE(countOf(context, u"partner.freeze"_s), rounds);
        QCOMPARE(countOf(context, u"revocation.taken_back"_s), 0);
        QTRY_COMPARE_WITH_TIMEOUT(countOf(context, u"credential.revoke_probed"_s), rounds, 30'000);
        auto client = service.http.connect();
        QVERIFY(client->send(service.request("GET", "/credentials/crd_" + credentialId(0) + "/revocation")));
        const auto receipt = client->response();
        QVERIFY(receipt);
        const QJsonObject proof =
            QJsonDocument::fromJson(receipt->body).object().value(u"proof"_s).toObject();
        QCOMPARE(proof.value(u"state"_s).toString(), u"not_proven"_s);
        QMap<QString, QString> outcomes;
        for (const QJsonValue &point : proof.value(u"points"_s).toArray())
            outcomes.insert(point[u"gateway"_s].toString(), point[u"outcome"_s].toString());
        QCOMPARE(outcomes, (QMap<QString, QString>{{u"decision endpoint"_s, u"proven"_s},
                                                   {u"edge-gone"_s, u"not_asked"_s},
                                                   {u"edge-hangs"_s, u"not_asked"_s}}));
    }

private:
    static std::vector<double> sorted(std::vector<double> values)
    {
        std::sort(values.begin(), values.end());
        return values;
    }
    static int countOf(AdminContext &context, const QString &action)
    {
        return context.store
            .readNow<int>([&action](Tx &tx) {
                Statement row = tx.query(u"SELECT COUNT(*) FROM audit_events WHERE action = ?"_s);
                row.bind(action);
                return row.next() ? static_cast<int>(row.number(0)) : 0;
            })
            .value_or(-1);
    }
    /// What the server needs for as many requests at once that neither the store nor a gateway has part in.
    static std::vector<double> quietAnswers(Service &service)
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < atOnce; ++i) {
            clients.push_back(service.http.connect());
            if (!clients.back() || !clients.back()->send(service.request("GET", "/session").chopped(1)))
                qFatal("no connection");
        }
        std::vector<Steady::time_point> sent;
        for (auto &client : clients) {
            sent.push_back(Steady::now());
            client->send("\n");
        }
        std::vector<double> took;
        for (std::size_t i = 0; i < clients.size(); ++i) {
            if (!clients[i]->response())
                qFatal("no answer");
            took.push_back(ms(Steady::now() - sent[i]));
        }
        return took;
    }
};

QTEST_GUILESS_MAIN(TestRevocationFigure)
#include "tst_revocation_figure.moc"
