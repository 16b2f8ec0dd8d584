// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/session/operator_handlers.h"

#include "contract/rules/fold.h"
#include "platform/store/rows/admin_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

/// Names only, and only of those who may be made an owner; roles and sessions are the host's business.
AdminResult operatorList(const AdminCall &, Tx &tx)
{
    Page<Operator> page;
    const QList<OperatorRow> rows = operator_rows::all(tx);
    for (const OperatorRow &row : rows) {
        if (!row.disabledAt)
            page.items.append({row.account, row.displayName});
    }
    const auto key = [](const Operator &who) {
        return std::pair(pc::rules::fold(who.displayName), who.account);
    };
    std::sort(page.items.begin(), page.items.end(),
              [&key](const Operator &a, const Operator &b) { return key(a) < key(b); });
    page.count = page.items.size();
    return replyWith(page);
}

} // namespace pc::platform::handlers
