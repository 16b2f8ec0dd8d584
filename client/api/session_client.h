// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "contract/crypto/secret.h"
#include "contract/types/page.h"
#include "contract/types/session.h"

namespace pc::client {

class ApiCaller;

/// A renewed token in a type that wipes it.
struct FreshToken
{
    Secret token;
    QDateTime expiresAt;
};

/// /session and /operators: who am I, renew, end; who else is there.
class SessionClient
{
public:
    explicit SessionClient(ApiCaller &api) : m_api(api) {}
    Call get(QObject *context, Callback<Session> callback);
    /// A 401 here is final: it never starts another renewal.
    Call renew(QObject *context, Callback<FreshToken> callback);
    Call end(QObject *context, Callback<void> callback);
    /// Accounts that may own a partner or a credential, by display name; all on one page.
    Call operators(QObject *context, Callback<Page<Operator>> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
