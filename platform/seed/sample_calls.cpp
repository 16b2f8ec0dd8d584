// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/seed/sample_calls.h"

#include "contract/rules/limits.h"

#include <algorithm>

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourSeconds = 3600;

QStringList scopesHeldBy(const SamplePartner &entry, const QString &credentialId)
{
    for (const CredentialRow &credential : entry.credentials) {
        if (credential.value.id == credentialId)
            return credential.value.scopes;
    }
    return {};
}

} // namespace

CallRecord SampleCalls::make(const SamplePartner &entry, int index, const Caller &caller, const Route &route,
                             qint64 hour, Outcome outcome, qint64 used)
{
    CallRecord call;
    call.id = u"dec_"_s + m_random.text(20);
    call.requestId = u"req_"_s + m_random.text(20);
    const qint64 latest = std::min(m_sample.anchor.toMSecsSinceEpoch(), (hour + hourSeconds) * 1000);
    const qint64 span = std::max<qint64>(1, latest - hour * 1000);
    call.at = QDateTime::fromMSecsSinceEpoch(hour * 1000 + m_random.below(span), Qt::UTC);
    call.partnerId = entry.partner.id;
    call.credentialId = caller.credentialId;
    call.generation = caller.generation;
    call.realm = caller.realm;
    addPath(call, route);
    call.scope = route.scope;
    const bool isGranted = scopesAt(m_sample, index, call.at).contains(route.scope);
    call.outcome = isGranted ? outcome : Outcome::Refused;
    addEnd(call, isGranted);
    call.source = caller.source;
    call.userAgent = u"order-sync/2.4"_s;
    call.gateway = u"edge-1"_s;
    call.micros = 90 + m_random.below(220);
    call.auditSize = m_log.sizeAt(call.at);
    call.tokenScopes = scopesHeldBy(entry, caller.credentialId);
    call.tokenDigest = m_random.text(16);
    addLimits(call, entry, used);
    return call;
}

CallEnd SampleCalls::endOf(const CallRecord &call)
{
    const bool isAnswered = call.outcome != Outcome::Refused && call.outcome != Outcome::Throttled;
    CallEnd end;
    end.status = call.status;
    end.bytesSent = isAnswered ? 900 + m_random.below(9000) : 180 + m_random.below(120);
    const qint64 upstream = call.outcome == Outcome::ServerError ? 900'000 + m_random.below(400'000)
                                                                 : 8'000 + m_random.below(40'000);
    end.totalMicros = call.micros + 400 + (isAnswered ? upstream : 0);
    if (isAnswered)
        end.upstreamMicros = upstream;
    end.at = call.at.addMSecs(*end.totalMicros / 1000);
    end.gateway = call.gateway;
    return end;
}

GatewayLine SampleCalls::lostRequest(const QString &source)
{
    GatewayLine line;
    line.at = QDateTime(m_sample.anchor.date().addDays(-1), QTime(14, 5, 9, 310), Qt::UTC);
    line.gateway = u"edge-1"_s;
    line.requestId = u"req_"_s + m_random.text(20);
    line.status = 400;
    line.method = u"POST"_s;
    line.path = u"/api/v1/orders"_s;
    line.source = source;
    line.bytesSent = 157;
    line.totalMicros = 300;
    return line;
}

void SampleCalls::addPath(CallRecord &call, const Route &route)
{
    call.method = route.method;
    call.routeId = route.id;
    call.path = route.pathTemplate;
    const qsizetype brace = call.path.indexOf(u'{');
    if (brace > 0)
        call.path = call.path.left(brace) + QString::number(10000 + m_random.below(90000)) +
                    call.path.mid(call.path.indexOf(u'}') + 1);
}

void SampleCalls::addEnd(CallRecord &call, bool isGranted) const
{
    call.reason = DecisionReason::Allowed;
    switch (call.outcome) {
    case Outcome::ClientError:
        call.status = 404;
        break;
    case Outcome::ServerError:
        call.status = 502;
        break;
    case Outcome::Refused: // what is granted is refused to a token that is too old
        call.status = isGranted ? 401 : 403;
        call.reason = isGranted ? DecisionReason::TokenExpired : DecisionReason::MissingScope;
        break;
    case Outcome::Throttled:
        call.status = 429;
        call.reason = DecisionReason::RateLimited;
        break;
    default:
        call.status = call.method == u"POST"_s ? 201 : 200;
        break;
    }
}

void SampleCalls::addLimits(CallRecord &call, const SamplePartner &entry, qint64 used) const
{
    if (call.outcome == Outcome::Refused)
        return;
    const auto plan = std::find_if(m_sample.catalogue.plans.begin(), m_sample.catalogue.plans.end(),
                                   [&entry](const Plan &each) { return each.id == entry.partner.planId; });
    const Limits limits = pc::rules::limitsAt(entry.grant, *plan, entry.partner.stage, call.at);
    LimitState state;
    state.burst = limits.burst;
    state.quota = limits.dailyQuota;
    state.quotaUsed = used;
    if (call.outcome == Outcome::Throttled && limits.rate > 0)
        state.freeAt = call.at.addMSecs(static_cast<qint64>(1000 / limits.rate));
    else
        state.remaining = limits.burst / 2;
    call.limits = state;
}

} // namespace pc::platform::seed
