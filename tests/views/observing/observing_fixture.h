// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/api_list_model.h"
#include "models/observing/observation_list_model.h"
#include "tests/views/pages_fixture.h"
#include "views/observing/observation_page.h"
#include "views/observing/observing_acts.h"

namespace pc::test {

/// Two APIs of which one is observed, one observation that is over, and a platform that begins, moves and
/// ends them.
struct ObservingFixture
{
    explicit ObservingFixture(Role role = Role::Security);
    ~ObservingFixture();

    PagesFixture pages;
    QList<ObservationSummary> observed;
    ObservationReport report;    ///< of each of them
    ObservationReport reportDay; ///< of its last 24 hours
    models::ObservationListModel model{pages.connection->observations(), pages.connection->feed()};
    models::ApiListModel apis{pages.connection->catalogue(), pages.connection->feed()};
    views::ObservingActs *acts = nullptr;
    views::Page *page = nullptr;
    /// Asked before the fixture answers.
    std::function<std::optional<client::TransportResult>(const SampleService::Asked &)> first;

    void openList();
    void openReport(const QString &id = QStringLiteral("obs_1"), const QString &tab = {});
    void run(const QString &command);
    /// The newest dialog of that type; nullptr without one.
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        const QList<T *> all = pages.window.findChildren<T *>();
        return all.isEmpty() ? nullptr : all.last();
    }
    /// The body of the last request of that kind.
    [[nodiscard]] QJsonObject sent(const QByteArray &method, const QString &path) const;

private:
    [[nodiscard]] std::optional<client::TransportResult> answer(const SampleService::Asked &asked);
};

} // namespace pc::test
