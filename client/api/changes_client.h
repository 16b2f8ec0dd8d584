// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "contract/types/session.h"

#include <chrono>

namespace pc::client {

class ApiCaller;

/// The change feed: one long poll per environment (models/base/change_feed.h drives it).
class ChangesClient
{
public:
    explicit ChangesClient(ApiCaller &api) : m_api(api) {}
    /// `after` empty: start at the head. The service holds the answer back for up to `wait` when nothing
    /// changed.
    Call get(const QString &after, std::chrono::seconds wait, QObject *context, Callback<Changes> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
