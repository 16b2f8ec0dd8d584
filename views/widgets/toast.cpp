// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/toast.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/focus_place.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/reading_order.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast_text.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace pc::views {

namespace {

constexpr int widest = 720; // a longer text wraps: a bar from edge to edge hides what stands below

/// Button of the dark bar: the bar has its own colours in both themes.
class ToastButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = Tokens::of(this);
        painter.setFont(TypeScale::of(this).font(TypeRole::Body, QFont::DemiBold));
        painter.setPen(t.toastAction);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus()) {
            paintFocusRing(&painter, rect(), space::radius, t.toastAction);
        }
    }
};

class ToastClose final : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = Tokens::of(this);
        paintIcon(&painter, Icon::Close, QRectF(rect()).adjusted(7, 7, -7, -7), t.toastText);
        if (hasFocus()) {
            paintFocusRing(&painter, rect(), space::radius, t.toastAction);
        }
    }
};

} // namespace

Toast::Toast(const ToastSpec &spec, QWidget *parent)
    : QFrame(parent), m_spec(spec), m_remaining(spec.milliseconds)
{
    setObjectName(QStringLiteral("toast"));
    refuseLentFocus(this); // the next Enter might put away what cannot be had again
    setAccessibleName(spec.text);
    setAttribute(Qt::WA_Hover);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, 4, space::xs, 4);
    row->setSpacing(space::s);
    const Icon which = spec.severity == Severity::Ok     ? Icon::Check
                       : spec.severity == Severity::Info ? Icon::Info
                                                         : Icon::Warning;
    row->addWidget(new IconLabel(which, Tone::OnFill, 18));
    auto *text = new ToastText(spec.text);
    text->setTextFormat(Qt::PlainText);
    text->setFont(TypeScale::of(this).font(TypeRole::Body, QFont::Medium));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true); // several lines, and the bar is as high as they are
    text->setSizePolicy(policy);
    text->setMinimumWidth(60);
    row->addWidget(text, 1);
    if (spec.action) {
        m_action = new ToastButton(actionLabel(true));
        m_action->setObjectName(QStringLiteral("toastAction"));
        m_action->setAccessibleName(spec.actionText);
        m_action->setCursor(Qt::PointingHandCursor);
        m_action->installEventFilter(this);
        connect(m_action, &QPushButton::clicked, this, &Toast::trigger);
        row->addWidget(m_action);
    }
    m_close = new ToastClose;
    m_close->setObjectName(QStringLiteral("toastClose"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setFixedSize(28, 28);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->installEventFilter(this);
    connect(m_close, &QToolButton::clicked, this, &Toast::putAway);
    row->addWidget(m_close);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    if (!staysUntilDismissed())
        m_timer.start(m_remaining);
}

QString Toast::actionLabel(bool withKeys) const
{
    return withKeys && !m_spec.actionKeys.isEmpty()
               ? m_spec.actionText + QStringLiteral("  ") + m_spec.actionKeys
               : m_spec.actionText;
}

void Toast::setInDialog(bool inDialog)
{
    if (m_action == nullptr) {
        return;
    }
    m_action->setText(actionLabel(!inDialog));
    m_action->setVisible(!inDialog || m_spec.actsInPlace || takesBack());
}

void Toast::trigger()
{
    const std::function<void()> action = std::move(m_spec.action);
    m_spec.action = {};
    dismiss();
    if (action) {
        action();
    }
}

void Toast::dismiss()
{
    m_timer.stop();
    hide();
    Q_EMIT dismissed();
    deleteLater();
}

void Toast::putAway()
{
    if (m_spec.lost.isEmpty()) {
        dismiss();
        return;
    }
    const Confirmation question{.objectName = QStringLiteral("putAwayDialog"),
                                .title = tr("Put this away?"),
                                .text = m_spec.lost,
                                .keep = tr("Keep it"),
                                .act = tr("Put away")};
    askToConfirm(question, window(), [toast = QPointer<Toast>(this)] {
        if (toast != nullptr) { // else it was answered meanwhile, or is not so any more
            toast->dismiss();
        }
    });
}

void Toast::updatePause()
{
    const bool held = underMouse() || (m_action != nullptr && m_action->hasFocus()) || m_close->hasFocus();
    if (held && m_timer.isActive()) {
        m_remaining = std::max(1500, m_timer.remainingTime());
        m_timer.stop();
    } else if (!held && !m_timer.isActive() && isVisible() && !staysUntilDismissed()) {
        m_timer.start(m_remaining);
    }
}

void Toast::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    updatePause();
}

void Toast::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    updatePause();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        QMetaObject::invokeMethod(this, &Toast::updatePause, Qt::QueuedConnection);
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        putAway();
        return;
    }
    QFrame::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    paintBox(&painter, rect(), space::radiusCard, t.toastBg,
             t.dark || t.highContrast ? t.controlEdge : QColor());
}

ToastHost::ToastHost(QWidget *area, Announcer announcer)
    : QObject(area), m_area(area), m_announce(std::move(announcer))
{
    area->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &ToastHost::placePassing);
}

Toast *ToastHost::show(const ToastSpec &spec)
{
    auto *toast = new Toast(spec, m_area);
    m_toasts.append(toast);
    connect(toast, &Toast::dismissed, this, [this, toast] {
        m_toasts.removeAll(toast);
        relayout();
    });
    const QList<Toast *> alive = toasts();
    const auto passing = std::count_if(alive.begin(), alive.end(),
                                       [](const Toast *each) { return !each->staysUntilDismissed(); });
    if (passing > 3) {
        Toast *oldest = *std::find_if(alive.begin(), alive.end(),
                                      [](const Toast *each) { return !each->staysUntilDismissed(); });
        oldest->hide();
        m_toasts.removeAll(oldest);
        oldest->deleteLater();
    }
    putWhereSeen(toast);
    relayout(); // before it is shown: a toast that appears under the pointer would think it is held
    toast->show();
    m_announce(toast, spec.text);
    Q_EMIT shown(spec.text);
    return toast;
}

/// In the dialog that is open, else in the area. A dialog that closes hands it on.
void ToastHost::putWhereSeen(Toast *toast)
{
    DialogFrame *dialog = DialogFrame::over(m_area->window());
    toast->setInDialog(dialog != nullptr);
    if (dialog == nullptr)
        return toast->setParent(m_area);
    dialog->showPassing(toast);
    connect(dialog, &QDialog::finished, toast, [this, dialog, toast] {
        disconnect(dialog, nullptr, toast, nullptr);
        putWhereSeen(toast);
        relayout();
        toast->show();
    });
}

/// Those that stand in the area, not in a dialog over it.
QList<Toast *> ToastHost::inArea() const
{
    QList<Toast *> there = toasts();
    there.removeIf([this](const Toast *toast) { return toast->parentWidget() != m_area; });
    return there;
}

QList<Toast *> ToastHost::toasts() const
{
    QList<Toast *> alive;
    for (const QPointer<Toast> &toast : m_toasts) {
        if (toast != nullptr) {
            alive.append(toast);
        }
    }
    return alive;
}

QStringList ToastHost::unsavedWork() const
{
    QStringList all;
    const QList<Toast *> alive = toasts();
    for (const Toast *toast : alive) {
        if (!toast->lost().isEmpty()) {
            all.append(toast->lost());
        }
    }
    return all;
}

bool ToastHost::triggerLatest()
{
    const QList<Toast *> alive = toasts();
    for (auto it = alive.crbegin(); it != alive.crend(); ++it) {
        if ((*it)->takesBack()) {
            (*it)->trigger();
            return true;
        }
    }
    return false;
}

bool ToastHost::canTakeBack() const
{
    const QList<Toast *> alive = toasts();
    return std::any_of(alive.cbegin(), alive.cend(), [](const Toast *toast) { return toast->takesBack(); });
}

int ToastHost::occupiedHeight() const
{
    int height = m_overflow;
    const QList<Toast *> alive = inArea();
    for (const Toast *toast : alive) {
        height += toast->staysUntilDismissed() ? 0 : toast->height() + space::s;
    }
    return height == 0 ? 0 : height + space::s;
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        relayout();
    }
    return QObject::eventFilter(watched, event);
}

QSize ToastHost::sizeOf(const Toast *toast) const
{
    const QSize wanted = toast->sizeHint();
    const int width = std::min({wanted.width(), m_area->width() - 2 * space::xl, widest});
    return {width, std::max(wanted.height(), toast->layout()->totalHeightForWidth(width))};
}

/// The newest lowest, above \p bottom. Answers where the next one above them ends.
int ToastHost::stackUp(const QList<Toast *> &toasts, int bottom) const
{
    for (auto it = toasts.crbegin(); it != toasts.crend(); ++it) {
        const QSize size = sizeOf(*it);
        (*it)->setGeometry(QRect(QPoint((m_area->width() - size.width()) / 2, bottom - size.height()), size));
        (*it)->raise();
        bottom -= size.height() + space::s;
    }
    return bottom;
}

/// What has the focus in the area and is no toast.
QWidget *ToastHost::focusBelow() const
{
    QWidget *focus = m_area->window()->focusWidget();
    if (focus == nullptr || !m_area->isAncestorOf(focus)) {
        return nullptr;
    }
    const QList<Toast *> alive = toasts();
    const bool onToast = std::any_of(alive.cbegin(), alive.cend(),
                                     [focus](const Toast *toast) { return toast->isAncestorOf(focus); });
    return onToast ? nullptr : focus;
}

/// \p bottom, or higher where they would hide what the keys act on.
int ToastHost::clearOfFocus(const QList<Toast *> &toasts, int bottom) const
{
    const QWidget *focus = focusBelow();
    if (focus == nullptr || toasts.isEmpty() || focus->height() > m_area->height() / 3) {
        return bottom; // lists keep room for themselves
    }
    QSize stack;
    for (const Toast *toast : toasts) {
        const QSize size = sizeOf(toast);
        stack = {std::max(stack.width(), size.width()), stack.height() + size.height() + space::s};
    }
    const QRect bars(QPoint((m_area->width() - stack.width()) / 2, bottom - stack.height()), stack);
    const QRect held(focus->mapTo(m_area, QPoint()), focus->size());
    const int above = held.top() - space::s;
    return bars.intersects(held) && above >= stack.height() ? above : bottom;
}

/// \p height pixels at the lower edge belong to the toasts. What has the focus stays in sight.
void ToastHost::takeRoom(int height)
{
    if (height == m_area->contentsMargins().bottom()) {
        return;
    }
    const QPointer<QWidget> focus = focusBelow();
    const auto *table = qobject_cast<const PcTableView *>(focus);
    const bool seen =
        table == nullptr || table->viewport()->rect().contains(table->visualRect(table->currentIndex()));
    m_area->setContentsMargins(0, 0, 0, height);
    if (focus == nullptr || !seen) {
        return;
    }
    const auto look = [this, focus] { // after the layout
        if (auto *list = qobject_cast<PcTableView *>(focus)) {
            list->scrollTo(list->currentIndex());
        } else if (focus != nullptr) {
            scrollIntoView(focus);
        }
        placePassing();
    };
    QMetaObject::invokeMethod(this, look, Qt::QueuedConnection);
}

void ToastHost::placePassing()
{
    QList<Toast *> passing = inArea();
    passing.removeIf([](const Toast *toast) { return toast->staysUntilDismissed(); });
    if (passing.isEmpty()) {
        return;
    }
    (void)stackUp(passing, clearOfFocus(passing, m_passingEnd));
}

void ToastHost::relayout()
{
    QList<Toast *> staying = inArea();
    staying.removeIf([](const Toast *toast) { return !toast->staysUntilDismissed(); });
    m_passingEnd = stackUp(staying, m_area->height() - space::l);
    const int wanted = staying.isEmpty() ? 0 : m_area->height() - m_passingEnd;
    const int room = std::min(wanted, m_area->height() / 2);
    m_overflow = wanted - room;
    takeRoom(room);
    placePassing();
    Q_EMIT occupiedHeightChanged(occupiedHeight());
}

} // namespace pc::views
