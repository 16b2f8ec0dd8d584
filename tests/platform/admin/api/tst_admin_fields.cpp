// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/admin/api/catalogue_bodies.h"
#include "tests/platform/admin/api/json_path.h"

#include "contract/rules/field_limits.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using pc::rules::FieldKind;
using pc::rules::FieldLimit;

namespace {

QStringList codes(const Reply &reply)
{
    QStringList list;
    const QJsonArray errors = reply.json.value(u"errors"_s).toArray();
    for (const QJsonValue &error : errors)
        list.append(error.toObject().value(u"pointer"_s).toString() + u' ' +
                    error.toObject().value(u"code"_s).toString());
    return list;
}

constexpr char description[] =
    R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{}}}})";

/// Where a schema stands in the requests that carry it.
QStringList placeOf(const QByteArray &schema)
{
    static const QHash<QByteArray, QStringList> places{
        {"Contact", {u"contacts"_s, u"0"_s}},       {"Agreement", {u"agreement"_s}},
        {"LimitOverride", {u"limit_override"_s}},   {"Limits", {u"limit_override"_s, u"limits"_s}},
        {"ResourceRule", {u"resources"_s, u"0"_s}}, {"NetworkEntry", {u"sandbox"_s, u"0"_s}},
        {"NetworkWaiver", {u"waiver"_s}},           {"CredentialNetworks", {u"credentials"_s, u"0"_s}},
    };
    return places.value(schema);
}

/// A request that is right as it is, for every schema of the table.
class Requests
{
public:
    Requests()
        : m_partner(fixture.makePartner(u"acme"_s).toLatin1()),
          m_made(fixture.makeCredential(QString::fromLatin1(m_partner)))
    {
    }

    [[nodiscard]] static bool isOfNetworks(const QByteArray &schema)
    {
        return QByteArrayList{"NetworkRulesEdit", "NetworkEntry", "NetworkWaiver", "CredentialNetworks"}
            .contains(schema);
    }

    [[nodiscard]] QJsonObject bodyFor(const QByteArray &schema)
    {
        if (schema == "PartnerDraft" || schema == "Contact" || schema == "Agreement")
            return fixture.draft(u"slug-%1"_s.arg(++m_number));
        if (schema == "IssueRequest")
            return fixture.issueBody(m_key.publicKey());
        if (schema == "RotateRequest")
            return {{u"seal_to"_s, fixture.issueBody(m_key.publicKey()).value(u"seal_to"_s)}};
        if (schema == "GraceRequest")
            return {{u"until"_s, u"2020-01-01T00:00:00.000Z"_s}, {u"reason"_s, u"why"_s}};
        if (schema == "ActRequest")
            return {{u"reason"_s, u"why"_s}};
        if (const QJsonObject body = catalogueBody(schema, ++m_number); !body.isEmpty())
            return body;
        if (isOfNetworks(schema)) {
            const QJsonArray list{QJsonObject{{u"network"_s, u"198.18.0.0/24"_s}, {u"note"_s, u"Office"_s}}};
            const QString until =
                fixture.administration->context().now().addDays(3).toString(Qt::ISODateWithMs);
            return {{u"sandbox"_s, list},
                    {u"production"_s, QJsonArray()},
                    {u"waiver"_s, QJsonObject{{u"until"_s, until}, {u"reason"_s, u"why"_s}}},
                    {u"credentials"_s,
                     QJsonArray{QJsonObject{{u"credential_id"_s, m_made.id}, {u"entries"_s, list}}}},
                    {u"reason"_s, u"why"_s}};
        }
        const QJsonObject limits{{u"rate"_s, 2}, {u"burst"_s, 4}, {u"daily_quota"_s, 100}};
        return {{u"plan_id"_s, u"pln_standard"_s},
                {u"scopes"_s, QJsonArray{u"orders:read"_s}},
                {u"resources"_s, QJsonArray{QJsonObject{{u"parameter"_s, u"account_id"_s},
                                                        {u"values"_s, QJsonArray{u"1"_s}}}}},
                {u"limit_override"_s, QJsonObject{{u"limits"_s, limits}}},
                {u"reason"_s, u"why"_s}};
    }

    [[nodiscard]] Reply send(const QByteArray &schema, const QJsonObject &body)
    {
        if (schema == "PartnerDraft" || schema == "Contact" || schema == "Agreement")
            return fixture.post("/partners", body);
        if (schema == "IssueRequest")
            return fixture.post("/partners/" + m_partner + "/credentials", body);
        const QByteArray credential = "/credentials/" + m_made.id.toLatin1();
        const QString etag = fixture.get(credential).etag;
        if (schema == "RotateRequest")
            return fixture.post(credential + "/rotate", body, {}, etag);
        if (schema == "GraceRequest")
            return fixture.post(credential + "/grace", body, {}, etag);
        if (schema == "ApiDraft")
            return fixture.post("/apis", body);
        if (schema == "PlanDraft")
            return fixture.post("/plans", body);
        const QByteArray scope = "/scope?scope=orders:read";
        if (schema == "ScopeDraft")
            return fixture.put(scope, body, {}, fixture.get(scope).etag);
        if (schema == "ObservationDraft")
            return fixture.post("/observations", body);
        if (schema == "ObservationExtension")
            return fixture.post("/observations/" + m_observation + "/extend", body);
        if (schema == "ApiVersionDraft")
            return fixture.post("/apis/api_demo/versions", body);
        if (schema == "ScopeRule")
            return fixture.put("/apis/api_demo/revisions/" + m_revision + "/rule", body);
        if (schema == "ActRequest")
            return fixture.post("/partners/" + m_partner + "/freeze", body);
        const QByteArray networks = "/partners/" + m_partner + "/networks";
        if (isOfNetworks(schema))
            return fixture.put(networks, body, {}, fixture.get(networks).etag);
        const QByteArray grant = "/partners/" + m_partner + "/grant";
        return fixture.put(grant, body, {}, fixture.get(grant).etag);
    }

    AdminFixture fixture;

private:
    QByteArray beginObservation()
    {
        const QDateTime until = fixture.administration->context().now().addDays(3);
        return fixture
            .post("/observations", {{u"kind"_s, u"api"_s},
                                    {u"target"_s, u"api_demo"_s},
                                    {u"until"_s, until.toString(Qt::ISODateWithMs)},
                                    {u"reason"_s, u"why"_s}})
            .json.value(u"id"_s)
            .toString()
            .toLatin1();
    }

    QByteArray m_partner;
    AdminFixture::Issued m_made;
    QByteArray m_revision =
        fixture.postFile("/apis/api_demo/revisions", description).json.value(u"id"_s).toString().toLatin1();
    QByteArray m_observation = beginObservation();
    SystemRandom m_random;
    SealingKey m_key = SealingKey::generate(m_random);
    int m_number = 0;
};

} // namespace

class TestAdminFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRefusedByItsRow();
    void everythingWrongIsToldAtOnce();
    void everyTextIsKeptAsItIsShown();
    void whatIsNoTextIsRefusedByEveryOperation();
    void unknownMembersAreRefused();
    void ownersExist();
    void verificationHasWhenByWhomAndWhom();
    void timeZonesOfTheWholeDatabase();
    void reasonsWhereTheyAreNeeded();
    void accountsMatchWhole();
};

/// Every row of the table: refused beyond its edges, at its pointer, with its code; nothing of it is stored.
void TestAdminFields::everyFieldIsRefusedByItsRow()
{
    Requests requests;
    int asked = 0;
    for (const FieldLimit &limit : pc::rules::fieldLimits()) {
        QStringList path = placeOf(limit.schema) + QStringList{QLatin1StringView(limit.member)};
        if (limit.required) {
            const QJsonObject body = without(requests.bodyFor(limit.schema), path).toObject();
            const Reply reply = requests.send(limit.schema, body);
            QVERIFY2(reply.status == 422, reply.body);
            QCOMPARE(codes(reply), QStringList{u'/' + path.join(u'/') + u" required"});
            ++asked;
        }
        if (limit.kind == FieldKind::Object)
            continue;
        if (limit.list)
            path.append(u"0"_s);
        const QString pointer = u'/' + path.join(u'/');
        QList<std::pair<QJsonValue, QString>> wrong;
        if (limit.kind == FieldKind::Whole || limit.kind == FieldKind::Decimal) {
            wrong.append({static_cast<double>(limit.maximum) + 1, u"out_of_range"_s});
            wrong.append({-1, u"out_of_range"_s});
            if (limit.kind == FieldKind::Decimal || limit.minimum > 0)
                wrong.append({0, u"out_of_range"_s});
            if (limit.kind == FieldKind::Whole)
                wrong.append({static_cast<double>(limit.minimum) + 0.5, u"out_of_range"_s});
        } else {
            wrong.append({QString(limit.maximum + 1, u'a'), u"too_long"_s});
            wrong.append({u"a\u0007b"_s, u"bad_characters"_s});
            wrong.append({u"a\u202eb"_s, u"bad_characters"_s});
            for (const char32_t unseen : {0x301, 0x200b, 0x378, 0x1d159, 0xd800})
                wrong.append({QStringView(QChar::fromUcs4(unseen)).toString(), u"not_text"_s});
            const bool word = limit.kind == FieldKind::Word;
            for (const QChar hidden : word ? u"\u200b\u00ad\ufeff\u00a0\ue000"_s : QString())
                wrong.append({QString(u'a' + QString(hidden) + u'b'), u"bad_characters"_s});
            if (limit.minimum > 0 && !limit.orEmpty)
                wrong.append({QString(), u"required"_s});
        }
        for (const auto &[value, code] : wrong) {
            const QJsonObject body = with(requests.bodyFor(limit.schema), path, value).toObject();
            const Reply reply = requests.send(limit.schema, body);
            const QByteArray what = limit.schema + pointer.toLatin1() + ' ' + code.toLatin1() + " -> " +
                                    QByteArray::number(reply.status) + ' ' + reply.body.left(300);
            QVERIFY2(reply.status == 422 && reply.code() == u"validation_failed", what);
            QVERIFY2(codes(reply).contains(pointer + u' ' + code), what);
            ++asked;
        }
    }
    QVERIFY(asked > 150);
}

/// Also where the body makes no value: whatever the table says of it, and the first thing that the codec
/// finds, each at its field and once.
void TestAdminFields::everythingWrongIsToldAtOnce()
{
    Requests requests;
    QStringList missing;
    for (const FieldLimit &limit : pc::rules::fieldLimits()) {
        if (limit.required && QByteArrayView(limit.schema) == "PartnerDraft")
            missing.append(u'/' + QLatin1StringView(limit.member) + u" required");
    }
    QVERIFY(missing.size() > 5);
    QCOMPARE(codes(requests.send("PartnerDraft", {})), missing);

    QJsonObject draft = requests.bodyFor("PartnerDraft");
    draft.remove(u"name"_s);
    draft.insert(u"retention_days"_s, -1);
    draft.insert(u"slug"_s, u"No Slug"_s);
    QCOMPARE(codes(requests.send("PartnerDraft", draft)),
             (QStringList{u"/name required"_s, u"/slug bad_format"_s, u"/retention_days out_of_range"_s}));
    draft = requests.bodyFor("PartnerDraft");
    draft.insert(u"retention_days"_s, 1.5);
    draft.insert(u"owner"_s, u"nobody"_s);
    draft.insert(u"purpose"_s, 5);
    QCOMPARE(codes(requests.send("PartnerDraft", draft)),
             (QStringList{u"/retention_days out_of_range"_s, u"/purpose malformed"_s}));
    // What makes a value is judged by the store as well.
    draft.remove(u"purpose"_s);
    draft.insert(u"retention_days"_s, 0);
    QCOMPARE(codes(requests.send("PartnerDraft", draft)),
             (QStringList{u"/retention_days out_of_range"_s, u"/owner unknown_value"_s}));

    // Where no row speaks of it: missing, of another type, or of no form.
    for (const auto &[until, code] :
         QList<std::pair<QJsonValue, QString>>{{QJsonValue::Undefined, u"required"_s},
                                               {5, u"malformed"_s},
                                               {QJsonValue::Null, u"malformed"_s},
                                               {u"soon"_s, u"bad_format"_s}}) {
        QJsonObject grace = requests.bodyFor("GraceRequest");
        grace.insert(u"until"_s, until); // Undefined takes it out
        grace.insert(u"ticket"_s, QString(81, u'7'));
        QCOMPARE(codes(requests.send("GraceRequest", grace)),
                 (QStringList{u"/ticket too_long"_s, u"/until "_s + code}));
    }
}

/// Store, answer and log hold the same text, settled once.
void TestAdminFields::everyTextIsKeptAsItIsShown()
{
    AdminFixture fixture;
    const QList<std::pair<QString, QString>> names{
        {u" Mu\u0308ller \n"_s, u"Müller"_s},
        {u"शर्मा ट्रेडिंग"_s, u"शर्मा ट्रेडिंग"_s},
        {u"บริษัท ทดสอบ"_s, u"บริษัท ทดสอบ"_s},
        {u"\ufeffشركة الاختبار"_s, u"شركة الاختبار"_s},
        {u"👩‍👩‍👧 & Söhne"_s, u"👩‍👩‍👧 & Söhne"_s},
        {QString(120, u'ß'), QString(120, u'ß')},
    };
    for (qsizetype i = 0; i < names.size(); ++i) {
        QJsonObject draft = fixture.draft(u"p-%1"_s.arg(i));
        draft.insert(u"name"_s, names.at(i).first);
        draft.insert(u"notes"_s, u"one\r\ntwo "_s);
        const Reply made = fixture.post("/partners", draft);
        QVERIFY2(made.status == 201, made.body);
        QCOMPARE(made.json.value(u"name"_s).toString(), names.at(i).second);
        QCOMPARE(made.json.value(u"notes"_s).toString(), u"one\ntwo"_s);
        const QString id = made.json.value(u"id"_s).toString();
        const Reply read = fixture.get("/partners/" + id.toLatin1());
        QCOMPARE(read.json.value(u"name"_s).toString(), names.at(i).second);
        const QJsonObject event = fixture.events("target_id=" + id.toLatin1()).at(0).toObject();
        QCOMPARE(event.value(u"target_name"_s).toString(), names.at(i).second);
    }
}

/// Whatever the operation, member or depth: a lone surrogate, a noncharacter or NUL is refused before it is
/// looked at, member names included.
void TestAdminFields::whatIsNoTextIsRefusedByEveryOperation()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"acme"_s);
    for (const Operation &operation : operations()) {
        if (!operation.write || operation.rawBody)
            continue;
        QByteArray path = operation.path;
        path.replace("{partner_id}", partner.toLatin1()).replace("{credential_id}", "crd_none");
        path.replace("{generation}", "1").replace("{job_id}", "job_none");
        path.replace("{api_id}", "api_demo")
            .replace("{revision_id}", "rev_none")
            .replace("{observation_id}", "obs_none")
            .replace("{version_id}", "ver_none")
            .replace("{plan_id}", "pln_none");
        for (const char16_t bad : {u'\xd800', u'\xdfff', u'\xffff', u'\0'}) {
            for (const QJsonObject &body :
                 {QJsonObject{{u"reason"_s, QString(QChar(bad))}},
                  QJsonObject{{u"deep"_s, QJsonArray{QJsonObject{{u"x"_s, QString(QChar(bad))}}}}},
                  QJsonObject{{QString(QChar(bad)), 1}}}) {
                const Reply reply = fixture.send(methodFromName(operation.method), path, body,
                                                 fixture.freshKey(), u"\"1\""_s);
                QVERIFY2(reply.status == 422, QByteArray(operation.id + QByteArray(" ") + reply.body));
                QVERIFY2(codes(reply).constFirst().endsWith(u" not_text"), reply.body);
            }
        }
    }
    for (const QByteArray &bad : {QByteArray("%ED%A0%80"), QByteArray("%00"), QByteArray("%EF%BF%BF")}) {
        for (const char *list : {"/partners?q=", "/credentials?q=", "/audit/events?q=", "/calls?partner_id="})
            QCOMPARE(fixture.get(list + bad).status, 400);
    }
}

void TestAdminFields::unknownMembersAreRefused()
{
    Requests requests;
    for (const QByteArray schema :
         {"PartnerDraft", "IssueRequest", "RotateRequest", "GraceRequest", "ActRequest", "GrantEdit",
          "NetworkRulesEdit", "NetworkEntry", "NetworkWaiver", "CredentialNetworks", "Contact", "Agreement",
          "LimitOverride", "Limits", "ResourceRule"}) {
        const QStringList path = placeOf(schema) + QStringList{u"expire_at"_s};
        const Reply reply =
            requests.send(schema, with(requests.bodyFor(schema), path, u"2026-01-01"_s).toObject());
        QVERIFY2(reply.status == 422, QByteArray(schema + ' ' + reply.body));
        QCOMPARE(codes(reply), QStringList{u'/' + path.join(u'/') + u" unknown_member"});
    }
}

void TestAdminFields::ownersExist()
{
    AdminFixture fixture;
    const auto addOperator = [&fixture](const QString &account) {
        const Reply reply =
            fixture.local(HttpMethod::Post, "/local/v1/operators",
                          {{u"account"_s, account}, {u"roles"_s, QJsonArray{u"partner_ops"_s}}});
        QCOMPARE(reply.status, 204);
    };
    const auto names = [&fixture] {
        QStringList list;
        const QJsonArray items = fixture.get("/operators").json.value(u"items"_s).toArray();
        for (const QJsonValue &item : items)
            list.append(item.toObject().value(u"account"_s).toString());
        return list;
    };
    addOperator(u"zoe"_s);
    addOperator(u"ann"_s);
    QCOMPARE(names(), (QStringList{u"ann"_s, u"tester"_s, u"zoe"_s}));
    const QJsonObject first = fixture.get("/operators").json.value(u"items"_s).toArray().at(0).toObject();
    QCOMPARE(first.keys(), (QStringList{u"account"_s, u"display_name"_s})); // names only

    QJsonObject draft = fixture.draft(u"acme"_s);
    for (const QString &nobody : {u"nobody such"_s, u"nobody"_s, u"Zoe"_s, u"zoe\n"_s, u" zoe"_s}) {
        draft.insert(u"owner"_s, nobody);
        const Reply reply = fixture.post("/partners", draft);
        QCOMPARE(reply.status, 422);
        QVERIFY2(codes(reply).constFirst().startsWith(u"/owner "), reply.body);
    }
    draft.insert(u"owner"_s, u"zoe"_s);
    const Reply made = fixture.post("/partners", draft);
    QCOMPARE(made.status, 201);
    const QByteArray path = "/partners/" + made.json.value(u"id"_s).toString().toLatin1();

    const SealingKey key = SealingKey::generate(fixture.random);
    QJsonObject issue = fixture.issueBody(key.publicKey());
    issue.insert(u"owner"_s, u"nobody"_s);
    QCOMPARE(codes(fixture.post(path + "/credentials", issue)), QStringList{u"/owner unknown_value"_s});

    // Who has left is no owner of anything new, and does not stand in the way of other edits.
    QCOMPARE(
        fixture.local(HttpMethod::Post, "/local/v1/operators/disable", {{u"account"_s, u"zoe"_s}}).status /
            100,
        2);
    QCOMPARE(names(), (QStringList{u"ann"_s, u"tester"_s}));
    draft.insert(u"notes"_s, u"still there"_s);
    const Reply edited = fixture.put(path, draft, {}, made.etag);
    QVERIFY2(edited.status == 200, edited.body);
    QJsonObject other = fixture.draft(u"other"_s);
    other.insert(u"owner"_s, u"zoe"_s);
    QCOMPARE(codes(fixture.post("/partners", other)), QStringList{u"/owner unknown_value"_s});
}

void TestAdminFields::verificationHasWhenByWhomAndWhom()
{
    AdminFixture fixture;
    QJsonObject draft = fixture.draft(u"acme"_s);
    QJsonArray contacts = draft.value(u"contacts"_s).toArray();
    QJsonObject silent = contacts.at(0).toObject();
    silent.remove(u"phone"_s);
    contacts.replace(0, silent);
    QJsonObject spoken = contacts.at(1).toObject();
    spoken.insert(u"verified_with"_s, u"Ms Ito"_s);
    spoken.insert(u"verified_by"_s, u"somebody-else"_s);
    contacts.replace(1, spoken);
    draft.insert(u"contacts"_s, contacts);
    QCOMPARE(codes(fixture.post("/partners", draft)), QStringList{u"/contacts/0/phone required"_s});
    silent.insert(u"phone"_s, u"+1 555 0100"_s);
    contacts.replace(0, silent);
    draft.insert(u"contacts"_s, contacts);
    const Reply made = fixture.post("/partners", draft);
    QVERIFY2(made.status == 201, made.body);
    const auto contactOf = [](const Reply &reply, int index) {
        return reply.json.value(u"contacts"_s).toArray().at(index).toObject();
    };
    const QString now = toDateTime(fixture.clock.now().wall).toString(Qt::ISODateWithMs);
    QCOMPARE(contactOf(made, 0).value(u"verified_at"_s).toString(), now); // never a time the client makes up
    QCOMPARE(contactOf(made, 0).value(u"verified_by"_s).toString(), u"tester"_s);
    QCOMPARE(contactOf(made, 0).value(u"verified_with"_s).toString(),
             contactOf(made, 0).value(u"name"_s).toString());
    QCOMPARE(contactOf(made, 1).value(u"verified_by"_s).toString(), u"tester"_s);
    QCOMPARE(contactOf(made, 1).value(u"verified_with"_s).toString(), u"Ms Ito"_s);

    // It stays as it was while nothing changes, whoever edits; it is a new one when the number changes.
    fixture.clock.advance(std::chrono::minutes(1));
    fixture.signIn(u"second"_s, {u"admin"_s});
    const QByteArray path = "/partners/" + made.json.value(u"id"_s).toString().toLatin1();
    silent.insert(u"phone"_s, u"+1 555 0199"_s);
    contacts.replace(0, silent);
    draft.insert(u"contacts"_s, contacts);
    const Reply edited = fixture.put(path, draft, {}, made.etag);
    QVERIFY2(edited.status == 200, edited.body);
    QCOMPARE(contactOf(edited, 0).value(u"verified_by"_s).toString(), u"second"_s);
    QVERIFY(contactOf(edited, 0).value(u"verified_at"_s).toString() > now);
    QCOMPARE(contactOf(edited, 1).value(u"verified_by"_s).toString(), u"tester"_s);
    QCOMPARE(contactOf(edited, 1).value(u"verified_at"_s).toString(), now);

    // Called again on the same number: by another person spoken to, or by a later time.
    struct Again
    {
        QString with;
        int secondsLater;
        bool isNew;
    };
    Reply last = edited;
    for (const Again &again :
         {Again{u"Ms Ito"_s, 0, false}, Again{{}, 0, false}, Again{u"Ms Ito"_s, -60, false},
          Again{u"Night shift"_s, 0, true}, Again{u"Night shift"_s, 1, true}}) {
        fixture.clock.advance(std::chrono::minutes(1));
        const QString before = contactOf(last, 1).value(u"verified_at"_s).toString();
        const QDateTime at = QDateTime::fromString(before, Qt::ISODateWithMs).addSecs(again.secondsLater);
        spoken.insert(u"verified_at"_s, at.toString(Qt::ISODateWithMs));
        spoken.insert(u"verified_with"_s, again.with);
        contacts.replace(1, spoken);
        draft.insert(u"contacts"_s, contacts);
        const Reply reply = fixture.put(path, draft, {}, last.etag);
        QVERIFY2(reply.status == 200, reply.body);
        const QJsonObject contact = contactOf(reply, 1);
        QCOMPARE(contact.value(u"verified_at"_s).toString() != before, again.isNew);
        QCOMPARE(contact.value(u"verified_with"_s).toString(),
                 again.with.isEmpty() ? u"Ms Ito"_s : again.with);
        QCOMPARE(contact.value(u"verified_by"_s).toString(), again.isNew ? u"second"_s : u"tester"_s);
        last = reply.status == 200 ? reply : last;
    }
}

void TestAdminFields::timeZonesOfTheWholeDatabase()
{
    AdminFixture fixture;
    QJsonObject draft = fixture.draft(u"acme"_s);
    const Reply made = fixture.post("/partners", draft);
    const QByteArray path = "/partners/" + made.json.value(u"id"_s).toString().toLatin1();
    const auto set = [&](const QString &zone) {
        draft.insert(u"time_zone"_s, zone);
        return fixture.put(path, draft, {}, fixture.get(path).etag);
    };
    for (const QString &zone :
         {u"Etc/UTC"_s, u"Asia/Calcutta"_s, u"US/Pacific"_s, u"Etc/GMT+3"_s, u"GMT"_s, u"Europe/Kiev"_s}) {
        const Reply reply = set(zone);
        QVERIFY2(reply.status == 200, reply.body);
        QCOMPARE(reply.json.value(u"time_zone"_s).toString(), zone);
        QCOMPARE(fixture.get(path + "/quota").status, 200);
    }
    // The quota's day is the zone's: Calcutta is half an hour off every hour.
    QCOMPARE(set(u"Asia/Calcutta"_s).status, 200);
    const QDateTime resets = QDateTime::fromString(
        fixture.get(path + "/quota").json.value(u"resets_at"_s).toString(), Qt::ISODateWithMs);
    QCOMPARE(resets.toUTC().time(), QTime(18, 30));
    for (const QString &zone : {u"UTC+3"_s, u"UTC+03:00"_s, u"europe/berlin"_s, u"Europe/Berlin\n"_s,
                                u"Europe"_s, u"localtime"_s, QString()}) {
        const Reply reply = set(zone);
        QCOMPARE(reply.status, 422);
        QVERIFY2(codes(reply).constFirst().startsWith(u"/time_zone "), reply.body);
    }
}

void TestAdminFields::reasonsWhereTheyAreNeeded()
{
    Requests requests;
    QJsonObject issue = requests.bodyFor("IssueRequest");
    issue.remove(u"reason"_s);
    QCOMPARE(requests.send("IssueRequest", issue).status, 201);
    issue.insert(u"realm"_s, u"prd"_s);
    QCOMPARE(codes(requests.send("IssueRequest", issue)), QStringList{u"/reason required"_s});
    issue.insert(u"reason"_s, u" \n "_s);
    QCOMPARE(codes(requests.send("IssueRequest", issue)), QStringList{u"/reason required"_s});
    issue.insert(u"reason"_s, u" \u200b "_s);
    QCOMPARE(codes(requests.send("IssueRequest", issue)), QStringList{u"/reason not_text"_s});
    QJsonObject rotate = requests.bodyFor("RotateRequest");
    rotate.insert(u"emergency"_s, true);
    QCOMPARE(codes(requests.send("RotateRequest", rotate)), QStringList{u"/reason required"_s});
    QCOMPARE(codes(requests.send("ActRequest", {{u"ticket"_s, u"T-1"_s}})),
             QStringList{u"/reason required"_s});
    QJsonObject grant = requests.bodyFor("GrantEdit");
    grant.remove(u"reason"_s);
    QCOMPARE(codes(requests.send("GrantEdit", grant)), QStringList{u"/reason required"_s});
}

/// A name that is compared exactly elsewhere matches its rule as a whole: no line break at the end, no
/// look-alike.
void TestAdminFields::accountsMatchWhole()
{
    AdminFixture fixture;
    for (const QString &account : {u"platform\n"_s, u"platform"_s, u"uid-1"_s, u"ann\n"_s, u" ann"_s,
                                   u"Ann"_s, u"аnn"_s, QString(41, u'a'), QString()}) {
        const Reply reply = fixture.local(HttpMethod::Post, "/local/v1/operators",
                                          {{u"account"_s, account}, {u"roles"_s, QJsonArray{u"viewer"_s}}});
        QVERIFY2(reply.status >= 400 && reply.status < 500, reply.body);
    }
    const QJsonObject act{{u"action"_s, u"gateway.add"_s}, {u"target_id"_s, QString(QChar(0xd800))}};
    QCOMPARE(fixture.local(HttpMethod::Post, "/local/v1/acts", act).status / 100, 4);
    // What an addition may say of a gateway, and nothing else: it is stored as it comes.
    const auto adds = [&](const QString &field, const QString &after, const QString &before = {}) {
        const QJsonObject change{{u"field"_s, field}, {u"before"_s, before}, {u"after"_s, after}};
        return fixture
            .local(HttpMethod::Post, "/local/v1/acts",
                   {{u"action"_s, u"gateway.add"_s},
                    {u"target_id"_s, u"edge"_s},
                    {u"changes"_s, QJsonArray{change}}})
            .status;
    };
    for (const QString &realm : {u"both"_s, u"sbx"_s, u"prd"_s})
        QCOMPARE(adds(u"realm"_s, realm), 204);
    QCOMPARE(adds(u"thumbprint"_s, QString(64, u'a')), 204);
    QCOMPARE(adds(u"thumbprint"_s, QString(63, u'a')), 422);
    QCOMPARE(adds(u"thumbprint"_s, QString(64, u'A')), 422);
    QCOMPARE(adds(u"realm"_s, u"other"_s), 422);
    QCOMPARE(adds(u"realm"_s, u"sbx"_s, u"prd"_s), 422);
    QCOMPARE(adds(u"note"_s, u"sbx"_s), 422);
    for (const QString &shown : {QString(81, u'a'), u"\u0301"_s, u"a\nb"_s, u"a\u202eb"_s}) {
        const Reply reply = fixture.local(
            HttpMethod::Post, "/local/v1/operators",
            {{u"account"_s, u"ann"_s}, {u"display_name"_s, shown}, {u"roles"_s, QJsonArray{u"viewer"_s}}});
        QVERIFY2(reply.status >= 400 && reply.status < 500, reply.body);
    }
}

QTEST_GUILESS_MAIN(TestAdminFields)
#include "tst_admin_fields.moc"
