// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/limits.h"
#include "contract/types/enums.h"
#include "contract/types/partner.h"
#include "platform/clock/clock.h"
#include "platform/core/policy/legacy_index.h"
#include "platform/core/policy/network_rule.h"
#include "platform/core/policy/observation_rule.h"
#include "platform/core/policy/sharded_map.h"
#include "platform/domain/denied_token.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace pc::platform {

class RouteCatalogue;

/// What tells before the store is asked (admin/revocation) whether the acknowledgement of a generation will
/// be taken, and what it ends. Decisions do not look at it.
struct PendingFacts
{
    QByteArray ackVerifier; ///< 32 bytes: of the digest that acknowledges it
    Instant voidAt{};
    qint64 graceSeconds = 0; ///< of the older generation, from the acknowledgement on
    bool operator==(const PendingFacts &) const = default;
};

/// One generation of a credential as a decision needs it. Only Active, Grace and Suspended generations with a
/// verifier authenticate or explain; others may be left out of the policy.
struct GenerationRule
{
    int number = 0;
    GenerationState state = GenerationState::Unknown;
    QByteArray verifier; ///< 32 bytes (contract/crypto/verifier.h)
    int pepperVersion = 0;
    bool acknowledged = false;         ///< it has come into force, now or before; decisions do not look at it
    std::optional<Instant> graceUntil; ///< the older of two valid generations ends here, by the clock
    std::optional<PendingFacts> pending; ///< while it waits for its acknowledgement
    bool operator==(const GenerationRule &) const = default;
};

/// What an edit of a partner or its grant is judged by before the store is asked (admin/revocation): as
/// stored, or as an edit that is on its way will leave it. Decisions do not look at it.
struct EditFacts
{
    qint64 version = 0;      ///< of the partner; grows only
    qint64 grantVersion = 0; ///< of its grant; 0: there is none
    QString planId;
    QString slug;
    QString owner;
    LawfulBasis lawfulBasis = LawfulBasis::Unknown;
    QStringList dataCategories;
    QList<Contact> unnumbered; ///< contacts that are verified and have no telephone number
    NetworkRules networks;
    bool operator==(const EditFacts &) const = default;
};

/// One credential. Keyed by its public id16, so that a presented secret leads to it without the "crd_"
/// prefix.
struct CredentialRule
{
    QByteArray id16; ///< credential id and client id are "crd_" + id16
    QString partnerId;
    CredentialKind kind = CredentialKind::Unknown;
    Realm realm = Realm::Unknown; ///< the stored realm decides, never the text of a secret
    CredentialState state = CredentialState::Unknown;
    QStringList scopes;
    Instant expiresAt{};
    std::vector<GenerationRule> generations;
    qint64 version = 0;               ///< as EditFacts::version
    std::optional<LegacyRule> legacy; ///< of a LegacyKey; its generation has no verifier
    QByteArray clientId = {};         ///< of a LegacyClientId: that of another system; likewise
    bool operator==(const CredentialRule &) const = default;

    [[nodiscard]] QString id() const { return QStringLiteral("crd_") + QString::fromLatin1(id16); }
    [[nodiscard]] const GenerationRule *generation(int number) const;
    /// Whether this generation is accepted at `now` (contract/rules/secret_life.h).
    [[nodiscard]] static bool isValid(const GenerationRule &generation, Instant now);
    /// The newest generation that is valid at `now`, or nullptr.
    [[nodiscard]] const GenerationRule *newestValid(Instant now) const;
};

/// "crd_<id16>" without its prefix; empty when the text does not have that shape.
[[nodiscard]] QByteArray id16Of(const QString &credentialId);

/// One partner: stage, grant and limits. The sandbox realm always uses the plan's sandbox limits and the
/// sandbox stage, whatever stage the partner has reached; an override applies to the realm of the partner's
/// stage.
struct PartnerRule
{
    QString id;
    Stage stage = Stage::Unknown;
    PartnerStatus status = PartnerStatus::Unknown;
    QTimeZone timeZone = QTimeZone::utc();
    QStringList scopes;
    QList<ResourceRule> resources;
    pc::rules::StageLimits limits; ///< of its plan
    std::optional<LimitOverride> limitOverride;
    /// Each of them must let a call through: those stored, and what a narrowing leaves of them.
    QList<NetworkRule> networks;
    EditFacts facts;
    bool operator==(const PartnerRule &) const = default;

    /// The stage a call of this realm is judged by.
    [[nodiscard]] Stage stageIn(Realm realm) const;
    /// Override in force at `now`, else the plan's limits for that realm (contract/rules/limits.h).
    [[nodiscard]] Limits limitsAt(Realm realm, Instant now) const;
    /// Whether a call with this credential may come from there; nullopt: from no address that is known.
    [[nodiscard]] bool allowsFrom(const std::optional<pc::rules::Address> &source, Realm realm,
                                  const QByteArray &id16, Instant now) const;
};

/// Everything a decision looks at, as one immutable value. An update shares all that did not change.
class Policy
{
public:
    using PartnerPtr = std::shared_ptr<const PartnerRule>;
    using CredentialPtr = std::shared_ptr<const CredentialRule>;

    Policy();
    /// For the start of the service: one pass over everything.
    Policy(const std::vector<PartnerRule> &partners, const std::vector<CredentialRule> &credentials,
           const std::vector<DeniedToken> &denied, std::shared_ptr<const RouteCatalogue> catalogue);

    /// Set by PolicyHolder at publication; grows by one with each.
    [[nodiscard]] qint64 number() const { return m_number; }
    /// Events of the audit log that its stored rules stand on: how many there were when the newest of them
    /// came into force. What narrows a rule before the store has it (PolicyHolder::narrow()), and a token
    /// that is denied, do not move it: their event stands behind. 0: not known.
    [[nodiscard]] qint64 auditSize() const { return m_auditSize; }

    /// What decisions go by: the rule as stored, or what a narrowing that is not stored yet leaves of it.
    [[nodiscard]] PartnerPtr partner(const QString &partnerId) const;
    [[nodiscard]] CredentialPtr credential(const QByteArray &id16) const;
    /// The rule as stored, whatever narrows it meanwhile.
    [[nodiscard]] PartnerPtr storedPartner(const QString &partnerId) const;
    [[nodiscard]] CredentialPtr storedCredential(const QByteArray &id16) const;
    /// The limits of a plan, for what an edit that names it would leave; nothing for an unknown plan.
    [[nodiscard]] std::optional<pc::rules::StageLimits> planLimits(const QString &planId) const;
    /// Those that may be in force: whether one is, its end and the clock say.
    [[nodiscard]] const QList<ObservationRule> &observations() const { return m_observations; }
    /// Of every partner as it is decided by.
    void forEachPartner(const std::function<void(const PartnerRule &)> &visit) const;
    /// One that fits, as it is decided by; null: none does. Looks at all of them.
    [[nodiscard]] CredentialPtr findCredential(const std::function<bool(const CredentialRule &)> &fits) const;
    /// Likewise of every credential.
    void forEachCredential(const std::function<void(const CredentialRule &)> &visit) const;
    /// Whether another partner has this short name. Looks at all of them.
    [[nodiscard]] bool isSlugTaken(const QString &slug, const QString &exceptPartnerId) const;
    /// The scopes of the catalogue, for the same.
    [[nodiscard]] const QList<Scope> &scopes() const { return m_scopes; }
    /// The API whose routes need it; empty for a scope that the catalogue does not have.
    [[nodiscard]] QString apiOfScope(const QString &scope) const { return m_scopeApis.value(scope); }
    /// Imported keys by what calls present, as stored: what narrows one is the credential's matter.
    [[nodiscard]] const LegacyIndex &legacyKeys() const { return *m_legacy; }
    /// What stands for a client id of another system in a realm, as it is decided by; null for none. It
    /// authenticates nobody: it names the partner whose secrets are taken under it.
    [[nodiscard]] CredentialPtr byClientId(Realm realm, const QByteArray &clientId) const;
    [[nodiscard]] bool isDenied(const QByteArray &jti) const { return m_denied.find(jti) != nullptr; }
    /// False while the history that this policy was read from is not accepted
    /// (store/history/history_anchor.h): then every call is refused, and no token is given.
    [[nodiscard]] bool decides() const { return m_decides; }
    [[nodiscard]] const RouteCatalogue &catalogue() const { return *m_catalogue; }
    [[nodiscard]] std::shared_ptr<const RouteCatalogue> sharedCatalogue() const { return m_catalogue; }
    [[nodiscard]] qsizetype partnerCount() const { return m_partners.size(); }
    [[nodiscard]] qsizetype credentialCount() const { return m_credentials.size(); }
    [[nodiscard]] qsizetype deniedCount() const { return m_denied.size(); }
    /// Versions of the peppers that some generation's verifier was made with.
    [[nodiscard]] std::set<int> pepperVersions() const;

    [[nodiscard]] Policy withPartner(PartnerRule partner) const;
    [[nodiscard]] Policy withCredential(CredentialRule credential) const;
    [[nodiscard]] Policy withoutCredential(const QByteArray &id16) const;
    [[nodiscard]] Policy withDeniedToken(const DeniedToken &token) const;
    /// Drops denials of tokens that expired before `now`.
    [[nodiscard]] Policy withoutExpiredDenials(Instant now) const;
    [[nodiscard]] Policy withDecisions(bool decides) const;
    [[nodiscard]] Policy withAuditSize(qint64 size) const;
    [[nodiscard]] Policy withCatalogue(std::shared_ptr<const RouteCatalogue> catalogue) const;
    [[nodiscard]] Policy withPlanLimits(const QHash<QString, pc::rules::StageLimits> &plans) const;
    /// A plan that was edited, for all partners that have it; nothing: it is gone.
    [[nodiscard]] Policy withPlan(const QString &planId,
                                  const std::optional<pc::rules::StageLimits> &limits) const;
    [[nodiscard]] Policy withScopes(QList<Scope> scopes) const;
    [[nodiscard]] Policy withObservations(QList<ObservationRule> observations) const;

    /// For PolicyHolder: lays a narrowed rule over the stored one, or takes it off (null).
    [[nodiscard]] Policy withPartnerOverlay(const QString &partnerId, PartnerPtr narrowed) const;
    [[nodiscard]] Policy withCredentialOverlay(const QByteArray &id16, CredentialPtr narrowed) const;

    /// How much two policies share; for tests of the structure.
    [[nodiscard]] bool sharesCredentialShard(const Policy &other, const QByteArray &id16) const
    {
        return m_credentials.sharesShard(other.m_credentials, id16);
    }

private:
    friend class PolicyHolder;

    /// `before` and `after`: of one credential, either may be missing.
    void indexLegacyKey(const CredentialRule *before, const CredentialRule *after);
    void indexClientId(const CredentialRule *before, const CredentialRule *after);

    qint64 m_number = 0;
    qint64 m_auditSize = 0;
    bool m_decides = true;
    ShardedMap<QString, PartnerPtr> m_partners;
    ShardedMap<QByteArray, CredentialPtr> m_credentials;
    ShardedMap<QString, PartnerPtr> m_partnerOverlays; // narrowed, not stored yet
    ShardedMap<QByteArray, CredentialPtr> m_credentialOverlays;
    ShardedMap<QByteArray, Instant> m_denied; // jti → expiry
    std::shared_ptr<const LegacyIndex> m_legacy = std::make_shared<const LegacyIndex>();
    ShardedMap<QByteArray, QByteArray> m_clientIds; // realm and client id → id16
    QHash<QString, pc::rules::StageLimits> m_plans;
    QList<Scope> m_scopes;
    QHash<QString, QString> m_scopeApis;
    QList<ObservationRule> m_observations;
    std::shared_ptr<const RouteCatalogue> m_catalogue;
};

} // namespace pc::platform
