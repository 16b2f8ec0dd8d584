// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/underline_tabs.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/tabular_digits.h"
#include "views/style/type_scale.h"

#include <QEvent>
#include <QLocale>

#include <algorithm>

namespace pc::views {

namespace {
constexpr int tabSide = 12;
}

UnderlineTabs::UnderlineTabs(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0) {
            Q_EMIT currentIdChanged(tabId(index));
        }
    });
}

int UnderlineTabs::addTab(const QString &id, const QString &text, Counted counted)
{
    // Set the identifier before anybody hears of a new current tab.
    const QSignalBlocker blocker(this);
    const int index = QTabBar::addTab(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
    m_tabs.append({id, text, -1, counted == Counted::Yes});
    return index;
}

void UnderlineTabs::setCount(int index, int count)
{
    if (index < 0 || index >= m_tabs.size() || m_tabs.at(index).count == count) {
        return;
    }
    m_tabs[index].count = count;
    setAccessibleTabName(index, count < 0
                                    ? m_tabs.at(index).text
                                    : tr("%1, %2").arg(m_tabs.at(index).text, QLocale().toString(count)));
    relayout();
}

QString UnderlineTabs::tabId(int index) const
{
    return index >= 0 && index < m_tabs.size() ? m_tabs.at(index).id : QString();
}

int UnderlineTabs::indexOfId(const QString &id) const
{
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs.at(i).id == id) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

bool UnderlineTabs::setCurrentId(const QString &id)
{
    const int index = indexOfId(id);
    if (index >= 0) {
        setCurrentIndex(index);
    }
    return index >= 0;
}

QSize UnderlineTabs::tabSizeHint(int index) const
{
    const TypeScale &type = TypeScale::of(this);
    const QFontMetrics metrics(type.font(TypeRole::Body, QFont::Medium));
    int width = metrics.horizontalAdvance(m_tabs.value(index).text) + 2 * tabSide;
    const Tab tab = m_tabs.value(index);
    if (tab.counted || tab.count >= 0) {
        const int usual = tab.counted ? tabularWidth(type.font(TypeRole::Body, QFont::Medium),
                                                     QLocale().toString(88)) // any two digits
                                      : 0;
        const int own = tab.count >= 0 ? metrics.horizontalAdvance(QLocale().toString(tab.count)) : 0;
        width += std::max(usual, own) + 7;
    }
    return {width, type.px(36)};
}

QSize UnderlineTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void UnderlineTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    const TypeScale &type = TypeScale::of(this);
    const QFont font = type.font(TypeRole::Body, QFont::Medium);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const QPoint cursor = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect box = tabRect(i);
        const bool current = i == currentIndex();
        const bool hover = isTabEnabled(i) && underMouse() && box.contains(cursor);
        painter.setPen(!isTabEnabled(i) ? t.disabled : current ? t.text : t.text2);
        const Tab &tab = m_tabs.at(i);
        const int textWidth = metrics.horizontalAdvance(tab.text);
        const auto visual = [&](int left, int width) {
            return QStyle::visualRect(layoutDirection(), box,
                                      QRect(box.left() + left, box.top(), width, box.height() - 2));
        };
        painter.drawText(visual(tabSide, textWidth + 1), Qt::AlignCenter | Qt::TextSingleLine, tab.text);
        if (tab.count >= 0) {
            const QString number = QLocale().toString(tab.count);
            painter.setPen(current ? t.text2 : t.text3);
            painter.drawText(visual(tabSide + textWidth + 7, metrics.horizontalAdvance(number) + 1),
                             Qt::AlignCenter, number);
        }
        if (current || hover) {
            const QRect line(box.left() + tabSide - 2, box.bottom() - 1, box.width() - 2 * tabSide + 4, 2);
            paintBox(&painter, line, 1, current ? t.accent : t.borderStrong);
        }
        if (current && hasFocus()) {
            paintFocusRing(&painter, box.adjusted(3, 4, -3, -5), space::radiusSmall, t.accent);
        }
    }
}

void UnderlineTabs::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        relayout();
    }
}

void UnderlineTabs::mouseMoveEvent(QMouseEvent *event)
{
    QTabBar::mouseMoveEvent(event);
    update();
}

void UnderlineTabs::relayout()
{
    // QTabBar has no public call to measure again; setting the icon size is the documented one that does.
    const QSize size = iconSize();
    setIconSize(size + QSize(1, 0));
    setIconSize(size);
    updateGeometry();
    update();
}

} // namespace pc::views
