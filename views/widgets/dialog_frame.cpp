// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialog_frame.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/button_keys.h"
#include "views/widgets/card.h"
#include "views/widgets/focus_guard.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/place_keeper.h"
#include "views/widgets/reading_order.h"
#include "views/widgets/scrim.h"
#include "views/widgets/whole_label.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainterPath>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

namespace {
constexpr int margin = space::xxl;
constexpr int edge = 24; ///< kept free around the card inside its window

/// An X server without a compositor shows the transparent corners of a window black: there the corners are
/// cut off by a mask instead. Everything else composes.
bool cornersAreMasked()
{
    return QGuiApplication::platformName() == QLatin1String("xcb");
}

} // namespace

DialogFrame::DialogFrame(const QString &title, Icon which, int width, QWidget *parent)
    : QDialog(parent != nullptr ? parent->window() : nullptr, Qt::Dialog | Qt::FramelessWindowHint),
      m_width(width), m_icon(new IconLabel(which, Tone::Accent, 22)),
      m_title(new WholeLabel(title, TypeRole::DialogTitle)), m_environment(new Badge),
      m_note(new Label({}, TypeRole::Small, Tone::Faint)), m_body(new QVBoxLayout),
      m_footerLeft(new QHBoxLayout), m_buttons(new QHBoxLayout), m_messageRoom(new QWidget(this)),
      m_footer(new QWidget(this)), m_focus(new FocusGuard(this)), m_place(new PlaceKeeper(this))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_TranslucentBackground, !cornersAreMasked());
    m_focus->setHome([this] { firstFocus(); });
    setWindowTitle(title);
    m_title->setWeight(QFont::DemiBold);
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
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent); // in the margin: nothing wraps anew
    holder->setContentsMargins(margin - (isRightToLeft() ? bar : 0), 0, margin - (isRightToLeft() ? 0 : bar),
                               space::l);
    holder->addLayout(m_body);
    holder->addStretch(1);
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
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // not seen where there is nothing to scroll
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(bodyHolder);
    m_scroll->viewport()->setAutoFillBackground(false);
    bodyHolder->setAutoFillBackground(false);

    auto *message = new QVBoxLayout(m_messageRoom);
    message->setContentsMargins(margin, 0, margin, space::m);
    new HeightKeeper(m_messageRoom, HeightKeeper::Holds::Exactly); // whole, whatever its words need
    m_messageRoom->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_messageRoom);
    column->addWidget(m_footer);
    if (parent != nullptr)
        parent->window()->installEventFilter(this);
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

void DialogFrame::setEnvironment(const QString &name, Severity severity)
{
    m_environment->set(severity, severity == Severity::Sandbox ? Icon::Sandbox : Icon::Shield, name);
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

void DialogFrame::setMessageWidget(QWidget *message)
{
    m_messageRoom->layout()->addWidget(message);
    m_messageRoom->show();
}

void DialogFrame::showPassing(QWidget *passing)
{
    m_messageRoom->layout()->addWidget(passing);
    m_messageRoom->show();
    connect(passing, &QObject::destroyed, this, &DialogFrame::tidyMessageRoom, Qt::QueuedConnection);
}

void DialogFrame::tidyMessageRoom()
{
    // A hidden message counts: the layout's isEmpty() is about what is seen now.
    m_messageRoom->setVisible(m_messageRoom->layout()->count() > 0);
}

DialogFrame *DialogFrame::over(const QWidget *window)
{
    auto *dialog = qobject_cast<DialogFrame *>(QApplication::activeModalWidget());
    const QWidget *below = dialog;
    while (below != nullptr && below != window)
        below = below->parentWidget();
    return below != nullptr ? dialog : nullptr;
}

Label *DialogFrame::addText(const QString &text, Tone tone)
{
    auto *label = new WholeLabel(text, TypeRole::Body, tone); // names in it may be one long word
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
    if (m_safe == nullptr && kind == ButtonKind::Normal)
        m_safe = button;
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

void DialogFrame::done(int result)
{
    // Before anybody hears of the end: what the end brings about may lead the person elsewhere.
    qApp->removeEventFilter(this);
    m_opener.restore();
    QDialog::done(result);
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
    if (pressWithEnter(event, focusWidget()))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // QDialog makes the first button the default when there is no primary one; from a field that would be
    // Cancel, and what was typed would be lost.
    if (enter && focusWidget() != nullptr && !hasPrimaryButton()) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

bool DialogFrame::focusNextPrevChild(bool next)
{
    return m_focus->move(next);
}

void DialogFrame::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (cornersAreMasked()) {
        QPainterPath card;
        card.addRoundedRect(rect(), space::radiusDialog, space::radiusDialog);
        setMask(QRegion(card.toFillPolygon().toPolygon()));
    }
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
    if (event->type() == QEvent::StyleChange)
        place();
}

bool DialogFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress) {
        const auto *part = qobject_cast<const QWidget *>(watched);
        m_held = m_held || (part != nullptr && part->window() == this && isVisible());
        return false;
    }
    if (watched != m_scroll->widget() && watched != parentWidget()) {
        return false;
    }
    const bool mine = watched == m_scroll->widget();
    if (!mine && event->type() == QEvent::WindowActivate && isVisible()) {
        // A click on the window below makes it the active one (Qt asks for that itself on X11): the keys
        // would go nowhere. Not within the turn in which it becomes active.
        QMetaObject::invokeMethod(this, &DialogFrame::takeBackActivation, Qt::QueuedConnection);
    }
    if (isVisible() && ((mine && event->type() == QEvent::LayoutRequest) ||
                        (!mine && (event->type() == QEvent::Resize || event->type() == QEvent::Move)))) {
        if (event->type() == QEvent::Resize) {
            m_top = -1;
            m_height = 0;
        }
        place();
    }
    return QDialog::eventFilter(watched, event);
}

void DialogFrame::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // The dialog opens with a focus people did not set by mouse: show where it is.
    setAttribute(Qt::WA_KeyboardFocusChange);
    if (parentWidget() != nullptr) {
        m_opener = FocusPlace::in(parentWidget());
        if (m_scrim == nullptr) {
            m_scrim = new Scrim(parentWidget());
            connect(this, &QDialog::finished, m_scrim, &QWidget::hide);
        }
        m_scrim->show();
        m_scrim->raise();
    }
    m_top = -1;
    m_height = 0;
    m_held = false;
    qApp->installEventFilter(this); // the keys and clicks go to its parts
    place();
    // Parts that know their height only by their width have both after a layout. As much of it as can be
    // comes before the window system hears of the window, and places it.
    layOutNow(this);
    fitAgain();
    QMetaObject::invokeMethod(this, &DialogFrame::fitAgain, Qt::QueuedConnection);
    const QWidget *focus = focusWidget();
    if (focus == nullptr || focus == this || qobject_cast<const QPushButton *>(focus) != nullptr) {
        firstFocus();
    }
}

void DialogFrame::firstFocus()
{
    if (m_first != nullptr && focusFirstStop(m_first)) {
        return;
    }
    if (m_safe != nullptr && isTabStop(m_safe)) {
        m_safe->setFocus(Qt::TabFocusReason);
    } else {
        focusFirstStop(this);
    }
}

void DialogFrame::takeBackActivation()
{
    if (isVisible() && parentWidget()->isActiveWindow()) {
        raise();
        activateWindow();
    }
}

void DialogFrame::fitAgain()
{
    m_height = 0;
    m_held = false;
    place();
}

int DialogFrame::wantedHeight(int width) const
{
    const auto heightOf = [](const QLayout *layout, int room) {
        return layout->hasHeightForWidth() ? layout->totalHeightForWidth(room)
                                           : layout->totalSizeHint().height();
    };
    const QLayoutItem *head = layout()->itemAt(0);
    const int title = head->hasHeightForWidth() ? head->heightForWidth(width) : head->sizeHint().height();
    const int message = m_messageRoom->isHidden() ? 0 : heightOf(m_messageRoom->layout(), width);
    return title +
           heightOf(m_scroll->widget()->layout(), width - style()->pixelMetric(QStyle::PM_ScrollBarExtent)) +
           message + m_footer->sizeHint().height();
}

void DialogFrame::place()
{
    if (m_placing)
        return;
    m_placing = true;
    const QWidget *window = parentWidget();
    const QSize room = window != nullptr ? window->size() : QSize(1250, 950);
    const int wanted = std::max(TypeScale::of(this).px(m_width), m_footer->minimumSizeHint().width());
    const int width = std::min(wanted, room.width() - 2 * edge);
    if (!m_held || m_height == 0) {
        m_height = std::max(m_height, wantedHeight(width));
    }
    // A growing card keeps its place; a shrinking window may still need it elsewhere.
    const int most = room.height() - 2 * edge;
    const int height = std::min(m_height, m_top < 0 ? most : std::min(most, room.height() - edge - m_top));
    const int centred = std::max(edge, std::min((room.height() - height) / 2, room.height() / 8));
    if (m_top < 0 && isVisible()) {
        m_top = centred;
    }
    if (window != nullptr) {
        const QPoint at((window->width() - width) / 2, m_top < 0 ? centred : m_top);
        m_place->put({window->mapToGlobal(at), QSize(width, height)});
        showShadow();
    } else {
        setFixedSize(width, height);
    }
    m_placing = false;
}

/// Where the dialog is: a window manager may put it elsewhere, and says so later.
void DialogFrame::showShadow()
{
    if (m_scrim != nullptr)
        m_scrim->setCard(QRect(toParent(QPoint()), size()));
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
