// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/policy.h"

#include "contract/rules/secret_life.h"
#include "platform/core/catalogue/route_catalogue.h"

#include <algorithm>
#include <type_traits>

namespace pc::platform {

using namespace Qt::StringLiterals;

const GenerationRule *CredentialRule::generation(int number) const
{
    const auto found = std::find_if(generations.begin(), generations.end(),
                                    [number](const GenerationRule &each) { return each.number == number; });
    return found == generations.end() ? nullptr : &*found;
}

bool CredentialRule::isValid(const GenerationRule &generation, Instant now)
{
    return pc::rules::isValid(generation.state, generation.graceUntil, now);
}

const GenerationRule *CredentialRule::newestValid(Instant now) const
{
    const GenerationRule *newest = nullptr;
    for (const GenerationRule &each : generations) {
        if (isValid(each, now) && (newest == nullptr || each.number > newest->number))
            newest = &each;
    }
    return newest;
}

QByteArray id16Of(const QString &credentialId)
{
    constexpr qsizetype idLength = 16;
    if (!credentialId.startsWith(u"crd_"_s) || credentialId.size() != 4 + idLength)
        return {};
    return credentialId.mid(4).toLatin1();
}

Stage PartnerRule::stageIn(Realm realm) const
{
    return realm == Realm::Sandbox ? Stage::Sandbox : stage;
}

Limits PartnerRule::limitsAt(Realm realm, Instant now) const
{
    if (!limitOverride || realm != pc::rules::realmOf(stage))
        return limits.at(stageIn(realm));
    return pc::rules::limitsAt(limits, limitOverride, stage, toDateTime(now));
}

bool PartnerRule::allowsFrom(const std::optional<pc::rules::Address> &source, Realm realm,
                             const QByteArray &id16, Instant now) const
{
    return std::all_of(networks.begin(), networks.end(),
                       [&](const NetworkRule &each) { return each.allows(realm, id16, source, now); });
}

Policy::Policy() : m_catalogue(RouteCatalogue::empty()) {}

Policy::Policy(const std::vector<PartnerRule> &partners, const std::vector<CredentialRule> &credentials,
               const std::vector<DeniedToken> &denied, std::shared_ptr<const RouteCatalogue> catalogue)
    : m_catalogue(catalogue ? std::move(catalogue) : RouteCatalogue::empty())
{
    std::vector<PartnerPtr> partnerPtrs;
    partnerPtrs.reserve(partners.size());
    for (const PartnerRule &each : partners)
        partnerPtrs.push_back(std::make_shared<const PartnerRule>(each));
    m_partners =
        ShardedMap<QString, PartnerPtr>::build(partnerPtrs, [](const PartnerPtr &each) { return each->id; });

    std::vector<CredentialPtr> credentialPtrs;
    credentialPtrs.reserve(credentials.size());
    for (const CredentialRule &each : credentials)
        credentialPtrs.push_back(std::make_shared<const CredentialRule>(each));
    m_credentials = ShardedMap<QByteArray, CredentialPtr>::build(
        credentialPtrs, [](const CredentialPtr &each) { return each->id16; });

    for (const CredentialPtr &each : credentialPtrs) {
        indexLegacyKey(nullptr, each.get());
        indexClientId(nullptr, each.get());
    }

    for (const DeniedToken &each : denied)
        m_denied = m_denied.with(each.jti, each.expiresAt);
}

namespace {

template <typename Map, typename Key>
auto pointerIn(const Map &map, const Key &key)
{
    const auto *found = map.find(key);
    return found == nullptr ? std::remove_cvref_t<decltype(*found)>() : *found;
}

QByteArray clientIdKey(Realm realm, const QByteArray &clientId)
{
    return toText(realm).toLatin1() + ' ' + clientId;
}

} // namespace

Policy::PartnerPtr Policy::partner(const QString &partnerId) const
{
    const PartnerPtr narrowed = pointerIn(m_partnerOverlays, partnerId);
    return narrowed ? narrowed : storedPartner(partnerId);
}

Policy::CredentialPtr Policy::credential(const QByteArray &id16) const
{
    const CredentialPtr narrowed = pointerIn(m_credentialOverlays, id16);
    return narrowed ? narrowed : storedCredential(id16);
}

Policy::PartnerPtr Policy::storedPartner(const QString &partnerId) const
{
    return pointerIn(m_partners, partnerId);
}

Policy::CredentialPtr Policy::storedCredential(const QByteArray &id16) const
{
    return pointerIn(m_credentials, id16);
}

Policy::CredentialPtr Policy::byClientId(Realm realm, const QByteArray &clientId) const
{
    const QByteArray *id16 = m_clientIds.find(clientIdKey(realm, clientId));
    return id16 == nullptr ? nullptr : credential(*id16);
}

std::optional<pc::rules::StageLimits> Policy::planLimits(const QString &planId) const
{
    const auto found = m_plans.constFind(planId);
    return found == m_plans.constEnd() ? std::nullopt : std::optional(*found);
}

void Policy::forEachPartner(const std::function<void(const PartnerRule &)> &visit) const
{
    m_partners.forEach([&](const QString &id, const PartnerPtr &) { visit(*partner(id)); });
}

Policy::CredentialPtr Policy::findCredential(const std::function<bool(const CredentialRule &)> &fits) const
{
    CredentialPtr found;
    m_credentials.forEach([&](const QByteArray &id16, const CredentialPtr &) {
        if (found)
            return;
        if (CredentialPtr decided = credential(id16); decided && fits(*decided))
            found = std::move(decided);
    });
    return found;
}

void Policy::forEachCredential(const std::function<void(const CredentialRule &)> &visit) const
{
    m_credentials.forEach([&](const QByteArray &id16, const CredentialPtr &) { visit(*credential(id16)); });
}

bool Policy::isSlugTaken(const QString &slug, const QString &exceptPartnerId) const
{
    bool taken = false;
    m_partners.forEach([&](const QString &id, const PartnerPtr &partner) {
        taken = taken || (partner->facts.slug == slug && id != exceptPartnerId);
    });
    return taken;
}

std::set<int> Policy::pepperVersions() const
{
    std::set<int> versions;
    m_credentials.forEach([&versions](const QByteArray &, const CredentialPtr &credential) {
        for (const GenerationRule &each : credential->generations) {
            if (!each.verifier.isEmpty())
                versions.insert(each.pepperVersion);
        }
    });
    versions.merge(m_legacy->pepperVersions());
    return versions;
}

Policy Policy::withPartner(PartnerRule partner) const
{
    Policy next = *this;
    const QString key = partner.id;
    next.m_partners = m_partners.with(key, std::make_shared<const PartnerRule>(std::move(partner)));
    return next;
}

Policy Policy::withCredential(CredentialRule credential) const
{
    Policy next = *this;
    const QByteArray key = credential.id16;
    next.indexLegacyKey(storedCredential(key).get(), &credential);
    next.indexClientId(storedCredential(key).get(), &credential);
    next.m_credentials =
        m_credentials.with(key, std::make_shared<const CredentialRule>(std::move(credential)));
    return next;
}

Policy Policy::withoutCredential(const QByteArray &id16) const
{
    Policy next = *this;
    next.indexLegacyKey(storedCredential(id16).get(), nullptr);
    next.indexClientId(storedCredential(id16).get(), nullptr);
    next.m_credentials = m_credentials.without(id16);
    return next;
}

void Policy::indexLegacyKey(const CredentialRule *before, const CredentialRule *after)
{
    const LegacyRule *old = before != nullptr && before->legacy ? &*before->legacy : nullptr;
    const LegacyRule *now = after != nullptr && after->legacy ? &*after->legacy : nullptr;
    if (old != nullptr && now != nullptr && *old == *now)
        return;
    if (old != nullptr)
        m_legacy = std::make_shared<const LegacyIndex>(m_legacy->without(before->id16, *old));
    if (now != nullptr)
        m_legacy = std::make_shared<const LegacyIndex>(m_legacy->with(after->id16, *now));
}

void Policy::indexClientId(const CredentialRule *before, const CredentialRule *after)
{
    const auto keyOf = [](const CredentialRule *rule) {
        return rule != nullptr && !rule->clientId.isEmpty() ? clientIdKey(rule->realm, rule->clientId)
                                                            : QByteArray();
    };
    const QByteArray old = keyOf(before);
    const QByteArray now = keyOf(after);
    if (old == now)
        return;
    if (!old.isEmpty())
        m_clientIds = m_clientIds.without(old);
    if (!now.isEmpty())
        m_clientIds = m_clientIds.with(now, after->id16);
}

Policy Policy::withDeniedToken(const DeniedToken &token) const
{
    Policy next = *this;
    next.m_denied = m_denied.with(token.jti, token.expiresAt);
    return next;
}

Policy Policy::withoutExpiredDenials(Instant now) const
{
    Policy next = *this;
    next.m_denied = m_denied.filtered([now](const QByteArray &, Instant expiry) { return now < expiry; });
    return next;
}

Policy Policy::withDecisions(bool decides) const
{
    Policy next = *this;
    next.m_decides = decides;
    return next;
}

Policy Policy::withAuditSize(qint64 size) const
{
    Policy next = *this;
    next.m_auditSize = size;
    return next;
}

Policy Policy::withCatalogue(std::shared_ptr<const RouteCatalogue> catalogue) const
{
    Policy next = *this;
    next.m_catalogue = catalogue ? std::move(catalogue) : RouteCatalogue::empty();
    return next;
}

Policy Policy::withPlanLimits(const QHash<QString, pc::rules::StageLimits> &plans) const
{
    Policy next = *this;
    next.m_plans = plans;
    return next;
}

Policy Policy::withPlan(const QString &planId, const std::optional<pc::rules::StageLimits> &limits) const
{
    Policy next = *this;
    if (!limits) {
        next.m_plans.remove(planId);
        return next;
    }
    next.m_plans.insert(planId, *limits);
    m_partners.forEach([&](const QString &id, const PartnerPtr &partner) {
        if (partner->facts.planId != planId || partner->limits == *limits)
            return;
        PartnerRule changed = *partner;
        changed.limits = *limits;
        next.m_partners = next.m_partners.with(id, std::make_shared<const PartnerRule>(std::move(changed)));
    });
    return next;
}

Policy Policy::withScopes(QList<Scope> scopes) const
{
    Policy next = *this;
    next.m_scopes = std::move(scopes);
    next.m_scopeApis.clear();
    for (const Scope &scope : std::as_const(next.m_scopes))
        next.m_scopeApis.insert(scope.name, scope.apiId);
    return next;
}

Policy Policy::withObservations(QList<ObservationRule> observations) const
{
    Policy next = *this;
    next.m_observations = std::move(observations);
    return next;
}

Policy Policy::withPartnerOverlay(const QString &partnerId, PartnerPtr narrowed) const
{
    Policy next = *this;
    next.m_partnerOverlays = narrowed ? m_partnerOverlays.with(partnerId, std::move(narrowed))
                                      : m_partnerOverlays.without(partnerId);
    return next;
}

Policy Policy::withCredentialOverlay(const QByteArray &id16, CredentialPtr narrowed) const
{
    Policy next = *this;
    next.m_credentialOverlays =
        narrowed ? m_credentialOverlays.with(id16, std::move(narrowed)) : m_credentialOverlays.without(id16);
    return next;
}

} // namespace pc::platform
