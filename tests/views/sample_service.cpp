// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/sample_service.h"

#include "contract/api/operations.h"
#include "contract/api/roles.h"
#include "contract/codec/codecs.h"
#include "contract/codec/page_codec.h"
#include "contract/rules/networks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::HttpResponse;

namespace {

HttpResponse json(const QJsonObject &object, int status = 200, const QString &etag = {})
{
    HttpResponse response;
    response.status = status;
    response.headers.append(std::pair<QByteArray, QByteArray>(
        "content-type", status < 400 ? "application/json" : "application/problem+json"));
    if (!etag.isEmpty())
        response.headers.append(std::pair<QByteArray, QByteArray>("etag", etag.toLatin1()));
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse problem(int status, const QString &code, const QJsonObject &more = {})
{
    QJsonObject object{{u"type"_s, u"about:blank"_s},
                       {u"status"_s, status},
                       {u"code"_s, code},
                       {u"title"_s, code},
                       {u"detail"_s, QString()},
                       {u"request_id"_s, u"req_7c31f0"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return json(object, status);
}

template <typename T>
HttpResponse versioned(const T &value)
{
    return json(toJson(value), 200, u"\"%1\""_s.arg(value.version));
}

template <typename T>
HttpResponse page(const QList<T> &items, qint64 count = -1)
{
    Page<T> whole;
    whole.items = items;
    whole.count = count < 0 ? items.size() : count;
    return json(toJson(whole));
}

QString valueOf(const client::QueryItems &query, const QString &name)
{
    for (const auto &[key, value] : query)
        if (key == name)
            return value;
    return {};
}

QStringList valuesOf(const client::QueryItems &query, const QString &name)
{
    QStringList values;
    for (const auto &[key, value] : query)
        if (key == name)
            values.append(value.split(u',', Qt::SkipEmptyParts));
    return values;
}

class SampleExchange final : public client::Exchange
{
public:
    QObject alive;
};

} // namespace

SampleService::SampleService(const QDateTime &now) : m_now(now)
{
    makeCatalogue();
    makePartners();
    makeCredentials();
    calls = SampleCalls(now, partners);
    session.account = u"ops-1"_s;
    session.displayName = u"ops-1"_s;
    session.roles = {Role::PartnerOps};
    session.permissions = permissionsOf({Role::PartnerOps, Role::Security});
    session.environment = u"eu-1"_s;
    session.tokenEndpoint = u"https://auth.eu-1.example/oauth2/token"_s;
    session.apiBase = u"https://api.eu-1.example/api/v1"_s;
    session.serviceVersion = u"0.1.0"_s;
    session.expiresAt = now.addSecs(900);
    session.renewableUntil = now.addSecs(43200);
}

std::unique_ptr<client::Exchange> SampleService::send(client::HttpRequest request,
                                                      std::function<void(client::TransportResult)> done)
{
    auto exchange = std::make_unique<SampleExchange>();
    Asked asked{request.method,
                request.path.mid(u"/admin/v1"_s.size()),
                request.query,
                QJsonDocument::fromJson(request.body).object(),
                request.header("If-Match"),
                request.header("Idempotency-Key")};
    requests.append(asked);
    if (request.progress)
        m_progress = std::move(request.progress);
    // The change feed waits for as long as nothing changes.
    if (mood == Mood::Silent || asked.path == "/changes"_L1)
        return exchange;
    QTimer::singleShot(0, &exchange->alive, [this, asked, done = std::move(done)] {
        if (mood == Mood::Away)
            done(tl::make_unexpected(
                client::TransportError{client::TransportFault::Unreachable, u"connection refused"_s}));
        else if (auto own = mood == Mood::Well && first ? first(asked) : std::nullopt)
            done(std::move(*own));
        else
            done(answer(asked));
    });
    return exchange;
}

int SampleService::asked(const QByteArray &method, const QString &path) const
{
    return static_cast<int>(std::count_if(requests.cbegin(), requests.cend(), [&](const Asked &each) {
        return each.method == method && each.path == path;
    }));
}

Partner &SampleService::partner(const QString &id)
{
    const auto found =
        std::find_if(partners.begin(), partners.end(), [&id](const Partner &p) { return p.id == id; });
    Q_ASSERT(found != partners.end());
    return *found;
}

void SampleService::editGrantElsewhere(const QString &partnerId, const QStringList &granted)
{
    Grant &grant = grants[partnerId];
    grant.scopes = granted;
    ++grant.version;
    grant.updatedBy = u"ops-2"_s;
    grant.updatedAt = m_now;
}

HttpResponse SampleService::answer(const Asked &asked)
{
    if (asked.path == "/operators"_L1)
        return page(operators);
    if (asked.path == "/session"_L1)
        return json(toJson(session));
    if (mood == Mood::Faulty)
        return problem(500, u"internal"_s);
    if (mood == Mood::Forbidding)
        return problem(403, u"forbidden"_s, {{u"permission"_s, u"partner.list"_s}});
    return asked.method == "GET" ? read(asked) : write(asked);
}

HttpResponse SampleService::read(const Asked &asked)
{
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    if (asked.path == "/partners"_L1)
        return listPartners(asked);
    if (asked.path == "/scopes"_L1)
        return page(scopes);
    if (asked.path == "/plans"_L1)
        return page(plans);
    if (asked.path == "/routes"_L1)
        return page(QList<Route>());
    if (asked.path == "/credentials"_L1) {
        QList<Credential> own;
        for (const Credential &credential : std::as_const(credentials))
            if (credential.partnerId == valueOf(asked.query, u"partner_id"_s))
                own.append(credential);
        return page(own);
    }
    if (asked.path.startsWith("/credentials/"_L1) && parts.value(2) == "use"_L1) {
        CredentialUse use;
        use.credentialId = parts.value(1);
        return json(toJson(use));
    }
    if (asked.path == "/audit/events"_L1)
        return page(QList<AuditEvent>());
    if (asked.path == "/audit/histogram"_L1)
        return json(toJson(histogramOf({}, asked.query, m_now)));
    if (asked.path.startsWith("/audit/events/"_L1) && parts.value(3) == "refusals"_L1)
        return json(toJson(RefusalsOfEvent{parts.value(2), {}, 0, false, {}}));
    if (const auto answered = calls.answer(asked.path, asked.query))
        return json(*answered);
    if (asked.path == "/observations"_L1 && asked.method == "GET")
        return page(observations);
    if (asked.path == "/jobs"_L1)
        return page(QList<Job>());
    if (parts.value(0) == "partners"_L1)
        return readPartner(parts.value(1), parts.value(2), asked);
    return problem(404, u"not_found"_s);
}

NetworkRules &SampleService::networksOf(const Partner &partner)
{
    auto found = networks.find(partner.id);
    if (found != networks.end())
        return *found;
    NetworkRules rules;
    rules.partnerId = partner.id;
    rules.version = 2;
    rules.updatedAt = m_now.addDays(-40);
    rules.updatedBy = u"ops-2"_s;
    if (partner.stage != Stage::Sandbox)
        rules.production = {{u"198.51.100.0/28"_s, u"Data centre"_s, {}, {}},
                            {u"2001:db8:40::/48"_s, u"Failover site"_s, {}, m_now.addDays(21)}};
    return *networks.insert(partner.id, rules);
}

HttpResponse SampleService::readPartner(const QString &id, const QString &part, const Asked &asked)
{
    const auto found =
        std::find_if(partners.cbegin(), partners.cend(), [&id](const Partner &p) { return p.id == id; });
    if (found == partners.cend())
        return problem(404, u"not_found"_s);
    if (part.isEmpty())
        return versioned(*found);
    if (part == "gates"_L1)
        return json(toJson(gatesOf(*found)));
    if (part == "grant"_L1)
        return versioned(grants.value(id));
    if (part == "networks"_L1)
        return versioned(networksOf(*found));
    if (part == "sources"_L1) {
        const Realm realm = found->stage == Stage::Sandbox ? Realm::Sandbox : Realm::Production;
        const QDateTime last = m_now.addSecs(-60);
        return page(QList<SourceSeen>{{u"crd_1"_s, u"erp-sync"_s, realm, u"198.51.100.10"_s,
                                       u"order-sync/2.4"_s, m_now.addDays(-20), last, 48211},
                                      {u"crd_2"_s, u"warehouse"_s, realm, u"2001:db8:40::7"_s,
                                       u"scanner/1.0"_s, m_now.addDays(-3), last, 912},
                                      {u"crd_1"_s, u"erp-sync"_s, realm, u"203.0.113.80"_s, u"curl/8.4"_s,
                                       m_now.addDays(-2), m_now.addDays(-2), 4}});
    }
    if (part == "scope-use"_L1) {
        QList<ScopeUse> uses{{u"orders:read"_s,
                              48211,
                              m_now.addSecs(-60),
                              {{u"crd_1"_s, u"erp-sync"_s, 48000}, {u"crd_2"_s, u"warehouse"_s, 211}}},
                             {u"invoices:read"_s, 912, m_now.addDays(-3)}};
        for (const Scope &scope : scopes) // of every other it is known that it was not
            if (scope.name != uses[0].scope && scope.name != uses[1].scope)
                uses.append({scope.name, 0, {}});
        return page(uses);
    }
    if (part == "usage"_L1)
        return json(toJson(seriesOf(*found, asked)));
    if (part == "quota"_L1)
        return json(toJson(quotaOf(*found)));
    if (part == "pack"_L1)
        return json(toJson(packOf(*found, asked)));
    return problem(404, u"not_found"_s);
}

PartnerPack SampleService::packOf(const Partner &of, const Asked &asked) const
{
    PartnerPack pack;
    pack.madeAt = m_now;
    pack.partnerId = of.id;
    pack.partnerName = of.name;
    pack.slug = of.slug;
    pack.status = of.status;
    pack.stage = of.stage;
    pack.realm = enumFromText<Realm>(valueOf(asked.query, u"realm"_s));
    pack.open =
        of.status == PartnerStatus::Active && (pack.realm == Realm::Sandbox || of.stage != Stage::Sandbox);
    pack.tokenEndpoint = session.tokenEndpoint;
    pack.timeZone = u"Europe/Berlin"_s;
    pack.limits = grants.value(of.id).effective;
    pack.anywhere = true;
    for (const Credential &each : credentials)
        if (each.partnerId == of.id && each.realm == pack.realm && each.state == CredentialState::Active)
            pack.credentials.append({each.id, each.name, each.kind, each.scopes, each.expiresAt, {}, {}, {}});
    const PackRoute orders{u"GET"_s, u"/orders"_s, {u"orders:read"_s}, u"Lists orders"_s,
                           1048576,  {},           std::nullopt,       std::nullopt};
    const PackRoute old{
        u"GET"_s, u"/v0/orders"_s,    {u"orders:read"_s}, u"Lists orders, as before"_s, 1048576,
        {},       m_now.addDays(-30), m_now.addDays(60)};
    pack.apis = {{u"api_orders"_s,
                  u"Orders"_s,
                  u"https://api.example.com/v1"_s,
                  false,
                  u"https://api.example.com/"_s,
                  u"1.4.0"_s,
                  {{u"orders:read"_s, u"Reads orders"_s}},
                  {orders, old},
                  {},
                  u"{}\n"_s},
                 {u"api_demo"_s, u"Demonstration"_s, session.apiBase, true, {}, {}, {}, {orders}, {}, {}}};
    pack.callErrors = {{403, u"scope_missing"_s, u"The scope is missing"_s, {}},
                       {429, u"rate_limited"_s, u"Too many calls"_s, {}}};
    pack.tokenErrors = {{401, u"invalid_client"_s, u"Client authentication failed"_s, {}}};
    return pack;
}

HttpResponse SampleService::listPartners(const Asked &asked) const
{
    const QStringList stages = valuesOf(asked.query, u"stage"_s);
    const QStringList healths = valuesOf(asked.query, u"health"_s);
    const QStringList statuses = valuesOf(asked.query, u"status"_s);
    const QString text = valueOf(asked.query, u"q"_s);
    const QString owner = valueOf(asked.query, u"owner"_s);
    bool expiringOnly = false;
    for (const auto &item : asked.query)
        expiringOnly = expiringOnly || item.first.startsWith("expiring"_L1);
    QList<Partner> found;
    for (const Partner &each : partners) {
        const bool match = (stages.isEmpty() || stages.contains(toText(each.stage))) &&
                           (healths.isEmpty() || healths.contains(toText(each.summary.health))) &&
                           (statuses.isEmpty() || statuses.contains(toText(each.status))) &&
                           (owner.isEmpty() || each.owner == owner) &&
                           (!expiringOnly || each.summary.credentialsExpiring > 0) &&
                           (text.isEmpty() || each.name.contains(text, Qt::CaseInsensitive));
        if (match)
            found.append(each);
    }
    const bool all = found.size() == partners.size();
    const qint64 count = all && countedPartners >= 0 ? countedPartners : found.size();
    return page(found.mid(0, valueOf(asked.query, u"limit"_s).toInt()), count);
}

StageGates SampleService::gatesOf(const Partner &of) const
{
    StageGates gates;
    gates.next = of.stage == Stage::Sandbox   ? Stage::Limited
                 : of.stage == Stage::Limited ? Stage::Production
                                              : Stage::Unknown;
    if (gates.next == Stage::Unknown)
        return gates;
    const bool secured = std::any_of(of.contacts.cbegin(), of.contacts.cend(), [](const Contact &contact) {
        return contact.kind == ContactKind::Security && contact.verifiedAt;
    });
    const auto add = [&gates](GateKind kind, bool passed, GateFault fault) -> Gate & {
        const GateRow &row = gateRow(kind);
        gates.gates.append({QString::fromLatin1(row.id), u"said in English"_s, passed, u"Told in English."_s,
                            QString::fromLatin1(row.fixAt), kind, passed ? GateFault::Unknown : fault});
        return gates.gates.last();
    };
    add(GateKind::Agreement, of.agreement.has_value(), GateFault::AgreementMissing);
    add(GateKind::LawfulBasis, true, GateFault::NoScope);
    add(GateKind::SecurityContact, secured, GateFault::NotVerified);
    Gate &traffic = add(GateKind::SandboxTraffic, of.summary.calls24h > 0, GateFault::TooFewCalls);
    traffic.wanted = 10;
    traffic.reached = std::min<qint64>(of.summary.calls24h, 10);
    return gates;
}

UsageSeries SampleService::seriesOf(const Partner &of, const Asked &asked) const
{
    UsageSeries series;
    series.from = QDateTime::fromString(valueOf(asked.query, u"from"_s), Qt::ISODateWithMs).toUTC();
    series.to = QDateTime::fromString(valueOf(asked.query, u"to"_s), Qt::ISODateWithMs).toUTC();
    series.bucket = enumFromText<Bucket>(valueOf(asked.query, u"bucket"_s));
    const qint64 width = series.bucket == Bucket::Minute ? 60 : series.bucket == Bucket::Day ? 86400 : 3600;
    const auto count = static_cast<int>(series.from.secsTo(series.to) / width);
    const bool traffic = of.summary.calls24h > 0;
    const auto line = [&](const QString &key, const QString &label, double level, double swing) {
        UsageLine made{key, label, {}, 0};
        for (int i = 0; i < count; ++i) {
            const double wave = std::sin((i + 3) * 6.28 * 1.6 / std::max(1, count));
            const double noise = ((i * 7919) % 97) / 97.0 - 0.5;
            made.values.append(
                traffic ? std::max<qint64>(0, qRound64(level + swing * wave + noise * level * 0.25)) : 0);
            made.total += made.values.last();
        }
        series.lines.append(made);
    };
    const double scale = static_cast<double>(width) / 3600.0 * 1800;
    if (valueOf(asked.query, u"by"_s) == "outcome"_L1) {
        line(u"served"_s, u"served"_s, scale, scale * 0.5);
        line(u"throttled"_s, u"throttled"_s, scale * 0.08, scale * 0.1);
        line(u"refused"_s, u"refused"_s, scale * 0.01, 0);
        line(u"server_error"_s, u"server_error"_s, scale * 0.02, scale * 0.01);
    } else {
        line(u"rte_orders_list"_s, u"GET /api/v1/orders"_s, scale * 0.6, scale * 0.2);
        line(u"rte_order_get"_s, u"GET /api/v1/orders/{order_id}"_s, scale * 0.3, scale * 0.1);
        line(u"rte_invoices"_s, u"GET /api/v1/invoices"_s, scale * 0.08, scale * 0.02);
        line(u"rte_order_post"_s, u"POST /api/v1/orders"_s, scale * 0.02, 0);
    }
    series.asOf = m_now;
    series.latencyP50Ms = 1.2;
    series.latencyP95Ms = 4.8;
    series.latencyP99Ms = 9.1;
    return series;
}

QuotaState SampleService::quotaOf(const Partner &of) const
{
    QuotaState state;
    state.partnerId = of.id;
    state.used = of.summary.quotaUsedToday;
    state.quota = of.summary.quotaToday;
    state.resetsAt = QDateTime(m_now.date().addDays(1), QTime(0, 0), Qt::UTC);
    if (state.quota > 0 && state.used * 10 > state.quota * 7)
        state.exhaustedAt = m_now.addSecs(3600 * 3);
    for (int i = 30; i > 0; --i) {
        const QDate day = m_now.date().addDays(-i + 1);
        const double week = day.dayOfWeek() >= 6 ? 0.35 : 1.0;
        const auto used = static_cast<qint64>(32000 * week * (0.9 + 0.2 * ((i * 37) % 11) / 11.0));
        state.days.append({day, i == 9 || i == 4 ? 50000 : used, 50000, i == 9 ? 3100 : i == 4 ? 1400 : 0});
    }
    return state;
}

HttpResponse SampleService::write(const Asked &asked)
{
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    const QString id = parts.value(1);
    const QString act = parts.value(2);
    if (asked.path == "/partners"_L1) {
        const auto draft = fromJson<PartnerDraft>(asked.body);
        if (!draft)
            return problem(422, u"validation_failed"_s);
        if (draft->slug == "cardinal-payroll"_L1)
            return problem(422, u"validation_failed"_s,
                           {{u"errors"_s, QJsonArray{QJsonObject{{u"pointer"_s, u"/slug"_s},
                                                                 {u"code"_s, u"taken"_s},
                                                                 {u"detail"_s, QString()}}}}});
        Partner made = partners.first();
        made.id = u"prt_new1"_s;
        made.name = draft->name;
        made.slug = draft->slug;
        made.stage = Stage::Sandbox;
        made.version = 1;
        partners.append(made);
        grants.insert(made.id, grants.value(partners.first().id));
        return json(toJson(made), 201, u"\"1\""_s);
    }
    Partner &own = partner(id);
    if (act == "freeze"_L1 || act == "unfreeze"_L1) {
        own.status = act == "freeze"_L1 ? PartnerStatus::Frozen : PartnerStatus::Active;
        ++own.version;
        return versioned(own);
    }
    if (act == "promote"_L1) {
        own.stage = own.stage == Stage::Sandbox ? Stage::Limited : Stage::Production;
        ++own.version;
        return versioned(own);
    }
    if (act == "networks"_L1) {
        NetworkRules &rules = networksOf(own);
        if (asked.etag != u"\"%1\""_s.arg(rules.version).toLatin1())
            return problem(412, u"stale"_s, {{u"current"_s, toJson(rules)}});
        const auto edit = fromJson<NetworkRulesEdit>(asked.body);
        if (!edit)
            return problem(422, u"validation_failed"_s);
        rules = rules::edited(rules, *edit);
        ++rules.version;
        rules.updatedBy = session.account;
        return versioned(rules);
    }
    if (act == "grant"_L1) {
        Grant &grant = grants[id];
        if (asked.etag != u"\"%1\""_s.arg(grant.version).toLatin1())
            return problem(412, u"stale"_s, {{u"current"_s, toJson(grant)}});
        const auto edit = fromJson<GrantEdit>(asked.body);
        if (!edit)
            return problem(422, u"validation_failed"_s);
        grant.planId = edit->planId;
        grant.scopes = edit->scopes;
        grant.resources = edit->resources;
        grant.limitOverride = edit->limitOverride;
        if (edit->limitOverride)
            grant.effective = edit->limitOverride->limits;
        ++grant.version;
        grant.updatedBy = session.account;
        return versioned(grant);
    }
    if (asked.method == "PUT" && act.isEmpty()) {
        const auto draft = fromJson<PartnerDraft>(asked.body);
        if (!draft)
            return problem(422, u"validation_failed"_s);
        own.contacts = draft->contacts;
        own.name = draft->name;
        own.notes = draft->notes;
        own.agreement = draft->agreement;
        ++own.version;
        return versioned(own);
    }
    return problem(404, u"not_found"_s);
}

} // namespace pc::test
