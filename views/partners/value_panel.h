// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/popup_panel.h"

#include <QList>
#include <QString>

class QCheckBox;

namespace pc::views {

/// The small panel that edits a filter chip: one check box per value. Opens under a widget, closes with Esc
/// or a click elsewhere.
class ValuePanel final : public PopupPanel
{
    Q_OBJECT
public:
    struct Choice
    {
        int value = 0;
        QString text;
        bool checked = false;
    };
    ValuePanel(const QString &title, const QList<Choice> &choices, QWidget *parent);

    void openUnder(const QWidget *anchor);
    [[nodiscard]] QList<int> values() const;

Q_SIGNALS:
    void valuesChanged(const QList<int> &values);

private:
    QList<QCheckBox *> m_boxes;
    QList<int> m_values;
};

} // namespace pc::views
