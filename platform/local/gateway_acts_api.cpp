// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/gateway_acts_api.h"

#include "contract/audit_actions/audit_action.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/revocation/backlog_storing.h"
#include "platform/admin/revocation/lasting_revocation.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/local/local_calls.h"
#include "platform/local/local_request.h"
#include "platform/operators/host_acts.h"
#include "platform/store/history/history_anchor.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// The store does not have it yet.
bool waitsInBacklog(const AdminContext &context, const JournalEntry &entry)
{
    const auto waiting = context.backlog.waiting();
    return std::any_of(waiting.begin(), waiting.end(),
                       [&entry](const auto &each) { return isSameRevocation(each.entry, entry); });
}

} // namespace

void GatewayActsApi::mount(Router &router)
{
    mountLocalCall(
        router, LocalCall::RecordAct,
        [this](const HttpRequest &request, const Responder &respond) { recordAct(request, respond); });
}

void GatewayActsApi::recordAct(const HttpRequest &request, const Responder &respond)
{
    const Decoded<QJsonObject> body = localBody(request);
    const Decoded<host_acts::HostAct> act = body.and_then(host_acts::gatewayActFromJson);
    const QString by = host_acts::callerOf(request);
    if (body) // what is refused stood there, too
        lookAtLocalBody(m_context, request, *body, act ? toText(act->action) : u"local.act"_s, by);
    if (!act)
        return refuseLocally(request, respond,
                             u"the body is not an act on a gateway: %1"_s.arg(sentenceOf(act.error())));
    const QString requestId = QString::fromLatin1(request.requestId);
    const auto record = [this, act = *act, by, requestId](Tx &tx) {
        m_context.feed.publishAfter(tx, host_acts::record(tx, act, m_context.now(), by, requestId));
    };
    if (const auto entry = host_acts::journalEntry(*act, m_context.now(), by, requestId)) {
        const auto answer = [request, respond](RevocationKept kept) {
            respond(kept == RevocationKept::Nowhere ? toHttp(request, notStored(false)) : emptyResponse());
        };
        const bool overtook = m_context.reopenings.overtake(*entry);
        const bool wasTrusted = m_context.gateways.remove(act->targetId); // in force
        if (act->onlyIfKnown && !wasTrusted && !overtook && !waitsInBacklog(m_context, *entry))
            return respond(
                toHttp(request, refuseLocally(LocalRefusal::GatewayUnknown, u"there is no such gateway"_s)));
        return keepRevocation(m_context, {{*entry}, record, {}, answer});
    }
    if (!m_context.history.isAccepted())
        return refuseLocally(request, respond, notAcceptedText(m_context.history.verdict().why));
    const Reopenings::Waiting turn = m_context.reopenings.wait({Reopenings::What::Gateway, act->targetId});
    auto added = std::make_shared<bool>(false);
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this, record, turn, added, act = *act](Tx &tx) {
            if (turn->isOvertaken()) {
                tx.rollBack();
                return false;
            }
            storeBacklogOf(m_context, tx, turn->object().what, turn->object().id);
            tx.afterCommit([this, turn, added, act] {
                turn->unlessOvertaken([&] {
                    m_context.gateways.add(act.targetId, act.changes);
                    *added = true;
                });
            });
            record(tx);
            return true;
        },
        [request, respond, added](StoreResult<bool> stored) {
            if (!stored)
                return failLocally(request, respond, stored.error());
            if (!*added)
                return refuseLocally(request, respond, u"the gateway was removed while this waited"_s);
            respond(emptyResponse());
        });
}

} // namespace pc::platform
