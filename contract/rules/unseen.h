// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Characters that are not seen. Pure.
namespace pc::rules {

/// Default_Ignorable_Code_Point of Unicode that is a letter, a mark or a format character: takes part in no
/// picture of its own.
[[nodiscard]] bool isIgnorable(char32_t c);

/// The text without those of them that change nothing where they stand, so that two texts that look alike do
/// not differ by them. Kept are joiners behind letters of scripts that join or conjoin and between
/// pictographs, variation selectors behind what has variants, tags of a flag, break opportunities in scripts
/// without spaces, and direction marks in a text with letters that are written from the right.
[[nodiscard]] QString withoutIdle(const QString &text);

} // namespace pc::rules
