// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/tls_context.h"

#include <QFile>

#include <openssl/ssl.h>

#include <array>
#include <iterator>

namespace pc::platform {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;

namespace {

constexpr std::array<unsigned char, 9> alpnHttp11{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

int selectHttp11(SSL *, const unsigned char **out, unsigned char *outSize, const unsigned char *in,
                 unsigned int inSize, void *)
{
    unsigned char *selected = nullptr;
    const int result = SSL_select_next_proto(&selected, outSize, alpnHttp11.data(),
                                             static_cast<unsigned int>(alpnHttp11.size()), in, inSize);
    *out = selected;
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

/// Lets one error pass: a leaf that signed itself. Possession of its key is proven by the handshake; who it
/// belongs to is for the handler to decide by thumbprint. ctx->error stays, so the connection is flagged
/// unverified.
int acceptSelfSigned(int preverified, X509_STORE_CTX *ctx)
{
    if (preverified == 1)
        return 1;
    const bool selfSignedLeaf = X509_STORE_CTX_get_error(ctx) == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT &&
                                X509_STORE_CTX_get_error_depth(ctx) == 0;
    return selfSignedLeaf ? 1 : 0;
}

tl::expected<void, QString> askForClientCertificate(SSL_CTX *context, const TlsOptions &options)
{
    if (options.clientCertificates == ClientCertificates::NotAsked)
        return {};
    const QByteArray file = QFile::encodeName(options.clientCaFile);
    if (SSL_CTX_load_verify_file(context, file.constData()) != 1)
        return tl::make_unexpected(u"the client CA file %1 cannot be used"_s.arg(options.clientCaFile));
    const bool selfSigned = options.clientCertificates == ClientCertificates::OptionalOrSelfSigned;
    // With a list of names, client software keeps a self-signed certificate to itself.
    if (!selfSigned)
        SSL_CTX_set_client_CA_list(context, SSL_load_client_CA_file(file.constData()));
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, selfSigned ? acceptSelfSigned : nullptr);
    return {};
}

} // namespace

tl::expected<std::unique_ptr<asio::ssl::context>, QString> makeTlsContext(const TlsOptions &options)
{
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX *native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET |
                                    SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(native, 0);
    SSL_CTX_set_cipher_list(native,
                            "ECDHE+AESGCM:ECDHE+CHACHA20"); // TLS 1.2; those of 1.3 are all of this kind
    SSL_CTX_set_alpn_select_cb(native, selectHttp11, nullptr);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS); // an idle connection costs 34 KiB less

    const QByteArray chain = QFile::encodeName(options.certificateChainFile);
    if (SSL_CTX_use_certificate_chain_file(native, chain.constData()) != 1)
        return tl::make_unexpected(
            u"the certificate file %1 cannot be used"_s.arg(options.certificateChainFile));
    const QByteArray key = QFile::encodeName(options.privateKeyFile);
    if (SSL_CTX_use_PrivateKey_file(native, key.constData(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(native) != 1) {
        return tl::make_unexpected(u"the private key file %1 cannot be used"_s.arg(options.privateKeyFile));
    }
    if (tl::expected<void, QString> asked = askForClientCertificate(native, options); !asked)
        return tl::make_unexpected(asked.error());
    return context;
}

} // namespace pc::platform
