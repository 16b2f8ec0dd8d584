// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/value_panel.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/button_keys.h"
#include "views/widgets/buttons.h"
#include "views/widgets/focus_guard.h"
#include "views/widgets/label.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

ValuePanel::ValuePanel(const QString &title, const QList<Choice> &choices, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint), m_focus(new FocusGuard(this))
{
    setObjectName(u"valuePanel"_s);
    setAccessibleName(title);
    setAttribute(Qt::WA_DeleteOnClose);
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
    adjustSize();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + space::xs));
    if (layoutDirection() == Qt::RightToLeft)
        at.rx() += anchor->width() - width();
    const QRect area = anchor->screen()->availableGeometry();
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width())));
    move(at);
    show();
    if (!m_boxes.isEmpty())
        m_boxes.first()->setFocus(Qt::PopupFocusReason);
}

bool ValuePanel::focusNextPrevChild(bool next)
{
    return m_focus->move(next);
}

void ValuePanel::keyPressEvent(QKeyEvent *event)
{
    if (!pressWithEnter(event, focusWidget()))
        QFrame::keyPressEvent(event);
}

void ValuePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Tokens::of(this);
    painter.fillRect(rect(), tokens.surface);
    painter.setPen(tokens.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace pc::views
