// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"

#include <algorithm>

namespace pc::models {

CatalogueModel::CatalogueModel(client::AccessClient &access, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_access(access), m_feed(feed)
{
    const auto again = [this] {
        if (state() != LoadState::Idle)
            refresh();
    };
    connect(&feed, &ChangeFeed::reset, this, again);
    connect(&feed, &ChangeFeed::changed, this, [again](const Change &change) {
        if (change.kind == ChangeKind::Catalogue)
            again();
    });
}

CatalogueModel::~CatalogueModel() = default;

const Scope *CatalogueModel::scope(const QString &name) const
{
    const auto it =
        std::find_if(m_scopes.begin(), m_scopes.end(), [&](const Scope &s) { return s.name == name; });
    return it == m_scopes.end() ? nullptr : &*it;
}

QString CatalogueModel::planName(const QString &id) const
{
    const Plan *known = plan(id);
    return known ? known->name : id;
}

const Plan *CatalogueModel::plan(const QString &id) const
{
    const auto it = std::find_if(m_plans.begin(), m_plans.end(), [&](const Plan &p) { return p.id == id; });
    return it == m_plans.end() ? nullptr : &*it;
}

void CatalogueModel::ensureLoaded()
{
    if (!m_loaded && !isRefreshing())
        refresh();
}

void CatalogueModel::refresh()
{
    beginLoad();
    m_outstanding = 3;
    m_scopesCall = m_access.scopes(this, [this](client::Result<Page<Scope>> result) {
        if (result)
            m_newScopes = std::move(result->items);
        onPart(result ? nullptr : &result.error());
    });
    m_plansCall = m_access.plans(this, [this](client::Result<Page<Plan>> result) {
        if (result)
            m_newPlans = std::move(result->items);
        onPart(result ? nullptr : &result.error());
    });
    m_routesCall = m_access.routes(this, [this](client::Result<Page<Route>> result) {
        if (result)
            m_newRoutes = std::move(result->items);
        onPart(result ? nullptr : &result.error());
    });
}

void CatalogueModel::dropValue()
{
    m_scopes.clear();
    m_plans.clear();
    m_routes.clear();
    m_loaded = false;
}

/// The parts are shown together or not at all: a plan without its scopes would mislead.
void CatalogueModel::onPart(const client::ApiError *error)
{
    if (error) {
        const client::ApiError reason = *error;
        m_scopesCall.cancel();
        m_plansCall.cancel();
        m_routesCall.cancel();
        return fail(reason);
    }
    if (--m_outstanding > 0)
        return;
    m_scopes = std::move(m_newScopes);
    m_plans = std::move(m_newPlans);
    m_routes = std::move(m_newRoutes);
    m_loaded = true;
    succeed(m_feed.clock().now());
    Q_EMIT changed();
}

} // namespace pc::models
