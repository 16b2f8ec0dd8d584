// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/state_check.h"

#include "tests/platform/admin/revocation/revocation_scene.h"

#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QString contradiction(Scene &scene)
{
    const auto found = scene.fixture.administration->context().store.readNow<QString>([](Tx &tx) {
        StateCheck check;
        const QList<QByteArray> events = audit_log::canonicalRange(tx, 0, 10'000);
        for (const QByteArray &canonical : events)
            check.see(audit_log::decode(canonical));
        return check.contradiction(tx);
    });
    return found ? *found : u"the store cannot be read"_s;
}

void tamper(Scene &scene, const std::function<void(Tx &)> &act)
{
    const auto stored = scene.fixture.administration->context().store.writeNow<bool>([&act](Tx &tx) {
        act(tx);
        return true;
    });
    QVERIFY(stored.has_value());
}

void activate(Scene &scene)
{
    tamper(scene, [&](Tx &tx) {
        auto row = credential_rows::find(tx, scene.made.id);
        QVERIFY(row.has_value());
        row->value.state = CredentialState::Active;
        credential_rows::put(tx, *row);
    });
}

} // namespace

/// What the tables have open although the log says that it was closed.
class TestStateCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOpenWithoutAnEventIsFound_data()
    {
        QTest::addColumn<QString>("act");
        QTest::newRow("revoked") << u"revoke"_s;
        QTest::newRow("suspended") << u"suspend"_s;
        QTest::newRow("frozen") << u"freeze"_s;
    }
    void whatIsOpenWithoutAnEventIsFound()
    {
        QFETCH(QString, act);
        Scene scene;
        QCOMPARE(contradiction(scene), QString());
        QCOMPARE(scene.begin(scene.actNamed(act)).get().status, 200);
        QCOMPARE(contradiction(scene), QString());
        if (act == u"freeze") {
            tamper(scene, [&](Tx &tx) {
                auto partner = partner_rows::find(tx, scene.partner, scene.now());
                QVERIFY(partner.has_value());
                partner->status = PartnerStatus::Active;
                partner_rows::update(tx, *partner);
            });
            QVERIFY(contradiction(scene).contains(scene.partner));
        } else {
            activate(scene);
            QVERIFY(contradiction(scene).contains(scene.made.id));
        }
    }

    void whatWasOpenedByAnEventIsRight()
    {
        Scene scene;
        QCOMPARE(scene.begin(scene.actNamed(u"suspend"_s)).get().status, 200);
        QCOMPARE(scene
                     .begin({"/credentials/{c}/resume", HttpMethod::Post, pc::platform::test::act(),
                             scene.get("/credentials/{c}").etag})
                     .get()
                     .status,
                 200);
        QCOMPARE(scene.begin(scene.actNamed(u"freeze"_s)).get().status, 200);
        QCOMPARE(scene
                     .begin({"/partners/{p}/unfreeze", HttpMethod::Post, pc::platform::test::act(),
                             scene.get("/partners/{p}").etag})
                     .get()
                     .status,
                 200);
        QCOMPARE(contradiction(scene), QString());
    }

    void operatorsAreWhatTheirEventsSay()
    {
        Scene scene;
        AdminFixture &fixture = scene.fixture;
        const auto account = [&](const QJsonArray &roles) {
            QCOMPARE(fixture
                         .local(HttpMethod::Post, "/local/v1/operators",
                                {{u"account"_s, u"eve"_s}, {u"roles"_s, roles}})
                         .status,
                     204);
        };
        const auto change = [&](const std::function<void(OperatorRow &)> &edit) {
            tamper(scene, [&](Tx &tx) {
                auto row = operator_rows::find(tx, u"eve"_s);
                QVERIFY(row.has_value());
                edit(*row);
                operator_rows::put(tx, *row);
            });
        };
        account({u"viewer"_s});
        account({u"support"_s, u"viewer"_s});
        QCOMPARE(contradiction(scene), QString());
        change([](OperatorRow &row) { row.roles.append(Role::Admin); });
        QVERIFY(contradiction(scene).contains(u"\"eve\" has other roles"_s));
        change([](OperatorRow &row) { row.roles.removeLast(); });
        QCOMPARE(contradiction(scene), QString());

        QCOMPARE(
            fixture.local(HttpMethod::Post, "/local/v1/operators/disable", {{u"account"_s, u"eve"_s}}).status,
            204);
        QCOMPARE(contradiction(scene), QString());
        change([](OperatorRow &row) { row.disabledAt.reset(); });
        QVERIFY(contradiction(scene).contains(u"\"eve\" was disabled"_s));
        change([&](OperatorRow &row) { row.disabledAt = scene.now(); });
        account({u"support"_s, u"viewer"_s}); // enabled again
        QCOMPARE(contradiction(scene), QString());
        tamper(scene, [now = scene.now()](Tx &tx) {
            OperatorRow row;
            row.account = row.displayName = u"mallory"_s;
            row.createdAt = now;
            row.roles = {Role::Admin};
            operator_rows::put(tx, row);
        });
        QVERIFY(contradiction(scene).contains(u"\"mallory\""_s));
    }
};

QTEST_GUILESS_MAIN(TestStateCheck)
#include "tst_state_check.moc"
