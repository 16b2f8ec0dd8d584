// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::models {
class CallListModel;
}

namespace pc::views {

class PcTableView;

/// The table of calls, with the columns that most cases need shown and the others a click away.
[[nodiscard]] PcTableView *makeCallTable(models::CallListModel &list);

} // namespace pc::views
