// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace pc::models {

/// A share (0.28 = 28 %) as the language writes it: "0.7%" in English, "0,7 %" in German, with a space that
/// does not break. What is not nothing never reads as nothing ("<0.1%"), and what is not the whole never as
/// the whole. The one place in which shares are written.
[[nodiscard]] QString percentText(double share, int decimals, const QLocale &locale = QLocale());
/// The same with the decimals that the share needs: one below 10 %, none from there on.
[[nodiscard]] QString shareText(double share, const QLocale &locale = QLocale());
/// A moment with its zone, for cells and what is read aloud: "9 Jul 2026, 18:38 UTC", "9. Juli 2026, 18:38
/// UTC". Empty when there is none.
[[nodiscard]] QString utcText(const QDateTime &when, const QLocale &locale = QLocale());
/// How long something took: "0.4 ms", "12 ms", "1.2 s".
[[nodiscard]] QString tookText(qint64 micros, const QLocale &locale = QLocale());
/// A count for the plural of the word beside it, and for %n: those that are larger than an int count as the
/// largest.
[[nodiscard]] int forPlural(qint64 count);

} // namespace pc::models
