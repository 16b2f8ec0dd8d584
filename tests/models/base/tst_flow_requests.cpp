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

namespace {

const QString partnerPath = u"/partners/prt_0001"_s;
const QString credentialPath = u"/credentials/crd_0000000000000001"_s;

Credential inGrace(const QDateTime &until)
{
    Credential credential = sampleCredential();
    Generation older = credential.generations.first();
    older.state = GenerationState::Grace;
    older.graceUntil = until;
    Generation newer = credential.generations.first();
    newer.number = 2;
    credential.generations = {newer, older};
    return credential;
}

template <typename T>
QJsonObject with(T value, const std::function<void(T &)> &edit)
{
    edit(value);
    return toJson(value);
}

/// An act as it is sent, and how the object looks before and after it.
struct Act
{
    std::unique_ptr<Flow> flow;
    QByteArray method;
    QString path;   ///< of the request
    QString object; ///< what the feed's word makes it look at; empty: it does not look
    QJsonObject before;
    QJsonObject after;
    ChangeKind kind = ChangeKind::Partner;
    QString id;
};

} // namespace

/// All acts of the flows: what each request carries, what stays as it was sent, and what the feed settles.
class TestFlowRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_fixture->transport.reply("GET", credentialPath + u"/use"_s, toJson(pc::CredentialUse{})).always();
        ProbeReport report;
        report.credentialId = sampleCredential().id;
        m_fixture->transport.reply("POST", credentialPath + u"/probe"_s, toJson(report)).always();
    }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void eachSaysWhy_data() { acts(); }
    void eachSaysWhy()
    {
        const Act act = make();
        act.flow->setReason(u"first"_s);
        act.flow->setTicket(u"SEC-1"_s);
        m_fixture->transport.problem(act.method, act.path, 422, u"validation_failed"_s);
        act.flow->submit();
        QVERIFY(act.flow->isBusy());
        act.flow->setReason(u"too late"_s);
        act.flow->setTicket(u"SEC-9"_s);
        act.flow->submit(); // once
        QCOMPARE(act.flow->reason(), u"first"_s);
        ModelFixture::spin();
        QCOMPARE(act.flow->state(), FlowState::Failed);
        QCOMPARE(act.flow->error()->kind, client::ErrorKind::Validation);
        QCOMPARE(sent(act).size(), 1);
        act.flow->retry(); // a refusal is certain: nothing to repeat
        QCOMPARE(act.flow->state(), FlowState::Failed);
        act.flow->setReason(u"second"_s);
        m_fixture->transport.reply(act.method, act.path, act.after);
        QSignalSpy done(act.flow.get(), &Flow::done);
        QSignalSpy states(act.flow.get(), &Flow::stateChanged);
        act.flow->submit();
        QVERIFY(!act.flow->error());
        ModelFixture::spin();
        QCOMPARE(act.flow->state(), FlowState::Done);
        QCOMPARE(done.count(), 1);
        QCOMPARE(states.count(), 2);
        const QList<SentRequest> requests = sent(act);
        QCOMPARE(requests.size(), 2);
        if (act.object.isEmpty() && act.method == "PUT" && !act.path.endsWith(u"/grant"))
            return; // an edit of the facts of a partner carries no reason
        QCOMPARE(requests.at(0).json().value(u"reason"_s).toString(), u"first"_s);
        QCOMPARE(requests.at(1).json().value(u"reason"_s).toString(), u"second"_s);
        QCOMPARE(requests.at(1).json().value(u"ticket"_s).toString(), u"SEC-1"_s);
    }

    /// What the table of limits does not allow is told at its field, without a request; mended, it is sent.
    void whatIsCertainlyRefusedIsNotSent_data() { acts(); }
    void whatIsCertainlyRefusedIsNotSent()
    {
        const Act act = make();
        if (act.method == "PUT" && !act.path.endsWith(u"/grant"))
            return; // an edit of the facts of a partner carries no ticket
        act.flow->setTicket(QString(81, u'x'));
        act.flow->submit();
        QCOMPARE(act.flow->state(), FlowState::Failed);
        QCOMPARE(sent(act).size(), 0);
        QCOMPARE(act.flow->error()->kind, client::ErrorKind::Validation);
        QCOMPARE(act.flow->error()->code(), ProblemCode::ValidationFailed);
        QCOMPARE(act.flow->error()->problem->errors.size(), 1);
        QCOMPARE(act.flow->error()->problem->errors.first().pointer, u"/ticket"_s);
        QCOMPARE(act.flow->error()->problem->errors.first().code, u"too_long"_s);
        act.flow->setTicket(QString(80, u'x'));
        m_fixture->transport.reply(act.method, act.path, act.after);
        act.flow->submit();
        ModelFixture::spin();
        QCOMPARE(act.flow->state(), FlowState::Done);
        QCOMPARE(sent(act).size(), 1);
    }

    /// The answer is lost; the feed speaks: what is so is done, and what is not so stays open.
    void theFeedSettlesEach_data() { acts(true); }
    void theFeedSettlesEach()
    {
        const Act act = make();
        m_fixture->transport.reply(act.method, act.path, act.after).hold();
        QSignalSpy done(act.flow.get(), &Flow::done);
        act.flow->submit();
        ModelFixture::spin();
        Q_EMIT m_fixture->feed.changed(changeAbout(act.kind, u"another"_s));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Audit, act.id));
        ModelFixture::spin();
        QCOMPARE(looks(act), 0);
        if (act.before.isEmpty())
            m_fixture->transport.problem("GET", act.object, 404, u"not_found"_s);
        else
            m_fixture->transport.reply("GET", act.object, act.before);
        Q_EMIT m_fixture->feed.changed(changeAbout(act.kind, act.id));
        ModelFixture::spin();
        QCOMPARE(act.flow->state(), FlowState::Working);
        m_fixture->transport.problem("GET", act.object, 500, u"internal"_s); // nothing is known
        Q_EMIT m_fixture->feed.reset();
        ModelFixture::spin();
        QCOMPARE(act.flow->state(), FlowState::Working);
        m_fixture->transport.reply("GET", act.object, act.after);
        Q_EMIT m_fixture->feed.changed(changeAbout(act.kind)); // any of them
        ModelFixture::spin();
        QCOMPARE(act.flow->state(), FlowState::Done);
        QCOMPARE(done.count(), 1);
        QCOMPARE(looks(act), 3);
        m_fixture->transport.release(); // too late
        Q_EMIT m_fixture->feed.changed(changeAbout(act.kind, act.id));
        ModelFixture::spin();
        QCOMPARE(done.count(), 1);
        QCOMPARE(looks(act), 3);
    }

    /// A credential that is no longer suspended works again only when it is in force.
    void whatIsNotInForceWasNotResumed_data()
    {
        QTest::addColumn<CredentialState>("state");
        QTest::addColumn<FlowState>("then");
        QTest::newRow("revoked") << CredentialState::Revoked << FlowState::Working;
        QTest::newRow("expired") << CredentialState::Expired << FlowState::Working;
        QTest::newRow("active") << CredentialState::Active << FlowState::Done;
        QTest::newRow("rotating") << CredentialState::Rotating << FlowState::Done;
    }
    void whatIsNotInForceWasNotResumed()
    {
        QFETCH(const CredentialState, state);
        QFETCH(const FlowState, then);
        const Act act = make(u"resume"_s);
        m_fixture->transport.reply(act.method, act.path, act.after).hold();
        m_fixture->transport.reply("GET", act.object, credentialAs(state));
        act.flow->submit();
        ModelFixture::spin();
        Q_EMIT m_fixture->feed.changed(changeAbout(act.kind, act.id));
        ModelFixture::spin();
        QCOMPARE(looks(act), 1);
        QCOMPARE(act.flow->state(), then);
    }

    /// The answer comes while somebody looks: it is done once.
    void anAnswerEndsTheLook()
    {
        const Act act = make(u"freeze"_s);
        m_fixture->transport.reply(act.method, act.path, act.after).hold();
        QSignalSpy done(act.flow.get(), &Flow::done);
        act.flow->submit();
        ModelFixture::spin();
        m_fixture->transport.reply("GET", act.object, act.after).hold();
        Q_EMIT m_fixture->feed.changed(changeAbout(act.kind, act.id));
        ModelFixture::spin();
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(act.flow->state(), FlowState::Done);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(done.count(), 1);
    }

    /// The end that a person chose is the end that is sent, until "now" is chosen, and only while it may be.
    void theEndOfAGraceIsWhatWasChosen()
    {
        const QDateTime now = m_fixture->clock.now();
        GraceFlow flow(m_fixture->credentials, m_fixture->feed, versioned(inGrace(now.addSecs(3600))));
        QVERIFY(!flow.endsNow());
        flow.setUntil(now);
        QVERIFY(flow.endsNow());
        flow.setEndNow();
        flow.setUntil(now.addSecs(7200)); // thought better of
        QVERIFY(!flow.endsNow());
        m_fixture->transport.problem("POST", credentialPath + u"/grace"_s, 422, u"validation_failed"_s)
            .hold();
        flow.submit();
        ModelFixture::spin();
        flow.setUntil(now.addSecs(60));
        flow.setEndNow();
        QVERIFY(!flow.endsNow()); // sent is sent
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.last().json().value(u"until"_s).toString(),
                 u"2026-03-02T12:00:00.000Z"_s);
        QCOMPARE(m_fixture->transport.last().header("If-Match"), QByteArray("\"2\""));
        m_fixture->transport.problem("POST", credentialPath + u"/grace"_s, 422, u"validation_failed"_s);
        flow.submit();
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.last().json().value(u"until"_s).toString(),
                 u"2026-03-02T12:00:00.000Z"_s);
        flow.setEndNow();
        m_fixture->clock.advance(5s);
        m_fixture->transport.reply("POST", credentialPath + u"/grace"_s, toJson(sampleCredential()));
        flow.submit();
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.last().json().value(u"until"_s).toString(),
                 u"2026-03-02T10:00:05.000Z"_s);
        QVERIFY(flow.result().has_value());
    }

    /// What is refused is refused, whatever a look says that comes later.
    void aLookThatComesTooLateSaysNothing()
    {
        FreezeFlow flow(m_fixture->partners, m_fixture->feed, versioned(samplePartner()),
                        FreezeFlow::Act::Freeze);
        Partner frozen = samplePartner();
        frozen.status = PartnerStatus::Frozen;
        m_fixture->transport.problem("POST", partnerPath + u"/freeze"_s, 422, u"validation_failed"_s).hold();
        m_fixture->transport.reply("GET", partnerPath, toJson(frozen)).hold();
        flow.submit();
        ModelFixture::spin();
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner, u"prt_0001"_s));
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.heldCount(), 2);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(flow.state(), FlowState::Failed);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(flow.state(), FlowState::Failed);
    }

    /// A receipt whose proof still runs is asked for again when the feed speaks of this credential, and of
    /// nothing else; one that is whole is left alone.
    void aReceiptIsFollowedUntilItIsWhole()
    {
        const QString receiptPath = credentialPath + u"/revocation"_s;
        RevocationReceipt receipt;
        receipt.credential = sampleCredential();
        receipt.credential.state = CredentialState::Revoked;
        receipt.effectiveAt = m_fixture->clock.now();
        receipt.proof.state = ProofOutcome::Running;
        RevokeFlow flow(m_fixture->credentials, m_fixture->feed, sampleCredential());
        m_fixture->transport.reply("POST", credentialPath + u"/revoke"_s, toJson(receipt));
        flow.submit();
        ModelFixture::spin();
        QCOMPARE(flow.state(), FlowState::Done);
        const auto asked = [&] { return m_fixture->transport.sentTo("GET", receiptPath).size(); };
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner, sampleCredential().id));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Credential, u"crd_other"_s));
        ModelFixture::spin();
        QCOMPARE(asked(), 0);
        m_fixture->transport.problem("GET", receiptPath, 500, u"internal"_s);
        Q_EMIT m_fixture->feed.reset();
        ModelFixture::spin();
        QCOMPARE(asked(), 1);
        QVERIFY(flow.receipt()->proof.state == ProofOutcome::Running);
        m_fixture->transport.reply("GET", receiptPath, toJson(receipt));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Credential));
        ModelFixture::spin();
        QCOMPARE(asked(), 2);
        QCOMPARE(m_fixture->clock.pending(), 1); // whatever becomes of the feed
        receipt.proof.state = ProofOutcome::Proven;
        receipt.durable = true;
        m_fixture->transport.reply("GET", receiptPath, toJson(receipt));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Credential, sampleCredential().id));
        ModelFixture::spin();
        QCOMPARE(m_fixture->clock.pending(), 0);
        Q_EMIT m_fixture->feed.reset();
        ModelFixture::spin();
        QCOMPARE(asked(), 3);
    }

    /// An undo is one step: it is not offered again, and not before something was saved.
    void anUndoIsOneStep()
    {
        EditPartnerFlow flow(m_fixture->partners, versioned(samplePartner()));
        flow.undo();
        QCOMPARE(flow.state(), FlowState::Editing);
        PartnerDraft draft = flow.draft();
        draft.owner = u"ops-2"_s;
        flow.setDraft(draft);
        Partner edited = samplePartner();
        edited.owner = u"ops-2"_s;
        m_fixture->transport.reply("PUT", partnerPath, toJson(edited), 200, "\"4\"");
        flow.submit();
        draft.owner = u"ops-3"_s;
        flow.setDraft(draft); // too late
        QCOMPARE(flow.draft().owner, u"ops-2"_s);
        ModelFixture::spin();
        QVERIFY(flow.canUndo());
        m_fixture->transport.problem("PUT", partnerPath, 500, u"internal"_s);
        flow.undo();
        ModelFixture::spin();
        QVERIFY(!flow.canUndo());
        m_fixture->transport.reply("PUT", partnerPath, toJson(samplePartner()), 200, "\"5\"").hold();
        flow.submit();
        Partner other = samplePartner();
        other.owner = u"ops-9"_s;
        flow.rebase({other, u"\"9\""_s}); // too late
        QCOMPARE(flow.partner().etag, u"\"4\""_s);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(flow.state(), FlowState::Done);
    }

    /// Somebody else was faster: the edit is made on top of theirs.
    void anEditGoesOnTopOfTheNewerState()
    {
        EditPartnerFlow flow(m_fixture->partners, versioned(samplePartner()));
        flow.rebase({samplePartner(), u"\"9\""_s});
        QCOMPARE(flow.partner().etag, u"\"9\""_s);
    }

    void whatIsEditedIsAllOfIt()
    {
        Partner partner = samplePartner();
        partner.timeZone = u"Europe/Berlin"_s;
        partner.dataCategories = {u"orders"_s};
        partner.tags = {u"key"_s};
        partner.notes = u"note"_s;
        partner.contacts = sampleDraft().contacts;
        partner.agreement = Agreement{};
        partner.agreement->version = u"1.0"_s;
        const QJsonObject whole = toJson(partner);
        const QJsonObject draft = toJson(draftOf(partner));
        for (auto it = draft.begin(); it != draft.end(); ++it) {
            if (it.key() != u"scopes") // of the grant
                QCOMPARE(it.value(), whole.value(it.key()));
        }
    }

private:
    static void acts(bool followed = false)
    {
        QTest::addColumn<QString>("act");
        for (const char *act : {"freeze", "unfreeze", "suspend", "resume", "revoke", "grace"})
            QTest::newRow(act) << QString::fromLatin1(act);
        if (followed)
            return;
        for (const char *act : {"promote", "edit", "grant"})
            QTest::newRow(act) << QString::fromLatin1(act);
    }
    static QJsonObject partnerAs(PartnerStatus status)
    {
        return with<Partner>(samplePartner(), [status](Partner &partner) { partner.status = status; });
    }
    static QJsonObject credentialAs(CredentialState state)
    {
        return with<Credential>(sampleCredential(), [state](Credential &each) { each.state = state; });
    }
    Act make()
    {
        QFETCH(const QString, act);
        return make(act);
    }
    Act make(const QString &act)
    {
        Act made;
        const Versioned<Partner> partner = versioned(samplePartner());
        const Versioned<Credential> credential = versioned(sampleCredential());
        made.method = "POST";
        if (act == u"freeze" || act == u"unfreeze") {
            const bool freezes = act == u"freeze";
            made.flow =
                std::make_unique<FreezeFlow>(m_fixture->partners, m_fixture->feed, partner,
                                             freezes ? FreezeFlow::Act::Freeze : FreezeFlow::Act::Unfreeze);
            made.object = partnerPath;
            made.before = partnerAs(freezes ? PartnerStatus::Active : PartnerStatus::Frozen);
            made.after = partnerAs(freezes ? PartnerStatus::Frozen : PartnerStatus::Active);
        } else if (act == u"suspend" || act == u"resume") {
            const bool suspends = act == u"suspend";
            made.flow = std::make_unique<SuspendFlow>(m_fixture->credentials, m_fixture->feed, credential,
                                                      suspends ? SuspendFlow::Act::Suspend
                                                               : SuspendFlow::Act::Resume);
            made.object = credentialPath;
            made.before = credentialAs(suspends ? CredentialState::Active : CredentialState::Suspended);
            made.after = credentialAs(suspends ? CredentialState::Suspended : CredentialState::Active);
        } else if (act == u"revoke") {
            made.flow =
                std::make_unique<RevokeFlow>(m_fixture->credentials, m_fixture->feed, credential.value);
            made.object = credentialPath + u"/revocation"_s;
            RevocationReceipt receipt;
            receipt.credential = sampleCredential();
            receipt.credential.state = CredentialState::Revoked;
            receipt.effectiveAt = m_fixture->clock.now();
            receipt.proof.state = ProofOutcome::Proven;
            made.after = toJson(receipt);
        } else if (act == u"grace") {
            const QDateTime until = m_fixture->clock.now().addSecs(7200);
            auto flow = std::make_unique<GraceFlow>(m_fixture->credentials, m_fixture->feed,
                                                    versioned(inGrace(m_fixture->clock.now().addSecs(3600))));
            flow->setUntil(until);
            made.flow = std::move(flow);
            made.object = credentialPath;
            made.before = toJson(inGrace(m_fixture->clock.now().addSecs(3600)));
            made.after = toJson(inGrace(until));
        } else if (act == u"promote") {
            made.flow = std::make_unique<PromoteFlow>(m_fixture->partners, partner, StageGates{});
            made.after = toJson(samplePartner());
        } else if (act == u"edit") {
            made.flow = std::make_unique<EditPartnerFlow>(m_fixture->partners, partner);
            made.method = "PUT";
            made.after = toJson(samplePartner());
        } else {
            GrantEdit edit;
            edit.planId = u"pln_standard"_s;
            made.flow = std::make_unique<SaveGrantFlow>(m_fixture->access, u"prt_0001"_s, edit, u"\"5\""_s);
            made.method = "PUT";
            made.after = toJson(sampleGrant());
        }
        const bool ofPartner = qobject_cast<FreezeFlow *>(made.flow.get()) || made.object.isEmpty();
        made.kind = ofPartner ? ChangeKind::Partner : ChangeKind::Credential;
        made.id = ofPartner ? u"prt_0001"_s : sampleCredential().id;
        made.path =
            (ofPartner ? partnerPath : credentialPath) + (act == u"edit" ? QString() : QString(u'/' + act));
        return made;
    }
    QList<SentRequest> sent(const Act &act) const
    {
        return m_fixture->transport.sentTo(act.method, act.path);
    }
    int looks(const Act &act) const { return int(m_fixture->transport.sentTo("GET", act.object).size()); }

    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestFlowRequests)
#include "tst_flow_requests.moc"
