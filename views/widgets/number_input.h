// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/line_input.h"

#include <optional>

namespace pc::views {

/// The console's only number field. It keeps what was typed or pasted, reads both decimal marks, group marks
/// and digits of every script, and says what is wrong: it never clamps, rounds or rewrites.
class NumberInput final : public LineInput
{
    Q_OBJECT
public:
    /// `limit`: a row of rules::fieldLimits(), Whole or Decimal.
    NumberInput(const QString &name, const rules::FieldLimit &limit, QWidget *parent = nullptr);

    /// The number as typed, in range or not; nothing when the text is none (or has a fraction where a whole
    /// one is asked for).
    [[nodiscard]] std::optional<double> number() const;
    /// The same as a whole number; nothing too for what no 64-bit count can hold.
    [[nodiscard]] std::optional<qint64> whole() const;
    /// Shows a number. The text stays when it already reads as that number, or while somebody types.
    void showNumber(double number);

    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QString faultWhileTyping() const override { return {}; }
    [[nodiscard]] QString unreadText() const override;

private:
    const rules::FieldLimit &m_range;
};

} // namespace pc::views
