// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tls_server.h"

#include "contract/crypto/tls_ca.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

#include <memory>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// The length of the first whole request in `bytes`, or 0.
qsizetype completeLength(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    qsizetype length = 0;
    for (const QByteArray &line : bytes.left(head).split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    const qsizetype whole = head + 4 + length;
    return bytes.size() >= whole ? whole : 0;
}

} // namespace

TlsServer::TlsServer(Handler handler) : m_handler(std::move(handler))
{
    SystemRandom random;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto authority = CertificateAuthority::create(u"Test authority"_s, now, 30, random);
    const auto other = CertificateAuthority::create(u"Test authority"_s, now, 30, random);
    CertificateRequest request;
    request.commonName = u"test service"_s;
    request.ipAddresses = {u"127.0.0.1"_s};
    request.days = 10;
    const auto issued = authority->issue(request, now, random);
    write(caFile(), authority->certificatePem());
    write(otherCaFile(), other->certificatePem());

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(issued->certificatePem, QSsl::Pem));
    tls.setPrivateKey(QSslKey(issued->privateKeyPem.view().toByteArray(), QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients; they have no certificates
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] { onConnection(); });
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        QTest::qFail("the test server cannot listen", __FILE__, __LINE__);
}

TlsServer::~TlsServer() = default;

QUrl TlsServer::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

QString TlsServer::caFile() const
{
    return m_dir.filePath(u"ca.pem"_s);
}

QString TlsServer::otherCaFile() const
{
    return m_dir.filePath(u"other-ca.pem"_s);
}

QByteArray TlsServer::answer(int status, const QByteArray &body, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Status\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + moreHeaders + "\r\n" + body;
}

void TlsServer::onConnection()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
        auto buffer = std::make_shared<QByteArray>();
        const auto onBytes = [this, socket, buffer] {
            const QByteArray bytes = socket->readAll();
            m_bytes += bytes.size();
            *buffer += bytes;
            for (qsizetype whole = completeLength(*buffer); whole > 0; whole = completeLength(*buffer)) {
                const QByteArray request = buffer->left(whole);
                buffer->remove(0, whole);
                m_requests.append(request);
                m_handler(request, *socket);
            }
        };
        connect(socket, &QSslSocket::readyRead, this, onBytes);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (socket->bytesAvailable() > 0)
            onBytes();
    }
}

} // namespace pc::test
