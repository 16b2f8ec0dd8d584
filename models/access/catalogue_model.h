// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/access_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// Scopes, plans and routes: what can be granted at all. One per connection, shared by pages and flows.
class CatalogueModel final : public ObjectModel
{
    Q_OBJECT
public:
    CatalogueModel(client::AccessClient &access, ChangeFeed &feed, QObject *parent = nullptr);
    ~CatalogueModel() override;

    [[nodiscard]] bool hasValue() const override { return m_loaded; }
    [[nodiscard]] const QList<Scope> &scopes() const { return m_scopes; }
    [[nodiscard]] const QList<Plan> &plans() const { return m_plans; }
    [[nodiscard]] const QList<Route> &routes() const { return m_routes; }
    [[nodiscard]] const Scope *scope(const QString &name) const;
    [[nodiscard]] const Plan *plan(const QString &id) const;
    /// Its name; the id itself while it is not known.
    [[nodiscard]] QString planName(const QString &id) const;
    void refresh() override;
    /// Fetches unless it is there or on its way.
    void ensureLoaded();

private:
    void dropValue() override;
    void onPart(const client::ApiError *error);

    client::AccessClient &m_access;
    ChangeFeed &m_feed;
    QList<Scope> m_scopes;
    QList<Plan> m_plans;
    QList<Route> m_routes;
    QList<Scope> m_newScopes;
    QList<Plan> m_newPlans;
    QList<Route> m_newRoutes;
    client::Call m_scopesCall;
    client::Call m_plansCall;
    client::Call m_routesCall;
    int m_outstanding = 0;
    bool m_loaded = false;
};

} // namespace pc::models
