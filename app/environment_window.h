// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console_paths.h"
#include "app/services.h"
#include "models/session/connection.h"
#include "models/session/profiles.h"
#include "views/credentials/credential_selection.h"
#include "views/seams/context.h"

#include <QObject>

#include <memory>

namespace pc::models {
class ApiListModel;
class AuditIntegrity;
struct AuditModels;
class CatalogueModel;
class JobListModel;
class ObservationListModel;
} // namespace pc::models

namespace pc::views {
class CatalogueActs;
class ScopesActs;
class CommandRegistry;
class CredentialCommands;
class MainWindow;
class Navigator;
class ObservingActs;
class TimeTicker;
class WindowState;
} // namespace pc::views

namespace pc::app {

/// One environment: connection, shared models, main window and its pages. Made when somebody has signed in;
/// closing it ends the connection.
class EnvironmentWindow final : public QObject
{
    Q_OBJECT
public:
    EnvironmentWindow(const Services &services, const ConsolePaths &paths, const models::Profile &profile,
                      std::unique_ptr<models::Connection> connection, QObject *parent = nullptr);
    ~EnvironmentWindow() override;

    [[nodiscard]] views::MainWindow &window() const { return *m_window; }
    [[nodiscard]] models::Connection &connection() const { return *m_connection; }
    [[nodiscard]] views::CommandRegistry &commands() const { return *m_commands; }
    [[nodiscard]] views::Navigator &navigator() const { return *m_navigator; }
    [[nodiscard]] const models::Profile &profile() const { return m_profile; }
    /// Shows the window on the page it showed last.
    void show();
    /// A new token of the same environment: the local platform was restarted.
    void signInAgain(Secret token);
    /// Something about this workstation that the person should know: a file that could not be written.
    void warn(const QString &text);
    /// The local platform belongs to another console: its data must stay.
    void setSharesPlatform(bool shares);
    /// The log of this environment is about to be replaced on purpose.
    void forgetLog();

Q_SIGNALS:
    /// Somebody wants another environment.
    void switchRequested();
    void signInRequested();
    void resetSampleRequested();

private:
    void registerPages();
    void registerCommands();
    void askResetSample();
    void wire();
    void showConnection();
    void showSession();
    void showIntegrity();
    void showObserved();

    Services m_services;
    models::Profile m_profile;
    std::unique_ptr<models::Connection> m_connection;
    std::unique_ptr<views::CommandRegistry> m_commands;
    std::unique_ptr<views::Navigator> m_navigator;
    std::unique_ptr<views::WindowState> m_state;
    std::unique_ptr<views::TimeTicker> m_ticker;
    views::CredentialSelection m_credentialSelection;
    std::unique_ptr<views::MainWindow> m_window;
    std::unique_ptr<views::ViewContext> m_context;
    models::CatalogueModel *m_catalogue = nullptr;
    models::AuditIntegrity *m_integrity = nullptr;
    std::unique_ptr<models::AuditModels> m_audit;
    models::JobListModel *m_jobs = nullptr;
    models::ApiListModel *m_apis = nullptr;
    models::ObservationListModel *m_observations = nullptr;
    views::CatalogueActs *m_catalogueActs = nullptr;
    views::ObservingActs *m_observingActs = nullptr;
    views::ScopesActs *m_scopesActs = nullptr;
    QString m_environmentDir;
    bool m_sharesPlatform = false;
};

} // namespace pc::app
