// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/model_fixture.h"

/// The models of one object, and what the service answers to each.
namespace pc::test {

using namespace Qt::StringLiterals;

inline const QString partnerPath = u"/partners/prt_0001"_s;
inline const QDateTime someTime({2026, 3, 1}, {9, 30}, Qt::UTC);

enum class Subject { Partner, Catalogue, ScopeUse, CredentialUse, Usage, AuditEvent, Jobs, Operators };

/// One answer of the service; the first one of a model is the one that its state speaks of.
struct Part
{
    QString path;
    QJsonObject answer;
};

[[nodiscard]] inline Route sampleRoute()
{
    Route route;
    route.id = u"rte_orders"_s;
    route.method = u"GET"_s;
    route.pathTemplate = u"/api/v1/orders"_s;
    route.scope = u"orders:read"_s;
    route.title = u"List orders"_s;
    return route;
}

[[nodiscard]] inline pc::CredentialUse sampleUse()
{
    pc::CredentialUse use;
    use.credentialId = sampleCredential().id;
    use.sources = {{2, u"203.0.113.5"_s, u"erp/2"_s, someTime, someTime.addSecs(600), 40},
                   {1, u"203.0.113.5"_s, u"erp/1"_s, someTime, someTime.addSecs(60), 2},
                   {1, u"203.0.113.9"_s, u"erp/1"_s, someTime, someTime.addSecs(90), 3}};
    use.liveTokens = 4;
    return use;
}

[[nodiscard]] inline QuotaState sampleQuota()
{
    QuotaState quota;
    quota.partnerId = u"prt_0001"_s;
    quota.used = 5;
    quota.quota = 1000;
    quota.resetsAt = someTime;
    return quota;
}

[[nodiscard]] inline UsageSeries sampleSeries()
{
    UsageSeries series;
    series.from = someTime;
    series.to = someTime.addSecs(7200);
    series.bucket = Bucket::Hour;
    series.lines = {{u"served"_s, u"served"_s, {3, 4}, 7}};
    return series;
}

[[nodiscard]] inline StageGates shutGates()
{
    return {Stage::Production,
            {{u"agreement"_s, u"Agreement in force"_s, false, u"It ended."_s, u"agreement"_s,
              GateKind::Agreement, GateFault::AgreementEnded}}};
}

[[nodiscard]] inline Job runningJob()
{
    Job job;
    job.id = u"job_1"_s;
    job.kind = JobKind::AuditVerify;
    job.state = JobState::Running;
    job.unit = JobUnit::Events;
    job.startedBy = u"ops-1"_s;
    job.startedAt = someTime;
    return job;
}

[[nodiscard]] inline QList<Part> partsOf(Subject subject)
{
    switch (subject) {
    case Subject::Partner:
        return {{partnerPath, toJson(samplePartner())},
                {partnerPath + u"/gates"_s, toJson(shutGates())},
                {partnerPath + u"/grant"_s, toJson(sampleGrant())}};
    case Subject::Catalogue:
        return {{u"/scopes"_s, pageOf(sampleScopes())},
                {u"/plans"_s, pageOf(samplePlans())},
                {u"/routes"_s, pageOf(QList<Route>{sampleRoute()})}};
    case Subject::ScopeUse:
        return {{partnerPath + u"/scope-use"_s, pageOf(QList<ScopeUse>{{u"orders:read"_s, 12, someTime}})}};
    case Subject::CredentialUse:
        return {{u"/credentials/%1/use"_s.arg(sampleCredential().id), toJson(sampleUse())}};
    case Subject::Usage:
        return {{partnerPath + u"/usage"_s, toJson(sampleSeries())},
                {partnerPath + u"/quota"_s, toJson(sampleQuota())}};
    case Subject::AuditEvent:
        return {{u"/audit/events/"_s + sampleEvent(7).id, toJson(sampleRecord(7))}};
    case Subject::Jobs:
        return {{u"/jobs"_s, pageOf(QList<Job>{runningJob()})}};
    case Subject::Operators:
        return {{u"/operators"_s, pageOf(QList<Operator>{{u"ops-1"_s, u"Ada"_s}})}};
    }
    return {};
}

} // namespace pc::test
