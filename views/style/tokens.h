// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace pc::views {

/// What a piece of text or an icon says by its colour. Colour marks exceptions: use Text/Muted unless
/// something is wrong.
enum class Tone { Text, Muted, Faint, Disabled, Accent, Ok, Warn, Bad, Info, Neutral, Sandbox, OnFill };

/// The tinted kinds of badges, banners and cards.
enum class Severity { Neutral, Ok, Warn, Bad, Info, Sandbox };

/// Foreground and background of one tinted kind.
struct SeverityColors
{
    QColor fg;
    QColor bg;
};

/// The one table of colours. Values are those of the design; tests/views proves the contrast of every pair.
struct Tokens
{
    bool dark = false;
    bool highContrast = false; ///< system palette, 2 px borders, no tinted badges

    QColor window, sidebar, surface, alt, hover;
    QColor border, rowLine, borderStrong;
    QColor controlEdge; ///< edge of buttons whose text already says what they are
    QColor text, text2, text3, disabled;
    QColor accent, accentFill, accentFillHover, onFill;
    QColor selection, selectionInactive;
    SeverityColors ok, warn, bad, info, neutral, sandbox;
    QColor warnBar, badFill, badFillHover, sandboxStrip;
    QColor diffAdd, diffDel;
    QColor toastBg, toastText, toastAction;
    QColor scrim;
    QColor track; ///< unfilled part of bars and of the stage glyph
    /// Chart outcomes (also draw dashed / dotted, never colour alone) and up to five categories.
    QColor served, throttled, errors;
    QColor category[5];

    [[nodiscard]] static Tokens light();
    [[nodiscard]] static Tokens darkTheme();
    /// High contrast: every colour from the system palette.
    [[nodiscard]] static Tokens fromPalette(const QPalette &palette);

    /// Tokens of the style that draws `widget` (nullptr: of the application's style); light ones under a
    /// foreign style.
    [[nodiscard]] static const Tokens &of(const QWidget *widget);

    [[nodiscard]] QColor color(Tone tone) const;
    [[nodiscard]] SeverityColors severity(Severity which) const;
    /// Border for a card tinted with `which`: its foreground, softened.
    [[nodiscard]] QColor severityBorder(Severity which) const;
    /// The Qt palette that goes with these tokens.
    [[nodiscard]] QPalette palette() const;
};

/// WCAG 2 contrast ratio, 1 to 21, of two opaque colours.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace pc::views
