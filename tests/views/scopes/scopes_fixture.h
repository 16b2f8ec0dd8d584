// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/api_list_model.h"
#include "tests/views/pages_fixture.h"
#include "views/scopes/scopes_acts.h"
#include "views/scopes/scopes_page.h"

namespace pc::test {

/// The scopes and plans of the sample, with figures and holders, and a platform that takes edits of them.
struct ScopesFixture
{
    explicit ScopesFixture(Role role = Role::PartnerOps);
    ~ScopesFixture();

    PagesFixture pages;
    QList<ScopeFigures> figures;
    QList<ScopeHolder> holders; ///< of every scope
    ScopeEffect scopeEffect;    ///< of every edit; the scope is put in
    PlanEffect planEffect;      ///< likewise
    /// Asked before the fixture answers.
    std::function<std::optional<client::TransportResult>(const SampleService::Asked &)> first;
    models::ApiListModel apis{pages.connection->catalogue(), pages.connection->feed()};
    views::ScopesActs *acts = nullptr;
    views::ScopesPage *page = nullptr;

    /// Shows the page, with all that it asks for answered.
    void open(const QString &tab = {}, const QString &id = {});
    /// Runs the command; time for what its dialog asks.
    void run(const QString &command);
    /// The newest dialog of that type; nullptr without one.
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        const QList<T *> all = pages.window.findChildren<T *>();
        return all.isEmpty() ? nullptr : all.last();
    }

private:
    [[nodiscard]] std::optional<client::TransportResult> answer(const SampleService::Asked &asked);
    [[nodiscard]] client::TransportResult answerScope(const SampleService::Asked &asked);
    [[nodiscard]] std::optional<client::TransportResult> answerPlan(const SampleService::Asked &asked);
};

} // namespace pc::test
