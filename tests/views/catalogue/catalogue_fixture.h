// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/api_list_model.h"
#include "tests/views/pages_fixture.h"
#include "views/catalogue/catalogue_acts.h"
#include "views/catalogue/catalogue_page.h"
#include "views/catalogue/version_acts.h"

#include <QTemporaryDir>

namespace pc::test {

/// Two APIs with routes and revisions, and a platform that takes a description and lets a revision decide.
struct CatalogueFixture
{
    explicit CatalogueFixture(Role role = Role::PartnerOps, const QList<Api> &list = someApis());

    ~CatalogueFixture();

    [[nodiscard]] static QList<Api> someApis();

    PagesFixture pages;
    QList<Api> apis;
    QList<Route> routes;
    QList<CatalogueRevision> revisions;
    RevisionReview review; ///< of every revision; its own one is put in
    QList<RouteChange> changes;
    QList<ApiVersion> versions; ///< of the first API
    VersionUse use;             ///< of those that are called
    /// Asked before the fixture answers.
    std::function<std::optional<client::TransportResult>(const SampleService::Asked &)> first;
    models::ApiListModel model{pages.connection->catalogue(), pages.connection->feed()};
    views::CatalogueActs *acts = nullptr;
    views::CataloguePage *page = nullptr;

    /// Shows the page, with all that it asks for answered.
    void open(const QString &apiId = {}, const QString &tab = {});
    /// The feed says that this API changed.
    void tell(const QString &apiId);
    /// The newest dialog of that type; nullptr without one.
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        const QList<T *> all = pages.window.findChildren<T *>();
        return all.isEmpty() ? nullptr : all.last();
    }
    /// A description in a file, in a folder that goes with the fixture.
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes);

private:
    [[nodiscard]] std::optional<client::TransportResult> answer(const SampleService::Asked &asked);
    [[nodiscard]] client::TransportResult answerRevision(const SampleService::Asked &asked,
                                                         const QStringList &parts);
    [[nodiscard]] client::TransportResult answerVersion(const SampleService::Asked &asked,
                                                        const QStringList &parts);
    QTemporaryDir m_dir;
};

} // namespace pc::test
