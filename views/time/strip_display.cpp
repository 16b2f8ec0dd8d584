// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_display.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/time/strip_painter.h"
#include "views/time/strip_words.h"
#include "views/widgets/buttons.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::TimeSpan;

namespace {

constexpr int silentMs = 300; ///< nothing is shown of a shorter wait

} // namespace

StripDisplay::StripDisplay(Counted counted, QWidget *parent)
    : QWidget(parent), m_zoom(this), m_counted(counted),
      m_retry(makeButton(u"stripRetry"_s, tr("Retry"), Icon::Refresh, ButtonKind::Ghost, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(counted == Counted::Events ? tr("Events over time") : tr("Calls over time"));
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, &StripDisplay::retryRequested);
    m_working.setSingleShot(true);
    m_working.setInterval(silentMs);
    connect(&m_working, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&m_zoom, &StripZoom::changed, this, [this] {
        m_bar = -1;
        layOut();
    });
}

StripDisplay::~StripDisplay() = default;

void StripDisplay::setHistogram(const TimeHistogram &histogram)
{
    m_layer.setHistogram(histogram);
    m_choice.setBars(histogram);
    m_zoom.setCounted({histogram.from, histogram.to});
    if (m_bar >= m_layer.buckets())
        m_bar = -1;
    setState(State::Ready);
    layOut();
}

void StripDisplay::setState(State state)
{
    if (state == State::Loading && m_state != State::Loading)
        m_working.start();
    m_state = state;
    m_retry->setVisible(state == State::Failed);
    layOut();
}

void StripDisplay::setZone(const QTimeZone &zone)
{
    m_layer.setZone(zone);
    update();
}

void StripDisplay::setPreview(const std::optional<TimeSpan> &span)
{
    m_preview = span;
    update();
}

void StripDisplay::setMarks(const QList<StripMark> &marks)
{
    m_marks.setMarks(marks);
    m_mark = -1;
    if (!marks.isEmpty() && !m_hasMarkRow)
        setHasMarkRow(true);
    layOut();
}

void StripDisplay::setHasMarkRow(bool has)
{
    m_hasMarkRow = has;
    m_layer.invalidate();
    updateGeometry();
    layOut();
}

void StripDisplay::setCorner(QWidget *corner)
{
    delete m_corner;
    m_corner = corner;
    corner->setParent(this);
    corner->show();
    layOut();
}

TimeSpan StripDisplay::shownSelection() const
{
    return m_choice.span() ? *m_choice.span() : m_preview.value_or(m_selection);
}

models::TimeFrame StripDisplay::frame() const
{
    const TimeHistogram &histogram = m_layer.histogram();
    const QDateTime now = histogram.asOf.isValid() ? histogram.asOf
                          : histogram.to.isValid() ? histogram.to
                                                   : QDateTime::currentDateTimeUtc();
    return {now, m_layer.zone(), QLocale()};
}

QString StripDisplay::cursorSentence() const
{
    if (m_mark >= 0) {
        const StripMark &mark = m_marks.marks().at(m_mark);
        return mark.toolTip.isEmpty() ? mark.text : mark.toolTip;
    }
    return barSentence(m_counted, m_layer, m_bar, frame());
}

QString StripDisplay::caption() const
{
    if (m_state == State::Failed)
        return m_counted == Counted::Events ? tr("The events could not be counted.")
                                            : tr("The calls could not be counted.");
    if (m_choice.span())
        return choiceSentence(m_counted, m_layer, *m_choice.span(), frame());
    if (const QString text = cursorSentence(); !text.isEmpty())
        return text;
    if (m_layer.buckets() == 0)
        return m_state == State::Loading && !m_working.isActive() ? tr("Counting…") : QString();
    if (m_layer.highest() == 0)
        return m_counted == Counted::Events ? tr("No events in this time") : tr("No calls in this time");
    return stripCaption(m_counted, m_layer, frame());
}

QSize StripDisplay::sizeHint() const
{
    return {640, StripGeometry::height(TypeScale::of(this), m_hasMarkRow)};
}

QSize StripDisplay::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void StripDisplay::layOut()
{
    const TypeScale &type = TypeScale::of(this);
    m_geometry = StripGeometry(size(), type, m_hasMarkRow, m_zoom.range());
    m_marks.layOut(m_geometry, type);
    const QRect row = m_geometry.caption().toAlignedRect();
    const auto place = [this, &row](QWidget *widget, const QSize &size) {
        const int left = isRightToLeft() ? row.left() : row.right() + 1 - size.width();
        widget->setGeometry(QRect(QPoint(left, row.top()), size));
    };
    if (m_corner) {
        const QSize wanted = m_corner->sizeHint().expandedTo(m_corner->minimumSize());
        place(m_corner, {wanted.width(), std::min(row.height(), wanted.height())});
    }
    place(m_retry, {m_retry->sizeHint().width(), type.px(space::iconButton)});
    m_retry->raise();
    update();
}

void StripDisplay::setBar(qsizetype bar)
{
    if (bar == m_bar && m_mark < 0)
        return;
    m_bar = bar;
    m_mark = -1;
    update();
    tell();
}

void StripDisplay::tell()
{
    if (!hasFocus() || cursorSentence().isEmpty())
        return;
    QAccessibleValueChangeEvent event(this, cursorSentence());
    QAccessible::updateAccessibility(&event);
}

void StripDisplay::showToolTip(const QPoint &at, const QPoint &globalAt)
{
    QString text = m_marks.toolTipAt(at);
    if (text.isEmpty())
        text = stripToolTip(m_layer, m_geometry, at, frame());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(globalAt, u"<p style='white-space:pre'>%1</p>"_s.arg(text.toHtmlEscaped()), this);
}

bool StripDisplay::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    return QWidget::event(event);
}

void StripDisplay::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void StripDisplay::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LocaleChange:
    case QEvent::LayoutDirectionChange:
        m_layer.invalidate();
        updateGeometry();
        layOut();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

StripScene StripDisplay::scene() const
{
    const bool waited = m_state == State::Loading && !m_working.isActive();
    const bool empty = m_layer.buckets() == 0;
    StripScene scene{m_layer, m_geometry, m_marks, frame(), shownSelection(), m_shown, m_bar};
    scene.focusedMark = hasFocus() ? m_mark : -1;
    scene.caption = caption();
    scene.captionTone = m_state == State::Failed                       ? Tone::Bad
                        : m_choice.span() || m_bar >= 0 || m_mark >= 0 ? Tone::Text
                                                                       : Tone::Muted;
    scene.hint = empty ? QString() : tr("drag selects · wheel zooms · double click: everything");
    scene.legend = m_layer.hasRefused();
    scene.cornerWidth = m_state == State::Failed ? m_retry->width() : m_corner ? m_corner->width() : 0;
    scene.working = waited && !empty;
    scene.skeleton = empty;
    scene.handles = m_choice.hasBars();
    scene.mirrored = isRightToLeft();
    return scene;
}

void StripDisplay::paintEvent(QPaintEvent *)
{
    const Theme theme{Tokens::of(this), TypeScale::of(this)};
    QPainter painter(this);
    if (m_layer.buckets() > 0)
        m_layer.render(m_geometry, size(), devicePixelRatioF(), theme);
    const StripScene shown = scene();
    if (!shown.skeleton || (m_state == State::Loading && !m_working.isActive()) || m_state == State::Failed)
        StripPainter(painter, theme, shown).paint();
    if (hasFocus())
        paintFocusRing(&painter, QRectF(rect()), space::radius, theme.tokens.accent);
}

} // namespace pc::views
