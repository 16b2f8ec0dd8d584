// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/session_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call SessionClient::get(QObject *context, Callback<Session> callback)
{
    return callFor<Session>(m_api, requestFor(Op::SessionGet), context, std::move(callback));
}

Call SessionClient::renew(QObject *context, Callback<FreshToken> callback)
{
    ApiRequest request = requestFor(Op::SessionRenew);
    request.renewWhenRefused = false;
    return callFor<RenewedSession>(m_api, std::move(request), context,
                                   [callback = std::move(callback)](Result<RenewedSession> result) {
                                       if (!result)
                                           return callback(failure(result.error()));
                                       // The codec's string is a copy that Qt's JSON made; what we hold of it
                                       // is wiped here.
                                       QByteArray bytes = result->token.toLatin1();
                                       result->token.fill(QChar(u'\0'));
                                       callback(FreshToken{Secret::takeFrom(bytes), result->expiresAt});
                                   });
}

Call SessionClient::end(QObject *context, Callback<void> callback)
{
    ApiRequest request = requestFor(Op::SessionEnd);
    request.renewWhenRefused = false;
    return callFor<void>(m_api, std::move(request), context, std::move(callback));
}

Call SessionClient::operators(QObject *context, Callback<Page<Operator>> callback)
{
    return callFor<Page<Operator>>(m_api, requestFor(Op::OperatorList), context, std::move(callback));
}

} // namespace pc::client
