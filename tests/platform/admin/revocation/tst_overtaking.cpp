// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/gateway/recorded_gateways.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

GatewayRule edge()
{
    GatewayRule rule;
    rule.name = u"edge"_s;
    rule.thumbprint = QByteArray(32, 'e');
    return rule;
}

/// Something that is closed, and the two acts on it.
class RevocableTarget
{
public:
    explicit RevocableTarget(const QString &name) : m_name(name)
    {
        admin().signIn(u"other"_s, {u"admin"_s});
        admin().signIn(u"tester"_s, {u"admin"_s});
        context().settings.storePatience = context().settings.journalPatience = std::chrono::milliseconds(50);
        if (m_name == u"partner" || m_name == u"credential" || m_name == u"operator")
            QVERIFY(close().get().status / 100 == 2);
    }
    [[nodiscard]] AdminFixture &admin() { return m_fixture.admin; }
    [[nodiscard]] AdminContext &context() { return admin().administration->context(); }
    [[nodiscard]] RevocationFixture &fixture() { return m_fixture; }

    [[nodiscard]] std::future<Reply> open()
    {
        if (m_name == u"partner")
            return m_fixture.begin(
                {"/partners/{p}/unfreeze", HttpMethod::Post, act(), m_fixture.get("/partners/{p}").etag});
        if (m_name == u"credential")
            return m_fixture.begin(
                {"/credentials/{c}/resume", HttpMethod::Post, act(), m_fixture.get("/credentials/{c}").etag});
        if (m_name == u"gateway")
            return admin().beginLocal(
                HttpMethod::Post, "/local/v1/acts",
                {{u"action"_s, u"gateway.add"_s},
                 {u"target_id"_s, edge().name},
                 {u"changes"_s,
                  QJsonArray{QJsonObject{{u"field"_s, u"realm"_s}, {u"after"_s, u"both"_s}},
                             QJsonObject{{u"field"_s, u"thumbprint"_s},
                                         {u"after"_s, QString::fromLatin1(edge().thumbprint.toHex())}}}}});
        return account({u"admin"_s, u"security"_s});
    }
    [[nodiscard]] std::future<Reply> close()
    {
        if (m_name == u"partner")
            return m_fixture.begin(m_fixture.actNamed(u"freeze"_s));
        if (m_name == u"credential")
            return m_fixture.begin(m_fixture.actNamed(u"suspend"_s));
        if (m_name == u"gateway")
            return admin().beginLocal(HttpMethod::Post, "/local/v1/acts",
                                      {{u"action"_s, u"gateway.remove"_s}, {u"target_id"_s, edge().name}});
        if (m_name == u"roles")
            return account({u"viewer"_s});
        return admin().beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                  {{u"account"_s, m_name == u"new operator" ? u"new"_s : u"other"_s}});
    }
    [[nodiscard]] bool isClosed()
    {
        if (m_name == u"partner")
            return m_fixture.isDenied(u"freeze"_s);
        if (m_name == u"credential")
            return m_fixture.isDenied(u"suspend"_s);
        if (m_name == u"gateway")
            return !context().gateways.knows(edge());
        if (m_name == u"roles") {
            const auto known = context().sessions.find(u"other"_s);
            return known && !known->roles.contains(Role::Security);
        }
        return !context().sessions.isOwner(m_name == u"new operator" ? u"new"_s : u"other"_s);
    }

    /// What the side journal keeps of the closing, under a request of its own.
    [[nodiscard]] JournalEntry entry()
    {
        JournalEntry entry;
        entry.kind = m_name == u"partner"      ? JournalEntry::Kind::Freeze
                     : m_name == u"credential" ? JournalEntry::Kind::Suspend
                     : m_name == u"operator"   ? JournalEntry::Kind::Operator
                                               : JournalEntry::Kind::Gateway;
        entry.id = m_name == u"partner"      ? m_fixture.partner
                   : m_name == u"credential" ? m_fixture.made.id
                   : m_name == u"operator"   ? u"other"_s
                                             : edge().name;
        entry.at = context().now();
        entry.actor = u"tester"_s;
        entry.actorRole = u"admin"_s;
        entry.requestId = u"req_of_its_own"_s;
        return entry;
    }
    [[nodiscard]] QJsonObject closings()
    {
        const QByteArray action = m_name == u"partner"      ? "partner.freeze"
                                  : m_name == u"credential" ? "credential.suspend"
                                  : m_name == u"operator"   ? "operator.disable"
                                                            : "gateway.remove";
        return admin().get("/audit/events?action=" + action).json;
    }
    [[nodiscard]] qint64 count() { return closings().value(u"count"_s).toInteger(); }
    [[nodiscard]] QString newestAct() { return admin().events("limit=1").at(0)[u"action"_s].toString(); }
    /// The service ends, this stands in its journal, and it starts.
    void restartWith(const JournalEntry &kept)
    {
        admin().closeWithJournaled(kept);
        admin().open();
    }

private:
    [[nodiscard]] std::future<Reply> account(const QJsonArray &roles)
    {
        return admin().beginLocal(
            HttpMethod::Post, "/local/v1/operators",
            {{u"account"_s, m_name == u"new operator" ? u"new"_s : u"other"_s}, {u"roles"_s, roles}});
    }

    const QString m_name;
    RevocationFixture m_fixture;
};

void names()
{
    QTest::addColumn<QString>("name");
    for (const char *each : {"partner", "credential", "operator", "new operator", "roles", "gateway"})
        QTest::newRow(each) << QString::fromLatin1(each);
}

void journaled()
{
    QTest::addColumn<QString>("name");
    for (const char *each : {"partner", "credential", "operator", "gateway"})
        QTest::newRow(each) << QString::fromLatin1(each);
}

} // namespace

/// A revocation goes before others in the store. What was asked before it, and would open again what it
/// closes, is refused.
class TestOvertaking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsClosedLastStaysClosed_data() { names(); }
    void whatIsClosedLastStaysClosed()
    {
        QFETCH(QString, name);
        RevocableTarget target(name);
        QVERIFY(target.isClosed());
        std::future<Reply> opened;
        std::future<Reply> closed;
        {
            const StalledStore stalled(target.context().store);
            opened = target.open();
            closed = target.close();
            QVERIFY(target.isClosed());
            if (name != u"roles") // that is no revocation: it waits
                QCOMPARE(closed.wait_for(std::chrono::seconds(10)), std::future_status::ready);
        }
        const Reply refused = opened.get();
        QCOMPARE(refused.status, name == u"partner" || name == u"credential" ? 409 : 422);
        if (refused.status == 409)
            QCOMPARE(refused.code(), u"closed_meanwhile"_s);
        (void)closed.get();
        QTRY_VERIFY_WITH_TIMEOUT(target.context().backlog.waiting().empty(), 10'000);
        Maintenance(target.context()).everySecond();
        QVERIFY(target.isClosed());
        target.admin().open();
        QVERIFY(target.isClosed());
    }

    /// The other way round nothing stands in the way.
    void whatIsOpenedLastIsOpen_data() { names(); }
    void whatIsOpenedLastIsOpen()
    {
        QFETCH(QString, name);
        RevocableTarget target(name);
        (void)target.close().get();
        QCOMPARE(target.open().get().status / 100, 2);
        QVERIFY(!target.isClosed());
        target.admin().open();
        QVERIFY(!target.isClosed());
    }

    /// The same request once more is no new cut, and stands in nobody's way.
    void aRepeatedCutOvertakesNobody()
    {
        RevocableTarget target(u"credential"_s);
        RevocationFixture &fixture = target.fixture();
        QCOMPARE(target.open().get().status, 200);
        const Act suspend = fixture.actNamed(u"suspend"_s);
        QCOMPARE(fixture.begin(suspend, "same").get().status, 200);
        std::future<Reply> opened;
        std::future<Reply> again;
        {
            const StalledStore stalled(target.context().store);
            opened = target.open();
            again = fixture.begin(suspend, "same");
        }
        QCOMPARE(opened.get().status, 200);
        QCOMPARE(again.get().status, 200);
        QVERIFY(!target.isClosed());
    }

    /// What the log has, and what only could not be removed from the side journal, is not carried out again
    /// at the next start: somebody may have opened it since.
    void aGhostOfTheJournalClosesNothing_data() { journaled(); }
    void aGhostOfTheJournalClosesNothing()
    {
        QFETCH(QString, name);
        RevocableTarget target(name);
        AdminFixture &admin = target.admin();
        if (name == u"gateway")
            QCOMPARE(target.close().get().status / 100, 2);
        QCOMPARE(target.count(), 1);
        JournalEntry entry = target.entry();
        entry.requestId = target.closings().value(u"items"_s)[0][u"request_id"_s].toString();
        QVERIFY(!entry.requestId.isEmpty());
        admin.clock.advance(std::chrono::seconds(5));
        QCOMPARE(target.open().get().status / 100, 2);

        const auto isGhost = [&](const JournalEntry &kept, qint64 events) {
            target.restartWith(kept);
            QVERIFY(!target.isClosed());
            Maintenance(target.context()).everySecond();
            QVERIFY(!target.isClosed());
            QCOMPARE(target.count(), events);
            QTRY_VERIFY_WITH_TIMEOUT(
                RevocationJournal::read(RevocationJournal::pathIn(admin.dir.path())).revocations.isEmpty(),
                10'000);
        };
        isGhost(entry, 1);

        // Another one, though the log has the same of a time that is ahead of it: the clock was wrong then.
        // And one without a request, as commands on a stopped service leave it. Each once.
        entry.at = target.context().now().addSecs(-600);
        qint64 events = 1;
        for (const QString &request : {u"req_of_its_own"_s, QString()}) {
            entry.requestId = request;
            target.restartWith(entry);
            QVERIFY(target.isClosed());
            Maintenance(target.context()).everySecond();
            QVERIFY(target.isClosed());
            QCOMPARE(target.count(), ++events);
            QCOMPARE(target.open().get().status / 100, 2);
            isGhost(entry, events);
        }
    }

    /// An act that opens comes after what the journal still holds of the same: both are stored, in that
    /// order.
    void whatTheJournalHoldsIsStoredFirst_data() { journaled(); }
    void whatTheJournalHoldsIsStoredFirst()
    {
        QFETCH(QString, name);
        RevocableTarget target(name);
        QCOMPARE(target.open().get().status / 100, 2);
        const qint64 before = target.count();
        target.restartWith(target.entry());
        QVERIFY(target.isClosed());
        Reply opened = target.open().get();
        if (name == u"partner" || name == u"credential") { // of a version before it was closed
            QCOMPARE(opened.status, 412);
            QVERIFY(target.isClosed());
            Maintenance(target.context()).everySecond();
            opened = target.open().get();
        }
        QCOMPARE(opened.status / 100, 2);
        for (int start = 0; start < 2; ++start) {
            QVERIFY(!target.isClosed());
            QVERIFY(target.context().backlog.waiting().empty());
            Maintenance(target.context()).everySecond();
            QVERIFY(!target.isClosed());
            QCOMPARE(target.count(), before + 1);
            QCOMPARE(target.newestAct(), name == u"partner"      ? u"partner.unfreeze"_s
                                         : name == u"credential" ? u"credential.resume"_s
                                         : name == u"operator"   ? u"operator.edit"_s
                                                                 : u"gateway.add"_s);
            target.admin().open();
        }
    }

    /// Closed while it was closed: by whom and why stands in the log, and whoever had read the object before
    /// opens nothing with that.
    void whatIsClosedOnceMoreIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("partner") << u"partner"_s;
        QTest::newRow("credential") << u"credential"_s;
    }
    void whatIsClosedOnceMoreIsSaid()
    {
        QFETCH(QString, name);
        RevocableTarget target(name);
        const QByteArray path = name == u"partner" ? "/partners/{p}" : "/credentials/{c}";
        const Act opening{path + (name == u"partner" ? "/unfreeze" : "/resume"), HttpMethod::Post, act(),
                          target.fixture().get(path).etag};
        const qint64 before = target.count();
        JournalEntry entry = target.entry();
        entry.reason = u"It is an attack"_s;
        target.restartWith(entry);
        Maintenance(target.context()).everySecond();
        QCOMPARE(target.count(), before + 1);
        const QJsonValue event = target.closings().value(u"items"_s)[0];
        QCOMPARE(event[u"reason"_s].toString(), entry.reason);
        QCOMPARE(event[u"changes"_s][0][u"before"_s], event[u"changes"_s][0][u"after"_s]);
        QCOMPARE(target.fixture().begin(opening, "u1").get().status, 412);
        QVERIFY(target.isClosed());
    }

    /// Whoever lost the refusal repeats the request: it opens nothing then either, but asked anew it does.
    void theRefusalStandsUnderItsKey()
    {
        RevocableTarget target(u"partner"_s);
        RevocationFixture &fixture = target.fixture();
        const Act unfreeze{"/partners/{p}/unfreeze", HttpMethod::Post, act(),
                           fixture.get("/partners/{p}").etag};
        std::future<Reply> opened;
        {
            const StalledStore stalled(target.context().store);
            opened = fixture.begin(unfreeze, "u1");
            std::future<Reply> closed = target.close();
            QCOMPARE(closed.wait_for(std::chrono::seconds(10)), std::future_status::ready);
        }
        QCOMPARE(opened.get().code(), u"closed_meanwhile"_s);
        QTRY_VERIFY_WITH_TIMEOUT(target.context().backlog.waiting().empty(), 10'000);
        for (int start = 0; start < 2; ++start) {
            const Reply again = fixture.begin(unfreeze, "u1").get();
            QCOMPARE(again.status, 409);
            QCOMPARE(again.code(), u"closed_meanwhile"_s);
            QVERIFY(target.isClosed());
            target.admin().open();
        }
        QCOMPARE(target.open().get().status, 200);
        QVERIFY(!target.isClosed());
    }

    /// Also when the store could not keep the refusal.
    void anOvertakenRequestStaysSo()
    {
        using What = Reopenings::What;
        Reopenings reopenings;
        Reopenings::Waiting turn = reopenings.wait({What::Partner, u"prt_1"_s}, u"r"_s);
        const Reopenings::Waiting other = reopenings.wait({What::Partner, u"prt_2"_s}, u"s"_s);
        const Reopenings::Waiting unnamed = reopenings.wait({What::Partner, u"prt_1"_s});
        QVERIFY(!turn->isOvertaken());
        QVERIFY(reopenings.overtake(What::Partner, u"prt_1"_s));
        QVERIFY(turn->isOvertaken() && unnamed->isOvertaken() && !other->isOvertaken());
        turn.reset();
        QVERIFY(reopenings.wait({What::Partner, u"prt_1"_s}, u"r"_s)->isOvertaken());
        QVERIFY(!reopenings.wait({What::Partner, u"prt_1"_s}, u"s"_s)->isOvertaken());
        QVERIFY(!reopenings.wait({What::Partner, u"prt_1"_s})->isOvertaken());
        // The newest ones are known.
        for (std::size_t i = 0; i < Reopenings::mostRefused; ++i) {
            const auto each = reopenings.wait({What::Gateway, u"edge"_s}, QString::number(i));
            QVERIFY(reopenings.overtake(What::Gateway, u"edge"_s));
        }
        QVERIFY(!reopenings.wait({What::Partner, u"prt_1"_s}, u"r"_s)->isOvertaken());
        QVERIFY(reopenings.wait({What::Gateway, u"edge"_s}, u"0"_s)->isOvertaken());
    }
};

QTEST_GUILESS_MAIN(TestOvertaking)
#include "tst_overtaking.moc"
