// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/time_scroll_bar.h"

#include "views/style/space.h"
#include "views/style/tokens.h"
#include "views/widgets/label.h"

#include <QCoreApplication>
#include <QStyleOptionSlider>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

/// Steps of the whole list: finer than the pixels of any screen, and few enough for an int beside a page.
constexpr int wholeList = 1'000'000;

} // namespace

TimeScrollBar::TimeScrollBar(QWidget *scrolled, QWidget *parent)
    : QScrollBar(Qt::Vertical, parent), m_scrolled(scrolled), m_places(this),
      m_label(new Label({}, TypeRole::Small, Tone::OnFill, this))
{
    setObjectName(u"timeScrollBar"_s);
    setAccessibleName(tr("Place in the whole list"));
    setFocusPolicy(Qt::NoFocus); // keys are the table's
    setRange(0, 0);
    m_label->setObjectName(u"timeScrollLabel"_s);
    m_label->setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    m_label->setAttribute(Qt::WA_ShowWithoutActivating);
    m_label->setAutoFillBackground(true);
    m_label->setMargin(space::xs + 2);
    m_label->hide();
    connect(&m_places, &LatestOnly::passed, this,
            [this](const QVariant &place) { Q_EMIT placeRequested(place.toDouble()); });
    connect(this, &QAbstractSlider::sliderReleased, m_label, &QWidget::hide);
}

void TimeScrollBar::setPlace(double fraction, double visible)
{
    if (isSliderDown())
        return;
    m_setting = true;
    const double part = std::clamp(visible, 0.0, 1.0);
    // The thumb is as long as what is seen, where it can be; the range is what is not.
    const int page = std::clamp(static_cast<int>(std::lround(part * wholeList)), 1, wholeList);
    setPageStep(page);
    setSingleStep(std::max(1, page / 20));
    setRange(0, wholeList - page);
    setValue(static_cast<int>(std::lround(std::clamp(fraction, 0.0, 1.0) * maximum())));
    m_setting = false;
}

double TimeScrollBar::place() const
{
    return maximum() > 0 ? static_cast<double>(sliderPosition()) / maximum() : 0.0;
}

void TimeScrollBar::sliderChange(SliderChange change)
{
    QScrollBar::sliderChange(change);
    if (change != SliderValueChange || m_setting)
        return;
    m_places.put(place());
    if (isSliderDown())
        showLabel();
}

void TimeScrollBar::mouseReleaseEvent(QMouseEvent *event)
{
    QScrollBar::mouseReleaseEvent(event);
    m_places.flush(); // it was let go, or clicked by the page
}

void TimeScrollBar::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_scrolled, event);
    event->accept();
}

void TimeScrollBar::showLabel()
{
    const QString text = m_text ? m_text(place()) : QString();
    m_label->setText(text);
    m_label->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QPalette colors = m_label->palette();
    colors.setColor(QPalette::Window, Tokens::of(this).toastBg);
    m_label->setPalette(colors);
    m_label->adjustSize();
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect thumb =
        style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
    const int x = isRightToLeft() ? width() + space::xs : -space::xs - m_label->width();
    m_label->move(mapToGlobal(QPoint(x, thumb.center().y() - m_label->height() / 2)));
}

} // namespace pc::views
