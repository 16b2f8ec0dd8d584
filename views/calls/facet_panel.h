// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/popup_panel.h"

#include <QList>
#include <QStringList>

class QCheckBox;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace pc::views {

class Label;

/// What the calls of a filter fall upon in one field, most calls first, each with its count; what is ticked
/// is the condition. A line narrows what is listed, and stands for a value of its own where none fits.
class FacetPanel final : public PopupPanel
{
    Q_OBJECT
public:
    struct Choice
    {
        QString value;
        QString text;
        QString count; ///< empty: not known
        bool isChosen = false;
    };
    FacetPanel(const QString &title, QWidget *parent);

    void openUnder(const QWidget *anchor);
    /// What is listed; what was ticked here since stays so. `note`: what is not listed, or why nothing is.
    void setChoices(const QList<Choice> &choices, const QString &note);
    [[nodiscard]] QStringList values() const { return m_values; }

Q_SIGNALS:
    void valuesChosen(const QStringList &values);

private:
    void tick(const QString &value, bool isChosen);
    void narrow();
    void takeTyped();

    QLineEdit *m_search;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list;
    Label *m_note;
    QList<Choice> m_choices;
    QList<QCheckBox *> m_boxes;
    QStringList m_values;
    bool m_isTouched = false;
};

} // namespace pc::views
