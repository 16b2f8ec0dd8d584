// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "contract/rules/limits.h"
#include "platform/admin/api/client_id_uses.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "tests/platform/admin/admin_fixture.h"

#include <QTest>

using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray applied = "?apply=true&reason=moved";
const QByteArray planHead = "name;description;sandbox_rate;sandbox_burst;limited_rate;limited_burst;"
                            "production_rate;production_burst;production_daily_quota\r\n";
const QByteArray goldRow = "Gold;For the large;5;10;20;40;250.5;500;1000000\r\n";

class MovingFixture : public AdminFixture
{
public:
    [[nodiscard]] ImportReport import(const QByteArray &target, const QByteArray &file)
    {
        const auto report = fromJson<ImportReport>(postFile("/imports/" + target, file).json);
        return report ? *report : ImportReport{};
    }
    [[nodiscard]] QList<Plan> plans()
    {
        return administration->context()
            .store.readNow<QList<Plan>>([](Tx &tx) { return catalogue_rows::plans(tx); })
            .value_or(QList<Plan>());
    }
    [[nodiscard]] std::optional<Plan> plan(const QString &name)
    {
        for (const Plan &each : plans()) {
            if (each.name == name)
                return each;
        }
        return std::nullopt;
    }
    [[nodiscard]] QByteArray deadline(int days = 90) const
    {
        return firstDay.addDays(days).toString(Qt::ISODate).toLatin1();
    }
    [[nodiscard]] QByteArray idFile(const QByteArray &clientId = "acme-backend",
                                    const QByteArray &partner = "acme") const
    {
        return "partner,client_id,realm,owner,expires_at\n" + partner + "," + clientId + ",sbx,tester," +
               deadline() + "\n";
    }
    [[nodiscard]] static QString codes(const ImportRow &row)
    {
        QStringList list;
        for (const FieldError &each : row.errors)
            list.append(each.pointer.mid(1) + u' ' + each.code);
        return list.join(u", "_s);
    }
};

} // namespace

class TestPlanImports final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanComesChangesAndStays()
    {
        MovingFixture admin;
        const qint64 before = admin.eventCount();
        const ImportReport dry = admin.import("plans", planHead + goldRow);
        QCOMPARE(dry.created, 1);
        QVERIFY(!dry.applied && !admin.plan(u"Gold"_s));
        QCOMPARE(admin.eventCount(), before);
        QVERIFY(admin.import("plans" + applied, planHead + goldRow).applied);
        const auto gold = admin.plan(u"Gold"_s);
        QVERIFY(gold);
        QCOMPARE(gold->production.rate, 250.5);
        QCOMPARE(gold->production.dailyQuota, 1000000);
        QCOMPARE(gold->sandbox.dailyQuota, 0);
        QCOMPARE(admin.events("action=plan.create").at(0)["reason"_L1].toString(), u"moved"_s);
        QVERIFY(admin.policy->current()->planLimits(gold->id));

        QCOMPARE(admin.import("plans" + applied, planHead + goldRow).unchanged, 1);
        QCOMPARE(admin.eventCount("action=plan.edit"), 0);
        const ImportReport changed =
            admin.import("plans" + applied, "name,production_rate,description\ngold,300,\n");
        QCOMPARE(changed.updated, 1);
        QCOMPARE(changed.rows.at(0).changed, QStringList{u"production_rate"_s});
        QCOMPARE(changed.rows.at(0).targetId, gold->id);
        QCOMPARE(changed.rows.at(0).changes,
                 (QList<FieldChange>{{u"production.rate"_s, u"250.5"_s, u"300"_s}}));
        QCOMPARE(admin.plan(u"Gold"_s)->production.rate, 300.0);
        QCOMPARE(admin.plan(u"Gold"_s)->description, u"For the large"_s);
        QCOMPARE(admin.plans().size(), qsizetype(4));
    }

    /// As an edit does: who stands on the plan before is told so, and it says whose it was.
    void anEditorIsToldOfTheFile()
    {
        MovingFixture admin;
        QVERIFY(admin.import("plans" + applied, planHead + goldRow).applied);
        const auto first = admin.plan(u"Gold"_s);
        QVERIFY(first);
        const QByteArray path = "/plans/" + first->id.toLatin1();
        const QString etag = admin.get(path).etag;
        admin.clock.advance(std::chrono::minutes(1));
        QCOMPARE(admin.import("plans" + applied, planHead + goldRow).unchanged, 1);
        QCOMPARE(admin.get(path).etag, etag);
        QVERIFY(admin.import("plans" + applied, "name,production_rate\nGold,300\n").applied);
        const auto second = admin.plan(u"Gold"_s);
        QCOMPARE(second->version, first->version + 1);
        QCOMPARE(second->updatedAt, first->updatedAt->addSecs(60));
        QVERIFY(!second->updatedBy.isEmpty());
        QJsonObject body = admin.get(path).json;
        for (const QString &member : {u"id"_s, u"version"_s, u"updated_at"_s, u"updated_by"_s, u"partners"_s})
            body.remove(member);
        body.insert(u"reason"_s, u"later"_s);
        QCOMPARE(admin.put(path, body, {}, etag).status, 412);
        const QJsonArray told = admin.events("action=plan.edit");
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.at(0)["changes"_L1].toArray().size(), 1); // neither version nor times
    }

    /// What decides is the plan as it is now, for whoever has it.
    void itsPartnersGetTheNewLimitsAtOnce()
    {
        MovingFixture admin;
        const QString partner = admin.makePartner(u"acme"_s);
        const QString id = admin.get("/partners/" + partner.toLatin1()).json.value("plan_id"_L1).toString();
        const auto plans = admin.plans();
        const auto held =
            std::find_if(plans.begin(), plans.end(), [&id](const Plan &each) { return each.id == id; });
        QVERIFY(held != plans.end());
        QVERIFY(admin
                    .import("plans" + applied,
                            "name,sandbox_rate,sandbox_burst\n" + held->name.toUtf8() + ",0.5,1\n")
                    .applied);
        QCOMPARE(admin.policy->current()->partner(partner)->limits.sandbox.rate, 0.5);
        QCOMPARE(admin.policy->current()->planLimits(id)->sandbox.burst, 1);
    }

    void whatIsWrongIsSaidByItsColumn_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("codes");
        QTest::newRow("no name") << QByteArray(";;5;10;5;10;5;10;") << u"name required"_s;
        QTest::newRow("a word") << QByteArray("A;;fast;10;5;10;5;10;") << u"sandbox_rate bad_format"_s;
        QTest::newRow("a comma") << QByteArray("A;;5;10;5;10;2,5;10;") << u"production_rate bad_format"_s;
        QTest::newRow("nothing") << QByteArray("A;;0;10;5;10;5;10;") << u"sandbox_rate out_of_range"_s;
        QTest::newRow("half a call") << QByteArray("A;;5;10;5;1.5;5;10;") << u"limited_burst bad_format"_s;
        QTest::newRow("below none") << QByteArray("A;;5;10;5;10;5;10;-1")
                                    << u"production_daily_quota out_of_range"_s;
        QTest::newRow("no burst") << QByteArray("A;;5;10;5;10;5;;") << u"production_burst required"_s;
    }

    void whatIsWrongIsSaidByItsColumn()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, codes);
        MovingFixture admin;
        const ImportReport report = admin.import("plans" + applied, planHead + goldRow + row + "\r\n");
        QVERIFY(!report.applied && !admin.plan(u"Gold"_s));
        QCOMPARE(report.refused, 1);
        QCOMPARE(report.rows.at(1).line, 3);
        QCOMPARE(MovingFixture::codes(report.rows.at(1)), codes);
    }

    void onePlanOneRow()
    {
        MovingFixture admin;
        const ImportReport report = admin.import("plans", planHead + goldRow + "gold;;5;10;5;10;5;10;\r\n");
        QCOMPARE(MovingFixture::codes(report.rows.at(1)), u"name repeated"_s);
    }

    void aClientIdComesOnce()
    {
        MovingFixture admin;
        const QString partner = admin.makePartner(u"acme"_s);
        const ImportReport dry = admin.import("client-ids", admin.idFile());
        QCOMPARE(dry.created, 1);
        QCOMPARE(dry.rows.at(0).subject, u"acme: acme-backend"_s);
        QVERIFY(!admin.policy->current()->byClientId(Realm::Sandbox, "acme-backend"));
        const ImportReport report = admin.import("client-ids" + applied, admin.idFile());
        QVERIFY(report.applied);
        const QString id = report.rows.at(0).targetId;
        const auto credential = fromJson<Credential>(admin.get("/credentials/" + id.toLatin1()).json);
        QVERIFY(credential);
        QCOMPARE(credential->kind, CredentialKind::LegacyClientId);
        QCOMPARE(credential->legacyClientId, u"acme-backend"_s);
        QCOMPARE(credential->partnerId, partner);
        QCOMPARE(credential->state, CredentialState::Active);
        const auto rule = admin.policy->current()->byClientId(Realm::Sandbox, "acme-backend");
        QVERIFY(rule);
        QCOMPARE(rule->id(), id);
        QVERIFY(!admin.policy->current()->byClientId(Realm::Production, "acme-backend"));
        QCOMPARE(admin.events("action=credential.import").at(0)["reason"_L1].toString(), u"moved"_s);

        QCOMPARE(admin.import("client-ids" + applied, admin.idFile()).unchanged, 1);
        QByteArray later = admin.idFile();
        later.replace(admin.deadline(), admin.deadline(120));
        const ImportReport moved = admin.import("client-ids" + applied, later);
        QCOMPARE(moved.unchanged, 1);
        QCOMPARE(moved.rows.at(0).leftAlone, QStringList{u"expires_at"_s});
        QCOMPARE(admin.eventCount("action=credential.import"), 1);
        admin.close();
        admin.open();
        QVERIFY(admin.policy->current()->byClientId(Realm::Sandbox, "acme-backend"));
    }

    void noPartnerGetsAnothers()
    {
        MovingFixture admin;
        (void)admin.makePartner(u"acme"_s);
        (void)admin.makePartner(u"other"_s);
        const ImportReport first = admin.import("client-ids" + applied, admin.idFile());
        QVERIFY(first.applied);
        QCOMPARE(MovingFixture::codes(
                     admin.import("client-ids", admin.idFile("acme-backend", "other")).rows.at(0)),
                 u"client_id taken"_s);
        // Nor once it is over, and it does not come back.
        const QByteArray id = first.rows.at(0).targetId.toLatin1();
        QCOMPARE(admin.post("/credentials/" + id + "/revoke", {{u"reason"_s, u"moved on"_s}}).status, 200);
        QCOMPARE(MovingFixture::codes(
                     admin.import("client-ids", admin.idFile("acme-backend", "other")).rows.at(0)),
                 u"client_id taken"_s);
        QCOMPARE(admin.import("client-ids" + applied, admin.idFile()).unchanged, 1);
        QCOMPARE(admin.policy->current()->byClientId(Realm::Sandbox, "acme-backend")->state,
                 CredentialState::Revoked);
    }

    /// Basic may have an id as a form has it, or as it is: nobody's is said by another partner's.
    void noPartnerGetsWhatAnothersSays_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("taken");
        QTest::newRow("what it says") << QByteArray("x%41y") << QByteArray("xAy") << true;
        QTest::newRow("says it") << QByteArray("xAy") << QByteArray("x%41y") << true;
        QTest::newRow("in two steps") << QByteArray("x%2541y") << QByteArray("x%41y") << true;
        QTest::newRow("both say the same") << QByteArray("x%41y") << QByteArray("%78Ay") << false;
        QTest::newRow("nothing to do with it") << QByteArray("x%42y") << QByteArray("xAy") << false;
        QTest::newRow("no escape") << QByteArray("50%off") << QByteArray("50%of") << false;
    }

    void noPartnerGetsWhatAnothersSays()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(bool, taken);
        const QString expected = taken ? u"client_id taken"_s : QString();
        MovingFixture admin;
        (void)admin.makePartner(u"acme"_s);
        (void)admin.makePartner(u"other"_s);
        // In one file, and in two.
        const QByteArray file = admin.idFile(first) + admin.idFile(second, "other").split('\n').at(1) + '\n';
        QCOMPARE(MovingFixture::codes(admin.import("client-ids", file).rows.value(1)), expected);
        QVERIFY(admin.import("client-ids" + applied, admin.idFile(first)).applied);
        QCOMPARE(
            MovingFixture::codes(admin.import("client-ids", admin.idFile(second, "other")).rows.value(0)),
            expected);
        // A partner may have both: they name the same one.
        QCOMPARE(MovingFixture::codes(admin.import("client-ids", admin.idFile(second)).rows.value(0)),
                 QString());
        QCOMPARE(admin.import("client-ids" + applied, admin.idFile(first)).unchanged, 1);
    }

    void whatIsNoClientIdIsRefusedAndNotRepeated()
    {
        MovingFixture admin;
        const QString partner = admin.makePartner(u"acme"_s);
        const AdminFixture::Issued issued = admin.makeCredential(partner);
        const QByteArray secret = issued.text.view().toByteArray();
        for (const QByteArray &text :
             {issued.id.toLatin1(), QByteArray("CRD_x"), QByteArray("ab"), QByteArray("with space"),
              QByteArray("sch\xc3\xb6n"), QByteArray(129, 'x'), secret}) {
            const Reply reply = admin.postFile("/imports/client-ids" + applied, admin.idFile(text));
            const auto report = fromJson<ImportReport>(reply.json);
            QVERIFY(report);
            QCOMPARE(MovingFixture::codes(report->rows.value(0)), u"client_id bad_format"_s);
            QVERIFY(!reply.body.contains(secret));
        }
        QCOMPARE(admin.postFile("/imports/client-ids", "partner,client_id,client_secret\na,b,c\n").code(),
                 u"import_refused"_s);
        QByteArray late = admin.idFile();
        late.replace(admin.deadline(), admin.deadline(181));
        QCOMPARE(MovingFixture::codes(admin.import("client-ids", late).rows.at(0)),
                 u"expires_at out_of_range"_s);
        QCOMPARE(
            MovingFixture::codes(
                admin.import("client-ids", admin.idFile() + admin.idFile().split('\n').at(1)).rows.at(1)),
            u"client_id repeated"_s);
    }

    /// It is one of those that are left until it is over, used or not.
    void theCampaignCountsIt()
    {
        MovingFixture admin;
        const QString partner = admin.makePartner(u"acme"_s);
        const QByteArray id =
            admin.import("client-ids" + applied, admin.idFile()).rows.value(0).targetId.toLatin1();
        const auto report = [&admin] { return *fromJson<LegacyKeyReport>(admin.get("/legacy-keys").json); };
        QCOMPARE(report().left, 1);
        QCOMPARE(report().clientIds, 1);
        QCOMPARE(report().neverUsed, 1);
        QCOMPARE(report().withoutSuccessor, 1);
        QCOMPARE(report().keys.at(0).clientId, u"acme-backend"_s);
        QVERIFY(!report().keys.at(0).scheme);
        const AdminFixture::Issued successor = admin.makeCredential(partner);
        QCOMPARE(report().keys.at(0).successorId, successor.id);

        ClientIdUses &uses = admin.administration->clientIdUses();
        uses.record(id.sliced(4), admin.clock.now().wall, "192.0.2.7");
        uses.storeWaiting();
        QTRY_COMPARE(report().neverUsed, 0);
        const auto credential = fromJson<Credential>(admin.get("/credentials/" + id).json);
        QVERIFY(credential && credential->lastUsedAt);
        QCOMPARE(credential->lastUsedFrom, u"192.0.2.7"_s);
        QCOMPARE(admin.post("/credentials/" + id + "/revoke", {{u"reason"_s, u"moved on"_s}}).status, 200);
        QCOMPARE(report().left, 0);
        QCOMPARE(report().over, 1);
    }

    /// It opens nothing by itself, so it is not what a stage waits for.
    void itIsNoActiveCredential()
    {
        MovingFixture admin;
        const QString partner = admin.makePartner(u"acme"_s);
        QVERIFY(admin.import("client-ids" + applied, admin.idFile()).applied);
        const QJsonArray gates =
            admin.get("/partners/" + partner.toLatin1() + "/gates").json.value("gates"_L1).toArray();
        bool found = false;
        for (const QJsonValue &gate : gates) {
            if (gate["id"_L1].toString().contains(u"credential"_s)) {
                found = true;
                QVERIFY(!gate["passed"_L1].toBool());
            }
        }
        QVERIFY(found);
    }
};

QTEST_GUILESS_MAIN(TestPlanImports)
#include "tst_plan_imports.moc"
