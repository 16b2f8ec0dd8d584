// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/session/session_handlers.h"

#include "contract/api/roles.h"
#include "platform/admin/api/caller.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/api/settle_outcome.h"
#include "platform/admin/revocation/lasting_revocation.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/admin/session/session_keeping.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/history/history_anchor.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

void sessionGet(std::shared_ptr<AdminCall> call, Responder respond)
{
    Session session;
    session.account = call->actor.account;
    session.displayName = call->actor.displayName;
    session.roles = call->actor.roles;
    session.permissions = permissionsOf(call->actor.roles);
    session.environment = call->context.settings.environment;
    session.sample = call->context.settings.sample;
    session.tokenEndpoint = call->context.settings.tokenEndpoint;
    session.apiBase = call->context.settings.apiBase;
    session.serviceVersion = QStringLiteral(PC_VERSION);
    session.expiresAt = call->actor.expiresAt;
    session.renewableUntil = call->actor.renewableUntil;
    if (!call->context.history.isAccepted())
        session.historyRefused = call->context.history.verdict().why;
    respond(toHttp(call->request, replyWith(session)));
}

namespace {

AdminResult renewed(const OperatorSessions::Minted &minted)
{
    RenewedSession session;
    session.token = QString::fromLatin1(minted.token.view());
    session.expiresAt = minted.row.expiresAt;
    return replyWith(session);
}

AdminResult endedMeanwhile()
{
    return refuse(ProblemCode::SessionOver, u"This session was ended meanwhile"_s, u"Sign in again."_s);
}

} // namespace

/// The old token lives on until its own end: a lost reply must not sign anybody out.
void sessionRenew(std::shared_ptr<AdminCall> call, Responder respond)
{
    auto minted = OperatorSessions::renew(call->actor, call->now, call->context.random);
    if (!minted) {
        respond(
            toHttp(call->request, refuse(ProblemCode::SessionOver,
                                         u"This session cannot be renewed any more"_s, u"Sign in again."_s)));
        return;
    }
    auto fresh = std::make_shared<OperatorSessions::Minted>(std::move(*minted));
    WantedSession wanted;
    wanted.session = {fresh->row, call->now, call->actor.account, false};
    wanted.isAllowed = [call, fresh] { // not signed out or disabled meanwhile
        return !call->context.sessions.isEnded(fresh->row.chain) && !noLongerAllowed(*call);
    };
    wanted.answer = [call, fresh, respond](bool admitted) {
        respond(toHttp(call->request, admitted ? renewed(*fresh) : endedMeanwhile()));
    };
    keepSession(call->context, std::move(wanted));
}

void sessionEnd(std::shared_ptr<AdminCall> call, Responder respond)
{
    call->context.sessions.endChain(call->actor.chain, call->now); // from here on, whatever the store says
    LastingRevocation revocation;
    revocation.entries = {journalEntry(*call, JournalEntry::Kind::Session, call->actor.chain, {}, {})};
    revocation.act = [call](Tx &tx) {
        session_rows::removeChain(tx, call->actor.chain);
        settleOutcome(
            call->context, tx,
            outcomeOf(eventAbout(AuditAction::SessionEnd, call->actor.chain, call->actor.account, {}),
                      ChangeKind::Session),
            ofTheCaller(*call));
    };
    revocation.answer = [call, respond](RevocationKept kept) {
        AdminReply reply;
        reply.status = 204;
        respond(toHttp(call->request, kept == RevocationKept::Stored
                                          ? AdminResult(reply)
                                          : notStored(kept == RevocationKept::Journaled)));
    };
    keepRevocation(call->context, std::move(revocation));
}

void changesGet(std::shared_ptr<AdminCall> call, Responder respond)
{
    Parameters parameters(call->request);
    const QString after = parameters.text(u"after");
    const qint64 wait = *parameters.number("wait");
    if (!parameters.ok())
        return respond(toHttp(call->request, parameters.error()));
    call->context.consoles.wait(after, std::chrono::seconds(wait), [call, respond](const Changes &changes) {
        if (auto over = noLongerAllowed(*call))
            return respond(toHttp(call->request, tl::make_unexpected(std::move(*over))));
        respond(toHttp(call->request, replyWith(changes)));
    });
}

} // namespace pc::platform::handlers
