// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"

#include <functional>
#include <memory>

namespace pc::platform {

/// Key and If-Match of a write; 400 without a key, 409 while the same one is under way.
[[nodiscard]] AdminExpected<std::shared_ptr<WriteCall>> beginWrite(const AdminCall &call);
/// The middle of every write, in its transaction: replay of a known key, If-Match required, act, remember,
/// and after the commit publish and tell the feed. Rolls back unless something was changed, or
/// refused for good (closed_meanwhile).
[[nodiscard]] AdminResult carryOut(const std::shared_ptr<WriteCall> &call, Tx &tx,
                                   const std::function<AdminResult(WriteCall &, Tx &)> &act);

} // namespace pc::platform
