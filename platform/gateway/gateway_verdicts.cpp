// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_verdicts.h"

#include "platform/gateway/gateway_wall_verdicts.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysToWarn = 21;
constexpr qint64 secondsToWarn = 5;
constexpr qint64 secondsToFail = 60;

QString dayOf(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd"_s);
}

Judgement lifeOf(const QDateTime &end, const QDateTime &now, const QString &mend)
{
    const qint64 days = now.daysTo(end);
    if (end <= now)
        return {Verdict::Fail, u"it ended on %1"_s.arg(dayOf(end)), mend};
    if (days <= daysToWarn)
        return {Verdict::Warn, u"it ends on %1, in %2 days"_s.arg(dayOf(end)).arg(days), mend};
    return {Verdict::Ok, u"until %1"_s.arg(dayOf(end))};
}

Judgement registered(const GatewayObservations &seen)
{
    if (!seen.rule)
        return {Verdict::Fail, u"no gateway of this name is registered"_s,
                u"Register it with \"partner-platform gateway add\"."_s};
    return lifeOf(seen.rule->notAfter, seen.now,
                  u"Issue a new client certificate: remove the gateway, add it again and copy its files."_s);
}

Judgement reachable(const GatewayObservations &seen)
{
    if (seen.url.isEmpty())
        return {
            Verdict::NotChecked, u"no probe URL is known"_s,
            u"Give --probe-url, or register the gateway with one: revocations are then proven through it, too."_s};
    if (!seen.elsewhere)
        return {Verdict::NotChecked, u"nothing was asked"_s};
    if (!seen.elsewhere->answer.fault.isEmpty())
        return {
            Verdict::Fail, seen.elsewhere->answer.fault,
            u"Does it run, and does it listen there? A certificate that is not accepted ends every call: see the next line."_s};
    return {Verdict::Ok, u"it answers"_s};
}

Judgement certificate(const GatewayObservations &seen)
{
    if (!seen.tls)
        return seen.url.startsWith(u"http:"_s)
                   ? Judgement{Verdict::Fail, u"the probe URL is plain http: credentials go in clear"_s,
                               u"Let partners call https only."_s}
                   : Judgement{Verdict::NotChecked, u"there was no connection"_s};
    if (!seen.tls->fault.isEmpty())
        return {
            Verdict::Fail, seen.tls->fault,
            u"Give the gateway a certificate for this name, with its chain. When its authority is a private one, give --probe-ca."_s};
    return lifeOf(seen.tls->certificateEnd, seen.now, u"Renew the certificate that partners see."_s);
}

Judgement versions(const GatewayObservations &seen)
{
    if (!seen.tls || !seen.tls->fault.isEmpty())
        return {Verdict::NotChecked, u"there was no TLS to look at"_s};
    if (seen.tls->takesOld)
        return {Verdict::Warn, u"it takes TLS 1.0 or 1.1"_s,
                u"Allow TLS 1.2 and 1.3 only (nginx: ssl_protocols TLSv1.2 TLSv1.3)."_s};
    return {Verdict::Ok, u"TLS 1.2 and later only"_s};
}

Judgement clock(const GatewayObservations &seen)
{
    if (!seen.elsewhere || !seen.elsewhere->answer.fault.isEmpty())
        return {Verdict::NotChecked, u"there was no answer"_s};
    // RFC 9110, section 5.6.7; the other two forms are obsolete, and no gateway writes them.
    const QString text = QString::fromLatin1(seen.elsewhere->answer.headers.value("Date"));
    QDateTime said = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    said.setTimeSpec(Qt::UTC);
    if (!said.isValid())
        return {Verdict::NotChecked, u"its answers have no Date"_s};
    const qint64 apart = std::abs(said.secsTo(seen.elsewhere->answer.at));
    const QString came = u"%1 seconds apart"_s.arg(apart);
    const QString mend =
        u"Let both machines follow the same time (NTP): records and certificates go by it."_s;
    if (apart > secondsToFail)
        return {Verdict::Fail, came, mend};
    return apart > secondsToWarn ? Judgement{Verdict::Warn, came, mend} : Judgement{Verdict::Ok, came};
}

Judgement asksItself(const GatewayObservations &seen)
{
    if (!seen.first)
        return {Verdict::NotChecked, seen.notLent.isEmpty() ? u"no call was made"_s : seen.notLent};
    const CheckSighting *question = seen.first->question();
    if (question == nullptr)
        return {
            Verdict::Fail,
            u"the service was not asked about the call (it was answered %1)"_s.arg(seen.first->answer.status),
            u"Is the probe URL a path that this gateway asks about, and does its configuration name this service?"_s};
    if (question->gateway == QStringView(localSocketGateway))
        return {Verdict::Ok, u"it asked over the socket of this host, where nobody has a name"_s};
    if (question->gateway != seen.name)
        return {Verdict::Fail, u"%1 asked"_s.arg(question->gateway),
                u"The probe URL leads to another gateway, or this one shows another one's certificate."_s};
    return {Verdict::Ok, u"it asked, in its own name, about %1 %2"_s.arg(question->method, question->path)};
}

Judgement accepted(const GatewayObservations &seen)
{
    if (!seen.first)
        return {Verdict::NotChecked, seen.notLent.isEmpty() ? u"no call was made"_s : seen.notLent};
    const int status = seen.first->answer.status;
    if (status >= 200 && status < 300)
        return {Verdict::Ok, u"%1"_s.arg(status)};
    const CheckSighting *question = seen.first->question();
    const QString why = question == nullptr ? u"nobody was asked"_s : u"decided: %1"_s.arg(question->status);
    return {
        Verdict::Fail, u"%1 (%2)"_s.arg(status).arg(why),
        u"See the gateway's error log. A 503 says that no decision reached it: address, certificate and name of the service in its configuration."_s};
}

Judgement anonymous(const GatewayObservations &seen)
{
    if (!seen.anonymous || !seen.anonymous->answer.fault.isEmpty())
        return {Verdict::NotChecked, u"there was no answer"_s};
    const int status = seen.anonymous->answer.status;
    const CheckSighting *question = seen.anonymous->question();
    if (status >= 200 && status < 300 && question != nullptr && question->status == 200)
        return {Verdict::Warn,
                u"%1: the service let it pass, as calls through this gateway are observed"_s.arg(status),
                u"Look again when the observation has ended."_s};
    if (status >= 200 && status < 300)
        return {
            Verdict::Fail, u"%1: it let a call through that nobody proved"_s.arg(status),
            u"The address is not behind the decision. nginx: include partner-gateway-protect.conf in its location."_s};
    if (status != 401)
        return {
            Verdict::Warn, u"%1 instead of 401"_s.arg(status),
            u"Partners are told something else than what is wrong. nginx: @partner_refused of the shipped configuration."_s};
    return {Verdict::Ok, u"401"_s};
}

Judgement refusalOf(const std::optional<CheckedCall> &call, int wanted, const QString &mend)
{
    if (!call || !call->answer.fault.isEmpty())
        return {Verdict::NotChecked, call ? call->answer.fault : u"no call was made"_s};
    const int status = call->answer.status;
    if (status >= 200 && status < 300)
        return {Verdict::Fail, u"%1: a call that was refused passed"_s.arg(status), mend};
    if (status != wanted)
        return {Verdict::Fail, u"%1 instead of %2"_s.arg(status).arg(wanted), mend};
    if (!call->answer.headers.value("Content-Type").startsWith("application/problem+json"))
        return {Verdict::Warn, u"%1, but no application/problem+json"_s.arg(status),
                u"Partners' programs read the code of a refusal from its body."_s};
    return {Verdict::Ok, u"%1"_s.arg(status)};
}

QString trueStatus()
{
    return u"The gateway changes what the service decided. nginx: auth_request passes 401 and 403 only, so "
           u"the shipped "
           "@partner_refused asks for the true answer; the others pass on what comes."_s;
}

Judgement longHeader(const GatewayObservations &seen)
{
    return refusalOf(
        seen.longHeader, 431,
        u"A header that is too large must not look like an outage. nginx: error_page 494, as shipped."_s);
}

Judgement gone(const GatewayObservations &seen)
{
    return refusalOf(seen.gone, 410, trueStatus());
}

Judgement throttled(const GatewayObservations &seen)
{
    Judgement judged = refusalOf(seen.throttled, 429, trueStatus());
    if (judged.verdict == Verdict::Ok && !seen.throttled->answer.headers.contains("Retry-After"))
        return {Verdict::Fail, u"429 without Retry-After"_s, trueStatus()};
    return judged;
}

constexpr std::array checkRows{
    GatewayCheckRow{"registered", u"Is it registered, and its client certificate valid", registered},
    GatewayCheckRow{"reachable", u"Does it answer", reachable},
    GatewayCheckRow{"certificate", u"Does the certificate that partners see hold", certificate},
    GatewayCheckRow{"tls_versions", u"Does it refuse old TLS", versions},
    GatewayCheckRow{"clock", u"Does its clock agree with this host's", clock},
    GatewayCheckRow{"asks_itself", u"Does it ask this service, in its own name", asksItself},
    GatewayCheckRow{"accepted", u"Does an allowed call pass", accepted},
    GatewayCheckRow{"anonymous", u"Is a call without a credential 401", anonymous},
    GatewayCheckRow{"other_host", u"Is a host that it does not serve turned away", wall::otherHost},
    GatewayCheckRow{"client_address", u"Is the client's address the gateway's word", wall::clientAddress},
    GatewayCheckRow{"forged_fields", u"Do fields that a client may not send stay away from the API",
                    wall::forgedFields},
    GatewayCheckRow{"identity_arrives", u"Does the API get who calls, each field once",
                    wall::identityArrives},
    GatewayCheckRow{"credential_ends", u"Does the credential stay away from the API", wall::credentialEnds},
    GatewayCheckRow{"long_body", u"Is a body that is larger than the route takes 413", wall::longBody},
    GatewayCheckRow{"endless_body", u"Is a body bounded that does not say its length", wall::endlessBody},
    GatewayCheckRow{"length_told", u"Does it tell the service how long bodies are", wall::lengthTold},
    GatewayCheckRow{"long_header", u"Is a header that is too large 431", longHeader},
    GatewayCheckRow{"gone", u"Does a refusal with 410 reach the partner", gone},
    GatewayCheckRow{"throttled", u"Does a refusal with 429 reach the partner, with Retry-After", throttled},
    GatewayCheckRow{"answers_not_kept", u"Does nobody keep answers", wall::answersNotKept},
    GatewayCheckRow{"decisions_not_kept", u"Is every call asked about", wall::decisionsNotKept},
    GatewayCheckRow{"denied_at_once", u"Is a token that was revoked refused at once", wall::denialAtOnce},
    GatewayCheckRow{"platform_closed", u"Does it serve nothing of the platform itself", wall::platformClosed},
    GatewayCheckRow{"decisions_closed", u"Does the service decide for registered gateways only",
                    wall::decisionClosed},
    GatewayCheckRow{"upstream_closed", u"Can the API be reached around the gateway", wall::upstreamClosed},
};

} // namespace

QString toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return u"ok"_s;
    case Verdict::Warn:
        return u"warn"_s;
    case Verdict::Fail:
        return u"fail"_s;
    case Verdict::NotChecked:
        return u"not_checked"_s;
    }
    std::abort();
}

std::span<const GatewayCheckRow> gatewayCheckRows()
{
    return checkRows;
}

QList<GatewayFinding> judgeGateway(const GatewayObservations &seen)
{
    QList<GatewayFinding> findings;
    for (const GatewayCheckRow &row : checkRows)
        findings.append({&row, row.judge(seen)});
    return findings;
}

Verdict worstOf(const QList<GatewayFinding> &findings)
{
    Verdict worst = Verdict::Ok;
    for (const GatewayFinding &each : findings) {
        const Judgement &judged = each.judgement;
        if (judged.verdict == Verdict::Fail)
            return Verdict::Fail;
        if (judged.verdict == Verdict::Warn || (judged.verdict == Verdict::NotChecked && !judged.isOptional))
            worst = Verdict::Warn;
    }
    return worst;
}

} // namespace pc::platform
