// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "contract/codec/base64url.h"
#include "platform/store/audit/audit_signer.h"
#include "tests/support/in_time.h"

#include <QJsonDocument>
#include <QtTest>

namespace pc::platform::test {

using namespace Qt::StringLiterals;

AdminFixture::AdminFixture(Instant start)
    : clock(start), log([this](const QByteArray &line) {
          const std::lock_guard lock(m_logMutex);
          logged += line;
      })
{
    open();
    signIn(u"tester"_s, {u"admin"_s});
}

AdminFixture::~AdminFixture()
{
    close();
}

void AdminFixture::open(qint64 storePages)
{
    close(); // it refers to what is replaced here
    QString why;
    auto ring = PepperRing::open(dir.path(), true, &why);
    if (!ring)
        qFatal("%s", qPrintable(why));
    peppers = std::make_unique<PepperRing>(std::move(*ring));
    policy = std::make_unique<PolicyHolder>();
    counters = std::make_unique<Counters>(true);
    calls = std::make_unique<CallQueue>();
    auto opened = Administration::open(
        {dir.path(), *policy, *counters, *calls, *peppers, clock, random, log, storePages});
    if (!opened)
        qFatal("%s", qPrintable(opened.error()));
    administration = std::move(*opened);
    // However slow this machine is; a test about patience sets its own.
    administration->context().settings.journalPatience = std::chrono::minutes(1);
    administration->setAddresses(u"https://platform.test"_s, u"/ca.crt"_s,
                                 u"https://platform.test/oauth2/token"_s, u"https://platform.test/api/v1"_s);
    m_router = std::make_unique<Router>();
    m_local = std::make_unique<Router>();
    administration->mount(*m_router);
    administration->mountLocal(*m_local);
}

void AdminFixture::close()
{
    m_router.reset();
    m_local.reset();
    administration.reset();
}

void AdminFixture::closeWithJournaled(const JournalEntry &entry, bool isSealed)
{
    close();
    const auto signer = AuditSigner::open(dir.path(), {}, random);
    if (!signer)
        qFatal("%s", qPrintable(signer.error()));
    RevocationJournal journal;
    const QString path = RevocationJournal::pathIn(dir.path());
    const bool opened = isSealed ? journal.open(path, JournalSeal(signer->key())) : journal.open(path);
    if (!opened || !journal.add({entry}).constFirst())
        qFatal("not journaled");
}

HttpRequest AdminFixture::request(HttpMethod method, const QByteArray &path, const QJsonObject &body,
                                  const QByteArray &key, const QString &etag) const
{
    HttpRequest request;
    request.method = method;
    request.rawTarget = path;
    request.requestId = "req_" + QByteArray::number(++m_requests); // as the server's: each has its own
    request.peerAddress = "127.0.0.1";
    request.peerGone = peerGone;
    request.headers.set("Authorization", "Bearer " + token);
    if (!key.isEmpty())
        request.headers.set("Idempotency-Key", key);
    if (!etag.isEmpty())
        request.headers.set("If-Match", etag.toLatin1());
    if (!body.isEmpty()) {
        request.headers.set("Content-Type", "application/json");
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return request;
}

std::future<Reply> AdminFixture::begin(const Router &router, HttpRequest request)
{
    auto promise = std::make_shared<std::promise<Reply>>();
    auto future = promise->get_future();
    router.dispatch(std::move(request), [promise](const HttpResponse &response) {
        Reply reply;
        reply.status = response.status;
        reply.body = response.body;
        reply.json = QJsonDocument::fromJson(response.body).object();
        reply.etag = QString::fromLatin1(response.headers.value("ETag"));
        reply.headers = response.headers;
        reply.stream = response.stream;
        promise->set_value(std::move(reply));
    });
    return future;
}

Reply AdminFixture::ask(const Router &router, HttpRequest request)
{
    auto future = begin(router, std::move(request));
    if (future.wait_for(std::chrono::seconds(30)) != std::future_status::ready)
        qFatal("no answer within 30 s");
    return future.get();
}

std::future<Reply> AdminFixture::begin(HttpMethod method, const QByteArray &path, const QJsonObject &body,
                                       const QByteArray &key, const QString &etag)
{
    return begin(*m_router, request(method, "/admin/v1" + path, body, key, etag));
}

Reply AdminFixture::send(HttpMethod method, const QByteArray &path, const QJsonObject &body,
                         const QByteArray &key, const QString &etag)
{
    return ask(*m_router, request(method, "/admin/v1" + path, body, key, etag));
}

std::future<Reply> AdminFixture::beginLocal(HttpMethod method, const QByteArray &path,
                                            const QJsonObject &body)
{
    return begin(*m_local, request(method, path, body, {}, {}));
}

void AdminFixture::sendAndLose(HttpMethod method, const QByteArray &path, const QJsonObject &body,
                               const QByteArray &key, const QString &etag)
{
    auto done = std::make_shared<std::promise<void>>();
    auto future = done->get_future();
    m_router->dispatch(request(method, "/admin/v1" + path, body, key, etag), [done](const HttpResponse &) {
        done->set_value();
    }); // committed, and nobody hears of it
    pc::test::inTime(future, std::chrono::seconds(30));
}

Reply AdminFixture::post(const QByteArray &path, const QJsonObject &body, const QByteArray &key,
                         const QString &etag)
{
    return send(HttpMethod::Post, path, body, key.isEmpty() ? freshKey() : key, etag);
}

Reply AdminFixture::put(const QByteArray &path, const QJsonObject &body, const QByteArray &key,
                        const QString &etag)
{
    return send(HttpMethod::Put, path, body, key.isEmpty() ? freshKey() : key, etag);
}

Reply AdminFixture::postFile(const QByteArray &path, const QByteArray &bytes, const QByteArray &key)
{
    HttpRequest asked =
        request(HttpMethod::Post, "/admin/v1" + path, {}, key.isEmpty() ? freshKey() : key, {});
    asked.body = bytes;
    return ask(*m_router, std::move(asked));
}

Reply AdminFixture::local(HttpMethod method, const QByteArray &path, const QJsonObject &body)
{
    return ask(*m_local, request(method, path, body, {}, {}));
}

void AdminFixture::signIn(const QString &account, const QStringList &roles)
{
    const Reply added = local(HttpMethod::Post, "/local/v1/operators",
                              {{u"account"_s, account}, {u"roles"_s, QJsonArray::fromStringList(roles)}});
    if (added.status != 204)
        qFatal("operator not added: %s", added.body.constData());
    const Reply reply = local(HttpMethod::Post, "/local/v1/operators/token", {{u"account"_s, account}});
    token = reply.json.value(u"token"_s).toString().toLatin1();
}

QJsonObject AdminFixture::draft(const QString &slug) const
{
    const auto contact = [&](const QString &kind) {
        return QJsonObject{{u"kind"_s, kind},
                           {u"name"_s, QString(kind + u" desk"_s)},
                           {u"email"_s, QString(kind + u'@' + slug + u".example"_s)},
                           {u"phone"_s, u"+00 555 0100"_s},
                           {u"verified_at"_s, u"2024-01-01T00:00:00.000Z"_s}};
    };
    return {{u"name"_s, QString(u"Partner "_s + slug)},
            {u"slug"_s, slug},
            {u"legal_name"_s, QString(u"Partner "_s + slug + u" Limited"_s)},
            {u"country"_s, u"DE"_s},
            {u"registration"_s, u"REG-1"_s},
            {u"owner"_s, u"tester"_s},
            {u"plan_id"_s, u"pln_standard"_s},
            {u"time_zone"_s, u"Europe/Berlin"_s},
            {u"lawful_basis"_s, u"contract"_s},
            {u"data_categories"_s, QJsonArray{u"orders"_s, u"products"_s, u"invoices"_s, u"payments"_s,
                                              u"contact"_s, u"personal"_s, u"financial"_s}},
            {u"purpose"_s, u"Orders"_s},
            {u"retention_days"_s, 365},
            {u"contacts"_s,
             QJsonArray{contact(u"technical"_s), contact(u"security"_s), contact(u"data_protection"_s)}},
            {u"agreement"_s, QJsonObject{{u"version"_s, u"3.1"_s},
                                         {u"file_sha256"_s, QString(64, u'a')},
                                         {u"signatories"_s, QJsonArray{u"Board"_s}},
                                         {u"signed_on"_s, firstDay.addDays(-10).toString(Qt::ISODate)},
                                         {u"valid_until"_s, firstDay.addDays(300).toString(Qt::ISODate)}}},
            {u"tags"_s, QJsonArray()},
            {u"notes"_s, QString()},
            {u"scopes"_s, QJsonArray{u"orders:read"_s, u"products:read"_s}}};
}

QString AdminFixture::feedCursor()
{
    return get("/changes").json.value(u"cursor"_s).toString();
}

QJsonArray AdminFixture::toldAfter(const QString &cursor, std::chrono::seconds wait)
{
    QByteArray path = "/changes?after=" + cursor.toLatin1();
    if (wait.count() > 0)
        path += "&wait=" + QByteArray::number(qint64(wait.count()));
    return get(path).json.value(u"changes"_s).toArray();
}

QJsonArray AdminFixture::events(const QByteArray &query)
{
    return get("/audit/events?" + query).json.value(u"items"_s).toArray();
}

qint64 AdminFixture::eventCount(const QByteArray &query)
{
    return get("/audit/events?" + query).json.value(u"count"_s).toInteger();
}

CallRecord AdminFixture::servedCall(const QString &partnerId, const QString &credentialId, int number) const
{
    CallRecord call;
    call.id = u"dec_%1"_s.arg(number);
    call.at = toDateTime(clock.now().wall);
    call.partnerId = partnerId;
    call.credentialId = credentialId;
    call.generation = 1;
    call.realm = Realm::Sandbox;
    call.method = u"GET"_s;
    call.path = u"/api/v1/orders"_s;
    call.outcome = Outcome::Served;
    call.reason = DecisionReason::Allowed;
    call.status = 200;
    call.source = u"198.51.100.7"_s;
    return call;
}

void AdminFixture::waiveNetworks(const QString &partnerId)
{
    const QByteArray path = "/partners/" + partnerId.toLatin1() + "/networks";
    const QString until = administration->context().now().addDays(1).toString(Qt::ISODateWithMs);
    const Reply reply = put(path,
                            {{u"sandbox"_s, QJsonArray()},
                             {u"production"_s, QJsonArray()},
                             {u"credentials"_s, QJsonArray()},
                             {u"waiver"_s, QJsonObject{{u"until"_s, until}, {u"reason"_s, u"Test"_s}}},
                             {u"reason"_s, u"Test"_s}},
                            {}, get(path).etag);
    if (reply.status != 200)
        qFatal("no waiver: %s", reply.body.constData());
}

QString AdminFixture::makePartner(const QString &slug)
{
    const Reply reply = post("/partners", draft(slug));
    if (reply.status != 201)
        qFatal("partner not made: %s", reply.body.constData());
    return reply.json.value(u"id"_s).toString();
}

QJsonObject AdminFixture::issueBody(const QByteArray &sealTo, const QString &realm) const
{
    return {{u"name"_s, u"Order sync"_s},
            {u"kind"_s, u"client_secret"_s},
            {u"realm"_s, realm},
            {u"scopes"_s, QJsonArray{u"orders:read"_s}},
            {u"expires_at"_s, toDateTime(clock.now().wall).addDays(90).toString(Qt::ISODateWithMs)},
            {u"owner"_s, u"tester"_s},
            {u"seal_to"_s, QString::fromLatin1(toBase64Url(sealTo))},
            {u"reason"_s, u"Test"_s},
            {u"ticket"_s, QString()}};
}

Secret AdminFixture::unseal(const QJsonObject &sealedIssue, const SealingKey &key,
                            const QByteArray &idempotencyKey)
{
    const auto sealed = fromBase64Url(sealedIssue.value(u"sealed"_s).toString().toLatin1());
    const QString id = sealedIssue.value(u"credential"_s).toObject().value(u"id"_s).toString();
    auto text = key.open(sealed.value_or(QByteArray()), {id, sealedIssue.value(u"generation"_s).toInt(),
                                                         QString::fromLatin1(idempotencyKey)});
    return text ? std::move(*text) : Secret();
}

Reply AdminFixture::acknowledge(const QString &credentialId, int generation, const Secret &text)
{
    const QByteArray digest = ackDigest(text, credentialId, generation);
    return post("/credentials/" + credentialId.toLatin1() + "/generations/" + QByteArray::number(generation) +
                    "/ack",
                {{u"digest"_s, QString::fromLatin1(toBase64Url(digest))}});
}

AdminFixture::Issued AdminFixture::makeCredential(const QString &partnerId)
{
    const SealingKey key = SealingKey::generate(random);
    const QByteArray idempotency = freshKey();
    const Reply issued =
        post("/partners/" + partnerId.toLatin1() + "/credentials", issueBody(key.publicKey()), idempotency);
    if (issued.status != 201)
        qFatal("credential not issued: %s", issued.body.constData());
    Issued result;
    result.id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    result.generation = 1;
    result.text = unseal(issued.json, key, idempotency);
    const Reply acked = acknowledge(result.id, 1, result.text);
    if (acked.status != 200)
        qFatal("credential not acknowledged: %s", acked.body.constData());
    result.etag = acked.etag;
    return result;
}

} // namespace pc::platform::test
