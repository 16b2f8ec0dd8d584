// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"
#include "views/widgets/announce.h"

#include <QFrame>
#include <QList>
#include <QPointer>
#include <QTimer>
#include <functional>

class QPushButton;
class QToolButton;

namespace pc::views {

class Label;
class IconLabel;

/// How long a toast stays that must not be missed: until it is put away, or is not true any more.
inline constexpr int untilDismissed = 0;

/// What a toast says. Results of finished acts only; errors that need a decision are not toasts.
struct ToastSpec
{
    QString text;
    Severity severity = Severity::Ok;
    QString actionText = {}; ///< e.g. "Undo"; empty for none
    QString actionKeys = {}; ///< shown after an action that takes something back: of keysText()
    std::function<void()> action = {};
    /// The action leads nowhere and takes nothing back ("Ask again"): a dialog may offer it over its form.
    bool actsInPlace = false;
    int milliseconds = 8000;
    /// What is lost for good when it is put away: asked about then, and before the window closes.
    QString lost = {};
};

/// One dark bar with text, action and close. The time stands still while it is hovered or has focus.
class Toast final : public QFrame
{
    Q_OBJECT
public:
    Toast(const ToastSpec &spec, QWidget *parent);

    [[nodiscard]] QString text() const { return m_spec.text; }
    [[nodiscard]] QString lost() const { return m_spec.lost; }
    /// Runs the action and goes away.
    void trigger();
    /// Goes away without its action: what it says is not so any more.
    void dismiss();
    /// Goes away because the person wants it so; asks first when something is lost with it.
    void putAway();
    [[nodiscard]] bool hasAction() const { return static_cast<bool>(m_spec.action); }
    /// An action that Ctrl+Z stands for: "Undo", never one that opens or sends something.
    [[nodiscard]] bool takesBack() const { return m_spec.action && !m_spec.actionKeys.isEmpty(); }
    /// What leads elsewhere would happen behind a dialog: it is offered on the page. Keys are named where
    /// they work.
    void setInDialog(bool inDialog);
    [[nodiscard]] bool staysUntilDismissed() const { return m_spec.milliseconds == untilDismissed; }
    [[nodiscard]] bool isPaused() const { return !m_timer.isActive(); }

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updatePause();
    [[nodiscard]] QString actionLabel(bool withKeys) const;

    ToastSpec m_spec;
    QTimer m_timer;
    int m_remaining;
    QPushButton *m_action = nullptr;
    QToolButton *m_close;
};

/// Shows toasts stacked above the lower edge of \p area, announces them to assistive technology, and runs the
/// newest undo on request (Ctrl+Z). More than three at once are noise, but for those that must not be missed.
/// Those that stay take their room from the area (its lower contents margin, half of it at most): they cover
/// no act. Those that pass lie over it, clear of what has the focus; lists can keep \c occupiedHeight() free.
/// While a dialog veils the area a new one stands in the dialog, where it says things itself, and goes on in
/// the area once that is closed.
class ToastHost final : public QObject
{
    Q_OBJECT
public:
    /// Says a text to assistive technology; announce() unless a test listens.
    using Announcer = std::function<void(QWidget *source, const QString &text)>;
    explicit ToastHost(QWidget *area, Announcer announcer = announce);

    Toast *show(const ToastSpec &spec);
    [[nodiscard]] QList<Toast *> toasts() const;
    /// Toast::lost() of all that have such.
    [[nodiscard]] QStringList unsavedWork() const;
    /// Runs the action of the newest toast that names the keys for it; false when there is none.
    bool triggerLatest();
    [[nodiscard]] bool canTakeBack() const;
    /// Of what lies over the area's contents, in pixels from their lower edge.
    [[nodiscard]] int occupiedHeight() const;

Q_SIGNALS:
    void occupiedHeightChanged(int height);
    void shown(const QString &text); ///< for the list of recent activity

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void putWhereSeen(Toast *toast);
    [[nodiscard]] QList<Toast *> inArea() const;
    void relayout();
    void placePassing();
    [[nodiscard]] QSize sizeOf(const Toast *toast) const;
    [[nodiscard]] int stackUp(const QList<Toast *> &toasts, int bottom) const;
    [[nodiscard]] int clearOfFocus(const QList<Toast *> &toasts, int bottom) const;
    [[nodiscard]] QWidget *focusBelow() const;
    void takeRoom(int height);

    QWidget *m_area;
    int m_passingEnd = 0; ///< where the lowest of those that pass ends, in the area
    int m_overflow = 0;   ///< of those that stay, what there was no room for, in pixels
    Announcer m_announce;
    QList<QPointer<Toast>> m_toasts;
};

} // namespace pc::views
