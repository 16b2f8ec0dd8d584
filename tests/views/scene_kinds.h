// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/scenes.h"

#include "contract/api/roles.h"
#include "models/partners/partner_flows.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/audit/audit_fixture.h"
#include "tests/views/audit/audit_panel_driver.h"
#include "tests/views/catalogue/catalogue_fixture.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/imports/imports_fixture.h"
#include "tests/views/jobs/activity_fixture.h"
#include "tests/views/observing/observing_fixture.h"
#include "tests/views/scopes/scopes_fixture.h"
#include "views/access/access_tab.h"
#include "views/access/networks_tab.h"
#include "views/calls/calls_page.h"
#include "views/calls/calls_panel.h"
#include "views/commands/command_palette.h"
#include "views/credentials/credentials_tab.h"
#include "views/onboarding/onboarding_page.h"
#include "views/partner/edit_partner_dialog.h"
#include "views/partner/partner_page.h"
#include "views/partner_forms/step_form.h"
#include "views/partners/partners_page.h"
#include "views/seams/calls_places.h"
#include "views/seams/partner_places.h"
#include "views/seams/scopes_places.h"
#include "views/shell/main_window.h"
#include "views/shell/session_strip.h"
#include "views/shell/window_state.h"
#include "views/usage/chart_card.h"
#include "views/usage/usage_tab.h"
#include "views/welcome/connect_form.h"
#include "views/welcome/welcome_window.h"
#include "views/widgets/toast.h"

#include <QTemporaryDir>
#include <QTest>

namespace pc::test {

using namespace Qt::StringLiterals;
using namespace views;

using Made = std::unique_ptr<Scene>;

struct PageScene : Scene
{
    QTemporaryDir drafts;
    PagesFixture shown{drafts.path()};
    QWidget &window() override { return shown.window; }
    PagesFixture *pages() override { return &shown; }

    PartnerPage *partner(const QString &tab)
    {
        auto *page = new PartnerPage(shown.context, shown.parts);
        page->open(places::partnerPage(shown.idOf(u"Cardinal Payroll"_s), tab));
        shown.show(page);
        settle(20);
        return page;
    }
    CallsPage *calls()
    {
        auto *page = new CallsPage(shown.context);
        page->open(places::callsPage());
        shown.show(page);
        settle(20);
        return page;
    }
    void signedInAs(Role role)
    {
        shown.service->session.roles = {role};
        shown.service->session.permissions = permissionsOf({role});
        shown.connection->keeper().start();
        settle();
    }
    /// Every path that ends so is answered with an error of the service.
    void refuse(const QString &end)
    {
        shown.service->first = [end](const SampleService::Asked &asked) {
            return asked.path.endsWith(end) ? std::optional<client::TransportResult>(
                                                  ScriptedTransport::problemResponse(500, u"internal"_s))
                                            : std::nullopt;
        };
    }
    AccessTab *editedAccess()
    {
        auto *tab = partner(u"access"_s)->findChild<AccessTab *>();
        tab->editor().setScope(u"customers:health"_s, true);
        tab->editor().setLimitOverride(LimitOverride{{25, 50, 30000}, {}, {}, u"Until then"_s});
        settle();
        return tab;
    }
    /// With a line that cannot be saved, one that is warned of, and a source that would be refused.
    NetworksTab *editedNetworks(bool isFaulty = true)
    {
        auto *tab = partner(u"networks"_s)->findChild<NetworksTab *>();
        const models::NetworkListName production{Realm::Production, {}};
        tab->editor().remove(production, {0});
        tab->editor().add(production,
                          models::entriesIn(isFaulty ? u"8.8.8.8/24 8.0.0.0/7"_s : u"8.8.8.0/24"_s));
        settle();
        return tab;
    }
    void onboarding(models::OnboardStep step, bool filled)
    {
        auto *page = new OnboardingPage(shown.context, shown.parts);
        page->open(places::onboardingPage());
        shown.show(page);
        if (filled) {
            models::OnboardDraft draft;
            draft.partner = models::draftOf(shown.service->partners[2]);
            page->flow().setDraft(draft);
            page->form()->setDraft(draft);
        }
        page->goTo(step);
        settle();
    }
    void edit(models::OnboardStep part)
    {
        shown.show(new QWidget);
        shown.catalogue.ensureLoaded();
        settle();
        auto *flow = new models::EditPartnerFlow(shown.connection->partners(),
                                                 {shown.service->partners[2], u"\"1\""_s});
        (new EditPartnerDialog(shown.context, shown.catalogue, flow, part, &shown.window))->open();
        settle(6);
    }
};

struct CredentialScene final : Scene
{
    DialogFixture fixture{[](CredentialFixture &each) {
        each.backend.credential(u"sandbox-ci"_s).state = CredentialState::Suspended;
    }};
    QWidget &window() override { return fixture.pages.window; }
    PagesFixture *pages() override { return &fixture.pages; }
};

struct AuditScene final : Scene
{
    AuditFixture fixture;
    explicit AuditScene(int events, const std::function<void(AuditFixture &)> &prepare = {})
        : fixture(events, prepare)
    {
    }
    QWidget &window() override { return fixture.pages.window; }
    PagesFixture *pages() override { return &fixture.pages; }
};

struct CatalogueScene final : Scene
{
    CatalogueFixture fixture;
    explicit CatalogueScene(const QString &tab, Role role = Role::PartnerOps,
                            const QList<Api> &apis = CatalogueFixture::someApis())
        : fixture(role, apis)
    {
        fixture.open(apis.isEmpty() ? QString() : apis.first().id, tab);
    }
    void run(const QString &command)
    {
        fixture.pages.commands.run(command);
        settle();
    }
    QWidget &window() override { return fixture.pages.window; }
    PagesFixture *pages() override { return &fixture.pages; }
};

struct ObservingScene final : Scene
{
    ObservingFixture fixture;
    explicit ObservingScene(Role role = Role::Security) : fixture(role) {}
    QWidget &window() override { return fixture.pages.window; }
    PagesFixture *pages() override { return &fixture.pages; }
};

struct ScopesScene final : Scene
{
    ScopesFixture fixture;
    explicit ScopesScene(const QString &tab, Role role = Role::PartnerOps) : fixture(role)
    {
        fixture.open(tab);
    }
    void run(const QString &command) { fixture.run(command); }
    QWidget &window() override { return fixture.pages.window; }
    PagesFixture *pages() override { return &fixture.pages; }
};

struct ImportsScene final : Scene
{
    ImportsFixture fixture;
    explicit ImportsScene(Role role = Role::PartnerOps,
                          const LegacyKeyReport &campaign = ImportsFixture::someKeys())
        : fixture(role, campaign)
    {
        fixture.openPage();
    }
    QWidget &window() override { return fixture.pages.window; }
    PagesFixture *pages() override { return &fixture.pages; }
};

struct ActivityScene final : Scene
{
    ActivityFixture fixture;
    explicit ActivityScene(const QList<Job> &jobs, Role role = Role::Security) : fixture(jobs, role)
    {
        fixture.open();
    }
    QWidget &window() override { return fixture.pages.window; }
    PagesFixture *pages() override { return &fixture.pages; }
};

struct ConnectScene final : Scene
{
    FixedFileDialogs files;
    ConnectForm form{files};
    QWidget &window() override { return form; }
};

struct WelcomeScene final : Scene
{
    QTemporaryDir dir;
    FixedFileDialogs files;
    models::Profiles profiles{dir.filePath(u"profiles.json"_s)};
    WelcomeWindow welcome{profiles, files, false};
    QWidget &window() override { return welcome; }
};

struct ShellScene final : Scene
{
    QTemporaryDir dir;
    CommandRegistry commands;
    Navigator navigator;
    WindowState state{dir.filePath(u"window.json"_s)};
    MainWindow main;

    explicit ShellScene(ThemeController &theme)
        : main(ShellDeps{&theme, &commands, &navigator, &state, {u"Local sample"_s, true}})
    {
        main.sidebar()->addEntry(
            {u"partners"_s, u"Partners"_s, Icon::Partners, {{}, u"partners"_s}, {}, {u"partner"_s}});
        main.sidebar()->addEntry(
            {u"audit"_s, u"Audit trail"_s, Icon::Audit, {{}, u"audit"_s}, u"Observe"_s, {}});
        main.buildMenuBar();
        main.show();
        settle(4);
    }
    QWidget &window() override { return main; }
};

inline Made page(const std::function<void(PageScene &)> &open)
{
    auto scene = std::make_unique<PageScene>();
    open(*scene);
    return scene;
}

} // namespace pc::test
