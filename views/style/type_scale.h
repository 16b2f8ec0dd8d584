// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QWidget;

namespace pc::views {

/// Steps of the type scale; pixel sizes at 100 %: 11, 12, 13, 15, 17, 20, 22; mono 13 and 12.
enum class TypeRole { Caption, Small, Body, Section, DialogTitle, PageTitle, Figure, Mono, MonoSmall };

/// Families and size factor; `font()` is the only place where fonts of the console are made.
struct TypeScale
{
    QString family = QStringLiteral("Inter");
    QString monoFamily = QStringLiteral("JetBrains Mono");
    qreal factor = 1.0; ///< system text size times the user's step

    [[nodiscard]] QFont font(TypeRole role, QFont::Weight weight = QFont::Normal) const;
    /// A length of the design (row, control) grown with the text, never below its size at 100 %.
    [[nodiscard]] int px(int designPixels) const;

    [[nodiscard]] static const TypeScale &of(const QWidget *widget);
};

} // namespace pc::views
