// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "contract/crypto/random_source.h"
#include "contract/rules/body_check.h"
#include "contract/rules/list_line.h"
#include "models/access/save_networks_flow.h"
#include "models/catalogue/api_list_model.h"
#include "models/catalogue/catalogue_flows.h"
#include "models/catalogue/plan_flows.h"
#include "models/catalogue/scope_flows.h"
#include "models/catalogue/version_flows.h"
#include "models/credentials/credential_flows.h"
#include "models/credentials/issuing_flow.h"
#include "models/onboarding/onboard_draft.h"
#include "models/partners/partner_flows.h"
#include "platform/domain/field_check.h"
#include "tests/contract/api/openapi_spec.h"
#include "tests/contract/codec/codec_table.h"
#include "tests/models/model_fixture.h"
#include "tests/support/samples.h"
#include "tests/views/credentials/credential_fixture.h"
#include "tests/views/fields/chosen_fields.h"
#include "tests/views/fields/limit_edges.h"
#include "tests/views/themed_test.h"
#include "views/access/network_entry_dialog.h"
#include "views/access/override_form.h"
#include "views/access/waiver_form.h"
#include "views/catalogue/api_form.h"
#include "views/catalogue/rule_form.h"
#include "views/catalogue/version_form.h"
#include "views/credentials/grace_choice.h"
#include "views/credentials/issue_dialog.h"
#include "views/dialogs/reason_fields.h"
#include "views/observing/begin_dialog.h"
#include "views/partner/partner_page.h"
#include "views/partner_forms/step_form.h"
#include "views/scopes/plan_form.h"
#include "views/scopes/scope_form.h"
#include "views/seams/partner_places.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/field_words.h"
#include "views/widgets/line_input.h"
#include "views/widgets/number_input.h"
#include "views/widgets/text_input.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::test;
using namespace pc::views;
using models::OnboardStep;
using rules::FieldLimit;

namespace {

QString nameOf(const FieldLimit &limit)
{
    return QString::fromLatin1(limit.schema) + u'.' + QLatin1StringView(limit.member);
}

/// Where an input is, by its object name, and what it is a part of.
struct Place
{
    QWidget *inside;
    QString name;
};

} // namespace

/// Every row of rules::fieldLimits() at its edges, four ways: the service's check, the description, what the
/// flows judge, and the inputs of the real forms and dialogs take the same, and say the same of the rest.
class LimitsAgreeTest final : public QObject
{
    Q_OBJECT
public:
    explicit LimitsAgreeTest(ThemeController &) {}

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_shown = std::make_unique<CredentialFixture>();
        for (const OnboardStep step :
             {OnboardStep::Organisation, OnboardStep::Contacts, OnboardStep::Agreement,
              OnboardStep::LawfulBasis, OnboardStep::Sandbox})
            m_forms.insert(step, makeStepForm(step, m_shown->pages.context, m_shown->pages.catalogue));
        m_reason = std::make_unique<ReasonFields>(QStringList());
        m_api = std::make_unique<ApiForm>();
        m_rule = std::make_unique<RuleForm>();
        m_plan = std::make_unique<PlanForm>();
        m_scope = std::make_unique<ScopeForm>();
        m_grace = std::make_unique<GraceChoice>(true);
        QVERIFY(m_shown->pages.commands.run(u"partner.issue"_s));
        QTRY_VERIFY(m_shown->dialog<IssueDialog>());
        m_issue = m_shown->dialog<IssueDialog>();
        m_shown->page->showTab(u"access"_s);
        QTRY_VERIFY(m_shown->page->findChild<OverrideForm *>());
        m_override = m_shown->page->findChild<OverrideForm *>();
        const QString contact = toText(ContactKind::Security);
        const auto act = [this](const char *schema) {
            m_places.insert(QLatin1StringView(schema) + u".reason"_s, {m_reason.get(), u"reason"_s});
            m_places.insert(QLatin1StringView(schema) + u".ticket"_s, {m_reason.get(), u"ticket"_s});
        };
        for (const char *schema : {"ActRequest", "ApiDraft", "ApiVersionDraft", "GraceRequest", "GrantEdit",
                                   "IssueRequest", "NetworkRulesEdit", "ObservationDraft",
                                   "ObservationExtension", "PlanDraft", "RotateRequest", "ScopeDraft"})
            act(schema);
        const auto form = [this](const QString &row, OnboardStep step, const QString &name) {
            m_places.insert(row, {m_forms.value(step), name});
        };
        for (const QString &member :
             {u"name"_s, u"slug"_s, u"legal_name"_s, u"registration"_s, u"tags"_s, u"notes"_s})
            form(u"PartnerDraft."_s + member, OnboardStep::Organisation, member);
        for (const QString &member : {u"purpose"_s, u"retention_days"_s})
            form(u"PartnerDraft."_s + member, OnboardStep::LawfulBasis, member);
        for (const QString &member : {u"name"_s, u"email"_s, u"phone"_s, u"verified_with"_s})
            form(u"Contact."_s + member, OnboardStep::Contacts, contact + u'_' + member);
        for (const QString &member : {u"version"_s, u"file_sha256"_s, u"signatories"_s})
            form(u"Agreement."_s + member, OnboardStep::Agreement, u"agreement_"_s + member);
        m_shown->page->showTab(u"networks"_s);
        QTRY_VERIFY(m_shown->page->findChild<WaiverForm *>());
        m_places.insert(u"NetworkWaiver.reason"_s,
                        {m_shown->page->findChild<WaiverForm *>(), u"waiverReason"_s});
        m_line = new NetworkEntryDialog({}, m_shown->page->window());
        m_places.insert(u"NetworkEntry.network"_s, {m_line, u"entryNetwork"_s});
        m_places.insert(u"NetworkEntry.note"_s, {m_line, u"entryNote"_s});
        m_version = std::make_unique<VersionForm>(QString(), std::nullopt, [] { return QDateTime(); });
        const std::pair<QString, QString> versionFields[]{{u"path_prefix"_s, u"versionPath"_s},
                                                          {u"successor_url"_s, u"versionSuccessor"_s},
                                                          {u"guide_url"_s, u"versionGuide"_s},
                                                          {u"sentence"_s, u"versionSentence"_s}};
        for (const auto &[member, field] : versionFields)
            m_places.insert(u"ApiVersionDraft."_s + member, {m_version.get(), field});
        m_places.insert(u"PlanDraft.name"_s, {m_plan.get(), u"planName"_s});
        m_places.insert(u"PlanDraft.description"_s, {m_plan.get(), u"planDescription"_s});
        m_places.insert(u"ScopeDraft.title"_s, {m_scope.get(), u"scopeTitle"_s});
        m_places.insert(u"ScopeDraft.sentence"_s, {m_scope.get(), u"scopeSentence"_s});
        m_places.insert(u"ScopeDraft.data_categories"_s, {m_scope.get(), u"scopeCategories"_s});
        m_places.insert(u"ApiDraft.name"_s, {m_api.get(), u"apiName"_s});
        m_places.insert(u"ApiDraft.host"_s, {m_api.get(), u"apiHost"_s});
        m_places.insert(u"ApiDraft.base_path"_s, {m_api.get(), u"apiBasePath"_s});
        m_places.insert(u"ApiDraft.audience"_s, {m_api.get(), u"apiAudience"_s});
        m_models.transport.reply("GET", u"/apis"_s, pageOf(QList<Api>{})); // whose part it is of
        m_observe = new BeginObservationDialog(
            m_shown->pages.context, m_apis,
            new models::BeginObservationFlow(m_shown->pages.connection->observations()), {},
            m_shown->page->window());
        m_places.insert(u"ObservationDraft.target"_s, {m_observe, u"observedGateway"_s});
        m_places.insert(u"ObservationDraft.path_prefix"_s, {m_observe, u"observedPrefix"_s});
        m_places.insert(u"ScopeRule.prefix"_s, {m_rule.get(), u"rulePrefix"_s});
        m_places.insert(u"IssueRequest.name"_s, {m_issue, u"credentialName"_s});
        m_places.insert(u"Limits.daily_quota"_s, {m_override, u"quotaField"_s});
        m_places.insert(u"Limits.rate"_s, {m_override, u"rateField"_s});
        m_places.insert(u"Limits.burst"_s, {m_override, u"burstField"_s});
        m_places.insert(u"LimitOverride.reason"_s, {m_override, u"overrideReason"_s});
        m_places.insert(u"RotateRequest.grace_seconds"_s, {m_grace.get(), u"graceHours"_s});
    }
    void cleanupTestCase()
    {
        qDeleteAll(m_forms);
        m_reason.reset();
        m_api.reset();
        m_rule.reset();
        m_plan.reset();
        m_scope.reset();
        m_version.reset();
        m_grace.reset();
        m_shown.reset();
    }

    /// Nobody can add a field and forget its input: it is filled, or stands in the table with why it is not.
    void everyRowHasItsInput()
    {
        QSet<QString> rows;
        for (const FieldLimit &limit : rules::fieldLimits()) {
            const QString name = nameOf(limit);
            rows.insert(name);
            QVERIFY2(m_places.contains(name) != chosen().contains(name), qPrintable(name));
            if (m_places.contains(name))
                QVERIFY2(inputOf(name), qPrintable(name + u" has no input "_s + m_places.value(name).name));
        }
        for (const QString &name : QStringList(m_places.keys()) + QStringList(chosen().keys()))
            QVERIFY2(rows.contains(name), qPrintable(name));
        // The name of the first credential has the limit of every other.
        QVERIFY(m_forms.value(OnboardStep::Sandbox)->findChild<LineInput *>(u"sandbox_credential_name"_s));
        QCOMPARE(models::draftLimit(u"/sandbox/credential_name"_s), &rules::limit("IssueRequest", "name"));
    }

    void fourWays_data()
    {
        QTest::addColumn<const FieldLimit *>("limit");
        for (const FieldLimit &limit : rules::fieldLimits())
            QTest::newRow(qPrintable(nameOf(limit))) << &limit;
    }
    void fourWays()
    {
        QFETCH(const FieldLimit *, limit);
        const QString schema = QString::fromLatin1(limit->schema);
        const QString member = QString::fromLatin1(limit->member);
        const QJsonObject nested =
            limit->nested ? exampleOf(QString::fromLatin1(limit->nested)) : QJsonObject();
        for (const LimitEdge &edge : limitEdges(*limit, nested)) {
            QJsonObject body = exampleOf(schema);
            body.insert(member, edge.value);
            const QString at = u'/' + member;
            const auto said = [&](const char *who, const QString &code) {
                return u"%1, %2, by %3: %4"_s.arg(nameOf(*limit), edge.what, QLatin1StringView(who), code);
            };
            QCOMPARE(said("the service", byService(*limit, body, at)), said("the service", edge.code));
            QCOMPARE(said("the description",
                          m_spec.fault(m_spec.schema(schema), body).isEmpty() ? u"taken"_s : u"refused"_s),
                     said("the description", edge.code.isEmpty() ? u"taken"_s : u"refused"_s));
            const bool empty = edge.value == QJsonValue(QString()) || edge.value == QJsonValue(QJsonArray());
            // More than the service asks for belongs to an onboarding that is complete.
            if (!(empty && edge.code.isEmpty()))
                QCOMPARE(said("the flow", byModels(schema, body, at)), said("the flow", edge.code));
            // Whether something has to stand there is the form's to say.
            if (m_places.contains(nameOf(*limit)) && !empty)
                QCOMPARE(said("the input", byInput(*limit, edge)), said("the input", edge.code));
        }
    }

private:
    [[nodiscard]] FieldInput *inputOf(const QString &row) const
    {
        const Place place = m_places.value(row);
        return dynamic_cast<FieldInput *>(place.inside->findChild<QWidget *>(place.name));
    }

    static QString byService(const FieldLimit &limit, const QJsonObject &body, const QString &at)
    {
        platform::FieldCheck check;
        check.fields(limit.schema, rules::settledBody(limit.schema, body));
        for (const FieldError &error : check.errors())
            if (error.pointer == at || error.pointer.startsWith(at + u'/'))
                return error.code;
        return {};
    }

    /// What needs the world (that there is such a plan, say) is not of the limit.
    static QString codeAt(const QList<rules::FieldProblem> &problems, const QString &at)
    {
        using F = rules::FieldFault;
        for (const rules::FieldProblem &problem : problems) {
            const bool ofTheWorld = problem.fault == F::UnknownValue || problem.fault == F::NotGranted ||
                                    problem.fault == F::LawfulBasis || problem.fault == F::MissingContact;
            if ((problem.pointer == at || problem.pointer.startsWith(at + u'/')) && !ofTheWorld)
                return rules::codeOf(problem.fault);
        }
        return {};
    }

    static QString byModels(const QString &schema, const QJsonObject &body, const QString &at)
    {
        if (schema == u"IssueRequest") {
            const auto request = fromJson<IssueRequest>(QJsonValue(body));
            if (!request)
                return u"no request"_s;
            return codeAt(models::validateIssue(*request, request->scopes, request->expiresAt.addDays(-1)),
                          at);
        }
        if (schema == u"RotateRequest")
            return byRotation(body, at);
        if (schema == u"ApiDraft" || schema == u"ScopeRule")
            return byCatalogue(schema, body, at);
        if (schema.startsWith(u"Observation"_s))
            return byObserving(schema, body, at);
        if (schema == u"ApiVersionDraft")
            return byVersion(body, at);
        if (schema == u"PlanDraft" || schema == u"ScopeDraft")
            return byScopes(schema, body, at);
        if (schema == u"ActRequest" || schema == u"GraceRequest")
            return byAct(schema, body, at);
        if (schema == u"GrantEdit" || schema == u"LimitOverride" || schema == u"Limits" ||
            schema == u"ResourceRule")
            return byGrant(schema, body, at);
        if (schema.contains(u"Network"_s))
            return byNetworks(schema, body, at);
        QJsonObject draft = exampleOf(u"PartnerDraft"_s);
        QString where = at;
        if (schema == u"Contact") {
            draft.insert(u"contacts"_s, QJsonArray{body});
            where = u"/contacts/0"_s + at;
        } else if (schema == u"Agreement") {
            draft.insert(u"agreement"_s, body);
            where = u"/agreement"_s + at;
        } else {
            draft = body;
        }
        const auto partner = fromJson<PartnerDraft>(QJsonValue(draft));
        if (!partner)
            return u"no draft"_s;
        models::OnboardDraft onboard;
        onboard.partner = *partner;
        return codeAt(models::validateDraft(
                          onboard, {sampleScopes(), samplePlans(), QDate(2026, 3, 2), partner->contacts}),
                      where);
    }

    /// What a flow says of a request that it was to send; nothing when it has sent it.
    template <typename Flow>
    static QString toldBy(Flow &flow, const QString &at)
    {
        flow.submit();
        if (flow.state() == models::FlowState::Working)
            return {};
        QList<rules::FieldProblem> problems;
        for (const FieldError &error : flow.error()->problem->errors)
            problems.append(rules::fieldProblem(error));
        return codeAt(problems, at);
    }

    static QString byVersion(const QJsonObject &body, const QString &at)
    {
        ModelFixture fixture;
        fixture.transport.fault("POST", u"/apis/api_1/versions"_s, client::TransportFault::Unreachable)
            .always();
        const auto draft = fromJson<ApiVersionDraft>(QJsonValue(body));
        if (!draft)
            return u"no request"_s;
        models::SaveVersionFlow flow(fixture.versions, fixture.feed, u"api_1"_s, std::nullopt);
        flow.setDraft(*draft);
        flow.setReason(draft->reason);
        flow.setTicket(draft->ticket);
        return toldBy(flow, at);
    }

    template <typename Draft>
    static QString byDraft(auto &flow, const QJsonObject &body, const QString &at)
    {
        const auto draft = fromJson<Draft>(QJsonValue(body));
        if (!draft)
            return u"no request"_s;
        flow.setDraft(*draft);
        flow.setReason(draft->reason);
        flow.setTicket(draft->ticket);
        return toldBy(flow, at);
    }

    static QString byScopes(const QString &schema, const QJsonObject &body, const QString &at)
    {
        ModelFixture fixture;
        fixture.transport.fault("POST", u"/plans"_s, client::TransportFault::Unreachable).always();
        fixture.transport.fault("PUT", u"/scope"_s, client::TransportFault::Unreachable).always();
        if (schema == u"PlanDraft") {
            models::SavePlanFlow flow(fixture.plans, std::nullopt, {});
            return byDraft<PlanDraft>(flow, body, at);
        }
        Scope scope;
        scope.name = u"orders:read"_s;
        models::SaveScopeFlow flow(fixture.scopes, {scope, u"1"_s});
        return byDraft<ScopeDraft>(flow, body, at);
    }

    static QString byCatalogue(const QString &schema, const QJsonObject &body, const QString &at)
    {
        ModelFixture fixture;
        fixture.transport.fault("POST", u"/apis"_s, client::TransportFault::Unreachable).always();
        fixture.transport
            .fault("PUT", u"/apis/api_1/revisions/rev_1/rule"_s, client::TransportFault::Unreachable)
            .always();
        if (schema == u"ApiDraft") {
            const auto draft = fromJson<ApiDraft>(QJsonValue(body));
            if (!draft)
                return u"no request"_s;
            models::SaveApiFlow flow(fixture.catalogue, std::nullopt);
            flow.setDraft(*draft);
            flow.setReason(draft->reason);
            flow.setTicket(draft->ticket);
            return toldBy(flow, at);
        }
        const auto rule = fromJson<ScopeRule>(QJsonValue(body));
        if (!rule)
            return u"no request"_s;
        models::ScopeRuleFlow flow(fixture.catalogue, u"api_1"_s, u"rev_1"_s);
        flow.give(*rule);
        if (flow.state() == models::FlowState::Working)
            return {};
        QList<rules::FieldProblem> problems;
        for (const FieldError &error : flow.error()->problem->errors)
            problems.append(rules::fieldProblem(error));
        return codeAt(problems, at);
    }

    static QString byObserving(const QString &schema, const QJsonObject &body, const QString &at)
    {
        ModelFixture fixture;
        for (const QString &path : {u"/observations"_s, u"/observations/obs_1/extend"_s})
            fixture.transport.fault("POST", path, client::TransportFault::Unreachable).always();
        if (schema == u"ObservationExtension") {
            const auto extension = fromJson<ObservationExtension>(QJsonValue(body));
            if (!extension)
                return u"no request"_s;
            ObservationSummary observed;
            observed.observation.id = u"obs_1"_s;
            models::ExtendObservationFlow flow(fixture.observations, observed);
            flow.setUntil(extension->until);
            flow.setReason(extension->reason);
            flow.setTicket(extension->ticket);
            return toldBy(flow, at);
        }
        const auto draft = fromJson<ObservationDraft>(QJsonValue(body));
        if (!draft)
            return u"no request"_s;
        models::BeginObservationFlow flow(fixture.observations);
        flow.setDraft(*draft);
        flow.setReason(draft->reason);
        flow.setTicket(draft->ticket);
        return toldBy(flow, at);
    }

    static QString byAct(const QString &schema, const QJsonObject &body, const QString &at)
    {
        const auto act = fromJson<ActRequest>(
            QJsonObject{{u"reason"_s, body.value(u"reason"_s)}, {u"ticket"_s, body.value(u"ticket"_s)}});
        if (!act)
            return u"no request"_s;
        ModelFixture fixture;
        Versioned<Credential> credential{sampleCredential(), u"\"2\""_s};
        const QString path = u"/credentials/"_s + credential.value.id;
        for (const QString &sent : {u"/suspend"_s, u"/grace"_s})
            fixture.transport.fault("POST", path + sent, client::TransportFault::Unreachable).always();
        fixture.transport.fault("GET", path + u"/use"_s, client::TransportFault::Unreachable).always();
        std::unique_ptr<models::Flow> flow;
        if (schema == u"GraceRequest") {
            auto grace = std::make_unique<models::GraceFlow>(fixture.credentials, fixture.feed, credential);
            grace->setEndNow();
            flow = std::move(grace);
        } else {
            flow = std::make_unique<models::SuspendFlow>(fixture.credentials, fixture.feed, credential,
                                                         models::SuspendFlow::Act::Suspend);
        }
        flow->setReason(act->reason);
        flow->setTicket(act->ticket);
        return toldBy(*flow, at);
    }

    /// The number of this member, and the body with one there that can be read: the codec takes no negative
    /// ones, and a flow may be given them.
    static qint64 takeNumber(QJsonObject &body, const QString &member)
    {
        const qint64 number = body.value(member).toInteger();
        if (number < 0)
            body.insert(member, 0);
        return number;
    }

    static QString byRotation(QJsonObject body, const QString &at)
    {
        const qint64 grace = takeNumber(body, u"grace_seconds"_s);
        auto request = fromJson<RotateRequest>(QJsonValue(body));
        if (!request)
            return u"no request"_s;
        request->graceSeconds = grace;
        ModelFixture fixture;
        SystemRandom random;
        models::RotateFlow flow(fixture.credentials, random, {sampleCredential(), u"\"2\""_s});
        fixture.transport
            .fault("POST", u"/credentials/%1/rotate"_s.arg(sampleCredential().id),
                   client::TransportFault::Unreachable)
            .always();
        flow.setRequest(*request);
        return toldBy(flow, at);
    }

    static QString byGrant(const QString &schema, QJsonObject body, const QString &at)
    {
        const qint64 quota = takeNumber(body, u"daily_quota"_s);
        QJsonObject edit = exampleOf(u"GrantEdit"_s);
        QJsonObject deviation = exampleOf(u"LimitOverride"_s);
        QString where = at;
        if (schema == u"GrantEdit") {
            edit = body;
        } else if (schema == u"ResourceRule") {
            edit.insert(u"resources"_s, QJsonArray{body});
            where = u"/resources/0"_s + at;
        } else if (schema == u"Limits") {
            deviation.insert(u"limits"_s, body);
            edit.insert(u"limit_override"_s, deviation);
            where = u"/limit_override/limits"_s + at;
        } else {
            edit.insert(u"limit_override"_s, body);
            where = u"/limit_override"_s + at;
        }
        auto request = fromJson<GrantEdit>(QJsonValue(edit));
        if (!request)
            return u"no request"_s;
        if (schema == u"Limits")
            request->limitOverride->limits.dailyQuota = quota;
        ModelFixture fixture;
        fixture.transport.fault("PUT", u"/partners/prt_0001/grant"_s, client::TransportFault::Unreachable)
            .always();
        models::SaveGrantFlow flow(fixture.access, u"prt_0001"_s, *request, u"\"5\""_s);
        return toldBy(flow, where);
    }

    static QString byNetworks(const QString &schema, const QJsonObject &body, const QString &at)
    {
        QJsonObject edit = exampleOf(u"NetworkRulesEdit"_s);
        QString where = at;
        if (schema == u"NetworkRulesEdit") {
            edit = body;
        } else if (schema == u"NetworkWaiver") {
            edit.insert(u"waiver"_s, body);
            where = u"/waiver"_s + at;
        } else {
            const QString list = schema == u"NetworkEntry" ? u"sandbox"_s : u"credentials"_s;
            edit.insert(list, QJsonArray{body});
            where = u'/' + list + u"/0"_s + at;
        }
        const auto request = fromJson<NetworkRulesEdit>(QJsonValue(edit));
        if (!request)
            return u"no request"_s;
        ModelFixture fixture;
        client::NetworksClient networks(fixture.api);
        fixture.transport.fault("PUT", u"/partners/prt_0001/networks"_s, client::TransportFault::Unreachable)
            .always();
        models::SaveNetworksFlow flow(networks, u"prt_0001"_s, *request, u"\"5\""_s);
        return toldBy(flow, where);
    }

    /// The code whose words the input says.
    QString byInput(const FieldLimit &limit, const LimitEdge &edge) const
    {
        FieldInput *input = inputOf(nameOf(limit));
        QString typed = edge.value.toString();
        if (edge.value.isArray())
            typed = rules::listLine(edge.value.toVariant().toStringList());
        if (edge.value.isDouble())
            typed = QLocale().toString(edge.value.toDouble(), 'f', QLocale::FloatingPointShortest);
        if (auto *grace = dynamic_cast<GraceChoice *>(m_places.value(nameOf(limit)).inside)) {
            // In hours, of which the least is one: no grace at all is a choice of its own.
            if (edge.value.toDouble() < 3600)
                return edge.code;
            typed = QString::number(std::ceil(edge.value.toDouble() / 3600));
            grace->findChild<QWidget *>(m_places.value(nameOf(limit)).name)->setEnabled(true);
        }
        input->setUnreadText(typed);
        const QString said = input->fault();
        if (said.isEmpty())
            return {};
        const QString judged = limit.list ? edge.value[0].toString() : typed;
        for (const rules::FieldFaultRow &row : rules::fieldFaults()) {
            const QString words = row.fault == rules::FieldFault::TooLong ? tooLongText(limit, judged)
                                                                          : faultText(&limit, row.fault);
            if (!words.isEmpty() && said.endsWith(words))
                return QString::fromLatin1(row.code);
        }
        // A grace is told in hours.
        return edge.value.isDouble() && !edge.code.isEmpty() ? edge.code : said;
    }

    OpenApiSpec m_spec;
    std::unique_ptr<CredentialFixture> m_shown;
    QHash<OnboardStep, StepForm *> m_forms;
    std::unique_ptr<ReasonFields> m_reason;
    std::unique_ptr<ApiForm> m_api;
    std::unique_ptr<PlanForm> m_plan;
    std::unique_ptr<ScopeForm> m_scope;
    std::unique_ptr<RuleForm> m_rule;
    std::unique_ptr<VersionForm> m_version;
    std::unique_ptr<GraceChoice> m_grace;
    IssueDialog *m_issue = nullptr;
    OverrideForm *m_override = nullptr;
    NetworkEntryDialog *m_line = nullptr;
    ModelFixture m_models;
    models::ApiListModel m_apis{m_models.catalogue, m_models.feed};
    BeginObservationDialog *m_observe = nullptr;
    QHash<QString, Place> m_places; ///< by row
};

PC_THEMED_TEST_MAIN(LimitsAgreeTest)
#include "tst_limits_agree.moc"
