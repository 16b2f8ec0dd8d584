// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/access.h"
#include "contract/types/credential.h"
#include "contract/types/page.h"

namespace pc::client {

class ApiCaller;

/// What is said of scopes, and who holds them.
class ScopesClient
{
public:
    explicit ScopesClient(ApiCaller &api) : m_api(api) {}
    Call scope(const QString &name, QObject *context, Callback<Versioned<Scope>> callback);
    Call figures(QObject *context, Callback<Page<ScopeFigures>> callback);
    /// `cursor`: empty for the first page.
    Call holders(const QString &name, const QString &cursor, int limit, QObject *context,
                 Callback<Page<ScopeHolder>> callback);
    /// What an edit would mean; nothing is changed.
    Call effect(const QString &name, const ScopeDraft &draft, QObject *context,
                Callback<ScopeEffect> callback);
    Call edit(const QString &name, const ScopeDraft &draft, const QString &etag, const IdempotencyKey &key,
              QObject *context, Callback<ScopeEffect> callback);
    /// Answered with what it was.
    Call remove(const QString &name, const ActRequest &act, const QString &etag, const IdempotencyKey &key,
                QObject *context, Callback<Scope> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
