// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/exit_codes.h"

#include <array>

namespace pc {

std::span<const ExitCodeRow> exitCodes()
{
    static constexpr std::array table{
        ExitCodeRow{ExitCode::Done, "done"},
        ExitCodeRow{ExitCode::Failed, "refused, failed, or what was checked does not hold"},
        ExitCodeRow{ExitCode::Usage, "wrong usage; nothing was begun"},
        ExitCodeRow{ExitCode::Busy, "another process holds the data directory; nothing was done"},
        ExitCodeRow{ExitCode::Warned, "nothing that was checked fails, but some of it should be looked at"},
    };
    return table;
}

} // namespace pc
