// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/api/refusal_fixture.h"

#include "contract/codec/base64url.h"
#include "platform/store/rows/catalogue_rows.h"

#include <QJsonDocument>

namespace pc::platform::test {

using namespace Qt::StringLiterals;

namespace {

constexpr char description[] =
    R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{}}}})";

} // namespace

RefusalFixture::RefusalFixture(Served served)
{
    partner = admin.makePartner(u"acme"_s).toLatin1();
    credential = admin.makeCredential(QString::fromLatin1(partner)).id.toLatin1();
    job = admin.post("/jobs", bodyOf(Op::JobStart)).json.value(u"id"_s).toString().toLatin1();
    api = admin.post("/apis", bodyOf(Op::ApiCreate)).json.value(u"id"_s).toString().toLatin1();
    revision =
        admin.postFile("/apis/" + api + "/revisions", description).json.value(u"id"_s).toString().toLatin1();
    observation =
        admin.post("/observations", bodyOf(Op::ObservationBegin)).json.value(u"id"_s).toString().toLatin1();
    version = admin.post("/apis/" + api + "/versions", bodyOf(Op::VersionCreate))
                  .json.value(u"id"_s)
                  .toString()
                  .toLatin1();
    plan = admin.post("/plans", bodyOf(Op::PlanCreate)).json.value(u"id"_s).toString().toLatin1();
    const auto stored = admin.administration->context().store.writeNow<bool>([](Tx &tx) {
        Scope idle;
        idle.name = u"idle"_s;
        idle.apiId = u"api_demo"_s;
        catalogue_rows::put(tx, idle);
        return true;
    });
    if (!stored)
        qFatal("no scope");
    if (served == Served::Now)
        serve();
}

void RefusalFixture::serve()
{
    admin.administration->mount(http.router());
    http.start();
}

Ask RefusalFixture::ask(const Operation &operation)
{
    Ask ask;
    ask.method = operation.method;
    ask.token = admin.token;
    ask.target = operation.path;
    ask.target.replace("{partner_id}", partner).replace("{credential_id}", credential);
    ask.target.replace("{job_id}", job).replace("{api_id}", api).replace("{revision_id}", revision);
    ask.target.replace("{observation_id}", observation).replace("{version_id}", version);
    ask.target.replace("{generation}", "1").replace("{call_id}", "dec_none");
    ask.target.replace("{event_id}", "evt_000000000000");
    ask.target.replace("{plan_id}", plan);
    if (queryNames(operation).contains(u"scope"_s))
        ask.target += "?scope=" + scope;
    if (operation.op == Op::UsageSeries)
        ask.target += "?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";
    if (operation.op == Op::CallFacetGet)
        ask.target += "?field=outcome";
    if (operation.op == Op::RevisionApply)
        ask.target += "?revision_version=1";
    if (operation.op == Op::InclusionProofGet)
        ask.target += "?index=0&size=1";
    if (operation.op == Op::ConsistencyProofGet)
        ask.target += "?first=0&second=1";
    if (operation.op == Op::ScopeEffect || operation.op == Op::PlanEffect)
        ask.body = QJsonDocument(bodyOf(operation.op)).toJson(QJsonDocument::Compact);
    if (operation.write) {
        ask.key = admin.freshKey();
        const bool isImport = QByteArrayView(operation.id).startsWith("import.");
        ask.body = isImport            ? QByteArray("name\n")
                   : operation.rawBody ? QByteArray(description)
                                       : QJsonDocument(bodyOf(operation.op)).toJson(QJsonDocument::Compact);
    }
    if (operation.op == Op::VersionEdit || operation.op == Op::VersionRemove)
        ask.ifMatch = '"' + QByteArray::number(versionOf(version)) + '"';
    else if (operation.ifMatch)
        ask.ifMatch = admin.get(objectOf(operation)).etag.toLatin1();
    return ask;
}

QJsonObject RefusalFixture::bodyOf(Op op)
{
    switch (op) {
    case Op::PartnerCreate:
        return admin.draft(u"other-%1"_s.arg(++m_number));
    case Op::PartnerEdit: {
        QJsonObject draft = admin.draft(u"acme"_s);
        draft.insert(u"notes"_s, u"edit %1"_s.arg(++m_number));
        return draft;
    }
    case Op::CredentialIssue:
        return admin.issueBody(m_key.publicKey());
    case Op::CredentialRotate:
        return {{u"seal_to"_s, QString::fromLatin1(toBase64Url(m_key.publicKey()))}};
    case Op::CredentialAck:
        return {{u"digest"_s, QString::fromLatin1(toBase64Url(QByteArray(32, 'x')))}};
    case Op::CredentialGrace:
        return {{u"until"_s, admin.administration->context().now().addSecs(60).toString(Qt::ISODateWithMs)}};
    case Op::GrantEdit:
        return {{u"plan_id"_s, u"pln_standard"_s},
                {u"scopes"_s, QJsonArray{u"orders:read"_s}},
                {u"resources"_s, QJsonArray()},
                {u"reason"_s, u"why"_s}};
    case Op::ApiCreate:
    case Op::ApiEdit: {
        const QString path = u"/made-%1"_s.arg(++m_number);
        return {{u"name"_s, path},
                {u"host"_s, QString()},
                {u"base_path"_s, path},
                {u"audience"_s, QString(u"https://api.example"_s + path)},
                {u"reason"_s, u"why"_s}};
    }
    case Op::ScopeEffect:
    case Op::ScopeEdit:
        return {{u"title"_s, QString(u"Edit %1"_s.arg(++m_number))},
                {u"sentence"_s, QString()},
                {u"data_categories"_s, QJsonArray{u"orders"_s}},
                {u"lawful_bases"_s, QJsonArray()},
                {u"sensitive"_s, false},
                {u"reason"_s, u"why"_s}};
    case Op::PlanEffect:
    case Op::PlanCreate:
    case Op::PlanEdit: {
        const QJsonObject limits{{u"rate"_s, 5}, {u"burst"_s, 5}, {u"daily_quota"_s, 1000}};
        return {{u"name"_s, QString(u"Plan %1"_s.arg(++m_number))},
                {u"description"_s, QString()},
                {u"sandbox"_s, limits},
                {u"limited"_s, limits},
                {u"production"_s, limits},
                {u"reason"_s, u"why"_s}};
    }
    case Op::ObservationBegin:
        return {{u"kind"_s, u"routes"_s},
                {u"target"_s, u"api_demo"_s},
                {u"path_prefix"_s, u"/api/v1/part-%1"_s.arg(++m_number)},
                {u"until"_s, admin.administration->context().now().addDays(7).toString(Qt::ISODateWithMs)},
                {u"reason"_s, u"why"_s}};
    case Op::ObservationExtend:
        return {{u"until"_s, admin.administration->context().now().addDays(9).toString(Qt::ISODateWithMs)},
                {u"reason"_s, u"why"_s}};
    case Op::VersionCreate:
    case Op::VersionEdit: {
        const QString base = admin.get("/apis/" + api).json.value(u"base_path"_s).toString();
        return {
            {u"path_prefix"_s, QString(base + u"/v%1"_s.arg(++m_number))},
            {u"sunset_at"_s, admin.administration->context().now().addDays(7).toString(Qt::ISODateWithMs)},
            {u"reason"_s, u"why"_s}};
    }
    case Op::RevisionRule:
        return {{u"otherwise"_s, u"one"_s},
                {u"prefix"_s, QString()},
                {u"named"_s, true},
                {u"read_and_write"_s, true}};
    case Op::NetworksEdit:
        return {{u"sandbox"_s, QJsonArray{QJsonObject{{u"network"_s, u"198.18.0.0/24"_s},
                                                      {u"note"_s, u"edit %1"_s.arg(++m_number)}}}},
                {u"production"_s, QJsonArray()},
                {u"credentials"_s, QJsonArray()},
                {u"reason"_s, u"why"_s}};
    case Op::JobStart:
        return {{u"kind"_s, u"audit.verify"_s}};
    case Op::CheckpointMake:
    case Op::JobCancel:
    case Op::JobResume:
        return {};
    default:
        return {{u"reason"_s, u"why"_s}};
    }
}

Answer RefusalFixture::send(const Ask &ask)
{
    QByteArray text = ask.method + ' ' + (ask.target.startsWith('/') ? "/admin/v1" : "") + ask.target +
                      " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    const auto header = [&text](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            text += QByteArray(name) + ": " + value + "\r\n";
    };
    header("Authorization", ask.token.isEmpty() ? QByteArray() : "Bearer " + ask.token);
    header("Idempotency-Key", ask.key);
    header("If-Match", ask.ifMatch);
    if (!ask.body.isEmpty()) {
        header("Content-Type", ask.contentType);
        header("Content-Length", QByteArray::number(ask.length < 0 ? ask.body.size() : ask.length));
    }
    const auto response = http.ask(text + "\r\n" + ask.body);
    if (!response)
        return {0, u"no answer"_s, {}};
    const QJsonObject json = QJsonDocument::fromJson(response->body).object();
    const bool isProblem = response->headers.value("Content-Type") == "application/problem+json";
    return {response->status, isProblem ? json.value(u"code"_s).toString() : u"no problem"_s, response->body};
}

Answer RefusalFixture::send(Op op, const QJsonObject &body)
{
    Ask request = ask(operation(op));
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return send(request);
}

qint64 RefusalFixture::versionOf(const QByteArray &id)
{
    const QJsonArray all = admin.get("/apis/" + api + "/versions").json.value(u"items"_s).toArray();
    for (const QJsonValue &each : all) {
        if (each[u"id"].toString() == QLatin1StringView(id))
            return each[u"version"].toInteger();
    }
    return 1;
}

QByteArray RefusalFixture::objectOf(const Operation &operation) const
{
    if (operation.op == Op::GrantEdit)
        return "/partners/" + partner + "/grant";
    if (QByteArray(operation.path).startsWith("/scope"))
        return "/scope?scope=" + scope;
    if (QByteArray(operation.path).startsWith("/plans"))
        return "/plans/" + plan;
    if (QByteArray(operation.path).startsWith("/apis"))
        return "/apis/" + api;
    if (operation.op == Op::NetworksEdit)
        return "/partners/" + partner + "/networks";
    const bool ofPartner = QByteArray(operation.path).startsWith("/partners");
    return ofPartner ? QByteArray("/partners/" + partner) : QByteArray("/credentials/" + credential);
}

} // namespace pc::platform::test
