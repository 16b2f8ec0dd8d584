// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/toast.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/focus_place.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

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

class ToastText final : public QLabel
{
public:
    explicit ToastText(const QString &text) : QLabel(text) { setWordWrap(true); }
    /// One line where there is room for it; QLabel would make a block of a long text.
    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height()};
    }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return fontMetrics().boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, breakable()).height();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Tokens::of(this).toastText);
        painter.setFont(font());
        painter.drawText(rect(),
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                             Qt::AlignVCenter | Qt::TextWordWrap,
                         breakable());
    }

private:
    /// At words, and inside of one that is longer than any line: a name may be. (Qt's own way to break
    /// anywhere breaks every word.)
    [[nodiscard]] QString breakable() const
    {
        constexpr int longestWord = 30;
        constexpr int piece = 10;
        const QString whole = text();
        QString out;
        int word = 0;
        const qsizetype size = whole.size();
        for (qsizetype i = 0; i < size; ++i) {
            if (word == 0) {
                qsizetype end = i;
                while (end < size && !whole[end].isSpace())
                    ++end;
                word = end - i > longestWord ? 1 : -1;
            }
            if (whole[i].isSpace())
                word = 0;
            else if (word > 0 && word++ % piece == 0 && !whole[i].isLowSurrogate() && !whole[i].isMark())
                out += QChar(0x200b); // a line may end here
            out += whole[i];
        }
        return out;
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
        const QString label = spec.actionKeys.isEmpty()
                                  ? spec.actionText
                                  : spec.actionText + QStringLiteral("  ") + spec.actionKeys;
        m_action = new ToastButton(label);
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
    relayout(); // before it is shown: a toast that appears under the pointer would think it is held
    toast->show();
    m_announce(toast, spec.text);
    Q_EMIT shown(spec.text);
    return toast;
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

int ToastHost::occupiedHeight() const
{
    int height = 0;
    const QList<Toast *> alive = toasts();
    for (const Toast *toast : alive) {
        height += toast->height() + space::s;
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

void ToastHost::relayout()
{
    int bottom = m_area->height() - space::l;
    const QList<Toast *> alive = toasts();
    for (auto it = alive.crbegin(); it != alive.crend(); ++it) {
        Toast *toast = *it;
        const QSize wanted = toast->sizeHint();
        const int width = std::min({wanted.width(), m_area->width() - 2 * space::xl, widest});
        const int height = std::max(wanted.height(), toast->layout()->totalHeightForWidth(width));
        toast->setGeometry((m_area->width() - width) / 2, bottom - height, width, height);
        toast->raise();
        bottom -= height + space::s;
    }
    Q_EMIT occupiedHeightChanged(occupiedHeight());
}

} // namespace pc::views
