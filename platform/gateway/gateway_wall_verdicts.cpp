// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_wall_verdicts.h"

#include <algorithm>

namespace pc::platform::wall {

using namespace Qt::StringLiterals;

namespace {

bool isPassed(int status)
{
    return status >= 200 && status < 300;
}

bool isAnswered(const std::optional<CheckedCall> &call)
{
    return call && call->answer.fault.isEmpty();
}

Judgement notChecked(const QString &why, const QString &mend = {})
{
    return {Verdict::NotChecked, why, mend};
}

Judgement notMade(const GatewayObservations &seen, const std::optional<CheckedCall> &call = {})
{
    if (call && !call->answer.fault.isEmpty())
        return notChecked(call->answer.fault);
    return notChecked(seen.notLent.isEmpty() ? u"no call was made"_s : seen.notLent);
}

/// What the API gets is told by the probe route, which the shipped gateways send on to the service as they
/// would to the API.
Judgement notSentOn()
{
    return notChecked(
        u"the gateway answers the probe route by itself, so what it sends on cannot be seen"_s,
        u"Use the shipped configuration of this release: it sends the probe route on to the service."_s);
}

/// Beside those in which it stands on purpose.
QStringList markedFields(const CheckSighting &passed)
{
    QStringList fields = passed.marked;
    fields.removeIf(
        [](const QString &name) { return name.compare(u"User-Agent", Qt::CaseInsensitive) == 0; });
    return fields;
}

QString nameIn(const QByteArray &field)
{
    return QString::fromLatin1(field.first(std::max<qsizetype>(field.indexOf(':'), 0)));
}

/// What a call with a field that nobody may send brought about; empty: nothing.
QString effectOf(const CheckedCall &call, const CheckSighting &usual)
{
    const CheckSighting *question = call.question();
    const CheckSighting *passed = call.passed();
    if (question != nullptr && question->status != 400 &&
        (question->path != usual.path || question->method != usual.method || question->host != usual.host))
        return u"%1 changes what is decided"_s.arg(nameIn(call.field));
    if (passed != nullptr && !markedFields(*passed).isEmpty())
        return u"%1 reaches the API as %2"_s.arg(nameIn(call.field), markedFields(*passed).join(u", "_s));
    if (passed != nullptr && !passed->missing.isEmpty())
        return u"with %1 the API gets no %2"_s.arg(QString::fromLatin1(call.field),
                                                   passed->missing.join(u", "_s));
    return {};
}

/// A decision that was kept would be answered without a question.
bool isKept(const std::optional<CheckedCall> &call)
{
    return isAnswered(call) && call->question() == nullptr && isPassed(call->answer.status);
}

} // namespace

Judgement otherHost(const GatewayObservations &seen)
{
    if (!isAnswered(seen.otherHost))
        return notMade(seen, seen.otherHost);
    const CheckSighting *question = seen.otherHost->question();
    if (question != nullptr && question->host == QLatin1StringView(foreignHost))
        return {
            Verdict::Fail, u"the service is told the name that the client wrote"_s,
            u"Tell the service the name of the configuration (nginx: X-Original-Host $server_name), and answer other names with 421."_s};
    const int status = seen.otherHost->answer.status;
    if (isPassed(status))
        return {Verdict::Warn, u"%1: every name is served"_s.arg(status),
                u"Answer other names with 421, as the shipped configuration does."_s};
    return {Verdict::Ok, u"%1"_s.arg(status)};
}

Judgement clientAddress(const GatewayObservations &seen)
{
    if (seen.claimed.empty())
        return notMade(seen);
    QStringList believed;
    bool asked = false;
    for (const CheckedCall &each : seen.claimed) {
        const CheckSighting *question = each.question();
        asked = asked || question != nullptr;
        if (question != nullptr && question->source == QLatin1StringView(claimedAddress))
            believed.append(nameIn(each.field));
    }
    if (!believed.isEmpty())
        return {
            Verdict::Fail, u"a client can claim another address by %1"_s.arg(believed.join(u", "_s)),
            u"Tell the service the peer of the connection (nginx: $remote_addr), and set_real_ip_from only for a proxy of yours."_s};
    return asked ? Judgement{Verdict::Ok, u"no claim of a client is passed on"_s}
                 : notChecked(u"the service was not asked"_s);
}

Judgement forgedFields(const GatewayObservations &seen)
{
    if (seen.forged.empty() || !isAnswered(seen.first) || seen.first->question() == nullptr)
        return notMade(seen, seen.first);
    QStringList effects;
    bool blind = false;
    for (const CheckedCall &each : seen.forged) {
        if (const QString effect = effectOf(each, *seen.first->question()); !effect.isEmpty())
            effects.append(effect);
        blind = blind || (isPassed(each.answer.status) && each.passed() == nullptr);
    }
    if (!effects.isEmpty())
        return {
            Verdict::Fail,
            effects.mid(0, 5).join(u"; "_s) +
                (effects.size() > 5 ? u" and %1 more"_s.arg(effects.size() - 5) : QString()),
            u"Send the client's fields along with the question, so that the service refuses these, and end each of them on the way to the API, as the shipped configuration does."_s};
    if (blind)
        return notSentOn();
    return {Verdict::Ok, u"%1 fields were tried"_s.arg(seen.forged.size())};
}

Judgement identityArrives(const GatewayObservations &seen)
{
    if (!isAnswered(seen.first) || !isPassed(seen.first->answer.status))
        return notMade(seen, seen.first);
    const CheckSighting *passed = seen.first->passed();
    if (passed == nullptr)
        return notSentOn();
    if (!passed->missing.isEmpty())
        return {Verdict::Fail, u"not there, or not once: %1"_s.arg(passed->missing.join(u", "_s)),
                u"Set each identity field from the answer of the service, and from nowhere else."_s};
    return {Verdict::Ok, u"all of them"_s};
}

Judgement credentialEnds(const GatewayObservations &seen)
{
    if (!isAnswered(seen.first) || !isPassed(seen.first->answer.status))
        return notMade(seen, seen.first);
    const CheckSighting *passed = seen.first->passed();
    if (passed == nullptr)
        return notSentOn();
    if (passed->holdsToken)
        return {Verdict::Fail, u"the API gets the partner's token"_s,
                u"End Authorization, X-Api-Key and every header of imported keys at the gateway."_s};
    return {Verdict::Ok, u"it ends at the gateway"_s};
}

Judgement longBody(const GatewayObservations &seen)
{
    if (!isAnswered(seen.longBody))
        return notMade(seen, seen.longBody);
    const int status = seen.longBody->answer.status;
    if (status == 413)
        return {Verdict::Ok, u"413"_s};
    return {
        Verdict::Fail, isPassed(status) ? u"%1: it passed"_s.arg(status) : u"%1 instead of 413"_s.arg(status),
        u"Tell the service the length of bodies (X-Original-Length), and bound them at the gateway (nginx: client_max_body_size)."_s};
}

Judgement endlessBody(const GatewayObservations &seen)
{
    if (!isAnswered(seen.endlessBody))
        return notMade(seen, seen.endlessBody);
    const int status = seen.endlessBody->answer.status;
    if (status == 413 || status == 411)
        return {Verdict::Ok, u"%1"_s.arg(status)};
    return {
        Verdict::Fail, isPassed(status) ? u"%1: it passed"_s.arg(status) : u"%1 instead of 413"_s.arg(status),
        u"Bound bodies at the gateway itself: nginx client_max_body_size, Caddy request_body, Envoy's buffer filter."_s};
}

Judgement lengthTold(const GatewayObservations &seen)
{
    const CheckSighting *question = isAnswered(seen.first) ? seen.first->question() : nullptr;
    if (question == nullptr)
        return notMade(seen, seen.first);
    if (!question->lengthTold)
        return {Verdict::Warn, u"no: the bounds of each route are not enforced"_s,
                u"Set X-Original-Length in the question, as the shipped configuration does."_s};
    return {Verdict::Ok, u"yes"_s};
}

Judgement answersNotKept(const GatewayObservations &seen)
{
    if (!isAnswered(seen.second) || !isAnswered(seen.first) || !isPassed(seen.first->answer.status))
        return notMade(seen, seen.second);
    const QString mend =
        u"Keep no answer of the partner API, here or in front: it would be given without a decision, and to another partner."_s;
    for (const CheckedCall *call : {&*seen.again, &*seen.second}) {
        if (isPassed(call->answer.status) && call->question() == nullptr)
            return {Verdict::Fail, u"a second call was answered without a decision"_s, mend};
        if (isPassed(call->answer.status) && seen.first->passed() != nullptr && call->passed() == nullptr)
            return {Verdict::Fail, u"a second call was answered with what was kept of the first"_s, mend};
        if (call->answer.headers.contains("Age"))
            return {Verdict::Warn, u"an answer says its Age"_s, mend};
    }
    if (seen.first->passed() == nullptr)
        return notSentOn();
    return {Verdict::Ok, u"each call was answered anew"_s};
}

Judgement decisionsNotKept(const GatewayObservations &seen)
{
    if (!isAnswered(seen.first) || !isAnswered(seen.again) || seen.first->question() == nullptr)
        return notMade(seen, seen.first);
    if (isKept(seen.again) || isKept(seen.second))
        return {
            Verdict::Fail, u"a second call passed without a question"_s,
            u"Keep no decisions: a revocation would count when they are forgotten only. nginx: no proxy_cache in the location of the question."_s};
    return {Verdict::Ok, u"each"_s};
}

Judgement denialAtOnce(const GatewayObservations &seen)
{
    if (!isAnswered(seen.beforeDenial) || !isPassed(seen.beforeDenial->answer.status))
        return notMade(seen, seen.beforeDenial);
    if (!isAnswered(seen.afterDenial))
        return notMade(seen, seen.afterDenial);
    const int status = seen.afterDenial->answer.status;
    if (isPassed(status))
        return {Verdict::Fail, u"%1: the revoked token passed"_s.arg(status),
                u"Somebody keeps decisions or answers. See the two lines above."_s};
    return status == 401
               ? Judgement{Verdict::Ok, u"401"_s}
               : Judgement{Verdict::Warn, u"%1 instead of 401"_s.arg(status),
                           u"It is refused, but partners are told something else than what is wrong."_s};
}

Judgement platformClosed(const GatewayObservations &seen)
{
    if (seen.inner.empty())
        return notMade(seen);
    QStringList open;
    for (const auto &[path, answer] : seen.inner) {
        if (answer.fault.isEmpty() && answer.status != 404 && answer.status != 421)
            open.append(u"%1 is answered %2"_s.arg(path).arg(answer.status));
    }
    const bool passed = std::any_of(seen.inner.begin(), seen.inner.end(),
                                    [](const auto &each) { return isPassed(each.second.status); });
    if (open.isEmpty())
        return {Verdict::Ok, u"404"_s};
    return {
        passed ? Verdict::Fail : Verdict::Warn, open.join(u"; "_s),
        u"Whoever reaches the service through a gateway asks with its certificate. nginx: \"internal\" in the location of the question, and no other way to the service."_s};
}

Judgement decisionClosed(const GatewayObservations &seen)
{
    if (!seen.decision || !seen.decision->fault.isEmpty())
        return notChecked(seen.decision ? seen.decision->fault : u"the service does not run here"_s);
    if (seen.decision->status == 403 && !seen.decision->headers.contains("X-Partner-Id"))
        return {Verdict::Ok, u"403"_s};
    return {
        Verdict::Fail, u"it answered %1 to a stranger"_s.arg(seen.decision->status),
        u"Nobody but a registered gateway may ask. What stands in front of the service must not add a certificate."_s};
}

Judgement upstreamClosed(const GatewayObservations &seen)
{
    if (!seen.upstream)
        return {Verdict::NotChecked, u"no --upstream-url was given"_s, {}, true};
    if (!seen.upstream->fault.isEmpty())
        return {Verdict::Ok, u"not from this host: %1"_s.arg(seen.upstream->fault)};
    const int status = seen.upstream->status;
    const QString mend =
        u"Let the API listen for the gateway only: loopback, a firewall rule, or a client certificate."_s;
    return {status == 401 || status == 403 ? Verdict::Warn : Verdict::Fail,
            u"yes: from this host it answered %1"_s.arg(status), mend};
}

} // namespace pc::platform::wall
