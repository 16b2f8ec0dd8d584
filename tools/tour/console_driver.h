// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console_options.h"
#include "app/console_paths.h"
#include "app/console_settings.h"
#include "client/http/timer_clock.h"
#include "client/sign_in/secret_store.h"
#include "contract/crypto/random_source.h"
#include "contract/crypto/secret.h"
#include "models/session/profiles.h"
#include "views/seams/clipboard.h"
#include "views/seams/file_dialogs.h"
#include "views/style/theme_controller.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace pc::views {
class DialogFrame;
class MainWindow;
} // namespace pc::views

namespace pc::app {

class ConsoleApp;

/// A clipboard that only this process sees, so that driving the console never touches the person's own.
class PrivateClipboard final : public views::Clipboard
{
public:
    void setText(const QString &text, const QString &html = {}) override;
    void setSecret(QByteArrayView utf8) override;
    [[nodiscard]] bool holdsOurSecret() const override { return !m_secret.isEmpty(); }
    bool clearSecret() override;
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const Secret &secret() const { return m_secret; }

private:
    QString m_text;
    Secret m_secret;
};

/// Answers file questions with a path that was said before.
class ScriptedFiles final : public views::FileDialogs
{
public:
    QString answer;
    void askSave(QWidget *, const QString &, const QString &, const QString &,
                 std::function<void(QString)> done) override;
    void askOpen(QWidget *, const QString &, const QString &, std::function<void(QString)> done) override;
};

/// Drives the real console — its own windows, its own local platform — the way a person would: by finding
/// controls by name and pressing them. Used by the picture tour and by the end-to-end tests. Every wait is
/// bounded; a control that never comes is a failed step with its name.
class ConsoleDriver final
{
public:
    /// Everything the console keeps goes below `directory`.
    ConsoleDriver(QApplication &application, const QString &directory, const QString &platformProgram);
    ~ConsoleDriver();

    /// Opens the sample with so many audit events and waits for its main window.
    bool openSample(qint64 auditEvents);
    /// Shows the first window as a new person sees it.
    void showFirstRun();
    /// Ends the console and its platform; the data stays.
    void close();

    [[nodiscard]] ConsoleApp &console() { return *m_console; }
    [[nodiscard]] views::MainWindow &window() const;
    [[nodiscard]] views::ThemeController &theme() { return m_theme; }
    [[nodiscard]] PrivateClipboard &clipboard() { return m_clipboard; }
    [[nodiscard]] const ConsolePaths &paths() const { return m_paths; }
    [[nodiscard]] ScriptedFiles &files() { return m_files; }

    /// Waits until `condition` holds; false (and failure() says `what`) when it never does.
    bool waitFor(const std::function<bool()> &condition, const QString &what, int milliseconds = 15000);
    /// The visible control with that object name, waiting for it to come; nullptr (and failure()) when it
    /// never does.
    QWidget *find(const QString &name);
    template <typename T>
    T *find(const QString &name)
    {
        return qobject_cast<T *>(find(name));
    }
    bool press(const QString &name);
    bool type(const QString &name, const QString &text);
    bool check(const QString &name, bool on = true);
    /// Chooses the entry with that data, as texts depend on the language.
    bool chooseData(const QString &combo, int data);
    /// The first entry of a combo box, once it has one.
    bool chooseFirst(const QString &combo);
    /// Runs a command as its menu entry would; false (and failure() with the reason) when it is off.
    bool run(const QString &commandId);
    bool go(const QString &location);
    /// Waits for a dialog of that object name to be the open one.
    views::DialogFrame *dialog(const QString &name);
    /// No dialog is open.
    bool waitForNoDialog();
    /// A picture of the window with what lies over it.
    bool savePicture(const QString &path);
    void settle(int milliseconds = 250);

    [[nodiscard]] const QString &failure() const { return m_failure; }

private:
    bool fail(const QString &what);

    ConsolePaths m_paths;
    client::SystemClock m_clock;
    SystemRandom m_random;
    client::MemorySecretStore m_secrets;
    ConsoleSettings m_settings;
    models::Profiles m_profiles;
    views::ThemeController m_theme;
    PrivateClipboard m_clipboard;
    ScriptedFiles m_files;
    std::unique_ptr<ConsoleApp> m_console;
    QString m_failure;
};

} // namespace pc::app
