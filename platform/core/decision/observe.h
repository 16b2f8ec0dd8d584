// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/decide.h"

namespace pc::platform {

/// Whether a decided call comes under an observation, and which: the first that is in force. Null: none.
/// Pure.
[[nodiscard]] const ObservationRule *observationOf(const Policy &policy, const DecisionRequest &request,
                                                   const Decision &decision, Instant now);

/// Under which observation a call is counted that none lets through, as its path has more than one reading:
/// that of the API, or of the routes, to which the beginning of the path leads, else of the only API of the
/// host. Null: none. Pure.
[[nodiscard]] const ObservationRule *observationMeant(const Policy &policy, const DecisionRequest &request,
                                                      Instant now);

/// What a call of an unknown route is told by: its method and path, with what looks like a number, an id or a
/// value as "{…}", so that the calls of one kind are counted together. Secrets are out of it before: in
/// pieces none is known any more.
[[nodiscard]] QString shapeOfCall(const QString &method, const QString &path);

/// The same of a path with more than one reading, as it was sent: what makes it so stays.
/// "GET /v1/orders;{…}", "GET /v1/files/{…}%2Fparts".
[[nodiscard]] QString shapeOfUnreadable(const QString &method, const QString &rawPath);

} // namespace pc::platform
