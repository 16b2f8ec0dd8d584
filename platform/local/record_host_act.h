// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/operators/host_acts.h"

#include <tl/expected.hpp>

namespace pc::platform {
struct StoppedStore;
}

namespace pc::platform::host_acts {

/// For a stopped service whose history is not accepted, so that nothing may be written into its store: keeps
/// a revocation in the side journal. In force from the next start on, and in the audit log once the history
/// is accepted. The error is a sentence. Blocking.
[[nodiscard]] tl::expected<void, QString> keepForLater(const StoppedStore &stopped,
                                                       const JournalEntry &entry);

/// Records an act of a command: over the socket of the service that runs on the directory, else in the store
/// itself. False, and nothing is recorded, when it is for a gateway that is known (HostAct::onlyIfKnown) and
/// nobody knows it. The error is a sentence. Blocking.
[[nodiscard]] tl::expected<bool, QString> recordFromCommand(const QString &dataDirectory, const HostAct &act);

} // namespace pc::platform::host_acts
