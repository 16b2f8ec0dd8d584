// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

/// Numbers as people type and paste them, whatever their system is set to. Pure.
namespace pc::views {

struct NumberText
{
    enum class State { Empty, Number, NotANumber, NotWhole };
    State state = State::Empty;
    double value = 0; ///< of a Number or a NotWhole
    bool operator==(const NumberText &) const = default;
};

/// Reads decimal digits of any script, a sign, "." and "," and U+066B as decimal marks, and spaces,
/// apostrophes, U+066C, "." and "," between groups. Groups must be complete (three digits, or two and three
/// as in India). One "." or "," before exactly three digits is read as `locale` writes it; everything else
/// has one meaning only. `whole`: such a mark is a group's, and a value with a fraction is NotWhole.
[[nodiscard]] NumberText readNumber(const QString &text, bool whole, const QLocale &locale);

/// The shortest text that reads back as `value`: digits and the decimal mark of `locale`, no groups, so that
/// a digit can be added anywhere.
[[nodiscard]] QString writeNumber(double value, const QLocale &locale);

} // namespace pc::views
