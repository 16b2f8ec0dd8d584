// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/scope_figures_model.h"

namespace pc::models {

using namespace std::chrono_literals;

ScopeFiguresModel::ScopeFiguresModel(client::ScopesClient &scopes, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_scopes(scopes), m_feed(feed)
{
    const auto again = [this] {
        if (state() != LoadState::Idle && !m_later)
            m_later = m_feed.clock().after(500ms, [this] {
                m_later.reset();
                refresh();
            });
    };
    connect(&feed, &ChangeFeed::reset, this, again);
    connect(&feed, &ChangeFeed::changed, this, [again](const Change &change) {
        if (change.kind == ChangeKind::Catalogue || change.kind == ChangeKind::Grant ||
            change.kind == ChangeKind::Credential)
            again();
    });
}

ScopeFiguresModel::~ScopeFiguresModel() = default;

const ScopeFigures *ScopeFiguresModel::of(const QString &scope) const
{
    const auto found = m_figures.constFind(scope);
    return found == m_figures.constEnd() ? nullptr : &*found;
}

void ScopeFiguresModel::ensureLoaded()
{
    if (!m_loaded && !isRefreshing())
        refresh();
}

void ScopeFiguresModel::refresh()
{
    beginLoad();
    m_call = m_scopes.figures(this, [this](const client::Result<Page<ScopeFigures>> &result) {
        if (!result)
            return fail(result.error());
        m_figures.clear();
        for (const ScopeFigures &each : result->items)
            m_figures.insert(each.scope, each);
        m_loaded = true;
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

void ScopeFiguresModel::dropValue()
{
    m_figures.clear();
    m_loaded = false;
}

} // namespace pc::models
