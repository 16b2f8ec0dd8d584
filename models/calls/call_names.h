// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "client/api/credentials_client.h"
#include "client/api/partners_client.h"
#include "models/base/change_feed.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <map>
#include <tuple>

namespace pc::models {

/// What the ids in calls are called. A name that is not known is asked for when it is wanted, is empty until
/// then, and told; one that cannot be had is not asked for again before something changed.
class CallNames final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 4;  ///< requests
    static constexpr int mostKept = 5000; ///< partners, and credentials

    CallNames(client::PartnersClient &partners, client::CredentialsClient &credentials,
              client::AccessClient &access, ChangeFeed &feed, QObject *parent = nullptr);
    ~CallNames() override;

    [[nodiscard]] QString partner(const QString &id);
    [[nodiscard]] QString credential(const QString &id);
    /// The last four characters of the secret of that generation; empty where nobody knows them.
    [[nodiscard]] QString lastFour(const QString &credentialId, int generation);
    /// Of the route as the catalogue has it now; empty when it is not there any more.
    [[nodiscard]] QString pathTemplate(const QString &routeId);
    [[nodiscard]] QString routeTitle(const QString &routeId);

Q_SIGNALS:
    /// Names of ids of that kind (Partner, Credential, Route) became known, or are others.
    void changed(pc::CallField kind);

private:
    struct Named
    {
        QString name;
        QHash<int, QString> lastFours; ///< of a credential, by generation
        bool isAsked = false;          ///< waits for its answer, or it was answered
    };
    struct Wanted
    {
        CallField kind;
        QString id;
        bool operator<(const Wanted &other) const
        {
            return std::tie(kind, id) < std::tie(other.kind, other.id);
        }
    };
    [[nodiscard]] QHash<QString, Named> &namesOf(CallField kind);
    [[nodiscard]] const Named &named(CallField kind, const QString &id);
    [[nodiscard]] const Route *route(const QString &id);
    void askNext();
    void ask(const Wanted &wanted);
    void take(const Wanted &wanted, const std::optional<Named> &answer);
    void askRoutes();
    void askAgain(CallField kind, const QString &id);

    client::PartnersClient &m_partnersClient;
    client::CredentialsClient &m_credentialsClient;
    client::AccessClient &m_access;
    QHash<QString, Named> m_partners;
    QHash<QString, Named> m_credentials;
    QHash<QString, Route> m_routes;
    std::deque<Wanted> m_wanted;
    std::map<Wanted, client::Call> m_calls;
    client::Call m_routesCall;
    bool m_areRoutesAsked = false;
};

} // namespace pc::models
