// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

class QStyleOption;

namespace pc::views {

/// Colours of a push button in its state.
struct ButtonColors
{
    QColor fill; ///< invalid: none
    QColor border;
    QColor text;
    bool filled = false; ///< primary and danger: the focus ring needs a gap to be seen
};

[[nodiscard]] ButtonColors buttonColors(const Tokens &tokens, const QStyleOption *option,
                                        const QWidget *widget);

} // namespace pc::views
