// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"
#include "platform/core/decision/authorizer.h"
#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/admin/credentials/rotation_requests.h"

#include <memory>

namespace pc::platform::test {

/// Real calls through the Authorizer by the policy of a real administration, and their explanations through
/// the Admin API.
class ExplainFixture
{
public:
    ExplainFixture();

    AdminFixture admin;
    QString partner;
    AdminFixture::Issued secret; ///< of a client, orders:read in the sandbox; its generation
    QString credential;          ///< its id

    /// What a call is beside a served one: with a token of the client, for its orders.
    struct Asked
    {
        QByteArray method = QByteArrayLiteral("GET");
        QByteArray path = QByteArrayLiteral("/api/v1/orders");
        QByteArray source = QByteArrayLiteral("198.51.100.7");
        QByteArray host = {};
        QString gateway = QStringLiteral("local socket");
        std::optional<Realm> gatewayRealm = {};
        bool isRegistered = true;
        bool headersAcceptable = true;
        BodyFacts body = {};
    };
    /// Decided, recorded and stored; the record.
    [[nodiscard]] CallRecord call(Presented presented) { return call(std::move(presented), Asked()); }
    [[nodiscard]] CallRecord call(Presented presented, const Asked &asked);
    /// The same with a token of the client.
    [[nodiscard]] CallRecord tokenCall(const QByteArray &path = QByteArrayLiteral("/api/v1/orders"),
                                       const QByteArray &method = QByteArrayLiteral("GET"));
    /// Decided and recorded, and not stored yet.
    [[nodiscard]] CallRecord decide(Presented presented, const Asked &asked);
    /// Of one that could not even be read.
    [[nodiscard]] CallRecord unreadable(DecisionReason reason);
    /// As records are stored that come from elsewhere: the token endpoint, an older release.
    void store(const std::vector<CallRecord> &records);

    /// Of the client, or of another credential.
    [[nodiscard]] TokenClaims claims(const QString &credentialId = {}, int generation = 1,
                                     const QStringList &scopes = {QStringLiteral("orders:read")}) const;
    [[nodiscard]] Presented token() const { return presented::Token{claims()}; }
    /// An API key, from its text.
    [[nodiscard]] static Presented key(const Secret &text);
    /// Issued and acknowledged.
    [[nodiscard]] AdminFixture::Issued issue(const QString &kind, const QString &realm,
                                             const QStringList &scopes);

    [[nodiscard]] CallExplanation explain(const CallRecord &call);
    [[nodiscard]] RefusalsOfEvent refusals(const QString &eventId);
    /// The newest event of an action.
    [[nodiscard]] AuditEvent newest(const QByteArray &action);
    [[nodiscard]] qint64 number(const QString &sql);

    /// Scopes of the grant from now on, and whatever else is to be other about it.
    Reply grant(const QStringList &scopes, const QJsonObject &more = {});
    Reply act(const QByteArray &path, const QString &etag = {});
    Reply networks(const QStringList &sandbox, const QStringList &production = {},
                   const QJsonArray &credentials = {});
    void promote();
    /// An API at a host of its own, with the routes of a description; its path in the Admin API.
    [[nodiscard]] QByteArray makeApi(const QByteArrayList &operations);
    void import(const QByteArray &api, const QByteArrayList &operations);
    /// Time passes, and the operator signs in anew.
    void later(std::chrono::nanoseconds by);
    /// Another administration on the same directory.
    void reopen();

    [[nodiscard]] static QString value(const QList<ExplainedFact> &facts, const QString &name);
    [[nodiscard]] static QStringList values(const QList<ExplainedFact> &facts, const QString &name);
    [[nodiscard]] static ExplainedCheck failedOf(const CallExplanation &explanation);
    [[nodiscard]] static QList<RemedyKind> kindsOf(const CallExplanation &explanation);

private:
    void makeAuthorizer();

    FailureLimiter m_failures;
    std::unique_ptr<Authorizer> m_authorizer;
    int m_tokens = 0;
};

} // namespace pc::platform::test
