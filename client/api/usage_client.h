// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "contract/types/usage.h"

namespace pc::client {

class ApiCaller;

/// Usage series and quota.
class UsageClient
{
public:
    explicit UsageClient(ApiCaller &api) : m_api(api) {}
    Call series(const UsageQuery &query, QObject *context, Callback<UsageSeries> callback);
    Call quota(const QString &partnerId, QObject *context, Callback<QuotaState> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
