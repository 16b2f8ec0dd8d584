// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/review_model.h"

#include <utility>

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
        m_renews = m_renews || ours;
        // It is work for the service: many changes make one question.
        if (!m_soon)
            m_soon = m_feed.clock().after(ours ? 100ms : 2000ms, [this] { ask(); });
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
    ask();
}

void ReviewModel::dropValue()
{
    m_review.reset();
    m_newer.reset();
    m_expected = 0;
}

void ReviewModel::refresh()
{
    m_renews = true;
    ask();
}

void ReviewModel::ask()
{
    m_soon.reset();
    beginLoad();
    m_call = m_catalogue.review(m_apiId, m_revisionId, this, [this](client::Result<RevisionReview> result) {
        if (!result)
            return fail(result.error());
        take(std::move(*result));
        succeed(m_feed.clock().now());
        Q_EMIT changed();
        if (!m_newer && std::exchange(m_renews, false))
            Q_EMIT renewed();
    });
}

void ReviewModel::take(RevisionReview review)
{
    const bool isKnown =
        !m_review ||
        (review.revision.state == m_review->revision.state &&
         (review.revision.version == m_review->revision.version || review.revision.version == m_expected));
    if (isKnown) {
        m_review = std::move(review);
        m_newer.reset();
    } else {
        m_newer = std::move(review);
    }
}

void ReviewModel::showNewer()
{
    if (!m_newer)
        return;
    m_review = std::exchange(m_newer, std::nullopt);
    m_renews = false;
    Q_EMIT changed();
    Q_EMIT renewed();
}

void ReviewModel::expect(qint64 version)
{
    m_expected = version;
    if (m_newer && m_newer->revision.version == version && m_review &&
        m_newer->revision.state == m_review->revision.state)
        showNewer();
}

} // namespace pc::models
