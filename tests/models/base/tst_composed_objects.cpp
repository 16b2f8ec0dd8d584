// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"
#include "models/audit/audit_event_model.h"
#include "models/partners/partner_model.h"
#include "models/session/operator_list_model.h"
#include "models/usage/usage_model.h"
#include "tests/models/base/object_answers.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;

/// Objects that come in several answers: which part may fail alone, which ends the others, and what an act
/// answered.
class TestComposedObjects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_integrity = std::make_unique<AuditIntegrity>(m_fixture->audit, m_fixture->clock, QString());
    }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void onePartOfAPartnerMayFailAlone()
    {
        PartnerModel model(m_fixture->partners, m_fixture->access, m_fixture->feed);
        m_fixture->transport.reply("GET", partnerPath, toJson(samplePartner()), 200, "\"3\"");
        m_fixture->transport.problem("GET", partnerPath + u"/gates"_s, 500, u"internal"_s);
        m_fixture->transport.problem("GET", partnerPath + u"/grant"_s, 403, u"forbidden"_s);
        model.setPartnerId(u"prt_0001"_s);
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.partner()->value, samplePartner());
        QCOMPARE(model.partner()->etag, u"\"3\""_s);
        QVERIFY(!model.gates());
        QCOMPARE(model.gatesError()->kind, client::ErrorKind::Server);
        QCOMPARE(model.grantError()->kind, client::ErrorKind::Forbidden);
        script(Subject::Partner);
        model.refresh();
        ModelFixture::spin();
        QCOMPARE(*model.gates(), shutGates());
        QCOMPARE(model.grant()->value, sampleGrant());
        QVERIFY(!model.gatesError());
        QVERIFY(!model.grantError());
        // A part that only failed stays; one that may no longer be seen goes.
        m_fixture->transport.reply("GET", partnerPath, toJson(samplePartner()));
        m_fixture->transport.problem("GET", partnerPath + u"/gates"_s, 500, u"internal"_s);
        m_fixture->transport.problem("GET", partnerPath + u"/grant"_s, 403, u"forbidden"_s);
        model.refresh();
        ModelFixture::spin();
        QVERIFY(model.gates());
        QVERIFY(!model.grant());
        model.adoptGrant({sampleGrant(), u"\"5\""_s}); // of which there is an answer now
        QVERIFY(!model.grantError());
        m_fixture->transport.reply("GET", partnerPath, toJson(samplePartner()));
        for (const QString &part : {u"/gates"_s, u"/grant"_s})
            m_fixture->transport.problem("GET", partnerPath + part, 500, u"internal"_s);
        model.refresh();
        ModelFixture::spin();
        QVERIFY(model.grant());
        QVERIFY(model.grantError());
        model.setPartnerId({});
        QVERIFY(!model.gatesError());
        QVERIFY(!model.grantError());
    }

    void whatAnActAnsweredIsShownAtOnce()
    {
        PartnerModel model(m_fixture->partners, m_fixture->access, m_fixture->feed);
        script(Subject::Partner);
        model.setPartnerId(u"prt_0001"_s);
        ModelFixture::spin();
        QSignalSpy values(&model, &PartnerModel::changed);
        Partner frozen = samplePartner();
        frozen.status = PartnerStatus::Frozen;
        frozen.version = 4;
        m_fixture->transport.reply("GET", partnerPath, toJson(frozen));
        m_fixture->transport.reply("GET", partnerPath + u"/gates"_s, toJson(StageGates{}));
        m_fixture->transport.reply("GET", partnerPath + u"/grant"_s, toJson(sampleGrant()));
        model.adopt({frozen, u"\"4\""_s});
        QCOMPARE(model.partner()->value.status, PartnerStatus::Frozen);
        QCOMPARE(values.count(), 1);
        ModelFixture::spin();
        QCOMPARE(model.gates()->next, Stage::Unknown); // the gates may stand differently now
        Grant grant = sampleGrant();
        grant.version = 6;
        model.adoptGrant({grant, u"\"6\""_s});
        QCOMPARE(model.grant()->value.version, 6);
        // An answer about another partner comes too late to be shown here.
        grant.partnerId = u"prt_0002"_s;
        grant.version = 7;
        model.adoptGrant({grant, u"\"7\""_s});
        QCOMPARE(model.grant()->value.version, 6);
        Partner other = samplePartner(2);
        model.adopt({other, u"\"1\""_s});
        QCOMPARE(model.partner()->value.id, u"prt_0001"_s);
    }

    /// A grant that was on its way when the edit was saved is older than what the edit answered.
    void anOlderGrantNeverOverwritesASavedOne()
    {
        PartnerModel model(m_fixture->partners, m_fixture->access, m_fixture->feed);
        m_fixture->transport.reply("GET", partnerPath, toJson(samplePartner()));
        m_fixture->transport.reply("GET", partnerPath + u"/gates"_s, toJson(shutGates()));
        m_fixture->transport.reply("GET", partnerPath + u"/grant"_s, toJson(sampleGrant())).hold();
        model.setPartnerId(u"prt_0001"_s);
        ModelFixture::spin();
        Grant saved = sampleGrant();
        saved.version = 6;
        model.adoptGrant({saved, u"\"6\""_s});
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(model.grant()->value.version, 6);
    }

    /// A plan without its scopes would mislead: all parts or none.
    void theCatalogueIsWholeOrNotThere()
    {
        CatalogueModel model(m_fixture->access, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/scopes"_s, pageOf(sampleScopes()));
        m_fixture->transport.reply("GET", u"/plans"_s, pageOf(samplePlans()));
        m_fixture->transport.problem("GET", u"/routes"_s, 500, u"internal"_s);
        model.ensureLoaded();
        model.ensureLoaded(); // on its way
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Error);
        QVERIFY(model.scopes().isEmpty());
        QVERIFY(model.plans().isEmpty());
        script(Subject::Catalogue);
        model.ensureLoaded();
        ModelFixture::spin();
        QCOMPARE(model.scopes(), sampleScopes());
        QCOMPARE(model.routes(), QList<Route>{sampleRoute()});
        QCOMPARE(model.plan(u"pln_large"_s)->production.dailyQuota, 100000);
        QVERIFY(model.scope(u"customers:read"_s)->sensitive);
        QVERIFY(!model.scope(u"nothing:read"_s));
        QVERIFY(!model.plan({}));
        model.ensureLoaded(); // there
        ModelFixture::spin();
        // A refresh of which one part fails leaves all the old parts.
        QList<Scope> fewer = sampleScopes();
        fewer.removeLast();
        m_fixture->transport.reply("GET", u"/scopes"_s, pageOf(fewer));
        m_fixture->transport.problem("GET", u"/plans"_s, 500, u"internal"_s);
        m_fixture->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>{}));
        model.refresh();
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Stale);
        QCOMPARE(model.scopes(), sampleScopes());
        QCOMPARE(model.routes().size(), 1);
    }

    /// What cannot be shown is not waited for.
    void aPartThatFailsEndsTheOthers()
    {
        const QList<Part> all = partsOf(Subject::Catalogue);
        for (int failing = 0; failing < all.size(); ++failing) {
            CatalogueModel model(m_fixture->access, m_fixture->feed);
            const int before = m_fixture->transport.aborted();
            for (int i = 0; i < all.size(); ++i) {
                if (i == failing)
                    m_fixture->transport.problem("GET", all.at(i).path, 500, u"internal"_s);
                else
                    m_fixture->transport.reply("GET", all.at(i).path, all.at(i).answer).hold();
            }
            model.ensureLoaded();
            ModelFixture::spin();
            QCOMPARE(model.state(), LoadState::Error);
            QCOMPARE(m_fixture->transport.aborted() - before, 2);
        }
    }

    /// The quota has an error of its own: a chart without it is still a chart.
    void usageWithoutItsQuotaIsShown()
    {
        UsageModel model(m_fixture->usage, m_fixture->feed);
        m_fixture->transport.reply("GET", partnerPath + u"/usage"_s, toJson(sampleSeries()));
        m_fixture->transport.problem("GET", partnerPath + u"/quota"_s, 500, u"internal"_s);
        model.setPartnerId(u"prt_0001"_s);
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.series()->lines.first().total, 7);
        QVERIFY(!model.quota());
        QCOMPARE(model.quotaError()->kind, client::ErrorKind::Server);
        script(Subject::Usage);
        model.refresh();
        ModelFixture::spin();
        QCOMPARE(model.quota()->used, 5);
        QVERIFY(!model.quotaError());
    }

    void anEventShowsItsRecord()
    {
        AuditEventModel model(m_fixture->audit, *m_integrity, m_fixture->clock);
        QVERIFY(model.prettyJson().isEmpty());
        QVERIFY(model.leafHash().isEmpty());
        script(Subject::AuditEvent);
        model.setEventId(sampleEvent(7).id);
        ModelFixture::spin();
        QCOMPARE(model.record()->event, sampleEvent(7));
        QCOMPARE(model.changes().rows(), sampleEvent(7).changes);
        QVERIFY(model.prettyJson().contains(u"\n    \"action\": \"grant.edit\""_s));
        model.setEventId({});
        QVERIFY(!model.record());
        QCOMPARE(model.changes().rowCount(), 0);
    }

    void operatorsAreThereOnceTheyAreAsked()
    {
        OperatorListModel model(m_fixture->sessions, m_fixture->feed);
        QVERIFY(!model.hasValue());
        m_fixture->transport.problem("GET", u"/operators"_s, 500, u"internal"_s);
        model.refresh();
        QCOMPARE(model.state(), LoadState::Loading);
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Error);
        QVERIFY(!model.hasValue());
        Operator one;
        one.account = u"ops-1"_s;
        m_fixture->transport.reply("GET", u"/operators"_s, pageOf(QList<Operator>{one}));
        QSignalSpy values(&model, &OperatorListModel::changed);
        Q_EMIT m_fixture->feed.reset();
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.loadedAt(), m_fixture->clock.now());
        QVERIFY(model.hasValue());
        QCOMPARE(model.operators().size(), 1);
        QCOMPARE(values.count(), 1);
    }

private:
    void script(Subject which)
    {
        for (const Part &part : partsOf(which))
            m_fixture->transport.reply("GET", part.path, part.answer);
    }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<AuditIntegrity> m_integrity;
};

QTEST_GUILESS_MAIN(TestComposedObjects)
#include "tst_composed_objects.moc"
