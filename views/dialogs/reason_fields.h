// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace pc::views {

class ChoiceInput;
class FormField;
class LineInput;

/// What stands in ReasonFields.
struct TypedReason
{
    QString reason;
    QString ticket;
};

/// Reason and ticket, as every act carries them: the same fields and the same rules in every dialog.
class ReasonFields final : public QWidget
{
    Q_OBJECT
public:
    /// Suggestions may be picked, anything may be typed.
    explicit ReasonFields(const QStringList &suggestions, QWidget *parent = nullptr);

    /// Whether a reason must be given (rules::reasonNeed).
    void setRequired(bool required);
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString ticket() const;
    [[nodiscard]] TypedReason typed() const { return {reason(), ticket()}; }
    void showTyped(const TypedReason &typed);
    /// "/reason" and "/ticket"; nullptr for others.
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const;
    [[nodiscard]] QList<FormField *> fields() const { return {m_reasonField, m_ticketField}; }

private:
    bool m_required = false;
    ChoiceInput *m_reason;
    LineInput *m_ticket;
    FormField *m_reasonField;
    FormField *m_ticketField;
};

} // namespace pc::views
