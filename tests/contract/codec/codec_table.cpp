// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/codec/codec_table.h"

#include <QFile>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
CodecRow row(const QString &schema)
{
    return {schema, [](const QJsonValue &json) -> Decoded<QJsonObject> {
                const auto value = fromJson<T>(json);
                if (!value)
                    return tl::make_unexpected(value.error());
                return toJson(*value);
            }};
}

template <typename T>
CodecRow pageRow(const QString &schema)
{
    return {schema, [](const QJsonValue &json) -> Decoded<QJsonObject> {
                const auto page = pageFromJson<T>(json);
                if (!page)
                    return tl::make_unexpected(page.error());
                return toJson(*page);
            }};
}

} // namespace

const QList<CodecRow> &codecTable()
{
    static const QList<CodecRow> table{
        row<Problem>(u"Problem"_s),
        row<Contact>(u"Contact"_s),
        row<Agreement>(u"Agreement"_s),
        row<PartnerSummary>(u"PartnerSummary"_s),
        row<Partner>(u"Partner"_s),
        row<PartnerDraft>(u"PartnerDraft"_s),
        row<StageGates>(u"StageGates"_s),
        row<Generation>(u"Generation"_s),
        row<Credential>(u"Credential"_s),
        row<IssueRequest>(u"IssueRequest"_s),
        row<RotateRequest>(u"RotateRequest"_s),
        row<SealedIssue>(u"SealedIssue"_s),
        row<AckRequest>(u"AckRequest"_s),
        row<ActRequest>(u"ActRequest"_s),
        row<GraceRequest>(u"GraceRequest"_s),
        row<ProbeReport>(u"ProbeReport"_s),
        row<RevocationReceipt>(u"RevocationReceipt"_s),
        row<CredentialUse>(u"CredentialUse"_s),
        row<ImportReport>(u"ImportReport"_s),
        row<LegacyKeyReport>(u"LegacyKeyReport"_s),
        row<Scope>(u"Scope"_s),
        row<Route>(u"Route"_s),
        row<Limits>(u"Limits"_s),
        row<Plan>(u"Plan"_s),
        row<Grant>(u"Grant"_s),
        row<GrantEdit>(u"GrantEdit"_s),
        row<ScopeCaller>(u"ScopeCaller"_s),
        row<ScopeUse>(u"ScopeUse"_s),
        row<ScopeDraft>(u"ScopeDraft"_s),
        row<ScopeMisfit>(u"ScopeMisfit"_s),
        row<ScopeEffect>(u"ScopeEffect"_s),
        row<ScopeFigures>(u"ScopeFigures"_s),
        row<ScopeHolder>(u"ScopeHolder"_s),
        row<PlanDraft>(u"PlanDraft"_s),
        row<PlanEffectLine>(u"PlanEffectLine"_s),
        row<PlanEffect>(u"PlanEffect"_s),
        row<Api>(u"Api"_s),
        row<ApiDraft>(u"ApiDraft"_s),
        row<ScopeRule>(u"ScopeRule"_s),
        row<CatalogueRevision>(u"CatalogueRevision"_s),
        row<RevisionReview>(u"RevisionReview"_s),
        row<RouteChange>(u"RouteChange"_s),
        row<Observation>(u"Observation"_s),
        row<ObservationDraft>(u"ObservationDraft"_s),
        row<ObservationExtension>(u"ObservationExtension"_s),
        row<ObservationSummary>(u"ObservationSummary"_s),
        row<ObservationReport>(u"ObservationReport"_s),
        row<NetworkEntry>(u"NetworkEntry"_s),
        row<NetworkRules>(u"NetworkRules"_s),
        row<NetworkRulesEdit>(u"NetworkRulesEdit"_s),
        row<SourceSeen>(u"SourceSeen"_s),
        row<ApiVersion>(u"ApiVersion"_s),
        row<ApiVersionDraft>(u"ApiVersionDraft"_s),
        row<VersionUse>(u"VersionUse"_s),
        row<UsageSeries>(u"UsageSeries"_s),
        row<QuotaState>(u"QuotaState"_s),
        row<CallRecord>(u"CallRecord"_s),
        row<CallFilter>(u"CallFilter"_s),
        row<CallFacet>(u"CallFacet"_s),
        row<TimeHistogram>(u"TimeHistogram"_s),
        row<GatewayLine>(u"GatewayLine"_s),
        row<CallExplanation>(u"CallExplanation"_s),
        row<RefusalsOfEvent>(u"RefusalsOfEvent"_s),
        row<AuditEvent>(u"AuditEvent"_s),
        row<AuditRecord>(u"AuditRecord"_s),
        row<AuditFilter>(u"AuditFilter"_s),
        row<EvidenceManifest>(u"EvidenceManifest"_s),
        row<EvidenceGap>(u"EvidenceGap"_s),
        row<EvidenceEnd>(u"EvidenceEnd"_s),
        row<EvidenceLine>(u"EvidenceLine"_s),
        row<Checkpoint>(u"Checkpoint"_s),
        row<InclusionProof>(u"InclusionProof"_s),
        row<ConsistencyProof>(u"ConsistencyProof"_s),
        row<Session>(u"Session"_s),
        row<RenewedSession>(u"RenewedSession"_s),
        row<Operator>(u"Operator"_s),
        row<Change>(u"Change"_s),
        row<Changes>(u"Changes"_s),
        row<Job>(u"Job"_s),
        row<JobStart>(u"JobStart"_s),
        row<PartnerPack>(u"PartnerPack"_s),
        pageRow<Operator>(u"OperatorPage"_s),
        pageRow<Partner>(u"PartnerPage"_s),
        pageRow<Credential>(u"CredentialPage"_s),
        pageRow<Scope>(u"ScopePage"_s),
        pageRow<ScopeFigures>(u"ScopeFiguresPage"_s),
        pageRow<ScopeHolder>(u"ScopeHolderPage"_s),
        pageRow<Route>(u"RoutePage"_s),
        pageRow<Plan>(u"PlanPage"_s),
        pageRow<ScopeUse>(u"ScopeUsePage"_s),
        pageRow<SourceSeen>(u"SourceSeenPage"_s),
        pageRow<CallRecord>(u"CallRecordPage"_s),
        pageRow<GatewayLine>(u"GatewayLinePage"_s),
        pageRow<AuditEvent>(u"AuditEventPage"_s),
        pageRow<Job>(u"JobPage"_s),
        pageRow<Api>(u"ApiPage"_s),
        pageRow<CatalogueRevision>(u"CatalogueRevisionPage"_s),
        pageRow<RouteChange>(u"RouteChangePage"_s),
        pageRow<ObservationSummary>(u"ObservationPage"_s),
        pageRow<ApiVersion>(u"ApiVersionPage"_s),
    };
    return table;
}

QString examplePath(const QString &schema)
{
    QString name;
    for (const QChar c : schema) {
        if (c.isUpper() && !name.isEmpty())
            name += u'_';
        name += c.toLower();
    }
    return QStringLiteral(PC_SOURCE_DIR "/contract/examples/") + name + u".json"_s;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

QJsonObject exampleOf(const QString &schema)
{
    const auto object = parseObject(readFile(examplePath(schema)));
    if (!object)
        qFatal("the example of %s is not a JSON object", qPrintable(schema));
    return *object;
}
