// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::views {

/// An input that knows what is wrong with its own text. A FormField asks it before its own rule. No input
/// ever changes a text to make it right: it keeps what was typed, and says why it cannot be taken.
class FieldInput
{
public:
    FieldInput() = default;
    virtual ~FieldInput() = default;
    Q_DISABLE_COPY_MOVE(FieldInput)

    /// Why the text cannot be taken as it stands; empty when it can.
    [[nodiscard]] virtual QString fault() const = 0;
    /// The part of it that more typing does not mend (too long): said at once, not on leaving.
    [[nodiscard]] virtual QString faultWhileTyping() const { return {}; }
    /// The text when it stands for no value ("31 Feb"), so that a draft can keep it; empty otherwise.
    [[nodiscard]] virtual QString unreadText() const { return {}; }
    /// Puts such a text back.
    virtual void setUnreadText(const QString &text) = 0;
};

} // namespace pc::views
