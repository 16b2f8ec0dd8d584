// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/writer_checks.h"

#include "platform/admin/api/revocation_backlog.h"

namespace pc::platform {

void watchWriters(Readiness &readiness, const AdminContext &context)
{
    readiness.add("store_writer", Readiness::Needs::Changes,
                  [&context] { return context.store.writingFor() < context.settings.writerPatience; });
    readiness.add("revocation_journal", Readiness::Needs::Changes, [&context] {
        return context.backlog.hasPlace() && context.backlog.writingFor() < context.settings.writerPatience;
    });
    readiness.add("quota_store", Readiness::Needs::Changes,
                  [&context] { return !context.counters.isBehind(); });
}

} // namespace pc::platform
