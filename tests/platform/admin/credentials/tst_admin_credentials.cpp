// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/admin/credentials/rotation_requests.h"

#include "contract/crypto/credential_format.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/credentials/credential_maker.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/revocation/narrowings.h"

#include <QDirIterator>
#include <QtTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// Issue, acknowledge, rotate, grace, suspend, revoke through the API, with lost replies, a full store and
/// restarts.
class TestAdminCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issueAndAcknowledge();
    void lostReplyOfIssueGivesTheSameBytes();
    void lostReplyOfRotationGivesTheSameBytes();
    void wrongDigestChangesNothing();
    void unacknowledgedIsVoidAfterFifteenMinutes();
    void requestsOutsideTheRulesAreRefused();
    void ofAnUnknownKindNoSecretIsMade();
    void rotationKeepsBothUntilTheGraceEnds();
    void emergencyRotationDropsTheOlder();
    void graceIsMovedAndEnded();
    void lostReplyOfAGraceIsGivenWhenItIsOver();
    void suspendAndResume();
    void revocationIsFinal();
    void clockEventsAreRecordedAfterwards();
    void fullStoreStillRevokes();
    void cutsThatWaitForTheStoreStayClosed();
    void noSecretIsStoredAnywhere();
};

void TestAdminCredentials::issueAndAcknowledge()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"alpha"_s);
    const SealingKey key = SealingKey::generate(fixture.random);
    const Reply issued = fixture.post("/partners/" + partner.toLatin1() + "/credentials",
                                      fixture.issueBody(key.publicKey()), "k1");
    QCOMPARE(issued.status, 201);
    const Secret text = AdminFixture::unseal(issued.json, key, "k1");
    QVERIFY(parseCredential(text.view(), "pcx").has_value());
    const QString id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    QVERIFY(!accepts(fixture, text)); // pending
    QCOMPARE(fixture.acknowledge(id, 1, text).status, 200);
    QVERIFY(accepts(fixture, text));
    fixture.open();
    QVERIFY(accepts(fixture, text)); // from the store again
    const Reply again = fixture.post("/partners/" + partner.toLatin1() + "/credentials",
                                     fixture.issueBody(key.publicKey()), "k1");
    QCOMPARE(again.status, 410);
    QCOMPARE(again.code(), u"secret_gone"_s);
}

void TestAdminCredentials::lostReplyOfIssueGivesTheSameBytes()
{
    AdminFixture fixture;
    const QByteArray partner = fixture.makePartner(u"alpha"_s).toLatin1();
    const SealingKey key = SealingKey::generate(fixture.random);
    const QJsonObject body = fixture.issueBody(key.publicKey());
    fixture.sendAndLose(HttpMethod::Post, "/partners/" + partner + "/credentials", body, "lost", {});
    const Reply second = fixture.post("/partners/" + partner + "/credentials", body, "lost");
    fixture.open(); // and across a restart
    const Reply third = fixture.post("/partners/" + partner + "/credentials", body, "lost");
    QCOMPARE(second.status, 201);
    QCOMPARE(third.json.value(u"sealed"_s), second.json.value(u"sealed"_s));
    const Secret text = AdminFixture::unseal(third.json, key, "lost");
    const QString id = third.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    QCOMPARE(fixture.acknowledge(id, 1, text).status, 200);
    QVERIFY(accepts(fixture, text));
    const Reply list = fixture.get("/credentials?partner_id=" + partner);
    QCOMPARE(list.json.value(u"count"_s).toInteger(), 1);
}

void TestAdminCredentials::lostReplyOfRotationGivesTheSameBytes()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const SealingKey key = SealingKey::generate(fixture.random);
    fixture.sendAndLose(HttpMethod::Post, path(made.id, "/rotate"), rotateBody(key.publicKey()), "rot",
                        made.etag);
    const Reply again = fixture.post(path(made.id, "/rotate"), rotateBody(key.publicKey()), "rot", made.etag);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.json.value(u"generation"_s).toInt(), 2);
    const Secret text = AdminFixture::unseal(again.json, key, "rot");
    QVERIFY(accepts(fixture, made.text)); // untouched until the acknowledgement
    QCOMPARE(fixture.acknowledge(made.id, 2, text).status, 200);
    QVERIFY(accepts(fixture, text));
    QVERIFY(accepts(fixture, made.text));
}

void TestAdminCredentials::wrongDigestChangesNothing()
{
    AdminFixture fixture;
    const QByteArray partner = fixture.makePartner(u"alpha"_s).toLatin1();
    const SealingKey key = SealingKey::generate(fixture.random);
    const Reply issued =
        fixture.post("/partners/" + partner + "/credentials", fixture.issueBody(key.publicKey()), "k");
    const QString id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    const Reply wrong = fixture.acknowledge(id, 1, Secret::copyOf("something else"));
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.code(), u"wrong_digest"_s);
    for (const char *number : {"0", "2", "7", "x", "1x", "-1"}) {
        const Reply nowhere =
            fixture.post(path(id, QByteArray("/generations/") + number + "/ack"), {{u"digest"_s, u"AAAA"_s}});
        QVERIFY2(nowhere.status == 404, number);
    }
    QCOMPARE(fixture.get(path(id)).json.value(u"state"_s).toString(), u"pending"_s);
    QCOMPARE(fixture.acknowledge(id, 1, AdminFixture::unseal(issued.json, key, "k")).status, 200);
}

void TestAdminCredentials::unacknowledgedIsVoidAfterFifteenMinutes()
{
    AdminFixture fixture;
    const QByteArray partner = fixture.makePartner(u"alpha"_s).toLatin1();
    const SealingKey key = SealingKey::generate(fixture.random);
    const QJsonObject body = fixture.issueBody(key.publicKey());
    const Reply issued = fixture.post("/partners/" + partner + "/credentials", body, "k");
    const Secret text = AdminFixture::unseal(issued.json, key, "k");
    const QString id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    fixture.clock.advance(std::chrono::minutes(15) - std::chrono::milliseconds(1));
    fixture.signIn(u"tester"_s, {u"admin"_s});
    const auto again = [&] { return fixture.post("/partners/" + partner + "/credentials", body, "k"); };
    QCOMPARE(again().status, 201);
    fixture.clock.advance(std::chrono::milliseconds(1)); // from this very instant on
    QCOMPARE(again().code(), u"credential_void"_s);
    QCOMPARE(fixture.acknowledge(id, 1, text).status, 409);
    QCOMPARE(fixture.get(path(id)).json.value(u"state"_s).toString(), u"void"_s);
    QCOMPARE(
        fixture.post("/partners/" + partner + "/credentials", fixture.issueBody(key.publicKey()), "other")
            .status,
        201);
}

void TestAdminCredentials::requestsOutsideTheRulesAreRefused()
{
    AdminFixture fixture;
    const QByteArray partner = fixture.makePartner(u"alpha"_s).toLatin1();
    const QByteArray place = "/partners/" + partner + "/credentials";
    const SealingKey key = SealingKey::generate(fixture.random);
    const QJsonObject good = fixture.issueBody(key.publicKey());
    const auto changed = [&](const QString &name, const QJsonValue &value) {
        QJsonObject body = good;
        body.insert(name, value);
        return fixture.post(place, body);
    };
    const Reply ownerless = changed(u"owner"_s, QString());
    QCOMPARE(ownerless.status, 422);
    QCOMPARE(ownerless.json.value(u"errors"_s).toArray().size(), 1); // required, and not looked up as well
    QCOMPARE(changed(u"scopes"_s, QJsonArray{u"*"_s}).status, 422);
    QCOMPARE(changed(u"scopes"_s, QJsonArray{u"invoices:read"_s}).status, 422); // not granted
    QCOMPARE(changed(u"scopes"_s, QJsonArray()).status, 422);
    const QDateTime now = toDateTime(fixture.clock.now().wall);
    QCOMPARE(changed(u"expires_at"_s, now.addDays(400).toString(Qt::ISODateWithMs)).status, 422);
    QCOMPARE(changed(u"expires_at"_s, now.addSecs(-1).toString(Qt::ISODateWithMs)).status, 422);
    QCOMPARE(changed(u"seal_to"_s, u"AAAA"_s).status, 422);
    const Reply early = changed(u"realm"_s, u"prd"_s);
    QCOMPARE(early.status, 409);
    QCOMPARE(early.code(), u"stage_too_low"_s);
    QCOMPARE(fixture.post("/partners/prt_none/credentials", good).status, 404);
}

/// A newer release may have left such a credential: it is refused, and the service stays.
void TestAdminCredentials::ofAnUnknownKindNoSecretIsMade()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const SealingKey key = SealingKey::generate(fixture.random);
    const auto fresh = [&](CredentialKind kind) {
        Credential credential;
        credential.id = made.id;
        credential.kind = kind;
        credential.realm = Realm::Sandbox;
        return makeGeneration(credential, 1, key.publicKey(), u"key"_s, "pcx", *fixture.peppers,
                              fixture.random);
    };
    QVERIFY(fresh(CredentialKind::ApiKey));
    QVERIFY(!fresh(CredentialKind::Unknown));
    const auto stored = fixture.administration->context().store.writeNow<bool>([](Tx &tx) {
        tx.exec(u"UPDATE credentials SET kind = 'of_a_later_release'"_s);
        return true;
    });
    QVERIFY(stored.has_value());
    const QString etag = fixture.get(path(made.id)).etag;
    const Reply rotated = fixture.post(path(made.id, "/rotate"), rotateBody(key.publicKey()), {}, etag);
    QCOMPARE(rotated.status, 409);
    QCOMPARE(rotated.code(), u"not_rotating"_s);
}

void TestAdminCredentials::rotationKeepsBothUntilTheGraceEnds()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const auto next = rotateAndAcknowledge(fixture, made, 600);
    QCOMPARE(next.acknowledged.json.value(u"state"_s).toString(), u"rotating"_s);
    const SealingKey key = SealingKey::generate(fixture.random);
    const Reply third =
        fixture.post(path(made.id, "/rotate"), rotateBody(key.publicKey()), {}, next.acknowledged.etag);
    QCOMPARE(third.status, 409);
    QCOMPARE(third.code(), u"two_generations_valid"_s);
    fixture.clock.advance(std::chrono::seconds(599));
    QVERIFY(accepts(fixture, made.text));
    fixture.clock.advance(std::chrono::seconds(2));
    QVERIFY(!accepts(fixture, made.text));
    QVERIFY(accepts(fixture, next.text));
}

void TestAdminCredentials::emergencyRotationDropsTheOlder()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const auto second = rotateAndAcknowledge(fixture, made);
    const SealingKey key = SealingKey::generate(fixture.random);
    const Reply emergency = fixture.post(path(made.id, "/rotate"), rotateBody(key.publicKey(), 0, true), "e",
                                         second.acknowledged.etag);
    QCOMPARE(emergency.status, 201);
    QVERIFY(!accepts(fixture, made.text)); // dropped at once
    QVERIFY(accepts(fixture, second.text));
    const Secret third = AdminFixture::unseal(emergency.json, key, "e");
    QCOMPARE(fixture.acknowledge(made.id, 3, third).status, 200);
    QVERIFY(!accepts(fixture, second.text)); // a grace of nothing
    QVERIFY(accepts(fixture, third));
}

void TestAdminCredentials::graceIsMovedAndEnded()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    Reply state = rotateAndAcknowledge(fixture, made, 60).acknowledged;
    const auto until = [&](qint64 seconds) {
        QJsonObject body = act();
        body.insert(u"until"_s,
                    toDateTime(fixture.clock.now().wall).addSecs(seconds).toString(Qt::ISODateWithMs));
        return body;
    };
    QCOMPARE(fixture.post(path(made.id, "/grace"), until(8 * 86400), {}, state.etag).code(),
             u"grace_too_long"_s);
    state = fixture.post(path(made.id, "/grace"), until(300), {}, state.etag);
    QCOMPARE(state.status, 200);
    fixture.clock.advance(std::chrono::seconds(120));
    QVERIFY(accepts(fixture, made.text));
    QCOMPARE(fixture.post(path(made.id, "/grace"), until(0), {}, u"\"1\""_s).status, 412);
    // An end now is a revocation, and says why; an end to come need not.
    QJsonObject silent = until(0);
    silent.remove(u"reason"_s);
    QCOMPARE(fixture.post(path(made.id, "/grace"), silent, {}, state.etag).status, 422);
    silent.insert(u"until"_s, toDateTime(fixture.clock.now().wall).addMSecs(1).toString(Qt::ISODateWithMs));
    state = fixture.post(path(made.id, "/grace"), silent, {}, state.etag);
    QCOMPARE(state.status, 200);
    QVERIFY(accepts(fixture, made.text));
    state = fixture.post(path(made.id, "/grace"), until(0), {}, state.etag);
    QCOMPARE(state.status, 200);
    QVERIFY(!accepts(fixture, made.text));
    QCOMPARE(fixture.post(path(made.id, "/grace"), until(60), {}, state.etag).code(), u"not_rotating"_s);
}

/// An end to come needs no reason, an end now does: the same request, sent again when that end has come, is
/// answered as it was.
void TestAdminCredentials::lostReplyOfAGraceIsGivenWhenItIsOver()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const Reply acked = rotateAndAcknowledge(fixture, made, 3600).acknowledged;
    const QString until = toDateTime(fixture.clock.now().wall).addSecs(900).toString(Qt::ISODateWithMs);
    const QJsonObject body{{u"until"_s, until}};
    fixture.sendAndLose(HttpMethod::Post, path(made.id, "/grace"), body, "grace", acked.etag);
    fixture.clock.advance(std::chrono::minutes(16));
    fixture.signIn(u"tester"_s, {u"admin"_s});
    const Reply again = fixture.post(path(made.id, "/grace"), body, "grace", acked.etag);
    QVERIFY2(again.status == 200, again.body);
    QCOMPARE(again.headers.value("Idempotency-Replayed"), QByteArray("true"));
    QCOMPARE(again.json.value(u"generations"_s).toArray().at(1).toObject().value(u"grace_until"_s), until);
    // Sent for the first time now, it is judged by now.
    const Reply fresh = fixture.post(path(made.id, "/grace"), body, "other", fixture.get(path(made.id)).etag);
    QCOMPARE(fresh.status, 422);
    QCOMPARE(fresh.json.value(u"errors"_s).toArray().at(0).toObject().value(u"code"_s), u"required"_s);
}

void TestAdminCredentials::suspendAndResume()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const Reply suspended = fixture.post(path(made.id, "/suspend"), act());
    QCOMPARE(suspended.status, 200);
    QVERIFY(!accepts(fixture, made.text));
    fixture.open();
    QVERIFY(!accepts(fixture, made.text));
    QCOMPARE(fixture.post(path(made.id, "/resume"), act(), {}, suspended.etag).status, 200);
    QVERIFY(accepts(fixture, made.text));
    QCOMPARE(
        fixture.post(path(made.id, "/suspend"), {{u"reason"_s, QString()}, {u"ticket"_s, QString()}}).status,
        422);
}

void TestAdminCredentials::revocationIsFinal()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const Reply revoked = fixture.post(path(made.id, "/revoke"), act(), "cut");
    QCOMPARE(revoked.status, 200);
    QCOMPARE(revoked.json.value(u"durable"_s).toBool(), true);
    QCOMPARE(revoked.json.value(u"credential"_s).toObject().value(u"state"_s).toString(), u"revoked"_s);
    QVERIFY(!accepts(fixture, made.text));
    QCOMPARE(fixture.post(path(made.id, "/revoke"), act(), "cut").status, 200); // the same request
    QCOMPARE(fixture.post(path(made.id, "/revoke"), act(), "again").code(), u"already_revoked"_s);
    QCOMPARE(fixture.post(path(made.id, "/resume"), act(), {}, revoked.etag).status, 409);
    fixture.open();
    QVERIFY(!accepts(fixture, made.text));
}

void TestAdminCredentials::clockEventsAreRecordedAfterwards()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    rotateAndAcknowledge(fixture, made, 60);
    Maintenance maintenance(fixture.administration->context());
    QCOMPARE(maintenance.recordClockEvents(), 0);
    fixture.clock.advance(std::chrono::seconds(61));
    QCOMPARE(maintenance.recordClockEvents(), 1);
    QCOMPARE(maintenance.recordClockEvents(), 0);
    fixture.clock.advance(std::chrono::hours(24 * 91));
    QCOMPARE(maintenance.recordClockEvents(), 1);
    fixture.signIn(u"tester"_s, {u"admin"_s});
    QCOMPARE(fixture.eventCount("action=generation.grace_ended"), 1);
    QCOMPARE(fixture.eventCount("action=credential.expired"), 1);
    QCOMPARE(fixture.get(path(made.id)).json.value(u"state"_s).toString(), u"expired"_s);
}

void TestAdminCredentials::fullStoreStillRevokes()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"alpha"_s);
    const auto made = fixture.makeCredential(partner);
    const auto other = fixture.makeCredential(partner);
    const auto filler = fixture.makeCredential(partner);
    fixture.open(1); // from here on the database cannot grow
    int written = 0;
    while (fixture.post("/partners", fixture.draft(u"fill-%1"_s.arg(written))).status == 201) {
        ++written;
        QVERIFY(written < 500);
    }
    QCOMPARE(fixture.post("/partners", fixture.draft(u"one-more"_s)).code(), u"store_full"_s);
    // Small writes still find room in half-filled pages: until they do not either.
    for (;; ++written) {
        QVERIFY(written < 2000);
        if (fixture.post(path(filler.id, "/suspend"), act()).status == 507)
            break;
        const Reply now = fixture.get(path(filler.id));
        if (fixture.post(path(filler.id, "/resume"), act(), {}, now.etag).status == 507)
            break;
    }
    const Reply revoked = fixture.post(path(made.id, "/revoke"), act());
    QCOMPARE(revoked.status, 202);
    QCOMPARE(revoked.json.value(u"durable"_s).toBool(), false);
    QVERIFY(!accepts(fixture, made.text));
    fixture.open(1); // still closed after a restart, with the store still full
    QVERIFY(!accepts(fixture, made.text));
    QVERIFY(accepts(fixture, other.text));
    fixture.open(); // room again: the service writes it by itself
    QVERIFY(!accepts(fixture, made.text));
    Maintenance(fixture.administration->context()).everySecond();
    QVERIFY(fixture.administration->context().backlog.waiting().empty());
    QCOMPARE(fixture.get(path(made.id)).json.value(u"state"_s).toString(), u"revoked"_s);
    QCOMPARE(fixture.eventCount("action=credential.revoke"), 1);
    fixture.open();
    QVERIFY(!accepts(fixture, made.text));
}

/// What was closed without the store stays closed whatever happens to the stored object, which does not know
/// of it yet.
void TestAdminCredentials::cutsThatWaitForTheStoreStayClosed()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"alpha"_s);
    const QString second = fixture.makePartner(u"beta"_s);
    const auto revoked = fixture.makeCredential(partner);
    const auto suspended = fixture.makeCredential(partner);
    AdminContext &context = fixture.administration->context();
    const auto closeNow = [&](JournalEntry::Kind kind, const QString &id) {
        JournalEntry entry;
        entry.kind = kind;
        entry.id = id;
        entry.at = context.now();
        entry.actor = u"ops-1"_s;
        std::promise<bool> journaled;
        context.backlog.note({entry, context.policy.narrow(narrowings::of(entry)).ticket},
                             [&journaled](bool done) { journaled.set_value(done); });
        return journaled.get_future().get();
    };
    QVERIFY(closeNow(JournalEntry::Kind::Credential, revoked.id));
    QVERIFY(closeNow(JournalEntry::Kind::Suspend, suspended.id));
    QVERIFY(closeNow(JournalEntry::Kind::Freeze, second));
    const auto allClosed = [&] {
        return !accepts(fixture, revoked.text) && !accepts(fixture, suspended.text) &&
               fixture.policy->current()->partner(second)->status == PartnerStatus::Frozen;
    };
    QVERIFY(allClosed());
    // The stored objects say "active": each of these publishes a rule made from them. What opens stores first
    // what the journal holds of the same; whoever resumes what was revoked has read an older object.
    QCOMPARE(fixture.post(path(revoked.id, "/suspend"), act()).status, 200);
    const Reply before = fixture.get(path(revoked.id));
    QCOMPARE(fixture.post(path(revoked.id, "/resume"), act(), {}, before.etag).status, 412);
    const Reply partnerNow = fixture.get("/partners/" + second.toLatin1());
    QJsonObject edited = fixture.draft(u"beta"_s);
    edited.insert(u"notes"_s, u"called"_s);
    QCOMPARE(fixture.put("/partners/" + second.toLatin1(), edited, {}, partnerNow.etag).status, 200);
    QVERIFY(allClosed());
    // What is asked last holds: whoever has read it after the suspension that waited was stored opens it, and
    // it stays open.
    const auto resumed = fixture.makeCredential(partner);
    QVERIFY(closeNow(JournalEntry::Kind::Suspend, resumed.id));
    QCOMPARE(fixture.post(path(resumed.id, "/suspend"), act()).status, 200);
    const QString former = fixture.get(path(resumed.id)).etag;
    QCOMPARE(fixture.post(path(resumed.id, "/resume"), act(), {}, former).status, 412);
    QVERIFY(!accepts(fixture, resumed.text));
    Maintenance(context).everySecond();
    const Reply shut = fixture.get(path(resumed.id));
    QVERIFY(shut.etag != former);
    QCOMPARE(fixture.post(path(resumed.id, "/resume"), act(), {}, shut.etag).status, 200);
    QVERIFY(accepts(fixture, resumed.text));

    Maintenance(context).everySecond();
    QVERIFY(context.backlog.waiting().empty());
    QVERIFY(allClosed());
    QVERIFY(accepts(fixture, resumed.text));
    QCOMPARE(fixture.get(path(revoked.id)).json.value(u"state"_s).toString(), u"revoked"_s);
    QCOMPARE(fixture.get(path(suspended.id)).json.value(u"state"_s).toString(), u"suspended"_s);
    QCOMPARE(fixture.get("/partners/" + second.toLatin1()).json.value(u"status"_s).toString(), u"frozen"_s);
    fixture.open();
    QVERIFY(allClosed());
    QVERIFY(accepts(fixture, resumed.text));
}

void TestAdminCredentials::noSecretIsStoredAnywhere()
{
    AdminFixture fixture;
    const QByteArray partner = fixture.makePartner(u"alpha"_s).toLatin1();
    QList<QByteArray> secrets;
    for (int i = 0; i < 1000; ++i) {
        const SealingKey key = SealingKey::generate(fixture.random);
        const QByteArray idempotency = fixture.freshKey();
        const Reply issued = fixture.post("/partners/" + partner + "/credentials",
                                          fixture.issueBody(key.publicKey()), idempotency);
        QCOMPARE(issued.status, 201);
        const Secret text = AdminFixture::unseal(issued.json, key, idempotency);
        const auto parsed = parseCredential(text.view(), "pcx");
        QVERIFY(parsed);
        secrets.append(parsed->secret.view().toByteArray());
        if (i % 2 == 0) { // the other half stays pending, with its sealed bytes
            const QString id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
            QCOMPARE(fixture.acknowledge(id, 1, text).status, 200);
        }
    }
    QByteArray haystack = fixture.logged;
    int files = 0;
    QDirIterator it(fixture.dir.path(), QDir::Files | QDir::Hidden);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        haystack += file.readAll();
        ++files;
    }
    QVERIFY(files >= 3);                      // database, log, keys
    QVERIFY(haystack.contains("Order sync")); // the search would find something
    QSet<QByteArray> needles;
    constexpr int window = 16;
    for (const QByteArray &secret : secrets) {
        const QString text = QString::fromLatin1(secret);
        const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        for (const QByteArray &form :
             {secret, secret.toHex(), secret.toHex().toUpper(), secret.toBase64(), utf16})
            needles.insert(form.left(window));
    }
    qsizetype hits = 0;
    for (qsizetype i = 0; i + window <= haystack.size(); ++i)
        hits += needles.contains(QByteArray::fromRawData(haystack.constData() + i, window)) ? 1 : 0;
    QCOMPARE(hits, 0);
}

QTEST_GUILESS_MAIN(TestAdminCredentials)
#include "tst_admin_credentials.moc"
