// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/field_input.h"

#include <QComboBox>

namespace pc::rules {
struct FieldLimit;
}

namespace pc::views {

/// One value of a long list that people find by typing: countries, time zones, operators. Typing shows what
/// contains the words, whatever their case and accents; Enter takes the only one that is left in sight. What
/// matches none of them stays as typed and is wrong, it is never replaced by something similar. An open list
/// only suggests: anything may be typed.
class ChoiceInput final : public QComboBox, public FieldInput
{
    Q_OBJECT
public:
    struct Choice
    {
        QString value;
        QString text;
        QStringList also = {}; ///< other words that find it, and mean it when typed in full
    };

    explicit ChoiceInput(const QString &name, QWidget *parent = nullptr);

    /// Keeps the text that stands in the field.
    void setChoices(const QList<Choice> &choices);
    /// What is said when the text matches nothing.
    void setUnknownText(const QString &text) { m_unknown = text; }
    /// False for a list that only suggests, or that is not known (yet): the value is what was typed.
    void setClosed(bool closed) { m_closed = closed; }
    /// What a text of an open list must keep to: a row of rules::fieldLimits().
    void setLimit(const rules::FieldLimit &limit) { m_limit = &limit; }

    /// The value of the choice whose text, value or other word was typed or picked; else, and in an open list
    /// always, the text itself.
    [[nodiscard]] QString value() const;
    [[nodiscard]] bool isKnown() const { return find() >= 0; }
    /// Shows the text of a value; a value that no choice has is shown as it is.
    void showValue(const QString &value);

    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QString faultWhileTyping() const override;
    [[nodiscard]] QString unreadText() const override;
    void setUnreadText(const QString &text) override { setEditText(text); }

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int find() const;
    void takeOnlyMatch();
    void showBeginning();

    QList<Choice> m_choices;
    QString m_unknown;
    bool m_closed = true;
    const rules::FieldLimit *m_limit = nullptr;
};

} // namespace pc::views
