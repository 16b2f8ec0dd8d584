// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

#include <QList>
#include <QWidget>

#include <utility>

namespace pc::models {
class GrantEditor;
}

namespace pc::views {

class DateInput;
class FormField;
class LineInput;
class NumberInput;

/// The limits by which one partner deviates from its plan, from and until when, and why. Every key goes into
/// the GrantEditor as it was typed; the editor never writes into the field that somebody types in. A text
/// that stands for no value is staged as "no value" (-1, an invalid time), so that it counts as an edit, and
/// is refused by validate().
class OverrideForm final : public QWidget
{
    Q_OBJECT
public:
    explicit OverrideForm(models::GrantEditor &editor, QWidget *parent = nullptr);

    /// Shows what is staged.
    void showEdit();
    /// Shows errors at wrong fields; true when all are fine.
    bool validate();
    /// The field of this member of a GrantEdit (a JSON pointer); nullptr for others.
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const;
    /// Every number and time stands for a value: what they lead to can be said.
    [[nodiscard]] bool isReadable() const;

private:
    void build();
    void wire();
    void push();
    [[nodiscard]] QString endFault() const;

    models::GrantEditor &m_editor;
    bool m_showing = false; ///< fields are being filled from the editor, not edited
    NumberInput *m_quota;
    NumberInput *m_rate;
    NumberInput *m_burst;
    DateInput *m_from;
    DateInput *m_until;
    LineInput *m_reason;
    QList<std::pair<QString, FormField *>> m_fields; ///< by the JSON pointer of their member
};

} // namespace pc::views
