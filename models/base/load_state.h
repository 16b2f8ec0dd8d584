// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"

#include <QMetaType>

namespace pc::models {

/// What a page shows. A refresh in the background does not change the state: see isRefreshing().
enum class LoadState {
    Idle,      ///< nothing was asked yet
    Loading,   ///< first load, nothing to show yet
    Ready,     ///< shown data is what the service said last
    Stale,     ///< there is data, and the last refresh failed (error() says why; loadedAt() how old it is)
    Error,     ///< no data: the load failed
    Forbidden, ///< no data: the roles do not allow it (error().problem->permission)
    Offline    ///< no data, and the service cannot be reached
};

/// What is shown is what the service said to the question that stands (perhaps a while ago): it may be
/// counted and exported.
[[nodiscard]] constexpr bool isAnswer(LoadState state)
{
    return state == LoadState::Ready || state == LoadState::Stale;
}

/// The state after a failed load, with (`hasData`) or without something to show.
[[nodiscard]] constexpr LoadState stateAfter(client::ErrorKind kind, bool hasData)
{
    if (kind == client::ErrorKind::Forbidden)
        return LoadState::Forbidden; // what was shown before may no longer be seen
    if (hasData)
        return LoadState::Stale;
    if (kind == client::ErrorKind::Offline || kind == client::ErrorKind::Timeout ||
        kind == client::ErrorKind::Tls)
        return LoadState::Offline;
    return LoadState::Error;
}

} // namespace pc::models
