// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets are put wherever a caller can put text, over the real service; then everything that it stored,
// logged and answered is searched.
#include "tests/platform/http/raw_client.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/credential_format.h"
#include "tests/support/platform_process.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace pc;
using pc::test::PlatformProcess;
using pc::test::RawClient;
using pc::test::RawResponse;

namespace {

constexpr int secretCount = 200;

/// A credential as a partner holds it. Generated here, known nowhere else.
QByteArray newSecret(RandomSource &random, int i)
{
    CredentialText parts;
    parts.brand = i % 5 == 4 ? "other" : "pcx";
    parts.type = i % 3 == 0   ? CredentialTextType::ApiKey
                 : i % 3 == 1 ? CredentialTextType::ClientSecret
                              : CredentialTextType::OneTimeLink;
    parts.realm = i % 2 == 0 ? Realm::Sandbox : Realm::Production;
    parts.id = newCredentialId(random);
    parts.secret = newCredentialSecret(random);
    const auto text = formatCredential(parts);
    return text ? text->view().toByteArray() : QByteArray();
}

QByteArray percent(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text)
        out += '%' + QByteArray(1, c).toHex();
    return out;
}

/// The ways in which one secret is written: raw, percent-encoded, base64, base64url, in a scheme.
QList<QByteArray> waysOf(const QByteArray &secret)
{
    return {secret,
            percent(secret),
            secret.toBase64(),
            toBase64Url(secret),
            "Bearer " + secret,
            "Basic " + QByteArray("crd_0123456789abcdef:" + secret).toBase64(),
            "key=" + secret + ";"};
}

/// What must not be found: its secret part, and what base64 and percent-encoding make of that part.
QList<QByteArray> needlesOf(const QByteArray &secret)
{
    const QByteArray part = secret.right(49).first(24);
    QList<QByteArray> needles{part, percent(part)};
    for (int shift = 0; shift < 3; ++shift) { // base64 of the middle, at each alignment
        const QByteArray encoded = QByteArray(QByteArray(shift, 'x') + part).toBase64();
        needles.append(encoded.mid(4, 24));
    }
    return needles;
}

class Caller
{
public:
    Caller(const PlatformProcess &platform, QString gatewaySocket)
        : m_platform(platform), m_gatewaySocket(std::move(gatewaySocket))
    {
    }

    void overTls(const QByteArray &method, const QByteArray &target, const QByteArray &headers,
                 const QByteArray &body = {})
    {
        // One connection for as long as the service keeps it; one more try when it did not.
        for (int tries = 0; tries < 2; ++tries) {
            if (!m_tls) {
                pc::test::TlsClientOptions options;
                options.caFile = m_platform.caFile();
                m_tls = RawClient::tls(m_platform.port(), options);
            }
            if (!ask(m_tls.get(), method, target, headers, body))
                m_tls.reset();
            if (lastStatus != 0)
                return;
        }
    }
    void admin(const QByteArray &method, const QByteArray &path, const QJsonObject &body,
               const QByteArray &key, const QByteArray &headers = {})
    {
        overTls(method, "/admin/v1" + path,
                "Authorization: Bearer " + m_platform.token() + "\r\nContent-Type: application/json\r\n" +
                    (key.isEmpty() ? QByteArray() : "Idempotency-Key: " + key + "\r\n") + headers,
                body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    void gateway(const QByteArray &headers)
    {
        ask(RawClient::unixSocket(m_gatewaySocket).get(), "GET", "/gateway/v1/authorize", headers, {});
    }
    void local(const QByteArray &path, const QJsonObject &body)
    {
        ask(RawClient::unixSocket(m_platform.dataDirectory() + u"/admin.sock"_s).get(), "POST", path,
            "Content-Type: application/json\r\n", QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    int count = 0;
    int lastStatus = 0;
    QByteArray lastBody;
    QByteArray answers;
    QByteArray partnerAnswer; ///< of the newest that was refused

private:
    /// Whether the connection can be used again.
    bool ask(RawClient *client, const QByteArray &method, const QByteArray &target, const QByteArray &headers,
             const QByteArray &body)
    {
        lastStatus = 0;
        if (!client ||
            !client->send(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers +
                          "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body))
            return false;
        const auto response = client->response();
        if (!response)
            return false;
        ++count;
        lastStatus = response->status;
        lastBody = response->body;
        answers += response->body + '\n';
        for (const pc::platform::HttpHeader &header : response->headers.all())
            answers += header.name + ": " + header.value + '\n';
        return response->headers.value("Connection") != "close";
    }

    const PlatformProcess &m_platform;
    QString m_gatewaySocket;
    std::unique_ptr<RawClient> m_tls;
};

/// Every file below the directory but private keys, which have their own mode and format.
QByteArray everythingIn(const QString &directory)
{
    QByteArray all;
    QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll() + '\n';
    }
    return all;
}

quint64 firstEight(const char *bytes)
{
    quint64 value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

/// Looks for all needles at once, whatever their case: by their first eight bytes.
QStringList found(const QByteArray &where, const QList<QByteArray> &secrets, const char *name)
{
    QMultiHash<quint64, QByteArray> needles;
    for (const QByteArray &secret : secrets) {
        for (const QByteArray &needle : needlesOf(secret))
            needles.insert(firstEight(needle.toLower().constData()), needle.toLower());
    }
    QStringList hits;
    const QByteArray lower = where.toLower();
    for (qsizetype i = 0; i + 8 <= lower.size(); ++i) {
        const auto candidates = needles.equal_range(firstEight(lower.constData() + i));
        for (auto it = candidates.first; it != candidates.second; ++it) {
            if (QByteArrayView(lower).sliced(i).startsWith(*it))
                hits.append(QString::fromLatin1(QByteArray(name) + ": " +
                                                lower.mid(std::max<qsizetype>(0, i - 60), 120)));
        }
    }
    return hits;
}

QJsonObject draft(const QString &slug, const QString &text, const QString &shortText)
{
    const auto contact = [&](const QString &kind) {
        return QJsonObject{{u"kind"_s, kind},
                           {u"name"_s, shortText},
                           {u"email"_s, u"desk@example.test"_s},
                           {u"phone"_s, u"+00 555 0100"_s}};
    };
    return {{u"name"_s, shortText},
            {u"slug"_s, slug},
            {u"legal_name"_s, shortText},
            {u"country"_s, u"DE"_s},
            {u"registration"_s, shortText},
            {u"owner"_s, u"local-admin"_s},
            {u"plan_id"_s, u"pln_standard"_s},
            {u"time_zone"_s, u"Europe/Berlin"_s},
            {u"lawful_basis"_s, u"contract"_s},
            {u"data_categories"_s, QJsonArray{u"orders"_s}},
            {u"purpose"_s, text},
            {u"retention_days"_s, 365},
            {u"contacts"_s, QJsonArray{contact(u"technical"_s), contact(u"security"_s)}},
            {u"tags"_s, QJsonArray()},
            {u"notes"_s, text},
            {u"scopes"_s, QJsonArray{u"orders:read"_s}}};
}

} // namespace

class TestStoredSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingThatWasSentIsKept();
};

void TestStoredSecrets::nothingThatWasSentIsKept()
{
    const QTemporaryDir sockets;
    const QString gatewaySocket = sockets.filePath(u"g.sock"_s);
    QString error;
    const auto platform = PlatformProcess::start({u"--gateway-socket"_s, gatewaySocket}, {}, &error);
    QVERIFY2(platform, qPrintable(error));
    Caller caller(*platform, gatewaySocket);
    SystemRandom random;
    QList<QByteArray> secrets;
    int partnersMade = 0;
    for (int i = 0; i < secretCount; ++i) {
        const QByteArray secret = newSecret(random, i);
        QVERIFY(!secret.isEmpty());
        secrets.append(secret);
        const QList<QByteArray> ways = waysOf(secret);
        const QByteArray way = ways.at(i % ways.size());
        const QByteArray inTarget =
            QByteArray(way).replace(' ', "%20").replace('+', "%2B").replace(';', "%3B");
        const QByteArray agent = "User-Agent: app/1.0 " + way + "\r\n";

        // Calls of the partner API, by itself and through a gateway of each dialect.
        caller.overTls("GET", "/api/v1/" + inTarget + "?a=" + inTarget, agent);
        caller.overTls("GET", "/api/v1/orders/" + secret + "/status",
                       agent + "X-Api-Key: " + secret + "\r\n");
        caller.gateway("X-Original-Method: GET\r\nX-Original-URI: /api/v1/" + inTarget + "?k=" + inTarget +
                       "\r\nX-Original-For: 192.0.2.1\r\nX-Request-Id: " + secret.left(64) + "\r\n" + agent);
        QVERIFY(caller.lastStatus > 0);
        caller.gateway("X-Forwarded-Method: GET\r\nX-Forwarded-Uri: /api/v1/" + inTarget +
                       "\r\nX-Forwarded-For: 192.0.2.1\r\nAuthorization: Bearer " + secret + "\r\n" + agent);
        // The token endpoint.
        caller.overTls("POST", "/oauth2/token?x=" + inTarget,
                       "Content-Type: application/x-www-form-urlencoded\r\n" + agent,
                       "grant_type=client_credentials&client_id=" + secret + "&client_secret=" + secret);

        // What operators type.
        const QString text = QString::fromLatin1("seen " + way + " in a mail");
        const QString shortText = QString::fromLatin1("x " + secret);
        caller.admin("POST", "/partners", draft(u"slug-%1"_s.arg(i), text, shortText), secret);
        const QJsonObject made = QJsonDocument::fromJson(caller.lastBody).object();
        const QByteArray partner = made.value(u"id"_s).toString().toLatin1();
        partnersMade += caller.lastStatus == 201 ? 1 : 0;
        if (caller.lastStatus != 201)
            caller.partnerAnswer = caller.lastBody;
        const QJsonObject act{{u"reason"_s, text}, {u"ticket"_s, QString::fromLatin1(secret.left(60))}};
        caller.admin("POST", "/partners/" + partner + "/freeze", act, secret + "-f");
        caller.admin("POST", "/partners/" + partner + "/unfreeze", act, secret + "-u", "If-Match: \"2\"\r\n");
        caller.admin("PUT", "/partners/" + partner, draft(u"slug-%1"_s.arg(i), text, shortText),
                     secret + "-e", "If-Match: \"3\"\r\n");
        caller.admin("POST", "/partners/" + partner + "/freeze",
                     {{u"reason"_s, 5}, {QString::fromLatin1(secret), text}}, secret + "-g");
        caller.admin("GET", "/audit/events?q=" + inTarget, {}, {});
        caller.admin("GET", "/partners/" + inTarget, {}, {});
        // What is done on the host.
        caller.local("/local/v1/operators", {{u"account"_s, u"op-%1"_s.arg(i)},
                                             {u"display_name"_s, QString::fromLatin1(secret.left(80))},
                                             {u"roles"_s, QJsonArray{u"viewer"_s}}});
        caller.local("/local/v1/acts", {{u"action"_s, u"gateway.add"_s},
                                        {u"target_id"_s, QString::fromLatin1(secret)},
                                        {u"changes"_s, QJsonArray{QJsonObject{{u"field"_s, u"probe_url"_s},
                                                                              {u"before"_s, QString()},
                                                                              {u"after"_s, text}}}}});
    }
    QVERIFY2(partnersMade > secretCount / 2, caller.partnerAnswer.constData());
    QVERIFY(caller.count > secretCount * 12);
    // Call records are written within 200 ms; what is listed came out of the store.
    QTRY_VERIFY_WITH_TIMEOUT(
        (caller.admin("GET", "/calls?limit=1000", {}, {}),
         QJsonDocument::fromJson(caller.lastBody).object().value(u"items"_s).toArray().size() > 50),
        10'000);
    caller.admin("GET", "/audit/events?limit=1000", {}, {});
    caller.admin("GET", "/audit/stream", {}, {});
    caller.admin("GET", "/partners?limit=1000", {}, {});
    QVERIFY(caller.answers.contains("[redacted]"));

    QStringList hits = found(everythingIn(platform->dataDirectory()), secrets, "running");
    QCOMPARE(hits.mid(0, 5), QStringList());
    const QByteArray log = platform->standardError();
    QCOMPARE(found(log, secrets, "log").mid(0, 5), QStringList());
    QCOMPARE(found(caller.answers, secrets, "answers").mid(0, 5), QStringList());
    platform->closeStdin();
    QCOMPARE(platform->exitCodeWithin(20'000), 0);
    QCOMPARE(found(everythingIn(platform->dataDirectory()), secrets, "stopped").mid(0, 5), QStringList());
    QCOMPARE(found(platform->standardError(), secrets, "log").mid(0, 5), QStringList());
}

QTEST_GUILESS_MAIN(TestStoredSecrets)
#include "tst_stored_secrets.moc"
