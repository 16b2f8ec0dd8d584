// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/observation_handlers.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/observation.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/api/settle_outcome.h"
#include "platform/core/catalogue/path_template.h"
#include "platform/core/decision/observed_today.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/domain/audit_diff.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/observation_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>
#include <chrono>

namespace pc::platform {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

constexpr int mostListed = 200;

AuditEvent observationEvent(AuditAction action, const Observation &observation)
{
    AuditEvent event =
        eventAbout(action, observation.id, toText(observation.kind) + u' ' + observation.target,
                   observation.kind == ObservationKind::Partner ? observation.target : QString());
    event.targetKind = toText(AuditSubject::Observation);
    if (!observation.pathPrefix.isEmpty())
        event.changes.append({u"path_prefix"_s, {}, observation.pathPrefix});
    return event;
}

void checkEnd(FieldCheck &check, const QDateTime &until, const QDateTime &now)
{
    if (until <= now)
        check.fail(u"/until"_s, FieldFault::InThePast, u"It must lie ahead."_s);
    else if (until > now.addDays(pc::rules::longestObservationDays))
        check.fail(u"/until"_s, FieldFault::TooFarAhead,
                   u"At most %1 days."_s.arg(pc::rules::longestObservationDays));
}

QList<FieldError> checkDraft(const ObservationDraft &draft, const AdminCall &call, Tx &tx)
{
    FieldCheck check;
    checkEnd(check, draft.until, call.now);
    const bool ofRoutes = draft.kind == ObservationKind::Routes;
    if (ofRoutes == draft.pathPrefix.isEmpty())
        check.fail(u"/path_prefix"_s, ofRoutes ? FieldFault::Required : FieldFault::BadFormat,
                   u"Routes have one, nothing else has."_s);
    bool known = false;
    switch (draft.kind) {
    case ObservationKind::Api:
        known = api_rows::find(tx, draft.target).has_value();
        break;
    case ObservationKind::Routes:
        if (const auto api = api_rows::find(tx, draft.target)) {
            known = true;
            const auto path = PathTemplate::parse(draft.pathPrefix);
            if (!path || !path->names().isEmpty() || !pc::rules::isBelow(api->basePath, draft.pathPrefix))
                check.fail(u"/path_prefix"_s, FieldFault::BadFormat,
                           u"A path without parameters, below %1."_s.arg(api->basePath));
        }
        break;
    case ObservationKind::Gateway:
        known = call.context.gateways.has(draft.target);
        break;
    case ObservationKind::Partner:
        known = partner_rows::find(tx, draft.target, call.now).has_value();
        break;
    case ObservationKind::Unknown:
        check.fail(u"/kind"_s, FieldFault::UnknownValue, u"api, gateway, routes or partner."_s);
        return check.errors();
    }
    if (!known)
        check.fail(u"/target"_s, FieldFault::UnknownValue, u"There is none."_s);
    return check.errors();
}

bool isOver(const Observation &observation, const QDateTime &now)
{
    return observation.endedAt.has_value() || observation.until <= now;
}

/// The rule that follows from what is stored.
WriteOutcome settled(Tx &tx, const AuditEvent &event)
{
    WriteOutcome outcome;
    outcome.events = {{event, ChangeKind::Catalogue}};
    outcome.policy = {ObservationRules{observationRules(tx)}};
    return outcome;
}

WriteResult begin(const WriteCall &call, const ObservationDraft &draft, Tx &tx)
{
    const QList<FieldError> errors = checkDraft(draft, call, tx);
    if (!errors.isEmpty())
        return invalid(errors);
    const QList<Observation> open = observation_rows::open(tx);
    const bool there = std::any_of(open.begin(), open.end(), [&](const Observation &each) {
        return !isOver(each, call.now) && each.kind == draft.kind && each.target == draft.target &&
               each.pathPrefix == draft.pathPrefix;
    });
    if (there)
        return refuse(ProblemCode::AlreadyObserved, u"It is observed already"_s,
                      u"End that observation first, or let it end."_s);
    Observation observation;
    observation.id = u"obs_"_s + QString::fromLatin1(randomBase62(call.context.random, 16).view());
    observation.kind = draft.kind;
    observation.target = draft.target;
    observation.pathPrefix = draft.pathPrefix;
    observation.until = draft.until;
    observation.reason = draft.reason;
    observation.ticket = draft.ticket;
    observation.begunAt = call.now;
    observation.begunBy = call.actor.account;
    observation_rows::put(tx, observation);
    AuditEvent event = observationEvent(AuditAction::ObservationBegin, observation);
    event.changes.append({u"until"_s, {}, observation.until.toString(Qt::ISODate)});
    event.reason = draft.reason;
    event.ticket = draft.ticket;
    WriteOutcome outcome = settled(tx, event);
    outcome.answer = replyWith(observation, 201);
    outcome.answer.headers.set("Location", "/admin/v1/observations/" + observation.id.toLatin1());
    return outcome;
}

WriteResult end(const WriteCall &call, const ActRequest &act, Tx &tx)
{
    auto observation = observation_rows::find(tx, call.parameter("observation_id"));
    if (!observation)
        return notFound(u"observation"_s);
    if (isOver(*observation, call.now))
        return refuse(ProblemCode::ObservationOver, u"The observation is over"_s);
    observation->endedAt = call.now;
    observation->endedBy = call.actor.account;
    observation_rows::put(tx, *observation);
    AuditEvent event = observationEvent(AuditAction::ObservationEnd, *observation);
    event.reason = act.reason;
    event.ticket = act.ticket;
    WriteOutcome outcome = settled(tx, event);
    outcome.answer = replyWith(*observation);
    return outcome;
}

WriteResult extend(const WriteCall &call, const ObservationExtension &extension, Tx &tx)
{
    auto observation = observation_rows::find(tx, call.parameter("observation_id"));
    if (!observation)
        return notFound(u"observation"_s);
    FieldCheck check;
    checkEnd(check, extension.until, call.now);
    if (!check.errors().isEmpty())
        return invalid(check.errors());
    if (isOver(*observation, call.now))
        return refuse(ProblemCode::ObservationOver, u"The observation is over"_s);
    AuditEvent event = observationEvent(AuditAction::ObservationExtend, *observation);
    event.changes.append(
        {u"until"_s, observation->until.toString(Qt::ISODate), extension.until.toString(Qt::ISODate)});
    event.reason = extension.reason;
    event.ticket = extension.ticket;
    observation->until = extension.until;
    observation_rows::put(tx, *observation);
    WriteOutcome outcome = settled(tx, event);
    outcome.answer = replyWith(*observation);
    return outcome;
}

/// What its target is called.
QString nameOf(const Observation &observation, const AdminCall &call, Tx &tx)
{
    switch (observation.kind) {
    case ObservationKind::Api:
    case ObservationKind::Routes: {
        const auto api = api_rows::find(tx, observation.target);
        return api ? api->name : QString();
    }
    case ObservationKind::Gateway:
        return call.context.gateways.has(observation.target) ? observation.target : QString();
    case ObservationKind::Partner: {
        const auto partner = partner_rows::find(tx, observation.target, call.now);
        return partner ? partner->name : QString();
    }
    case ObservationKind::Unknown:
        break;
    }
    return {};
}

constexpr qint64 hourSeconds = 3600;

observation_rows::Hours lastDay(const QDateTime &now)
{
    const qint64 from = now.addDays(-1).toSecsSinceEpoch();
    return {from - from % hourSeconds};
}

ObservationSummary summaryOf(const Observation &observation, const AdminCall &call, Tx &tx)
{
    ObservationSummary summary{observation, nameOf(observation, call, tx), {}, {}, {}};
    if (isOver(observation, call.now))
        return summary;
    const observation_rows::Sums sums = observation_rows::sums(tx, observation.id, {});
    summary.calls = sums.calls;
    summary.refused = sums.refused;
    summary.refusedDay = observation_rows::sums(tx, observation.id, lastDay(call.now)).refused;
    return summary;
}

/// Names of partners, and what would become of their calls now.
class LineTeller
{
public:
    LineTeller(const AdminCall &call, const Observation &observation, Tx &tx)
        : m_call(call), m_tx(tx), m_policy(call.context.policy.current()),
          m_newestHeader(credential_rows::newestHeader(tx))
    {
        if (observation.kind == ObservationKind::Api || observation.kind == ObservationKind::Routes)
            m_apiId = observation.target;
    }

    void tell(ObservedLine &line)
    {
        if (!line.partnerId.isEmpty()) {
            if (!m_partners.contains(line.partnerId))
                m_partners.insert(line.partnerId, read(line.partnerId));
            line.partnerName = m_partners.value(line.partnerId).name;
        }
        // Whoever showed nothing in any header that is known shows nothing today, and is let through by
        // nothing.
        if (line.reason == DecisionReason::MissingCredential &&
            (!m_newestHeader || *m_newestHeader < line.firstAt)) {
            line.today = ObservedToday::Refused;
            return;
        }
        line.today = judgedToday(*m_policy, m_call.context.peppers, line, m_apiId,
                                 m_partners.value(line.partnerId).id16s, m_call.context.clock.now().wall);
    }

private:
    struct Partner
    {
        QString name;
        QList<QByteArray> id16s;
    };

    [[nodiscard]] Partner read(const QString &partnerId) const
    {
        Partner known;
        if (const auto partner = partner_rows::find(m_tx, partnerId, m_call.now))
            known.name = partner->name;
        for (const CredentialRow &each : credential_rows::ofPartner(m_tx, partnerId))
            known.id16s.append(id16Of(each.value.id));
        return known;
    }

    const AdminCall &m_call;
    Tx &m_tx;
    PolicyRef m_policy;
    std::optional<QDateTime> m_newestHeader;
    QString m_apiId;
    QHash<QString, Partner> m_partners;
};

} // namespace

QList<ObservationRule> observationRules(Tx &tx)
{
    return observationRulesOf(observation_rows::open(tx));
}

namespace {

/// What is left after this time goes with the next minutes.
void forgetOld(AdminContext &context, const QDateTime &before)
{
    const auto start = std::chrono::steady_clock::now();
    bool more = true;
    while (more && std::chrono::steady_clock::now() - start < std::chrono::milliseconds(500)) {
        const auto done = context.store.writeNow<bool>(
            [&before](Tx &tx) { return observation_rows::forgetSomeBefore(tx, before); });
        if (!done)
            context.log.warning("observations_not_stored", {{"why", done.error().text}});
        more = done.value_or(false);
    }
}

} // namespace

int endDueObservations(AdminContext &context, const QDateTime &now)
{
    const auto ended = context.store.writeNow<int>([&](Tx &tx) {
        int count = 0;
        for (Observation each : observation_rows::open(tx)) {
            if (each.until > now)
                continue;
            each.endedAt = each.until;
            each.endedBy = u"platform"_s;
            observation_rows::put(tx, each);
            settleOutcome(context, tx, settled(tx, observationEvent(AuditAction::ObservationEnd, each)),
                          [&each](AuditEvent event) {
                              return byThePlatform(std::move(event), each.until, u"clock"_s);
                          });
            ++count;
        }
        return count;
    });
    if (!ended)
        context.log.warning("observations_not_stored", {{"why", ended.error().text}});
    forgetOld(context, now.addDays(-pc::rules::longestObservationDays));
    return ended.value_or(0);
}

namespace handlers {

AdminResult observationList(const AdminCall &call, Tx &tx)
{
    QList<Observation> open = observation_rows::open(tx);
    QList<Observation> over;
    for (const Observation &each : open) {
        if (isOver(each, call.now)) // and its end is not recorded yet
            over.append(each);
    }
    open.removeIf([&](const Observation &each) { return isOver(each, call.now); });
    std::stable_sort(open.begin(), open.end(),
                     [](const Observation &a, const Observation &b) { return a.until < b.until; });
    over += observation_rows::ended(tx, mostListed);
    Page<ObservationSummary> page;
    for (const Observation &each : open + over) {
        if (page.items.size() < mostListed)
            page.items.append(summaryOf(each, call, tx));
    }
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult observationReport(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const auto from = parameters.time(u"from");
    const auto to = parameters.time(u"to");
    if (from && to && *to <= *from)
        parameters.fail(u"to", u"a time after from"_s);
    if (!parameters.ok())
        return parameters.error();
    const auto observation = observation_rows::find(tx, call.parameter("observation_id"));
    if (!observation)
        return notFound(u"observation"_s);
    const qint64 begun = (from ? *from : observation->begunAt).toSecsSinceEpoch();
    const observation_rows::Hours hours{begun - begun % hourSeconds,
                                        (to ? *to : call.now).toSecsSinceEpoch()};
    ObservationReport report = observation_rows::report(tx, observation->id, hours);
    report.observation = *observation;
    report.name = nameOf(*observation, call, tx);
    report.from = QDateTime::fromSecsSinceEpoch(hours.from, Qt::UTC);
    report.to = to ? *to : call.now;
    LineTeller teller(call, *observation, tx);
    for (ObservedLine &each : report.lines)
        teller.tell(each);
    return replyWith(report);
}

AdminExpected<PreparedWrite> observationBegin(const WriteCall &call)
{
    AdminExpected<ObservationDraft> draft = bodyAs<ObservationDraft>(call);
    if (!draft)
        return tl::make_unexpected(std::move(draft.error()));
    return PreparedWrite{
        [draft = std::move(*draft)](const WriteCall &write, Tx &tx) { return begin(write, draft, tx); }};
}

/// Takes something away, so it waits for nobody's turn.
AdminExpected<PreparedWrite> observationEnd(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    return PreparedWrite{
        [act = std::move(*act)](const WriteCall &write, Tx &tx) { return end(write, act, tx); },
        PreparedWrite::Course::AtOnce};
}

AdminExpected<PreparedWrite> observationExtend(const WriteCall &call)
{
    AdminExpected<ObservationExtension> extension = bodyAs<ObservationExtension>(call);
    if (!extension)
        return tl::make_unexpected(std::move(extension.error()));
    return PreparedWrite{[extension = std::move(*extension)](const WriteCall &write, Tx &tx) {
        return extend(write, extension, tx);
    }};
}

} // namespace handlers

} // namespace pc::platform
