// SPDX-License-Identifier: GPL-3.0-or-later
// Every refusal that openapi.yaml documents, of every operation, provoked over real HTTP. A documented one
// without a case fails, and so does a code that nobody documented.
#include "tests/platform/admin/api/documented_refusals.h"
#include "tests/platform/admin/api/refusal_fixture.h"

#include "contract/codec/base64url.h"
#include "platform/store/rows/job_rows.h"
#include <QtTest>

#include <array>
#include <functional>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

class TestAdminRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byTheRequestAlone();
    void byTheState();
    void byTheStore();
    void bySpecialRequests();
    void nothingDocumentedIsLeft();

private:
    void theImports(RefusalFixture &fixture);
    void theCatalogue(RefusalFixture &fixture);
    void expect(const Operation &operation, const Answer &answer, const QString &expected)
    {
        const QString wrong = m_book.note(operation, answer, expected);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    void expect(Op op, const Answer &answer, const QString &expected)
    {
        expect(operation(op), answer, expected);
    }
    DocumentedRefusals m_book;
};

/// What can be said of a request before its object is looked at.
void TestAdminRefusals::byTheRequestAlone()
{
    RefusalFixture fixture;
    OperatorRow nobody;
    const QByteArray token = fixture.admin.token;
    fixture.admin.signIn(u"nobody"_s, {u"viewer"_s});
    const QByteArray roleless = std::exchange(fixture.admin.token, token);
    nobody.account = u"nobody"_s; // an account whose roles this release does not know
    nobody.displayName = u"nobody"_s;
    fixture.admin.administration->context().sessions.setOperator(nobody);

    for (const Operation &operation : operations()) {
        const auto ask = [&] { return fixture.ask(operation); };
        Ask request = ask();
        request.token.clear();
        expect(operation, fixture.send(request), u"401 unauthorized"_s);
        request = ask();
        request.token = roleless;
        expect(operation, fixture.send(request), u"403 forbidden"_s);
        request = ask();
        request.target += request.target.contains('?') ? "&nothing=1" : "?nothing=1";
        expect(operation, fixture.send(request), u"400 bad_parameter"_s);
        const QStringList names = queryNames(operation);
        const QByteArray path = ask().target.split('?').first();
        for (const QString &name : names) { // what it takes, it takes once
            request = ask();
            request.target = path + '?' + name.toLatin1() + "=1&" + name.toLatin1() + "=1";
            expect(operation, fixture.send(request), u"400 bad_parameter"_s);
        }
        if (names.contains(u"limit"_s)) {
            request = ask();
            const QByteArray needed = names.contains(u"scope"_s)   ? "scope=idle&"
                                      : names.contains(u"field"_s) ? "field=outcome&"
                                                                   : "";
            request.target = path + '?' + needed + "limit=5";
            QCOMPARE(fixture.send(request).status, 200);
        }
        if (operation.write) {
            request = ask();
            request.key.clear();
            expect(operation, fixture.send(request), u"400 idempotency_key_required"_s);
            request.key = QByteArray(201, 'k'); // of any length
            expect(operation, fixture.send(request), u"400 idempotency_key_required"_s);
            if (!operation.rawBody) {
                request = ask();
                request.body = "[1]";
                expect(operation, fixture.send(request), u"400 bad_json"_s);
                request.body = R"({"reason":"a","reason":"b"})";
                expect(operation, fixture.send(request), u"400 repeated_member"_s);
            }
            request = ask();
            const auto ticket = fixture.admin.administration->context().inFlight.enter(
                u"tester"_s, QString::fromLatin1(operation.id), QString::fromLatin1(request.key));
            expect(operation, fixture.send(request), u"409 idempotency_in_flight"_s);
        }
        if (m_book.documents(operation, "413")) {
            request = ask();
            request.body = request.body.isEmpty() ? QByteArray("{}") : request.body;
            request.length = 100'000'000;
            expect(operation, fixture.send(request), u"413 body_too_large"_s);
            request = ask();
            if (!operation.rawBody) { // also what is small, and would be much once it is read
                request.body = R"({"name":[)" + QByteArrayList(30'000, "1").join(',') + "]}";
                expect(operation, fixture.send(request), u"413 body_too_large"_s);
            }
            request.body = R"({"name":")" + QByteArray(operation.bodyLimit * 1024, 'n') + "\"}";
            expect(operation, fixture.send(request), u"413 body_too_large"_s);
        }
        if (m_book.documents(operation, "415")) {
            request = ask();
            request.body = request.body.isEmpty() ? QByteArray("{}") : request.body;
            request.contentType = "text/plain";
            expect(operation, fixture.send(request), u"415 content_type_unsupported"_s);
        }
        if (m_book.documents(operation, "428")) {
            request = ask();
            request.ifMatch.clear();
            expect(operation, fixture.send(request), u"428 if_match_required"_s);
        }
    }
}

/// A file that is no table, or whose columns are others.
void TestAdminRefusals::theImports(RefusalFixture &fixture)
{
    for (const Op op : {Op::ImportPartners, Op::ImportKeys, Op::ImportPlans, Op::ImportClientIds}) {
        for (const char *bytes : {"nothing that is known\n", "name,name\n", "\xff", "api_key\n"}) {
            Ask file = fixture.ask(operation(op));
            file.body = bytes;
            expect(op, fixture.send(file), u"422 import_refused"_s);
        }
        Ask file = fixture.ask(operation(op));
        file.target += "?apply=true";
        expect(op, fixture.send(file), u"400 bad_parameter"_s);
    }
}

/// What it cannot have, and what is decided by already.
void TestAdminRefusals::theCatalogue(RefusalFixture &fixture)
{
    Ask file = fixture.ask(operation(Op::RevisionPropose));
    file.body = "swagger: '2.0'";
    expect(Op::RevisionPropose, fixture.send(file), u"422 description_refused"_s);
    for (const char *query : {"?prefix=Shop.", "?named=yes", "?otherwise=name"}) {
        file = fixture.ask(operation(Op::RevisionPropose));
        file.target += query;
        expect(Op::RevisionPropose, fixture.send(file), u"400 bad_parameter"_s);
    }
    // A scope of the demonstration API.
    file = fixture.ask(operation(Op::RevisionPropose));
    file.body = R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"security":[{"s":["orders:read"]}],)"
                R"("paths":{"/a":{"get":{}}}})";
    const Answer taken = fixture.send(file);
    QCOMPARE(taken.status, 201);
    const QByteArray proposal = std::exchange(
        fixture.revision, QJsonDocument::fromJson(taken.body).object().value(u"id"_s).toString().toLatin1());
    expect(Op::RevisionApply, fixture.send(Op::RevisionApply), u"409 catalogue_conflict"_s);
    QCOMPARE(fixture.send(Op::RevisionRemove).status, 200);
    fixture.revision = proposal;
    Ask apply = fixture.ask(operation(Op::RevisionApply));
    apply.target.replace("revision_version=1", "revision_version=2");
    expect(Op::RevisionApply, fixture.send(apply), u"409 revision_changed"_s);
    apply = fixture.ask(operation(Op::RevisionApply));
    apply.target.replace("?revision_version=1", "");
    expect(Op::RevisionApply, fixture.send(apply), u"400 bad_parameter"_s);
    QCOMPARE(fixture.send(Op::RevisionApply).status, 200);
    expect(Op::RevisionRemove, fixture.send(Op::RevisionRemove), u"409 revision_in_force"_s);
    expect(Op::RevisionApply, fixture.send(Op::RevisionApply), u"409 revision_in_force"_s);
    expect(Op::RevisionRule, fixture.send(Op::RevisionRule, fixture.bodyOf(Op::RevisionRule)),
           u"409 revision_in_force"_s);
    const QJsonObject begun = fixture.bodyOf(Op::ObservationBegin);
    QCOMPARE(fixture.send(Op::ObservationBegin, begun).status, 201);
    expect(Op::ObservationBegin, fixture.send(Op::ObservationBegin, begun), u"409 already_observed"_s);
    QCOMPARE(fixture.send(Op::ObservationEnd).status, 200);
    expect(Op::ObservationEnd, fixture.send(Op::ObservationEnd), u"409 observation_over"_s);
    expect(Op::ObservationExtend, fixture.send(Op::ObservationExtend, fixture.bodyOf(Op::ObservationExtend)),
           u"409 observation_over"_s);
    QCOMPARE(fixture.send(Op::VersionEnd).status, 200);
    expect(Op::VersionEnd, fixture.send(Op::VersionEnd), u"409 version_over"_s);
    QJsonObject taking = fixture.bodyOf(Op::ApiCreate);
    taking.insert(u"base_path"_s, u"/api/v1/orders"_s);
    expect(Op::ApiCreate, fixture.send(Op::ApiCreate, taking), u"422 validation_failed"_s);
    for (int i = 0; i < 110 && fixture.send(Op::ApiCreate).status == 201; ++i) {
    }
    expect(Op::ApiCreate, fixture.send(Op::ApiCreate), u"409 catalogue_full"_s);
    const QByteArray own = std::exchange(fixture.api, "api_demo");
    expect(Op::ApiRemove, fixture.send(Op::ApiRemove), u"409 api_in_use"_s);
    const QByteArray idle = std::exchange(fixture.scope, "orders:read");
    expect(Op::ScopeRemove, fixture.send(Op::ScopeRemove), u"409 scope_in_use"_s);
    fixture.scope = idle;
    const QByteArray free = std::exchange(fixture.plan, "pln_standard");
    expect(Op::PlanRemove, fixture.send(Op::PlanRemove), u"409 plan_in_use"_s);
    fixture.plan = free;
    fixture.api = own;
}

/// What the object, or its absence, refuses.
void TestAdminRefusals::byTheState()
{
    RefusalFixture fixture;
    for (const Operation &operation : operations()) {
        Ask request = fixture.ask(operation);
        if (m_book.documents(operation, "404")) {
            request.target.replace(fixture.partner, "prt_none").replace(fixture.credential, "crd_none");
            request.target.replace("evt_000000000000", "evt_999999999999").replace(fixture.job, "job_none");
            request.target.replace(fixture.api, "api_none").replace(fixture.revision, "rev_none");
            request.target.replace(fixture.observation, "obs_none").replace(fixture.version, "ver_none");
            request.target.replace(fixture.plan, "pln_none");
            request.target.replace(QByteArray("scope=" + fixture.scope), "scope=none");
            expect(operation, fixture.send(request),
                   operation.op == Op::CheckpointGet ? u"404 no_checkpoint"_s : u"404 not_found"_s);
        }
        if (m_book.documents(operation, "412")) {
            request = fixture.ask(operation);
            request.ifMatch = "\"999\"";
            expect(operation, fixture.send(request), u"412 stale"_s);
        }
        if (m_book.documents(operation, "422") && operation.body != nullptr) {
            request = fixture.ask(operation);
            request.body = R"({"no_such_member":1})";
            expect(operation, fixture.send(request), u"422 validation_failed"_s);
        }
    }
    theImports(fixture);
    theCatalogue(fixture);
    expect(Op::JobStart, fixture.send(Op::JobStart), u"409 job_under_way"_s);
    expect(Op::JobResume, fixture.send(Op::JobResume), u"409 job_under_way"_s);
    // The same key for another request.
    for (const Op op : {Op::CheckpointMake, Op::JobCancel, Op::JobResume}) {
        Ask again = fixture.ask(operation(op));
        QCOMPARE(fixture.send(again).status, op == Op::CheckpointMake ? 200 : 202);
        again.body = R"({"other":1})";
        expect(op, fixture.send(again), u"422 idempotency_conflict"_s);
    }
    QCOMPARE(fixture.send(Op::JobCancel).status, 202);
    expect(Op::JobCancel, fixture.send(Op::JobCancel), u"409 job_over"_s);

    expect(Op::PartnerPromote, fixture.send(Op::PartnerPromote), u"409 gates_open"_s);
    expect(Op::PartnerUnfreeze, fixture.send(Op::PartnerUnfreeze), u"409 not_frozen"_s);
    expect(Op::CredentialAck, fixture.send(Op::CredentialAck), u"409 already_acknowledged"_s);
    expect(Op::CredentialResume, fixture.send(Op::CredentialResume), u"409 not_suspended"_s);
    expect(Op::CredentialGrace, fixture.send(Op::CredentialGrace), u"409 not_rotating"_s);
    QJsonObject production = fixture.bodyOf(Op::CredentialIssue);
    production.insert(u"realm"_s, u"prd"_s);
    expect(Op::CredentialIssue, fixture.send(Op::CredentialIssue, production), u"409 stage_too_low"_s);

    // A rotation under way: nothing but the right digest takes it.
    const Ask rotate = fixture.ask(operation(Op::CredentialRotate));
    QCOMPARE(fixture.send(rotate).status, 201);
    Ask ack = fixture.ask(operation(Op::CredentialAck));
    ack.target.replace("/generations/1/", "/generations/2/");
    expect(Op::CredentialAck, fixture.send(ack), u"422 wrong_digest"_s);

    // Two valid generations, then what the life cycle says at each turn.
    const SealingKey key = SealingKey::generate(fixture.admin.random);
    const auto turn = [&](bool emergency) {
        Ask rotation = fixture.ask(operation(Op::CredentialRotate));
        rotation.body =
            QJsonDocument(QJsonObject{{u"seal_to"_s, QString::fromLatin1(toBase64Url(key.publicKey()))},
                                      {u"emergency"_s, emergency},
                                      {u"reason"_s, u"why"_s}})
                .toJson(QJsonDocument::Compact);
        return std::pair(rotation, fixture.send(rotation));
    };
    const auto [taken, answer] = turn(false);
    QVERIFY2(answer.status == 201, answer.body);
    const QJsonObject sealed = QJsonDocument::fromJson(answer.body).object();
    const int number = sealed.value(u"generation"_s).toInt();
    const Secret text = AdminFixture::unseal(sealed, key, taken.key);
    QCOMPARE(fixture.admin.acknowledge(QString::fromLatin1(fixture.credential), number, text).status, 200);
    expect(Op::CredentialRotate, fixture.send(taken), u"410 secret_gone"_s);
    expect(Op::CredentialRotate, turn(false).second, u"409 two_generations_valid"_s);
    Ask grace = fixture.ask(operation(Op::CredentialGrace));
    grace.body = QJsonDocument(QJsonObject{{u"until"_s,
                                            fixture.admin.administration->context().now().addDays(8).toString(
                                                Qt::ISODateWithMs)}})
                     .toJson(QJsonDocument::Compact);
    expect(Op::CredentialGrace, fixture.send(grace), u"409 grace_too_long"_s);
    QCOMPARE(fixture.send(Op::CredentialSuspend).status, 200);
    expect(Op::CredentialRotate, turn(true).second, u"409 not_active"_s);
    QCOMPARE(fixture.send(Op::CredentialRevoke).status, 200);
    for (const Op op : {Op::CredentialRevoke, Op::CredentialSuspend, Op::CredentialGrace})
        expect(op, fixture.send(op), u"409 already_revoked"_s);

    // A generation that waited too long, and a frozen partner.
    Ask issue = fixture.ask(operation(Op::CredentialIssue));
    const Answer issued = fixture.send(issue);
    QCOMPARE(issued.status, 201);
    fixture.credential = QJsonDocument::fromJson(issued.body)
                             .object()
                             .value(u"credential"_s)
                             .toObject()
                             .value(u"id"_s)
                             .toString()
                             .toLatin1();
    fixture.admin.clock.advance(std::chrono::minutes(14));
    const Answer renewed = fixture.send(Op::SessionRenew);
    QCOMPARE(renewed.status, 200);
    fixture.admin.token = issue.token =
        QJsonDocument::fromJson(renewed.body).object().value(u"token"_s).toString().toLatin1();
    fixture.admin.clock.advance(std::chrono::minutes(2));
    expect(Op::CredentialIssue, fixture.send(issue), u"410 credential_void"_s);
    const Answer late = fixture.send(Op::CredentialAck);
    QVERIFY2(late.status == 409 || late.status == 410, late.body);
    expect(Op::CredentialAck, late, word(late));
    QCOMPARE(fixture.send(Op::PartnerFreeze).status, 200);
    expect(Op::PartnerFreeze, fixture.send(Op::PartnerFreeze), u"409 partner_not_active"_s);
    expect(Op::CredentialIssue, fixture.send(Op::CredentialIssue), u"409 partner_not_active"_s);
}

void TestAdminRefusals::bySpecialRequests()
{
    RefusalFixture fixture;
    const auto get = [&fixture](Op op, const QByteArray &query) {
        Ask request = fixture.ask(operation(op));
        request.target = request.target.left(request.target.indexOf('?') < 0 ? request.target.size()
                                                                             : request.target.indexOf('?')) +
                         query;
        return fixture.send(request);
    };
    const QString bad = u"400 bad_parameter"_s;
    for (const QByteArray &query :
         {QByteArray("?stage=sandbox&stage=limited"), QByteArray("?stage=none"),
          QByteArray("?stage=sandbox%20"), QByteArray("?sort=nothing"), QByteArray("?limit=0"),
          QByteArray("?limit=1001"), QByteArray("?limit=%205"), QByteArray("?limit=5%20"),
          QByteArray("?limit=%2B5"), QByteArray("?limit=1.5"), QByteArray("?limit="),
          QByteArray("?expiring_within_days=-1"), QByteArray("?q=" + QByteArray(201, 'a'))})
        expect(Op::PartnerList, get(Op::PartnerList, query), bad);
    expect(Op::PartnerList, get(Op::PartnerList, "?cursor=nonsense"), u"400 bad_cursor"_s);
    // A cursor of another order, of another list.
    (void)fixture.admin.makePartner(u"second"_s);
    const QByteArray cursor =
        fixture.admin.get("/partners?limit=1").json.value(u"next_cursor"_s).toString().toLatin1();
    QVERIFY(!cursor.isEmpty());
    expect(Op::PartnerList, get(Op::PartnerList, "?sort=-name&cursor=" + cursor), u"400 bad_cursor"_s);
    expect(Op::CredentialList, get(Op::CredentialList, "?cursor=" + cursor), u"400 bad_cursor"_s);
    expect(Op::AuditList, get(Op::AuditList, "?cursor=" + cursor), u"400 bad_cursor"_s);
    for (const QByteArray &time :
         {QByteArray("2026-02-30T00:00:00Z"), QByteArray("2026-13-01T00:00:00Z"), QByteArray("2026-01-01"),
          QByteArray("2026-01-01T00:00:00"), QByteArray("2026-01-01T24:00:01Z"),
          QByteArray("2026-01-01T00:00:00Z%20"), QByteArray("yesterday")}) {
        expect(Op::AuditList, get(Op::AuditList, "?from=" + time), bad);
        expect(Op::AuditList, get(Op::AuditList, "?to=" + time), bad);
        expect(Op::CallList, get(Op::CallList, "?to=" + time), bad);
        expect(Op::UsageSeries, get(Op::UsageSeries, "?from=" + time + "&to=2026-01-02T00:00:00Z"), bad);
    }
    expect(Op::UsageSeries, get(Op::UsageSeries, "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z"), bad);
    expect(Op::UsageSeries, get(Op::UsageSeries, "?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"), bad);
    expect(Op::ChangesGet, get(Op::ChangesGet, "?wait=26"), bad);
    expect(Op::AuditStream, get(Op::AuditStream, "?after=-2"), bad);
    expect(Op::InclusionProofGet, get(Op::InclusionProofGet, "?index=1&size=1"), bad);
    expect(Op::InclusionProofGet, get(Op::InclusionProofGet, "?index=0&size=999"), bad);
    expect(Op::ConsistencyProofGet, get(Op::ConsistencyProofGet, "?first=2&second=1"), bad);
    for (const char *query : {"?q=%00", "?q=%0A", "?q=%ED%A0%80", "?q=%"})
        expect(Op::PartnerList, get(Op::PartnerList, query), u"400 query_malformed"_s);
    Ask elsewhere = fixture.ask(operation(Op::PartnerList));
    elsewhere.target = "ftp://localhost/admin/v1/partners";
    expect(Op::PartnerList, fixture.send(elsewhere), u"400 target_malformed"_s);
    Ask crooked = fixture.ask(operation(Op::PartnerGet));
    crooked.target += "/../x";
    expect(Op::PartnerGet, fixture.send(crooked), u"400 path_not_canonical"_s);
    Ask withBody = fixture.ask(operation(Op::PartnerGet));
    withBody.body = "{}";
    expect(Op::PartnerGet, fixture.send(withBody), u"400 body_unexpected"_s);
}

/// A store that is broken, closed or full.
void TestAdminRefusals::byTheStore()
{
    const QList<const Operation *> all = askedFirst();
    {
        RefusalFixture fixture;
        QHash<const Operation *, Ask> requests;
        for (const Operation *operation : all)
            requests.insert(operation, fixture.ask(*operation));
        const auto broken = fixture.admin.administration->context().store.writeNow<bool>([](Tx &tx) {
            QStringList tables;
            {
                Statement row =
                    tx.queryOnce(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                 "'sqlite_%' AND name NOT LIKE 'audit_words%'"_s);
                while (row.next())
                    tables.append(row.text(0));
            }
            for (const QString &table : tables)
                tx.exec(u"ALTER TABLE "_s + table + u" RENAME TO gone_"_s + table);
            return true;
        });
        QVERIFY(broken);
        for (const Operation *operation : all)
            expect(*operation, fixture.send(requests.value(operation)), u"500 internal"_s);
    }
    {
        RefusalFixture fixture;
        QHash<const Operation *, Ask> requests;
        for (const Operation *operation : all)
            requests.insert(operation, fixture.ask(*operation));
        fixture.admin.administration->context().store.close();
        for (const Operation *operation : all)
            expect(*operation, fixture.send(requests.value(operation)), u"503 store_busy"_s);
        expect(Op::SessionEnd, fixture.send(Op::SessionEnd), u"507 refused_not_durable"_s);
    }
    RefusalFixture fixture(RefusalFixture::Served::Later);
    AdminFixture &admin = fixture.admin;
    const QByteArray open = fixture.partner; // may be promoted
    const QByteArray first = fixture.credential;
    admin.waiveNetworks(QString::fromLatin1(open));
    const auto called = admin.administration->context().store.writeNow<bool>([&](Tx &tx) {
        tx.query(
              u"INSERT INTO rollups (partner_id, bucket, at, credential_id, generation, route_id, scope, "
              u"outcome, "
              "node, calls, latency) VALUES (?, 86400, 0, ?, 1, 'rte_x', 'orders:read', 'served', 1, 10, ?)"_s)
            .bind(QString::fromLatin1(open))
            .bind(QString::fromLatin1(first))
            .bind(QByteArray())
            .exec();
        return true;
    });
    QVERIFY(called);
    const QByteArray frozen = admin.makePartner(u"frozen"_s).toLatin1();
    QCOMPARE(admin.post("/partners/" + frozen + "/freeze", fixture.bodyOf(Op::PartnerFreeze)).status, 200);
    const QString owner = QString::fromLatin1(open);
    const QByteArray suspended = admin.makeCredential(owner).id.toLatin1();
    QCOMPARE(
        admin.post("/credentials/" + suspended + "/suspend", fixture.bodyOf(Op::CredentialSuspend)).status,
        200);
    const QByteArray rotating = admin.makeCredential(owner).id.toLatin1();
    const SealingKey key = SealingKey::generate(admin.random);
    QJsonObject rotate = fixture.bodyOf(Op::CredentialRotate);
    rotate.insert(u"seal_to"_s, QString::fromLatin1(toBase64Url(key.publicKey())));
    const QByteArray rotateKey = admin.freshKey();
    const Reply rotated = admin.post("/credentials/" + rotating + "/rotate", rotate, rotateKey,
                                     admin.get("/credentials/" + rotating).etag);
    QCOMPARE(rotated.status, 201);
    QCOMPARE(
        admin
            .acknowledge(QString::fromLatin1(rotating), 2, AdminFixture::unseal(rotated.json, key, rotateKey))
            .status,
        200);
    const QByteArray issueKey = admin.freshKey();
    const Reply issued =
        admin.post("/partners/" + open + "/credentials", admin.issueBody(key.publicKey()), issueKey);
    const QString pending = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    const QByteArray digest = ackDigest(AdminFixture::unseal(issued.json, key, issueKey), pending, 1);

    constexpr int mostJobs = 100;
    // One that can be resumed, and one of another kind that can be cancelled.
    QCOMPARE(admin.post("/jobs/" + fixture.job + "/cancel").status, 202);
    const QByteArray ended = fixture.job;
    const auto other = admin.administration->context().store.writeNow<bool>([&](Tx &tx) {
        JobRow row;
        row.job.id = u"job_other"_s;
        row.job.state = JobState::Running;
        row.job.startedAt = admin.administration->context().now();
        job_rows::put(tx, row);
        for (int i = 0; i < mostJobs; ++i) { // to fill with
            row.job.id = u"job_fill%1"_s.arg(i);
            job_rows::put(tx, row);
        }
        return true;
    });
    QVERIFY(other);

    admin.open(1); // from here on the database cannot grow
    for (int filled = 0; admin.post("/partners", admin.draft(u"fill-%1"_s.arg(filled))).status == 201;
         ++filled)
        QVERIFY(filled < 500);
    // Small writes still find room in half-filled pages, and the end of one leaves room for another: until
    // none does.
    const QByteArray grant = "/partners/" + open + "/grant";
    int filled = 0;
    const auto editGrant = [&] {
        QJsonObject edit = fixture.bodyOf(Op::GrantEdit);
        if (++filled % 2 == 0)
            edit.insert(u"scopes"_s, QJsonArray{u"orders:read"_s, u"products:read"_s});
        return admin.put(grant, edit, {}, admin.get(grant).etag).status == 200;
    };
    const auto issue = [&] {
        return admin.post("/partners/" + open + "/credentials", admin.issueBody(key.publicKey())).status ==
               201;
    };
    int cancelled = 0;
    const auto cancel = [&] {
        return admin.post("/jobs/job_fill" + QByteArray::number(cancelled) + "/cancel").status == 202 &&
               ++cancelled > 0;
    };
    const auto sign = [&] { return admin.post("/audit/checkpoint").status == 200; };
    int looked = 0; // an import that is only told leaves the least
    const auto look = [&] {
        return ++looked < 2000 && admin.postFile("/imports/partners", "name\n").status == 200;
    };
    const std::array<std::function<bool()>, 5> fillers{editGrant, issue, cancel, sign, look};
    for (bool isFull = false; !isFull;) {
        isFull = true;
        for (const auto &fill : fillers) {
            for (; fill(); isFull = false)
                QVERIFY(filled < 2000 && cancelled < mostJobs && looked < 2000);
        }
    }
    fixture.serve();
    for (const Operation &operation : operations()) {
        if (!m_book.documents(operation, "507") || cutsAccess(operation.op))
            continue;
        fixture.partner = operation.op == Op::PartnerUnfreeze ? frozen : open;
        fixture.credential = operation.op == Op::CredentialResume  ? suspended
                             : operation.op == Op::CredentialGrace ? rotating
                             : operation.op == Op::CredentialAck   ? pending.toLatin1()
                                                                   : first;
        fixture.job = operation.op == Op::JobCancel ? QByteArray("job_other") : ended;
        Ask request = fixture.ask(operation);
        if (operation.op == Op::CredentialAck)
            request.body =
                QJsonDocument(QJsonObject{{u"digest"_s, QString::fromLatin1(toBase64Url(digest))}}).toJson();
        expect(operation, fixture.send(request), u"507 store_full"_s);
    }
}

/// Whatever is documented was provoked, but for what is argued here.
void TestAdminRefusals::nothingDocumentedIsLeft()
{
    if (m_book.failed())
        QSKIP("a case before failed");
    QHash<QString, QSet<QString>> argued;
    // Answered from memory, so the store refuses nothing; the server's own 500 and 503 are those of
    // tst_http_server.
    for (const char *id : {"session.get", "session.renew", "changes.get", "credential.probe"})
        argued[QLatin1StringView(id)] = {u"503"_s};
    // Closed first and stored later: what a store does to a revocation is tried in tst_admin_credentials.
    for (const char *id : {"partner.freeze", "credential.suspend", "credential.revoke", "session.end"})
        argued[QLatin1StringView(id)] = {u"500"_s, u"503"_s, u"507"_s};
    // handler_timeout is the server's, store_unavailable a disk that goes away,
    // session_over a session's end (tst_admin_api), history_not_accepted a log that was put back
    // (tst_history).
    // Too many connections and feeds of one account: tst_http_strangers, tst_admin_neighbours; who hung up,
    // too. What takes too long: tst_admin_search. What waited to open it: tst_overtaking.
    // What the server refuses before it knows the operation: tst_http_server, tst_router. step_up_required is
    // reserved: nothing asks for a fresher sign-in yet.
    const QSet<QString> others{
        u"400 request_malformed"_s,    u"400 host_missing"_s,         u"404 route_unknown"_s,
        u"401 step_up_required"_s,     u"503 handler_timeout"_s,      u"503 store_unavailable"_s,
        u"403 session_over"_s,         u"503 too_many_connections"_s, u"503 too_many_feeds"_s,
        u"503 too_many_waiting"_s,     u"503 took_too_long"_s,        u"503 hung_up"_s,
        u"403 history_not_accepted"_s, u"409 closed_meanwhile"_s};
    QCOMPARE(m_book.left(argued, others).join(u", "_s), QString());
}

QTEST_GUILESS_MAIN(TestAdminRefusals)
#include "tst_admin_refusals.moc"
