// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/commands/palette_provider.h"

#include "contract/rules/fold.h"

#include <QStringList>

namespace pc::views {

namespace {

int wordScore(const QString &word, const QString &text)
{
    if (word == text) {
        return 1000;
    }
    if (text.startsWith(word)) {
        return 800;
    }
    qsizetype at = text.indexOf(word);
    while (at >= 0) {
        if (!text.at(at - 1).isLetterOrNumber()) {
            return 600;
        }
        at = text.indexOf(word, at + 1);
    }
    if (text.contains(word)) {
        return 300;
    }
    // Letters in order; gaps cost, and too many of them are no match but an accident.
    qsizetype from = 0;
    int gaps = 0;
    for (const QChar c : word) {
        const qsizetype found = text.indexOf(c, from);
        if (found < 0) {
            return 0;
        }
        gaps += found > from && from > 0 ? 1 : 0;
        from = found + 1;
    }
    return word.size() >= 2 && gaps <= 3 ? 120 - gaps * 20 : 0;
}

} // namespace

int paletteScore(const QString &query, const QString &text)
{
    const QString whole = rules::fold(text);
    const QString typed = rules::fold(query);
    if (typed.isEmpty()) {
        return 1;
    }
    if (typed == whole) {
        return 2000;
    }
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int total = 0;
    for (const QString &word : words) {
        const int score = wordScore(word, whole);
        if (score == 0) {
            return 0;
        }
        total += score;
    }
    return total / static_cast<int>(words.size()) + (whole.startsWith(typed) ? 200 : 0);
}

} // namespace pc::views
