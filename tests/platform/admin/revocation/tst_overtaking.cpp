// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_scene.h"

#include "platform/admin/jobs/maintenance.h"
#include "platform/admin/revocation/revocation_backlog.h"
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
class Door
{
public:
    explicit Door(const QString &name) : m_name(name)
    {
        fixture().signIn(u"other"_s, {u"admin"_s});
        fixture().signIn(u"tester"_s, {u"admin"_s});
        context().settings.storePatience = context().settings.journalPatience = std::chrono::milliseconds(50);
        if (m_name == u"partner" || m_name == u"credential" || m_name == u"operator")
            QVERIFY(close().get().status / 100 == 2);
    }
    [[nodiscard]] AdminFixture &fixture() { return m_scene.fixture; }
    [[nodiscard]] AdminContext &context() { return fixture().administration->context(); }
    [[nodiscard]] Scene &scene() { return m_scene; }

    [[nodiscard]] std::future<Reply> open()
    {
        if (m_name == u"partner")
            return m_scene.begin(
                {"/partners/{p}/unfreeze", HttpMethod::Post, act(), m_scene.get("/partners/{p}").etag});
        if (m_name == u"credential")
            return m_scene.begin(
                {"/credentials/{c}/resume", HttpMethod::Post, act(), m_scene.get("/credentials/{c}").etag});
        if (m_name == u"gateway")
            return fixture().beginLocal(
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
            return m_scene.begin(m_scene.actNamed(u"freeze"_s));
        if (m_name == u"credential")
            return m_scene.begin(m_scene.actNamed(u"suspend"_s));
        if (m_name == u"gateway")
            return fixture().beginLocal(HttpMethod::Post, "/local/v1/acts",
                                        {{u"action"_s, u"gateway.remove"_s}, {u"target_id"_s, edge().name}});
        if (m_name == u"roles")
            return account({u"viewer"_s});
        return fixture().beginLocal(HttpMethod::Post, "/local/v1/operators/disable",
                                    {{u"account"_s, m_name == u"new operator" ? u"new"_s : u"other"_s}});
    }
    [[nodiscard]] bool isClosed()
    {
        if (m_name == u"partner")
            return m_scene.isDenied(u"freeze"_s);
        if (m_name == u"credential")
            return m_scene.isDenied(u"suspend"_s);
        if (m_name == u"gateway")
            return !context().gateways.knows(edge());
        if (m_name == u"roles") {
            const auto known = context().sessions.find(u"other"_s);
            return known && !known->roles.contains(Role::Security);
        }
        return !context().sessions.isOwner(m_name == u"new operator" ? u"new"_s : u"other"_s);
    }

private:
    [[nodiscard]] std::future<Reply> account(const QJsonArray &roles)
    {
        return fixture().beginLocal(
            HttpMethod::Post, "/local/v1/operators",
            {{u"account"_s, m_name == u"new operator" ? u"new"_s : u"other"_s}, {u"roles"_s, roles}});
    }

    const QString m_name;
    Scene m_scene;
};

void names()
{
    QTest::addColumn<QString>("name");
    for (const char *each : {"partner", "credential", "operator", "new operator", "roles", "gateway"})
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
        Door door(name);
        QVERIFY(door.isClosed());
        std::future<Reply> opened;
        std::future<Reply> closed;
        {
            const StalledStore stalled(door.context().store);
            opened = door.open();
            closed = door.close();
            QVERIFY(door.isClosed());
            if (name != u"roles") // that is no revocation: it waits
                QCOMPARE(closed.wait_for(std::chrono::seconds(10)), std::future_status::ready);
        }
        const Reply refused = opened.get();
        QCOMPARE(refused.status, name == u"partner" || name == u"credential" ? 409 : 422);
        if (refused.status == 409)
            QCOMPARE(refused.code(), u"closed_meanwhile"_s);
        (void)closed.get();
        QTRY_VERIFY_WITH_TIMEOUT(door.context().backlog.waiting().empty(), 10'000);
        Maintenance(door.context()).everySecond();
        QVERIFY(door.isClosed());
        door.fixture().open();
        QVERIFY(door.isClosed());
    }

    /// The other way round nothing stands in the way.
    void whatIsOpenedLastIsOpen_data() { names(); }
    void whatIsOpenedLastIsOpen()
    {
        QFETCH(QString, name);
        Door door(name);
        (void)door.close().get();
        QCOMPARE(door.open().get().status / 100, 2);
        QVERIFY(!door.isClosed());
        door.fixture().open();
        QVERIFY(!door.isClosed());
    }

    /// The same request once more is no new cut, and stands in nobody's way.
    void aRepeatedCutOvertakesNobody()
    {
        Door door(u"credential"_s);
        Scene &scene = door.scene();
        QCOMPARE(door.open().get().status, 200);
        const Act suspend = scene.actNamed(u"suspend"_s);
        QCOMPARE(scene.begin(suspend, "same").get().status, 200);
        std::future<Reply> opened;
        std::future<Reply> again;
        {
            const StalledStore stalled(door.context().store);
            opened = door.open();
            again = scene.begin(suspend, "same");
        }
        QCOMPARE(opened.get().status, 200);
        QCOMPARE(again.get().status, 200);
        QVERIFY(!door.isClosed());
    }

    /// What the log has, and what only could not be removed from the side journal, is not carried out again
    /// at the next start: somebody may have opened it since.
    void aGhostOfTheJournalClosesNothing_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *each : {"partner", "credential", "operator", "gateway"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void aGhostOfTheJournalClosesNothing()
    {
        QFETCH(QString, name);
        Door door(name);
        AdminFixture &fixture = door.fixture();
        JournalEntry entry;
        entry.at = door.context().now();
        entry.actor = u"tester"_s;
        entry.actorRole = u"admin"_s;
        QByteArray action;
        const auto is = [&](JournalEntry::Kind kind, const QString &id, const QByteArray &event) {
            entry.kind = kind;
            entry.id = id;
            action = event;
        };
        if (name == u"partner")
            is(JournalEntry::Kind::Freeze, door.scene().partner, "partner.freeze");
        else if (name == u"credential")
            is(JournalEntry::Kind::Suspend, door.scene().made.id, "credential.suspend");
        else if (name == u"operator")
            is(JournalEntry::Kind::Operator, u"other"_s, "operator.disable");
        else
            is(JournalEntry::Kind::Gateway, edge().name, "gateway.remove");
        const auto count = [&] {
            return fixture.get("/audit/events?action=" + action).json.value(u"count"_s).toInteger();
        };
        if (name == u"gateway")
            QCOMPARE(door.close().get().status / 100, 2);
        QCOMPARE(count(), 1);
        fixture.clock.advance(std::chrono::seconds(5));
        QCOMPARE(door.open().get().status / 100, 2);

        const auto restartWith = [&](const JournalEntry &kept) {
            fixture.closeWithJournaled(kept);
            fixture.open();
        };
        restartWith(entry);
        QVERIFY(!door.isClosed());
        Maintenance(door.context()).everySecond();
        QVERIFY(!door.isClosed());
        QCOMPARE(count(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(
            RevocationJournal::read(RevocationJournal::pathIn(fixture.dir.path())).revocations.isEmpty(),
            10'000);

        // Asked after it was opened: it was not carried out.
        entry.at = door.context().now();
        restartWith(entry);
        QVERIFY(door.isClosed());
        Maintenance(door.context()).everySecond();
        QVERIFY(door.isClosed());
        QCOMPARE(count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestOvertaking)
#include "tst_overtaking.moc"
