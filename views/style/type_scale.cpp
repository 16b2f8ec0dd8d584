// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/type_scale.h"

#include "views/style/console_style.h"

#include <QApplication>
#include <QWidget>
#include <cmath>

namespace pc::views {

namespace {

qreal designSize(TypeRole role)
{
    switch (role) {
    case TypeRole::Caption:
        return 11;
    case TypeRole::Small:
        return 12;
    case TypeRole::Body:
        return 13;
    case TypeRole::Section:
        return 15;
    case TypeRole::DialogTitle:
        return 17;
    case TypeRole::PageTitle:
        return 20;
    case TypeRole::Figure:
        return 22;
    case TypeRole::Mono:
        return 13;
    case TypeRole::MonoSmall:
        return 12;
    }
    return 13;
}

} // namespace

QFont TypeScale::font(TypeRole role, QFont::Weight weight) const
{
    const bool mono = role == TypeRole::Mono || role == TypeRole::MonoSmall;
    // Named fallbacks first, then whatever fontconfig has for the script.
    QFont font(mono ? QStringList{monoFamily, QStringLiteral("monospace")}
                    : QStringList{family, QStringLiteral("Noto Sans Arabic"), QStringLiteral("sans-serif")});
    font.setPixelSize(std::max(9, static_cast<int>(std::lround(designSize(role) * factor))));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    if (mono) {
        font.setStyleHint(QFont::Monospace);
        font.setFixedPitch(true);
    }
    return font;
}

int TypeScale::px(int designPixels) const
{
    return factor <= 1.0 ? designPixels : static_cast<int>(std::lround(designPixels * factor));
}

const TypeScale &TypeScale::of(const QWidget *widget)
{
    static const TypeScale fallback;
    const QStyle *style = widget != nullptr ? widget->style() : QApplication::style();
    const auto *console = qobject_cast<const ConsoleStyle *>(style);
    return console != nullptr ? console->theme().type : fallback;
}

} // namespace pc::views
