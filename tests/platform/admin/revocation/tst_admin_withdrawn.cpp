// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// Every reader of the store hangs. Ends with the object.
class StalledReaders
{
public:
    explicit StalledReaders(Store &store)
    {
        for (int i = 0; i < storeReaders; ++i)
            store.read<bool>(
                [held = m_held](Tx &) {
                    held.wait_for(std::chrono::seconds(60));
                    return true;
                },
                [](const StoreResult<bool> &) {});
    }
    ~StalledReaders() { m_release.set_value(); }
    StalledReaders(const StalledReaders &) = delete;
    StalledReaders &operator=(const StalledReaders &) = delete;

private:
    std::promise<void> m_release;
    const std::shared_future<void> m_held = m_release.get_future().share();
};

BodyChunk nextPiece(const BodySource &stream)
{
    auto promise = std::make_shared<std::promise<BodyChunk>>();
    auto future = promise->get_future();
    stream([promise](BodyChunk chunk) { promise->set_value(std::move(chunk)); });
    return future.wait_for(std::chrono::seconds(10)) == std::future_status::ready ? future.get()
                                                                                  : BodyChunk();
}

/// An operator with every power, and how it is taken away.
struct Leaving
{
    RevocationFixture fixture;
    QByteArray admin; ///< the token of another one, who stays

    Leaving()
    {
        admin = fixture.admin.token;
        fixture.admin.administration->context().settings.storePatience = std::chrono::milliseconds(50);
        fixture.admin.signIn(u"leaving"_s, {u"admin"_s});
    }
    /// Comes back as soon as it is in force.
    [[nodiscard]] std::future<Reply> withdraw(const QString &how)
    {
        if (how == u"disabled")
            return fixture.admin.beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                            {{u"account"_s, u"leaving"_s}});
        if (how == u"demoted")
            return fixture.admin.beginLocal(
                HttpMethod::Post, "/local/v1/operators",
                {{u"account"_s, u"leaving"_s}, {u"roles"_s, QJsonArray{u"viewer"_s}}});
        return fixture.admin.begin(HttpMethod::Delete, "/session", {}, fixture.admin.freshKey(), {});
    }
    [[nodiscard]] static int statusOf(const QString &how) { return how == u"demoted" ? 403 : 401; }
    [[nodiscard]] qint64 partners()
    {
        fixture.admin.token = admin;
        return fixture.admin.get("/partners").json.value(u"items"_s).toArray().size();
    }
};

} // namespace

/// What an operator asked for and what waits for its turn, or goes on for long, ends with the operator's
/// power.
class TestAdminWithdrawn : public QObject
{
    Q_OBJECT

private:
    static void ways(const QStringList &names)
    {
        QTest::addColumn<QString>("how");
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

private Q_SLOTS:
    void waitingWritesAreNotCarriedOut_data() { ways({u"disabled"_s, u"demoted"_s, u"signed out"_s}); }
    void waitingWritesAreNotCarriedOut()
    {
        QFETCH(QString, how);
        Leaving leaving;
        const qint64 before = leaving.partners();
        leaving.fixture.admin.signIn(u"leaving"_s, {u"admin"_s});
        std::vector<std::future<Reply>> waiting;
        std::future<Reply> withdrawn;
        {
            const StalledStore stalled(leaving.fixture.admin.administration->context().store);
            for (int i = 0; i < 6; ++i) // two in the store's queue, the others wait for these
                waiting.push_back(leaving.fixture.admin.begin(
                    HttpMethod::Post, "/partners", leaving.fixture.admin.draft(u"late-%1"_s.arg(i)),
                    leaving.fixture.admin.freshKey(), {}));
            withdrawn = leaving.withdraw(how);
        }
        for (std::future<Reply> &each : waiting) {
            QCOMPARE(each.wait_for(std::chrono::seconds(20)), std::future_status::ready);
            QCOMPARE(each.get().status, Leaving::statusOf(how));
        }
        QCOMPARE(withdrawn.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QCOMPARE(leaving.partners(), before);
    }

    /// An edit that could have taken power away is denied ahead of the store; what it would give is not
    /// given.
    void aWideningEditIsNotCarriedOut_data() { ways({u"disabled"_s, u"demoted"_s, u"signed out"_s}); }
    void aWideningEditIsNotCarriedOut()
    {
        QFETCH(QString, how);
        Leaving leaving;
        Act wider = leaving.fixture.actNamed(u"fewer scopes"_s);
        wider.body.insert(u"scopes"_s, QJsonArray{u"orders:read"_s, u"products:read"_s, u"invoices:read"_s});
        const PartnerRule before = leaving.fixture.rule();
        std::future<Reply> waiting;
        std::future<Reply> withdrawn;
        {
            const StalledStore stalled(leaving.fixture.admin.administration->context().store);
            waiting = leaving.fixture.begin(wider);
            withdrawn = leaving.withdraw(how);
        }
        QCOMPARE(waiting.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QCOMPARE(waiting.get().status, Leaving::statusOf(how));
        QCOMPARE(withdrawn.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QCOMPARE(leaving.fixture.rule().scopes, before.scopes);
        leaving.fixture.admin.token = leaving.admin;
        QCOMPARE(leaving.fixture.get("/partners/{p}/grant").json.value(u"scopes"_s).toArray().size(), 2);
    }

    /// Else the new token would live as soon as the account is enabled again.
    void aWaitingRenewalGivesNoToken()
    {
        Leaving leaving;
        std::future<Reply> renewed;
        std::future<Reply> withdrawn;
        {
            const StalledStore stalled(leaving.fixture.admin.administration->context().store);
            renewed = leaving.fixture.admin.begin(HttpMethod::Post, "/session/renew", {},
                                                  leaving.fixture.admin.freshKey(), {});
            withdrawn = leaving.withdraw(u"disabled"_s);
        }
        QCOMPARE(renewed.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        const Reply reply = renewed.get();
        QCOMPARE(reply.status, 403);
        QVERIFY(reply.json.value(u"token"_s).isUndefined());
        QCOMPARE(withdrawn.wait_for(std::chrono::seconds(20)), std::future_status::ready);
    }

    /// The last thing that somebody denied stays denied.
    void whatTakesPowerAwayStaysInForce_data() { ways({u"disabled"_s, u"demoted"_s, u"signed out"_s}); }
    void whatTakesPowerAwayStaysInForce()
    {
        QFETCH(QString, how);
        Leaving leaving;
        const Act wanted = leaving.fixture.actNamed(u"revoke"_s);
        std::future<Reply> answer;
        std::future<Reply> withdrawn;
        {
            const StalledStore stalled(leaving.fixture.admin.administration->context().store);
            answer = leaving.fixture.begin(wanted);
            withdrawn = leaving.withdraw(how);
            QVERIFY(leaving.fixture.isDenied(u"revoke"_s));
        }
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QVERIFY(answer.get().status / 100 == 2);
        QCOMPARE(withdrawn.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QVERIFY(leaving.fixture.isDenied(u"revoke"_s));
        leaving.fixture.admin.token = leaving.admin;
        QCOMPARE(leaving.fixture.takenBack(), 0);
    }

    void waitingReadsShowNothing_data() { ways({u"disabled"_s, u"signed out"_s}); }
    void waitingReadsShowNothing()
    {
        QFETCH(QString, how);
        Leaving leaving;
        std::vector<std::future<Reply>> waiting;
        std::future<Reply> withdrawn;
        {
            const StalledReaders stalled(leaving.fixture.admin.administration->context().store);
            for (int i = 0; i < 5; ++i)
                waiting.push_back(leaving.fixture.admin.begin(HttpMethod::Get, "/partners", {}, {}, {}));
            withdrawn = leaving.withdraw(how);
            QCOMPARE(withdrawn.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        }
        for (std::future<Reply> &each : waiting) {
            QCOMPARE(each.wait_for(std::chrono::seconds(20)), std::future_status::ready);
            QCOMPARE(each.get().status, 401);
        }
    }

    void aFeedThatWaitsTellsNothing_data() { ways({u"disabled"_s, u"signed out"_s}); }
    void aFeedThatWaitsTellsNothing()
    {
        QFETCH(QString, how);
        Leaving leaving;
        const QString cursor = leaving.fixture.admin.feedCursor();
        std::future<Reply> waiting = leaving.fixture.admin.begin(
            HttpMethod::Get, "/changes?wait=20&after=" + cursor.toLatin1(), {}, {}, {});
        QCOMPARE(waiting.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
        std::future<Reply> withdrawn = leaving.withdraw(how);
        QCOMPARE(withdrawn.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        leaving.fixture.admin.token = leaving.admin;
        (void)leaving.fixture.admin.makePartner(u"after"_s);
        QCOMPARE(waiting.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QCOMPARE(waiting.get().status, 401);
    }

    void aStreamEndsAndCannotBeTakenForWhole_data() { ways({u"disabled"_s, u"demoted"_s, u"signed out"_s}); }
    void aStreamEndsAndCannotBeTakenForWhole()
    {
        QFETCH(QString, how);
        Leaving leaving;
        const Reply opened = leaving.fixture.admin.get("/audit/stream");
        QCOMPARE(opened.status, 200);
        QVERIFY(opened.stream);
        std::future<Reply> withdrawn = leaving.withdraw(how);
        QCOMPARE(withdrawn.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        const BodyChunk piece = nextPiece(opened.stream);
        QCOMPARE(piece.kind, BodyChunk::Kind::Failed);
        QVERIFY(piece.data.isEmpty());
    }

    /// Nobody else is touched by it.
    void othersGoOn()
    {
        Leaving leaving;
        leaving.fixture.admin.token = leaving.admin;
        const Reply opened = leaving.fixture.admin.get("/audit/stream");
        std::future<Reply> withdrawn = leaving.withdraw(u"disabled"_s);
        QCOMPARE(withdrawn.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        const BodyChunk piece = nextPiece(opened.stream);
        QVERIFY(piece.kind != BodyChunk::Kind::Failed);
        QVERIFY(piece.data.contains("partner.create"));
    }
};

QTEST_GUILESS_MAIN(TestAdminWithdrawn)
#include "tst_admin_withdrawn.moc"
