// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace pc::models {

/// A share (0.28 = 28 %) as the language writes it: "0.7%" in English, "0,7 %" in German, with a space that
/// does not break. The one place in which shares are written.
[[nodiscard]] QString percentText(double share, int decimals, const QLocale &locale = QLocale());

} // namespace pc::models
