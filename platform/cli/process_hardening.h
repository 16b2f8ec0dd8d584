// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::platform {

/// For a process that holds secrets in memory: no core dumps, not traceable by other processes of the same
/// user, new files private (umask 077), a write to a closed connection is an error and not the end. Raises
/// the number of open files to what the system allows. Call before any thread starts.
void hardenProcess();

} // namespace pc::platform
