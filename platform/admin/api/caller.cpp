// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/caller.h"

#include "contract/api/roles.h"
#include "platform/clock/clock_watch.h"
#include "platform/store/history/history_anchor.h"

#include <chrono>

namespace pc::platform {

using namespace Qt::StringLiterals;

QByteArrayView bearerToken(const HttpRequest &request)
{
    if (request.headers.count("Authorization") != 1)
        return {};
    const HttpHeader *header = request.headers.find("Authorization");
    constexpr QByteArrayView scheme = "Bearer ";
    const QByteArrayView value(header->value);
    if (value.size() <= scheme.size() || !asciiEqualsIgnoringCase(value.first(scheme.size()), scheme))
        return {};
    return value.sliced(scheme.size());
}

AdminExpected<Actor> callerOf(AdminContext &context, const Operation &operation, const HttpRequest &request,
                              const QDateTime &now)
{
    const auto actor = context.sessions.authenticate(bearerToken(request), now);
    if (!actor)
        return refuse(ProblemCode::Unauthorized, u"Sign in first"_s,
                      u"The operator token is missing, has expired or was ended."_s);
    if (!allows(actor->roles, operation.op)) {
        AdminProblem forbidden = problem(ProblemCode::Forbidden, u"Your role does not allow this"_s);
        forbidden.problem.permission = QString::fromLatin1(operation.id);
        return tl::make_unexpected(std::move(forbidden));
    }
    if (operation.write && !context.history.isAccepted()) // no session is a write: it goes on
        return refuse(ProblemCode::HistoryNotAccepted, u"Only reading until the history is accepted"_s,
                      context.history.verdict().why);
    return *actor;
}

std::optional<AdminProblem> noLongerAllowed(const AdminCall &call)
{
    AdminExpected<Actor> caller = callerOf(call.context, call.operation, call.request, call.now);
    return caller ? std::nullopt : std::optional(std::move(caller.error()));
}

AuditEvent byCaller(const AdminCall &call, AuditEvent event)
{
    event.at = call.now;
    event.actor = call.actor.account;
    event.actorRole = roleFor(call.actor, call.operation.op);
    event.requestId = QString::fromLatin1(call.request.requestId);
    event.source = QString::fromLatin1(call.request.peerAddress);
    const auto ahead = std::chrono::duration_cast<std::chrono::seconds>(
        call.context.clockWatch.ahead(call.context.clock.now()));
    if (ahead.count() > 0) // its time is what the clock said, and nobody believes the clock yet
        event.changes.append({u"clock_ahead_seconds"_s, {}, QString::number(ahead.count())});
    return event;
}

} // namespace pc::platform
