// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/history_api.h"

#include "contract/audit_actions/audit_action.h"
#include "contract/rules/field_limits.h"
#include "platform/admin/api/leak_events.h"
#include "platform/local/local_calls.h"
#include "platform/local/local_request.h"
#include "platform/operators/host_acts.h"
#include "platform/store/history/history_anchor.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const pc::rules::FieldLimit &reasonLimit()
{
    return pc::rules::limit("ActRequest", "reason");
}

} // namespace

std::optional<QString> acceptanceReason(const QString &text)
{
    const pc::rules::FieldLimit &limit = reasonLimit();
    const QString reason = pc::rules::valueOf(limit, text);
    return reason.isEmpty() || pc::rules::faultOf(limit, reason) ? std::nullopt : std::optional(reason);
}

QString acceptanceReasonLength()
{
    return u"1 to %1 characters"_s.arg(reasonLimit().maximum);
}

void HistoryApi::mount(Router &router)
{
    mountLocalCall(router, LocalCall::ShowHistory,
                   [this](const HttpRequest &request, const Responder &respond) { show(request, respond); });
    mountLocalCall(
        router, LocalCall::AcceptHistory,
        [this](const HttpRequest &request, const Responder &respond) { accept(request, respond); });
}

void HistoryApi::show(const HttpRequest &, const Responder &respond)
{
    const HistoryVerdict verdict = m_context.history.verdict();
    HistoryState state;
    state.accepted = m_context.history.isAccepted();
    if (!state.accepted) {
        state.why = verdict.why;
        state.events = verdict.size;
        state.anchoredEvents = verdict.expected ? verdict.expected->size : 0;
    }
    respond(jsonResponse(jsonBytes(state)));
}

void HistoryApi::accept(const HttpRequest &request, const Responder &respond)
{
    const Decoded<QJsonObject> body = localBody(request);
    const auto wanted =
        body.and_then([](const QJsonObject &json) { return messageFromJson<HistoryAcceptance>(json); });
    if (!wanted)
        return refuseLocally(request, respond, wanted.error());
    const auto reason = acceptanceReason(wanted->reason);
    if (!reason)
        return refuseLocally(request, respond, u"a reason of %1 is needed"_s.arg(acceptanceReasonLength()));
    const auto refused = [request, respond](const QString &why) {
        respond(toHttp(request, refuseLocally(LocalRefusal::NotAcceptable, why)));
    };
    if (const QString why = m_context.history.cannotBeAccepted(); !why.isEmpty())
        return refused(why);
    const QString by = host_acts::callerOf(request);
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this, reason = *reason, by](Tx &tx) {
            if (m_context.history.isAccepted())
                return false; // somebody else has, and with another reason
            m_context.feed.publishAfter(tx, m_context.history.accept(tx, reason, by, m_context.now()));
            return true;
        },
        [this, request, respond, refused, by, body = *body](const StoreResult<bool> &stored) {
            if (!stored)
                return failLocally(request, respond, stored.error());
            if (!*stored)
                return refused(m_context.history.cannotBeAccepted());
            if (!m_context.history.isAccepted())
                return respond(toHttp(request, refuse(ProblemCode::RefusedNotDurable, u"Not carried out"_s,
                                                      u"the anchor file cannot be written"_s)));
            lookAtLocalBody(m_context, request, body, toText(AuditAction::HistoryAccept),
                            by); // now there is a log for it
            m_accepted();
            m_context.policy.publish([](const Policy &policy) { return policy.withDecisions(true); });
            m_context.feed.publish({Change{ChangeKind::Session, {}, {}, {}}});
            respond(emptyResponse());
        });
}

} // namespace pc::platform
