// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/qt_transport.h"
#include "client/local/local_platform.h"
#include "models/access/catalogue_model.h"
#include "models/access/grant_editor.h"
#include "models/access/save_networks_flow.h"
#include "models/audit/audit_event_model.h"
#include "models/audit/audit_list_model.h"
#include "models/credentials/credential_flows.h"
#include "models/credentials/credential_list_model.h"
#include "models/credentials/issuing_flow.h"
#include "models/onboarding/onboard_flow.h"
#include "models/partners/partner_flows.h"
#include "models/partners/partner_list_model.h"
#include "models/partners/partner_model.h"
#include "models/session/connection.h"
#include "models/usage/usage_model.h"
#include "tests/support/describe.h"
#include "tests/support/losing_transport.h"
#include "tests/support/samples.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The models and flows against the real partner-platform, over real HTTPS: the main job from end to end.
class TestPlatformLive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_platform = std::make_unique<client::LocalPlatform>(
            QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s, m_dir.filePath(u"data"_s));
        m_platform->start();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_platform->state() == client::LocalPlatform::State::Running || m_platform->error(), 30000);
        QVERIFY2(!m_platform->error(), m_platform->error() ? qPrintable(m_platform->error()->detail) : "");
        auto transport =
            client::QtTransport::make(m_platform->endpoint()->url, m_platform->endpoint()->caFile);
        QVERIFY(transport.has_value());
        auto losing = std::make_unique<LosingTransport>(std::move(*transport));
        m_losing = losing.get();
        m_connection = std::make_unique<Connection>(std::move(losing), m_platform->takeToken(), m_clock);
        m_connection->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->status().state, ConnectionState::Online, 15000);
        QTRY_VERIFY(m_connection->session());
        m_catalogue = std::make_unique<CatalogueModel>(m_connection->access(), m_connection->feed());
        m_catalogue->ensureLoaded();
        QTRY_COMPARE(m_catalogue->state(), LoadState::Ready);
        QVERIFY(!m_catalogue->scopes().isEmpty());
        QVERIFY(!m_catalogue->plans().isEmpty());
        m_partners = std::make_unique<PartnerListModel>(m_connection->partners(), m_connection->feed());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_partners.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_partners->setQuery({});
        QTRY_COMPARE(m_partners->state(), LoadState::Ready);
    }
    void cleanupTestCase()
    {
        m_tester.reset();
        m_partners.reset();
        m_catalogue.reset();
        m_connection.reset();
        m_platform.reset();
    }

    /// The answer to the creation is lost: one partner all the same, and the list shows it by the feed alone.
    void onboard()
    {
        OnboardFlow flow(m_connection->partners(), m_connection->feed(), *m_catalogue, m_clock,
                         m_dir.filePath(u"draft.json"_s));
        flow.setDraft(draft());
        QVERIFY2(flow.isComplete(),
                 flow.problems().isEmpty() ? "" : qPrintable(flow.problems().first().pointer));
        m_losing->loseNext(u"/partners"_s);
        flow.submit();
        QTRY_VERIFY_WITH_TIMEOUT(flow.state() == FlowState::Done || flow.state() == FlowState::Failed, 15000);
        QVERIFY2(flow.state() == FlowState::Done, flow.error() ? qPrintable(describe(*flow.error())) : "");
        m_partner = flow.result()->value;
        QCOMPARE(m_losing->lost(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_partners->rowCount(), 1, 15000);
        QCOMPARE(m_partners->idAt(0), m_partner.id);
        QCOMPARE(m_partner.stage, Stage::Sandbox);
    }

    void aSecondPartnerOfTheSameNameIsRefusedAtItsField()
    {
        OnboardFlow flow(m_connection->partners(), m_connection->feed(), *m_catalogue, m_clock, {});
        flow.setDraft(draft());
        flow.submit();
        QTRY_COMPARE_WITH_TIMEOUT(flow.state(), FlowState::Failed, 15000);
        QVERIFY(!flow.problemsOf(OnboardStep::Organisation).isEmpty());
        QCOMPARE(flow.problemsOf(OnboardStep::Organisation).first().fault, rules::FieldFault::Taken);
    }

    /// The connection breaks after the service committed the issue, and again after the acknowledgement:
    /// exactly one active credential, and the operator gets the secret.
    void issueWithRepliesLost()
    {
        IssueFlow flow(m_connection->credentials(), m_random, m_partner.id);
        IssueRequest request;
        request.name = u"first key"_s;
        request.realm = Realm::Sandbox;
        request.scopes = {scope()};
        request.owner = m_connection->session()->account;
        request.expiresAt = m_clock.now().addDays(90);
        flow.setRequest(request);
        m_losing->loseNext(u"/credentials"_s, 2);
        connect(&flow, &IssuingFlow::stateChanged, this, [&] {
            if (flow.state() == FlowState::Confirming)
                m_losing->loseNext(u"/ack"_s);
        });
        flow.submit();
        waitFor(flow);
        QCOMPARE(flow.state(), FlowState::Holding);
        QVERIFY(flow.secret().view().toByteArray().startsWith("pcx_cs_sbx_"));
        m_secret = flow.secret().clone();
        m_credential = *flow.credential();
        QCOMPARE(m_losing->lost(), 4);

        CredentialListModel model(m_connection->credentials(), m_connection->feed());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        CredentialQuery query;
        query.partnerId = m_partner.id;
        model.setQuery(query);
        QTRY_COMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.credentialAt(0).state, CredentialState::Active);
        QCOMPARE(model.credentialAt(0).generations.size(), 1);
        m_credential = model.credentialAt(0);
    }

    void rotateWithReplyLost()
    {
        RotateFlow flow(m_connection->credentials(), m_random, versioned(m_credential));
        m_losing->loseNext(u"/rotate"_s);
        flow.submit();
        waitFor(flow);
        QCOMPARE(flow.state(), FlowState::Holding);
        QCOMPARE(flow.generation(), 2);
        QVERIFY(!(flow.secret() == m_secret));
        m_credential = *flow.credential();
        QCOMPARE(m_credential.state, CredentialState::Rotating);
    }

    void graceIsExtended()
    {
        GraceFlow flow(m_connection->credentials(), m_connection->feed(), versioned(m_credential));
        QVERIFY(flow.olderGeneration());
        flow.setUntil(m_clock.now().addDays(2));
        flow.setReason(u"partner needs a day more"_s);
        flow.submit();
        waitFor(flow);
        m_credential = flow.result()->value;
    }

    void grantIsEditedAndAStaleEditIsShown()
    {
        PartnerModel partner(m_connection->partners(), m_connection->access(), m_connection->feed());
        partner.setPartnerId(m_partner.id);
        GrantEditor editor(partner, *m_catalogue, m_clock);
        QTRY_VERIFY(editor.isReady());
        LimitOverride limits;
        limits.limits = {1, 2, 50};
        limits.reason = u"pilot"_s;
        editor.setLimitOverride(limits);
        GrantEdit edit = editor.edit();
        edit.reason = u"pilot"_s;
        const QString seen = editor.baseEtag();
        SaveGrantFlow save(m_connection->access(), m_partner.id, edit, seen);
        save.submit();
        waitFor(save);
        QCOMPARE(save.result()->value.effective.dailyQuota, 50);
        SaveGrantFlow late(m_connection->access(), m_partner.id, edit, seen);
        late.submit();
        QTRY_COMPARE_WITH_TIMEOUT(late.state(), FlowState::Failed, 15000);
        QCOMPARE(late.error()->kind, client::ErrorKind::Stale);
        QVERIFY(late.current());
        QCOMPARE(late.current()->value.effective.dailyQuota, 50);
    }

    void revokeProvesItself()
    {
        RevokeFlow flow(m_connection->credentials(), m_connection->feed(), m_credential);
        QTRY_COMPARE(flow.facts().state(), LoadState::Ready);
        QTRY_VERIFY_WITH_TIMEOUT(!flow.isProbing(), 15000);
        QVERIFY(flow.probe() && flow.probe()->probes.constFirst().accepted);
        flow.setReason(u"end of the pilot"_s);
        m_losing->loseNext(u"/revoke"_s);
        flow.submit();
        waitFor(flow);
        QCOMPARE(flow.receipt()->credential.state, CredentialState::Revoked);
        QVERIFY(flow.receipt()->durable);
        QTRY_COMPARE_WITH_TIMEOUT(flow.receipt()->proof.state, ProofOutcome::Proven, 15000);
        const PointProof &point = flow.receipt()->proof.points.constFirst();
        QVERIFY(point.before->accepted);
        QVERIFY(!point.after->accepted);
    }

    /// Sandbox to limited production: refused gate by gate until the partner has agreed, was called back,
    /// and has made its first calls.
    void promotionWaitsForItsGates()
    {
        OnboardFlow onboarding(m_connection->partners(), m_connection->feed(), *m_catalogue, m_clock, {});
        OnboardDraft wanted = draft();
        wanted.partner.name = u"Borealis"_s;
        wanted.partner.slug = u"borealis"_s;
        wanted.partner.scopes = {u"orders:read"_s};
        onboarding.setDraft(wanted);
        onboarding.submit();
        QTRY_VERIFY_WITH_TIMEOUT(
            onboarding.state() == FlowState::Done || onboarding.state() == FlowState::Failed, 15000);
        QVERIFY2(onboarding.state() == FlowState::Done,
                 onboarding.error() ? qPrintable(describe(*onboarding.error())) : "");
        const QString id = onboarding.result()->value.id;
        PartnerModel model(m_connection->partners(), m_connection->access(), m_connection->feed());
        model.setPartnerId(id);
        QTRY_VERIFY(model.partner() && model.gates());
        QCOMPARE(model.gates()->next, Stage::Limited);
        const Versioned<Partner> early = *model.partner();

        PromoteFlow refused(m_connection->partners(), early, *model.gates());
        QVERIFY(!refused.isOpen());
        refused.setReason(u"pilot"_s);
        refused.submit();
        QTRY_VERIFY_WITH_TIMEOUT(!refused.isBusy(), 15000);
        QCOMPARE(refused.state(), FlowState::Failed);
        QCOMPARE(refused.error()->kind, client::ErrorKind::Conflict);
        QCOMPARE(refused.error()->code(), ProblemCode::GatesOpen);
        QCOMPARE(shut(*model.gates()),
                 (QStringList{u"agreement"_s, u"technical_contact"_s, u"security_contact"_s, u"networks"_s,
                              u"credential"_s, u"sandbox_traffic"_s}));

        EditPartnerFlow edit(m_connection->partners(), early);
        PartnerDraft agreed = edit.draft();
        Agreement agreement;
        agreement.version = u"1.0"_s;
        agreement.fileSha256 = QString(64, u'a');
        agreement.signatories = {u"Contact"_s};
        agreement.signedOn = m_clock.now().date().addDays(-1);
        agreement.validUntil = m_clock.now().date().addDays(365);
        agreed.agreement = agreement;
        for (Contact &contact : agreed.contacts) {
            contact.phone = u"+00 555 0100"_s;
            contact.verifiedAt = m_clock.now();
        }
        edit.setDraft(agreed);
        edit.submit();
        waitFor(edit);
        NetworkRulesEdit networks;
        networks.waiver = NetworkWaiver{m_clock.now().addDays(10), u"Their provider moves"_s};
        SaveNetworksFlow waive(m_connection->networks(), id, networks, u"\"0\""_s);
        waive.setReason(u"pilot"_s);
        waive.submit();
        waitFor(waive);
        IssueFlow issue(m_connection->credentials(), m_random, id);
        IssueRequest request;
        request.name = u"pilot key"_s;
        request.realm = Realm::Sandbox;
        request.scopes = {u"orders:read"_s};
        request.owner = m_connection->session()->account;
        request.expiresAt = m_clock.now().addDays(90);
        issue.setRequest(request);
        issue.submit();
        waitFor(issue);
        // The feed alone brings the page up to date: the edit, the credential, and then the partner's calls.
        QTRY_COMPARE_WITH_TIMEOUT(shut(*model.gates()), QStringList{u"sandbox_traffic"_s}, 15000);
        const QByteArray token = partnerToken(issue.credential()->id, issue.secret());
        QVERIFY(!token.isEmpty());
        for (int i = 0; i < 10; ++i)
            QCOMPARE(partnerCall(token), 200);
        QTRY_COMPARE_WITH_TIMEOUT(shut(*model.gates()), QStringList(), 30000);

        // Who still looks at the partner as it was before the edit is told, and nothing happens.
        PromoteFlow late(m_connection->partners(), early, *model.gates());
        QVERIFY(late.isOpen());
        late.setReason(u"pilot"_s);
        late.submit();
        QTRY_VERIFY_WITH_TIMEOUT(!late.isBusy(), 15000);
        QCOMPARE(late.state(), FlowState::Failed);
        QCOMPARE(late.error()->kind, client::ErrorKind::Stale);
        QCOMPARE(model.partner()->value.stage, Stage::Sandbox);

        QTRY_COMPARE_WITH_TIMEOUT(model.partner()->etag, edit.partner().etag, 15000);
        PromoteFlow promote(m_connection->partners(), *model.partner(), *model.gates());
        promote.setReason(u"pilot went well"_s);
        const int lost = m_losing->lost();
        m_losing->loseNext(u"/promote"_s); // one step all the same
        promote.submit();
        waitFor(promote);
        QCOMPARE(m_losing->lost(), lost + 1);
        QCOMPARE(promote.result()->value.stage, Stage::Limited);
        QTRY_COMPARE_WITH_TIMEOUT(model.partner()->value.stage, Stage::Limited, 15000);
        QTRY_COMPARE_WITH_TIMEOUT(model.gates()->next, Stage::Production, 15000);
        QVERIFY(shut(*model.gates()).contains(u"limited_days"_s));
        PromoteFlow further(m_connection->partners(), *promote.result(), *model.gates());
        QVERIFY(!further.isOpen());
        further.setReason(u"in a hurry"_s);
        further.submit();
        QTRY_VERIFY_WITH_TIMEOUT(!further.isBusy(), 15000);
        QCOMPARE(further.state(), FlowState::Failed);
        QCOMPARE(further.error()->code(), ProblemCode::GatesOpen);
    }

    void freezeAndUnfreeze()
    {
        FreezeFlow freeze(m_connection->partners(), m_connection->feed(), versioned(m_partner),
                          FreezeFlow::Act::Freeze);
        freeze.setReason(u"drill"_s);
        freeze.submit();
        waitFor(freeze);
        QCOMPARE(freeze.result()->value.status, PartnerStatus::Frozen);
        FreezeFlow unfreeze(m_connection->partners(), m_connection->feed(), *freeze.result(),
                            FreezeFlow::Act::Unfreeze);
        unfreeze.setReason(u"drill over"_s);
        unfreeze.submit();
        waitFor(unfreeze);
        QCOMPARE(unfreeze.result()->value.status, PartnerStatus::Active);
    }

    /// Everything above is in the log, and the log verifies here.
    void theLogHasItAllAndVerifies()
    {
        AuditListModel model(m_connection->audit(), m_connection->feed());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        AuditQuery query;
        query.partnerId = m_partner.id;
        model.setQuery(query);
        QTRY_VERIFY(!model.isBusy());
        QVERIFY2(model.state() == LoadState::Ready,
                 model.error() ? qPrintable(describe(*model.error())) : "");
        QMap<QString, int> actions;
        for (int row = 0; row < model.rowCount(); ++row)
            ++actions[model.eventAt(row).action];
        for (const QString &action :
             {u"partner.create"_s, u"credential.issue"_s, u"credential.rotate"_s, u"credential.grace"_s,
              u"grant.edit"_s, u"credential.revoke"_s, u"partner.freeze"_s, u"partner.unfreeze"_s})
            QVERIFY2(actions.value(action) == 1,
                     qPrintable(u"%1: %2"_s.arg(action).arg(actions.value(action))));

        AuditIntegrity integrity(m_connection->audit(), m_clock, m_dir.filePath(u"checkpoint.json"_s));
        integrity.checkFresh();
        QTRY_VERIFY(integrity.state() != IntegrityState::Checking);
        QCOMPARE(integrity.state(), IntegrityState::Intact);
        AuditEventModel event(m_connection->audit(), integrity, m_clock);
        event.setEventId(model.idAt(0));
        QTRY_COMPARE(event.state(), LoadState::Ready);
        event.verify();
        QTRY_VERIFY(event.proof() != EventProof::Checking);
        QCOMPARE(event.proof(), EventProof::Proven);
    }

    void usageAndCallsAnswer()
    {
        UsageModel usage(m_connection->usage(), m_connection->feed());
        for (const auto range :
             {UsageModel::Range::LastHour, UsageModel::Range::Last7Days, UsageModel::Range::Last90Days}) {
            usage.setRange(range);
            usage.setPartnerId(m_partner.id);
            usage.refresh();
            QTRY_VERIFY(!usage.isRefreshing());
            QVERIFY2(usage.state() == LoadState::Ready,
                     usage.error() ? qPrintable(describe(*usage.error())) : "");
        }
        QTRY_VERIFY(usage.quota());
        for (const auto by :
             {Breakdown::Route, Breakdown::Credential, Breakdown::Generation, Breakdown::Source}) {
            usage.setBreakdown(by);
            QTRY_VERIFY(!usage.isRefreshing());
            QVERIFY2(usage.state() == LoadState::Ready,
                     usage.error() ? qPrintable(describe(*usage.error())) : "");
        }
        std::optional<client::Result<Page<CallRecord>>> calls;
        CallQuery query;
        query.filter.set(CallField::Partner, {m_partner.id});
        query.filter.set(CallField::Outcome, {toText(Outcome::Refused), toText(Outcome::Throttled)});
        query.filter.from = m_clock.now().addDays(-1);
        const client::Call call =
            m_connection->calls().list(query, this, [&](auto result) { calls = result; });
        QTRY_VERIFY(calls);
        QVERIFY2(calls->has_value(), calls->has_value() ? "" : qPrintable(describe(calls->error())));
    }

    void theAuditStreamHasEveryLeaf()
    {
        QList<AuditRecord> records;
        std::optional<client::Result<qint64>> count;
        const client::Call call = m_connection->audit().stream(
            0, this, [&](const QList<AuditRecord> &batch) { records += batch; },
            [&](client::Result<qint64> result) { count = std::move(result); });
        QTRY_VERIFY(count);
        QVERIFY2(count->has_value(), count->has_value() ? "" : qPrintable(describe(count->error())));
        QCOMPARE(records.size(), **count);
        for (int i = 0; i < int(records.size()); ++i)
            QCOMPARE(records.at(i).event.index, i);
    }

    void everyFilterAndOrderIsUnderstood()
    {
        PartnerListModel model(m_connection->partners(), m_connection->feed());
        PartnerQuery query;
        query.text = u"acme"_s;
        query.stages = {Stage::Sandbox, Stage::Limited};
        query.statuses = {PartnerStatus::Active, PartnerStatus::Frozen};
        query.owner = m_partner.owner;
        model.setQuery(query);
        QTRY_VERIFY(!model.isBusy());
        QVERIFY2(model.state() == LoadState::Ready,
                 model.error() ? qPrintable(describe(*model.error())) : "");
        QCOMPARE(model.rowCount(), 1);
        for (int column = 0; column < PartnerListModel::ColumnCount; ++column) {
            for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
                model.sort(column, order);
                QTRY_VERIFY(!model.isBusy());
                QVERIFY2(model.state() == LoadState::Ready, qPrintable(model.query().sort));
            }
        }
        CredentialListModel credentials(m_connection->credentials(), m_connection->feed());
        CredentialQuery filter;
        filter.text = u"first"_s;
        filter.states = {CredentialState::Revoked};
        filter.kinds = {CredentialKind::ClientSecret};
        filter.realms = {Realm::Sandbox};
        credentials.setQuery(filter);
        QTRY_VERIFY(!credentials.isBusy());
        QCOMPARE(credentials.rowCount(), 1);
        for (int column = 0; column < CredentialListModel::ColumnCount; ++column) {
            credentials.sort(column, Qt::DescendingOrder);
            QTRY_VERIFY(!credentials.isBusy());
            QVERIFY2(credentials.state() == LoadState::Ready, qPrintable(credentials.query().sort));
        }
    }

    void theSessionIsRenewedAndEnded()
    {
        const Secret before = m_connection->cloneToken();
        bool renewed = false;
        std::optional<client::Result<client::FreshToken>> fresh;
        const client::Call call =
            m_connection->sessions().renew(this, [&](client::Result<client::FreshToken> result) {
                renewed = result.has_value();
                fresh.emplace(std::move(result));
            });
        QTRY_VERIFY(fresh);
        QVERIFY2(renewed, renewed ? "" : qPrintable(describe(fresh->error())));
        QVERIFY(!((*fresh)->token == before));
        m_connection->signInAgain(std::move((*fresh)->token));
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Online);
        m_connection->endSession();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::SessionEnded);
    }

private:
    static QStringList shut(const StageGates &gates)
    {
        QStringList ids;
        for (const Gate &gate : gates.gates) {
            if (!gate.passed)
                ids.append(gate.id);
        }
        return ids;
    }
    /// The partner's own side: an access token for its credential.
    QByteArray partnerToken(const QString &credentialId, const Secret &secret)
    {
        client::HttpRequest request;
        request.method = "POST";
        request.path = QUrl(m_connection->session()->tokenEndpoint).path();
        request.headers = {
            {"Content-Type", "application/x-www-form-urlencoded"},
            {"Authorization",
             "Basic " + QByteArray(credentialId.toLatin1() + ':' + secret.view().toByteArray()).toBase64()}};
        request.body = "grant_type=client_credentials";
        request.write = true;
        const client::HttpResponse answer = exchange(std::move(request));
        const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
        return object.value(u"access_token"_s).toString().toLatin1();
    }
    /// And a call with it; the status.
    int partnerCall(const QByteArray &token)
    {
        client::HttpRequest request;
        request.method = "GET";
        request.path = QUrl(m_connection->session()->apiBase).path() + u"/orders"_s;
        request.bearer = Secret::copyOf(token);
        return exchange(std::move(request)).status;
    }
    client::HttpResponse exchange(client::HttpRequest request)
    {
        const auto transport =
            client::QtTransport::make(m_platform->endpoint()->url, m_platform->endpoint()->caFile);
        std::optional<client::TransportResult> answer;
        const auto running = (*transport)->send(std::move(request), [&](client::TransportResult result) {
            answer = std::move(result);
        });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 10000);
        return answer && *answer ? **answer : client::HttpResponse();
    }
    void waitFor(const IssuingFlow &flow)
    {
        QTRY_VERIFY_WITH_TIMEOUT(flow.state() == FlowState::Holding || flow.state() == FlowState::Failed ||
                                     flow.state() == FlowState::Gone ||
                                     flow.state() == FlowState::OutcomeUnknown,
                                 20000);
        QVERIFY2(flow.state() == FlowState::Holding, flow.error() ? qPrintable(describe(*flow.error())) : "");
    }
    void waitFor(const Flow &flow)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!flow.isBusy(), 20000);
        QVERIFY2(flow.state() == FlowState::Done, flow.error() ? qPrintable(describe(*flow.error())) : "");
    }
    /// A scope that no lawful basis is asked for.
    QString scope() const
    {
        for (const Scope &candidate : m_catalogue->scopes()) {
            if (candidate.lawfulBases.isEmpty() || candidate.lawfulBases.contains(LawfulBasis::Contract))
                return candidate.name;
        }
        return {};
    }
    OnboardDraft draft() const
    {
        OnboardDraft draft;
        draft.partner = sampleDraft();
        draft.partner.owner = m_connection->session()->account;
        draft.partner.planId = m_catalogue->plans().first().id;
        draft.partner.scopes = {scope()};
        for (const Scope &each : m_catalogue->scopes()) { // the agreement names the data of what is used here
            if (each.name == scope() || each.name == u"orders:read"_s)
                draft.partner.dataCategories += each.dataCategories;
        }
        draft.partner.dataCategories.removeDuplicates();
        draft.sandbox.credentialName = u"sandbox"_s;
        return draft;
    }

    QTemporaryDir m_dir;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<client::LocalPlatform> m_platform;
    LosingTransport *m_losing = nullptr; ///< owned by the connection
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<CatalogueModel> m_catalogue;
    std::unique_ptr<PartnerListModel> m_partners;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Partner m_partner;
    Credential m_credential;
    Secret m_secret;
};

QTEST_GUILESS_MAIN(TestPlatformLive)
#include "tst_platform_live.moc"
