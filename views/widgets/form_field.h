// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>
#include <functional>

class QVBoxLayout;

namespace pc::views {

class FieldInput;
class Label;
class IconLabel;

/// Label, editor and message. The message appears under the field with an icon, cause and remedy, and the
/// editor's border changes too. Validation: on leaving and on submit, then live while wrong.
class FormField : public QWidget
{
    Q_OBJECT
public:
    /// Answers the text of the error, or an empty string when the value is fine.
    using Rule = std::function<QString()>;

    /// Takes ownership of \p editor (LineInput, NumberInput, DateInput, ChoiceInput, TextInput, ... or a
    /// composite widget whose focus proxy is one of them).
    FormField(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *editor() const { return m_editor; }
    /// The editor, or its focus proxy, as an input that knows its own faults; nullptr for others.
    [[nodiscard]] FieldInput *input() const;
    void setRequired(bool required);   ///< writes "(required)" after the label
    void setHint(const QString &hint); ///< quiet text under the field while nothing is wrong
    void setRule(Rule rule);

    /// Runs the rule and shows the outcome; without one every value is fine, whatever was told of it.
    bool validate();
    /// The value changed without anybody typing here (undo, a button of a composite): an error that stands is
    /// judged again; none appears.
    void judgeAgain();
    /// The form changed elsewhere, and the rule may look at that: an error that the rule gave is judged
    /// again.
    void formEdited();
    /// An error from elsewhere (a field error of the service); stays until the value is edited.
    void setError(const QString &error);
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool hasError() const { return !m_error.isEmpty(); }

    /// Gives the editor the focus and scrolls the field into sight, with its message.
    void showItself();
    /// Validates all, focuses the first wrong one; true when all are fine.
    static bool validateAll(const QList<FormField *> &fields);

Q_SIGNALS:
    /// error() is another one.
    void errorChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void watchEditor();
    [[nodiscard]] QString fault() const;
    void edited();
    void validateWhenReleased();
    void showState();
    /// One line is kept free under every field, so that nothing moves when a message appears; as many as the
    /// hint has, when the message stands in its place.
    void keepHintRoom();

    Label *m_label;
    QWidget *m_editor;
    QWidget *m_watched = nullptr; ///< what has the focus when the editor has it
    QWidget *m_messageRow;
    IconLabel *m_messageIcon;
    Label *m_message;
    QString m_labelText;
    QString m_hint;
    QString m_error;
    QString m_shownError;
    bool m_told = false; ///< the error is from elsewhere: no rule of here knows whether it is mended
    Rule m_rule;
    bool m_required = false;
};

} // namespace pc::views
