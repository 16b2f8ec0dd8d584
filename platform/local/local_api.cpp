// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_api.h"

#include "contract/audit_actions/audit_action.h"
#include "contract/codec/repeated_member.h"
#include "contract/rules/body_check.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/revocation/backlog_storing.h"
#include "platform/admin/revocation/lasting_revocation.h"
#include "platform/admin/revocation/revocation_backlog.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/admin/session/session_keeping.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/local/local_refusal.h"
#include "platform/operators/host_acts.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/doc.h"

#include <QJsonArray>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

void refuse(const HttpRequest &request, const Responder &respond, const QString &why)
{
    respond(toHttp(request, refuseLocally(422, why)));
}

void fail(const HttpRequest &request, const Responder &respond, const StoreError &error)
{
    respond(toHttp(request, tl::make_unexpected(storeProblem(error))));
}

/// Whom the body names; empty, which is nobody, when it names none.
QString accountIn(const HttpRequest &request)
{
    const auto body = parseBody(request.body);
    return body ? body->value(u"account"_s).toString() : QString();
}

QString notAccepted(const HistoryAnchor &history)
{
    return u"the history is not accepted: %1"_s.arg(history.verdict().why);
}

/// The store does not have it yet.
bool waitsInBacklog(const AdminContext &context, const JournalEntry &entry)
{
    const auto waiting = context.backlog.waiting();
    return std::any_of(waiting.begin(), waiting.end(),
                       [&entry](const auto &each) { return isSameRevocation(each.entry, entry); });
}

/// In force and lasting: done, but not yet to be seen in the audit log.
HttpResponse keptByTheJournal()
{
    return jsonResponse(QJsonDocument(QJsonObject{{u"durable"_s, false},
                                                  {u"detail"_s, notStored(true).error().problem.detail}})
                            .toJson(QJsonDocument::Compact),
                        202);
}

/// Disabled, also when only the side journal knows it yet.
bool isShut(const OperatorSessions &sessions, const QString &account)
{
    return sessions.find(account) && !sessions.isOwner(account);
}

QString disabledText(const QString &account)
{
    return u"the operator \"%1\" is disabled"_s.arg(account);
}

} // namespace

void LocalApi::setAddresses(const QString &url, const QString &caFile)
{
    m_url = url;
    m_caFile = caFile;
}

void LocalApi::mount(Router &router)
{
    router.add(HttpMethod::Get, "/local/v1/operators",
               [this](const HttpRequest &request, const Responder &respond) { list(request, respond); });
    router.add(HttpMethod::Post, "/local/v1/operators",
               [this](const HttpRequest &request, const Responder &respond) { add(request, respond); });
    router.add(HttpMethod::Post, "/local/v1/operators/disable",
               [this](const HttpRequest &request, const Responder &respond) { disable(request, respond); });
    router.add(HttpMethod::Post, "/local/v1/acts",
               [this](const HttpRequest &request, const Responder &respond) { recordAct(request, respond); });
    router.add(HttpMethod::Post, "/local/v1/operators/token",
               [this](const HttpRequest &request, const Responder &respond) {
                   token(request, respond, accountIn(request), false);
               });
    router.add(HttpMethod::Post, "/local/v1/attach",
               [this](const HttpRequest &request, const Responder &respond) {
                   token(request, respond, QStringView(operator_accounts::localAccount).toString(), true);
               });
}

void LocalApi::list(const HttpRequest &request, const Responder &respond)
{
    m_context.store.read<QList<OperatorRow>>(
        [](Tx &tx) { return operator_rows::all(tx); },
        [this, request, respond](StoreResult<QList<OperatorRow>> rows) {
            if (!rows)
                return fail(request, respond, rows.error());
            QJsonArray items;
            for (const OperatorRow &row : *rows) {
                items.append(QJsonObject{
                    {u"account"_s, row.account},
                    {u"display_name"_s, row.displayName},
                    {u"roles"_s, QJsonArray::fromStringList(textsOf(row.roles))},
                    {u"disabled"_s, row.disabledAt.has_value() || isShut(m_context.sessions, row.account)}});
            }
            respond(
                jsonResponse(QJsonDocument(QJsonObject{{u"items"_s, items}}).toJson(QJsonDocument::Compact)));
        });
}

void LocalApi::add(const HttpRequest &request, const Responder &respond)
{
    if (!m_context.history.isAccepted())
        return refuse(request, respond, notAccepted(m_context.history));
    const auto body = parseBody(request.body);
    if (!body)
        return refuse(request, respond, u"the body is not a JSON object"_s);
    lookAtLocalBody(m_context, request, *body, toText(AuditAction::OperatorAdd),
                    host_acts::callerOf(request));
    QStringList roles;
    const QJsonArray array = body->value(u"roles"_s).toArray();
    for (const QJsonValue &role : array)
        roles.append(role.toString());
    const auto row =
        operator_accounts::check(body->value(u"account"_s).toString(),
                                 body->value(u"display_name"_s).toString(), roles, m_context.now());
    if (!row)
        return refuse(request, respond, row.error());
    m_context.reopenings.overtake(Reopenings::What::Operator, row->account); // what is asked last holds
    const Reopenings::Waiting turn = m_context.reopenings.wait(Reopenings::What::Operator, row->account);
    m_context.sessions.narrow(*row);                // what it loses, it loses now
    auto committed = std::make_shared<bool>(false); // also when only its line in the anchor is owed
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this, row = *row, turn, committed, by = host_acts::callerOf(request)](Tx &tx) {
            if (turn->isOvertaken()) {
                tx.rollBack();
                return false;
            }
            storeBacklogOf(m_context, tx, turn->what(), turn->id());
            const OperatorRow stored = operator_accounts::put(tx, row, by);
            tx.afterCommit([this, stored, turn, committed] {
                *committed = true;
                follow(stored, *turn);
            });
            return true;
        },
        [this, request, respond, turn, committed](StoreResult<bool> stored) {
            if (!stored && !*committed)
                turn->unlessOvertaken([&] { m_context.sessions.widen(turn->id()); });
            if (!stored)
                return fail(request, respond, stored.error());
            if (!*stored)
                return refuse(request, respond,
                              u"the account was disabled or changed while this waited; ask again"_s);
            respond(emptyResponse());
        });
}

/// What counts by memory follows what is committed, but for what somebody asked since.
void LocalApi::follow(const OperatorRow &stored, const Reopenings::Turn &turn)
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
void LocalApi::disable(const HttpRequest &request, const Responder &respond)
{
    const QString account = accountIn(request);
    const JournalEntry entry = host_acts::disabledOperator(
        account, m_context.now(), host_acts::callerOf(request), QString::fromLatin1(request.requestId));
    const bool opens = m_context.reopenings.overtake(Reopenings::What::Operator, account);
    if (!m_context.sessions.close(account, opens)) { // disabled already, or nobody
        const auto known = m_context.sessions.find(account);
        if (!known)
            return refuse(request, respond, u"there is no operator \"%1\""_s.arg(account));
        return respond(emptyResponse());
    }
    LastingRevocation revocation;
    revocation.entries = {entry};
    revocation.act = [this, entry](Tx &tx) {
        operator_accounts::disable(tx, entry.id, entry.at, entry.actor, entry.requestId);
        if (const auto row = operator_rows::find(tx, entry.id))
            tx.afterCommit([this, row = *row] { m_context.sessions.setOperator(row); });
    };
    revocation.answer = [request, respond](RevocationKept kept) {
        respond(kept == RevocationKept::Stored      ? emptyResponse()
                : kept == RevocationKept::Journaled ? keptByTheJournal()
                                                    : toHttp(request, notStored(false)));
    };
    keepRevocation(m_context, std::move(revocation));
}

void LocalApi::recordAct(const HttpRequest &request, const Responder &respond)
{
    const auto body = parseBody(request.body);
    const bool isText = body && !pc::rules::firstNotText(*body);
    const auto act = isText ? host_acts::gatewayActFromJson(*body) : std::nullopt;
    const QString by = host_acts::callerOf(request);
    if (isText) // what is refused stood there, too
        lookAtLocalBody(m_context, request, *body, act ? toText(act->action) : u"local.act"_s, by);
    if (!act)
        return refuse(request, respond, u"the body is not an act on a gateway"_s);
    const QString requestId = QString::fromLatin1(request.requestId);
    const auto record = [this, act = *act, by, requestId](Tx &tx) {
        host_acts::record(tx, act, m_context.now(), by, requestId);
    };
    if (const auto entry = host_acts::journalEntry(*act, m_context.now(), by, requestId)) {
        const auto answer = [request, respond](RevocationKept kept) {
            respond(kept == RevocationKept::Nowhere ? toHttp(request, notStored(false)) : emptyResponse());
        };
        const bool overtook = m_context.reopenings.overtake(*entry);
        const bool wasTrusted = m_context.gateways.remove(act->targetId); // in force
        if (act->onlyIfKnown && !wasTrusted && !overtook && !waitsInBacklog(m_context, *entry))
            return respond(toHttp(request, refuseLocally(404, u"there is no such gateway"_s)));
        return keepRevocation(m_context, {{*entry}, record, {}, answer});
    }
    if (!m_context.history.isAccepted())
        return refuse(request, respond, notAccepted(m_context.history));
    const Reopenings::Waiting turn = m_context.reopenings.wait(Reopenings::What::Gateway, act->targetId);
    auto added = std::make_shared<bool>(false);
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this, record, turn, added, act = *act](Tx &tx) {
            if (turn->isOvertaken()) {
                tx.rollBack();
                return false;
            }
            storeBacklogOf(m_context, tx, turn->what(), turn->id());
            record(tx);
            tx.afterCommit([this, turn, added, act] {
                turn->unlessOvertaken([&] {
                    m_context.gateways.add(act.targetId, act.changes);
                    *added = true;
                });
            });
            return true;
        },
        [request, respond, added](StoreResult<bool> stored) {
            if (!stored)
                return fail(request, respond, stored.error());
            if (!*added)
                return refuse(request, respond, u"the gateway was removed while this waited"_s);
            respond(emptyResponse());
        });
}

void LocalApi::token(const HttpRequest &request, const Responder &respond, const QString &account,
                     bool attach)
{
    signIn(account, host_acts::callerOf(request), attach, [this, request, respond, attach](Signed minted) {
        answerSignIn(request, respond, minted, attach);
    });
}

void LocalApi::signIn(const QString &account, const QString &by, bool makes, std::function<void(Signed)> done)
{
    const QDateTime now = m_context.now();
    if (makes && !m_context.sessions.find(account))
        m_context.sessions.setOperator(operator_accounts::localAdministrator(now));
    if (!m_context.sessions.find(account))
        return done(tl::make_unexpected(u"there is no operator \"%1\""_s.arg(account)));
    if (isShut(m_context.sessions, account))
        return done(tl::make_unexpected(disabledText(account)));
    auto minted =
        std::make_shared<OperatorSessions::Minted>(OperatorSessions::mint(account, now, m_context.random));
    WantedSession wanted;
    wanted.session = {minted->row, now, by, true};
    wanted.isAllowed = [this, account] { return !isShut(m_context.sessions, account); };
    wanted.answer = [this, account, minted, done = std::move(done)](bool admitted) {
        if (admitted)
            return done(std::move(*minted));
        done(tl::make_unexpected(isShut(m_context.sessions, account) ? disabledText(account)
                                                                     : u"the session was ended"_s));
    };
    keepSession(m_context, std::move(wanted));
}

void LocalApi::answerSignIn(const HttpRequest &request, const Responder &respond, const Signed &minted,
                            bool attach) const
{
    if (!minted)
        return refuse(request, respond, minted.error());
    QJsonObject json{{u"token"_s, QString::fromLatin1(minted->token.view())},
                     {u"expires_at"_s, minted->row.expiresAt.toString(Qt::ISODateWithMs)}};
    if (attach) {
        json.insert(u"url"_s, m_url);
        json.insert(u"ca_file"_s, m_caFile);
    }
    respond(jsonResponse(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

std::future<std::optional<Secret>> LocalApi::localToken()
{
    auto promise = std::make_shared<std::promise<std::optional<Secret>>>();
    std::future<std::optional<Secret>> token = promise->get_future();
    signIn(QStringView(operator_accounts::localAccount).toString(), u"platform"_s, true,
           [promise](Signed minted) {
               promise->set_value(minted ? std::optional(std::move(minted->token)) : std::nullopt);
           });
    return token;
}

} // namespace pc::platform
