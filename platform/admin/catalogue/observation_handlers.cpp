// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/observation_handlers.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/observation.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/settle_outcome.h"
#include "platform/core/catalogue/path_template.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/domain/audit_diff.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/observation_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>

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

QList<FieldError> checkDraft(const ObservationDraft &draft, const AdminCall &call, Tx &tx)
{
    FieldCheck check;
    const QDateTime latest = call.now.addDays(pc::rules::longestObservationDays);
    if (draft.until <= call.now)
        check.fail(u"/until"_s, FieldFault::InThePast, u"It must lie ahead."_s);
    else if (draft.until > latest)
        check.fail(u"/until"_s, FieldFault::TooFarAhead,
                   u"At most %1 days."_s.arg(pc::rules::longestObservationDays));
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

} // namespace

QList<ObservationRule> observationRules(Tx &tx)
{
    return observationRulesOf(observation_rows::open(tx));
}

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
        observation_rows::forgetBefore(tx, now.addDays(-pc::rules::longestObservationDays));
        return count;
    });
    if (!ended)
        context.log.warning("observations_not_stored", {{"why", ended.error().text}});
    return ended.value_or(0);
}

namespace handlers {

AdminResult observationList(const AdminCall &, Tx &tx)
{
    Page<Observation> page;
    page.items = observation_rows::newest(tx, mostListed);
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult observationReport(const AdminCall &call, Tx &tx)
{
    const auto observation = observation_rows::find(tx, call.parameter("observation_id"));
    if (!observation)
        return notFound(u"observation"_s);
    ObservationReport report = observation_rows::report(tx, observation->id);
    report.observation = *observation;
    QHash<QString, QString> names;
    for (ObservedLine &each : report.lines) {
        if (each.partnerId.isEmpty())
            continue;
        if (!names.contains(each.partnerId)) {
            const auto partner = partner_rows::find(tx, each.partnerId, call.now);
            names.insert(each.partnerId, partner ? partner->name : QString());
        }
        each.partnerName = names.value(each.partnerId);
    }
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

} // namespace handlers

} // namespace pc::platform
