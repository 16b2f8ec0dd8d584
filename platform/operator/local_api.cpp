// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/operator/local_api.h"

#include "contract/codec/repeated_member.h"
#include "contract/rules/body_check.h"
#include "platform/admin/history_anchor.h"
#include "platform/admin/leak_events.h"
#include "platform/admin/revocation/lasting_cut.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/operator/host_acts.h"
#include "platform/operator/operator_accounts.h"
#include "platform/store/doc.h"

#include <QJsonArray>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

void refuseLocally(const HttpRequest &request, const Responder &respond, const QString &why)
{
    respond(toHttp(request, refuse(422, u"refused"_s, u"Not carried out"_s, why)));
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

/// What the administrator of this machine's own platform is at first.
OperatorRow localAdministrator(const QDateTime &now)
{
    OperatorRow row;
    row.account = QStringView(operator_accounts::localAccount).toString();
    row.displayName = u"Local administrator"_s;
    row.roles = {Role::Admin};
    row.createdAt = now;
    return row;
}

/// As it is: whoever changed or disabled the account meant it.
OperatorRow localAdministrator(Tx &tx, const QDateTime &now, const QString &by)
{
    const OperatorRow first = localAdministrator(now);
    if (auto known = operator_rows::find(tx, first.account))
        return *known;
    return operator_accounts::put(tx, first, by);
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
        [request, respond](StoreResult<QList<OperatorRow>> rows) {
            if (!rows)
                return fail(request, respond, rows.error());
            QJsonArray items;
            for (const OperatorRow &row : *rows) {
                items.append(QJsonObject{{u"account"_s, row.account},
                                         {u"display_name"_s, row.displayName},
                                         {u"roles"_s, QJsonArray::fromStringList(textsOf(row.roles))},
                                         {u"disabled"_s, row.disabledAt.has_value()}});
            }
            respond(
                jsonResponse(QJsonDocument(QJsonObject{{u"items"_s, items}}).toJson(QJsonDocument::Compact)));
        });
}

void LocalApi::add(const HttpRequest &request, const Responder &respond)
{
    if (!m_context.history.isAccepted())
        return refuseLocally(request, respond, notAccepted(m_context.history));
    const auto body = parseBody(request.body);
    if (!body)
        return refuseLocally(request, respond, u"the body is not a JSON object"_s);
    lookAtLocalBody(m_context, request, *body, u"operator.add"_s, host_acts::callerOf(request));
    QStringList roles;
    const QJsonArray array = body->value(u"roles"_s).toArray();
    for (const QJsonValue &role : array)
        roles.append(role.toString());
    const auto row =
        operator_accounts::check(body->value(u"account"_s).toString(),
                                 body->value(u"display_name"_s).toString(), roles, m_context.now());
    if (!row)
        return refuseLocally(request, respond, row.error());
    m_context.reopenings.overtake(Reopenings::What::Operator, row->account); // what is asked last holds
    const Reopenings::Waiting turn = m_context.reopenings.wait(Reopenings::What::Operator, row->account);
    const std::optional<OperatorRow> before = m_context.sessions.narrow(*row); // what it loses, it loses now
    struct Done
    {
        bool stored = false;            ///< else it was overtaken
        std::optional<OperatorRow> row; ///< as the store has it now
    };
    m_context.store.write<Done>(
        Store::Urgency::Ordinary,
        [row = *row, turn, by = host_acts::callerOf(request)](Tx &tx) -> Done {
            if (turn->isOvertaken()) {
                tx.rollBack();
                return {false, operator_rows::find(tx, row.account)};
            }
            return {true, operator_accounts::put(tx, row, by)};
        },
        [this, request, respond, before, turn](StoreResult<Done> done) {
            if (!done && before && !m_context.history.owesLine()) // else it may be committed
                turn->unlessOvertaken([&] { m_context.sessions.setOperator(*before); });
            if (!done)
                return fail(request, respond, done.error());
            if (done->row)
                m_context.sessions.setOperator(*done->row);
            if (!done->stored)
                return refuseLocally(request, respond,
                                     u"the account was disabled or changed while this waited; ask again"_s);
            turn->unlessOvertaken([&] { m_context.sessions.reopen(done->row->account); });
            respond(emptyResponse());
        });
}

/// Closed at once; the side journal keeps it when the store cannot, or nothing may be written.
void LocalApi::disable(const HttpRequest &request, const Responder &respond)
{
    const QString account = accountIn(request);
    const JournalEntry entry =
        host_acts::disabledOperator(account, m_context.now(), host_acts::callerOf(request));
    const bool opens = m_context.reopenings.overtake(Reopenings::What::Operator, account);
    if (!m_context.sessions.close(account, opens)) { // disabled already, or nobody
        const auto known = m_context.sessions.find(account);
        if (!known)
            return refuseLocally(request, respond, u"there is no operator \"%1\""_s.arg(account));
        return respond(emptyResponse());
    }
    auto row = std::make_shared<std::optional<OperatorRow>>();
    LastingCut cut;
    cut.entries = {entry};
    cut.act = [row, entry](Tx &tx) {
        operator_accounts::disable(tx, entry.id, entry.at, entry.actor);
        *row = operator_rows::find(tx, entry.id);
    };
    cut.stored = [this, row] {
        if (*row)
            m_context.sessions.setOperator(**row);
    };
    cut.answer = [request, respond](CutKept kept) {
        respond(kept == CutKept::Stored      ? emptyResponse()
                : kept == CutKept::Journaled ? keptByTheJournal()
                                             : toHttp(request, notStored(false)));
    };
    keepCut(m_context, std::move(cut));
}

void LocalApi::recordAct(const HttpRequest &request, const Responder &respond)
{
    const auto body = parseBody(request.body);
    const bool isText = body && !pc::rules::firstNotText(*body);
    const auto act = isText ? host_acts::gatewayActFromJson(*body) : std::nullopt;
    if (!act)
        return refuseLocally(request, respond, u"the body is not an act on a gateway"_s);
    const QString by = host_acts::callerOf(request);
    lookAtLocalBody(m_context, request, *body, act->action, by);
    const auto record = [this, act = *act, by](Tx &tx) { host_acts::record(tx, act, m_context.now(), by); };
    if (const auto entry = host_acts::journalEntry(*act, m_context.now(), by)) {
        const auto answer = [request, respond](CutKept kept) {
            respond(kept == CutKept::Nowhere ? toHttp(request, notStored(false)) : emptyResponse());
        };
        (void)m_context.reopenings.overtake(*entry);
        (void)m_context.gateways.remove(act->targetId); // in force
        return keepCut(m_context, {{*entry}, record, {}, answer});
    }
    if (!m_context.history.isAccepted())
        return refuseLocally(request, respond, notAccepted(m_context.history));
    const Reopenings::Waiting turn = m_context.reopenings.wait(Reopenings::What::Gateway, act->targetId);
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [record, turn](Tx &tx) {
            if (turn->isOvertaken()) {
                tx.rollBack();
                return false;
            }
            record(tx);
            return true;
        },
        [this, request, respond, turn, act = *act](StoreResult<bool> stored) {
            if (!stored)
                return fail(request, respond, stored.error());
            bool added = false;
            turn->unlessOvertaken([&] {
                added = *stored;
                if (added)
                    m_context.gateways.add(act.targetId, act.changes);
            });
            if (!added)
                return refuseLocally(request, respond, u"the gateway was removed while this waited"_s);
            respond(emptyResponse());
        });
}

void LocalApi::token(const HttpRequest &request, const Responder &respond, const QString &account,
                     bool attach)
{
    const QString by = host_acts::callerOf(request);
    if (!m_context.history.isAccepted())
        return answerSignIn(request, respond, signInUnstored(account, by), attach);
    if (isShut(m_context.sessions, account))
        return refuseLocally(request, respond, disabledText(account));
    using Result = std::shared_ptr<Signed>;
    m_context.store.write<Result>(
        Store::Urgency::Ordinary,
        [this, account, attach, by](Tx &tx) {
            if (attach)
                m_context.sessions.setOperator(localAdministrator(tx, m_context.now(), by));
            auto minted = operator_accounts::signIn(tx, account, m_context.now(), by, m_context.random);
            if (!minted)
                tx.rollBack();
            return std::make_shared<Signed>(std::move(minted));
        },
        [this, request, respond, attach](StoreResult<Result> result) {
            if (!result)
                return fail(request, respond, result.error());
            if (**result && !m_context.sessions.admit((**result)->row))
                return refuseLocally(request, respond, u"the session was ended"_s);
            answerSignIn(request, respond, **result, attach);
        });
}

void LocalApi::answerSignIn(const HttpRequest &request, const Responder &respond, const Signed &minted,
                            bool attach) const
{
    if (!minted)
        return refuseLocally(request, respond, minted.error());
    QJsonObject json{{u"token"_s, QString::fromLatin1(minted->token.view())},
                     {u"expires_at"_s, minted->row.expiresAt.toString(Qt::ISODateWithMs)}};
    if (attach) {
        json.insert(u"url"_s, m_url);
        json.insert(u"ca_file"_s, m_caFile);
    }
    respond(jsonResponse(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

/// For looking, as long as the history is in question: kept in memory, and told to the process log.
LocalApi::Signed LocalApi::signInUnstored(const QString &account, const QString &by)
{
    const QDateTime now = m_context.now();
    auto known = m_context.sessions.find(account);
    if (!known && account == QStringView(operator_accounts::localAccount)) {
        known = localAdministrator(now);
        m_context.sessions.setOperator(*known);
    }
    if (!known)
        return tl::make_unexpected(u"there is no operator \"%1\""_s.arg(account));
    if (isShut(m_context.sessions, account))
        return tl::make_unexpected(disabledText(account));
    OperatorSessions::Minted minted = OperatorSessions::mint(account, now, m_context.random);
    if (!m_context.sessions.admit(OperatorSessions::Unstored{minted.row, now, by, true}))
        return tl::make_unexpected(u"the session was ended"_s);
    m_context.log.warning("session_begin_not_stored", {{"account", account}, {"session", minted.row.chain}});
    return minted;
}

void LocalApi::storeSignIns()
{
    const QList<OperatorSessions::Unstored> unstored = m_context.sessions.takeUnstored();
    if (unstored.isEmpty())
        return;
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this, unstored](Tx &tx) {
            for (const OperatorSessions::Unstored &each : unstored) {
                if (each.row.account == QStringView(operator_accounts::localAccount))
                    (void)localAdministrator(tx, each.at, each.by);
                if (each.begins)
                    operator_accounts::recordSignIn(tx, each.row, each.at, each.by);
                if (!m_context.sessions.isEnded(each.row.chain))
                    session_rows::put(tx, each.row);
            }
            return true;
        },
        [this](const StoreResult<bool> &stored) {
            if (!stored)
                m_context.log.error("sign_ins_not_stored", {{"why", stored.error().text}});
        });
}

std::optional<Secret> LocalApi::localToken()
{
    const QString account = QStringView(operator_accounts::localAccount).toString();
    if (!m_context.history.isAccepted()) {
        Signed minted = signInUnstored(account, u"platform"_s);
        return minted ? std::optional(std::move(minted->token)) : std::nullopt;
    }
    using Result = std::shared_ptr<Signed>;
    const QDateTime now = m_context.now();
    auto stored = m_context.store.writeNow<Result>([&](Tx &tx) {
        m_context.sessions.setOperator(localAdministrator(tx, now, u"platform"_s));
        return std::make_shared<Signed>(
            operator_accounts::signIn(tx, account, now, u"platform"_s, m_context.random));
    });
    if (!stored || !**stored)
        return {};
    OperatorSessions::Minted &minted = ***stored;
    if (!m_context.sessions.admit(minted.row))
        return {};
    return std::move(minted.token);
}

} // namespace pc::platform
