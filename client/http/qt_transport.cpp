// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/qt_transport.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <cstring>
#include <limits>

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

/// A body that can be read once. QNetworkAccessManager repeats a request whose answer was lost if it can
/// rewind the body: from this one it cannot, so a write is sent at most once.
class OneShotBody final : public QIODevice
{
public:
    OneShotBody(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_position + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_position >= m_bytes.size())
            return -1;
        const qint64 size = std::min<qint64>(maxSize, m_bytes.size() - m_position);
        std::memcpy(data, m_bytes.constData() + m_position, std::size_t(size));
        m_position += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

bool isHttpStatusError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError: // what Qt makes of a 400
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

TransportFault faultOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return TransportFault::Unreachable;
    case QNetworkReply::SslHandshakeFailedError:
        return TransportFault::Tls;
    case QNetworkReply::OperationCanceledError: // ours are disconnected first: this is the transfer timeout
    case QNetworkReply::TimeoutError:
        return TransportFault::TimedOut;
    default:
        return TransportFault::Lost;
    }
}

class QtExchange final : public QObject, public Exchange
{
public:
    QtExchange(QNetworkReply *reply, std::function<void(const QByteArray &)> sink,
               std::function<void(qint64)> progress, std::function<void(TransportResult)> done)
        : m_reply(reply), m_sink(std::move(sink)), m_done(std::move(done))
    {
        if (progress)
            connect(reply, &QNetworkReply::uploadProgress, this, [progress](qint64 sent, qint64 total) {
                if (total > 0) // the manager ends with 0 of 0
                    progress(sent);
            });
        connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
            // Never ignored: the connection is given up. Remembered, so that the fault has a name.
            m_tlsFault =
                errors.isEmpty() ? u"the peer's certificate is not trusted"_s : errors.first().errorString();
        });
        connect(reply, &QNetworkReply::readyRead, this, [this] { onReadyRead(); });
        connect(reply, &QNetworkReply::finished, this, [this] { onFinished(); });
    }

    ~QtExchange() override
    {
        if (!m_reply)
            return;
        // Disconnect before aborting: abort() emits finished() at once.
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }

private:
    [[nodiscard]] int status() const
    {
        return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    void onReadyRead()
    {
        m_received += m_reply->bytesAvailable();
        if (m_sink && status() == 200) {
            const auto sink = m_sink; // it may end this exchange
            const QByteArray bytes = m_reply->readAll();
            sink(bytes);
            return;
        }
        m_body += m_reply->readAll();
        if (m_body.size() > QtTransport::maxBody) {
            m_body.clear();
            m_tooLarge = true;
            m_reply->abort();
        }
    }

    void onFinished()
    {
        const QPointer<QObject> self = this;
        if (m_reply->bytesAvailable() > 0)
            onReadyRead();
        if (!self)
            return;
        const auto done = std::move(m_done); // may destroy this exchange
        TransportResult result = outcome();
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply.clear();
        done(std::move(result));
    }

    TransportResult outcome()
    {
        const auto fault = [](TransportFault kind, const QString &detail) {
            return tl::make_unexpected(TransportError{kind, detail});
        };
        const QNetworkReply::NetworkError error = m_reply->error();
        if (m_tooLarge)
            return fault(TransportFault::TooLarge, u"the answer is larger than this client takes"_s);
        if (!m_tlsFault.isEmpty())
            return fault(TransportFault::Tls, m_tlsFault);
        // A 307 with a body that cannot be sent again carries an error of its own: for us it is an answer as
        // any 3xx.
        const bool isRedirect = status() >= 300 && status() < 400;
        if (error != QNetworkReply::NoError && !isRedirect && !(isHttpStatusError(error) && status() >= 400))
            return fault(faultOf(error), m_reply->errorString());
        if (status() == 0)
            return fault(TransportFault::Lost, u"the answer had no status"_s);

        // Compression is not asked for, so the announced length is the length of the body.
        const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
        if (!isRedirect && announced.isValid() && announced.toLongLong() != m_received)
            return fault(TransportFault::Lost,
                         u"the answer was cut: %1 of %2 bytes"_s.arg(m_received).arg(announced.toLongLong()));
        HttpResponse response;
        response.status = status();
        for (const auto &[name, value] : m_reply->rawHeaderPairs())
            response.headers.append({name.toLower(), value});
        response.body = std::move(m_body);
        return response;
    }

    QPointer<QNetworkReply> m_reply;
    std::function<void(const QByteArray &)> m_sink;
    std::function<void(TransportResult)> m_done;
    QByteArray m_body;
    QString m_tlsFault;
    qint64 m_received = 0;
    bool m_tooLarge = false;
};

} // namespace

struct QtTransport::Private
{
    QNetworkAccessManager network;
    QByteArray base; ///< "https://host:port"
    QSslConfiguration tls;
};

tl::expected<std::unique_ptr<QtTransport>, TransportSetupError> QtTransport::make(const QUrl &base,
                                                                                  const QString &caFile)
{
    const auto fault = [](TransportSetupFault kind, const QString &detail) {
        return tl::make_unexpected(TransportSetupError{kind, detail});
    };
    const bool plain = base.userInfo().isEmpty() && !base.hasQuery() && !base.hasFragment() &&
                       (base.path().isEmpty() || base.path() == u"/");
    if (!base.isValid() || base.scheme() != u"https" || base.host().isEmpty() || !plain)
        return fault(TransportSetupFault::BadUrl, base.toDisplayString(QUrl::RemoveUserInfo));

    auto d = std::make_unique<Private>();
    d->base = base.adjusted(QUrl::RemovePath).toEncoded();
    d->tls = QSslConfiguration::defaultConfiguration();
    d->tls.setProtocol(QSsl::TlsV1_2OrLater);
    d->tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!caFile.isEmpty()) {
        QFile file(caFile);
        if (!file.open(QIODevice::ReadOnly))
            return fault(TransportSetupFault::CaUnreadable, file.errorString());
        const QList<QSslCertificate> authorities =
            QSslCertificate::fromData(file.read(1024 * 1024), QSsl::Pem);
        if (authorities.isEmpty())
            return fault(TransportSetupFault::CaInvalid, u"no PEM certificate in the file"_s);
        d->tls.setCaCertificates(authorities); // these and no others
    }
    d->network.setAutoDeleteReplies(false);
    d->network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    QHostAddress address;
    if (base.host() == u"localhost" || (address.setAddress(base.host()) && address.isLoopback()))
        d->network.setProxy(QNetworkProxy::NoProxy);
    return std::unique_ptr<QtTransport>(new QtTransport(std::move(d)));
}

QtTransport::QtTransport(std::unique_ptr<Private> p) : d(std::move(p)) {}

QtTransport::~QtTransport() = default;

std::unique_ptr<Exchange> QtTransport::send(HttpRequest request, std::function<void(TransportResult)> done)
{
    QNetworkRequest out{QUrl::fromEncoded(QByteArray(d->base + request.target()), QUrl::StrictMode)};
    out.setSslConfiguration(d->tls);
    // Redirects are answers (the manager's policy); there is no cache, as none was given to the manager.
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setTransferTimeout(int(std::min<qint64>(request.timeout.count(), std::numeric_limits<int>::max())));
    out.setRawHeader("Accept-Encoding", "identity");
    out.setRawHeader("User-Agent", "partner-console/" PC_VERSION);
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    if (!request.bearer.isEmpty()) {
        QByteArray line = "Bearer ";
        line.append(request.bearer.view());
        out.setRawHeader("Authorization", line);
    }
    // Of a body that cannot be rewound the manager takes what it has read of it for the whole.
    std::function<void(qint64)> progress;
    if (request.progress)
        progress = [told = std::move(request.progress), total = qint64(request.body.size())](qint64 sent) {
            told(sent, total);
        };
    QNetworkReply *reply = nullptr;
    if (request.body.isEmpty()) {
        reply = d->network.sendCustomRequest(out, request.method);
    } else {
        // Without a known length the manager would buffer the body, and could then repeat it.
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *body = new OneShotBody(std::move(request.body), nullptr);
        reply = d->network.sendCustomRequest(out, request.method, body);
        body->setParent(reply);
    }
    return std::make_unique<QtExchange>(reply, std::move(request.sink), std::move(progress), std::move(done));
}

} // namespace pc::client
