// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::app {

/// No core dumps and no reading of this process's memory by others of the same user: a partner's secret may
/// be in it for a moment.
void hardenProcess();

} // namespace pc::app
