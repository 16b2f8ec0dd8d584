// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/sign_in_api.h"

#include "platform/admin/session/session_keeping.h"
#include "platform/local/local_calls.h"
#include "platform/local/local_request.h"
#include "platform/local/shut_account.h"
#include "platform/operators/host_acts.h"
#include "platform/operators/operator_accounts.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString localAccount()
{
    return QStringView(operator_accounts::localAccount).toString();
}

} // namespace

void SignInApi::setAddresses(const QString &url, const QString &caFile)
{
    m_url = url;
    m_caFile = caFile;
}

void SignInApi::mount(Router &router)
{
    mountLocalCall(router, LocalCall::SignInOperator,
                   [this](const HttpRequest &request, const Responder &respond) { token(request, respond); });
    mountLocalCall(router, LocalCall::Attach, [this](const HttpRequest &request, const Responder &respond) {
        attach(request, respond);
    });
}

void SignInApi::token(const HttpRequest &request, const Responder &respond)
{
    const auto named = localMessage<NamedOperator>(request);
    if (!named)
        return refuseLocally(request, respond, named.error());
    signIn(named->account, host_acts::callerOf(request), false, [request, respond](const Signed &minted) {
        if (!minted)
            return refuseLocally(request, respond, minted.error());
        respond(jsonResponse(
            jsonBytes(SignedIn{QString::fromLatin1(minted->token.view()), minted->row.expiresAt})));
    });
}

void SignInApi::attach(const HttpRequest &request, const Responder &respond)
{
    signIn(localAccount(), host_acts::callerOf(request), true,
           [this, request, respond](const Signed &minted) {
               if (!minted)
                   return refuseLocally(request, respond, minted.error());
               respond(jsonResponse(jsonBytes(AttachedConsole{QString::fromLatin1(minted->token.view()),
                                                              minted->row.expiresAt, m_url, m_caFile})));
           });
}

void SignInApi::signIn(const QString &account, const QString &by, bool makes,
                       std::function<void(Signed)> done)
{
    const QDateTime now = m_context.now();
    if (makes && !m_context.sessions.find(account))
        m_context.sessions.setOperator(operator_accounts::localAdministrator(now));
    if (!m_context.sessions.find(account))
        return done(tl::make_unexpected(operator_accounts::unknownText(account)));
    if (isShut(m_context.sessions, account))
        return done(tl::make_unexpected(operator_accounts::disabledText(account)));
    auto minted =
        std::make_shared<OperatorSessions::Minted>(OperatorSessions::mint(account, now, m_context.random));
    WantedSession wanted;
    wanted.session = {minted->row, now, by, true};
    wanted.isAllowed = [this, account] { return !isShut(m_context.sessions, account); };
    wanted.answer = [this, account, minted, done = std::move(done)](bool admitted) {
        if (admitted)
            return done(std::move(*minted));
        done(tl::make_unexpected(isShut(m_context.sessions, account)
                                     ? operator_accounts::disabledText(account)
                                     : u"the session was ended"_s));
    };
    keepSession(m_context, std::move(wanted));
}

std::future<std::optional<Secret>> SignInApi::localToken()
{
    auto promise = std::make_shared<std::promise<std::optional<Secret>>>();
    std::future<std::optional<Secret>> token = promise->get_future();
    signIn(localAccount(), u"platform"_s, true, [promise](Signed minted) {
        promise->set_value(minted ? std::optional(std::move(minted->token)) : std::nullopt);
    });
    return token;
}

} // namespace pc::platform
