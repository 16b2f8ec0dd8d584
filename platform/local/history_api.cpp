// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/history_api.h"

#include "contract/audit_actions/audit_action.h"
#include "contract/codec/repeated_member.h"
#include "contract/rules/field_limits.h"
#include "platform/admin/api/leak_events.h"
#include "platform/local/local_refusal.h"
#include "platform/operators/host_acts.h"
#include "platform/store/history/history_anchor.h"

#include <QJsonDocument>

namespace pc::platform {

using namespace Qt::StringLiterals;

std::optional<QString> acceptanceReason(const QString &text)
{
    const pc::rules::FieldLimit &limit = pc::rules::limit("ActRequest", "reason");
    const QString reason = pc::rules::valueOf(limit, text);
    return reason.isEmpty() || pc::rules::faultOf(limit, reason) ? std::nullopt : std::optional(reason);
}

void HistoryApi::mount(Router &router)
{
    router.add(HttpMethod::Get, "/local/v1/history",
               [this](const HttpRequest &request, const Responder &respond) { show(request, respond); });
    router.add(HttpMethod::Post, "/local/v1/history/accept",
               [this](const HttpRequest &request, const Responder &respond) { accept(request, respond); });
}

void HistoryApi::show(const HttpRequest &, const Responder &respond)
{
    const HistoryVerdict verdict = m_context.history.verdict();
    const bool accepted = m_context.history.isAccepted();
    QJsonObject json{{u"accepted"_s, accepted}};
    if (!accepted) {
        json.insert(u"why"_s, verdict.why);
        json.insert(u"events"_s, verdict.size);
        json.insert(u"anchored_events"_s, verdict.expected ? verdict.expected->size : 0);
    }
    respond(jsonResponse(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void HistoryApi::accept(const HttpRequest &request, const Responder &respond)
{
    const auto refused = [request, respond](int status, const QString &why) {
        respond(toHttp(request, refuseLocally(status, why)));
    };
    const auto body = parseBody(request.body);
    const auto reason = body ? acceptanceReason(body->value(u"reason"_s).toString()) : std::nullopt;
    if (!reason)
        return refused(422, u"a reason of 1 to 500 characters is needed"_s);
    if (const QString why = m_context.history.cannotBeAccepted(); !why.isEmpty())
        return refused(409, why);
    const QString by = host_acts::callerOf(request);
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this, reason = *reason, by](Tx &tx) {
            if (m_context.history.isAccepted())
                return false; // somebody else has, and with another reason
            m_context.history.accept(tx, reason, by, m_context.now());
            return true;
        },
        [this, request, respond, refused, by, body = *body](const StoreResult<bool> &stored) {
            if (!stored)
                return respond(toHttp(request, tl::make_unexpected(storeProblem(stored.error()))));
            if (!*stored)
                return refused(409, m_context.history.cannotBeAccepted());
            if (!m_context.history.isAccepted())
                return respond(toHttp(request, refuse(ProblemCode::RefusedNotDurable, u"Not carried out"_s,
                                                      u"the anchor file cannot be written"_s)));
            lookAtLocalBody(m_context, request, body, toText(AuditAction::HistoryAccept),
                            by); // now there is a log for it
            m_accepted();
            m_context.policy.publish([](const Policy &policy) { return policy.withDecisions(true); });
            m_context.feed.publish(
                {Change{ChangeKind::Session, {}, {}, {}}, Change{ChangeKind::Audit, {}, {}, {}}});
            respond(emptyResponse());
        });
}

} // namespace pc::platform
