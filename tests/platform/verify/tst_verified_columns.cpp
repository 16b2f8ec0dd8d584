// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_log.h"
#include "platform/verify/state_check.h"
#include "tests/platform/admin/catalogue/catalogue_fixture.h"
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include "contract/crypto/hashing.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// One of everything that decides about a call, with the history that made it so.
struct World
{
    RevocationFixture fixture;
    AdminFixture &admin = fixture.admin;
    QMap<QString, QString> ids; ///< by the place that stands for them below
    QStringList failed;

    World()
    {
        ids[u"{p}"_s] = fixture.partner;
        ids[u"{c}"_s] = fixture.made.id;
        grant();
        networks();
        catalogue();
        imports();
        closed();
    }
    [[nodiscard]] Reply must(Reply reply)
    {
        if (reply.status / 100 != 2)
            failed.append(QString::number(reply.status) + u' ' + QString::fromUtf8(reply.body.left(500)));
        return reply;
    }
    [[nodiscard]] QString in(int days) const
    {
        return fixture.now().addDays(days).toString(Qt::ISODateWithMs);
    }
    void grant()
    {
        Act edit = fixture.actNamed(u"smaller limits"_s);
        edit.body.insert(u"resources"_s, fixture.actNamed(u"resources"_s).body.value(u"resources"_s));
        (void)must(fixture.begin(edit).get());
    }
    void networks()
    {
        Act edit = fixture.actNamed(u"fewer networks"_s);
        const QJsonArray list = edit.body.value(u"sandbox"_s).toArray();
        edit.body.insert(u"production"_s, list);
        edit.body.insert(u"reason"_s, u"why"_s);
        edit.body.insert(u"credentials"_s, QJsonArray{QJsonObject{{u"credential_id"_s, fixture.made.id},
                                                                  {u"entries"_s, list}}});
        edit.body.insert(u"waiver"_s, QJsonObject{{u"until"_s, in(5)}, {u"reason"_s, u"they move"_s}});
        (void)must(fixture.begin(edit).get());
    }
    void catalogue()
    {
        const Reply api =
            must(admin.post("/apis", CatalogueFixture::draft(u"shop"_s, u"shop.example"_s, u"/v1"_s)));
        ids[u"{a}"_s] = api.json.value(u"id"_s).toString();
        const QByteArray path = "/apis/" + ids[u"{a}"_s].toLatin1();
        const QJsonObject revision =
            must(admin.postFile(
                     path + "/revisions",
                     described({"get /v1/goods shop.goods:read shop.stock:read", "post /v1/goods"})))
                .json;
        (void)must(admin.post(path + "/revisions/" + revision.value(u"id"_s).toString().toLatin1() +
                                  "/apply?revision_version=1",
                              {{u"reason"_s, u"why"_s}}, {}, admin.get(path).etag));
        (void)must(admin.post(path + "/versions", {{u"path_prefix"_s, u"/v1/goods"_s},
                                                   {u"deprecated_at"_s, in(10)},
                                                   {u"sunset_at"_s, in(20)},
                                                   {u"successor_url"_s, u"https://shop.example/v2"_s},
                                                   {u"guide_url"_s, u"https://shop.example/guide"_s},
                                                   {u"sentence"_s, u"Use v2."_s},
                                                   {u"reason"_s, u"why"_s}}));
        for (const QString &place : {u"{o}"_s, u"{e}"_s}) {
            QJsonObject draft{{u"kind"_s, u"routes"_s},
                              {u"target"_s, ids[u"{a}"_s]},
                              {u"path_prefix"_s, place == u"{o}" ? u"/v1/goods"_s : u"/v1/other"_s},
                              {u"until"_s, in(7)},
                              {u"reason"_s, u"they move over"_s},
                              {u"ticket"_s, u"OPS-1"_s}};
            ids[place] = must(admin.post("/observations", draft)).json.value(u"id"_s).toString();
        }
        (void)must(admin.post("/observations/" + ids[u"{e}"_s].toLatin1() + "/end", act()));
        const QByteArray scope = "/scope?scope=orders:read";
        (void)must(admin.put(scope,
                             {{u"title"_s, u"Orders"_s},
                              {u"sentence"_s, u"Reads orders."_s},
                              {u"data_categories"_s, QJsonArray{u"orders"_s, u"contact"_s}},
                              {u"lawful_bases"_s, QJsonArray{u"contract"_s}},
                              {u"sensitive"_s, true},
                              {u"reason"_s, u"why"_s}},
                             {}, admin.get(scope).etag));
        const QJsonObject limits{{u"rate"_s, 2.5}, {u"burst"_s, 5}, {u"daily_quota"_s, 7}};
        ids[u"{l}"_s] = must(admin.post("/plans", {{u"name"_s, u"Night"_s},
                                                   {u"description"_s, u"At night"_s},
                                                   {u"sandbox"_s, limits},
                                                   {u"limited"_s, limits},
                                                   {u"production"_s, limits},
                                                   {u"reason"_s, u"why"_s}}))
                            .json.value(u"id"_s)
                            .toString();
    }
    void imports()
    {
        const QByteArray until = admin.firstDay.addDays(90).toString(Qt::ISODate).toLatin1();
        const auto idIn = [](const Reply &reply) {
            return reply.json.value(u"rows"_s)[0][u"target_id"_s].toString();
        };
        ids[u"{k}"_s] = idIn(must(admin.postFile(
            "/imports/keys?apply=true&reason=moved",
            "partner;name;scheme;hash;header;scopes;realm;owner;expires_at\nalpha;old;sha256;" +
                sha256({"key"}).toHex() + ";X-Partner-Key;orders:read;sbx;tester;" + until + "\n")));
        ids[u"{i}"_s] =
            idIn(must(admin.postFile("/imports/client-ids?apply=true&reason=moved",
                                     "partner,client_id,realm,owner,expires_at\nalpha,acme-backend,"
                                     "sbx,tester," +
                                         until + "\n")));
    }
    /// What is shut: it must stay so.
    void closed()
    {
        const QString beta = ids[u"{b}"_s] = admin.makePartner(u"beta"_s);
        for (const auto &[place, verb] : {std::pair(u"{s}"_s, "/suspend"), std::pair(u"{r}"_s, "/revoke")}) {
            const QString id = ids[place] = admin.makeCredential(beta).id;
            (void)must(admin.post("/credentials/" + id.toLatin1() + verb, act()));
        }
        const SealingKey key = SealingKey::generate(admin.random);
        ids[u"{w}"_s] = must(admin.post("/partners/" + beta.toLatin1() + "/credentials",
                                        admin.issueBody(key.publicKey())))
                            .json.value(u"credential"_s)[u"id"_s]
                            .toString(); // waits for its acknowledgement
        (void)must(admin.post("/partners/" + beta.toLatin1() + "/freeze", act()));
        const QJsonObject eve{{u"account"_s, u"eve"_s}, {u"roles"_s, QJsonArray{u"viewer"_s}}};
        (void)must(admin.local(HttpMethod::Post, "/local/v1/operators", eve));
        (void)must(admin.local(HttpMethod::Post, "/local/v1/operators/disable", {{u"account"_s, u"eve"_s}}));
    }
    [[nodiscard]] static QString contradiction(Tx &tx)
    {
        StateCheck check;
        const QList<QByteArray> events = audit_log::canonicalRange(tx, 0, 10'000);
        for (const QByteArray &canonical : events)
            check.see(audit_log::decode(canonical));
        return check.contradiction(tx);
    }
    /// What is found when a statement was run past everybody; nothing is left of it.
    [[nodiscard]] QString foundAfter(QString statements)
    {
        for (auto id = ids.cbegin(); id != ids.cend(); ++id)
            statements.replace(id.key(), id.value());
        const auto found = admin.administration->context().store.writeNow<QString>([&](Tx &tx) {
            tx.exec(u"PRAGMA defer_foreign_keys = ON"_s);
            for (const QString &each : statements.split(u';', Qt::SkipEmptyParts))
                tx.exec(each);
            tx.rollBack();
            return contradiction(tx);
        });
        return found ? *found : u"not run: "_s + found.error().text;
    }
};

/// A column, or a member of a document, by which access is decided: what somebody would write there.
struct Compared
{
    const char *place;
    const char *statements;
    const char *says; ///< in what is found
};

#define PC_DOC(table, member, value, key)                                                                    \
    "UPDATE " table " SET doc = json_set(doc, '$." member "', " value ") WHERE " key

const Compared compared[]{
    {"partners.doc/id", PC_DOC("partners", "id", "'prt_x'", "id = '{p}'"), "name of another"},
    {"partners.doc/stage", PC_DOC("partners", "stage", "'production'", "id = '{p}'"), "another stage"},
    {"partners.doc/status", PC_DOC("partners", "status", "'active'", "id = '{b}'"), "was frozen"},
    {"partners.doc/plan_id", PC_DOC("partners", "plan_id", "'{l}'", "id = '{p}'"), "another plan"},
    {"grants.doc/partner_id", PC_DOC("grants", "partner_id", "'{b}'", "partner_id = '{p}'"),
     "name of another"},
    {"grants.doc/plan_id", PC_DOC("grants", "plan_id", "'{l}'", "partner_id = '{p}'"), "another plan"},
    {"grants.doc/scopes", PC_DOC("grants", "scopes[#]", "'payments:write'", "partner_id = '{p}'"),
     "scopes that no event gave"},
    {"grants.doc/resources", PC_DOC("grants", "resources", "json('[]')", "partner_id = '{p}'"),
     "other resources"},
    {"grants.doc/limit_override",
     PC_DOC("grants", "limit_override.limits.rate", "5000", "partner_id = '{p}'"), "other limits of its own"},
    {"networks.doc/partner_id", PC_DOC("networks", "partner_id", "'{b}'", "partner_id = '{p}'"),
     "name of another"},
    {"networks.doc/sandbox", PC_DOC("networks", "sandbox", "json('[]')", "partner_id = '{p}'"),
     "other allow-lists"},
    {"networks.doc/production",
     PC_DOC("networks", "production[0].network", "'0.0.0.0/0'", "partner_id = '{p}'"), "other allow-lists"},
    {"networks.doc/waiver",
     PC_DOC("networks", "waiver.until", "'2040-01-01T00:00:00.000Z'", "partner_id = '{p}'"),
     "other allow-lists"},
    {"networks.doc/credentials", PC_DOC("networks", "credentials", "json('[]')", "partner_id = '{p}'"),
     "other allow-lists"},
    {"credentials.id",
     "UPDATE credentials SET id = 'crd_x' WHERE id = '{c}'; UPDATE generations SET credential_id = 'crd_x' "
     "WHERE credential_id = '{c}'",
     "no event says"},
    {"credentials.partner_id", "UPDATE credentials SET partner_id = '{b}' WHERE id = '{c}'",
     "another partner's"},
    {"credentials.kind", "UPDATE credentials SET kind = 'client_secret' WHERE id = '{k}'", "another kind"},
    {"credentials.realm", "UPDATE credentials SET realm = 'prd' WHERE id = '{c}'", "another realm"},
    {"credentials.state", "UPDATE credentials SET state = 'active' WHERE id = '{r}'", "was revoked"},
    {"credentials.revoked_at", "UPDATE credentials SET revoked_at = NULL WHERE id = '{r}'", "was revoked"},
    {"credentials.suspended", "UPDATE credentials SET suspended = 0 WHERE id = '{s}'", "was suspended"},
    {"credentials.scopes", "UPDATE credentials SET scopes = scopes || ' payments:write' WHERE id = '{c}'",
     "scopes that its event did not give"},
    {"credentials.expires_at", "UPDATE credentials SET expires_at = expires_at + 86400000 WHERE id = '{c}'",
     "lives longer"},
    {"generations.credential_id",
     "UPDATE generations SET credential_id = '{s}' WHERE credential_id = '{c}' AND number = 2",
     "no event says so"},
    {"generations.number", "UPDATE generations SET number = 3 WHERE credential_id = '{c}' AND number = 2",
     "no event says so"},
    {"generations.state", "UPDATE generations SET state = 'active' WHERE credential_id = '{c}'",
     "no event says so"},
    {"generations.grace_until",
     "UPDATE generations SET grace_until = grace_until + 86400000 WHERE credential_id = "
     "'{c}' AND number = 1",
     "is longer"},
    {"legacy_keys.credential_id", "UPDATE legacy_keys SET credential_id = '{c}' WHERE credential_id = '{k}'",
     "another scheme"},
    {"legacy_keys.scheme", "UPDATE legacy_keys SET scheme = 'bcrypt' WHERE credential_id = '{k}'",
     "another scheme"},
    {"legacy_keys.header", "UPDATE legacy_keys SET header = 'X-Other' WHERE credential_id = '{k}'",
     "another header"},
    {"client_ids.client_id", "UPDATE client_ids SET client_id = 'other' WHERE credential_id = '{i}'",
     "another client id"},
    {"client_ids.credential_id", "UPDATE client_ids SET credential_id = '{c}' WHERE credential_id = '{i}'",
     "another client id"},
    {"scopes.doc/name", PC_DOC("scopes", "name", "'orders:write'", "name = 'orders:read'"),
     "name of another"},
    {"scopes.doc/api_id", PC_DOC("scopes", "api_id", "'api_demo'", "name = 'shop.goods:read'"),
     "its row says another"},
    {"scopes.doc/data_categories", PC_DOC("scopes", "data_categories", "json('[]')", "name = 'orders:read'"),
     "otherwise than its events"},
    {"scopes.doc/lawful_bases", PC_DOC("scopes", "lawful_bases", "json('[]')", "name = 'orders:read'"),
     "otherwise than its events"},
    {"scopes.doc/sensitive", PC_DOC("scopes", "sensitive", "json('false')", "name = 'orders:read'"),
     "otherwise than its events"},
    {"plans.doc/id", PC_DOC("plans", "id", "'pln_standard'", "id = '{l}'"), "name of another"},
    {"plans.doc/sandbox", PC_DOC("plans", "sandbox.rate", "500", "id = '{l}'"), "other limits"},
    {"plans.doc/limited", PC_DOC("plans", "limited.burst", "500", "id = '{l}'"), "other limits"},
    {"plans.doc/production", PC_DOC("plans", "production.daily_quota", "0", "id = '{l}'"), "other limits"},
    {"routes.doc/id", PC_DOC("routes", "id", "'rte_x'", "api_id = '{a}'"), "name of another"},
    {"routes.doc/api_id", PC_DOC("routes", "api_id", "'api_demo'", "api_id = '{a}'"), "other routes"},
    {"routes.doc/method", PC_DOC("routes", "method", "'DELETE'", "api_id = '{a}' AND method = 'POST'"),
     "other routes"},
    {"routes.doc/path_template",
     PC_DOC("routes", "path_template", "'/v1/other'", "api_id = '{a}' AND method = 'POST'"), "other routes"},
    {"routes.doc/scope", PC_DOC("routes", "scope", "'shop.stock:read'", "api_id = '{a}'"), "other routes"},
    {"routes.doc/also_scopes", PC_DOC("routes", "also_scopes", "json('[]')", "api_id = '{a}'"),
     "other routes"},
    {"routes.doc/stages", PC_DOC("routes", "stages", "json('[\"sandbox\"]')", "api_id = '{a}'"),
     "other routes"},
    {"routes.doc/body_limit", PC_DOC("routes", "body_limit", "7", "api_id = '{a}'"), "other routes"},
    {"routes.doc/content_types", PC_DOC("routes", "content_types", "json('[\"text/x\"]')", "api_id = '{a}'"),
     "other routes"},
    {"routes.doc/deprecated_at",
     PC_DOC("routes", "deprecated_at", "'2040-01-01T00:00:00.000Z'", "api_id = '{a}'"), "other routes"},
    {"routes.doc/sunset_at", PC_DOC("routes", "sunset_at", "'2040-01-01T00:00:00.000Z'", "api_id = '{a}'"),
     "other routes"},
    {"apis.doc/id", PC_DOC("apis", "id", "'api_x'", "id = '{a}'"), "name of another"},
    {"apis.doc/host", PC_DOC("apis", "host", "''", "id = '{a}'"), "another host"},
    {"apis.doc/base_path", PC_DOC("apis", "base_path", "'/v'", "id = '{a}'"), "another base_path"},
    {"apis.doc/audience", PC_DOC("apis", "audience", "''", "id = '{a}'"), "another audience"},
    {"api_versions.doc/id", PC_DOC("api_versions", "id", "'ver_x'", "api_id = '{a}'"), "name of another"},
    {"api_versions.doc/api_id", PC_DOC("api_versions", "api_id", "'api_demo'", "api_id = '{a}'"),
     "versions of the API"},
    {"api_versions.doc/path_prefix", PC_DOC("api_versions", "path_prefix", "'/v1/x'", "api_id = '{a}'"),
     "versions of the API"},
    {"api_versions.doc/sunset_at",
     PC_DOC("api_versions", "sunset_at", "'2040-01-01T00:00:00.000Z'", "api_id = '{a}'"),
     "versions of the API"},
    {"observations.id", "UPDATE observations SET id = 'obs_x' WHERE id = '{o}'", "name of another"},
    {"observations.ended_at",
     "UPDATE observations SET ended_at = NULL, doc = json_remove(doc, '$.ended_at') WHERE id = '{e}'",
     "was ended"},
    {"observations.doc/id", PC_DOC("observations", "id", "'obs_x'", "id = '{o}'"), "name of another"},
    {"observations.doc/ended_at",
     "UPDATE observations SET ended_at = NULL, doc = json_remove(doc, '$.ended_at') WHERE id = '{e}'",
     "was ended"},
    {"observations.doc/kind", PC_DOC("observations", "kind", "'api'", "id = '{o}'"), "something else"},
    {"observations.doc/target", PC_DOC("observations", "target", "'api_demo'", "id = '{o}'"),
     "something else"},
    {"observations.doc/path_prefix", PC_DOC("observations", "path_prefix", "'/v1'", "id = '{o}'"),
     "something else"},
    {"observations.doc/until", PC_DOC("observations", "until", "'2040-01-01T00:00:00.000Z'", "id = '{o}'"),
     "lasts longer"},
    {"operators.account",
     "UPDATE operators SET account = 'mallory' WHERE account = 'tester'; UPDATE sessions SET account = "
     "'mallory'",
     "\"mallory\""},
    {"operators.roles", "UPDATE operators SET roles = 'admin' WHERE account = 'eve'", "other roles"},
    {"operators.disabled_at", "UPDATE operators SET disabled_at = NULL WHERE account = 'eve'",
     "was disabled"},
    {"sessions.chain", "UPDATE sessions SET chain = 'ses_x'", "ses_x"},
    {"sessions.account", "UPDATE sessions SET account = 'eve'", "\"eve\" began"},
    {"sessions.renewable_until", "UPDATE sessions SET renewable_until = renewable_until + 86400000",
     "lasts longer"},
};

/// Columns that are not compared, by beginnings of their names, and why.
struct Left
{
    const char *places; ///< between commas; one that ends with '*' stands for all that begin so
    const char *why;
};

const Left left[]{
    {"audit_*,checkpoints.*", "the log itself: its hashes, its signatures and its anchor are checked"},
    {"schema_migrations.*,meta.*,nodes.*,partner_marks.*", "how the store works, not who may do what"},
    {"calls.*,call_ends.*,gateway_lines.*,rollups.*,source_use.*,metering_gaps.*,partner_stats.*,observed_"
     "calls.*,revocations.*",
     "what was: nobody is let in by it"},
    {"quota_counters.*", "what was used of a day: no event stands for a call"},
    {"jobs.*,idempotency.*,descriptions.*,revisions.*",
     "works and answers of their own; a description decides when it is applied, and then its routes are "
     "compared"},
    {"denied_tokens.*",
     "the ids of denied tokens are held back from the log on purpose; one lives for minutes"},
    {"partner_references.*", "what another system calls a partner: imports look for it, decisions do not"},
    {"generations.verifier,generations.pepper_version,generations.sealed,generations.ack_verifier,"
     "legacy_keys.origin,legacy_keys.lookup,legacy_keys.pepper_version,legacy_keys.prefix_length,legacy_keys."
     "box,"
     "legacy_keys.rehashed_at",
     "verifiers: in the log they would be what a thief looks for, and nobody can make one without a pepper, "
     "which no database holds"},
    {"sessions.token_hash", "of a token that is renewed every few minutes, which is no event"},
    {"legacy_keys.hmac_key", "names one of the keys in files; only a hash made with it fits"},
    {"generations.void_at,generations.grace_seconds,generations.expires_at,generations.acknowledged_at",
     "of a secret that waits: its acknowledgement is an event, and what follows from it is compared"},
    {"generations.tail,generations.created_at,generations.ended_at,generations.last_used_at,"
     "generations.last_used_from",
     "shown, not decided by"},
    {"sessions.expires_at", "at most a quarter of an hour, and no later than renewable_until"},
    {"credentials.name,credentials.name_key,credentials.owner,credentials.created_at,credentials.created_by,"
     "credentials.revoked_by,credentials.revoked_reason,credentials.next_event_at,credentials.version",
     "shown and looked for, not decided by; what is due by the clock is decided by the times themselves"},
    {"client_ids.realm", "that of the credential decides"},
    {"operators.display_name,operators.created_at", "shown, not decided by"},
    {"partners.id,partners.name,partners.name_key,partners.slug,partners.owner,partners.stage,partners."
     "status,"
     "partners.plan_id,partners.created_at,partners.updated_at,partners.stage_since,partners.version,"
     "grants.partner_id,grants.plan_id,grants.updated_at,grants.updated_by,grants.version,networks.partner_"
     "id,"
     "networks.version,scopes.name,scopes.api_id,plans.id,plans.name,routes.id,routes.api_id,routes.method,"
     "routes.path_template,apis.id,apis.created_at,apis.version,api_versions.id,api_versions.api_id,"
     "api_versions.path_prefix,observations.begun_at",
     "copies for lists and filters, and keys: the document beside them decides, and must have the same name"},
    {"partners.doc/name,partners.doc/slug,partners.doc/legal_name,partners.doc/country,partners.doc/"
     "registration,"
     "partners.doc/owner,partners.doc/purpose,partners.doc/retention_days,partners.doc/contacts,"
     "partners.doc/agreement,partners.doc/tags,partners.doc/notes,partners.doc/created_at,partners.doc/"
     "updated_at,"
     "partners.doc/stage_since,partners.doc/version,partners.doc/summary,grants.doc/version,grants.doc/"
     "updated_at,"
     "grants.doc/updated_by,networks.doc/version,networks.doc/updated_at,networks.doc/updated_by,scopes.doc/"
     "title,"
     "scopes.doc/sentence,scopes.doc/version,scopes.doc/updated_at,scopes.doc/updated_by,plans.doc/name,"
     "plans.doc/description,plans.doc/version,plans.doc/updated_at,plans.doc/updated_by,routes.doc/title,"
     "routes.doc/operation_id,apis.doc/name,apis.doc/revision_id,apis.doc/title,apis.doc/described_version,"
     "apis.doc/version,apis.doc/created_at,apis.doc/updated_at,apis.doc/updated_by,api_versions.doc/"
     "deprecated_at,"
     "api_versions.doc/successor_url,api_versions.doc/guide_url,api_versions.doc/sentence,api_versions.doc/"
     "version,"
     "api_versions.doc/created_at,api_versions.doc/updated_at,api_versions.doc/updated_by,observations.doc/"
     "reason,"
     "observations.doc/ticket,observations.doc/begun_at,observations.doc/begun_by,observations.doc/ended_by",
     "shown, told or counted; no call is decided by it"},
    {"partners.doc/lawful_basis,partners.doc/data_categories",
     "what a grant is edited within (docs/adr/0185); calls are decided by the grant, which is compared"},
    {"partners.doc/time_zone", "when a day's quota begins anew"},
    {"grants.doc/effective,apis.doc/routes,apis.doc/scopes,api_versions.doc/routes,api_versions.doc/"
     "partners_30d,"
     "api_versions.doc/calls_30d",
     "computed on reading"},
};

[[nodiscard]] QString leftFor(const QString &place)
{
    for (const Left &each : left) {
        const QStringList places = QString::fromLatin1(each.places).split(u',');
        for (const QString &one : places) {
            if (one == place || (one.endsWith(u'*') && place.startsWith(one.chopped(1))))
                return QString::fromUtf8(each.why);
        }
    }
    return {};
}

/// Every column of the schema, and every member that a stored document has.
QStringList placesOf(Tx &tx)
{
    QStringList places;
    QStringList documents;
    Statement row =
        tx.queryOnce(u"SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE "
                     "m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid"_s);
    while (row.next()) {
        const QString table = row.text(0);
        if (row.text(1) == u"doc")
            documents.append(table);
        else
            places.append(table + u'.' + row.text(1));
    }
    for (const QString &table : std::as_const(documents)) {
        QSet<QString> members;
        Statement doc = tx.queryOnce(u"SELECT doc FROM %1"_s.arg(table));
        while (doc.next()) {
            const QJsonObject object = QJsonDocument::fromJson(doc.text(0).toUtf8()).object();
            for (auto member = object.begin(); member != object.end(); ++member)
                members.insert(table + u".doc/"_s + member.key());
        }
        if (members.isEmpty())
            members.insert(table + u".doc"_s);
        places += QStringList(members.begin(), members.end());
    }
    return places;
}

} // namespace

/// Who edits the database is found, whichever column it is; of one that is not compared it is said why.
class TestVerifiedColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>();
        QVERIFY2(m_world->failed.isEmpty(), qPrintable(m_world->failed.join(u'\n')));
        QCOMPARE(m_world->foundAfter({}), QString());
    }
    void cleanupTestCase() { m_world.reset(); }

    void whatIsEditedIsFound_data()
    {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<QString>("says");
        for (const Compared &each : compared)
            QTest::newRow(each.place) << QString::fromUtf8(each.statements) << QString::fromUtf8(each.says);
    }
    void whatIsEditedIsFound()
    {
        QFETCH(QString, statements);
        QFETCH(QString, says);
        const QString found = m_world->foundAfter(statements);
        QVERIFY2(found.contains(says), qPrintable(found));
    }

    /// A new column is compared, or stands above with the reason why not (and in docs/operations.md).
    void noColumnIsForgotten()
    {
        const auto places = m_world->admin.administration->context().store.readNow<QStringList>(
            [](Tx &tx) { return placesOf(tx); });
        QVERIFY(places && places->size() > 200);
        QStringList forgotten;
        QStringList both;
        for (const QString &place : *places) {
            const bool isCompared =
                std::any_of(std::begin(compared), std::end(compared),
                            [&](const Compared &each) { return place == QLatin1StringView(each.place); });
            if (!isCompared && leftFor(place).isEmpty())
                forgotten.append(place);
            if (isCompared && !leftFor(place).isEmpty())
                both.append(place);
        }
        QCOMPARE(forgotten, QStringList());
        QCOMPARE(both, QStringList());
    }

    /// What came without any event.
    void whatIsAddedIsFound_data()
    {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<QString>("says");
        QTest::newRow("an observation") << u"INSERT INTO observations (id, begun_at, doc) SELECT 'obs_x', "
                                           u"begun_at, json_set(doc, '$.id', "
                                           "'obs_x') FROM observations WHERE id = '{o}'"_s
                                        << u"obs_x"_s;
        QTest::newRow("an API")
            << u"INSERT INTO apis (id, created_at, version, doc) SELECT 'api_x', created_at, "
               "version, json_set(doc, '$.id', 'api_x', '$.host', 'x') FROM apis WHERE id = '{a}'"_s
            << u"api_x"_s;
        for (const char *state : {"active", "grace"})
            QTest::addRow("a secret that nobody acknowledged, %s", state)
                << u"UPDATE generations SET state = '%1' WHERE credential_id = '{w}'"_s.arg(
                       QString::fromLatin1(state))
                << u"no event says so"_s;
        QTest::newRow("a version gone") << u"DELETE FROM api_versions"_s << u"versions of the API"_s;
        QTest::newRow("a route gone")
            << u"DELETE FROM routes WHERE api_id = '{a}' AND method = 'POST'"_s << u"other routes"_s;
        QTest::newRow("a column alone") // of a document that says that it is over
            << u"UPDATE observations SET ended_at = NULL WHERE id = '{e}'"_s << QString();
    }
    void whatIsAddedIsFound()
    {
        QFETCH(QString, statements);
        QFETCH(QString, says);
        const QString found = m_world->foundAfter(statements);
        QVERIFY2(says.isEmpty() ? found.isEmpty() : found.contains(says), qPrintable(found));
    }

    /// An API that moves takes its routes and versions along, and what was put back is what was reviewed.
    void movesAreFollowed()
    {
        AdminFixture &admin = m_world->admin;
        const QByteArray path = "/apis/" + m_world->ids[u"{a}"_s].toLatin1();
        QJsonObject draft = CatalogueFixture::draft(u"shop"_s, u"shop.example"_s, u"/shop/v1"_s);
        QCOMPARE(admin.put(path, draft, {}, admin.get(path).etag).status, 200);
        QCOMPARE(m_world->foundAfter({}), QString());
        const QByteArray version =
            path + "/versions/" +
            admin.get(path + "/versions").json.value(u"items"_s)[0][u"id"_s].toString().toLatin1();
        QCOMPARE(admin.post(version + "/end", act()).status, 200);
        QCOMPARE(m_world->foundAfter({}), QString());
        QVERIFY(m_world->foundAfter(u"UPDATE api_versions SET doc = json_remove(doc, '$.sunset_at')"_s)
                    .contains(u"versions of the API"_s));
        const qint64 now = admin.get(path + "/versions").json.value(u"items"_s)[0][u"version"_s].toInteger();
        const Reply gone = admin.post(version + "/remove", act(), {}, u"\"%1\""_s.arg(now));
        QVERIFY2(gone.status == 200, gone.body);
        QCOMPARE(m_world->foundAfter({}), QString());
        const Reply ended = admin.post("/observations/" + m_world->ids[u"{o}"_s].toLatin1() + "/end", act());
        QCOMPARE(ended.status, 200);
        QCOMPARE(m_world->foundAfter({}), QString());
    }

private:
    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestVerifiedColumns)
#include "tst_verified_columns.moc"
