// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_types.h"
#include "platform/http/router.h"

#include <span>

namespace pc::platform {

/// What a command may ask of the service that runs on a data directory, over the Unix socket in it. One
/// table, by which the service mounts, the commands ask and docs/http.md lists.
enum class LocalCall {
    ListOperators,
    AddOperator,
    DisableOperator,
    SignInOperator,
    Attach,
    RecordAct,
    ShowHistory,
    AcceptHistory,
    BeginGatewayCheck,
    ShowGatewayCheck,
    DenyCheckToken,
};

struct LocalCallRow
{
    LocalCall call;
    HttpMethod method;
    const char *path;
};

/// In the order of the enumeration.
[[nodiscard]] std::span<const LocalCallRow> localCalls();
[[nodiscard]] const LocalCallRow &localCall(LocalCall call);
/// Answers a call with `handler`. Once for each call of a router.
void mountLocalCall(Router &router, LocalCall call, Handler handler);

} // namespace pc::platform
