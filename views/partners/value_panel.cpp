// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/value_panel.h"

#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/label.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ValuePanel::ValuePanel(const QString &title, const QList<Choice> &choices, QWidget *parent)
    : PopupPanel(parent)
{
    setObjectName(u"valuePanel"_s);
    setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::s);
    layout->setSpacing(space::s);
    auto *heading = new Label(title, TypeRole::Small, Tone::Muted);
    heading->setWeight(QFont::DemiBold);
    layout->addWidget(heading);
    for (const Choice &choice : choices) {
        auto *box = new QCheckBox(choice.text);
        box->setObjectName(u"value_%1"_s.arg(choice.value));
        box->setChecked(choice.checked);
        layout->addWidget(box);
        m_boxes.append(box);
        m_values.append(choice.value);
        connect(box, &QCheckBox::toggled, this, [this] { Q_EMIT valuesChanged(values()); });
    }
    auto *clear = makeButton(u"clearValues"_s, tr("Clear"), Icon::None, ButtonKind::Ghost, this);
    layout->addWidget(clear, 0, Qt::AlignTrailing);
    connect(clear, &QPushButton::clicked, this, [this] {
        for (QCheckBox *box : std::as_const(m_boxes))
            box->setChecked(false);
        close();
    });
    setMinimumWidth(200);
}

QList<int> ValuePanel::values() const
{
    QList<int> checked;
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i]->isChecked())
            checked.append(m_values[i]);
    return checked;
}

void ValuePanel::openUnder(const QWidget *anchor)
{
    PopupPanel::openUnder(anchor, m_boxes.isEmpty() ? nullptr : m_boxes.constFirst());
}

} // namespace pc::views
