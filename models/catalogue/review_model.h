// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/catalogue_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// What applying a revision would do, and to whom. Of its moment: asked again when the catalogue changes, and
/// when a grant or a credential does, of which it depends whom it breaks.
class ReviewModel final : public ObjectModel
{
    Q_OBJECT
public:
    ReviewModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent = nullptr);
    ~ReviewModel() override;

    void setRevision(const QString &apiId, const QString &revisionId);
    [[nodiscard]] const QString &revisionId() const { return m_revisionId; }
    [[nodiscard]] bool hasValue() const override { return m_review.has_value(); }
    [[nodiscard]] const std::optional<RevisionReview> &review() const { return m_review; }
    void refresh() override;

private:
    void dropValue() override { m_review.reset(); }

    client::CatalogueClient &m_catalogue;
    ChangeFeed &m_feed;
    QString m_apiId;
    QString m_revisionId;
    std::optional<RevisionReview> m_review;
    client::Call m_call;
    Alarm m_soon;
};

} // namespace pc::models
