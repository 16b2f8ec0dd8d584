// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "client/api/audit_client.h"
#include "client/api/calls_client.h"
#include "client/api/catalogue_client.h"
#include "client/api/changes_client.h"
#include "client/api/credentials_client.h"
#include "client/api/imports_client.h"
#include "client/api/jobs_client.h"
#include "client/api/networks_client.h"
#include "client/api/observations_client.h"
#include "client/api/partners_client.h"
#include "client/api/plans_client.h"
#include "client/api/scopes_client.h"
#include "client/api/session_client.h"
#include "client/api/usage_client.h"
#include "client/api/versions_client.h"
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "contract/api/operations.h"
#include "models/base/change_feed.h"
#include "models/session/session_keeper.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pc::models {

enum class ConnectionState {
    Connecting, ///< before the first answer
    Online,
    NotAnswering, ///< requests wait for longer than `patience` since the last answer: status().waitingSince
    Offline,      ///< since status().since; the feed keeps trying
    SessionEnded, ///< signed out or expired for good
    Forbidden     ///< signed in, but the account may do nothing here
};

/// For the status foot, the top bar and the banner.
struct ConnectionStatus
{
    ConnectionState state = ConnectionState::Connecting;
    QDateTime since;                       ///< UTC: when this state began
    QDateTime lastGoodAt;                  ///< UTC: last answer of the service
    QDateTime waitingSince;                ///< UTC: when NotAnswering, since when an answer is due
    int latencyMs = -1;                    ///< of the last short request; -1 unknown
    std::optional<client::ApiError> error; ///< what made it Offline, SessionEnded or Forbidden
};

/// Why an act is disabled right now; words are made in views.
enum class ActBlock {
    None,
    Loading, ///< the session is not known yet
    Offline,
    SessionEnded,
    MissingPermission
};

/// One environment: transport, session, clients and change feed, wired once. The window and every model of it
/// live on top.
class Connection final : public QObject
{
    Q_OBJECT
public:
    /// How long an answer may be due before the platform counts as not answering.
    static constexpr std::chrono::milliseconds patience{2000};

    Connection(std::unique_ptr<client::Transport> transport, Secret token, TimerClock &clock,
               QObject *parent = nullptr);
    ~Connection() override;

    /// Loads the session, then follows the change feed.
    void start();
    /// Asks again what the session may do and what state the platform is in.
    void refreshSession();
    /// "Retry now": does not wait for the next try.
    void retryNow();
    /// Signs out at the service.
    void endSession();
    /// A new token of the same environment (the local platform restarted, somebody signed in again). Once it
    /// is taken, everything is asked anew: what the former session was refused, and what another account
    /// sees.
    void signInAgain(Secret token);

    [[nodiscard]] const ConnectionStatus &status() const { return m_status; }
    [[nodiscard]] const std::optional<Session> &session() const { return m_keeper.session(); }
    /// What stands in the way of `op` now: the one guard that every act asks, through rules::permitOf().
    /// Reading ops are never blocked by being offline once the session is known.
    [[nodiscard]] ActBlock blockOf(Op op) const;

    [[nodiscard]] client::SessionClient &sessions() { return m_sessions; }
    [[nodiscard]] client::PartnersClient &partners() { return m_partners; }
    [[nodiscard]] client::CredentialsClient &credentials() { return m_credentials; }
    [[nodiscard]] client::AccessClient &access() { return m_access; }
    [[nodiscard]] client::NetworksClient &networks() { return m_networks; }
    [[nodiscard]] client::CatalogueClient &catalogue() { return m_catalogue; }
    [[nodiscard]] client::ObservationsClient &observations() { return m_observations; }
    [[nodiscard]] client::VersionsClient &versions() { return m_versions; }
    [[nodiscard]] client::ScopesClient &scopes() { return m_scopes; }
    [[nodiscard]] client::PlansClient &plans() { return m_plans; }
    [[nodiscard]] client::ImportsClient &imports() { return m_imports; }
    [[nodiscard]] client::UsageClient &usage() { return m_usage; }
    [[nodiscard]] client::CallsClient &calls() { return m_calls; }
    [[nodiscard]] client::AuditClient &audit() { return m_audit; }
    [[nodiscard]] client::JobsClient &jobs() { return m_jobs; }
    [[nodiscard]] ChangeFeed &feed() { return m_feed; }
    [[nodiscard]] SessionKeeper &keeper() { return m_keeper; }
    [[nodiscard]] TimerClock &clock() { return m_clock; }
    /// A copy of the token, for the secret store only.
    [[nodiscard]] Secret cloneToken() const { return m_token.token().clone(); }

Q_SIGNALS:
    void statusChanged();
    void sessionChanged();
    /// A renewed token is worth keeping: cloneToken() into the secret store.
    void tokenRenewed();

private:
    void wire();
    void onAnswered(std::chrono::milliseconds took);
    void heard();
    /// Looks whether answers are overdue; watchLater() sets when to look again, while any is awaited.
    void watch();
    void watchLater();
    /// How long the oldest answer has been due without any other having come; negative before it is due.
    [[nodiscard]] std::optional<std::chrono::milliseconds> quietFor() const;
    void onFailed(const client::ApiError &error);
    void setState(ConnectionState state, const std::optional<client::ApiError> &error);

    TimerClock &m_clock;
    std::unique_ptr<client::Transport> m_transport;
    client::SessionToken m_token;
    client::ApiCaller m_api;
    client::SessionClient m_sessions;
    client::PartnersClient m_partners;
    client::CredentialsClient m_credentials;
    client::AccessClient m_access;
    client::NetworksClient m_networks;
    client::CatalogueClient m_catalogue;
    client::ObservationsClient m_observations;
    client::VersionsClient m_versions;
    client::ScopesClient m_scopes;
    client::PlansClient m_plans;
    client::ImportsClient m_imports;
    client::UsageClient m_usage;
    client::CallsClient m_calls;
    client::AuditClient m_audit;
    client::JobsClient m_jobs;
    client::ChangesClient m_changes;
    SessionKeeper m_keeper;
    ChangeFeed m_feed;
    ConnectionStatus m_status;
    Alarm m_retryAlarm;
    Alarm m_watchAlarm;
    qint64 m_heardMs = 0; ///< monotonic: last answer
    int m_failedStarts = 0;
    bool m_signsInAgain = false; ///< what was refused meanwhile is asked anew
};

} // namespace pc::models
