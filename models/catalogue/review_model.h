// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/catalogue_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// What applying a revision would do, and to whom. Of its moment: asked again when the catalogue changes, and
/// when a grant or a credential does, of which it depends whom it breaks. What somebody else makes of the
/// revision meanwhile (another rule, or its end) does not take the place of what is on show: it is newer().
class ReviewModel final : public ObjectModel
{
    Q_OBJECT
public:
    ReviewModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent = nullptr);
    ~ReviewModel() override;

    void setRevision(const QString &apiId, const QString &revisionId);
    [[nodiscard]] const QString &revisionId() const { return m_revisionId; }
    [[nodiscard]] bool hasValue() const override { return m_review.has_value(); }
    /// As it is on show.
    [[nodiscard]] const std::optional<RevisionReview> &review() const { return m_review; }
    /// The revision is another one by now than review() says; none while it is that one.
    [[nodiscard]] const std::optional<RevisionReview> &newer() const { return m_newer; }
    /// The person wants to see newer(): it is on show from now on.
    void showNewer();
    /// The person made this version of it: it is no news.
    void expect(qint64 version);
    void refresh() override;

Q_SIGNALS:
    /// What is on show was made anew, after the catalogue changed or as it was asked for.
    void renewed();

private:
    void dropValue() override;
    void ask();
    void take(RevisionReview review);

    client::CatalogueClient &m_catalogue;
    ChangeFeed &m_feed;
    QString m_apiId;
    QString m_revisionId;
    std::optional<RevisionReview> m_review;
    std::optional<RevisionReview> m_newer;
    qint64 m_expected = 0; ///< version
    bool m_renews = false;
    client::Call m_call;
    Alarm m_soon;
};

} // namespace pc::models
