// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/gateway_verdicts.h"

/// The rows of gateway_verdicts.h about what must not get through a gateway, nor around it.
namespace pc::platform::wall {

[[nodiscard]] Judgement otherHost(const GatewayObservations &seen);
[[nodiscard]] Judgement clientAddress(const GatewayObservations &seen);
[[nodiscard]] Judgement forgedFields(const GatewayObservations &seen);
[[nodiscard]] Judgement identityArrives(const GatewayObservations &seen);
[[nodiscard]] Judgement credentialEnds(const GatewayObservations &seen);
[[nodiscard]] Judgement longBody(const GatewayObservations &seen);
[[nodiscard]] Judgement endlessBody(const GatewayObservations &seen);
[[nodiscard]] Judgement lengthTold(const GatewayObservations &seen);
[[nodiscard]] Judgement answersNotKept(const GatewayObservations &seen);
[[nodiscard]] Judgement decisionsNotKept(const GatewayObservations &seen);
[[nodiscard]] Judgement denialAtOnce(const GatewayObservations &seen);
[[nodiscard]] Judgement platformClosed(const GatewayObservations &seen);
[[nodiscard]] Judgement decisionClosed(const GatewayObservations &seen);
[[nodiscard]] Judgement upstreamClosed(const GatewayObservations &seen);

} // namespace pc::platform::wall
