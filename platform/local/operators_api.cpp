// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/operators_api.h"

#include "contract/audit_actions/audit_action.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/revocation/backlog_storing.h"
#include "platform/admin/revocation/lasting_revocation.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/local/local_calls.h"
#include "platform/local/local_request.h"
#include "platform/local/shut_account.h"
#include "platform/operators/host_acts.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/doc.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// In force and lasting: done, but not yet to be seen in the audit log.
HttpResponse keptByTheJournal()
{
    return jsonResponse(jsonBytes(KeptForLater{false, notStored(true).error().problem.detail}), 202);
}

} // namespace

void OperatorsApi::mount(Router &router)
{
    mountLocalCall(router, LocalCall::ListOperators,
                   [this](const HttpRequest &request, const Responder &respond) { list(request, respond); });
    mountLocalCall(router, LocalCall::AddOperator,
                   [this](const HttpRequest &request, const Responder &respond) { add(request, respond); });
    mountLocalCall(
        router, LocalCall::DisableOperator,
        [this](const HttpRequest &request, const Responder &respond) { disable(request, respond); });
}

void OperatorsApi::list(const HttpRequest &request, const Responder &respond)
{
    m_context.store.read<QList<OperatorRow>>(
        [](Tx &tx) { return operator_rows::all(tx); },
        [this, request, respond](StoreResult<QList<OperatorRow>> rows) {
            if (!rows)
                return failLocally(request, respond, rows.error());
            OperatorList list;
            for (const OperatorRow &row : *rows) {
                list.items.append({row.account, row.displayName, textsOf(row.roles),
                                   row.disabledAt.has_value() || isShut(m_context.sessions, row.account)});
            }
            respond(jsonResponse(jsonBytes(list)));
        });
}

void OperatorsApi::add(const HttpRequest &request, const Responder &respond)
{
    if (!m_context.history.isAccepted())
        return refuseLocally(request, respond, notAcceptedText(m_context.history.verdict().why));
    const Decoded<QJsonObject> body = localBody(request);
    if (!body)
        return refuseLocally(request, respond, body.error());
    lookAtLocalBody(m_context, request, *body, toText(AuditAction::OperatorAdd),
                    host_acts::callerOf(request));
    const auto wanted = messageFromJson<OperatorAddition>(*body);
    if (!wanted)
        return refuseLocally(request, respond, wanted.error());
    const auto row =
        operator_accounts::check(wanted->account, wanted->displayName, wanted->roles, m_context.now());
    if (!row)
        return refuseLocally(request, respond, row.error());
    m_context.reopenings.overtake(Reopenings::What::Operator, row->account); // what is asked last holds
    const Reopenings::Waiting turn = m_context.reopenings.wait({Reopenings::What::Operator, row->account});
    m_context.sessions.narrow(*row);                // what it loses, it loses now
    auto committed = std::make_shared<bool>(false); // also when only its line in the anchor is owed
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this, row = *row, turn, committed, by = host_acts::callerOf(request)](Tx &tx) {
            if (turn->isOvertaken()) {
                tx.rollBack();
                return false;
            }
            storeBacklogOf(m_context, tx, turn->object().what, turn->object().id);
            const operator_accounts::Changed changed = operator_accounts::put(tx, row, by);
            tx.afterCommit([this, stored = changed.row, turn, committed] {
                *committed = true;
                follow(stored, *turn);
            });
            m_context.feed.publishAfter(tx, changed.event);
            return true;
        },
        [this, request, respond, turn, committed](StoreResult<bool> stored) {
            if (!stored && !*committed)
                turn->unlessOvertaken([&] { m_context.sessions.widen(turn->object().id); });
            if (!stored)
                return failLocally(request, respond, stored.error());
            if (!*stored)
                return refuseLocally(request, respond,
                                     u"the account was disabled or changed while this waited; ask again"_s);
            respond(emptyResponse());
        });
}

/// What counts by memory follows what is committed, but for what somebody asked since.
void OperatorsApi::follow(const OperatorRow &stored, const Reopenings::Turn &turn)
{
    bool isLast = false;
    turn.unlessOvertaken([&] {
        m_context.sessions.setOperator(stored);
        m_context.sessions.reopen(stored.account);
        isLast = true;
    });
    if (!isLast)
        m_context.sessions.setStored(stored);
}

/// Closed at once; the side journal keeps it when the store cannot, or nothing may be written.
void OperatorsApi::disable(const HttpRequest &request, const Responder &respond)
{
    const auto named = localMessage<NamedOperator>(request);
    if (!named)
        return refuseLocally(request, respond, named.error());
    const QString account = named->account;
    const JournalEntry entry = host_acts::disabledOperator(
        account, m_context.now(), host_acts::callerOf(request), QString::fromLatin1(request.requestId));
    const bool opens = m_context.reopenings.overtake(Reopenings::What::Operator, account);
    if (!m_context.sessions.close(account, opens)) { // disabled already, or nobody
        const auto known = m_context.sessions.find(account);
        if (!known)
            return refuseLocally(request, respond, operator_accounts::unknownText(account));
        return respond(emptyResponse());
    }
    LastingRevocation revocation;
    revocation.entries = {entry};
    revocation.act = [this, entry](Tx &tx) {
        const auto changed = operator_accounts::disable(tx, entry.id, entry.at, entry.actor, entry.requestId);
        if (!changed)
            return;
        tx.afterCommit([this, row = changed->row] { m_context.sessions.setOperator(row); });
        m_context.feed.publishAfter(tx, changed->event);
    };
    revocation.answer = [request, respond](RevocationKept kept) {
        respond(kept == RevocationKept::Stored      ? emptyResponse()
                : kept == RevocationKept::Journaled ? keptByTheJournal()
                                                    : toHttp(request, notStored(false)));
    };
    keepRevocation(m_context, std::move(revocation));
}

} // namespace pc::platform
