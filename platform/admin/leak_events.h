// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/admin_context.h"
#include "platform/core/leak_watch.h"

namespace pc::platform {

/// `credential.leak_seen` in the audit log: a living secret of ours was seen where it does not belong.
/// Queued; returns at once. Nobody's access is taken: whoever holds the secret could have put it there.
void recordLeak(AdminContext &context, const LeakSighting &sighting);

/// The body with every text in it redacted as what people write. Each is shown to `leaks` first, which may be
/// missing.
[[nodiscard]] QJsonObject withoutSecrets(const QJsonObject &body, LeakWatch *leaks,
                                         const LeakSighting &about);

/// Shows every text of a body that came over the socket of the data directory to the watch; `place` names the
/// act, `by` the caller.
void lookAtLocalBody(AdminContext &context, const HttpRequest &request, const QJsonObject &body,
                     const QString &place, const QString &by);

} // namespace pc::platform
