// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"

#include <QJsonDocument>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

QDateTime at(int minutes)
{
    return QDateTime({2026, 3, 1}, {8, 0}, Qt::UTC).addSecs(60LL * minutes);
}

} // namespace

Api sampleApi(int number)
{
    Api api;
    api.id = u"api_%1"_s.arg(number);
    api.name = u"API %1"_s.arg(number);
    api.host = u"api-%1.example"_s.arg(number);
    api.basePath = u"/v1"_s;
    api.audience = u"https://api-%1.example"_s.arg(number);
    api.revisionId = u"rev_0"_s;
    api.title = u"Orders"_s;
    api.describedVersion = u"1.4.0"_s;
    api.routes = 12;
    api.scopes = 4;
    api.version = 4;
    api.createdAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    api.updatedAt = api.createdAt.addDays(30);
    api.updatedBy = u"ops-1"_s;
    return api;
}

ApiVersion sampleVersion(const QDateTime &now)
{
    ApiVersion version;
    version.id = u"ver_1"_s;
    version.apiId = u"api_1"_s;
    version.pathPrefix = u"/v1"_s;
    version.deprecatedAt = now.addDays(-90);
    version.sunsetAt = now.addDays(12);
    version.successorUrl = u"https://developer.example/v2"_s;
    version.guideUrl = u"https://developer.example/v1-to-v2"_s;
    version.sentence = u"Orders are at /v2/orders now."_s;
    version.routes = 3;
    version.partners30d = 2;
    version.calls30d = 48230;
    version.version = 4;
    version.createdAt = now.addDays(-100);
    version.updatedAt = now.addDays(-90);
    version.updatedBy = u"ops-1"_s;
    return version;
}

VersionUse sampleVersionUse(const QDateTime &now)
{
    VersionUse use;
    use.version = sampleVersion(now);
    VersionCaller one;
    one.partnerId = u"prt_1"_s;
    one.name = u"Cardinal Payroll"_s;
    one.calls7d = 9000;
    one.calls30d = 48213;
    one.lastCallAt = now.addSecs(-7200);
    one.routes = {{u"rte_1"_s, u"GET /v1/orders"_s, 8990, 48000},
                  {u"rte_2"_s, u"POST /v1/orders"_s, 10, 213}};
    one.credentials = {{u"crd_1"_s, u"ERP sync"_s, 48213}};
    one.contacts = {{ContactKind::Technical, u"Integration desk"_s, u"tech@cardinal.example"_s, {}}};
    VersionCaller two;
    two.partnerId = u"prt_2"_s;
    two.calls30d = 17;
    two.lastCallAt = now.addDays(-20);
    two.routes = {{u"rte_1"_s, u"GET /v1/orders"_s, 0, 17}};
    two.credentials = {{u"crd_2"_s, {}, 17}};
    use.callers = {one, two};
    return use;
}

CatalogueRevision sampleRevision(int number)
{
    CatalogueRevision revision;
    revision.id = u"rev_%1"_s.arg(number);
    revision.apiId = u"api_1"_s;
    revision.state = RevisionState::Proposed;
    revision.openapi = u"3.1.0"_s;
    revision.title = u"Orders"_s;
    revision.describedVersion = u"1.5.0"_s;
    revision.sha256 = QString(64, u'a');
    revision.size = 4096;
    revision.counts = {14, 3, 1, 2, 1, 0, 1};
    revision.leftOut = {{17, u"GET /v1/files/{name}"_s, u"A parameter is part of a segment."_s}};
    revision.createdAt = QDateTime(QDate(2026, 3, 4), QTime(5, 6), Qt::UTC).addSecs(number * 60);
    revision.createdBy = u"ops-2"_s;
    return revision;
}

Partner samplePartner(int number)
{
    Partner partner;
    partner.id = u"prt_%1"_s.arg(number, 4, 10, QChar(u'0'));
    partner.name = u"Partner %1"_s.arg(number, 4, 10, QChar(u'0'));
    partner.slug = u"partner-%1"_s.arg(number);
    partner.legalName = partner.name + u" Ltd";
    partner.country = u"DE"_s;
    partner.registration = u"HRB 1"_s;
    partner.owner = u"ops-1"_s;
    partner.stage = Stage::Production;
    partner.status = PartnerStatus::Active;
    partner.planId = u"pln_standard"_s;
    partner.lawfulBasis = LawfulBasis::Contract;
    partner.dataCategories = {u"orders"_s, u"finance"_s, u"personal"_s};
    partner.purpose = u"Order exchange"_s;
    partner.retentionDays = 365;
    partner.createdAt = at(0);
    partner.updatedAt = at(1);
    partner.stageSince = at(0);
    partner.version = 3;
    partner.summary.health = Health::Healthy;
    partner.summary.credentials = 2;
    partner.summary.quotaToday = 1000;
    partner.summary.quotaUsedToday = 250;
    partner.summary.calls24h = 400;
    partner.summary.errors24h = 4;
    partner.summary.callsPerHour = QList<qint64>(24, 10);
    partner.summary.lastCallAt = at(30);
    return partner;
}

PartnerDraft sampleDraft()
{
    PartnerDraft draft;
    draft.name = u"Acme"_s;
    draft.slug = u"acme"_s;
    draft.legalName = u"Acme Ltd"_s;
    draft.country = u"DE"_s;
    draft.owner = u"ops-1"_s;
    draft.planId = u"pln_standard"_s;
    draft.timeZone = u"Europe/Berlin"_s;
    draft.lawfulBasis = LawfulBasis::Contract;
    draft.dataCategories = {u"orders"_s};
    draft.purpose = u"Order exchange"_s;
    draft.scopes = {u"orders:read"_s};
    for (const ContactKind kind :
         {ContactKind::Business, ContactKind::Technical, ContactKind::Security, ContactKind::DataProtection})
        draft.contacts.append({kind, u"Contact"_s, u"contact@acme.example"_s, {}, {}});
    return draft;
}

Credential sampleCredential(int number)
{
    Credential credential;
    credential.id = u"crd_%1"_s.arg(number, 16, 10, QChar(u'0'));
    credential.partnerId = u"prt_0001"_s;
    credential.partnerName = u"Partner 0001"_s;
    credential.name = u"key %1"_s.arg(number);
    credential.kind = CredentialKind::ClientSecret;
    credential.realm = Realm::Production;
    credential.state = CredentialState::Active;
    credential.scopes = {u"orders:read"_s};
    credential.owner = u"ops-1"_s;
    credential.createdAt = at(0);
    credential.createdBy = u"ops-1"_s;
    credential.expiresAt = at(60 * 24 * 200);
    Generation generation;
    generation.number = 1;
    generation.state = GenerationState::Active;
    generation.lastFour = u"x7Qa"_s;
    generation.createdAt = at(0);
    generation.acknowledgedAt = at(1);
    credential.generations = {generation};
    credential.version = 2;
    return credential;
}

Grant sampleGrant()
{
    Grant grant;
    grant.partnerId = u"prt_0001"_s;
    grant.planId = u"pln_standard"_s;
    grant.scopes = {u"orders:read"_s, u"invoices:read"_s};
    grant.effective = {10, 20, 1000};
    grant.version = 5;
    grant.updatedAt = at(0);
    grant.updatedBy = u"ops-1"_s;
    return grant;
}

AuditEvent sampleEvent(int index)
{
    AuditEvent event;
    event.id = u"evt_%1"_s.arg(index, 6, 10, QChar(u'0'));
    event.index = index;
    event.at = at(index);
    event.actor = u"ops-1"_s;
    event.actorRole = u"partner_ops"_s;
    event.action = u"grant.edit"_s;
    event.targetKind = u"grant"_s;
    event.targetId = u"prt_0001"_s;
    event.targetName = u"Partner 0001"_s;
    event.partnerId = u"prt_0001"_s;
    event.reason = u"agreed by phone"_s;
    event.ticket = u"OPS-1"_s;
    event.requestId = u"req_1"_s;
    event.source = u"127.0.0.1"_s;
    event.changes = {{u"scopes"_s, {}, u"orders:write"_s}, {u"quota.daily"_s, u"1000"_s, u"2000"_s}};
    return event;
}

CallRecord sampleCall(int number)
{
    CallRecord call;
    call.id = u"dec_%1"_s.arg(number, 12, 10, QChar(u'0'));
    call.requestId = u"req_%1"_s.arg(number, 12, 10, QChar(u'0'));
    call.at = QDateTime({2026, 3, 1}, {8, 0}, Qt::UTC).addSecs(number);
    call.partnerId = samplePartner().id;
    call.credentialId = sampleCredential().id;
    call.generation = 2;
    call.realm = Realm::Production;
    call.method = u"POST"_s;
    call.path = u"/v1/orders/1001"_s;
    call.routeId = u"rte_orders"_s;
    call.scope = u"orders:write"_s;
    call.outcome = Outcome::Refused;
    call.reason = DecisionReason::MissingScope;
    call.status = 403;
    call.source = u"203.0.113.7"_s;
    call.userAgent = u"northwind-sync/2.1"_s;
    call.gateway = u"edge-1"_s;
    call.micros = 380;
    return call;
}

AuditRecord sampleRecord(int index)
{
    AuditRecord record;
    record.event = sampleEvent(index);
    record.canonical = QJsonDocument(toJson(record.event)).toJson(QJsonDocument::Compact);
    return record;
}

Session sampleSession(const QDateTime &now)
{
    Session session;
    session.account = u"ops-1"_s;
    session.displayName = u"ops-1"_s;
    session.roles = {Role::PartnerOps};
    session.permissions = {u"partner.list"_s, u"partner.edit"_s};
    session.environment = u"local"_s;
    session.tokenEndpoint = u"https://127.0.0.1:1/oauth2/token"_s;
    session.apiBase = u"https://127.0.0.1:1/api/v1"_s;
    session.serviceVersion = u"0.1.0"_s;
    session.expiresAt = now.addSecs(15 * 60);
    session.renewableUntil = now.addSecs(12 * 3600);
    return session;
}

QList<Scope> sampleScopes()
{
    Scope read{u"orders:read"_s,
               u"api_demo"_s,
               u"Read orders"_s,
               u"Sees orders and their lines"_s,
               {u"orders"_s},
               {},
               false};
    Scope write{u"orders:write"_s,
                u"api_demo"_s,
                u"Change orders"_s,
                u"Creates and cancels orders"_s,
                {u"orders"_s},
                {},
                false};
    Scope invoices{
        u"invoices:read"_s, u"api_demo"_s, u"Read invoices"_s, u"Sees invoices"_s, {u"finance"_s}, {}, false};
    Scope people{u"customers:read"_s,
                 u"api_demo"_s,
                 u"Read customers"_s,
                 u"Sees names and addresses"_s,
                 {u"personal"_s},
                 {LawfulBasis::Consent},
                 true};
    return {read, write, invoices, people};
}

QList<Plan> samplePlans()
{
    Plan standard;
    standard.id = u"pln_standard"_s;
    standard.name = u"Standard"_s;
    standard.sandbox = {2, 5, 100};
    standard.limited = {5, 10, 500};
    standard.production = {10, 20, 1000};
    Plan large = standard;
    large.id = u"pln_large"_s;
    large.name = u"Large"_s;
    large.production = {100, 200, 100000};
    return {standard, large};
}

Change changeAbout(ChangeKind kind, const QString &about, const QString &partnerId)
{
    if (kind == ChangeKind::Usage)
        return {kind, {}, about, {}};
    const bool byPartner = kind == ChangeKind::Partner || kind == ChangeKind::Grant;
    return {kind, about, byPartner ? about : partnerId, about.isEmpty() ? QString() : u"evt_000000000042"_s};
}

ObservationSummary sampleObservation(int number)
{
    ObservationSummary observed;
    Observation &observation = observed.observation;
    observation.id = u"obs_%1"_s.arg(number);
    observation.kind = ObservationKind::Api;
    observation.target = u"api_%1"_s.arg(number);
    observation.begunAt = QDateTime({2025, 11, 14}, {8, 0}, Qt::UTC);
    observation.begunBy = u"sec-1"_s;
    observation.until = QDateTime({2025, 12, 14}, {8, 0}, Qt::UTC);
    observation.reason = u"Forty partners move over"_s;
    observation.ticket = u"OPS-600"_s;
    observed.name = u"API %1"_s.arg(number);
    observed.calls = 120344;
    observed.refused = 9712;
    observed.refusedDay = 318;
    return observed;
}

ObservationReport sampleReport()
{
    const QDateTime last({2025, 11, 21}, {9, 0}, Qt::UTC);
    const auto line = [&last](DecisionReason reason, const QString &partner, const QString &what,
                              const QString &scope, qint64 calls, ObservedToday today) {
        ObservedLine each;
        each.reason = reason;
        if (!partner.isEmpty()) {
            each.partnerId = u"prt_"_s + partner;
            each.partnerName = partner;
        }
        each.what = what;
        each.scope = scope;
        each.calls = calls;
        each.firstAt = last.addDays(-6);
        each.lastAt = last;
        each.today = today;
        return each;
    };
    ObservationReport report;
    const ObservationSummary observed = sampleObservation();
    report.observation = observed.observation;
    report.name = observed.name;
    report.from = observed.observation.begunAt;
    report.to = last.addSecs(5040);
    report.calls = 2000;
    report.refused = 400;
    report.course = {{last.addSecs(-7200), 1200, 300}, {last, 800, 100}};
    report.lines = {
        line(DecisionReason::UnknownCredential, {}, u"GET /v1/orders"_s, u"orders:read"_s, 200,
             ObservedToday::Open),
        line(DecisionReason::MissingScope, u"Acme"_s, u"POST /v1/orders"_s, u"orders:write"_s, 120,
             ObservedToday::Refused),
        line(DecisionReason::MissingScope, u"Borea"_s, u"POST /v1/orders"_s, u"orders:write"_s, 50,
             ObservedToday::Passes),
        line(DecisionReason::UnknownRoute, u"Acme"_s, u"GET /v1/refunds/{…}"_s, {}, 30, ObservedToday::Open),
    };
    ObservedStranger stranger;
    stranger.fingerprint = u"a41f0c9be2d7"_s;
    stranger.source = u"203.0.113.9"_s;
    stranger.userAgent = u"legacy-sync/2.1"_s;
    stranger.what = QStringList{u"GET /v1/orders"_s};
    stranger.calls = 190;
    stranger.lastAt = last;
    ObservedStranger nobody = stranger;
    nobody.fingerprint.clear();
    nobody.userAgent.clear();
    nobody.calls = 10;
    report.strangers = {stranger, nobody};
    return report;
}

} // namespace pc::test
