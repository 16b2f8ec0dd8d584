// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page_host.h"
#include "views/shell/session_strip.h"
#include "views/shell/sidebar.h"
#include "views/style/theme.h"

#include <QMainWindow>

#include <functional>

namespace pc::views {

class CommandPalette;
class CommandRegistry;
class FocusGuard;
class MessageBanner;
class Navigator;
class StatusRow;
class ThemeController;
class ToastHost;
class TopBar;
class WindowState;

/// Where this window is connected to.
struct EnvironmentInfo
{
    QString name;         ///< shown in pill and title: "Local sample", "eu-1"
    bool sandbox = false; ///< violet strip, pill and window title
};

/// What the main window needs from its maker; all outlive it.
struct ShellDeps
{
    ThemeController *theme = nullptr;
    CommandRegistry *commands = nullptr;
    Navigator *navigator = nullptr;
    WindowState *state = nullptr;
    EnvironmentInfo environment;
};

/// Frame around the pages: sidebar, top bar, banner, page, status row, palette, toasts. Holds no rule.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const ShellDeps &deps, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] PageHost *pages() const { return m_pages; }
    [[nodiscard]] Sidebar *sidebar() const { return m_sidebar; }
    [[nodiscard]] SessionStrip *strip() const { return m_strip; }
    [[nodiscard]] ToastHost *toasts() const { return m_toasts; }
    [[nodiscard]] CommandPalette *commandPalette() const { return m_palette; }
    void setEnvironment(const EnvironmentInfo &environment);
    void setZone(const QString &text);
    /// How much long work is under way.
    void setActivity(int underWay);
    /// What is only observed, in a strip below every page; an empty text hides it.
    void setObserved(const QString &text);
    [[nodiscard]] QString observedText() const;
    /// Fills the menu bar; call after all commands and groups are registered.
    void buildMenuBar();
    /// What would be lost with this window: edits of its pages, and what stands behind a toast.
    [[nodiscard]] QStringList unsavedWork() const;
    /// Does `go` at once, or, when there is unsaved work, after somebody agreed to lose it.
    void leave(std::function<void()> go);

Q_SIGNALS:
    /// Somebody wants to see what is observed.
    void observedRequested();
    void appearanceChosen(pc::views::Appearance appearance); ///< to be remembered by whoever keeps settings

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void chooseAppearance(Appearance appearance);
    void buildUi();
    void wire();
    void pageChanged();
    void titleChanged();
    void statusChanged();
    void movePane(bool forward);
    [[nodiscard]] QString keepPlace();
    void focusPage();

    ShellDeps m_deps;
    Sidebar *m_sidebar = nullptr;
    TopBar *m_topBar = nullptr;
    QWidget *m_sandboxStrip = nullptr;
    MessageBanner *m_observed = nullptr;
    SessionStrip *m_strip = nullptr;
    PageHost *m_pages = nullptr;
    StatusRow *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    ToastHost *m_toasts = nullptr;
    FocusGuard *m_focus = nullptr;
    bool m_leaving = false;    ///< agreed to lose what is unsaved
    bool m_placeMayGo = false; ///< agreed to lose size and place, which could not be saved
};

} // namespace pc::views
