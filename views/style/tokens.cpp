// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/tokens.h"

#include "views/style/console_style.h"

#include <QApplication>
#include <QWidget>
#include <cmath>

namespace pc::views {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto blend = [share](int x, int y) {
        return static_cast<int>(std::lround(x * share + y * (1 - share)));
    };
    return {blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue())};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

Tokens Tokens::light()
{
    Tokens t;
    t.window = rgb(0xF6F7F9), t.sidebar = rgb(0xEDEFF3), t.surface = rgb(0xFFFFFF), t.alt = rgb(0xFAFBFC);
    t.hover = rgb(0xF0F3F8), t.border = rgb(0xDCE1E8), t.rowLine = rgb(0xEBEEF3),
    t.borderStrong = rgb(0x7F8898);
    t.controlEdge = rgb(0xD3D9E2);
    t.text = rgb(0x171B24), t.text2 = rgb(0x465063), t.text3 = rgb(0x5B6577), t.disabled = rgb(0x9AA3B2);
    t.accent = rgb(0x3457D5), t.accentFill = rgb(0x3457D5), t.accentFillHover = rgb(0x2A48B8);
    t.onFill = rgb(0xFFFFFF);
    t.selection = rgb(0xDFE6FC), t.selectionInactive = rgb(0xE8ECF7);
    t.ok = {rgb(0x136238), rgb(0xDDF3E5)}, t.warn = {rgb(0x734600), rgb(0xFCEFD0)};
    t.bad = {rgb(0xA31621), rgb(0xFCE4E5)}, t.info = {rgb(0x1B5785), rgb(0xDDEEFB)};
    t.neutral = {rgb(0x465063), rgb(0xE9ECF1)}, t.sandbox = {rgb(0x5B3BA8), rgb(0xECE6FB)};
    t.warnBar = rgb(0xC77700), t.badFill = rgb(0xC4232F), t.badFillHover = rgb(0xA31621);
    t.sandboxStrip = rgb(0x6B46C8);
    t.diffAdd = rgb(0xE3F6EA), t.diffDel = rgb(0xFDE8E9);
    t.toastBg = rgb(0x1F2533), t.toastText = rgb(0xF2F4F9), t.toastAction = rgb(0xA9BAFF);
    t.scrim = QColor(23, 27, 36, 70);
    t.track = rgb(0xE3E7EE);
    t.served = rgb(0x3457D5), t.throttled = rgb(0xB86E00), t.errors = rgb(0xC4232F);
    const unsigned categories[5] = {0x3457D5, 0xC2571A, 0x5A1E4A, 0x1FA08A, 0x9B6FD6};
    for (int i = 0; i < 5; ++i) {
        t.category[i] = rgb(categories[i]);
    }
    return t;
}

Tokens Tokens::darkTheme()
{
    Tokens t;
    t.dark = true;
    t.window = rgb(0x14171D), t.sidebar = rgb(0x101318), t.surface = rgb(0x1B1F27), t.alt = rgb(0x1E222B);
    t.hover = rgb(0x242A36), t.border = rgb(0x2E3542), t.rowLine = rgb(0x252B36),
    t.borderStrong = rgb(0x737D90);
    t.controlEdge = rgb(0x444C5B);
    t.text = rgb(0xE8EBF1), t.text2 = rgb(0xB6BECC), t.text3 = rgb(0x98A2B3), t.disabled = rgb(0x5C6575);
    t.accent = rgb(0x8BA3FF), t.accentFill = rgb(0x4666E5), t.accentFillHover = rgb(0x3D5CDB);
    t.onFill = rgb(0xFFFFFF);
    t.selection = rgb(0x28345E), t.selectionInactive = rgb(0x252C40);
    t.ok = {rgb(0x7FD8A2), rgb(0x16321F)}, t.warn = {rgb(0xF2C063), rgb(0x3A2C10)};
    t.bad = {rgb(0xFF9AA0), rgb(0x431A1E)}, t.info = {rgb(0x86C5F4), rgb(0x142F47)};
    t.neutral = {rgb(0xB6BECC), rgb(0x2A303C)}, t.sandbox = {rgb(0xC3AEFF), rgb(0x2C2450)};
    t.warnBar = rgb(0xD99A2B), t.badFill = rgb(0xCF3A43), t.badFillHover = rgb(0xB92F38);
    t.sandboxStrip = rgb(0x7C5CE0);
    t.diffAdd = rgb(0x15301F), t.diffDel = rgb(0x3E1A1E);
    t.toastBg = rgb(0x2E3542), t.toastText = rgb(0xF2F4F9), t.toastAction = rgb(0xA9BAFF);
    t.scrim = QColor(6, 8, 12, 150);
    t.track = rgb(0x2F3644);
    t.served = rgb(0x8BA3FF), t.throttled = rgb(0xF0B44A), t.errors = rgb(0xFF8A91);
    const unsigned categories[5] = {0x8BA3FF, 0xD9722E, 0xB0528A, 0x7DE8DA, 0xD8C9A8};
    for (int i = 0; i < 5; ++i) {
        t.category[i] = rgb(categories[i]);
    }
    return t;
}

Tokens Tokens::fromPalette(const QPalette &p)
{
    const QColor ground = p.color(QPalette::Base);
    const QColor ink = p.color(QPalette::Text);
    Tokens t = luminance(ground) < 0.18 ? darkTheme() : light();
    t.highContrast = true;
    t.window = t.sidebar = t.surface = t.alt = ground;
    t.hover = mix(ink, ground, 0.12);
    t.border = t.rowLine = t.borderStrong = t.controlEdge = t.text = t.text2 = t.text3 = ink;
    t.selection = t.selectionInactive = mix(p.color(QPalette::Highlight), ground, 0.25);
    for (SeverityColors *severity : {&t.ok, &t.warn, &t.bad, &t.info, &t.neutral, &t.sandbox}) {
        *severity = {ink, ground};
    }
    t.diffAdd = t.diffDel = ground;
    return t;
}

const Tokens &Tokens::of(const QWidget *widget)
{
    static const Tokens fallback = light();
    const QStyle *style = widget != nullptr ? widget->style() : QApplication::style();
    const auto *console = qobject_cast<const ConsoleStyle *>(style);
    return console != nullptr ? console->theme().tokens : fallback;
}

QColor Tokens::color(Tone tone) const
{
    switch (tone) {
    case Tone::Text:
        return text;
    case Tone::Muted:
        return text2;
    case Tone::Faint:
        return text3;
    case Tone::Disabled:
        return disabled;
    case Tone::Accent:
        return accent;
    case Tone::Ok:
        return ok.fg;
    case Tone::Warn:
        return warn.fg;
    case Tone::Bad:
        return bad.fg;
    case Tone::Info:
        return info.fg;
    case Tone::Neutral:
        return neutral.fg;
    case Tone::Sandbox:
        return sandbox.fg;
    case Tone::OnFill:
        return onFill;
    }
    return text;
}

SeverityColors Tokens::severity(Severity which) const
{
    switch (which) {
    case Severity::Neutral:
        return neutral;
    case Severity::Ok:
        return ok;
    case Severity::Warn:
        return warn;
    case Severity::Bad:
        return bad;
    case Severity::Info:
        return info;
    case Severity::Sandbox:
        return sandbox;
    }
    return neutral;
}

QColor Tokens::severityBorder(Severity which) const
{
    const SeverityColors c = severity(which);
    return highContrast ? c.fg : mix(c.fg, c.bg, dark ? 0.34 : 0.28);
}

QPalette Tokens::palette() const
{
    QPalette p;
    const auto all = [&p](QPalette::ColorRole role, const QColor &c) { p.setColor(QPalette::All, role, c); };
    all(QPalette::Window, window), all(QPalette::WindowText, text), all(QPalette::Base, surface);
    all(QPalette::AlternateBase, alt), all(QPalette::Text, text), all(QPalette::Button, surface);
    all(QPalette::ButtonText, text), all(QPalette::BrightText, onFill), all(QPalette::PlaceholderText, text3);
    all(QPalette::Highlight, selection), all(QPalette::HighlightedText, text), all(QPalette::Link, accent);
    all(QPalette::LinkVisited, accent), all(QPalette::ToolTipBase, toastBg),
        all(QPalette::ToolTipText, toastText);
    all(QPalette::Light, surface), all(QPalette::Midlight, rowLine), all(QPalette::Mid, border);
    all(QPalette::Dark, borderStrong), all(QPalette::Shadow, QColor(0, 0, 0));
    p.setColor(QPalette::Inactive, QPalette::Highlight, selectionInactive);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText}) {
        p.setColor(QPalette::Disabled, role, disabled);
    }
    return p;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace pc::views
