// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/rule_then.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/limits.h"
#include "contract/rules/network.h"
#include "platform/admin/calls/catalogue_rules_made.h"
#include "platform/admin/calls/explained.h"
#include "platform/admin/calls/log_values.h"
#include "platform/admin/calls/networks_then.h"
#include "platform/admin/calls/partner_rules_made.h"
#include "platform/admin/calls/resource_needs.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/core/decision/record_fields.h"
#include "platform/domain/said.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Reads one call's rule; a function for each kind of refusal.
class RuleReader
{
public:
    RuleReader(Tx &tx, const RuleSources &sources, const CallRecord &call)
        : m_tx(tx), m_sources(sources), m_call(call)
    {
    }
    [[nodiscard]] FoundRule read();

private:
    void look(const CauseSearch &search);
    void ofState(const QString &part, const QString &fact, const QString &value);
    void ofEnd();
    void ofScope();
    void ofResource();
    void ofLimits();
    void ofStage();
    void ofNetworks();
    void ofGateway();
    void ofAudience();
    void ofVersion();
    void ofRoute();
    void ofBody();

    [[nodiscard]] QString apiId() const
    {
        const Api *api = apiOfRoute(m_sources.policy, m_call.routeId);
        return api == nullptr ? QString() : api->id;
    }
    [[nodiscard]] std::optional<QString> said(const QString &field) const
    {
        return log_values::text(m_tx, m_call.partnerId, m_call.auditSize, field);
    }
    template <typename Value>
    void fact(const QString &name, const Value &value)
    {
        addFact(m_found.rule.facts, name, value);
    }
    /// The route is today as it was: no import came since.
    [[nodiscard]] const Route *routeAsItStood() const;

    Tx &m_tx;
    const RuleSources &m_sources;
    const CallRecord &m_call;
    FoundRule m_found;
};

void RuleReader::look(const CauseSearch &search)
{
    if (m_found.cause)
        return;
    m_found.cause = findCause(m_tx, m_sources, m_call, search);
    if (!m_found.cause)
        return;
    m_found.rule.isKnown = true;
    m_found.rule.cause = m_found.cause->event;
    if (m_found.cause->isBeforeEvent)
        addTrue(m_found.rule.facts, facts::beforeEvent);
}

void RuleReader::ofState(const QString &part, const QString &fact, const QString &value)
{
    const bool ofPartner = fact == facts::status;
    look({{ofPartner ? m_call.partnerId : m_call.credentialId}, {part}});
    if (m_found.cause)
        this->fact(fact, value);
}

/// Of the credential, or of the generation that it was called with: what the time did has the event that set
/// the time.
void RuleReader::ofEnd()
{
    if (m_call.reason == Reason::CredentialRevoked)
        ofState(u"state"_s, facts::state, toText(CredentialState::Revoked));
    else
        look({{m_call.credentialId}, {u"expires_at"_s}});
    look({{m_call.credentialId}, {u"generation"_s}});
    if (!m_found.cause)
        return;
    const AuditEvent &event = m_found.cause->event;
    const bool ofGeneration = m_found.cause->rule.part == u"generation";
    const std::optional<QDateTime> end = timeSaid(event, ofGeneration ? u"grace_until" : u"expires_at");
    if (m_found.cause->rule.part == u"state" || !end)
        return;
    fact(ofGeneration ? facts::graceUntil : facts::expiresAt, *end);
    addTrue(m_found.rule.facts, facts::byTime);
}

/// What lacks the scope: the credential, whatever the grant holds; else the grant; else the token.
void RuleReader::ofScope()
{
    const QStringList needed =
        m_call.isTokenRequest ? m_call.tokenScopes : neededScopes(m_sources.policy, m_call);
    const auto credential = m_sources.credentialScopes.constFind(m_call.credentialId);
    const bool isCredentialKnown = credential != m_sources.credentialScopes.constEnd();
    std::optional<QStringList> granted =
        log_values::list(m_tx, m_call.partnerId, m_call.auditSize, u"scopes");
    const bool hasToken = !m_call.isTokenRequest && !m_call.tokenDigest.isEmpty();
    QStringList missing;
    for (const QString &scope : needed) {
        if (scope == unknownScope) { // nobody has it
            missing.append(scope);
            continue;
        }
        const bool ofCredential = isCredentialKnown && !credential->contains(scope);
        const bool ofToken = hasToken && !m_call.tokenScopes.contains(scope);
        const bool isOfTokenOnly = ofToken && !ofCredential && granted && granted->contains(scope);
        if (!isOfTokenOnly) // whoever asked for the token asked for less
            look({{ofCredential ? m_call.credentialId : m_call.partnerId, apiId()}, {scope}});
        const bool ofGrant =
            granted ? !granted->contains(scope) : m_found.cause && m_found.cause->rule.part == scope;
        if (ofCredential || ofToken || ofGrant || (m_found.cause && m_found.cause->isBeforeEvent))
            missing.append(scope);
    }
    if (granted && m_found.cause && m_found.cause->isBeforeEvent)
        granted->removeAll(m_found.cause->rule.part);
    for (const QString &scope : std::as_const(missing))
        fact(facts::scope, scope);
    if (granted)
        fact(facts::scopes, *granted);
    if (isCredentialKnown)
        fact(facts::credentialScopes, *credential);
    if (hasToken)
        fact(facts::tokenScopes, m_call.tokenScopes);
    m_found.rule.isKnown = m_found.rule.isKnown || !missing.isEmpty();
}

void RuleReader::ofResource()
{
    look({{m_call.partnerId}, {u"resources"_s}});
    const auto granted = m_found.cause && m_found.cause->isBeforeEvent
                             ? std::nullopt
                             : log_values::resources(m_tx, m_call.partnerId, m_call.auditSize);
    if (!granted)
        return;
    for (const QString &each : lackedResources(m_sources.policy, m_call, *granted))
        fact(facts::resource, each);
    fact(facts::resources, resourceTexts(*granted));
    m_found.rule.isKnown = true;
}

void RuleReader::ofLimits()
{
    if (m_call.isTokenRequest)
        return; // how often tokens are asked for is nobody's to set
    const auto own = log_values::ownLimits(m_tx, m_call.partnerId, m_call.auditSize);
    const bool isOwn =
        own && own->holdAt(m_call.at) && (!m_call.limits || own->burst == m_call.limits->burst);
    const QString plan = said(u"plan_id"_s).value_or(QString());
    // Own ones that are over made the plan's hold again; those that are to come have no say yet.
    const bool areOver = own && own->until && *own->until <= m_call.at;
    if (isOwn)
        look({{m_call.partnerId}, {u"own_limits"_s}});
    else if (areOver)
        look({{m_call.partnerId, plan}, {u"limits"_s, u"own_limits"_s}});
    else
        look({{m_call.partnerId, plan}, {u"limits"_s}});
    if (!m_found.cause)
        return;
    if (!isOwn && m_found.cause->rule.part == u"own_limits")
        addTrue(m_found.rule.facts, facts::byTime);
    if (isOwn) {
        addTrue(m_found.rule.facts, facts::ownLimits);
        if (own->rate)
            fact(facts::rate, QString::number(*own->rate));
    } else {
        fact(facts::plan, plan);
        const QString stage =
            m_call.realm == Realm::Sandbox ? toText(Stage::Sandbox) : said(u"stage"_s).value_or(QString());
        fact(facts::rate,
             log_values::text(m_tx, plan, m_call.auditSize, QString(stage + u".rate"_s)).value_or(QString()));
    }
    if (!m_call.limits)
        return;
    fact(facts::burst, m_call.limits->burst);
    if (m_call.limits->quota > 0)
        fact(facts::quota, m_call.limits->quota);
}

void RuleReader::ofStage()
{
    if (m_call.routeId.isEmpty()) // the partner is not yet where its credential is
        look({{m_call.partnerId}, {u"stage"_s}});
    else if (m_call.realm == Realm::Sandbox) // whatever stage the partner has reached
        look({{apiId()}, {u"routes"_s}});
    else
        look({{m_call.partnerId, apiId()}, {u"stage"_s, u"routes"_s}});
    const std::optional<QString> stage =
        m_call.realm == Realm::Sandbox ? toText(Stage::Sandbox) : said(u"stage"_s);
    if (stage) {
        fact(facts::stage, *stage);
        m_found.rule.isKnown = true;
    }
    if (const Route *route = routeAsItStood()) {
        QStringList open;
        for (const Stage each : route->stages)
            open.append(toText(each));
        fact(facts::stages, open);
    }
}

void RuleReader::ofNetworks()
{
    const NetworksThen then = networksThen(m_tx, m_call);
    look({{m_call.partnerId}, then.refusing});
    if (!m_found.cause)
        return;
    fact(facts::source, m_call.source);
    if (m_found.cause->isBeforeEvent)
        return;
    if (then.networks)
        fact(facts::networks, *then.networks);
    if (then.waiverUntil) {
        fact(facts::waiverUntil, *then.waiverUntil);
        if (*then.waiverUntil <= m_call.at)
            addTrue(m_found.rule.facts, facts::byTime);
    }
}

void RuleReader::ofGateway()
{
    CauseSearch search{{m_call.gateway}, {u"realm"_s}};
    search.isByTime = true;
    look(search);
    if (!m_found.cause)
        return;
    fact(facts::gateway, m_call.gateway);
    if (const FieldChange *realm = saidOf(m_found.cause->event, u"realm"))
        fact(facts::realm, realm->after);
}

void RuleReader::ofAudience()
{
    look({{apiId()}, {u"audience"_s}});
    if (m_found.cause) {
        const FieldChange *audience = saidOf(m_found.cause->event, u"audience");
        fact(facts::audience, audience == nullptr ? QString() : audience->after);
    }
}

void RuleReader::ofVersion()
{
    QStringList apis{apiId()};
    if (apis.constFirst().isEmpty()) { // the route is gone since
        for (const Api &api : m_sources.policy.catalogue().apis())
            apis.append(api.id);
    }
    look({apis});
    if (!m_found.cause)
        return;
    const AuditEvent &event = m_found.cause->event;
    if (const auto sunset = timeSaid(event, u"sunset_at")) {
        fact(facts::version, m_found.cause->rule.part);
        fact(facts::sunsetAt, *sunset);
        if (event.at < *sunset)
            addTrue(m_found.rule.facts, facts::byTime);
    }
}

/// One that went with an import, or with its whole API; else the import that has none such.
void RuleReader::ofRoute()
{
    CauseSearch search;
    search.beginnings = Beginnings::MadeFirst;
    search.actions = {toText(AuditAction::ApiRemove)};
    for (const Api &api : m_sources.policy.catalogue().apis())
        search.targets.append(api.id);
    look(search);
    if (m_found.cause)
        fact(facts::route, QString(m_call.method + u' ' + m_call.path));
}

void RuleReader::ofBody()
{
    look({{apiId()}, {u"routes"_s}});
    const Route *route = routeAsItStood();
    if (route == nullptr)
        return;
    if (m_call.reason == Reason::ContentTypeNotAllowed)
        fact(facts::contentTypes, route->contentTypes);
    else
        fact(facts::mostLength, route->bodyLimit);
}

const Route *RuleReader::routeAsItStood() const
{
    const bool isOfImport = m_found.cause && m_found.cause->rule.part == u"routes";
    if (!isOfImport || endOf(m_tx, m_found.cause->event, m_found.cause->rule))
        return nullptr;
    return routeOf(m_sources.policy, m_call.routeId);
}

FoundRule RuleReader::read()
{
    switch (m_call.reason) {
    case Reason::CredentialSuspended:
        ofState(u"state"_s, facts::state, toText(CredentialState::Suspended));
        break;
    case Reason::PartnerFrozen:
        ofState(u"status"_s, facts::status, toText(PartnerStatus::Frozen));
        break;
    case Reason::CredentialPending:
        ofState(u"generation"_s, facts::state, toText(CredentialState::Pending));
        break;
    case Reason::CredentialExpired:
    case Reason::CredentialRevoked:
        ofEnd();
        break;
    case Reason::TokenRevoked:
        look({{m_call.credentialId}, {u"token"_s}});
        break;
    case Reason::WrongRealm:
        ofGateway();
        break;
    case Reason::StageNotAllowed:
        ofStage();
        break;
    case Reason::NetworkNotAllowed:
        ofNetworks();
        break;
    case Reason::UnknownRoute:
        ofRoute();
        break;
    case Reason::VersionEnded:
        ofVersion();
        break;
    case Reason::WrongAudience:
        ofAudience();
        break;
    case Reason::MissingScope:
        ofScope();
        break;
    case Reason::ResourceNotGranted:
        ofResource();
        break;
    case Reason::RateLimited:
    case Reason::QuotaExceeded:
        ofLimits();
        break;
    case Reason::LengthRequired:
    case Reason::BodyTooLarge:
    case Reason::ContentTypeNotAllowed:
        ofBody();
        break;
    default: // what the call itself was, or what no event tells
        break;
    }
    return std::move(m_found);
}

} // namespace

FoundRule findRule(Tx &tx, const RuleSources &sources, const CallRecord &call)
{
    if (call.auditSize == 0)
        return {};
    return RuleReader(tx, sources, call).read();
}

} // namespace pc::platform
