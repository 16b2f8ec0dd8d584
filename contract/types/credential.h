// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace pc {

/// What rotates: at most two generations are valid at once.
struct Generation
{
    int number = 0; ///< 1, 2, …
    GenerationState state = GenerationState::Unknown;
    QString lastFour; ///< last four characters of the secret
    QDateTime createdAt;
    std::optional<QDateTime> acknowledgedAt;
    std::optional<QDateTime> graceUntil; ///< set on the older of two valid generations
    std::optional<QDateTime> endedAt;
    std::optional<QDateTime> lastUsedAt;
    QString lastUsedFrom; ///< source address
    bool operator==(const Generation &) const = default;
};

/// What is particular about a credential that another system made. Its end is its deadline.
struct LegacyFacts
{
    KeyScheme scheme = KeyScheme::Unknown; ///< as it was imported
    QString header;                        ///< where it is sent: "X-Partner-Key", "Authorization: ApiKey"
    QString hmacKey;                       ///< the name of the other system's key; of HmacSha256
    /// Of Bcrypt: the first use, since which it is checked as fast as the others; nothing: not yet.
    std::optional<QDateTime> rehashedAt;
    bool operator==(const LegacyFacts &) const = default;
};

/// A credential; its id (crd_<id16>) is also its OAuth client_id and survives every rotation. Never holds a
/// secret.
struct Credential
{
    QString id;
    QString partnerId;
    QString partnerName;
    QString name;
    CredentialKind kind = CredentialKind::Unknown;
    Realm realm = Realm::Unknown;
    CredentialState state = CredentialState::Unknown;
    QStringList scopes; ///< subset of the partner's grant
    QString owner;
    QDateTime createdAt;
    QString createdBy;
    QDateTime expiresAt;
    std::optional<QDateTime> lastUsedAt;
    QString lastUsedFrom;
    std::optional<QDateTime> revokedAt;
    QString revokedBy;
    QString revokedReason;
    QList<Generation> generations;     ///< newest first
    std::optional<LegacyFacts> legacy; ///< of a LegacyKey
    QString legacyClientId; ///< of a LegacyClientId: under which the token endpoint knows the partner, too
    qint64 version = 0;
    bool operator==(const Credential &) const = default;
};

struct CredentialQuery
{
    QString partnerId;
    QString text;
    QString lastFour; ///< of a secret of any of its generations, exactly
    QList<CredentialState> states;
    QList<CredentialKind> kinds;
    QList<Realm> realms;
    std::optional<int> expiringWithinDays;
    QString sort = QStringLiteral("name");
    int limit = 100;
    QString cursor;
    bool operator==(const CredentialQuery &) const = default;
};

struct IssueRequest
{
    QString name;
    CredentialKind kind = CredentialKind::ClientSecret;
    Realm realm = Realm::Sandbox;
    QStringList scopes;
    QDateTime expiresAt; ///< at most one year ahead
    QString owner;
    QByteArray sealTo; ///< public key of the console's ephemeral pair (contract/crypto/sealing.h wire form)
    QString reason;
    QString ticket;
    bool operator==(const IssueRequest &) const = default;
};

struct RotateRequest
{
    QByteArray sealTo;
    qint64 graceSeconds = 86400; ///< 0 to 604800; starts at the acknowledgement
    bool emergency = false;      ///< while rotating: drops the older generation
    std::optional<QDateTime>
        expiresAt; ///< moves the credential's expiry, at most one year ahead; absent keeps it
    QString reason;
    QString ticket;
    bool operator==(const RotateRequest &) const = default;
};

/// Answer to issue and rotate: a pending generation and its secret, sealed. The same request repeated gets
/// the same bytes until it is acknowledged.
struct SealedIssue
{
    Credential credential;
    int generation = 0;
    QByteArray sealed;
    QDateTime voidAt; ///< without acknowledgement until then the generation is void
    bool operator==(const SealedIssue &) const = default;
};

struct AckRequest
{
    QByteArray digest; ///< sealing.h ackDigest()
    bool operator==(const AckRequest &) const = default;
};

/// Reason and ticket of an act that carries nothing else.
struct ActRequest
{
    QString reason;
    QString ticket;
    bool operator==(const ActRequest &) const = default;
};

struct GraceRequest
{
    QDateTime until; ///< now or earlier ends the grace
    QString reason;
    QString ticket;
    bool operator==(const GraceRequest &) const = default;
};

/// The name by which the service's own decision endpoint stands among the gateways of a probe.
inline constexpr char16_t ownDecisionPoint[] = u"decision endpoint";

/// What one decision point answered for a probe token.
struct Probe
{
    QString gateway; ///< name of the registered gateway, or ownDecisionPoint
    bool accepted = false;
    int status = 0; ///< 0: it could not be asked
    QString decisionId;
    QDateTime at;
    qint64 snapshot = 0; ///< policy snapshot number of the node that decided
    bool operator==(const Probe &) const = default;
};

/// Where a credential is accepted now: asked for before a revocation, so that the revocation can be proven.
struct ProbeReport
{
    QString credentialId;
    int generation = 0;
    QList<Probe> probes;
    QDateTime validUntil; ///< a revocation until then is proven against it
    bool operator==(const ProbeReport &) const = default;
};

/// One decision point of a proof: proven when it accepted before and refuses after.
struct PointProof
{
    QString gateway;
    ProofOutcome outcome = ProofOutcome::Unknown;
    std::optional<Probe> before;
    std::optional<Probe> after;
    bool operator==(const PointProof &) const = default;
};

struct RevocationProof
{
    /// Proven: every point is. Never NotAsked.
    ProofOutcome state = ProofOutcome::NotProven;
    QList<PointProof> points; ///< empty without a probe before
    bool operator==(const RevocationProof &) const = default;
};

struct RevocationReceipt
{
    Credential credential;
    QDateTime effectiveAt;  ///< from here on no decision accepts it
    bool durable = true;    ///< false: closed, but the store could not take it yet ("refused_not_durable")
    qint64 tokensEnded = 0; ///< living tokens that died with it
    RevocationProof proof;
    bool operator==(const RevocationReceipt &) const = default;
};

/// Who uses which generation: one row per generation, source address and user agent.
struct SourceUse
{
    int generation = 0;
    QString source;
    QString userAgent;
    QDateTime firstSeenAt;
    QDateTime lastSeenAt;
    qint64 calls = 0; ///< in the asked range
    bool operator==(const SourceUse &) const = default;
};

/// Facts shown before access is taken away.
struct CredentialUse
{
    QString credentialId;
    QList<SourceUse> sources;
    qint64 callsLast15Min = 0;
    qint64 calls24h = 0;
    qint64 liveTokens = 0;
    std::optional<QDateTime> lastUsedAt;
    bool operator==(const CredentialUse &) const = default;
};

} // namespace pc
