// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/credential_flows.h"
#include "models/partners/partner_flows.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Acts of a person: states, one key per intent, honest outcomes.
class TestFlows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ModelFixture>(); }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void revokeShowsFactsThenCutsThenProves()
    {
        pc::CredentialUse use;
        use.credentialId = credential().id;
        use.sources = {source(2, u"203.0.113.5"_s, 40), source(1, u"203.0.113.9"_s, 3),
                       source(1, u"203.0.113.5"_s, 2)};
        use.liveTokens = 4;
        m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(use));
        scriptProbe();
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, credential());
        QTRY_COMPARE(flow.facts().state(), LoadState::Ready);
        QCOMPARE(flow.facts().use()->liveTokens, 4);
        QCOMPARE(flow.facts().sourceCount(), 2);
        const auto generations = flow.facts().perGeneration();
        QCOMPARE(generations.size(), 2);
        QCOMPARE(generations.at(0).generation, 2);
        QCOMPARE(generations.at(1).sources, 2);
        QCOMPARE(generations.at(1).calls, 5);

        flow.setReason(u"leaked in a repository"_s);
        flow.setTicket(u"SEC-4"_s);
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(receipt()));
        QSignalSpy done(&flow, &Flow::done);
        flow.submit();
        QCOMPARE(flow.state(), FlowState::Working);
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(done.count(), 1);
        QCOMPARE(flow.receipt()->proof.state, ProofOutcome::Proven);
        QCOMPARE(m_fixture->transport.last().json().value(u"reason"_s).toString(),
                 u"leaked in a repository"_s);
        QCOMPARE(m_fixture->transport.last().json().value(u"ticket"_s).toString(), u"SEC-4"_s);
        flow.submit(); // done is done
        QCOMPARE(flow.state(), FlowState::Done);
    }

    void factsThatFailDoNotStopARevocation()
    {
        m_fixture->transport.problem("GET", credentialPath + u"/use"_s, 403, u"forbidden"_s);
        scriptProbe();
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, credential());
        QTRY_COMPARE(flow.facts().state(), LoadState::Forbidden);
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(receipt()));
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
    }

    void anUnknownRevocationIsAskedAgainWithTheSameKey()
    {
        m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(pc::CredentialUse{}));
        scriptProbe();
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, credential());
        for (int i = 0; i <= client::ApiCaller::maxRepeats; ++i)
            m_fixture->transport.fault("POST", credentialPath + u"/revoke"_s, client::TransportFault::Lost);
        flow.submit();
        QVERIFY(reaches(flow, FlowState::OutcomeUnknown));
        flow.setReason(u"changed"_s); // too late: a repeat is the same request
        flow.submit();
        QCOMPARE(flow.state(), FlowState::OutcomeUnknown);
        // A repeat that is not looked at says nothing about what was sent before.
        m_fixture->transport.problem("POST", credentialPath + u"/revoke"_s, 403, u"forbidden"_s);
        flow.retry();
        QVERIFY(flow.isBusy());
        QVERIFY(reaches(flow, FlowState::OutcomeUnknown));
        QCOMPARE(flow.error()->kind, client::ErrorKind::OutcomeUnknown);
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(receipt()));
        flow.retry();
        QVERIFY(reaches(flow, FlowState::Done));
        QSet<QByteArray> keys;
        QSet<QByteArray> bodies;
        for (const SentRequest &sent : m_fixture->transport.sentTo("POST", credentialPath + u"/revoke"_s)) {
            keys.insert(sent.header("Idempotency-Key"));
            bodies.insert(sent.body);
        }
        QCOMPARE(keys.size(), 1);
        QCOMPARE(bodies.size(), 1);
    }

    void aNonDurableRevocationIsTold()
    {
        m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(pc::CredentialUse{}));
        scriptProbe();
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, credential());
        RevocationReceipt shut = receipt();
        shut.durable = false;
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(shut), 202);
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QVERIFY(!flow.receipt()->durable);
    }

    // The answer says that the proof is being made; what it shows comes with the feed.
    void theProofComesByTheFeed()
    {
        for (int i = 0; i < 3; ++i) // the facts are refreshed by the feed, too
            m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(pc::CredentialUse{}));
        scriptProbe();
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, credential());
        QVERIFY(flow.isProbing());
        QTRY_VERIFY(!flow.isProbing());
        QCOMPARE(flow.probe()->generation, 2);
        RevocationReceipt first = receipt();
        first.proof.state = ProofOutcome::Running;
        first.proof.points.clear();
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(first));
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(flow.receipt()->proof.state, ProofOutcome::Running);
        QSignalSpy more(&flow, &RevokeFlow::receiptChanged);
        m_fixture->transport.reply("GET", credentialPath + u"/revocation"_s, toJson(receipt()));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Credential, credential().id));
        QTRY_COMPARE(more.count(), 1);
        QCOMPARE(flow.receipt()->proof.state, ProofOutcome::Proven);
        Q_EMIT m_fixture->feed.changed(
            changeAbout(ChangeKind::Credential, credential().id)); // nothing is left to ask
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sentTo("GET", credentialPath + u"/revocation"_s).size(), 1);
    }

    // An event that was missed is made up for.
    void aProofIsAskedForWhenNobodyTells()
    {
        m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(pc::CredentialUse{}));
        scriptProbe();
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, credential());
        RevocationReceipt first = receipt();
        first.proof.state = ProofOutcome::Running;
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(first));
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        m_fixture->transport.reply("GET", credentialPath + u"/revocation"_s, toJson(receipt()));
        m_fixture->clock.advance(9s);
        QTRY_COMPARE(flow.receipt()->proof.state, ProofOutcome::Proven);
    }

    void aProbeThatFailsStopsNothing()
    {
        m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(pc::CredentialUse{}));
        m_fixture->transport.problem("POST", credentialPath + u"/probe"_s, 500, u"internal"_s);
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, credential());
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(receipt()));
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QVERIFY(!flow.isProbing());
        QVERIFY(!flow.probe());
    }

    // The platform hangs and goes on: what the feed says then is what the dialog says.
    void theFeedSettlesWhatTheAnswerDidNot()
    {
        FreezeFlow flow(m_fixture->partners, m_fixture->feed, partner(), FreezeFlow::Act::Freeze);
        const QString path = u"/partners/prt_0001"_s;
        for (int i = 0; i <= client::ApiCaller::maxRepeats; ++i)
            m_fixture->transport.fault("POST", path + u"/freeze"_s, client::TransportFault::Lost);
        flow.submit();
        QVERIFY(reaches(flow, FlowState::OutcomeUnknown));
        // Something else changed: nothing is known yet.
        m_fixture->transport.reply("GET", path, toJson(samplePartner()));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner, u"prt_0001"_s));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner, u"prt_0002"_s)); // not ours
        ModelFixture::spin();
        QCOMPARE(flow.state(), FlowState::OutcomeUnknown);
        Partner frozen = samplePartner();
        frozen.status = PartnerStatus::Frozen;
        m_fixture->transport.reply("GET", path, toJson(frozen));
        QSignalSpy done(&flow, &Flow::done);
        Q_EMIT m_fixture->feed.reset();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(done.count(), 1);
        QCOMPARE(flow.result()->value.status, PartnerStatus::Frozen);
        Q_EMIT m_fixture->feed.reset(); // done is done
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sentTo("GET", path).size(), 2);
    }

    // It is told before the answer comes; the answer that comes late does nothing any more.
    void theFeedIsFasterThanTheAnswer()
    {
        for (int i = 0; i < 2; ++i) // the facts are refreshed by the feed, too
            m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(pc::CredentialUse{}));
        scriptProbe();
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, credential());
        QTRY_VERIFY(!flow.isProbing());
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(receipt())).hold();
        QSignalSpy done(&flow, &Flow::done);
        flow.submit();
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        m_fixture->transport.reply("GET", credentialPath + u"/revocation"_s, toJson(receipt()));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Credential, credential().id));
        QTRY_COMPARE(flow.state(), FlowState::Done);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(done.count(), 1);
        QVERIFY(flow.receipt());
    }

    void aRefusedActMayBeCorrectedUnderANewKey()
    {
        FreezeFlow flow(m_fixture->partners, m_fixture->feed, partner(), FreezeFlow::Act::Freeze);
        m_fixture->transport.problem("POST", u"/partners/prt_0001/freeze"_s, 422, u"validation_failed"_s);
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Failed);
        flow.setReason(u"incident"_s);
        Partner frozen = samplePartner();
        frozen.status = PartnerStatus::Frozen;
        m_fixture->transport.reply("POST", u"/partners/prt_0001/freeze"_s, toJson(frozen));
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(flow.result()->value.status, PartnerStatus::Frozen);
        const auto sent = m_fixture->transport.sentTo("POST", u"/partners/prt_0001/freeze"_s);
        QVERIFY(sent.at(0).header("Idempotency-Key") != sent.at(1).header("Idempotency-Key"));
        QVERIFY(sent.at(1).header("If-Match").isEmpty());
    }

    void unfreezePromoteSuspendResumeCarryTheVersionTheySaw()
    {
        FreezeFlow unfreeze(m_fixture->partners, m_fixture->feed, partner(), FreezeFlow::Act::Unfreeze);
        m_fixture->transport.reply("POST", u"/partners/prt_0001/unfreeze"_s, toJson(samplePartner()));
        unfreeze.submit();
        QTRY_COMPARE(unfreeze.state(), FlowState::Done);
        QCOMPARE(m_fixture->transport.last().header("If-Match"), QByteArray("\"3\""));

        const StageGates gates{Stage::Production, {{u"g"_s, u"Agreement"_s, true, {}, u"agreement"_s}}};
        PromoteFlow promote(m_fixture->partners, partner(), gates);
        QVERIFY(promote.isOpen());
        m_fixture->transport.reply("POST", u"/partners/prt_0001/promote"_s, toJson(samplePartner()));
        promote.submit();
        QTRY_COMPARE(promote.state(), FlowState::Done);
        StageGates shut = gates;
        shut.gates[0].passed = false;
        QVERIFY(!PromoteFlow(m_fixture->partners, partner(), shut).isOpen());
        shut.gates.append(gates.gates.first()); // one of two
        QVERIFY(!PromoteFlow(m_fixture->partners, partner(), shut).isOpen());
        QVERIFY(!PromoteFlow(m_fixture->partners, partner(), {}).isOpen());

        SuspendFlow suspend(m_fixture->credentials, m_fixture->feed, versioned(credential()),
                            SuspendFlow::Act::Suspend);
        m_fixture->transport.reply("POST", credentialPath + u"/suspend"_s, toJson(credential()));
        suspend.submit();
        QTRY_COMPARE(suspend.state(), FlowState::Done);
        SuspendFlow resume(m_fixture->credentials, m_fixture->feed, versioned(credential()),
                           SuspendFlow::Act::Resume);
        m_fixture->transport.reply("POST", credentialPath + u"/resume"_s, toJson(credential()));
        resume.submit();
        QTRY_COMPARE(resume.state(), FlowState::Done);
        QCOMPARE(m_fixture->transport.last().header("If-Match"), QByteArray("\"2\""));
    }

    /// "Now" is fixed when it is first sent: a repeat must be the same request.
    void endingAGraceIsRepeatedWithTheSameInstant()
    {
        Credential rotating = credential();
        Generation older = rotating.generations.first();
        older.state = GenerationState::Grace;
        older.graceUntil = m_fixture->clock.now().addSecs(3600);
        Generation newer = rotating.generations.first();
        newer.number = 2;
        rotating.generations = {newer, older};
        m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(pc::CredentialUse{}));
        GraceFlow flow(m_fixture->credentials, m_fixture->feed, versioned(rotating));
        QCOMPARE(flow.olderGeneration()->number, 1);
        QVERIFY(!flow.endsNow());
        flow.setUntil(m_fixture->clock.now().addSecs(-1));
        QVERIFY(flow.endsNow());
        flow.setUntil(m_fixture->clock.now().addSecs(7200));
        QVERIFY(!flow.endsNow());
        flow.setEndNow();
        QVERIFY(flow.endsNow());
        m_fixture->transport.fault("POST", credentialPath + u"/grace"_s, client::TransportFault::Lost);
        for (int i = 0; i < client::ApiCaller::maxRepeats; ++i)
            m_fixture->transport.fault("POST", credentialPath + u"/grace"_s, client::TransportFault::Lost);
        flow.submit();
        QVERIFY(reaches(flow, FlowState::OutcomeUnknown));
        m_fixture->transport.reply("POST", credentialPath + u"/grace"_s, toJson(rotating));
        flow.retry();
        QVERIFY(flow.isBusy());
        QVERIFY(reaches(flow, FlowState::Done));
        QSet<QByteArray> bodies;
        for (const SentRequest &sent : m_fixture->transport.sentTo("POST", credentialPath + u"/grace"_s))
            bodies.insert(sent.body);
        QCOMPARE(bodies.size(), 1);
    }

    void anEditCanBeTakenBack()
    {
        EditPartnerFlow flow(m_fixture->partners, partner());
        PartnerDraft draft = flow.draft();
        draft.owner = u"ops-2"_s;
        flow.setDraft(draft);
        Partner edited = samplePartner();
        edited.owner = u"ops-2"_s;
        edited.version = 4;
        m_fixture->transport.reply("PUT", u"/partners/prt_0001"_s, toJson(edited), 200, "\"4\"");
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QVERIFY(flow.canUndo());
        Partner back = samplePartner();
        back.version = 5;
        m_fixture->transport.reply("PUT", u"/partners/prt_0001"_s, toJson(back), 200, "\"5\"");
        flow.undo();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(m_fixture->transport.last().json().value(u"owner"_s).toString(), u"ops-1"_s);
        QCOMPARE(m_fixture->transport.last().header("If-Match"), QByteArray("\"4\""));
        QCOMPARE(flow.partner().etag, u"\"5\""_s);
    }

    void aStaleGrantShowsHowItStandsNow()
    {
        GrantEdit edit;
        edit.planId = u"pln_large"_s;
        edit.reason = u"agreed"_s;
        edit.ticket = u"OPS-7"_s;
        SaveGrantFlow flow(m_fixture->access, u"prt_0001"_s, edit, u"\"5\""_s);
        QCOMPARE(flow.reason(), u"agreed"_s);
        QCOMPARE(flow.ticket(), u"OPS-7"_s);
        Grant now = sampleGrant();
        now.version = 6;
        m_fixture->transport.problem("PUT", u"/partners/prt_0001/grant"_s, 412, u"stale"_s,
                                     {{u"current"_s, toJson(now)}, {u"etag"_s, u"\"6\""_s}});
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Failed);
        QCOMPARE(flow.error()->kind, client::ErrorKind::Stale);
        QCOMPARE(flow.current()->value, now);
        QCOMPARE(flow.current()->etag, u"\"6\""_s);
    }

    void aDestroyedFlowIsSilent()
    {
        m_fixture->transport.reply("POST", u"/partners/prt_0001/freeze"_s, toJson(samplePartner())).hold();
        {
            FreezeFlow flow(m_fixture->partners, m_fixture->feed, partner(), FreezeFlow::Act::Freeze);
            flow.submit();
            QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        }
        m_fixture->transport.release();
        ModelFixture::spin();
    }

private:
    static Credential credential() { return sampleCredential(); }
    static Versioned<Partner> partner() { return versioned(samplePartner()); }
    SourceUse source(int generation, const QString &address, qint64 calls) const
    {
        return {generation, address, u"curl/8"_s, m_fixture->clock.now(), m_fixture->clock.now(), calls};
    }
    RevocationReceipt receipt() const
    {
        RevocationReceipt receipt;
        receipt.credential = credential();
        receipt.credential.state = CredentialState::Revoked;
        receipt.effectiveAt = m_fixture->clock.now();
        receipt.tokensEnded = 4;
        receipt.proof.state = ProofOutcome::Proven;
        receipt.proof.points = {
            {u"decision endpoint"_s, ProofOutcome::Proven,
             Probe{u"decision endpoint"_s, true, 200, u"dec_1"_s, m_fixture->clock.now(), 7},
             Probe{u"decision endpoint"_s, false, 401, u"dec_2"_s, m_fixture->clock.now(), 8}}};
        return receipt;
    }
    /// What every revocation asks when its dialog opens.
    void scriptProbe()
    {
        ProbeReport report;
        report.credentialId = credential().id;
        report.generation = 2;
        report.validUntil = m_fixture->clock.now().addSecs(300);
        m_fixture->transport.reply("POST", credentialPath + u"/probe"_s, toJson(report));
    }
    bool reaches(const Flow &flow, FlowState state)
    {
        for (int i = 0; i < 200; ++i) {
            QCoreApplication::processEvents();
            if (flow.state() == state)
                return true;
            m_fixture->clock.advance(500ms);
        }
        return false;
    }

    const QString credentialPath = u"/credentials/crd_0000000000000001"_s;
    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestFlows)
#include "tst_flows.moc"
