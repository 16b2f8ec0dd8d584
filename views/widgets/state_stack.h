// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"
#include "views/widgets/error_state.h"
#include "views/widgets/focus_place.h"
#include "views/widgets/patience.h"
#include "views/widgets/skeleton.h"

#include <QStackedWidget>
#include <QTimer>

class QPushButton;

namespace pc::views {

class EmptyState;
class MessageBanner;
class ProgressStrip;

/// The states every page has. Content keeps showing under Refreshing, Stale and Offline; the others replace
/// it.
enum class ViewState { Loading, Content, Refreshing, Empty, Error, Stale, Offline, Forbidden };

/// Switches a page between its states so that none is forgotten. The 300 ms rule: nothing for the first 300
/// ms of Loading, then the skeleton; a thin bar after 300 ms of Refreshing. After two seconds of Loading it
/// says so in words, with a way to ask again; over content the strip of the window does. Offline or Stale
/// without content replace it. Of stacks within each other that are Stale or Offline alike the outer one says
/// so for all, and its Retry asks for all.
class StateStack : public QWidget
{
    Q_OBJECT
public:
    explicit StateStack(QWidget *content, Skeleton::Shape shape = Skeleton::Shape::Table,
                        QWidget *parent = nullptr);

    [[nodiscard]] ViewState state() const { return m_state; }
    [[nodiscard]] QWidget *content() const { return m_content; }
    /// The page shown in state Empty; add actions to it.
    [[nodiscard]] EmptyState *empty() const { return m_empty; }

    /// Gives the focus to \p widget of the content; while another state is on show it waits here, and goes
    /// there with the content, unless the person went elsewhere meanwhile.
    void focusInContent(QWidget *widget);

    /// \p keepContent: what is shown stays until the skeleton comes. Said in words when it takes long.
    void showLoading(bool keepContent = false);
    void showContent();
    void showRefreshing();
    void showEmpty();
    void showError(const ErrorInfo &error);
    /// Content stays, with a banner: why it may be old ("Showing data from 10:11.") and Retry.
    void showStale(const QString &why);
    /// Where "Retry now" is: once in a window, so not here while the frame offers it for the whole platform.
    enum class Retry { Here, InTheFrame };
    /// Content stays when there is any (\p haveContent), else an own page; both say since when.
    void showOffline(const QString &why, bool haveContent, Retry retry = Retry::Here);
    /// \p why says what is missing, and who has it.
    void showForbidden(const QString &why);

Q_SIGNALS:
    void retryRequested();
    void copyRequested(const QString &text);
    void stateChanged(pc::views::ViewState state);

private:
    void enter(ViewState state, QWidget *page);
    void parkFocus();
    void unparkFocus();
    void banner(Severity severity, const QString &text);
    /// Shows the banner where there is something to say that no stack around this one says already.
    void placeBanner();
    [[nodiscard]] bool isSaidAround() const;
    [[nodiscard]] QList<StateStack *> inner() const;
    void retryAll();

    ViewState m_state = ViewState::Loading;
    QWidget *m_content;
    FocusPlace m_place; ///< in the content, when another state took its place
    QPointer<QWidget> m_wanted;
    MessageBanner *m_banner;
    bool m_speaks = false; ///< the banner has something to say, here or by the stack around
    ProgressStrip *m_progress;
    QStackedWidget *m_stack;
    QWidget *m_blank;
    Skeleton *m_skeleton;
    EmptyState *m_empty;
    EmptyState *m_offline;
    QPushButton *m_offlineRetry = nullptr;
    EmptyState *m_forbidden;
    ErrorState *m_error;
    QTimer m_delay;
    Patience m_patience;
};

/// A 2 px line that says "working" without moving anything; static, so it costs nothing.
class ProgressStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget *parent = nullptr);
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] QSize sizeHint() const override { return {40, 2}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_active = false;
};

} // namespace pc::views
