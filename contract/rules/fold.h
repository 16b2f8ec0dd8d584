// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

/// How texts are compared when a person searches or sorts: one folding for every index, filter, list and
/// palette, on both sides. Pure.
namespace pc::rules {

/// The key of a text: Unicode NFKD, full case folding ("ß" = "ss", final sigma = sigma, dotless and dotted i
/// = i), marks dropped after Latin, Greek and Cyrillic letters only (elsewhere a mark is part of the
/// spelling), letters with a stroke as their base letter, characters that are not seen left out, white space
/// as one space. Folding a key again changes nothing.
[[nodiscard]] QString fold(QStringView text);

/// The words of a text, folded, in their order and with repetitions: runs of letters, numbers and marks.
/// Scripts that put no spaces between words (Han, Kana, Thai, Lao, Khmer, Myanmar) give their signs one by
/// one and every pair of neighbours, so that a part of a run is found. Neighbours with signs and no space
/// between them ("ops-2", "R&D") are a pair too, whatever the signs.
[[nodiscard]] QStringList indexWords(QStringView text);

/// What to ask an index of indexWords() for: every word must be there, as a beginning. Of a run without
/// spaces the pairs are asked for, a single sign by itself; so are the pairs of words that signs bind, which
/// must stand together. Empty when there is no word.
[[nodiscard]] QStringList queryWords(QStringView text);

/// True when every word of `query` begins a word of `text`, or the folded query stands in the folded text.
[[nodiscard]] bool foundIn(QStringView query, QStringView text);

} // namespace pc::rules
