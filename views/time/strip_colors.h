// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

namespace pc::views {

/// How a bar is drawn: grey is usual, blue is chosen, red needs somebody.
struct StripColors
{
    QColor usual;    ///< all
    QColor matching; ///< of them, what answers the filter, where that is less than all
    QColor refused;
    QColor chosen;
    QColor chosenMatching;
    QColor band; ///< behind the chosen bars

    [[nodiscard]] static StripColors of(const Tokens &tokens);
};

} // namespace pc::views
