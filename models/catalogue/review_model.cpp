// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/review_model.h"

namespace pc::models {

using namespace std::chrono_literals;

ReviewModel::ReviewModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_catalogue(catalogue), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] {
        if (state() != LoadState::Idle)
            refresh();
    });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        const bool ours = change.kind == ChangeKind::Catalogue && change.mayConcern(m_apiId);
        const bool theirs = change.kind == ChangeKind::Grant || change.kind == ChangeKind::Credential;
        if (state() == LoadState::Idle || !(ours || theirs))
            return;
        // It is work for the service: many changes make one question.
        if (!m_soon)
            m_soon = m_feed.clock().after(ours ? 100ms : 2000ms, [this] { refresh(); });
    });
}

ReviewModel::~ReviewModel() = default;

void ReviewModel::setRevision(const QString &apiId, const QString &revisionId)
{
    if (apiId == m_apiId && revisionId == m_revisionId)
        return;
    m_call.cancel();
    m_apiId = apiId;
    m_revisionId = revisionId;
    forget();
    refresh();
}

void ReviewModel::refresh()
{
    m_soon.reset();
    beginLoad();
    m_call = m_catalogue.review(m_apiId, m_revisionId, this, [this](client::Result<RevisionReview> result) {
        if (!result)
            return fail(result.error());
        m_review = std::move(*result);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

} // namespace pc::models
