// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console_options.h"
#include "app/console_paths.h"
#include "app/services.h"
#include "client/local/local_platform.h"
#include "contract/rules/sample_size.h"
#include "models/session/profiles.h"
#include "views/welcome/connect_form.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace pc::models {
class Connection;
}

namespace pc::views {
class WelcomeWindow;
struct ErrorInfo;
} // namespace pc::views

namespace pc::app {

class EnvironmentWindow;

/// The running console: first-run window, local platform, and one environment window at a time. Decides what
/// opens and in which order; the windows themselves know nothing of it.
class ConsoleApp final : public QObject
{
    Q_OBJECT
public:
    ConsoleApp(const Services &services, const ConsolePaths &paths, const ConsoleOptions &options,
               QObject *parent = nullptr);
    ~ConsoleApp() override;

    /// Shows the first window: what was open last, or the choices.
    void start();
    /// Opens the sample of this workstation; makes one of this size when there is none.
    void openSample(rules::SampleSize size = rules::SampleSize::Small);
    void openProfile(const QString &profileId);
    /// Back to the choices; the environment is closed.
    void showWelcome();

    [[nodiscard]] EnvironmentWindow *environment() const { return m_environment.get(); }
    [[nodiscard]] views::WelcomeWindow *welcome() const { return m_welcome.get(); }
    [[nodiscard]] client::LocalPlatform &localPlatform() { return m_local; }
    [[nodiscard]] static QString localProfileId() { return QStringLiteral("local"); }

Q_SIGNALS:
    void environmentOpened();
    void failed(const QString &why);

private:
    void ensureWelcome();
    void wireLocal();
    void onLocalReady();
    void connectTyped();
    /// Tries to sign in; opens the environment when the platform knows the token.
    void signIn(const models::Profile &profile, Secret token, bool save);
    void onSignedIn();
    /// The pending sign-in is accepted: on in the open environment, or in a new one in its place.
    void enter();
    /// Another environment or another account would take the place of edits that are not saved.
    void askAboutEdits(const QStringList &lost);
    void dropPending();
    /// The pending sign-in is the same person at the same platform as the open environment.
    [[nodiscard]] bool isSameEnvironment() const;
    void keepProfile();
    void openEnvironment(const models::Profile &profile, std::unique_ptr<models::Connection> connection);
    void fail(const views::ErrorInfo &error,
              views::ConnectForm::Wrong which = views::ConnectForm::Wrong::Nothing);
    void resetSample();
    /// What --sample-events asked for, or the size that was chosen.
    [[nodiscard]] client::SeedOptions seedOptions(rules::SampleSize size) const;

    Services m_services;
    ConsolePaths m_paths;
    ConsoleOptions m_options;
    client::LocalPlatform m_local;
    std::unique_ptr<views::WelcomeWindow> m_welcome;
    std::unique_ptr<EnvironmentWindow> m_environment;
    std::unique_ptr<models::Connection> m_pending; ///< signing in
    models::Profile m_pendingProfile;
    bool m_pendingSave = false;
    QElapsedTimer m_localUp; ///< since the local platform was ready; invalid when it is not
    int m_localRestarts = 0; ///< of a local platform that ended by itself, since it last ran steadily
};

} // namespace pc::app
