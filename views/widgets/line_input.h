// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/field_input.h"

#include <QLineEdit>

namespace pc::rules {
struct FieldLimit;
}

namespace pc::views {

/// One line of text as it was typed or pasted. The rule of its field (contract/rules) is a message, never a
/// cut; Ctrl+Z belongs to the line only while there is typing to take back, then to the page.
class LineInput : public QLineEdit, public FieldInput
{
    Q_OBJECT
public:
    explicit LineInput(const QString &name, QWidget *parent = nullptr);
    /// `limit`: a row of rules::fieldLimits(), which live for ever. A list is one line as rules::listLine()
    /// writes it.
    LineInput(const QString &name, const rules::FieldLimit &limit, QWidget *parent = nullptr);

    /// The text as the API takes it: settled, identifiers without the spaces that a paste brings along.
    [[nodiscard]] QString value() const;
    /// The same for a list: no empty ones, none twice; none at all while a quotation mark is open. The very
    /// list that showValues() got as long as its text is untouched.
    [[nodiscard]] QStringList values() const;
    void showValues(const QStringList &values);
    /// Shows a value that came from elsewhere. Nothing happens when it stands there already or while
    /// somebody types.
    void showText(const QString &text);

    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QString faultWhileTyping() const override;
    /// Of a list: a line whose values cannot be told apart.
    [[nodiscard]] QString unreadText() const override;
    void setUnreadText(const QString &text) override { setText(text); }

protected:
    /// Somebody is in the middle of it: what a model says must not replace it.
    [[nodiscard]] bool isBeingTyped() const { return hasFocus() && isModified() && isUndoAvailable(); }
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void keepBaseline();

    const rules::FieldLimit *m_limit = nullptr;
    QStringList m_shown; ///< of showValues()
    QString m_shownText; ///< what stood in the line then
};

} // namespace pc::views
