// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "contract/crypto/hashing.h"
#include "contract/crypto/random_source.h"
#include "platform/admin/api/key_rehashes.h"
#include "platform/core/decision/legacy_reader.h"
#include "platform/core/secrets/bcrypt.h"
#include "platform/core/secrets/legacy_lookup.h"
#include "platform/store/rows/credential_rows.h"
#include "tests/platform/admin/admin_fixture.h"

#include <QFile>
#include <QTest>

using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray applied = "?apply=true&reason=moved";

ImportReport reportOf(const Reply &reply)
{
    const auto report = fromJson<ImportReport>(reply.json);
    return report ? *report : ImportReport{};
}

QString codesOf(const ImportRow &row)
{
    QStringList codes;
    for (const FieldError &each : row.errors)
        codes.append(each.pointer.mid(1) + u' ' + each.code);
    return codes.join(u", "_s);
}

class ImportFixture : public AdminFixture
{
public:
    QByteArray key = randomBase62(random, 30).view().toByteArray(); ///< of another system

    [[nodiscard]] QByteArray hexOf(const QByteArray &text) const { return sha256({text}).toHex(); }
    [[nodiscard]] QByteArray deadline(int days = 90) const
    {
        return firstDay.addDays(days).toString(Qt::ISODate).toLatin1();
    }
    /// A file of one key; a value is given as "column=value" and replaces the usual one.
    [[nodiscard]] QByteArray keyFile(const QByteArrayList &other = {}) const
    {
        QList<QPair<QByteArray, QByteArray>> cells{{"partner", "acme"},
                                                   {"name", "warehouse"},
                                                   {"scheme", "sha256"},
                                                   {"hash", hexOf(key)},
                                                   {"prefix", ""},
                                                   {"hmac_key", ""},
                                                   {"header", "X-Partner-Key"},
                                                   {"scopes", "orders:read"},
                                                   {"realm", "sbx"},
                                                   {"owner", "tester"},
                                                   {"expires_at", deadline()}};
        for (const QByteArray &each : other) {
            const qsizetype at = each.indexOf('=');
            for (auto &[column, value] : cells)
                value = column == each.first(at) ? each.sliced(at + 1) : value;
        }
        QByteArrayList columns;
        QByteArrayList values;
        for (const auto &[column, value] : cells) {
            columns.append(column);
            values.append(value);
        }
        return columns.join(';') + "\r\n" + values.join(';') + "\r\n";
    }
    [[nodiscard]] QString idOf(const ImportReport &report) const { return report.rows.value(0).targetId; }
    [[nodiscard]] CredentialRow row(const QString &id)
    {
        const auto read = administration->context().store.readNow<std::optional<CredentialRow>>(
            [&id](Tx &tx) { return credential_rows::find(tx, id); });
        return read && *read ? **read : CredentialRow{};
    }
};

} // namespace

class TestImports final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDryRunChangesNothing()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const qint64 events = admin.eventCount();
        const ImportReport keys = reportOf(admin.postFile("/imports/keys", admin.keyFile()));
        QVERIFY(!keys.applied);
        QCOMPARE(keys.created, 1);
        const ImportReport partners =
            reportOf(admin.postFile("/imports/partners", "slug,name\nacme,Acme Trading\n"));
        QVERIFY(!partners.applied);
        QCOMPARE(partners.updated, 1);
        QCOMPARE(partners.rows.at(0).changed, QStringList{u"name"_s});
        QCOMPARE(admin.eventCount(), events);
        QCOMPARE(admin.get("/credentials?kind=legacy_key").json.value("count"_L1).toInt(), 0);
    }

    void aKeyIsImportedOnce()
    {
        ImportFixture admin;
        const QString partner = admin.makePartner(u"acme"_s);
        const Reply reply = admin.postFile("/imports/keys" + applied, admin.keyFile());
        const ImportReport report = reportOf(reply);
        QVERIFY2(report.applied, reply.body);
        const QString id = admin.idOf(report);
        const auto credential = fromJson<Credential>(admin.get("/credentials/" + id.toLatin1()).json);
        QVERIFY(credential);
        QCOMPARE(credential->kind, CredentialKind::LegacyKey);
        QCOMPARE(credential->state, CredentialState::Active);
        QCOMPARE(credential->partnerId, partner);
        // A day is its last second, so that what shows the day shows the one that was written.
        QCOMPARE(credential->expiresAt, QDateTime(admin.firstDay.addDays(90), QTime(23, 59, 59), Qt::UTC));
        QVERIFY(credential->legacy);
        QCOMPARE(credential->legacy->header, u"X-Partner-Key"_s);
        const QJsonArray events = admin.events("action=credential.import");
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.at(0)["reason"_L1].toString(), u"moved"_s);

        // Found by decisions, and in nobody else's header.
        LegacyHmacKeys none;
        const LegacyReader reader(*admin.policy, *admin.peppers, none);
        const auto read = reader.read(*admin.policy->current(), "x-partner-key", admin.key);
        const auto &lookups = std::get<presented::Legacy>(read).lookups;
        const QByteArray *found = admin.policy->current()->legacyKeys().find(lookups.at(0));
        QVERIFY(found != nullptr);
        QCOMPARE(u"crd_"_s + QString::fromLatin1(*found), id);

        // The same file, also with another spelling of the hash.
        for (const QByteArray &hash : {admin.hexOf(admin.key), sha256({admin.key}).toBase64()}) {
            const ImportReport again =
                reportOf(admin.postFile("/imports/keys" + applied, admin.keyFile({"hash=" + hash})));
            QCOMPARE(again.unchanged, 1);
            QCOMPARE(again.created, 0);
            QCOMPARE(admin.idOf(again), id);
        }
        const ImportReport other = reportOf(
            admin.postFile("/imports/keys" + applied, admin.keyFile({"name=other", "owner=nobody"})));
        QCOMPARE(other.unchanged, 1);
        QCOMPARE(other.rows.at(0).leftAlone, (QStringList{u"name"_s, u"owner"_s}));
        QCOMPARE(admin.eventCount("action=credential.import"), 1);
    }

    void whatIsWrongIsSaidByItsColumn_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("code");
        QTest::newRow("partner") << QByteArray("partner=nobody") << u"partner unknown_value"_s;
        QTest::newRow("no name") << QByteArray("name=") << u"name required"_s;
        QTest::newRow("scheme") << QByteArray("scheme=md5") << u"scheme unknown_value"_s;
        QTest::newRow("header") << QByteArray("header=Cookie") << u"header bad_format"_s;
        QTest::newRow("prefix") << QByteArray("prefix=live") << u"prefix unknown_value"_s;
        QTest::newRow("scope") << QByteArray("scopes=nothing:read") << u"scopes not_granted"_s;
        QTest::newRow("wildcard") << QByteArray("scopes=orders:*") << u"scopes wildcard"_s;
        QTest::newRow("no scope") << QByteArray("scopes=") << u"scopes required"_s;
        QTest::newRow("realm") << QByteArray("realm=live") << u"realm unknown_value"_s;
        QTest::newRow("too early a stage") << QByteArray("realm=prd") << u"realm not_granted"_s;
        QTest::newRow("owner") << QByteArray("owner=nobody") << u"owner unknown_value"_s;
        QTest::newRow("no deadline") << QByteArray("expires_at=") << u"expires_at bad_format"_s;
        QTest::newRow("a month first") << QByteArray("expires_at=12/31/2026") << u"expires_at bad_format"_s;
        QTest::newRow("no such day") << QByteArray("expires_at=31.2.2026") << u"expires_at bad_format"_s;
        QTest::newRow("hash of nothing") << QByteArray("hash=" + sha256({}).toHex()) << u"hash too_short"_s;
        QTest::newRow("hash beside a wrong header")
            << QByteArray("header=Cookie|hash=x") << u"header bad_format, hash bad_format"_s;
        QTest::newRow("deadline over") << QByteArray("expires_at=2001-01-01") << u"expires_at out_of_range"_s;
    }

    void whatIsWrongIsSaidByItsColumn()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, code);
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const ImportReport report =
            reportOf(admin.postFile("/imports/keys" + applied, admin.keyFile(cell.split('|'))));
        QVERIFY(!report.applied);
        QCOMPARE(report.refused, 1);
        QCOMPARE(codesOf(report.rows.at(0)), code);
    }

    /// As a spreadsheet of a German system writes it.
    void aDayMayHavePoints()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const QDate day = admin.firstDay.addDays(90);
        const QByteArray cell = "expires_at=" + day.toString(u"d.M.yyyy"_s).toLatin1();
        const ImportReport report =
            reportOf(admin.postFile("/imports/keys" + applied, admin.keyFile({cell})));
        QVERIFY(report.applied);
        QCOMPARE(admin.row(admin.idOf(report)).value.expiresAt, QDateTime(day, QTime(23, 59, 59), Qt::UTC));
    }

    /// Of a key that the host has, it can be told.
    void theHmacOfNothingIsNoKey()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const Secret secret = randomBytes(admin.random, 32);
        LegacyHmacKeys keys;
        keys.add("old", secret);
        admin.administration->context().hmacKeys = &keys;
        const HmacKey key(secret);
        const auto codes = [&](QByteArrayView text) {
            return codesOf(
                reportOf(admin.postFile("/imports/keys", admin.keyFile({"scheme=hmac_sha256", "hmac_key=old",
                                                                        "hash=" + key.mac(text).toHex()})))
                    .rows.at(0));
        };
        QCOMPARE(codes({}), u"hash too_short"_s);
        QCOMPARE(codes("a-key-of-theirs"), QString());
        admin.administration->context().hmacKeys = nullptr;
    }

    void noDeadlineBeyondHalfAYear()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        QCOMPARE(
            reportOf(admin.postFile("/imports/keys", admin.keyFile({"expires_at=" + admin.deadline(178)})))
                .created,
            1);
        const ImportReport late =
            reportOf(admin.postFile("/imports/keys", admin.keyFile({"expires_at=" + admin.deadline(181)})));
        QCOMPARE(codesOf(late.rows.at(0)), u"expires_at out_of_range"_s);
    }

    /// Neither answered, logged nor stored: also not in a name or where columns were mixed up.
    void aKeyInClearIsRefusedAndNotRepeated()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const QByteArray clear = randomBase62(admin.random, 40).view().toByteArray();
        const Reply asHash = admin.postFile("/imports/keys" + applied, admin.keyFile({"hash=" + clear}));
        QCOMPARE(codesOf(reportOf(asHash).rows.at(0)), u"hash bad_format"_s);
        const Reply asName =
            admin.postFile("/imports/keys" + applied, admin.keyFile({"name=" + clear, "hash=" + clear}));
        const Reply column =
            admin.postFile("/imports/keys" + applied, "partner,api_key\nacme," + clear + "\n");
        QCOMPARE(column.status, 422);
        QCOMPARE(column.code(), u"import_refused"_s);
        const Reply headless = admin.postFile("/imports/keys" + applied, clear + ",x\nacme,y\n");
        QCOMPARE(headless.code(), u"import_refused"_s);
        for (const Reply &reply : {asHash, asName, column, headless})
            QVERIFY2(!reply.body.contains(clear), reply.body);
        QVERIFY(!admin.logged.contains(clear));
        admin.close();
        QFile database(databaseFile(admin.dir.path()));
        QVERIFY(database.open(QIODevice::ReadOnly));
        QVERIFY(!database.readAll().contains(clear));
    }

    /// Of a database that gets away, nobody gets the other system's hashes.
    void noHashIsInTheDatabase()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const QByteArray slow = "live_" + randomBase62(admin.random, 20).view().toByteArray();
        const QByteArray bcrypt = bcryptHash(Secret::copyOf(slow), 4, randomBytes(admin.random, 16).view());
        QVERIFY(reportOf(admin.postFile("/imports/keys" + applied, admin.keyFile())).applied);
        QVERIFY(reportOf(admin.postFile(
                             "/imports/keys" + applied,
                             admin.keyFile({"name=slow", "scheme=bcrypt", "hash=" + bcrypt, "prefix=live_"})))
                    .applied);
        admin.close();
        for (const QString &name :
             QStringList{databaseFile(admin.dir.path()), databaseFile(admin.dir.path()) + u"-wal"_s}) {
            QFile file(name);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            for (const QByteArray &hash : {admin.hexOf(admin.key), sha256({admin.key}),
                                           sha256({admin.key}).toBase64(), bcrypt, bcrypt.sliced(7)})
                QVERIFY(!bytes.contains(hash));
        }
    }

    void aFirstUseOutlivesARestart()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const QByteArray slow = "live_" + randomBase62(admin.random, 20).view().toByteArray();
        const QByteArray bcrypt = bcryptHash(Secret::copyOf(slow), 4, randomBytes(admin.random, 16).view());
        const QString id = admin.idOf(reportOf(admin.postFile(
            "/imports/keys" + applied, admin.keyFile({"scheme=bcrypt", "hash=" + bcrypt, "prefix=live_"}))));
        QCOMPARE(admin.row(id).legacy->prefixLength, 5);
        LegacyKeyReport report = *fromJson<LegacyKeyReport>(admin.get("/legacy-keys").json);
        QCOMPARE(report.waiting, 1);
        QCOMPARE(report.rehashed, 0);

        const FailureLimiter failures;
        const LegacyHmacKeys none;
        const auto factsNow = [&] {
            const LegacyReader reader(*admin.policy, *admin.peppers, none);
            CallFacts facts;
            facts.source = "192.0.2.1";
            facts.question.presented = reader.read(*admin.policy->current(), "x-partner-key", slow);
            return facts;
        };
        {
            FirstUses uses(*admin.policy, *admin.peppers, failures, admin.clock);
            uses.setSink(
                [&admin](const FirstUses::Proof &proof) { admin.administration->rehashes().record(proof); });
            QVERIFY(uses.isNeeded(factsNow()));
            std::promise<void> done;
            uses.prove(factsNow(), [&done](const CallFacts &) { done.set_value(); });
            QCOMPARE(done.get_future().wait_for(std::chrono::seconds(20)), std::future_status::ready);
            QCOMPARE(uses.computed(), 1);
        }
        QTRY_VERIFY(admin.row(id).value.legacy->rehashedAt.has_value());
        QVERIFY(admin.row(id).legacy->box.isEmpty());
        QCOMPARE(admin.eventCount("action=credential.rehash"), 1);

        admin.close();
        admin.open();
        QVERIFY(!FirstUses(*admin.policy, *admin.peppers, failures, admin.clock).isNeeded(factsNow()));
        const QByteArray sha =
            legacy::lookupOf(*admin.peppers, 1, "x-partner-key", KeyScheme::Sha256, {}, sha256({slow}));
        QVERIFY(admin.policy->current()->legacyKeys().find(sha) != nullptr);
        report = *fromJson<LegacyKeyReport>(admin.get("/legacy-keys").json);
        QCOMPARE(report.waiting, 0);
        QCOMPARE(report.rehashed, 1);
        // The row of the file is known as before.
        QCOMPARE(reportOf(admin.postFile("/imports/keys",
                                         admin.keyFile({"scheme=bcrypt", "hash=" + bcrypt, "prefix=live_"})))
                     .unchanged,
                 1);
    }

    void itIsSuspendedAndRevokedAsOthers()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const QByteArray id =
            admin.idOf(reportOf(admin.postFile("/imports/keys" + applied, admin.keyFile()))).toLatin1();
        const QJsonObject reason{{u"reason"_s, u"test"_s}};
        QCOMPARE(admin.post("/credentials/" + id + "/suspend", reason).status, 200);
        QCOMPARE(admin.policy->current()->credential(id.sliced(4))->state, CredentialState::Suspended);
        const QString etag = admin.get("/credentials/" + id).etag;
        QCOMPARE(admin.post("/credentials/" + id + "/resume", reason, {}, etag).status, 200);
        SealingKey sealing = SealingKey::generate(admin.random);
        const Reply rotated =
            admin.post("/credentials/" + id + "/rotate",
                       {{u"seal_to"_s, admin.issueBody(sealing.publicKey()).value("seal_to"_L1)}}, {},
                       admin.get("/credentials/" + id).etag);
        QCOMPARE(rotated.code(), u"not_rotating"_s);
        QCOMPARE(admin.post("/credentials/" + id + "/revoke", reason).status, 200);
        const LegacyKeyReport report = *fromJson<LegacyKeyReport>(admin.get("/legacy-keys").json);
        QCOMPARE(report.left, 0);
        QCOMPARE(report.over, 1);
        // What was taken does not come back by importing it again.
        QCOMPARE(reportOf(admin.postFile("/imports/keys" + applied, admin.keyFile())).unchanged, 1);
        QCOMPARE(admin.policy->current()->credential(id.sliced(4))->state, CredentialState::Revoked);
    }

    void noneIsIssued()
    {
        ImportFixture admin;
        const QString partner = admin.makePartner(u"acme"_s);
        SealingKey sealing = SealingKey::generate(admin.random);
        QJsonObject body = admin.issueBody(sealing.publicKey());
        body.insert(u"kind"_s, u"legacy_key"_s);
        QCOMPARE(admin.post("/partners/" + partner.toLatin1() + "/credentials", body).status, 422);
    }

    void theCampaignKnowsSuccessorsAndCalls()
    {
        ImportFixture admin;
        const QString partner = admin.makePartner(u"acme"_s);
        const QString id = admin.idOf(reportOf(admin.postFile("/imports/keys" + applied, admin.keyFile())));
        LegacyKeyReport report = *fromJson<LegacyKeyReport>(admin.get("/legacy-keys").json);
        QCOMPARE(report.left, 1);
        QCOMPARE(report.neverUsed, 1);
        QCOMPARE(report.withoutSuccessor, 1);
        const AdminFixture::Issued successor = admin.makeCredential(partner);
        for (int i = 0; i < 3; ++i)
            admin.calls->push(admin.servedCall(partner, id, i));
        admin.administration->start();
        QTRY_COMPARE(fromJson<LegacyKeyReport>(admin.get("/legacy-keys").json)->keys.at(0).calls30d, 3);
        report = *fromJson<LegacyKeyReport>(admin.get("/legacy-keys?partner_id=" + partner.toLatin1()).json);
        QCOMPARE(report.neverUsed, 0);
        QCOMPARE(report.withoutSuccessor, 0);
        QCOMPARE(report.keys.at(0).successorId, successor.id);
        QCOMPARE(fromJson<LegacyKeyReport>(admin.get("/legacy-keys?partner_id=prt_none").json)->left, 0);
    }

    void partnersComeChangeAndStay()
    {
        ImportFixture admin;
        const QString acme = admin.makePartner(u"acme"_s);
        const QString plan = admin.get("/partners/" + acme.toLatin1()).json.value("plan_id"_L1).toString();
        const QByteArray file =
            "\xEF\xBB\xBFslug;name;legal_name;country;owner;plan;time_zone;lawful_basis;data_categories;"
            "scopes;"
            "contact_security_name;contact_security_email;contact_security_phone;tags\r\n"
            "hafen-kontor;Hafen Kontor;Hafen Kontor GmbH;DE;tester;" +
            plan.toUtf8() +
            ";Europe/Berlin;contract;orders;orders:read;\"Security; on call\";security@example.com;'+49 30 "
            "12345;a|b "
            "c\r\nacme;Acme Renamed;;;;;;;;;;;;\r\n";
        const Reply reply = admin.postFile("/imports/partners" + applied, file);
        const ImportReport report = reportOf(reply);
        QVERIFY2(report.applied, reply.body);
        QCOMPARE(report.created, 1);
        QCOMPARE(report.updated, 1);
        const QByteArray id = report.rows.at(0).targetId.toLatin1();
        const auto partner = fromJson<Partner>(admin.get("/partners/" + id).json);
        QVERIFY(partner);
        QCOMPARE(partner->contacts.size(), 1);
        QCOMPARE(partner->contacts.at(0).name, u"Security; on call"_s);
        QCOMPARE(partner->contacts.at(0).phone, u"+49 30 12345"_s);
        QCOMPARE(partner->tags, (QStringList{u"a"_s, u"b c"_s}));
        QCOMPARE(admin.get("/partners/" + acme.toLatin1()).json.value("name"_L1).toString(),
                 u"Acme Renamed"_s);
        QCOMPARE(admin.get("/partners/" + id + "/grant").json.value("scopes"_L1).toArray().size(), 1);
        const QJsonArray created = admin.events("action=partner.create&target_id=" + id);
        QCOMPARE(created.at(0)["reason"_L1].toString(), u"moved"_s);

        const qint64 events = admin.eventCount();
        const ImportReport again = reportOf(admin.postFile("/imports/partners" + applied, file));
        QCOMPARE(again.unchanged, 2);
        QCOMPARE(admin.eventCount(), events);
        const ImportReport scopes = reportOf(admin.postFile(
            "/imports/partners" + applied, "slug,scopes\nhafen-kontor,orders:read orders:write\n"));
        QCOMPARE(scopes.rows.at(0).leftAlone, QStringList{u"scopes"_s});
    }

    void anotherSystemsNameIsRemembered()
    {
        ImportFixture admin;
        const QString acme = admin.makePartner(u"acme"_s);
        const QString other = admin.makePartner(u"other"_s);
        const ImportReport first = reportOf(
            admin.postFile("/imports/partners" + applied, "slug,external_ref\nacme,K-1001\nother,K-1002\n"));
        QVERIFY(first.applied);
        QCOMPARE(first.updated, 2);
        QCOMPARE(first.rows.at(0).changed, QStringList{u"external_ref"_s});
        const QJsonArray told = admin.events("action=partner.edit&target_id=" + acme.toLatin1());
        QCOMPARE(told.at(0)["changes"_L1].toArray().at(0)["after"_L1].toString(), u"K-1001"_s);
        const ImportReport renamed = reportOf(admin.postFile(
            "/imports/partners" + applied, "slug,external_ref,name\nacme-new,K-1001,\n,K-1002,Other Name\n"));
        QVERIFY(renamed.applied);
        QCOMPARE(renamed.updated, 2);
        QCOMPARE(renamed.rows.at(0).targetId, acme);
        QCOMPARE(renamed.rows.at(1).targetId, other);
        QCOMPARE(admin.get("/partners/" + acme.toLatin1()).json.value("slug"_L1).toString(), u"acme-new"_s);
        const ImportReport wrong =
            reportOf(admin.postFile("/imports/partners", "slug,external_ref\nacme-new,K-1002\n"));
        QCOMPARE(codesOf(wrong.rows.at(0)), u"external_ref taken"_s);
    }

    void oneRefusedRowKeepsAllOut()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const ImportReport report = reportOf(
            admin.postFile("/imports/partners" + applied,
                           "slug,name,country\nacme,Other,\nacme,Twice,\nnew-one,New,Germany\n,x,\n"));
        QVERIFY(!report.applied);
        QCOMPARE(report.updated, 1);
        QCOMPARE(report.refused, 3);
        QCOMPARE(codesOf(report.rows.at(1)), u"slug repeated"_s);
        QVERIFY2(codesOf(report.rows.at(2)).contains(u"country"_s), qPrintable(codesOf(report.rows.at(2))));
        QCOMPARE(codesOf(report.rows.at(3)), u"slug required"_s);
        QCOMPARE(admin.get("/partners?q=Other").json.value("count"_L1).toInt(), 0);
    }

    /// Whoever mends a row mends it once.
    void allFaultsOfARowAreToldAtOnce()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        const ImportReport report = reportOf(admin.postFile(
            "/imports/partners", "slug,name,legal_name,country,owner,plan,lawful_basis,retention_days,scopes,"
                                 "contact_security_name,"
                                 "contact_security_email\n"
                                 "New One,New,,Germany,nobody,none,none,long,nothing:read,Sam,sam\n"
                                 "acme,,,,nobody,none,,,,,\n"));
        QCOMPARE(report.refused, 2);
        QStringList columns;
        for (const FieldError &each : report.rows.at(0).errors)
            columns.append(each.pointer);
        columns.removeDuplicates();
        columns.sort();
        QCOMPARE(columns, (QStringList{u"/contact_security_email"_s, u"/country"_s, u"/lawful_basis"_s,
                                       u"/legal_name"_s, u"/owner"_s, u"/plan"_s, u"/retention_days"_s,
                                       u"/scopes"_s, u"/slug"_s}));
        QCOMPARE(codesOf(report.rows.at(1)), u"plan unknown_value, owner unknown_value"_s);
        for (const ImportRow &row : report.rows) {
            for (const FieldError &each : row.errors)
                QVERIFY2(!each.detail.contains(u'['), qPrintable(each.detail));
        }
    }

    void listsOfACellAreWhatTheyLookLike()
    {
        ImportFixture admin;
        const QString acme = admin.makePartner(u"acme"_s);
        const auto before = fromJson<Partner>(admin.get("/partners/" + acme.toLatin1()).json);
        QVERIFY(before);
        const QByteArray categories = before->dataCategories.join(u", "_s).toUtf8();
        const ImportReport report =
            reportOf(admin.postFile("/imports/partners" + applied, "slug,data_categories,tags\nacme,\"" +
                                                                       categories + ", extra\",\"a; b\"\n"));
        QVERIFY(report.applied);
        const auto partner = fromJson<Partner>(admin.get("/partners/" + acme.toLatin1()).json);
        QVERIFY(partner);
        QCOMPARE(partner->dataCategories, QStringList(before->dataCategories) << u"extra"_s);
        QCOMPARE(partner->tags, (QStringList{u"a"_s, u"b"_s}));
        const ImportReport scopes =
            reportOf(admin.postFile("/imports/keys", admin.keyFile({"scopes=orders:read, orders:read,"})));
        QCOMPARE(scopes.created, 1);
    }

    /// A cell has room for thousands of scopes.
    void thereAreOnlySoManyScopes()
    {
        ImportFixture admin;
        (void)admin.makePartner(u"acme"_s);
        QByteArrayList many;
        for (int i = 0; i < 1300; ++i)
            many.append("s" + QByteArray::number(i));
        const QByteArray cell = many.join(' ');
        const ImportReport keys =
            reportOf(admin.postFile("/imports/keys", admin.keyFile({"scopes=" + cell})));
        QCOMPARE(codesOf(keys.rows.value(0)), u"scopes too_many"_s);
        const ImportReport partners =
            reportOf(admin.postFile("/imports/partners", "slug,scopes\nnew-one," + cell + "\n"));
        QCOMPARE(codesOf(partners.rows.value(0)).count(u"scopes"_s), 1);
        const ImportReport wrong =
            reportOf(admin.postFile("/imports/keys", admin.keyFile({"scopes=none:a none:b none:c"})));
        QCOMPARE(codesOf(wrong.rows.value(0)), u"scopes not_granted"_s);
    }

    void aNameThatSomebodyHasIsRemarked()
    {
        ImportFixture admin;
        const QString acme = admin.makePartner(u"acme"_s);
        const auto before = fromJson<Partner>(admin.get("/partners/" + acme.toLatin1()).json);
        QVERIFY(before);
        const QByteArray rest = ",Legal,DE,tester," + before->planId.toUtf8() + ",contract\n";
        const ImportReport report = reportOf(
            admin.postFile("/imports/partners",
                           "slug,name,legal_name,country,owner,plan,lawful_basis\nnew-one," +
                               before->name.toUpper().toUtf8() + rest + "new-two," + before->name.toUtf8() +
                               rest + "new-three,Another" + rest + "acme," + before->name.toUtf8() + rest));
        QCOMPARE(report.refused, 0);
        QCOMPARE(report.rows.at(0).sameName, QStringList{u"acme"_s});
        QCOMPARE(report.rows.at(1).sameName, (QStringList{u"acme"_s, u"new-one"_s}));
        QCOMPARE(report.rows.at(2).sameName, QStringList());
        QCOMPARE(report.rows.at(3).sameName, QStringList());
    }

    void aReasonAndAKnownColumnAreNeeded()
    {
        ImportFixture admin;
        QCOMPARE(admin.postFile("/imports/partners?apply=true", "slug\na\n").status, 400);
        QCOMPARE(admin.postFile("/imports/partners?format=xml", "slug\na\n").status, 400);
        QCOMPARE(admin.postFile("/imports/partners", "slug,nmae\na,b\n").code(), u"import_refused"_s);
        QCOMPARE(admin.postFile("/imports/partners?format=json", R"({"keys":[]})").code(),
                 u"import_refused"_s);
        admin.signIn(u"vera"_s, {u"viewer"_s});
        QCOMPARE(admin.postFile("/imports/partners", "slug\na\n").status, 403);
        QCOMPARE(admin.postFile("/imports/keys", "partner\na\n").status, 403);
    }
};

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
