// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_colors.h"

#include <cmath>

namespace pc::views {

namespace {

QColor blended(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) {
        return static_cast<int>(std::lround(x * share + y * (1 - share)));
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

StripColors StripColors::of(const Tokens &tokens)
{
    StripColors colors;
    colors.usual = tokens.highContrast ? tokens.text : blended(tokens.borderStrong, tokens.track, 0.42);
    colors.matching = tokens.highContrast ? tokens.text : tokens.text3;
    colors.refused = tokens.errors;
    colors.chosen = tokens.served;
    colors.chosenMatching = blended(tokens.served, tokens.text, 0.6);
    colors.band = tokens.selection;
    return colors;
}

} // namespace pc::views
