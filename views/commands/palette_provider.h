// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QKeySequence>
#include <QList>
#include <QString>
#include <functional>

namespace pc::views {

/// One row of the palette.
struct PaletteItem
{
    QString id; ///< stable, for recency: "partner:prt_56be"
    QString title;
    QString detail; ///< quiet text at the end of the row
    Icon icon = Icon::None;
    QString keys = {};
    bool destructive = false;
    QString disabledReason = {};    ///< not empty: shown instead of the detail, the row does not run
    int score = 0;                  ///< from paletteScore(); higher is better
    std::function<void()> run = {}; ///< never empty
};

/// Where rows come from. Answers inline: about 50,000 names fit into a keystroke.
class PaletteProvider
{
public:
    PaletteProvider() = default;
    virtual ~PaletteProvider() = default;
    Q_DISABLE_COPY_MOVE(PaletteProvider)

    /// Heading over the rows, translated.
    [[nodiscard]] virtual QString section() const = 0;
    /// The prefix that restricts the palette to this provider ('>' commands, '#' audit); null for none.
    [[nodiscard]] virtual QChar prefix() const { return {}; }
    /// Best rows for the words typed, best first, at most `limit`. An empty query lists what is useful
    /// anyway.
    [[nodiscard]] virtual QList<PaletteItem> match(const QString &query, int limit) const = 0;
};

/// Ranks `text` for `query`: exact > prefix > word start > in order of letters; 0 when it does not match.
/// Every word of the query must match. Case and accents are ignored.
[[nodiscard]] int paletteScore(const QString &query, const QString &text);

} // namespace pc::views
