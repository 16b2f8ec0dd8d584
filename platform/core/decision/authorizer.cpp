// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/authorizer.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/observation.h"
#include "contract/rules/text_rule.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/core/decision/observe.h"
#include "platform/core/decision/record_fields.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Of a method in a report.
constexpr qsizetype longestMethod = 32;

/// A key of another system names nobody: its failures count by the header that it came in.
constexpr char legacyFailures[] = "legacy:";

/// Without `secret`, as it is and in escapes of paths.
void takeOut(QString &text, QByteArrayView secret)
{
    constexpr int deepest = 3;
    const QString sought = QString::fromUtf8(secret);
    QString plain = text;
    for (int depth = 0; depth <= deepest; ++depth) {
        if (plain.contains(sought)) {
            plain.replace(sought, u"[key]"_s);
            text = plain;
        }
        if (!plain.contains(u'%'))
            return;
        plain = QString::fromUtf8(QByteArray::fromPercentEncoding(plain.toUtf8()));
    }
}

/// The secret of a credential of ours was wrong.
bool isGuess(const Decision &decision, const CallFacts &facts)
{
    return decision.authenticationFailed() &&
           std::holds_alternative<presented::Key>(facts.question.presented);
}

/// Without what was shown as a key: one of another system has no form by which it could be told later. Before
/// the text is cut: a part of a key is not found any more.
QString withoutKey(QString text, const CallFacts &facts)
{
    if (const auto *key = std::get_if<presented::Legacy>(&facts.question.presented))
        takeOut(text, key->text.view());
    for (const QByteArray &each : facts.shownTexts)
        takeOut(text, each);
    return text;
}

/// What such a one sends is meant for the API, and is no guess at a credential of ours: it must not keep
/// those from being known who call from the same address.
bool passesAsStranger(const Decision &decision, const CallFacts &facts)
{
    return decision.passes() && std::holds_alternative<presented::Legacy>(facts.question.presented);
}

} // namespace

QByteArray claimedBy(const Presented &presented)
{
    if (const auto *key = std::get_if<presented::Key>(&presented))
        return key->text.id;
    if (const auto *key = std::get_if<presented::Legacy>(&presented))
        return legacyFailures + key->header;
    return {};
}

Authorizer::Authorizer(const PolicyHolder &policy, const PepperRing &peppers, Counters &counters,
                       FailureLimiter &failures, RecordSink &calls, const Clock &clock, LeakWatch *leaks)
    : m_policy(policy), m_peppers(peppers), m_counters(counters), m_failures(failures), m_calls(calls),
      m_clock(clock), m_leaks(leaks)
{
}

Authorized Authorizer::authorize(CallFacts facts)
{
    const Moment now = m_clock.now();
    Authorized answer;
    answer.decisionId = newDecisionId(now.wall);
    answer.held = m_policy.current();

    const QByteArray claimedId = claimedBy(facts.question.presented);
    std::chrono::nanoseconds blocked{0};
    if (!claimedId.isEmpty()) {
        blocked = m_failures.blockedFor(facts.source, claimedId, now);
        facts.question.sourceBlocked = blocked > std::chrono::nanoseconds::zero();
    }

    facts.question.source =
        pc::rules::addressOf({facts.source.constData(), static_cast<std::size_t>(facts.source.size())});
    answer.decision = decide(*answer.held, m_peppers, facts.question, m_counters, now);

    if (facts.mayPass && !answer.decision.probe && !facts.isCheck)
        observe(answer, facts, now);
    if (!claimedId.isEmpty() && !facts.question.sourceBlocked) {
        if (answer.decision.authenticationFailed() && !passesAsStranger(answer.decision, facts))
            m_failures.failed(facts.source, claimedId, now);
        else if (answer.decision.allowed)
            m_failures.succeeded(facts.source, claimedId);
    }
    answer.retryAfter = answer.decision.limits ? answer.decision.limits->retryAfter : blocked;
    if (answer.decision.reason == DecisionReason::KeyCheckBusy)
        answer.retryAfter = std::chrono::seconds(1);
    lookForLeaks(facts);
    record(answer, facts, now);
    return answer;
}

void Authorizer::observe(Authorized &answer, const CallFacts &facts, Moment now)
{
    Decision &decision = answer.decision;
    const Policy &policy = *answer.held;
    if (!decision.allowed && !pc::rules::passesObserved(decision.reason))
        return;
    const ObservationRule *rule = observationOf(policy, facts.question, decision, now.wall);
    const bool isUnreadable = !decision.allowed && decision.path.isEmpty();
    const ObservationRule *counted =
        rule == nullptr && isUnreadable ? observationMeant(policy, facts.question, now.wall) : rule;
    if (counted == nullptr)
        return;
    const Showing showing = judgeShown(policy, facts.carried, facts.question, now.wall);
    if (!decision.allowed && (showing == Showing::TakenAway || showing == Showing::Ours))
        return;
    std::optional<RouteCatalogue::Match> match;
    if (!decision.allowed)
        match = policy.catalogue().match(QString::fromLatin1(facts.question.host),
                                         QString::fromLatin1(facts.question.method), decision.path);
    const bool passes = rule != nullptr && (decision.allowed || !facts.needsRoute || match);
    if (passes) {
        decision.keepsForeign = showing == Showing::Foreign;
        decision.withoutBody = false;
        decision.observationId = decision.allowed ? QString() : rule->id;
        // What the gateway does with the answer of a route it does for whoever calls it.
        if (match && match->api != nullptr && decision.routeId.isEmpty())
            decision.routeId = match->route->id;
    } else if (isUnreadable && !isGuess(decision, facts)) {
        // Whatever else is wrong with it would pass; a guess is held against its source all the same.
        decision.reason = DecisionReason::BadRequest;
    }
    ObservedCall call = observedCall(decision, facts, match ? match->route : nullptr);
    call.observationId = counted->id;
    call.hour = std::chrono::floor<std::chrono::hours>(now.wall).time_since_epoch() / std::chrono::seconds(1);
    m_calls.countObserved(std::move(call));
}

ObservedCall Authorizer::observedCall(const Decision &decision, const CallFacts &facts,
                                      const Route *route) const
{
    ObservedCall call;
    call.reason = decision.reason;
    call.partnerId = decision.partnerId;
    if (decision.allowed)
        return call;
    const QString method = shortText(facts.question.method, longestMethod);
    if (route != nullptr)
        call.what = method + u' ' + route->pathTemplate;
    else if (decision.path.isEmpty())
        call.what = shapeOfUnreadable(
            method, redactWire(withoutKey(shortText(facts.question.rawPath, longestRecordedText), facts)));
    else
        call.what = shapeOfCall(method, redactWire(withoutKey(decision.path, facts)));
    call.scope = decision.routeScope;
    if (!call.partnerId.isEmpty())
        return call;
    call.fingerprint = facts.shown.isEmpty() ? QString() : m_peppers.printOf(facts.shown);
    call.source = shortText(facts.source, 64);
    call.userAgent = pc::rules::beginningOf(
        redactWire(withoutKey(shortText(facts.userAgent, longestRecordedText), facts)), 100);
    return call;
}

Authorized Authorizer::refuse(const CallFacts &facts, DecisionReason reason)
{
    const Moment now = m_clock.now();
    Authorized answer;
    answer.decisionId = newDecisionId(now.wall);
    const PolicyRef policy = m_policy.current();
    // The order of decide.h: whoever decides nothing has no say in what can be read.
    answer.decision.reason = policy->decides() ? reason : DecisionReason::HistoryNotAccepted;
    answer.decision.snapshot = policy->number();
    answer.decision.auditSize = policy->auditSize();
    lookForLeaks(facts);
    record(answer, facts, now);
    return answer;
}

void Authorizer::lookForLeaks(const CallFacts &facts) const
{
    if (m_leaks == nullptr)
        return;
    const std::pair<const char16_t *, const QByteArray &> places[]{
        {u"path", facts.question.rawPath}, {u"query", facts.query}, {u"user_agent", facts.userAgent}};
    LeakWatch::Budget budget;
    for (const auto &[place, text] : places) {
        if (text.size() < LeakWatch::shortest) // in any encoding a character takes a byte at least
            continue;
        LeakSighting about;
        about.source = shortText(facts.source, 64);
        about.requestId = QString::fromLatin1(facts.requestId.left(128));
        about.place = QString::fromUtf16(place);
        m_leaks->look(shortText(text, LeakWatch::longest), about, budget);
    }
}

CallRecord Authorizer::recordOf(const Authorized &answer, const CallFacts &facts, Moment began) const
{
    const Decision &decision = answer.decision;
    const DecisionRequest &question = facts.question;
    CallRecord call;
    call.id = answer.decisionId;
    call.requestId = withoutKey(QString::fromLatin1(facts.requestId), facts);
    call.at = toDateTime(began.wall);
    call.partnerId = decision.partnerId;
    if (!decision.id16.isEmpty())
        call.credentialId = u"crd_"_s + QString::fromLatin1(decision.id16);
    call.generation = decision.generation;
    call.realm = decision.realm;
    call.method = shortText(question.method, longestRecordedText);
    // The path without its query: a query may carry anything, and is the upstream's business.
    call.path = withoutKey(
        decision.path.isEmpty() ? shortText(question.rawPath, longestRecordedText) : decision.path, facts);
    call.routeId = decision.routeId;
    call.scope = decision.routeScope;
    call.outcome = decision.outcome();
    call.reason = decision.reason;
    call.status = decision.passes() ? 200 : decision.status();
    call.source = shortText(facts.source, 64);
    call.userAgent = withoutKey(shortText(facts.userAgent, longestRecordedText), facts);
    if (question.gateway)
        call.gateway = question.gateway->name;
    call.snapshot = decision.snapshot;
    call.auditSize = decision.auditSize;
    if (const auto *token = std::get_if<presented::Token>(&question.presented)) {
        call.tokenDigest = token->claims.digest;
        call.tokenScopes = token->claims.scopes;
    }
    if (question.body.told == BodyFacts::Told::Length)
        call.requestLength = question.body.length;
    if (question.body.hasOneType && !question.body.type.isEmpty())
        call.contentType = withoutKey(shortText(mediaTypeOf(question.body.type), longestRecordedText), facts);
    if (decision.limits)
        call.limits = limitStateOf(*decision.limits, began.wall);
    call.micros =
        std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now().steady - began.steady).count();
    return call;
}

void Authorizer::record(const Authorized &answer, const CallFacts &facts, Moment began)
{
    const Decision &decision = answer.decision;
    if (decision.probe || facts.isCheck ||
        (decision.partnerId.isEmpty() && !m_bounds.takesUnattributed(began)))
        return;
    CallRecord call = recordOf(answer, facts, began);
    // Both redact and cut; a drop is counted by the queue.
    if (decision.allowed || call.partnerId.isEmpty() || m_bounds.takesRefused(call.partnerId, began))
        (void)m_calls.push(std::move(call));
    else
        (void)m_calls.pushCounted(std::move(call));
}

} // namespace pc::platform
