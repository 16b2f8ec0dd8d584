// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialog_frame.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/card.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/scrim.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

namespace {
constexpr int margin = space::xxl;
}

DialogFrame::DialogFrame(const QString &title, Icon which, int width, QWidget *parent)
    : QDialog(parent != nullptr ? parent->window() : nullptr, Qt::Dialog | Qt::FramelessWindowHint),
      m_width(width), m_icon(new IconLabel(which, Tone::Accent, 22)),
      m_title(new Label(title, TypeRole::DialogTitle)), m_environment(new Badge),
      m_note(new Label({}, TypeRole::Small, Tone::Faint)), m_body(new QVBoxLayout),
      m_footerLeft(new QHBoxLayout), m_buttons(new QHBoxLayout), m_footer(new QWidget(this))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_TranslucentBackground);
    setWindowTitle(title);
    m_title->setWeight(QFont::DemiBold);
    m_title->setWordWrap(true);
    m_environment->hide();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(margin, space::xl, margin, space::s);
    head->setSpacing(10);
    m_icon->setObjectName(QStringLiteral("titleIcon"));
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    head->addWidget(m_environment);

    auto *bodyHolder = new QWidget;
    auto *holder = new QVBoxLayout(bodyHolder);
    holder->setContentsMargins(margin, 0, margin, space::l);
    holder->addLayout(m_body);
    m_body->setSpacing(space::m);

    auto *footer = new QVBoxLayout(m_footer);
    footer->setContentsMargins(margin, 0, margin, space::l);
    footer->setSpacing(space::m);
    footer->addWidget(new Separator);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_note->hide();
    m_footerLeft->addWidget(m_note);
    row->addLayout(m_footerLeft);
    row->addStretch(1);
    row->addLayout(m_buttons);
    m_buttons->setSpacing(space::s);
    footer->addLayout(row);

    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(bodyHolder);
    m_scroll->viewport()->setAutoFillBackground(false);
    bodyHolder->setAutoFillBackground(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_footer);
    if (parent != nullptr) {
        parent->window()->installEventFilter(this);
    }
    bodyHolder->installEventFilter(this);
}

DialogFrame::~DialogFrame()
{
    delete m_scrim;
}

void DialogFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
}

void DialogFrame::setTitleIcon(Icon which, Tone tone)
{
    m_icon->setIcon(which, tone);
}

void DialogFrame::setEnvironment(const QString &name, Kind kind)
{
    m_environment->set(kind, kind == Kind::Sandbox ? Icon::Sandbox : Icon::Shield, name);
    m_environment->setVisible(!name.isEmpty());
}

void DialogFrame::setFooterNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void DialogFrame::setFooterWidget(QWidget *widget)
{
    m_footerLeft->addWidget(widget);
}

Label *DialogFrame::addText(const QString &text, Tone tone)
{
    auto *label = new Label(text, TypeRole::Body, tone);
    label->setWordWrap(true);
    m_body->addWidget(label);
    return label;
}

QPushButton *DialogFrame::addButton(const QString &objectName, const QString &text, ButtonKind kind,
                                    Icon which)
{
    QPushButton *button = makeButton(objectName, text, which, kind, this);
    // Enter presses the focused button; only a primary may also be pressed from a line edit.
    button->setAutoDefault(kind != ButtonKind::Danger && kind != ButtonKind::DangerOutline);
    button->setDefault(kind == ButtonKind::Primary);
    m_buttons->addWidget(button);
    if (m_safe == nullptr && kind == ButtonKind::Normal) {
        m_safe = button;
    }
    return button;
}

void DialogFrame::setSafeButton(QPushButton *button)
{
    m_safe = button;
}

void DialogFrame::setCloseGuarded(bool guarded)
{
    m_guarded = guarded;
}

void DialogFrame::reject()
{
    if (m_guarded) {
        Q_EMIT closeRefused();
        return;
    }
    QDialog::reject();
}

void DialogFrame::closeEvent(QCloseEvent *event)
{
    if (m_guarded) {
        event->ignore();
        Q_EMIT closeRefused();
        return;
    }
    QDialog::closeEvent(event);
}

void DialogFrame::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier) {
        const auto *button = qobject_cast<QPushButton *>(focusWidget());
        const QString kind = button != nullptr ? button->property("kind").toString() : QString();
        if (kind == QLatin1String("danger") || kind == QLatin1String("dangerOutline")) {
            event->accept(); // destruction needs Space or the mouse
            return;
        }
        // QDialog makes the first button the default when there is no primary one; from a field that would be
        // Cancel, and what was typed would be lost.
        if (button == nullptr && focusWidget() != nullptr && !hasPrimaryButton()) {
            event->accept();
            return;
        }
    }
    QDialog::keyPressEvent(event);
}

bool DialogFrame::hasPrimaryButton() const
{
    const auto buttons = m_footer->findChildren<QPushButton *>();
    return std::any_of(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
        return button->isVisible() && button->property("kind").toString() == QLatin1String("primary");
    });
}

void DialogFrame::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        place();
    }
}

bool DialogFrame::eventFilter(QObject *watched, QEvent *event)
{
    const bool mine = watched == m_scroll->widget();
    if (isVisible() && ((mine && event->type() == QEvent::LayoutRequest) ||
                        (!mine && (event->type() == QEvent::Resize || event->type() == QEvent::Move)))) {
        place();
    }
    return QDialog::eventFilter(watched, event);
}

void DialogFrame::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // The dialog opens with a focus people did not set by mouse: show where it is.
    setAttribute(Qt::WA_KeyboardFocusChange);
    if (parentWidget() != nullptr && m_scrim == nullptr) {
        m_scrim = new Scrim(parentWidget());
        connect(this, &QDialog::finished, m_scrim, &QWidget::hide);
    }
    if (m_scrim != nullptr) {
        m_scrim->show();
        m_scrim->raise();
    }
    place();
    const bool dangerous =
        m_safe != nullptr && focusWidget() != nullptr && qobject_cast<QPushButton *>(focusWidget());
    if (m_safe != nullptr && (dangerous || focusWidget() == nullptr)) {
        m_safe->setFocus(Qt::TabFocusReason);
    }
}

void DialogFrame::place()
{
    if (m_placing) {
        return;
    }
    m_placing = true;
    const TypeScale &type = TypeScale::of(this);
    const QWidget *window = parentWidget();
    const QSize room = window != nullptr ? window->size() - QSize(48, 48) : QSize(1200, 900);
    const int width = std::min(type.px(m_width), room.width());
    QWidget *content = m_scroll->widget();
    const int bodyHeight = content->layout()->hasHeightForWidth()
                               ? content->layout()->totalHeightForWidth(width)
                               : content->layout()->totalSizeHint().height();
    const int head = layout()->itemAt(0)->hasHeightForWidth() ? layout()->itemAt(0)->heightForWidth(width)
                                                              : layout()->itemAt(0)->sizeHint().height();
    const int height = std::min(head + bodyHeight + m_footer->sizeHint().height(), room.height());
    setFixedSize(width, height);
    if (window != nullptr) {
        const QPoint origin = window->mapToGlobal(QPoint());
        const int top = std::max(24, std::min((window->height() - height) / 2, window->height() / 8));
        move(origin + QPoint((window->width() - width) / 2, top));
        if (m_scrim != nullptr) {
            m_scrim->setCard(QRect(toParent(QPoint()), size()));
        }
    }
    m_placing = false;
}

QPoint DialogFrame::toParent(const QPoint &point) const
{
    return parentWidget() != nullptr ? parentWidget()->mapFromGlobal(mapToGlobal(point)) : point;
}

void DialogFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    paintBox(&painter, rect(), space::radiusDialog, t.surface, t.controlEdge);
}

} // namespace pc::views
