// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_calls.h"

#include "contract/types/in_order.h"

#include <array>

namespace pc::platform {

namespace {

constexpr std::array table{
    LocalCallRow{LocalCall::ListOperators, HttpMethod::Get, "/local/v1/operators"},
    LocalCallRow{LocalCall::AddOperator, HttpMethod::Post, "/local/v1/operators"},
    LocalCallRow{LocalCall::DisableOperator, HttpMethod::Post, "/local/v1/operators/disable"},
    LocalCallRow{LocalCall::SignInOperator, HttpMethod::Post, "/local/v1/operators/token"},
    LocalCallRow{LocalCall::Attach, HttpMethod::Post, "/local/v1/attach"},
    LocalCallRow{LocalCall::RecordAct, HttpMethod::Post, "/local/v1/acts"},
    LocalCallRow{LocalCall::ShowHistory, HttpMethod::Get, "/local/v1/history"},
    LocalCallRow{LocalCall::AcceptHistory, HttpMethod::Post, "/local/v1/history/accept"},
    LocalCallRow{LocalCall::BeginGatewayCheck, HttpMethod::Post, "/local/v1/gateway-checks"},
    LocalCallRow{LocalCall::ShowGatewayCheck, HttpMethod::Post, "/local/v1/gateway-checks/seen"},
    LocalCallRow{LocalCall::DenyCheckToken, HttpMethod::Post, "/local/v1/gateway-checks/deny"},
};

static_assert(isInOrder(table, &LocalCallRow::call, LocalCall::ListOperators, LocalCall::DenyCheckToken),
              "one row for each, in the order of the enumeration");

} // namespace

std::span<const LocalCallRow> localCalls()
{
    return table;
}

const LocalCallRow &localCall(LocalCall call)
{
    return table[static_cast<std::size_t>(call)];
}

void mountLocalCall(Router &router, LocalCall call, Handler handler)
{
    const LocalCallRow &row = localCall(call);
    router.add(row.method, row.path, std::move(handler));
}

} // namespace pc::platform
