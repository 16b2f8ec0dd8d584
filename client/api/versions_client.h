// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/credential.h"
#include "contract/types/page.h"
#include "contract/types/version.h"

namespace pc::client {

class ApiCaller;

/// The versions of an API, and who still calls them.
class VersionsClient
{
public:
    explicit VersionsClient(ApiCaller &api) : m_api(api) {}
    Call versions(const QString &apiId, QObject *context, Callback<Page<ApiVersion>> callback);
    Call create(const QString &apiId, const ApiVersionDraft &draft, const IdempotencyKey &key,
                QObject *context, Callback<ApiVersion> callback);
    /// Against the version of what was read, as in `before`.
    Call edit(const ApiVersion &before, const ApiVersionDraft &draft, const IdempotencyKey &key,
              QObject *context, Callback<ApiVersion> callback);
    Call end(const ApiVersion &version, const ActRequest &act, const IdempotencyKey &key, QObject *context,
             Callback<ApiVersion> callback);
    /// Answered with what it was.
    Call remove(const ApiVersion &version, const ActRequest &act, const IdempotencyKey &key, QObject *context,
                Callback<ApiVersion> callback);
    Call use(const QString &apiId, const QString &versionId, QObject *context, Callback<VersionUse> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
