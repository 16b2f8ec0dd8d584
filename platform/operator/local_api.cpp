// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/operator/local_api.h"

#include "contract/rules/body_check.h"
#include "platform/admin/history_anchor.h"
#include "platform/admin/revocation/revocation_backlog.h"
#include "platform/admin/revocation/revocation_request.h"
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

QString notAccepted(const HistoryAnchor &history)
{
    return u"the history is not accepted: %1"_s.arg(history.verdict().why);
}

/// What the administrator of this machine's own platform is at first; whoever changed or disabled the account
/// since then meant it.
OperatorRow localAdministrator(Tx &tx, const QDateTime &now, const QString &by)
{
    const QString account = QStringView(operator_accounts::localAccount).toString();
    if (auto known = operator_rows::find(tx, account))
        return *known;
    OperatorRow row;
    row.account = account;
    row.displayName = u"Local administrator"_s;
    row.roles = {Role::Admin};
    row.createdAt = now;
    return operator_accounts::put(tx, row, by);
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
    router.add(HttpMethod::Post, "/local/v1/operators/{account}/disable",
               [this](const HttpRequest &request, const Responder &respond) { disable(request, respond); });
    router.add(HttpMethod::Post, "/local/v1/acts",
               [this](const HttpRequest &request, const Responder &respond) { recordAct(request, respond); });
    router.add(HttpMethod::Post, "/local/v1/operators/{account}/token",
               [this](const HttpRequest &request, const Responder &respond) {
                   token(request, respond, request.pathParameter("account"), false);
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
    const auto body = parseObject(request.body);
    if (!body)
        return refuseLocally(request, respond, u"the body is not a JSON object"_s);
    QStringList roles;
    const QJsonArray array = body->value(u"roles"_s).toArray();
    for (const QJsonValue &role : array)
        roles.append(role.toString());
    const auto row =
        operator_accounts::check(body->value(u"account"_s).toString(),
                                 body->value(u"display_name"_s).toString(), roles, m_context.now());
    if (!row)
        return refuseLocally(request, respond, row.error());
    const std::optional<OperatorRow> before = m_context.sessions.narrow(*row); // what it loses, it loses now
    m_context.store.write<OperatorRow>(
        Store::Urgency::Ordinary,
        [row = *row, by = host_acts::callerOf(request)](Tx &tx) {
            return operator_accounts::put(tx, row, by);
        },
        [this, request, respond, before](StoreResult<OperatorRow> stored) {
            if (!stored && before && !m_context.history.owesLine()) // else it may be committed
                m_context.sessions.setOperator(*before);
            if (!stored)
                return fail(request, respond, stored.error());
            m_context.sessions.setOperator(*stored);
            m_context.sessions.reopen(stored->account);
            respond(emptyResponse());
        });
}

/// Closed at once; the side journal keeps it when the store cannot.
void LocalApi::disable(const HttpRequest &request, const Responder &respond)
{
    const QString account = request.pathParameter("account");
    const bool closed = m_context.sessions.close(account);
    const QDateTime now = m_context.now();
    const auto journal = [this, request, respond, account, now] {
        JournalEntry entry;
        entry.cut = JournalEntry::Cut::Operator;
        entry.id = account;
        entry.at = now;
        entry.actor = host_acts::callerOf(request);
        entry.actorRole = u"host"_s;
        m_context.backlog.note({entry, 0}, [request, respond](bool journaled) {
            respond(toHttp(request, notStored(journaled)));
        });
    };
    // Nothing is written into a log that is in question: the journal keeps it until the log is accepted.
    if (!m_context.history.isAccepted())
        return closed ? journal() : refuseLocally(request, respond, notAccepted(m_context.history));
    m_context.store.write<std::optional<OperatorRow>>(
        Store::Urgency::Cutting,
        [account, now, by = host_acts::callerOf(request)](Tx &tx) {
            operator_accounts::disable(tx, account, now, by);
            return operator_rows::find(tx, account);
        },
        [this, request, respond, account, closed, journal](StoreResult<std::optional<OperatorRow>> stored) {
            if (!stored && !closed)
                return fail(request, respond, stored.error());
            if (!stored)
                return journal();
            if (!*stored)
                return refuseLocally(request, respond, u"there is no operator \"%1\""_s.arg(account));
            m_context.sessions.setOperator(**stored);
            respond(emptyResponse());
        });
}

void LocalApi::recordAct(const HttpRequest &request, const Responder &respond)
{
    const auto body = parseObject(request.body);
    const bool isText = body && !pc::rules::firstNotText(*body);
    const auto act = isText ? host_acts::gatewayActFromJson(*body) : std::nullopt;
    if (!act)
        return refuseLocally(request, respond, u"the body is not an act on a gateway"_s);
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this, act = *act, by = host_acts::callerOf(request)](Tx &tx) {
            host_acts::record(tx, act, m_context.now(), by);
            return true;
        },
        [request, respond](StoreResult<bool> stored) {
            if (!stored)
                return fail(request, respond, stored.error());
            respond(emptyResponse());
        });
}

void LocalApi::token(const HttpRequest &request, const Responder &respond, const QString &account,
                     bool attach)
{
    using Result = std::shared_ptr<tl::expected<OperatorSessions::Minted, QString>>;
    m_context.store.write<Result>(
        Store::Urgency::Ordinary,
        [this, account, attach, by = host_acts::callerOf(request)](Tx &tx) {
            if (attach)
                m_context.sessions.setOperator(localAdministrator(tx, m_context.now(), by));
            auto minted = operator_accounts::signIn(tx, account, m_context.now(), by, m_context.random);
            if (!minted)
                tx.rollBack();
            return std::make_shared<tl::expected<OperatorSessions::Minted, QString>>(std::move(minted));
        },
        [this, request, respond, attach](StoreResult<Result> result) {
            if (!result)
                return fail(request, respond, result.error());
            if (!**result)
                return refuseLocally(request, respond, (*result)->error());
            const OperatorSessions::Minted &minted = ***result;
            if (!m_context.sessions.admit(minted.row))
                return refuseLocally(request, respond, u"the session was ended"_s);
            QJsonObject json{{u"token"_s, QString::fromLatin1(minted.token.view())},
                             {u"expires_at"_s, minted.row.expiresAt.toString(Qt::ISODateWithMs)}};
            if (attach) {
                json.insert(u"url"_s, m_url);
                json.insert(u"ca_file"_s, m_caFile);
            }
            respond(jsonResponse(QJsonDocument(json).toJson(QJsonDocument::Compact)));
        });
}

std::optional<Secret> LocalApi::localToken()
{
    using Result = std::shared_ptr<tl::expected<OperatorSessions::Minted, QString>>;
    const QDateTime now = m_context.now();
    auto stored = m_context.store.writeNow<Result>([&](Tx &tx) {
        m_context.sessions.setOperator(localAdministrator(tx, now, u"platform"_s));
        return std::make_shared<tl::expected<OperatorSessions::Minted, QString>>(
            operator_accounts::signIn(tx, QStringView(operator_accounts::localAccount).toString(), now,
                                      u"platform"_s, m_context.random));
    });
    if (!stored || !**stored)
        return {};
    OperatorSessions::Minted &minted = ***stored;
    if (!m_context.sessions.admit(minted.row))
        return {};
    return std::move(minted.token);
}

} // namespace pc::platform
