// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/message_banner.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>

namespace pc::views {

namespace {

Icon bannerIcon(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return Icon::CheckCircle;
    case Severity::Warn:
        return Icon::Clock;
    case Severity::Bad:
        return Icon::Warning;
    default:
        return Icon::Info;
    }
}

Tone bannerTone(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return Tone::Ok;
    case Severity::Warn:
        return Tone::Warn;
    case Severity::Bad:
        return Tone::Bad;
    case Severity::Info:
        return Tone::Info;
    case Severity::Sandbox:
        return Tone::Sandbox;
    case Severity::Neutral:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

} // namespace

MessageBanner::MessageBanner(Severity severity, const QString &text, QWidget *parent)
    : QFrame(parent), m_severity(severity),
      m_icon(new IconLabel(bannerIcon(severity), bannerTone(severity), 18)),
      m_text(new Label(text, TypeRole::Body, bannerTone(severity))),
      m_action(makeButton(QStringLiteral("bannerAction"), {}, Icon::None, ButtonKind::Normal)),
      m_close(makeIconButton(QStringLiteral("bannerClose"), Icon::Close, tr("Dismiss")))
{
    m_text->setWordWrap(true);
    m_text->setWeight(QFont::Medium);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, 6, 6, 6);
    row->setSpacing(space::s);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    setMinimumHeight(space::rowNormal);
    m_action->hide();
    m_close->hide();
    connect(m_action, &QPushButton::clicked, this, &MessageBanner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    setMessage(severity, text);
}

void MessageBanner::setMessage(Severity severity, const QString &text)
{
    m_severity = severity;
    m_icon->setIcon(bannerIcon(severity), bannerTone(severity));
    m_text->setTone(bannerTone(severity));
    m_text->setText(text);
    setAccessibleName(text);
    updateGeometry(); // where room is kept for it while it is hidden, nothing else says so
    update();
}

void MessageBanner::setIcon(Icon which)
{
    m_icon->setIcon(which, bannerTone(m_severity));
}

QString MessageBanner::text() const
{
    return m_text->text();
}

void MessageBanner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
}

void MessageBanner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageBanner::keepRoom()
{
    keepRoomWhileHidden(this);
    const QMargins margins = layout()->contentsMargins();
    setMinimumHeight(2 * m_text->fontMetrics().lineSpacing() + margins.top() + margins.bottom());
}

void MessageBanner::setShape(Shape shape)
{
    m_shape = shape;
    layout()->setContentsMargins(shape == Shape::Strip ? space::pageMargin : space::m, 6,
                                 shape == Shape::Strip ? space::m : 6, 6);
    update();
}

void MessageBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    if (m_shape == Shape::Strip) {
        painter.fillRect(rect(), t.severity(m_severity).bg);
        paintHairline(&painter, rect(), Qt::TopEdge, t.severityBorder(m_severity));
    } else {
        paintBox(&painter, rect(), space::radius, t.severity(m_severity).bg, t.severityBorder(m_severity),
                 t.highContrast ? 2 : 1);
    }
}

} // namespace pc::views
