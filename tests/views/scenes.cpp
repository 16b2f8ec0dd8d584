// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scenes.h"

#include "models/partner_flows.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/audit_side.h"
#include "tests/views/dialog_room.h"
#include "tests/views/panel_parts.h"
#include "views/access/access_tab.h"
#include "views/commands/command_palette.h"
#include "views/credentials/credentials_tab.h"
#include "views/onboarding/edit_partner_dialog.h"
#include "views/onboarding/onboarding_page.h"
#include "views/onboarding/step_form.h"
#include "views/partners/partner_page.h"
#include "views/partners/partner_places.h"
#include "views/partners/partners_page.h"
#include "views/shell/main_window.h"
#include "views/shell/window_state.h"
#include "views/usage/chart_card.h"
#include "views/usage/usage_tab.h"
#include "views/welcome/connect_form.h"
#include "views/welcome/welcome_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace pc::test {

using namespace Qt::StringLiterals;
using namespace views;

namespace {

using Made = std::unique_ptr<Scene>;

struct PageScene : Scene
{
    QTemporaryDir drafts;
    PagesWorld shown{drafts.path()};
    QWidget &window() override { return shown.window; }
    PagesWorld *world() override { return &shown; }

    PartnerPage *partner(const QString &tab)
    {
        auto *page = new PartnerPage(shown.context, shown.parts);
        page->open(places::partnerPage(shown.idOf(u"Cardinal Payroll"_s), tab));
        shown.show(page);
        settle(20);
        return page;
    }
    AccessTab *editedAccess()
    {
        auto *tab = partner(u"access"_s)->findChild<AccessTab *>();
        tab->editor().setScope(u"customers:health"_s, true);
        tab->editor().setLimitOverride(LimitOverride{{25, 50, 30000}, {}, {}, u"Until then"_s});
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
    DialogRoom room{[](CredentialRoom &each) {
        each.side.credential(u"sandbox-ci"_s).state = CredentialState::Suspended;
    }};
    QWidget &window() override { return room.world.window; }
    PagesWorld *world() override { return &room.world; }
};

struct AuditScene final : Scene
{
    AuditRoom room;
    explicit AuditScene(int events) : room(events) {}
    QWidget &window() override { return room.world.window; }
    PagesWorld *world() override { return &room.world; }
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
        : main(ShellParts{&theme, &commands, &navigator, &state, {u"Local sample"_s, true}})
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

Made page(const std::function<void(PageScene &)> &open)
{
    auto scene = std::make_unique<PageScene>();
    open(*scene);
    return scene;
}

Made act(const QString &command, const QString &credential)
{
    auto scene = std::make_unique<CredentialScene>();
    if (command.isEmpty() && scene->room.select(credential))
        QTest::keyClick(scene->room.tab->table(), Qt::Key_Return);
    else if (credential.isEmpty())
        scene->room.issue();
    else if (!command.isEmpty())
        scene->room.act<DialogFrame>(command, credential);
    settle();
    return scene;
}

/// The secret of a rotation, just shown.
Made secret()
{
    auto scene = std::make_unique<CredentialScene>();
    if (auto *rotate = scene->room.act<DialogFrame>(u"credential.rotate"_s, u"erp-sync"_s))
        submitOf(rotate)->click();
    settle();
    return scene;
}

Made partnerCommand(const QString &command)
{
    return page([&command](PageScene &s) {
        s.partner(u"overview"_s);
        s.shown.commands.run(command);
        settle(4);
    });
}

Made partnerList(const std::function<void(PageScene &)> &prepare = {})
{
    return page([&prepare](PageScene &s) {
        if (prepare)
            prepare(s);
        auto *list = new PartnersPage(s.shown.context, s.shown.parts);
        list->open(places::partnersPage());
        s.shown.show(list);
        list->table()->selectKey(s.shown.idOf(u"Cardinal Payroll"_s));
        list->setPeekOpen(true);
        settle(40);
    });
}

QList<NamedScene> pages()
{
    return {
        {"partners", [] { return partnerList(); }},
        {"partners, none",
         [] { return partnerList([](PageScene &s) { s.shown.service->partners.clear(); }); }},
        {"partners, refused",
         [] {
             return partnerList([](PageScene &s) {
                 s.shown.service->first = [](const SampleService::Asked &) {
                     return std::optional<client::TransportResult>(
                         ScriptedTransport::problemResponse(500, u"internal"_s));
                 };
             });
         }},
        {"overview", [] { return page([](PageScene &s) { s.partner(u"overview"_s); }); }},
        {"access", [] { return page([](PageScene &s) { s.editedAccess(); }); }},
        {"usage", [] { return page([](PageScene &s) { s.partner(u"usage"_s); }); }},
        {"usage as a table",
         [] {
             return page([](PageScene &s) {
                 s.partner(u"usage"_s)->findChild<UsageTab *>()->callsCard()->setShowTable(true);
                 settle();
             });
         }},
        {"partner's audit", [] { return page([](PageScene &s) { s.partner(u"audit"_s); }); }},
        {"credentials", [] { return act({}, u"erp-sync"_s); }},
        {"credentials, suspended", [] { return act({}, u"sandbox-ci"_s); }},
        {"credentials, in grace", [] { return act({}, u"legacy-batch"_s); }},
        {"audit",
         [] {
             auto scene = std::make_unique<AuditScene>(6);
             const PanelParts parts{scene->room.page};
             settle(20);
             parts.open(4);
             settle(20);
             return Made(std::move(scene));
         }},
        {"audit, empty",
         [] {
             auto scene = std::make_unique<AuditScene>(0);
             settle(20);
             return Made(std::move(scene));
         }},
    };
}

QList<NamedScene> dialogs()
{
    using S = models::OnboardStep;
    return {
        {"review of access",
         [] {
             return page([](PageScene &s) {
                 s.editedAccess()->review();
                 settle(4);
             });
         }},
        {"freeze", [] { return partnerCommand(u"partner.freeze"_s); }},
        {"promote", [] { return partnerCommand(u"partner.promote"_s); }},
        {"issue", [] { return act(u"partner.issue"_s, {}); }},
        {"rotate", [] { return act(u"credential.rotate"_s, u"erp-sync"_s); }},
        {"grace", [] { return act(u"credential.extendGrace"_s, u"legacy-batch"_s); }},
        {"end grace", [] { return act(u"credential.endGrace"_s, u"legacy-batch"_s); }},
        {"suspend", [] { return act(u"credential.suspend"_s, u"erp-sync"_s); }},
        {"resume", [] { return act(u"credential.resume"_s, u"sandbox-ci"_s); }},
        {"revoke", [] { return act(u"credential.revoke"_s, u"erp-sync"_s); }},
        {"secret", [] { return secret(); }},
        {"edit organisation", [] { return page([](PageScene &s) { s.edit(S::Organisation); }); }},
        {"edit contacts", [] { return page([](PageScene &s) { s.edit(S::Contacts); }); }},
        {"edit agreement", [] { return page([](PageScene &s) { s.edit(S::Agreement); }); }},
        {"edit basis", [] { return page([](PageScene &s) { s.edit(S::LawfulBasis); }); }},
    };
}

QList<NamedScene> onboarding()
{
    using S = models::OnboardStep;
    const auto at = [](S step, bool filled = true) {
        return [step, filled] { return page([step, filled](PageScene &s) { s.onboarding(step, filled); }); };
    };
    return {
        {"new partner, empty", at(S::Organisation, false)},
        {"new partner", at(S::Organisation)},
        {"its contacts", at(S::Contacts)},
        {"its agreement", at(S::Agreement)},
        {"its lawful basis", at(S::LawfulBasis)},
        {"its access", at(S::Access)},
        {"its sandbox", at(S::Sandbox)},
        {"its review", at(S::Review)},
        {"its review, empty", at(S::Review, false)},
    };
}

QList<NamedScene> windows(ThemeController &theme)
{
    return {
        {"connect",
         [] {
             auto scene = std::make_unique<ConnectScene>();
             scene->form.show();
             return Made(std::move(scene));
         }},
        {"welcome",
         [] {
             auto scene = std::make_unique<WelcomeScene>();
             scene->welcome.show();
             return Made(std::move(scene));
         }},
        {"welcome, starting",
         [] {
             auto scene = std::make_unique<WelcomeScene>();
             scene->welcome.showStarting(true);
             scene->welcome.show();
             return Made(std::move(scene));
         }},
        {"main window", [&theme] { return Made(std::make_unique<ShellScene>(theme)); }},
        {"palette",
         [&theme] {
             auto scene = std::make_unique<ShellScene>(theme);
             scene->main.commandPalette()->openWith();
             settle(4);
             return Made(std::move(scene));
         }},
    };
}

} // namespace

QList<NamedScene> scenes(ThemeController &theme)
{
    return pages() + dialogs() + onboarding() + windows(theme);
}

} // namespace pc::test
