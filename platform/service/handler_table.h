// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

#include <QSet>
#include <QString>

namespace pc::platform::handlers {

[[nodiscard]] OperationHandler handlerOf(Op op);
/// The names of operations that may take access of partners away.
[[nodiscard]] QSet<QString> narrowingOperations();

} // namespace pc::platform::handlers
